/** Everything that waits, gathered from the capabilities. */
import { useQueries } from '@tanstack/react-query';
import { useMay, useSession } from '../../session/index.ts';
import { SOURCES } from './sources.ts';
import type { Task } from './task.ts';

interface Tasks {
  readonly tasks: readonly Task[];
  readonly isLoading: boolean;
  /** The first that could not be read, when the others could. */
  readonly error: unknown;
}

/** What waits on me, and what waits on others and may be seen. */
export function useTasks(): Tasks {
  const may = useMay();
  const { unit } = useSession();
  const who = { unit, may };
  return useQueries({
    queries: SOURCES.filter(({ right }) => may(right)).map(({ key, read }) => ({
      queryKey: ['desk', key],
      queryFn: () => read(who),
    })),
    combine: (answers) => ({
      tasks: answers.flatMap(({ data }) => data ?? []),
      isLoading: answers.some(({ isLoading }) => isLoading),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
