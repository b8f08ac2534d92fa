/** What all acts upon plans share: who may act, the person who answers, one transaction. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findOpenDraft, findPlan, takePlanTurn } from '@xincheng/store/plans';
import type { PlanDraftRow, PlanRow } from '@xincheng/store/plans';
import { writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';

/** The person who answers for an act. */
export interface Named {
  readonly name: string;
}

/** The same, with why it is done. */
export interface Reasoned extends Named {
  readonly reason: string;
}

/** Plans are the credit office's: it alone reads them in, confirms and amends them. */
export function isCreditOffice({ actor }: ActContext): boolean {
  return actor.scope === 'all';
}

/** Runs an act of the credit office in one transaction; plans are acted upon one after the other. A refusal writes nothing. */
export async function asOffice<S extends Named & { readonly reason?: string }, T>(
  platform: Platform,
  context: ActContext,
  said: S,
  act: (client: Client, said: S) => Promise<Result<T, PlanProblem>>,
): Promise<Result<T, PlanProblem>> {
  if (!isCreditOffice(context)) return planProblem('credit-office-only');
  const name = said.name.trim();
  if (name === '') return planProblem('name-missing');
  if (said.reason?.trim() === '') return planProblem('reason-missing');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takePlanTurn(client);
    return act(client, { ...said, name });
  });
}

/** The same upon an open draft. */
export async function onDraft<S extends Named & { readonly reason?: string }, T>(
  platform: Platform,
  context: ActContext,
  planId: string,
  said: S,
  act: (client: Client, draft: PlanDraftRow, said: S) => Promise<Result<T, PlanProblem>>,
): Promise<Result<T, PlanProblem>> {
  return asOffice(platform, context, said, async (client, by) => {
    const draft = await draftInHand(client, planId);
    return draft.ok ? act(client, draft.value, by) : draft;
  });
}

/** Notes an act upon a plan in the audit log. */
export async function writePlanAct(
  client: Client,
  context: ActContext,
  planId: string,
  act: `plan.${string}`,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAct(client, context, { act, objectKind: 'plan', objectId: planId, unitId: null, details });
}

/** The open draft of a plan; a plan in effect says that it is. */
export async function draftInHand(client: Client, planId: string): Promise<Result<PlanDraftRow, PlanProblem>> {
  const draft = await findOpenDraft(client, planId);
  if (draft !== null) return ok(draft);
  return (await findPlan(client, planId)) === null
    ? planProblem('no-such-draft', { id: planId })
    : planProblem('plan-in-effect', { id: planId });
}

/** A plan in effect. */
export async function planInHand(client: Client, planId: string): Promise<Result<PlanRow, PlanProblem>> {
  const plan = await findPlan(client, planId);
  if (plan === null) return planProblem('no-such-plan', { id: planId });
  return plan.state === 'closed' ? planProblem('plan-closed', { id: planId }) : ok(plan);
}
