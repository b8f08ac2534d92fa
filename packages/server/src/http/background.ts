/** Work that goes on after its request was answered. */
export interface Background {
  readonly run: (work: () => Promise<void>) => void;
  /** Waits until all of it has ended. */
  readonly settled: () => Promise<void>;
}

/** Keeps track of such work; a failure is logged under the number the client was given, never lost and never fatal. */
export function createBackground(onError: (thrown: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run: (work) => {
      const one = work()
        .catch(onError)
        .finally(() => running.delete(one));
      running.add(one);
    },
    settled: async () => {
      await Promise.all(running);
    },
  };
}
