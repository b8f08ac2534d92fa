/** Which tables a backup holds, asked of the catalogue: a table that a later migration adds is in it by itself. */
import type pg from 'pg';
import { ROLES, SCHEMA } from '../connection/index.ts';

/** A table with the columns that are written into it. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Size on disk, to tell how far a long copy has come. */
  readonly bytes: number;
}

/** Made by migrating, so never copied. */
const OF_THE_SCHEMA = 'schema_migration';

interface Found extends BackedUpTable {
  readonly refersTo: readonly string[];
  readonly isHidden: boolean;
}

/** Every table of ours that outlives an import, each behind the ones its foreign keys point at. */
export async function backedUpTables(client: pg.ClientBase): Promise<readonly BackedUpTable[]> {
  const { rows } = await client.query<Found>(
    `select c.relname as name, pg_table_size(c.oid)::float8 as bytes,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo",
       c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
         and p.polroles = array['${ROLES.owner}'::regrole::oid] and pg_get_expr(p.polqual, p.polrelid) = 'true') as "isHidden"
     from pg_class c where c.relnamespace = '${SCHEMA}'::regnamespace and c.relkind in ('r', 'p') and c.relname <> $1 order by c.relname`,
    [OF_THE_SCHEMA],
  );
  const hidden = rows.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  // Its rows would be missing without a word.
  if (hidden.length > 0) throw new Error(`tables whose owner does not see every row: ${hidden.join(', ')}`);
  return inOrder(rows).map(({ name, columns, bytes }) => ({ name, columns, bytes }));
}

function inOrder(tables: readonly Found[]): readonly Found[] {
  const placed: Found[] = [];
  let left = tables;
  while (left.length > 0) {
    const isFree = ({ refersTo }: Found): boolean => refersTo.every((name) => placed.some((table) => table.name === name));
    const next = left.filter(isFree);
    if (next.length === 0) throw new Error(`foreign keys in a circle: ${left.map(({ name }) => name).join(', ')}`);
    placed.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return placed;
}

/** Names of the tables among these that hold any row. */
export async function filledTables(client: pg.ClientBase, tables: readonly BackedUpTable[]): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${SCHEMA}.${name}) as any`);
    if (rows[0]?.any === true) filled.push(name);
  }
  return filled;
}

/** Which migrations made the schema, with their digests. */
export async function appliedMigrations(client: pg.ClientBase): Promise<readonly { name: string; digest: string }[]> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    `select name, digest from ${SCHEMA}.${OF_THE_SCHEMA} order by name collate "C"`,
  );
  return rows;
}

/** Hashes of the received files that rows speak of. */
export async function keptFileHashes(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `select file_sha256 as sha256 from intake_batch
     union select file_sha256 from forward_answer
     union select sha256 from attachment order by 1`,
  );
  return rows.map(({ sha256 }) => sha256);
}
