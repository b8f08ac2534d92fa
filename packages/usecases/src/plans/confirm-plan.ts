/** A plan takes effect: a person who had no hand in the draft confirms it, and its tasks are given out. */
import { hadAHand } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { decideDraft, insertPlan, listUnread } from '@xincheng/store/plans';
import type { BoundUnit, PlanDraftRow, PlanToMake, UnreadRow } from '@xincheng/store/plans';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { onDraft, writePlanAct } from './act.ts';
import type { Named } from './act.ts';
import type { AmendedTask } from './draft.ts';
import { bindingsOf } from './named-units.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';
import { tellBound } from './tell-bound.ts';

/** What was given out. */
export interface Dispatched {
  readonly id: string;
  readonly title: string;
  readonly tasks: number;
  /** Different units bound by any task. */
  readonly units: number;
  /** Tasks of which no file says what proves them. */
  readonly withoutProof: readonly string[];
}

/** Confirms a draft and gives its tasks out: groups are expanded to their members of today, and stay so. */
export async function confirmPlan(
  platform: Platform,
  context: ActContext,
  planId: string,
  by: Named,
): Promise<Result<Dispatched, PlanProblem>> {
  return onDraft(platform, context, planId, 'plan.confirm', by, async (client, draft, { name }) => {
    const hands = [draft.importedBy, ...draft.amendedBy];
    if (hadAHand({ name, persons: context.actor }, hands)) return planProblem('same-person', { name });
    const left = unreadLeft(await listUnread(client, draft.id));
    if (left !== null) return left;
    const plan = planOf(platform, draft, context, name);
    if (!plan.ok) return plan;
    await decideDraft(client, draft.id, { as: 'confirmed', by: name, at: context.now });
    await insertPlan(client, plan.value);
    const dispatched = dispatchedOf(platform, plan.value);
    const { tasks, units } = dispatched;
    await writePlanAct(client, context, planId, 'plan.confirm', { draft: draft.id, name, tasks, units });
    const { title, bound } = plan.value;
    await tellBound(client, platform, context, { plan: title, aboutId: planId, name }, bound);
    return ok(dispatched);
  });
}

function unreadLeft(unread: readonly UnreadRow[]): Result<never, PlanProblem> | null {
  const left = unread.filter(({ settledAs }) => settledAs === null);
  const [first] = left;
  return first === undefined ? null : planProblem('unread-left', { count: left.length, line: first.line, text: first.text });
}

/** The draft as a plan, when every task of it can be given out. */
function planOf(
  platform: Platform,
  draft: PlanDraftRow,
  { now, today }: ActContext,
  name: string,
): Result<PlanToMake, PlanProblem> {
  const { areas, tasks } = draft.content;
  const bound: BoundUnit[] = [];
  const numbers = new Set<string>();
  for (const task of tasks) {
    if (numbers.has(task.number)) return planProblem('number-twice', { number: task.number });
    numbers.add(task.number);
    const early = earlyDue(task, draft.issuedOn);
    if (early !== null) return early;
    const units = bindingsOf(platform.pack, task, today);
    if (!units.ok) return units;
    bound.push(...units.value);
  }
  return ok({
    id: draft.planId,
    title: draft.title,
    issuedOn: draft.issuedOn,
    draftId: draft.id,
    importedBy: draft.importedBy,
    confirmedBy: name,
    confirmedAt: now,
    confirmedOn: today,
    areas,
    tasks: tasks.map(({ number, area, text, due, dueKind, targets, instruments }) => ({
      number,
      area,
      text,
      plannedDueOn: due,
      dueKind,
      targets,
      instruments,
    })),
    bound,
  });
}

/** Nothing is due before the paper that asks for it, unless a person says that it is meant so. */
function earlyDue({ number, due, earlyDueReason }: AmendedTask, issuedOn: string | null): Result<never, PlanProblem> | null {
  if (due === null || issuedOn === null || due >= issuedOn || earlyDueReason !== undefined) return null;
  return planProblem('due-before-plan', { number, dueOn: due, issuedOn });
}

function dispatchedOf({ pack }: Platform, { id, title, tasks, bound }: PlanToMake): Dispatched {
  const proven = new Set(pack.plans.get(id)?.tasks.map(({ number }) => number));
  return {
    id,
    title,
    tasks: tasks.length,
    units: new Set(bound.map(({ unitId }) => unitId)).size,
    withoutProof: tasks.map(({ number }) => number).filter((number) => !proven.has(number)),
  };
}
