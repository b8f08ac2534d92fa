/** The time of long work: what is noted late in it must not be noted as early, or readers of the feed have gone past it. */
import type { ActContext } from '../identity/index.ts';

/** A clock that starts at the instant of the act and goes on with the work. */
export function workClock({ now }: Pick<ActContext, 'now'>): () => Date {
  const began = performance.now();
  return () => new Date(now.getTime() + Math.round(performance.now() - began));
}
