/** What the public may ask: records on show on the transaction's day, and what changed. */
import type pg from 'pg';
import type { RecordRow } from '../records/records.ts';

/** A record on show. Its payload still holds what is not public. */
export interface PublicRow {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly dataset: string;
  readonly subjectKind: 'legal' | 'soleTrader';
  readonly subjectName: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly shownUntil: string;
  readonly version: number;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Since when it is disputed; null when it is not. */
  readonly disputedSince: string | null;
  /** The firm's own words. */
  readonly statement: string | null;
  /** Narratives written for the public, by field code. */
  readonly texts: Readonly<Record<string, string>>;
  readonly classId: string | null;
}

const PUBLIC_COLUMNS = `r.record_id as "recordId", r.subject_key as "subjectKey", r.dataset, r.subject_kind as "subjectKind",
  r.subject_name as "subjectName", r.authority_uscc as "authorityUscc", r.number, r.decided_on as "decidedOn", r.shown_until as "shownUntil",
  r.version, r.payload,
  (select m.since from public_mark m where m.record_id = r.record_id and m.mark = 'disputed') as "disputedSince",
  (select m.words from public_mark m where m.record_id = r.record_id and m.mark = 'statement') as "statement",
  coalesce((select jsonb_object_agg(t.field, t.text) from public_text t where t.record_id = r.record_id), '{}') as texts,
  (select c.class from public_class c where c.record_id = r.record_id) as "classId"`;

/** One record on show, or null. */
export async function findPublic(client: pg.ClientBase, recordId: string): Promise<PublicRow | null> {
  const { rows } = await client.query<PublicRow>(`select ${PUBLIC_COLUMNS} from public_record r where r.record_id = $1`, [
    recordId,
  ]);
  return rows[0] ?? null;
}

const PAGE = 2000;

/** Every record of a dataset on show, by id. Call it within a repeatable-read transaction: then all pages tell of one moment. */
export async function* publicRecords(client: pg.ClientBase, dataset: string): AsyncGenerator<PublicRow> {
  await client.query(
    'declare public_rows cursor for select ' + PUBLIC_COLUMNS + ' from public_record r where r.dataset = $1 order by r.record_id',
    [dataset],
  );
  try {
    for (;;) {
      const { rows } = await client.query<PublicRow>(`fetch ${String(PAGE)} from public_rows`);
      yield* rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await client.query('close public_rows');
  }
}

/** One change on public show; never its content. */
export interface PublicChange {
  readonly at: Date;
  readonly recordId: string;
  readonly dataset: string;
  readonly what: 'published' | 'changed' | 'ended' | 'withdrawn';
  readonly day: string;
}

/** Position in the feed: the last change seen. */
export interface FeedPosition {
  readonly at: string;
  readonly recordId: string;
}

/** Changes behind a position, the oldest first. `at` keeps its microseconds as text, so that a position is exact. */
export async function listChanges(
  client: pg.ClientBase,
  after: FeedPosition,
  limit: number,
  now: Date,
): Promise<readonly (Omit<PublicChange, 'at'> & { readonly at: string })[]> {
  const { rows } = await client.query<Omit<PublicChange, 'at'> & { at: string }>(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, record_id as "recordId", dataset, what, day
     from publicity_feed($1, $2, $3, $4)`,
    [after.at, after.recordId, limit, now],
  );
  return rows;
}

/** A record of a dataset that is shown by rule, yet is not. */
export type HeldRow = Pick<
  RecordRow,
  | 'recordId'
  | 'subjectKey'
  | 'dataset'
  | 'unitId'
  | 'subjectKind'
  | 'subjectName'
  | 'authorityUscc'
  | 'number'
  | 'decidedOn'
  | 'payload'
>;

/** Organisations' records of these datasets that are held back, by id. */
export async function listHeld(
  client: pg.ClientBase,
  datasets: readonly string[],
  after: string | null,
  limit: number,
): Promise<readonly HeldRow[]> {
  const { rows } = await client.query<HeldRow>(
    `select record_id as "recordId", subject_key as "subjectKey", dataset, unit_id as "unitId", subject_kind as "subjectKind",
       subject_name as "subjectName", authority_uscc as "authorityUscc", number, decided_on as "decidedOn", payload
     from credit_record
     where state = 'held' and subject_kind <> 'natural' and dataset = any ($1) and ($2::uuid is null or record_id > $2)
     order by record_id limit $3`,
    [datasets, after, limit],
  );
  return rows;
}
