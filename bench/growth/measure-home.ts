/** What a filled database takes on disk, and how long one look at it takes. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '@xincheng/store/embedded';
import pg from 'pg';

/** Everyday questions, each by one subject or record that is there. */
const LOOKS = {
  recordById: `select * from credit_record where record_id = $1`,
  recordsOfSubject: `select * from credit_record where subject_key = (select subject_key from credit_record where record_id = $1) order by decided_on desc limit 50`,
  newestOfUnit: `select * from credit_record where dataset = 'licence' and unit_id = (select unit_id from credit_record where record_id = $1) order by decided_on desc, record_id limit 50`,
} as const;
const TIMES = 200;

const DISK = `select (pg_database_size(current_database()) / 1e6)::integer as database, (select (sum(size) / 1e6)::integer from pg_ls_waldir()) as wal`;

export interface HomeMeasure {
  readonly databaseMb: number;
  readonly walMb: number;
  /** Files kept as they came, sealed. */
  readonly filesMb: number;
  /** The largest tables with their indexes. */
  readonly tablesMb: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
  /** Median and 99th percentile in milliseconds. */
  readonly looks: Readonly<Record<string, readonly [number, number]>>;
}

/** Measures a home whose server is down. */
export async function measureHome(home: string): Promise<HomeMeasure> {
  const server = await startEmbedded({ home });
  if (!server.ok) throw new Error(server.error.message);
  const client = new pg.Client({ connectionString: server.value.ownerUrl });
  await client.connect();
  try {
    await client.query('set search_path = xincheng');
    await client.query('checkpoint');
    const sizes = await client.query<{ name: string; mb: number; rows: number }>(
      `select relname as name, round(pg_total_relation_size(relid) / 1e6)::integer as mb, n_live_tup::float8 as rows
        from pg_stat_user_tables order by 2 desc limit 8`,
    );
    const looks: Record<string, [number, number]> = {};
    const some = await client.query<{ record_id: string }>(
      `select record_id from credit_record tablesample system (0.1) limit ${String(TIMES)}`,
    );
    for (const [name, sql] of Object.entries(LOOKS)) looks[name] = await timed(client, sql, some.rows);
    const [disk] = (await client.query<{ database: number; wal: number }>(DISK)).rows;
    return {
      databaseMb: disk?.database ?? 0,
      walMb: disk?.wal ?? 0,
      filesMb: Math.round((await sizeOf(join(home, 'files'))) / 1e6),
      tablesMb: Object.fromEntries(sizes.rows.map(({ name, mb }) => [name, mb])),
      rows: Object.fromEntries(sizes.rows.map(({ name, rows }) => [name, rows])),
      looks,
    };
  } finally {
    await client.end();
    await server.value.stop();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function timed(client: pg.Client, sql: string, some: readonly { record_id: string }[]): Promise<[number, number]> {
  const taken: number[] = [];
  for (const { record_id: id } of some) {
    const from = performance.now();
    await client.query(sql, [id]);
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  return [taken[Math.floor(taken.length / 2)] ?? 0, taken[Math.floor(taken.length * 0.99)] ?? 0];
}
