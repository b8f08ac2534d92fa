/** Making batches: what is due, written down in one transaction. */
import type pg from 'pg';
import type { RecordRow } from '../records/index.ts';

/** The version of a record that goes into a batch. */
export interface DueRecord {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly unitId: string;
  readonly subjectKind: RecordRow['subjectKind'];
  readonly subjectName: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly version: number;
  readonly contentHash: string;
  readonly operation: 'add' | 'change' | 'withdraw';
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface BatchToMake {
  readonly id: string;
  readonly number: string;
  readonly dataset: string;
  readonly templateVersion: string;
  readonly madeAt: Date;
  readonly madeOn: string;
  readonly ordinal: number;
  readonly madeBy: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly items: readonly ItemToMake[];
}

/** A record in a batch, with what the city's answer may name it by. */
export interface ItemToMake {
  readonly record: DueRecord;
  readonly number: string;
  readonly subjectCode: string;
}

/** Makers of one dataset take turns until their transactions end, so that no two take the same record. */
export async function takeForwardTurn(client: pg.ClientBase, dataset: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('forward/' || $1, 0))", [dataset]);
}

/** Keeps a version of a template for ever; false when another content is kept under that version. */
export async function keepTemplate(
  client: pg.ClientBase,
  template: { readonly id: string; readonly version: string },
  digest: string,
  at: Date,
): Promise<boolean> {
  await client.query('insert into forward_template values ($1, $2, $3, $4, $5) on conflict do nothing', [
    template.id,
    template.version,
    digest,
    JSON.stringify(template),
    at,
  ]);
  const { rows } = await client.query<{ digest: string }>(
    'select digest from forward_template where dataset = $1 and version = $2',
    [template.id, template.version],
  );
  return rows[0]?.digest === digest;
}

/** The place of the next batch of a dataset on a day. */
export async function nextOrdinal(client: pg.ClientBase, dataset: string, day: string): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(ordinal), 0) + 1 as next from forward_batch where dataset = $1 and made_on = $2',
    [dataset, day],
  );
  return rows[0]?.next ?? 1;
}

/**
 * What a record r and what was last sent of it, f, ask for; null: nothing. A record whose last row is still unanswered waits, so that
 * the city gets its versions in their order. What was refused goes again when it was mended, or when somebody says so.
 */
const OPERATION = `case
  when f.record_id is null then case when r.state <> 'withdrawn' then 'add' end
  when f.state = 'sent' then null
  when r.state = 'withdrawn' then case when f.is_at_city and (f.operation <> 'withdraw' or f.is_to_resend) then 'withdraw' end
  when f.hash_sent <> r.content_hash or f.is_to_resend then case when f.is_at_city then 'change' else 'add' end
end`;

/** r and f, for the datasets and kinds of subject in $1 and $2. */
const RECORDS = `credit_record r left join credit_record_forwarding f on f.record_id = r.record_id and f.subject_key = r.subject_key
  where r.dataset = $1 and r.subject_kind = any ($2)`;

/** Everything of a dataset that is due now, the oldest decision first, in pages of at most `page` records. */
export async function* dueRecords(
  client: pg.ClientBase,
  dataset: string,
  kinds: readonly string[],
  page: number,
): AsyncGenerator<readonly DueRecord[]> {
  // One look at the register for all pages: rows that this transaction writes meanwhile do not come back.
  await client.query(
    `declare forward_due no scroll cursor for
     select record_id as "recordId", subject_key as "subjectKey", unit_id as "unitId", subject_kind as "subjectKind", subject_name as "subjectName",
       authority_uscc as "authorityUscc", number, decided_on as "decidedOn", version, content_hash as "contentHash", operation, payload
     from (select r.*, ${OPERATION} as operation from ${RECORDS}) due
     where operation is not null order by decided_on, record_id`,
    [dataset, kinds],
  );
  for (;;) {
    const { rows } = await client.query<DueRecord>(`fetch ${String(page)} from forward_due`);
    if (rows.length > 0) yield rows;
    if (rows.length < page) break;
  }
  await client.query('close forward_due');
}

