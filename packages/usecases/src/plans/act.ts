/** What all acts upon plans share: who may act, the person who answers, one transaction. */
import type { Right } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findOpenDraft, findPlan, takePlanTurn } from '@xincheng/store/plans';
import type { PlanDraftRow, PlanRow } from '@xincheng/store/plans';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';

/** The person who answers for an act: typed where nobody signed in. */
export interface Named {
  readonly name?: string | undefined;
}

/** The same, with why it is done. */
export interface Reasoned extends Named {
  readonly reason: string;
}

/** What was said, with the signature under which it is recorded. */
type Signed<S> = S & { readonly name: string };

/** Runs an act of the credit office in one transaction; plans are acted upon one after the other. A refusal writes nothing. */
export async function asOffice<S extends Named & { readonly reason?: string }, T>(
  platform: Platform,
  context: ActContext,
  right: Right,
  said: S,
  act: (client: Client, said: Signed<S>) => Promise<Result<T, PlanProblem>>,
): Promise<Result<T, PlanProblem>> {
  if (!mayActForDistrict(context.actor, right)) return planProblem('credit-office-only');
  const name = signed(context, said.name);
  if (!name.ok) return name;
  if (said.reason?.trim() === '') return planProblem('reason-missing');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takePlanTurn(client);
    return act(client, { ...said, name: name.value });
  });
}

/** The same upon an open draft. */
export async function onDraft<S extends Named & { readonly reason?: string }, T>(
  platform: Platform,
  context: ActContext,
  planId: string,
  right: Right,
  said: S,
  act: (client: Client, draft: PlanDraftRow, said: Signed<S>) => Promise<Result<T, PlanProblem>>,
): Promise<Result<T, PlanProblem>> {
  return asOffice(platform, context, right, said, async (client, by) => {
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
