/** Sealed values wherever they are stored, page by page, for changing the keys. Every function runs as the owner. */
import type pg from 'pg';

/** Tables whose payloads hold sealed values, with the columns of their keys. */
const TABLES = {
  credit_record: [
    ['record_id', 'uuid'],
    ['subject_key', 'text'],
  ],
  credit_record_version: [
    ['record_id', 'uuid'],
    ['subject_key', 'text'],
    ['version', 'integer'],
  ],
  intake_waiting: [['id', 'uuid']],
} as const;
export type SealedTable = keyof typeof TABLES;
type KeyColumns = readonly (readonly [name: string, type: string])[];

/** In the order in which they are gone through. */
export const SEALED_TABLES = Object.keys(TABLES) as readonly SealedTable[];

export interface SealedRow {
  /** Values of the key's columns, in their order. */
  readonly key: readonly string[];
  readonly dataset: string;
  readonly subjectKey: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Values to be written into the payload of one row; what is not named stays. */
export interface PayloadPatch {
  readonly key: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const SEALED = `"s1\\.[0-9a-f]{8}\\.`;

/** A row's key as text. */
function keyOf(columns: KeyColumns): string {
  return `array[${columns.map(([name]) => `${name}::text`).join(', ')}]`;
}

function laterThan(columns: KeyColumns): string {
  const names = columns.map(([name]) => name).join(', ');
  const values = columns.map(([, type], index) => `($1::text[])[${String(index + 1)}]::${type}`).join(', ');
  return `($1::text[] is null or (${names}) > (${values}))`;
}

/** The next rows, behind the key `after`, that hold a value sealed with another key than `keyId`; locked until the transaction ends. */
export async function nextStale(
  client: pg.ClientBase,
  table: SealedTable,
  keyId: string,
  after: readonly string[] | null,
  limit: number,
): Promise<readonly SealedRow[]> {
  const columns: KeyColumns = TABLES[table];
  const names = columns.map(([name]) => name).join(', ');
  const { rows } = await client.query<SealedRow>(
    `select ${keyOf(columns)} as key, dataset, subject_key as "subjectKey", payload
     from ${table} where ${laterThan(columns)} and payload::text ~ $2 order by ${names} limit $3 for update`,
    [after, `"s1\\.(?!${keyId})[0-9a-f]{8}\\.`, limit],
  );
  return rows;
}

/** Writes values into payloads. Version and content hash stay: the record says what it said. */
export async function patchPayloads(client: pg.ClientBase, table: SealedTable, patches: readonly PayloadPatch[]): Promise<void> {
  if (patches.length === 0) return;
  const columns: KeyColumns = TABLES[table];
  const rows = patches.map(({ key, values }) => ({
    patch: values,
    ...Object.fromEntries(columns.map(([name], index) => [name, key[index]])),
  }));
  await client.query(
    `update ${table} t set payload = t.payload || p.patch
     from jsonb_to_recordset($1::jsonb) p (${columns.map(([name, type]) => `${name} ${type}`).join(', ')}, patch jsonb)
     where ${columns.map(([name]) => `t.${name} = p.${name}`).join(' and ')}`,
    [JSON.stringify(rows)],
  );
}

export interface BlindSource {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly subjectKind: string;
  readonly dataset: string;
  readonly unitId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The next records, behind the key `after`, that hold anything sealed. */
export async function nextBlindSources(
  client: pg.ClientBase,
  after: readonly string[] | null,
  limit: number,
): Promise<readonly BlindSource[]> {
  const { rows } = await client.query<BlindSource>(
    `select record_id as "recordId", subject_key as "subjectKey", subject_kind as "subjectKind", dataset, unit_id as "unitId", payload
     from credit_record where ${laterThan(TABLES.credit_record)} and payload::text ~ $2
     order by record_id, subject_key limit $3 for update`,
    [after, SEALED, limit],
  );
  return rows;
}

export interface BlindEntry {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly unitId: string;
  readonly field: string;
  readonly blind: string;
  readonly keyId: string;
}

/** Makes the index of these records say exactly this: entries of fields they no longer hold go. */
export async function replaceBlinds(
  client: pg.ClientBase,
  records: readonly string[],
  entries: readonly BlindEntry[],
): Promise<void> {
  await client.query('delete from credit_record_blind where record_id = any ($1::uuid[])', [records]);
  if (entries.length === 0) return;
  await client.query(
    `insert into credit_record_blind (record_id, subject_key, field, unit_id, blind, key_id)
     select e."recordId", e."subjectKey", e.field, e."unitId", e.blind, e."keyId"
     from jsonb_to_recordset($1::jsonb) e ("recordId" uuid, "subjectKey" text, field text, "unitId" text, blind text, "keyId" text)`,
    [JSON.stringify(entries)],
  );
}

/** Index entries of records that hold nothing sealed any more; none may be left pointing at them. */
export async function dropOrphanBlinds(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `delete from credit_record_blind b where not exists (
       select 1 from credit_record r where r.record_id = b.record_id and r.subject_key = b.subject_key and r.payload::text ~ $1)`,
    [SEALED],
  );
  return rowCount ?? 0;
}
