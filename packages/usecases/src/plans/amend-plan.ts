/** A plan in effect is not edited: a paper amends it, by two persons and from that day on, and what was stays to be read. */
import type { Day } from '@xincheng/core/calendar';
import { hadAHand, isSamePerson, rightsOf, signatureOf } from '@xincheng/core/identity';
import type { NamedUnits } from '@xincheng/core/plans';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Client } from '@xincheng/store/connection';
import { listAccounts } from '@xincheng/store/identity';
import {
  bindUnits,
  boundUnits,
  changeDueDay,
  closePlanRow,
  dueDayOf,
  insertAmendment,
  listTasks,
  releaseUnit,
} from '@xincheng/store/plans';
import type { BoundUnit } from '@xincheng/store/plans';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { asOffice, planInHand, writePlanAct } from './act.ts';
import type { Reasoned } from './act.ts';
import { bindingsOf } from './named-units.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';
import { tellBound } from './tell-bound.ts';

/** What a paper changes about one task; its `name` is who approves the change. */
export interface PlanAmendment extends Reasoned {
  readonly number: string;
  /** Who prepared the change, another person; for who signed in one with an account, by login or name. */
  readonly preparedBy: string;
  /** Number or title of the paper. */
  readonly document: string;
  readonly dueOn?: Day | undefined;
  /** All units of the task as they are from today on, by name or id. */
  readonly units?: NamedUnits | undefined;
}

/** What changed. */
export interface Amended {
  readonly number: string;
  readonly dueOn: { readonly from: string | null; readonly to: string } | null;
  readonly bound: readonly BoundUnit[];
  readonly released: readonly BoundUnit[];
}

/** Amends one task of a plan in effect: one person prepares it, another approves it. */
export async function amendPlan(
  platform: Platform,
  context: ActContext,
  planId: string,
  amendment: PlanAmendment,
): Promise<Result<Amended, PlanProblem>> {
  return asOffice(platform, context, 'plan.confirm', amendment, async (client, { number, name, reason }) => {
    const document = amendment.document.trim();
    const preparer = await preparedBy(client, context, amendment.preparedBy);
    if (!preparer.ok) return preparer;
    if (hadAHand({ name, persons: context.actor }, [preparer.value])) return planProblem('same-person', { name });
    if (document === '') return planProblem('document-missing');
    const plan = await planInHand(client, planId);
    if (!plan.ok) return plan;
    if (!(await listTasks(client, planId)).some((task) => task.number === number))
      return planProblem('no-such-task', { id: planId, number });
    const units =
      amendment.units === undefined ? ok(null) : bindingsOf(platform.pack, { number, ...amendment.units }, context.today);
    if (!units.ok) return units;
    const moved = await rebind(client, planId, number, units.value, context.today);
    const from = await dueDayOf(client, planId, number);
    const dueOn = amendment.dueOn === undefined || amendment.dueOn === from ? null : { from, to: amendment.dueOn };
    if (dueOn === null && moved.bound.length + moved.released.length === 0) return planProblem('nothing-changes');
    const paper = { number, reason, document, approvedBy: name, at: context.now };
    await insertAmendment(client, planId, { ...paper, preparedBy: preparer.value });
    if (dueOn !== null) await changeDueDay(client, planId, { ...paper, dueOn: dueOn.to, askedBy: preparer.value });
    const amended = { number, dueOn, ...moved };
    await writePlanAct(client, context, planId, 'plan.amend', { ...amended, preparedBy: preparer.value, name, reason, document });
    await tellBound(client, platform, context, { plan: plan.value.title, aboutId: `${planId}/${number}`, name }, moved.bound);
    return ok(amended);
  });
}

/** More than any credit office has. */
const MOST_ACCOUNTS = 10_000;

/** The signature of who prepared a change: for who signed in the account of exactly one who may prepare it. */
async function preparedBy(client: Client, { actor }: ActContext, typed: string): Promise<Result<string, PlanProblem>> {
  const written = typed.trim();
  if (written === '') return planProblem('name-missing');
  if (actor.account === undefined) return ok(written);
  const accounts = await listAccounts(client, { unitId: null, after: null, limit: MOST_ACCOUNTS });
  const [one, ...others] = accounts
    .filter(({ disabledAt, roles }) => disabledAt === null && rightsOf(roles).includes('plan.import'))
    .filter((account) => account.login === written || isSamePerson(signatureOf(account), written));
  return one === undefined || others.length > 0 ? planProblem('unknown-preparer', { name: written }) : ok(signatureOf(one));
}

/** Lets go who is no longer named and binds who is new. Null keeps all. */
async function rebind(
  client: Client,
  planId: string,
  number: string,
  units: readonly BoundUnit[] | null,
  today: string,
): Promise<Pick<Amended, 'bound' | 'released'>> {
  if (units === null) return { bound: [], released: [] };
  const before = await boundUnits(client, planId, number);
  const isIn = (list: readonly BoundUnit[], one: BoundUnit): boolean =>
    list.some(({ unitId, role }) => unitId === one.unitId && role === one.role);
  const released = before.filter((one) => !isIn(units, one));
  const bound = units.filter((one) => !isIn(before, one));
  for (const one of released) await releaseUnit(client, planId, one, today);
  await bindUnits(client, planId, bound);
  return { bound, released };
}

/** Ends a plan: its tasks are no longer judged. */
export async function closePlan(
  platform: Platform,
  context: ActContext,
  planId: string,
  by: Reasoned,
): Promise<Result<{ readonly id: string }, PlanProblem>> {
  return asOffice(platform, context, 'plan.confirm', by, async (client, { name, reason }) => {
    const plan = await planInHand(client, planId);
    if (!plan.ok) return plan;
    await closePlanRow(client, planId, name, context.now);
    await writePlanAct(client, context, planId, 'plan.close', { name, reason });
    return ok({ id: planId });
  });
}
