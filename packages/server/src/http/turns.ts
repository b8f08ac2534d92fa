/** Requests that take turns. */
export interface Turns {
  /** Runs work when everything begun earlier under the same key has ended, well or badly. */
  readonly take: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

/** Turns by key; a key nobody waits under is forgotten. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: async (key, work) => {
      const before = last.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
