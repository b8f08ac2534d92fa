/** Lets a few run at once and the rest wait in line: an import holds four connections and two threads. */
export interface Limiter {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Imports at once in one process; each takes four connections of the importing pool. */
export const IMPORTS_AT_ONCE = 2;

/** A limiter that lets `most` through at once, in order of arrival. */
export function createLimiter(most: number): Limiter {
  let running = 0;
  const line: (() => void)[] = [];
  return {
    run: async (work) => {
      if (running >= most) await new Promise<void>((resolve) => line.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
