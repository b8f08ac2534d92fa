/** The one way to the service: typed by its OpenAPI description, with the session's headers, and with errors as errors. */
import createClient from 'openapi-fetch';
import { askDoor, close, sessionHeaders } from '../session/session.ts';
import { ApiProblem, Unreachable } from './problem.ts';
import { noteAnswer, noteSilence } from './reach.ts';
import type { paths } from './schema.ts';

const REQUEST_HEADER = 'xincheng-request';
/** A proxy answers in the place of a service that is starting. */
const NOBODY_BEHIND = [502, 503, 504];

/** Typed calls; hand the answer to `answerOf`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: (request) => send(request) });

/** Sends a request as whoever is signed in. */
export async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(sessionHeaders())) request.headers.set(name, value);
  const response = await fetch(request).catch(() => null);
  if (response === null || NOBODY_BEHIND.includes(response.status)) {
    noteSilence();
    throw new Unreachable();
  }
  noteAnswer();
  if (response.status === 401) close('ended');
  // Another tab signed in anew: this page's proof is of the session before.
  if (response.status === 403 && (await codeOf(response)) === 'csrf') void askDoor();
  return response;
}

async function codeOf(response: Response): Promise<unknown> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return (body as { code?: unknown } | null)?.code;
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for; throws `ApiProblem` when the service refused. */
export async function answerOf<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ApiProblem(response.status, error, response.headers.get(REQUEST_HEADER));
  return data as T;
}

async function fetchFile(path: string): Promise<Response> {
  const response = await send(new Request(path));
  if (!response.ok)
    throw new ApiProblem(response.status, await response.json().catch(() => null), response.headers.get(REQUEST_HEADER));
  return response;
}

/** Fetches a file as text. */
export async function readText(path: string): Promise<string> {
  return (await fetchFile(path)).text();
}

/** Fetches a file and hands it to the browser for saving. */
export async function download(path: string): Promise<void> {
  const response = await fetchFile(path);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(response.headers.get('content-disposition')) ?? path.split('/').at(-1) ?? 'file';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
