/** Programs of units, with the tokens by which they are known. */
import type { Right } from '@xincheng/core/identity';
import type pg from 'pg';

export interface ApiClientRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly rights: readonly Right[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

const CLIENT = `id, name, unit_id as "unitId", rights, created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
  used_at as "usedAt", revoked_at as "revokedAt", revoked_by as "revokedBy"`;

/** Adds one. */
export async function insertApiClient(client: pg.ClientBase, row: ApiClientRow, tokenHash: string): Promise<void> {
  const { id, name, unitId, rights, createdAt, createdBy, expiresAt } = row;
  await client.query(
    `insert into api_client (id, name, unit_id, rights, token_hash, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, name, unitId, rights, tokenHash, createdAt, createdBy, expiresAt],
  );
}

/** One in scope. */
export async function findApiClient(client: pg.ClientBase, id: string): Promise<ApiClientRow | null> {
  const { rows } = await client.query<ApiClientRow>(`select ${CLIENT} from api_client where id = $1`, [id]);
  return rows[0] ?? null;
}

/** The one whose token this is, unless it was revoked or has run out. */
export async function findApiClientByToken(client: pg.ClientBase, tokenHash: string, now: Date): Promise<ApiClientRow | null> {
  const { rows } = await client.query<ApiClientRow>(
    `select ${CLIENT} from api_client where token_hash = $1 and revoked_at is null and expires_at > $2`,
    [tokenHash, now],
  );
  return rows[0] ?? null;
}

/** Those in scope, the newest first. */
export async function listApiClients(
  client: pg.ClientBase,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly ApiClientRow[]> {
  const { rows } = await client.query<ApiClientRow>(
    `select ${CLIENT} from api_client where ($1::uuid is null or id < $1) order by id desc limit $2`,
    [before, limit],
  );
  return rows;
}

/** Notes that it was used. */
export async function touchApiClient(client: pg.ClientBase, id: string, now: Date): Promise<void> {
  await client.query('update api_client set used_at = $2 where id = $1', [id, now]);
}

/** Revokes it. */
export async function revokeApiClient(client: pg.ClientBase, id: string, by: string, now: Date): Promise<void> {
  await client.query('update api_client set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null', [
    id,
    now,
    by,
  ]);
}
