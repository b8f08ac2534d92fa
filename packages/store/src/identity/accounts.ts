/** Accounts. Row-level security decides which are seen and changed. */
import type { Role } from '@xincheng/core/identity';
import type pg from 'pg';

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly unitId: string;
  readonly scope: 'units' | 'all';
  readonly roles: readonly Role[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly changedAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledBy: string | null;
}

/** Columns of `account a`. */
export const ACCOUNT = `a.id, a.login, a.name, a.unit_id as "unitId", a.scope, a.roles, a.created_at as "createdAt", a.created_by as "createdBy",
  a.changed_at as "changedAt", a.disabled_at as "disabledAt", a.disabled_by as "disabledBy"`;

/** Adds an account; false when the login is taken, also by one that is not seen. */
export async function insertAccount(client: pg.ClientBase, account: AccountRow): Promise<boolean> {
  const { id, login, name, unitId, scope, roles, createdAt, createdBy } = account;
  const { rowCount } = await client.query(
    `insert into account (id, login, name, unit_id, scope, roles, created_at, created_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7) on conflict do nothing`,
    [id, login, name, unitId, scope, roles, createdAt, createdBy],
  );
  return rowCount === 1;
}

/** One account in scope. */
export async function findAccount(client: pg.ClientBase, id: string): Promise<AccountRow | null> {
  const { rows } = await client.query<AccountRow>(`select ${ACCOUNT} from account a where a.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The account that signs in so. */
export async function findAccountByLogin(client: pg.ClientBase, login: string): Promise<AccountRow | null> {
  const { rows } = await client.query<AccountRow>(`select ${ACCOUNT} from account a where a.login = $1`, [login]);
  return rows[0] ?? null;
}

export interface AccountFilter {
  readonly unitId: string | null;
  readonly role?: Role | null;
  readonly state?: 'active' | 'disabled' | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Accounts in scope by login. */
export async function listAccounts(
  client: pg.ClientBase,
  { unitId, role = null, state = null, after, limit }: AccountFilter,
): Promise<readonly AccountRow[]> {
  const { rows } = await client.query<AccountRow>(
    `select ${ACCOUNT} from account a where ($1::text is null or a.unit_id = $1) and ($2::text is null or a.login > $2)
       and ($4::text is null or $4 = any (a.roles)) and ($5::text is null or ($5 = 'disabled') = (a.disabled_at is not null))
     order by a.login limit $3`,
    [unitId, after, limit, role, state],
  );
  return rows;
}

/** Writes what may change of an account. */
export async function updateAccount(
  client: pg.ClientBase,
  { id, name, unitId, scope, roles, disabledAt, disabledBy }: AccountRow,
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `update account set name = $2, unit_id = $3, scope = $4, roles = $5, disabled_at = $6, disabled_by = $7, changed_at = $8
     where id = $1`,
    [id, name, unitId, scope, roles, disabledAt, disabledBy, now],
  );
  if (rowCount !== 1) throw new Error(`account ${id} is not to be changed in this scope`);
}

/** Whether there is any account at all. */
export async function hasAccounts(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from account) as any');
  return rows[0]?.any === true;
}

/** How many could still manage the accounts of the whole district. Waits for others who change administrators. */
export async function countAdministrators(client: pg.ClientBase, without: string): Promise<number> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('identity/administrators', 0))");
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::integer as count from account
     where roles @> array['administrator'] and scope = 'all' and disabled_at is null and id <> $1`,
    [without],
  );
  return rows[0]?.count ?? 0;
}
