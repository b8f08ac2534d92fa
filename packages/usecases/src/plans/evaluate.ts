/** Evaluating plans by themselves: what began or ceased to hold is noted on its day, whether anybody reads or not. */
import type { TaskState } from '@xincheng/core/plans';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { findPlan, listPlans } from '@xincheng/store/plans';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { asJudge, judgePlan } from './judge.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';

/** How the tasks of a plan stand. */
export interface Evaluation {
  readonly id: string;
  readonly tasks: readonly { readonly number: string; readonly state: TaskState }[];
}

/** Evaluates one plan. */
export async function evaluatePlan(
  platform: Platform,
  context: Pick<ActContext, 'now' | 'today'>,
  planId: string,
): Promise<Result<Evaluation, PlanProblem>> {
  return asJudge(platform, context, async (client, judge) => {
    const plan = await findPlan(client, planId);
    if (plan === null) return planProblem('no-such-plan', { id: planId });
    const tasks = await judgePlan(client, platform, judge, plan);
    return ok({ id: planId, tasks: tasks.map(({ number, state }) => ({ number, state })) });
  });
}

/** Evaluates every plan in effect, each in a transaction of its own; their ids. */
export async function evaluatePlans(platform: Platform, context: Pick<ActContext, 'now' | 'today'>): Promise<readonly string[]> {
  const plans = await asJudge(platform, context, listPlans);
  const inEffect = plans.filter(({ state }) => state === 'confirmed').map(({ id }) => id);
  const judged: string[] = [];
  // A plan that was closed meanwhile is judged no more.
  for (const id of inEffect) if ((await evaluatePlan(platform, context, id)).ok) judged.push(id);
  return judged;
}
