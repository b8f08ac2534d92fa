/** What lies behind a number: the very records, submissions and acts that it counts. Row-level security decides what is seen. */
import type { RowOutcome } from '@xincheng/core/indicators';
import type pg from 'pg';
import type { MeasureSql } from './measure-sql.ts';
import type { AskedActs, AskedRows, DayRange } from './sums.ts';

/** A measure with the days that count. */
export interface MeasuredDays {
  readonly measure: MeasureSql;
  readonly ranges: readonly DayRange[];
}

/** Place in a list of records, the newest decision first. */
export interface RecordPlace {
  readonly decidedOn: string;
  readonly recordId: string;
}

/** Records that some measures count, behind a place; of one unit, or of all that are seen. */
export async function listMeasured(
  client: pg.ClientBase,
  asked: readonly MeasuredDays[],
  { unitId, after, limit }: { readonly unitId: string | null; readonly after: RecordPlace | null; readonly limit: number },
): Promise<readonly RecordPlace[]> {
  if (asked.length === 0) return [];
  const values: unknown[] = [unitId, after?.decidedOn ?? null, after?.recordId ?? null, limit];
  const { rows } = await client.query<RecordPlace>(
    `select record_id as "recordId", decided_on as "decidedOn" from (${countedRecords(asked, values)}) m
     where ($1::text is null or unit_id = $1) and ($2::date is null or (decided_on, record_id) < ($2::date, $3::uuid))
     order by decided_on desc, record_id desc limit $4`,
    values,
  );
  return rows;
}

/** A hash over the records that some measures count, with their versions, whatever their order in the database. */
export async function hashMeasured(client: pg.ClientBase, asked: readonly MeasuredDays[]): Promise<string> {
  const values: unknown[] = [];
  if (asked.length === 0) return '';
  const { rows } = await client.query<{ hash: string }>(
    `select encode(sha256(coalesce(string_agg(record_id::text || '/' || version, E'\\n' order by record_id), '')::bytea), 'hex') as hash
     from (${countedRecords(asked, values)}) m`,
    values,
  );
  return rows[0]?.hash ?? '';
}

function countedRecords(asked: readonly MeasuredDays[], values: unknown[]): string {
  return asked
    .map(({ measure: { dataset, condition, day, member }, ranges }) => {
      const parameter = (value: unknown): string => `$${String(values.push(value))}`;
      const days = ranges.map(({ from, to }) => `${day} between ${parameter(from)}::date and ${parameter(to)}::date`);
      return `select r.record_id, r.decided_on, r.unit_id, r.version from indicator_record r
        where r.dataset = ${parameter(dataset)} and ${condition} and (${days.length === 0 ? 'false' : days.join(' or ')})
          ${member === null ? '' : `and ${member} is not null`}`;
    })
    .join(' union ');
}

/** A submission behind a number of rows; for a confirmed row, the submission that it came with. */
export interface CountedBatch {
  readonly batchId: string;
  readonly receiptNo: string;
  readonly unitId: string;
  readonly dataset: string;
  readonly at: Date;
  readonly rows: number;
}

/** Submissions and confirmed rows, the newest first. */
export async function listBatchesBehind(
  client: pg.ClientBase,
  { datasets, outcomes, from, to }: AskedRows,
  unitId: string | null,
  limit: number,
): Promise<readonly CountedBatch[]> {
  const columns: readonly RowOutcome[] = outcomes;
  const { rows } = await client.query<CountedBatch>(
    `select * from (
       select b.id as "batchId", b.receipt_no as "receiptNo", b.unit_id as "unitId", b.dataset, b.received_at as at, ${columns.map((column) => `b.${column}`).join(' + ')} as rows
       from intake_batch b where b.state = 'done' and b.dataset = any ($1)
         and b.received_at >= $2::date::timestamp at time zone 'Asia/Shanghai' and b.received_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
       union all
       select b.id, b.receipt_no, b.unit_id, b.dataset, w.decided_at, 1
       from intake_waiting w join intake_batch b on b.id = w.batch_id
       where $4 and w.state = 'confirmed' and w.dataset = any ($1)
         and w.decided_at >= $2::date::timestamp at time zone 'Asia/Shanghai' and w.decided_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai') b
     where rows > 0 and ($5::text is null or "unitId" = $5) order by at desc, "batchId" limit $6`,
    [datasets, from, to, outcomes.includes('accepted'), unitId, limit],
  );
  return rows;
}

/** An act behind a number of acts. */
export interface CountedAct {
  readonly eventId: string;
  readonly act: string;
  readonly unitId: string | null;
  readonly at: Date;
  readonly objectKind: string;
  readonly objectId: string;
}

/** Acts, the newest first. */
export async function listActsBehind(
  client: pg.ClientBase,
  { acts, from, to }: AskedActs,
  { unitId, office, limit }: { readonly unitId: string | null; readonly office: string; readonly limit: number },
): Promise<readonly CountedAct[]> {
  const { rows } = await client.query<CountedAct>(
    `select id as "eventId", act, unit_id as "unitId", at, object_kind as "objectKind", object_id as "objectId" from audit_event
     where act = any ($1) and at >= $2::date::timestamp at time zone 'Asia/Shanghai' and at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'
       and ($4::text is null or coalesce(unit_id, $5) = $4) order by at desc, id limit $6`,
    [acts, from, to, unitId, office, limit],
  );
  return rows;
}
