/** Plans, drafts and tasks as the API states them. */
import type {
  BoundAnswer,
  PlanAnswer,
  PlanBoardAnswer,
  PlanDraftAnswer,
  TaskAnswer,
  TaskDetailAnswer,
} from '@xincheng/contract/api';
import type { Amended, DraftView, OwnPart, PlanBoard, PlanList, PlanView, TaskDetail, TaskView } from '@xincheng/usecases/plans';

type PlanRow = PlanList['plans'][number];
type DraftRow = PlanList['drafts'][number];

/** Plans in effect and those that wait. */
export function presentList({ plans, drafts }: PlanList) {
  return { plans: plans.map(planHead), drafts: drafts.map(draftHead) };
}

/** A plan that waits to be confirmed. */
export function presentDraft(draft: DraftView): PlanDraftAnswer {
  const { content, unread, unknownUnits } = draft;
  return {
    ...draftHead(draft),
    headings: [...content.headings],
    areas: [...content.areas],
    tasks: content.tasks.map(({ dueWords: _dueWords, leads, responsible, supporting, targets, instruments, ...task }) => ({
      ...{ ...task, leads: [...leads], responsible: [...responsible], supporting: [...supporting] },
      ...{ targets: [...targets], instruments: [...instruments] },
    })),
    unread: unread.map(({ settledAt: _settledAt, ...one }) => one),
    unknownUnits: [...unknownUnits],
  };
}

/** A plan with its tasks. */
export function presentPlan({ asOf, areas, tasks, ...plan }: PlanView): PlanAnswer {
  return { ...planHead(plan), asOf: asOf.toISOString(), areas: [...areas], tasks: tasks.map(presentTask) };
}

/** A plan at a glance. */
export function presentPlanBoard({ plan, asOf, counts, areas, next, troubled, units }: PlanBoard): PlanBoardAnswer {
  return {
    plan: planHead(plan),
    asOf: asOf.toISOString(),
    counts,
    areas: [...areas],
    next: next.map(presentTask),
    troubled: troubled.map(presentTask),
    units: units.map(({ unitId, ...one }) => ({ unit: unitId, ...one })),
  };
}

/** What a paper changed. */
export function presentAmended({ number, dueOn, bound, released }: Amended) {
  return { number, dueOn, bound: bound.map(presentBound), released: released.map(presentBound) };
}

/** A unit's word. */
export function presentDeclaration({ unitId, at, ...said }: TaskDetail['declarations'][number]) {
  return { ...said, unit: unitId, at: at.toISOString() };
}

/** A task with its proof. */
export function presentDetail(task: TaskDetail): TaskDetailAnswer {
  const { asOf, targets, instruments, proof, parts, declarations, dueChanges, amendments, history } = task;
  return {
    ...presentTask(task),
    asOf: asOf.toISOString(),
    targets: [...targets],
    instruments: [...instruments],
    proof: proof.map(({ needs, parts: each, ...condition }) => ({
      ...condition,
      needs: [...needs],
      parts: each.map(({ unitId, ...part }) => ({ unit: unitId, ...part })),
    })),
    parts: parts.map(presentPart),
    declarations: declarations.map(presentDeclaration),
    dueChanges: dueChanges.map(({ number: _number, at, ...change }) => ({ ...change, at: at.toISOString() })),
    amendments: amendments.map(({ number: _number, at, ...paper }) => ({ ...paper, at: at.toISOString() })),
    history: history.map(({ number: _number, at, ...event }) => ({ ...event, at: at.toISOString() })),
  };
}

function presentTask(task: TaskView): TaskAnswer {
  const { bound, mine, needs } = task;
  return { ...task, needs: [...needs], bound: bound.map(presentBound), mine: mine.map(presentPart) };
}

function presentBound({ unitId, ...bound }: TaskView['bound'][number]): BoundAnswer {
  return { unit: unitId, ...bound };
}

function presentPart({ unitId, roles, ...part }: OwnPart) {
  return { unit: unitId, roles: [...roles], ...part };
}

function planHead({ id, title, issuedOn, state, importedBy, confirmedBy, confirmedAt, confirmedOn, closedAt }: PlanRow) {
  const who = { importedBy, confirmedBy, confirmedAt: confirmedAt.toISOString(), confirmedOn };
  return { id, title, issuedOn, state, ...who, closedAt: closedAt?.toISOString() ?? null };
}

function draftHead({ planId, title, issuedOn, fileName, fileSha256, importedBy, importedAt, amendedBy }: DraftRow) {
  const who = { importedBy, importedAt: importedAt.toISOString(), amendedBy: [...amendedBy] };
  return { id: planId, title, issuedOn, fileName, fileSha256, ...who };
}
