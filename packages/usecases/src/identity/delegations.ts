/** Standing in for a colleague who is away. What is done so is noted under both names, and approves nothing of either. */
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { allows } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { endDelegation, findAccountByLogin, findDelegation, insertDelegation, listDelegations } from '@xincheng/store/identity';
import type { AccountRow, NamedDelegation } from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { identityOf } from './actor.ts';
import type { ActContext, Actor } from './actor.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';

/** A delegation as people see it. */
export type DelegationView = NamedDelegation;

/** A leave, not a second job. */
const MOST_DAYS = 92;

export interface NewDelegation {
  /** Login of who is away; absent: whoever asks. Somebody else only by who manages accounts. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly reason: string;
}

/** Says who stands in. */
export async function delegate(
  platform: Platform,
  context: ActContext,
  { from, to, fromOn, untilOn, reason }: NewDelegation,
): Promise<Result<NamedDelegation, IdentityProblem>> {
  const { actor, now, today } = context;
  if (actor.onBehalfOf !== undefined) return refused('in-anothers-place');
  if (from === undefined && actor.account === undefined) return refused('no-account');
  if (fromOn < today || untilOn < fromOn || untilOn > addDays(fromOn, MOST_DAYS))
    return refused('delegation-days', { days: String(MOST_DAYS) });
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const away = await findAccountByLogin(client, from ?? actor.id);
    if (away === null) return refused('no-such-account');
    if (away.login !== actor.id && !manages(actor, away)) return refused('account-out-of-scope');
    const other = await findAccountByLogin(client, to);
    if (other === null || other.id === away.id || other.unitId !== away.unitId || other.disabledAt !== null)
      return refused('delegate-unfit');
    const made = { madeAt: now, madeBy: actor.id, endedAt: null, endedBy: null };
    const row = {
      id: uuidV7(now),
      fromAccount: away.id,
      toAccount: other.id,
      unitId: away.unitId,
      fromOn,
      untilOn,
      reason,
      ...made,
    };
    await insertDelegation(client, row);
    const named = { ...row, fromName: away.name, toName: other.name };
    await note(client, context, named, 'create', { from: away.login, to: other.login, fromOn, untilOn, reason });
    return ok(named);
  });
}

/** Ends one before its time: whoever is away, whoever stands in, or who manages their accounts. */
export async function endStandIn(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<NamedDelegation, IdentityProblem>> {
  const { actor, now } = context;
  if (actor.onBehalfOf !== undefined) return refused('in-anothers-place');
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const row = await findDelegation(client, id);
    const isOwn = row !== null && [row.fromAccount, row.toAccount].includes(actor.account?.id ?? '');
    if (row === null || !(isOwn || allows(actor, 'account.manage', row.unitId))) return refused('no-such-delegation');
    if (row.endedAt !== null) return refused('already-ended');
    await endDelegation(client, id, actor.id, now);
    await note(client, context, row, 'end', {});
    return ok({ ...row, endedAt: now, endedBy: actor.id });
  });
}

/** One's own, or those in scope for who may look at accounts; the newest first. */
export async function readDelegations(
  platform: Platform,
  { actor }: ActContext,
  page: { readonly before: string | null; readonly limit: number },
): Promise<Result<readonly NamedDelegation[], IdentityProblem>> {
  const accountId = allows(actor, 'account.read') ? null : actor.account?.id;
  if (accountId === undefined) return refused('no-account');
  return withTransaction(platform.database.app, identityOf(actor), async (client) =>
    ok(await listDelegations(client, { accountId, ...page })),
  );
}

function manages(actor: Actor, away: AccountRow): boolean {
  return allows(actor, 'account.manage', away.unitId) && (actor.scope === 'all' || away.scope === 'units');
}

async function note(
  client: Client,
  context: ActContext,
  { id, unitId }: NamedDelegation,
  act: 'create' | 'end',
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAct(client, context, { act: `delegation.${act}`, objectKind: 'delegation', objectId: id, unitId, details });
}
