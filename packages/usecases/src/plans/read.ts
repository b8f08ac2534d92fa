/** Reading plans: what is asked, how far it is come, and each unit's own part. */
import { TASK_STATES } from '@xincheng/core/plans';
import type { TaskState } from '@xincheng/core/plans';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  findPlan,
  listAmendments,
  listAreas,
  listDueChanges,
  listOpenDrafts,
  listPlans,
  listProofEvents,
} from '@xincheng/store/plans';
import type { AreaRow, PlanDraftRow, PlanRow } from '@xincheng/store/plans';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { asJudge, judgePlan } from './judge.ts';
import type { JudgedTask } from './judge.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';
import { partsOf, taskDetail, taskView } from './view.ts';
import type { TaskDetail, TaskView } from './view.ts';

/** Plans in effect, and for the credit office those that wait to be confirmed. */
export interface PlanList {
  readonly plans: readonly PlanRow[];
  readonly drafts: readonly PlanDraftRow[];
}

export interface PlanView extends PlanRow {
  /** When the tasks were judged: at this very reading. */
  readonly asOf: Date;
  readonly areas: readonly AreaRow[];
  readonly tasks: readonly TaskView[];
}

/** How many tasks stand how. */
export type StateCounts = Readonly<Record<TaskState, number>>;

export interface BoardUnit extends StateCounts {
  readonly unitId: string;
  readonly tasks: number;
  readonly measured: number;
  readonly fulfilled: number;
}

/** A plan at a glance. */
export interface PlanBoard {
  readonly plan: PlanRow;
  /** When the tasks were judged: at this very reading. */
  readonly asOf: Date;
  readonly counts: StateCounts;
  readonly areas: readonly (AreaRow & StateCounts)[];
  /** Not proven and due next, the soonest first. */
  readonly next: readonly TaskView[];
  /** Late or regressed. */
  readonly troubled: readonly TaskView[];
  /** Units by the tasks that bind them: for the credit office all, for a unit itself. */
  readonly units: readonly BoardUnit[];
}

/** What plans there are, as far as the reader may see. */
export async function listPlansFor(platform: Platform, { actor }: ActContext): Promise<PlanList> {
  return withTransaction(platform.database.app, readerOf(actor, 'plan.read'), async (client) => ({
    plans: await listPlans(client),
    drafts: await listOpenDrafts(client),
  }));
}

/** A plan with all its tasks as they stand. */
export async function readPlan(platform: Platform, context: ActContext, planId: string): Promise<Result<PlanView, PlanProblem>> {
  return reading(platform, context, planId, async (client, judge, plan) => {
    const tasks = await judgePlan(client, platform, judge, plan);
    const areas = await listAreas(client, planId);
    return ok({ ...plan, asOf: context.now, areas, tasks: tasks.map((task) => taskView(task, context.actor)) });
  });
}

/** One task with its proof. */
export async function readTask(
  platform: Platform,
  context: ActContext,
  planId: string,
  number: string,
): Promise<Result<TaskDetail, PlanProblem>> {
  return reading(platform, context, planId, async (client, judge, plan) => {
    const [task] = await judgePlan(client, platform, judge, plan, number);
    if (task === undefined) return planProblem('no-such-task', { id: planId, number });
    const ofTask = (one: { readonly number: string }): boolean => one.number === number;
    const dueChanges = (await listDueChanges(client, planId)).filter(ofTask);
    const amendments = (await listAmendments(client, planId)).filter(ofTask);
    const history = (await listProofEvents(client, planId, number)).map(({ snapshot: _snapshot, ...event }) => event);
    return ok(taskDetail(task, context.actor, { asOf: context.now, dueChanges, amendments, history }));
  });
}

/** A plan at a glance. */
export async function readPlanBoard(
  platform: Platform,
  context: ActContext,
  planId: string,
): Promise<Result<PlanBoard, PlanProblem>> {
  return reading(platform, context, planId, async (client, judge, plan) => {
    const tasks = await judgePlan(client, platform, judge, plan);
    const areas = await listAreas(client, planId);
    const shown = tasks.map((task) => taskView(task, context.actor));
    const isDue = ({ state, dueOn }: TaskView): boolean => state !== 'proven' && dueOn !== null && dueOn >= context.today;
    const due = plan.state === 'closed' ? [] : shown.filter(isDue);
    return ok({
      plan,
      asOf: context.now,
      counts: countsOf(tasks),
      areas: areas.map((area) => ({ ...area, ...countsOf(tasks.filter((task) => task.area === area.number)) })),
      next: due.sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : a.dueOn === b.dueOn ? 0 : 1)),
      troubled: shown.filter(({ state }) => state === 'late' || state === 'regressed'),
      units: boardUnits(tasks, context),
    });
  });
}

/** Looks for the plan as the reader, then judges it. A firm sees no plans. */
async function reading<T>(
  platform: Platform,
  context: ActContext,
  planId: string,
  read: (client: Client, judge: ActContext, plan: PlanRow) => Promise<Result<T, PlanProblem>>,
): Promise<Result<T, PlanProblem>> {
  const plan = await withTransaction(platform.database.app, readerOf(context.actor, 'plan.read'), (client) =>
    findPlan(client, planId),
  );
  if (plan === null) return planProblem('no-such-plan', { id: planId });
  return asJudge(platform, context, (client, judge) => read(client, judge, plan));
}

function countsOf(tasks: readonly Pick<JudgedTask, 'state'>[]): StateCounts {
  const count = (state: TaskState): number => tasks.filter((task) => task.state === state).length;
  return Object.fromEntries(TASK_STATES.map((state) => [state, count(state)])) as Record<TaskState, number>;
}

function boardUnits(tasks: readonly JudgedTask[], { actor }: ActContext): readonly BoardUnit[] {
  const units = new Set(tasks.flatMap(({ bound }) => bound.map(({ unitId }) => unitId)));
  return [...units]
    .filter((unitId) => actor.scope === 'all' || actor.units.includes(unitId))
    .sort()
    .map((unitId) => {
      const own = tasks.filter(({ bound }) => bound.some((one) => one.unitId === unitId));
      const parts = own.flatMap((task) => partsOf(task).filter((part) => part.unitId === unitId));
      const sum = (of: 'measured' | 'fulfilled'): number => parts.reduce((total, part) => total + part[of], 0);
      return { unitId, tasks: own.length, ...countsOf(own), measured: sum('measured'), fulfilled: sum('fulfilled') };
    });
}
