import type pg from 'pg';

/** Oldest server version the schema is tried on. */
export const OLDEST_SERVER = 15;

/**
 * Whether pg_trgm sees Chinese text in this database. Over a character type of plain C it sees nothing, and name search would find
 * nothing without an error. Leaves no trace: where the extension is not there yet it is made and rolled back.
 */
export async function hasChineseTrigrams(client: pg.ClientBase): Promise<boolean> {
  const question = (schema: string): string => `select cardinality("${schema}".show_trgm('中文公司')) > 0 as works`;
  const { rows } = await client.query<{ schema: string }>(
    "select n.nspname as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'",
  );
  const schema = rows[0]?.schema;
  if (schema !== undefined) return isTrue(await client.query<{ works: boolean }>(question(schema)));
  await client.query('begin');
  try {
    await client.query('create schema trigram_probe');
    await client.query('create extension pg_trgm schema trigram_probe');
    return isTrue(await client.query<{ works: boolean }>(question('trigram_probe')));
  } finally {
    await client.query('rollback');
  }
}

function isTrue(result: pg.QueryResult<{ works: boolean }>): boolean {
  return result.rows[0]?.works === true;
}
