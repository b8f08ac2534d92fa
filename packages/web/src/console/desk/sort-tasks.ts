/** What waits on one, sorted into late, today and next. */

/** A thing to be done. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly dueOn: string | null;
  /** Where it is done; null where there is no page for it yet. */
  readonly to: '/records' | '/intake' | '/notices' | '/matters' | null;
  readonly open: string | null;
}

export interface Columns {
  readonly late: readonly Task[];
  readonly today: readonly Task[];
  readonly next: readonly Task[];
}

/** Most urgent first in each column. What has no due day is for today: nobody gains by leaving it. */
export function sortTasks(tasks: readonly Task[], today: string): Columns {
  const sorted = [...tasks].sort((a, b) => (a.dueOn ?? today).localeCompare(b.dueOn ?? today));
  const dayOf = ({ dueOn }: Task): string => dueOn ?? today;
  return {
    late: sorted.filter((task) => dayOf(task) < today),
    today: sorted.filter((task) => dayOf(task) === today),
    next: sorted.filter((task) => dayOf(task) > today),
  };
}
