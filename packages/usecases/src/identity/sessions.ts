/** Sessions: who is behind a cookie, and their end. */
import { dayOf } from '@xincheng/core/calendar';
import { isTransferable, rightsOf, sessionEnd } from '@xincheng/core/identity';
import type { Right, Role } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import {
  endOwnSession,
  endSession,
  endSessions,
  findSession,
  forgetSessions,
  listSessions,
  touchSession,
} from '@xincheng/store/identity';
import type { OwnSessionRow, SessionRow } from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import type { Platform } from '../platform/index.ts';
import type { ActContext, Actor } from './actor.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { csrfToken, tokenHash } from './secrets.ts';

/** What somebody may know of their own session. */
export interface SessionView {
  readonly login: string;
  readonly name: string;
  readonly unitId: string;
  readonly scope: 'units' | 'all';
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
  readonly mustChangePassword: boolean;
  readonly hasTotp: boolean;
  /** The role asks for an authenticator that is not set up yet; until then there is no right. */
  readonly mustAddTotp: boolean;
  /** When it ends if nothing more is asked. */
  readonly endsAt: Date;
  readonly actingFor: string | null;
  readonly standsInFor: readonly { readonly login: string; readonly name: string }[];
  readonly csrf: string;
}

/** Somebody who has signed in, as use cases and as they themselves see them. */
export interface Visitor {
  readonly actor: Actor;
  readonly session: SessionView;
}

/** Looking at who is there, before it is known who asks. */
export const AT_THE_DOOR = { actor: 'sign-in', scope: 'identity' } as const;

/** Noted this often at most: not every request is to write. */
const TOUCH_MS = 60_000;

/** Who a session's token stands for. `actingFor` is the login in whose place they want to act. */
export async function visitorOf(
  platform: Platform,
  now: Date,
  token: string,
  actingFor: string | null,
): Promise<Result<Visitor, IdentityProblem>> {
  const idHash = tokenHash(token);
  const row = await withTransaction(platform.database.app, AT_THE_DOOR, async (client) => {
    const found = await findSession(client, idHash, dayOf(now));
    if (found === null || endOf(platform, found) <= now) return null;
    if (now.getTime() - found.seenAt.getTime() < TOUCH_MS) return found;
    await touchSession(client, idHash, now);
    return { ...found, seenAt: now };
  });
  if (row === null) return refused('session-ended');
  const inPlaceOf = row.standsInFor.find(({ login }) => login === actingFor);
  if (actingFor !== null && inPlaceOf === undefined) return refused('not-standing-in', { login: actingFor });
  return ok(visitor(platform, now, token, row, inPlaceOf));
}

function endOf({ pack }: Platform, { sessionCreatedAt, seenAt }: SessionRow): Date {
  return sessionEnd({ createdAt: sessionCreatedAt, seenAt }, pack.accounts);
}

function visitor(
  platform: Platform,
  now: Date,
  token: string,
  row: SessionRow,
  inPlaceOf: SessionRow['standsInFor'][number] | undefined,
): Visitor {
  const { login, name, unitId } = row;
  const mustChangePassword = isPasswordDue(platform, now, row);
  const held = inPlaceOf === undefined ? rightsOf(row.roles) : rightsOf(inPlaceOf.roles).filter(isTransferable);
  const mustAddTotp = isTotpDue(platform, row, inPlaceOf?.roles ?? row.roles);
  const rights = mustChangePassword || mustAddTotp ? [] : held;
  const scope = inPlaceOf?.scope ?? row.scope;
  const actor: Actor = {
    id: login,
    scope,
    units: [unitId],
    subjects: [],
    rights,
    account: { id: row.id, name, session: tokenHash(token) },
    standsInFor: row.standsInFor.map((away) => away.login),
    ...(inPlaceOf === undefined ? {} : { onBehalfOf: { id: inPlaceOf.login, name: inPlaceOf.name } }),
  };
  const session = {
    ...{ login, name, unitId, scope, roles: row.roles, rights, mustChangePassword, mustAddTotp, hasTotp: row.hasTotp },
    endsAt: endOf(platform, row),
    actingFor: inPlaceOf?.login ?? null,
    standsInFor: row.standsInFor.map((away) => ({ login: away.login, name: away.name })),
    csrf: csrfToken(token),
  };
  return { actor, session };
}

/** A password given by somebody else, or one too old where the district asks for new ones. */
function isPasswordDue({ pack }: Platform, now: Date, { method, mustChange, passwordChangedAt }: SessionRow): boolean {
  if (method !== 'password') return false;
  const { days } = pack.accounts.passwords;
  return mustChange || (days !== undefined && now.getTime() - passwordChangedAt.getTime() > days * 86_400_000);
}

/** The factors of an identity provider are its own affair. */
function isTotpDue({ pack }: Platform, { method, hasTotp }: SessionRow, roles: readonly Role[]): boolean {
  const { secondFactor = [] } = pack.accounts;
  return method === 'password' && !hasTotp && secondFactor.some((role) => roles.includes(role));
}

/** A session of one's own. */
export interface OwnSession extends OwnSessionRow {
  readonly endsAt: Date;
}

/** The sessions of whoever asks that have not run out, the newest first. */
export async function readOwnSessions(
  platform: Platform,
  { actor, now }: ActContext,
): Promise<Result<readonly OwnSession[], IdentityProblem>> {
  const { account } = actor;
  if (account === undefined) return refused('no-account');
  const rows = await withTransaction(platform.database.app, { actor: actor.id, scope: 'identity' }, (client) =>
    listSessions(client, account.id, account.session),
  );
  return ok(
    rows.map((row) => ({ ...row, endsAt: sessionEnd(row, platform.pack.accounts) })).filter(({ endsAt }) => endsAt > now),
  );
}

/** Ends one of one's own sessions, on a machine that was left behind. */
export async function endSessionOfOwn(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<null, IdentityProblem>> {
  const { account, id: login, units } = context.actor;
  if (account === undefined) return refused('no-account');
  return withTransaction(platform.database.app, { actor: login, scope: 'identity' }, async (client) => {
    if (!(await endOwnSession(client, account.id, id, context.now))) return refused('no-such-session');
    await writeAct(client, context, {
      act: 'session.end',
      objectKind: 'account',
      objectId: account.id,
      unitId: units[0] ?? null,
      details: { isEverywhere: false },
    });
    return ok(null);
  });
}

/** Ends the session of whoever asks, or with `isEverywhere` all of theirs; how many others ended. */
export async function signOut(platform: Platform, context: ActContext, isEverywhere: boolean): Promise<void> {
  const { account, id, units } = context.actor;
  if (account === undefined) return;
  await withTransaction(platform.database.app, { actor: id, scope: 'identity' }, async (client) => {
    if (isEverywhere) await endSessions(client, account.id, 'signed-out-everywhere', context.now);
    else await endSession(client, account.session, 'signed-out', context.now);
    await writeAct(client, context, {
      act: 'session.end',
      objectKind: 'account',
      objectId: account.id,
      unitId: units[0] ?? null,
      details: { isEverywhere },
    });
  });
}

const KEPT_MS = 90 * 86_400_000;

/** Forgets sessions and failures that have been over for three months; the audit log keeps who signed in. */
export async function forgetOldSessions(platform: Platform, now: Date): Promise<void> {
  await withTransaction(platform.database.owner, AT_THE_DOOR, (client) =>
    forgetSessions(client, new Date(now.getTime() - KEPT_MS)),
  );
}
