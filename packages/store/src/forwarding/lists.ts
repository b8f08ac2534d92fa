/** What stands where: rows without an answer, refused rows, numbers, and one record's place at the city. */
import type pg from 'pg';

/** What the city platform has of a record. */
export interface RecordForwarding {
  readonly recordId: string;
  readonly forwardedAt: Date | null;
  readonly cityReceiptAt: Date | null;
  readonly state: 'sent' | 'accepted' | 'refused';
  readonly operation: 'add' | 'change' | 'withdraw';
  readonly versionSent: number;
  readonly isAtCity: boolean;
  readonly batch: string;
}

/** The place of some records at the city; those never put into a batch are not among them. */
export async function findForwarding(
  client: pg.ClientBase,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordForwarding>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await client.query<RecordForwarding>(
    `select f.record_id as "recordId", f.forwarded_at as "forwardedAt", f.city_receipt_at as "cityReceiptAt", f.state, f.operation,
       f.version_sent as "versionSent", f.is_at_city as "isAtCity", f.batch_id as batch
     from credit_record_forwarding f where f.record_id = any ($1)`,
    [recordIds],
  );
  return new Map(rows.map((row) => [row.recordId, row]));
}

/** A row of a batch with its record, for lists. */
export interface ListedItem {
  readonly batch: string;
  readonly batchNumber: string;
  readonly row: number;
  readonly recordId: string;
  readonly dataset: string;
  readonly unitId: string;
  readonly number: string;
  readonly subjectName: string;
  readonly decidedOn: string;
  readonly version: number;
  readonly operation: 'add' | 'change' | 'withdraw';
  readonly handedAt: Date | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly answeredAt: Date | null;
  readonly isToResend: boolean;
}

export interface ItemFilter {
  readonly dataset: string | null;
  readonly unitId: string | null;
  readonly state: 'sent' | 'refused';
  /** Only rows handed over before this instant. */
  readonly handedBefore: Date | null;
  /** Behind which row to go on. */
  readonly after: { readonly batch: string; readonly row: number } | null;
  readonly limit: number;
}

/** Rows that are the last word on their record and stand in a state, by batch and row; of batches that were handed over. */
export async function listItems(client: pg.ClientBase, filter: ItemFilter): Promise<readonly ListedItem[]> {
  const { rows } = await client.query<ListedItem>(
    `select i.batch_id as batch, b.number as "batchNumber", i.row_no as row, i.record_id as "recordId", b.dataset, i.unit_id as "unitId", r.number,
       r.subject_name as "subjectName", r.decided_on as "decidedOn", i.version, i.operation, b.handed_at as "handedAt", i.code, i.message,
       i.answered_at as "answeredAt", f.is_to_resend as "isToResend"
     from credit_record_forwarding f
     join forward_item i on i.record_id = f.record_id and i.subject_key = f.subject_key and i.batch_id = f.batch_id
     join forward_batch b on b.id = i.batch_id
     join credit_record r on r.record_id = f.record_id and r.subject_key = f.subject_key
     where f.state <> 'accepted' and f.state = $1 and b.state <> 'made'
       and ($2::text is null or f.dataset = $2) and ($3::text is null or f.unit_id = $3) and ($4::timestamptz is null or b.handed_at < $4)
       and ($5::uuid is null or (i.batch_id, i.row_no) > ($5, $6::integer))
     order by i.batch_id, i.row_no limit $7`,
    [
      filter.state,
      filter.dataset,
      filter.unitId,
      filter.handedBefore,
      filter.after?.batch ?? null,
      filter.after?.row ?? 0,
      filter.limit,
    ],
  );
  return rows;
}

/** What became of a request to send records again. */
export interface ResendRow {
  readonly recordId: string;
  readonly unitId: string;
}

/** Marks refused records to be sent again as they are; gives those that were marked. */
export async function markToResend(client: pg.ClientBase, recordIds: readonly string[]): Promise<readonly ResendRow[]> {
  const { rows } = await client.query<ResendRow>(
    `update credit_record_forwarding set is_to_resend = true
     where record_id = any ($1) and state = 'refused' returning record_id as "recordId", unit_id as "unitId"`,
    [recordIds],
  );
  return rows;
}

/** Records of one dataset and unit, counted by where they stand. */
export interface ForwardingCount {
  readonly dataset: string;
  readonly unitId: string;
  /** Held here and to be forwarded: not withdrawn, of a kind that goes. */
  readonly records: number;
  readonly forwarded: number;
  readonly unanswered: number;
  readonly accepted: number;
  readonly refused: number;
  /** By the city's receipt: received, and of these by the due day. */
  readonly cityReceived: number;
  readonly cityTimely: number;
}

/** Days on which decisions of a dataset were made that may be forwarded. */
export async function decisionDays(client: pg.ClientBase, dataset: string, kinds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ day: string }>(
    'select distinct decided_on as day from credit_record where dataset = $1 and subject_kind = any ($2)',
    [dataset, kinds],
  );
  return rows.map(({ day }) => day);
}

/** Counts by unit. `dueDays` says, for each day of decision, the last day in time; a day without one is never late. */
export async function countForwarding(
  client: pg.ClientBase,
  dataset: string,
  kinds: readonly string[],
  dueDays: readonly (readonly [string, string | null])[],
): Promise<readonly ForwardingCount[]> {
  const { rows } = await client.query<ForwardingCount>(
    `select $1::text as dataset, r.unit_id as "unitId", count(*)::integer as records,
       count(f.forwarded_at)::integer as forwarded,
       (count(*) filter (where f.state = 'sent' and b.state <> 'made'))::integer as unanswered,
       (count(*) filter (where f.state = 'accepted'))::integer as accepted,
       (count(*) filter (where f.state = 'refused'))::integer as refused,
       count(f.city_receipt_at)::integer as "cityReceived",
       (count(*) filter (where f.city_receipt_at is not null
         and (d.due_on is null or (f.city_receipt_at at time zone 'Asia/Shanghai')::date <= d.due_on)))::integer as "cityTimely"
     from credit_record r
     left join credit_record_forwarding f on f.record_id = r.record_id and f.subject_key = r.subject_key
     left join forward_batch b on b.id = f.batch_id
     left join unnest($3::date[], $4::date[]) as d (decided_on, due_on) on d.decided_on = r.decided_on
     where r.dataset = $1 and r.subject_kind = any ($2) and (r.state <> 'withdrawn' or f.is_at_city or f.state = 'sent')
     group by r.unit_id order by r.unit_id`,
    [dataset, kinds, dueDays.map(([day]) => day), dueDays.map(([, due]) => due)],
  );
  return rows;
}
