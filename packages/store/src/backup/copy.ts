/** Whole tables as text, one line a row, out and in. */
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { SCHEMA } from '../connection/index.ts';
import { PLAIN_TEXT } from '../connection/snapshot.ts';

/** A table by name and columns. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

function columnsOf({ columns }: TableShape): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

function nameOf({ name }: TableShape): string {
  return `${SCHEMA}.${pg.escapeIdentifier(name)}`;
}

/** Every row of a table, in no particular order. */
export function copyOut(client: pg.ClientBase, table: TableShape): Readable {
  return client.query(copyTo(`copy (select ${columnsOf(table)} from ${nameOf(table)}) to stdout`));
}

/** Takes the rows of a table in; row security must be lifted. */
export function copyIn(client: pg.ClientBase, table: TableShape): Writable {
  return client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`));
}

/**
 * One transaction of the owner in which rows can be copied in, which row security forbids: it is lifted for the owner until the end, and
 * stands again with the commit. Rolled back when `work` throws.
 */
export async function withTablesOpen<T>(
  owner: pg.Pool,
  tables: readonly TableShape[],
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.connect();
  let isSound = false;
  try {
    await client.query(`begin; ${PLAIN_TEXT}`);
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = '${SCHEMA}'::regnamespace and relforcerowsecurity and relname = any ($1)`,
      [tables.map(({ name }) => name)],
    );
    for (const { name } of rows)
      await client.query(`alter table ${SCHEMA}.${pg.escapeIdentifier(name)} no force row level security`);
    const value = await work(client);
    for (const { name } of rows)
      await client.query(`alter table ${SCHEMA}.${pg.escapeIdentifier(name)} force row level security`);
    await client.query('commit');
    isSound = true;
    return value;
  } finally {
    // Closing the connection rolls back.
    client.release(!isSound);
  }
}

/** Statistics of tables just filled; without them the first questions would be answered the slow way. */
export async function analyzeTables(owner: pg.Pool, tables: readonly TableShape[]): Promise<void> {
  await owner.query(`analyze ${tables.map(nameOf).join(', ')}`);
}
