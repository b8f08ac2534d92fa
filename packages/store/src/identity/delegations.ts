/** Who stands in for whom. */
import type { Day } from '@xincheng/core/calendar';
import type pg from 'pg';

export interface DelegationRow {
  readonly id: string;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly unitId: string;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

/** With the names as they are now. */
export interface NamedDelegation extends DelegationRow {
  readonly fromName: string;
  readonly toName: string;
}

const DELEGATION = `d.id, d.from_account as "fromAccount", d.to_account as "toAccount", d.unit_id as "unitId", d.from_on as "fromOn",
  d.until_on as "untilOn", d.reason, d.made_at as "madeAt", d.made_by as "madeBy", d.ended_at as "endedAt", d.ended_by as "endedBy",
  f.name as "fromName", t.name as "toName"`;
const JOINED = 'delegation d join account f on f.id = d.from_account join account t on t.id = d.to_account';

/** Adds one. */
export async function insertDelegation(client: pg.ClientBase, row: DelegationRow): Promise<void> {
  const { id, fromAccount, toAccount, unitId, fromOn, untilOn, reason, madeAt, madeBy } = row;
  await client.query(
    `insert into delegation (id, from_account, to_account, unit_id, from_on, until_on, reason, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, fromAccount, toAccount, unitId, fromOn, untilOn, reason, madeAt, madeBy],
  );
}

/** One in scope. */
export async function findDelegation(client: pg.ClientBase, id: string): Promise<NamedDelegation | null> {
  const { rows } = await client.query<NamedDelegation>(`select ${DELEGATION} from ${JOINED} where d.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Those in scope, or of one account, the newest first. */
export async function listDelegations(
  client: pg.ClientBase,
  { accountId, before, limit }: { readonly accountId: string | null; readonly before: string | null; readonly limit: number },
): Promise<readonly NamedDelegation[]> {
  const { rows } = await client.query<NamedDelegation>(
    `select ${DELEGATION} from ${JOINED}
     where ($1::uuid is null or $1 in (d.from_account, d.to_account)) and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
    [accountId, before, limit],
  );
  return rows;
}

/** Ends one before its time. */
export async function endDelegation(client: pg.ClientBase, id: string, by: string, now: Date): Promise<void> {
  await client.query('update delegation set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null', [id, now, by]);
}