/** Writes a batch with its rows and what was now sent of each record. Fails where a record is in an open batch: that would be a bug. */
export async function insertForwardBatch(client: pg.ClientBase, batch: BatchToMake): Promise<void> {
  const { items } = batch;
  await client.query(
    `insert into forward_batch (id, number, dataset, template_version, made_at, made_on, ordinal, made_by, rows, file_name, file_sha256, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'made')`,
    [
      batch.id,
      batch.number,
      batch.dataset,
      batch.templateVersion,
      batch.madeAt,
      batch.madeOn,
      batch.ordinal,
      batch.madeBy,
      items.length,
      batch.fileName,
      batch.fileSha256,
    ],
  );
  const of = (value: (record: DueRecord) => unknown): unknown[] => items.map(({ record }) => value(record));
  await client.query(
    `insert into forward_item (batch_id, row_no, record_id, subject_key, unit_id, version, subject_kind, operation, number, subject_code, state)
     select $1, row_no, record_id, subject_key, unit_id, version, subject_kind, operation, number, subject_code, 'sent'
     from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[])
       with ordinality i (record_id, subject_key, unit_id, version, subject_kind, operation, number, subject_code, row_no)`,
    [
      batch.id,
      of((record) => record.recordId),
      of((record) => record.subjectKey),
      of((record) => record.unitId),
      of((record) => record.version),
      of((record) => record.subjectKind),
      of((record) => record.operation),
      items.map(({ number }) => number),
      items.map(({ subjectCode }) => subjectCode),
    ],
  );
  const { rowCount } = await client.query(
    `insert into credit_record_forwarding (record_id, subject_key, dataset, unit_id, batch_id, version_sent, hash_sent, operation, state, is_at_city, is_to_resend)
     select record_id, subject_key, $2, unit_id, $1, version, hash, operation, 'sent', false, false
     from unnest($3::uuid[], $4::text[], $5::text[], $6::integer[], $7::uuid[], $8::text[])
       as i (record_id, subject_key, unit_id, version, hash, operation)
     on conflict (record_id, subject_key) do update set batch_id = excluded.batch_id, version_sent = excluded.version_sent,
       hash_sent = excluded.hash_sent, operation = excluded.operation, state = 'sent', is_to_resend = false
     where credit_record_forwarding.state <> 'sent'`,
    [
      batch.id,
      batch.dataset,
      of((record) => record.recordId),
      of((record) => record.subjectKey),
      of((record) => record.unitId),
      of((record) => record.version),
      of((record) => record.contentHash),
      of((record) => record.operation),
    ],
  );
  if (rowCount !== items.length)
    throw new Error(`batch ${batch.number}: ${String(items.length - (rowCount ?? 0))} records are in an open batch`);
}

/** The versions a batch was made of, in the order of its rows, in pages; for writing its file again. */
export async function* sentRecords(client: pg.ClientBase, batchId: string, page: number): AsyncGenerator<readonly DueRecord[]> {
  for (let after = 0; ; after += page) {
    const { rows } = await client.query<DueRecord>(
      `select i.record_id as "recordId", i.subject_key as "subjectKey", i.unit_id as "unitId", i.subject_kind as "subjectKind",
         case when r.version = i.version then r.subject_name else v.subject_name end as "subjectName", r.authority_uscc as "authorityUscc",
         case when r.version = i.version then r.number else v.number end as number,
         case when r.version = i.version then r.decided_on else v.decided_on end as "decidedOn", i.version,
         case when r.version = i.version then r.content_hash else v.content_hash end as "contentHash", i.operation,
         case when r.version = i.version then r.payload else v.payload end as payload
       from forward_item i
       join credit_record r on r.record_id = i.record_id and r.subject_key = i.subject_key
       left join credit_record_version v on v.record_id = i.record_id and v.subject_key = i.subject_key and v.version = i.version and r.version <> i.version
       where i.batch_id = $1 and i.row_no > $2 and i.row_no <= $2 + $3 order by i.row_no`,
      [batchId, after, page],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < page) return;
  }
}

/** Records that were never handed over, the oldest decision first. */
export async function notForwarded(
  client: pg.ClientBase,
  dataset: string,
  kinds: readonly string[],
  limit: number,
): Promise<readonly Pick<DueRecord, 'recordId' | 'unitId' | 'number' | 'decidedOn' | 'subjectName'>[]> {
  const { rows } = await client.query<Pick<DueRecord, 'recordId' | 'unitId' | 'number' | 'decidedOn' | 'subjectName'>>(
    `select r.record_id as "recordId", r.unit_id as "unitId", r.number, r.decided_on as "decidedOn", r.subject_name as "subjectName"
     from ${RECORDS} and f.forwarded_at is null and r.state <> 'withdrawn'
     order by r.decided_on, r.record_id limit $3`,
    [dataset, kinds, limit],
  );
  return rows;
}
