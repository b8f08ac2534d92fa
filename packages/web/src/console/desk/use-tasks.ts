/** Everything that waits, gathered from the capabilities. */
import { useQueries } from '@tanstack/react-query';
import { useMay, useSession } from '../../session/index.ts';
import { SOURCES } from './sources.ts';
import type { Task, TaskKind } from './task.ts';

interface Tasks {
  readonly tasks: readonly Task[];
  /** Some have not answered yet. */
  readonly isReading: boolean;
  /** Of these there is more than was read. */
  readonly cut: readonly TaskKind[];
  /** The first that could not be read, when the others could. */
  readonly error: unknown;
}

/** What waits on me, and what waits on others and may be seen. */
export function useTasks(): Tasks {
  const may = useMay();
  const { unit } = useSession();
  const who = { unit, may };
  const sources = SOURCES.filter(({ right }) => may(right));
  return useQueries({
    queries: sources.map(({ kind, read }) => ({
      queryKey: ['desk', kind],
      queryFn: () => read(who),
    })),
    combine: (answers) => ({
      tasks: answers.flatMap(({ data }) => data?.items ?? []),
      isReading: answers.some(({ isLoading }) => isLoading),
      cut: sources.flatMap(({ kind }, at) => (answers[at]?.data?.isCut === true ? [kind] : [])),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
