/** Connections and the few statements every case needs. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A connected superuser session. */
export type Session = pg.Client;

/** Columns of the table of records that is tried; no key yet. */
export const RECORD_COLUMNS = `record_id uuid not null, subject_key text not null collate "C", dataset text not null, unit_id text not null,
  authority_uscc text not null, number text not null, decided_on date not null, received_at timestamptz not null, state text not null,
  version integer not null, content_hash uuid not null, batch_id uuid not null, row_no integer not null, subject_name text not null, payload jsonb not null`;

/** The two secondary indexes, in the order they are added. */
export const SECONDARY_INDEXES = [
  'create index credit_record_subject on credit_record (subject_key, decided_on)',
  'create index credit_record_unit on credit_record (unit_id, dataset, decided_on)',
] as const;

/** Opens a session on another database of the same server. */
export async function connect(ownerUrl: string, database?: string): Promise<Session> {
  const url = new URL(ownerUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', (error) => console.error(error.message));
  await client.connect();
  return client;
}

/** Streams a file into a table. */
export async function copyFile(session: Session, path: string, into: string, options: string): Promise<void> {
  const target = session.query(copyFrom(`copy ${into} from stdin with (${options})`));
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), target);
}

/** Bytes of a table with its indexes and overflow, in MB. */
export async function megabytes(session: Session, relation: string): Promise<number> {
  const { rows } = await session.query<{ bytes: string }>('select pg_total_relation_size($1::regclass)::text as bytes', [
    relation,
  ]);
  return Math.round(Number(rows[0]?.bytes ?? 0) / 1e6);
}

/** Runs statements one after another. */
export async function run(session: Session, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await session.query(statement);
}

/** One text value of a query. */
export async function value(session: Session, sql: string, parameters: readonly unknown[] = []): Promise<string> {
  const { rows } = await session.query<Record<string, unknown>>(sql, [...parameters]);
  return String(Object.values(rows[0] ?? {})[0]);
}

/** An empty table of records with its key and so many secondary indexes. */
export async function createRecordTable(session: Session, indexes: number): Promise<void> {
  await run(
    session,
    'drop table if exists credit_record',
    `create table credit_record (${RECORD_COLUMNS}, primary key (record_id, subject_key))`,
    ...SECONDARY_INDEXES.slice(0, indexes),
  );
}

/** Adds `times` more copies of the staged rows under other ids: the register as it stands before an import. */
export async function fillFromStage(session: Session, from: number, to: number): Promise<void> {
  for (let round = from; round < to; round += 1) {
    await session.query(`insert into credit_record select overlay(md5(record_id::text || '${round}') placing '8' from 13 for 1)::uuid, subject_key, dataset, unit_id,
      authority_uscc, number, decided_on, received_at, state, version, content_hash, batch_id, row_no, subject_name, payload from stage_slim order by 1`);
  }
}
