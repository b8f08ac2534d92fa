/** Tasks sorted into late, today and next, and counted by unit. */
import type { Task, TaskKind } from './task.ts';

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

/** What waits on one unit. */
export interface UnitTasks extends Columns {
  readonly unit: string;
  /** Kinds of what is late, or where nothing is, of all; the most frequent first. */
  readonly kinds: readonly { readonly kind: TaskKind; readonly count: number }[];
}

/** Units by what is late with them, then by what there is at all. */
export function byUnit(tasks: readonly Task[], today: string): readonly UnitTasks[] {
  const units = [...new Set(tasks.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  return units
    .map((unit) => {
      const own = tasks.filter((task) => task.unit === unit);
      const columns = sortTasks(own, today);
      return { unit, ...columns, kinds: kindsOf(columns.late.length > 0 ? columns.late : own) };
    })
    .sort((a, b) => b.late.length - a.late.length || allOf(b) - allOf(a) || a.unit.localeCompare(b.unit));
}

function allOf({ late, today, next }: Columns): number {
  return late.length + today.length + next.length;
}

function kindsOf(tasks: readonly Task[]): UnitTasks['kinds'] {
  const counts = new Map<TaskKind, number>();
  for (const { kind } of tasks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
