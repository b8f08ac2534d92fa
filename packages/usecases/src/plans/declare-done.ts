/** A unit's word that a task is done. It is shown as its word; only numbers prove a task. */
import { hidePersonalData } from '@xincheng/core/intake';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { boundUnits, insertDeclaration, listTasks } from '@xincheng/store/plans';
import type { Declaration } from '@xincheng/store/plans';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { planInHand } from './act.ts';
import type { Named } from './act.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';

export interface DeclaringDone extends Named {
  readonly number: string;
  readonly unitId: string;
  /** What was done. */
  readonly words: string;
}

/** Declares a task done, by a named person of a unit that leads it or answers for it. */
export async function declareDone(
  platform: Platform,
  context: ActContext,
  planId: string,
  { number, unitId, ...said }: DeclaringDone,
): Promise<Result<Declaration, PlanProblem>> {
  if (!mayActFor(context.actor, 'plan.declare', unitId)) return planProblem('not-your-unit');
  const signature = signed(context, said.name);
  if (!signature.ok) return signature;
  const [name, words] = [signature.value, said.words.trim()];
  if (words === '') return planProblem('words-missing');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const plan = await planInHand(client, planId);
    if (!plan.ok) return plan;
    if (!(await listTasks(client, planId)).some((task) => task.number === number))
      return planProblem('no-such-task', { id: planId, number });
    const bound = await boundUnits(client, planId, number);
    if (!bound.some((one) => one.unitId === unitId && one.role !== 'supporting'))
      return planProblem('not-bound', { unit: platform.pack.units.get(unitId)?.name ?? unitId, number });
    const declaration = { number, unitId, words: hidePersonalData(words), name, at: context.now, day: context.today };
    await insertDeclaration(client, planId, declaration);
    await writeAct(client, context, {
      act: 'task.declare',
      objectKind: 'task',
      objectId: `${planId}/${number}`,
      unitId,
      details: { words: declaration.words, name },
    });
    return ok(declaration);
  });
}
