/** Sessions and who is behind them. Under the scope 'identity' only. */
import type { Day } from '@xincheng/core/calendar';
import type pg from 'pg';
import { ACCOUNT } from './accounts.ts';
import type { AccountRow } from './accounts.ts';

export type SessionMethod = 'password' | 'provider';
export type SessionEnding = 'signed-out' | 'signed-out-everywhere' | 'account-changed' | 'password-changed';

/** In whose place somebody may act. */
export interface StandIn {
  readonly login: string;
  readonly name: string;
  readonly roles: AccountRow['roles'];
  readonly scope: AccountRow['scope'];
}

/** A session that was not ended, of an account that is not disabled. Whether it has run out is for the caller to say. */
export interface SessionRow extends AccountRow {
  readonly sessionCreatedAt: Date;
  readonly seenAt: Date;
  readonly method: SessionMethod;
  readonly mustChange: boolean;
  readonly passwordChangedAt: Date;
  readonly hasTotp: boolean;
  readonly standsInFor: readonly StandIn[];
}

/** Whoever is away is of the same unit still, and may still sign in themselves. */
const STANDS_IN_FOR = `(select coalesce(json_agg(json_build_object('login', f.login, 'name', f.name, 'roles', f.roles, 'scope', f.scope)
    order by f.login), '[]')
  from delegation d join account f on f.id = d.from_account
  where d.to_account = a.id and d.ended_at is null and $2::date between d.from_on and d.until_on and f.disabled_at is null
    and f.unit_id = a.unit_id and d.unit_id = a.unit_id)`;

/** The session with its account. */
export async function findSession(client: pg.ClientBase, idHash: string, today: Day): Promise<SessionRow | null> {
  const { rows } = await client.query<SessionRow>(
    `select ${ACCOUNT}, s.created_at as "sessionCreatedAt", s.seen_at as "seenAt", s.method, c.must_change as "mustChange",
       c.changed_at as "passwordChangedAt", c.totp_confirmed_at is not null as "hasTotp", ${STANDS_IN_FOR} as "standsInFor"
     from account_session s join account a on a.id = s.account_id join account_credential c on c.account_id = a.id
     where s.id_hash = $1 and s.ended_at is null and a.disabled_at is null`,
    [idHash, today],
  );
  return rows[0] ?? null;
}

/** Begins a session. */
export async function insertSession(
  client: pg.ClientBase,
  { idHash, accountId, method, now }: { idHash: string; accountId: string; method: SessionMethod; now: Date },
): Promise<void> {
  await client.query(
    'insert into account_session (id_hash, account_id, method, created_at, seen_at) values ($1, $2, $3, $4, $4)',
    [idHash, accountId, method, now],
  );
}

/** One of an account's sessions, for its owner: told by the beginning of its hash, which opens nothing. */
export interface OwnSessionRow {
  readonly id: string;
  readonly method: SessionMethod;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isThis: boolean;
}

const ID = 'left(id_hash, 16)';

/** An account's sessions that were not ended, the newest first; whether they have run out is for the caller to say. */
export async function listSessions(
  client: pg.ClientBase,
  accountId: string,
  thisHash: string,
): Promise<readonly OwnSessionRow[]> {
  const { rows } = await client.query<OwnSessionRow>(
    `select ${ID} as id, method, created_at as "createdAt", seen_at as "seenAt", id_hash = $2 as "isThis"
     from account_session where account_id = $1 and ended_at is null order by created_at desc, id_hash`,
    [accountId, thisHash],
  );
  return rows;
}

/** Ends one of an account's sessions; false when it has none of that id. */
export async function endOwnSession(client: pg.ClientBase, accountId: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `update account_session set ended_at = $3, ended_for = 'signed-out'
     where account_id = $1 and ${ID} = $2 and ended_at is null`,
    [accountId, id, now],
  );
  return rowCount === 1;
}

/** Notes that somebody was here. */
export async function touchSession(client: pg.ClientBase, idHash: string, now: Date): Promise<void> {
  await client.query('update account_session set seen_at = $2 where id_hash = $1 and seen_at < $2', [idHash, now]);
}

/** Ends one session. */
export async function endSession(client: pg.ClientBase, idHash: string, ending: SessionEnding, now: Date): Promise<void> {
  await client.query('update account_session set ended_at = $2, ended_for = $3 where id_hash = $1 and ended_at is null', [
    idHash,
    now,
    ending,
  ]);
}

/** Ends every session of an account but, if it is named, one; how many. */
export async function endSessions(
  client: pg.ClientBase,
  accountId: string,
  ending: SessionEnding,
  now: Date,
  except: string | null = null,
): Promise<number> {
  const { rowCount } = await client.query(
    `update account_session set ended_at = $2, ended_for = $3
     where account_id = $1 and ended_at is null and id_hash is distinct from $4`,
    [accountId, now, ending, except],
  );
  return rowCount ?? 0;
}

/** Removes sessions that were last used before an instant, and failures of long ago. As the owner: the application removes nothing. */
export async function forgetSessions(client: pg.ClientBase, before: Date): Promise<void> {
  await client.query('delete from account_session where seen_at < $1', [before]);
  await client.query('delete from sign_in_failure where failed_at < $1', [before]);
}
