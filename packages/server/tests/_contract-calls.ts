/** Calls of the plain kinds. */
import type { Call } from './_world.ts';

/** A call with the token, of a path that may hang on the scene. */
export function get<S>(url: string | ((scene: S) => string)): (scene: S) => Call {
  return (scene) => ({ url: `/api/v1${typeof url === 'string' ? url : url(scene)}` });
}

/** A call without a token. */
export function stranger(url: string): () => Call {
  return () => ({ url: `/api/v1${url}`, token: null });
}

/** A call with the token that posts. */
export function posted(url: string, payload: object): () => Call {
  return () => ({ method: 'POST', url: `/api/v1${url}`, payload });
}
