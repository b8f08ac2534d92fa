/** The document piece by piece, each with what it was understood as; and what still keeps the plan from being confirmed. */
import type { components } from '../../api/index.ts';

export type PlanDraft = components['schemas']['PlanDraft'];
export type DraftTask = PlanDraft['tasks'][number];
export type Unread = PlanDraft['unread'][number];

/** A piece of the document, in its order. */
export type Piece =
  | { readonly kind: 'heading'; readonly line: number; readonly text: string }
  | { readonly kind: 'area'; readonly line: number; readonly number: string; readonly text: string }
  | { readonly kind: 'task'; readonly line: number; readonly task: DraftTask }
  | { readonly kind: 'unread'; readonly line: number; readonly unread: Unread };

const BESIDE = { heading: 0, area: 1, task: 2, unread: 3 } as const;

/** By line; what was not understood within a task stands behind it. */
export function piecesOf({ headings, areas, tasks, unread }: PlanDraft): readonly Piece[] {
  const pieces: readonly Piece[] = [
    ...headings.map(({ text, lines }) => ({ kind: 'heading' as const, line: lines.first, text })),
    ...areas.flatMap(({ number, title, lines }) =>
      lines === null ? [] : [{ kind: 'area' as const, line: lines.first, number, text: title }],
    ),
    ...tasks.map((task) => ({ kind: 'task' as const, line: task.lines.first, task })),
    ...unread.map((one) => ({ kind: 'unread' as const, line: lineOf(one, tasks), unread: one })),
  ];
  return [...pieces].sort((a, b) => a.line - b.line || BESIDE[a.kind] - BESIDE[b.kind]);
}

function lineOf({ line, task }: Unread, tasks: readonly DraftTask[]): number {
  return tasks.find(({ number, lines }) => number === task && lines.first <= line && line <= lines.last)?.lines.first ?? line;
}

/** What keeps one task from being given out. */
export interface TaskFaults {
  readonly unknown: readonly string[];
  readonly hasNoUnit: boolean;
  readonly isEarly: boolean;
}

/** Looked for task by task; an early day may have been accepted, which the service knows. */
export function faultsOf(task: DraftTask, { issuedOn, unknownUnits }: Pick<PlanDraft, 'issuedOn' | 'unknownUnits'>): TaskFaults {
  return {
    unknown: unknownUnits.filter(({ number }) => number === task.number).map(({ name }) => name),
    hasNoUnit: task.leads.length + task.responsible.length + task.supporting.length === 0,
    isEarly: task.due !== null && issuedOn !== null && task.due < issuedOn,
  };
}

/** Whether somebody has still to do something about a piece. */
export function isOpenPiece(piece: Piece, draft: PlanDraft): boolean {
  if (piece.kind === 'unread') return piece.unread.settledAs === null;
  if (piece.kind !== 'task') return false;
  const { unknown, hasNoUnit, isEarly } = faultsOf(piece.task, draft);
  return unknown.length > 0 || hasNoUnit || isEarly;
}
