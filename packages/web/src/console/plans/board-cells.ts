/** The plan as a board: areas down, units across, the worst of each cell, late ones first in reading order. */
import type { TaskState } from '@xincheng/core/plans';

/** From what needs somebody most to what needs nobody. */
export const WORST_FIRST: readonly TaskState[] = ['late', 'regressed', 'in-progress', 'not-started', 'proven'];

/** What of a task the board looks at. */
export interface BoardTask {
  readonly number: string;
  readonly area: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly bound: readonly { readonly unit: string }[];
}

/** Tasks of one area that bind one unit, the worst first. */
export interface Cell<T> {
  readonly unit: string;
  readonly tasks: readonly T[];
  readonly worst: TaskState;
  /** Tasks that stand as badly as the worst. */
  readonly count: number;
}

export interface Row<T, A> {
  readonly area: A;
  /** One for each unit of the board, null where the area asks nothing of it. */
  readonly cells: readonly (Cell<T> | null)[];
}

export interface Board<T, A> {
  readonly units: readonly string[];
  readonly rows: readonly Row<T, A>[];
}

/** Units that do not fit go together under this name. */
export const REST = '*';

/** Late before the others, then by day; as they stand in the plan where nothing else tells them apart. */
export function worstFirst<T extends BoardTask>(tasks: readonly T[]): readonly T[] {
  return [...tasks].sort(
    (a, b) => rank(a) - rank(b) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || tasks.indexOf(a) - tasks.indexOf(b),
  );
}

/** The board; units beyond `most` stand together in a last column. */
export function boardOf<T extends BoardTask, A extends { readonly number: string }>(
  tasks: readonly T[],
  areas: readonly A[],
  most = Infinity,
): Board<T, A> {
  const ordered = unitsOf(tasks);
  const alone = ordered.length <= most ? ordered : ordered.slice(0, most - 1);
  const columns = alone.map((unit) => ({ unit, holds: (one: string) => one === unit }));
  if (alone.length < ordered.length) columns.push({ unit: REST, holds: (one) => !alone.includes(one) });
  const rows = areas
    .map((area) => ({ area, tasks: tasks.filter((task) => task.area === area.number) }))
    .filter((one) => one.tasks.length > 0)
    .sort((a, b) => byTrouble(a.tasks, b.tasks))
    .map((one) => ({
      area: one.area,
      cells: columns.map(({ unit, holds }) =>
        cellOf(
          unit,
          one.tasks.filter(({ bound }) => bound.some((part) => holds(part.unit))),
        ),
      ),
    }));
  return { units: columns.map(({ unit }) => unit), rows };
}

/** Units with their tasks, those in most trouble first. */
export function unitsOf(tasks: readonly BoardTask[]): readonly string[] {
  const own = new Map<string, BoardTask[]>();
  for (const task of tasks)
    for (const unit of new Set(task.bound.map((part) => part.unit))) own.set(unit, [...(own.get(unit) ?? []), task]);
  return [...own].sort(([a, mine], [b, theirs]) => byTrouble(mine, theirs) || a.localeCompare(b)).map(([unit]) => unit);
}

/** How many tasks stand how. */
export function countStates(tasks: readonly BoardTask[]): Readonly<Record<TaskState, number>> {
  const count = (state: TaskState): number => tasks.filter((task) => task.state === state).length;
  return {
    late: count('late'),
    regressed: count('regressed'),
    'in-progress': count('in-progress'),
    'not-started': count('not-started'),
    proven: count('proven'),
  };
}

function cellOf<T extends BoardTask>(unit: string, tasks: readonly T[]): Cell<T> | null {
  const sorted = worstFirst(tasks);
  const worst = sorted[0]?.state;
  if (worst === undefined) return null;
  return { unit, tasks: sorted, worst, count: sorted.filter(({ state }) => state === worst).length };
}

function byTrouble(a: readonly BoardTask[], b: readonly BoardTask[]): number {
  const [mine, theirs] = [countStates(a), countStates(b)];
  const differing = WORST_FIRST.find((state) => mine[state] !== theirs[state]);
  return differing === undefined ? 0 : theirs[differing] - mine[differing];
}

function rank({ state }: BoardTask): number {
  return WORST_FIRST.indexOf(state);
}
