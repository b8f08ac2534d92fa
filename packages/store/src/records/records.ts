/** Reading records: current, as of an instant, all versions, lists. Row-level security decides what is seen. */
import type pg from 'pg';

export interface RecordRow {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly dataset: string;
  readonly unitId: string;
  readonly subjectKind: 'legal' | 'soleTrader' | 'natural';
  readonly subjectName: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly receivedAt: Date;
  readonly state: 'held' | 'published' | 'ended' | 'withdrawn' | 'suspended';
  readonly stateReason: string | null;
  readonly version: number;
  readonly definitionVersion: string;
  readonly batchId: string;
  readonly rowNo: number;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly reason: string;
  readonly parentId: string | null;
  readonly sameNumberAs: string | null;
  /** Last day on public show by the terms; null: not shown, or a superseded version. */
  readonly shownUntil: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

const COLUMNS = `r.record_id as "recordId", r.subject_key as "subjectKey", r.dataset, r.unit_id as "unitId", r.subject_kind as "subjectKind",
  r.subject_name as "subjectName", r.authority_uscc as "authorityUscc", r.number, r.decided_on as "decidedOn", r.received_at as "receivedAt",
  r.state, r.state_reason as "stateReason", r.version, r.definition_version as "definitionVersion", r.batch_id as "batchId", r.row_no as "rowNo",
  r.written_at as "writtenAt", r.written_by as "writtenBy", r.reason, r.parent_id as "parentId", r.same_number_as as "sameNumberAs", r.shown_until as "shownUntil", r.payload`;

/** The current version of one record, or null when there is none in scope. */
export async function findRecord(client: pg.ClientBase, recordId: string): Promise<RecordRow | null> {
  const { rows } = await client.query<RecordRow>(`select ${COLUMNS} from credit_record r where r.record_id = $1`, [recordId]);
  return rows[0] ?? null;
}

/** The current versions of some records, newest decision first. */
export async function findRecords(client: pg.ClientBase, recordIds: readonly string[]): Promise<readonly RecordRow[]> {
  const { rows } = await client.query<RecordRow>(
    `select ${COLUMNS} from credit_record r where r.record_id = any ($1) order by r.decided_on desc, r.record_id desc`,
    [recordIds],
  );
  return rows;
}

/**
 * Organisations' records of a dataset that are on show today, could be, or are suspended: in the order of their ids, behind one of them.
 * Those whose last day is over are not on show, whether or not that is noted yet.
 */
export async function listShowable(
  client: pg.ClientBase,
  {
    dataset,
    today,
    after,
    limit,
  }: { readonly dataset: string; readonly today: string; readonly after: string | null; readonly limit: number },
): Promise<readonly RecordRow[]> {
  const { rows } = await client.query<RecordRow>(
    `select ${COLUMNS} from credit_record r
     where r.dataset = $1 and r.subject_kind <> 'natural'
       and (r.state in ('held', 'suspended') or (r.state = 'published' and r.shown_until >= $4))
       and r.record_id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid)
     order by r.record_id limit $3`,
    [dataset, after, limit, today],
  );
  return rows;
}

/** What a superseded version can differ in from the current one. */
const VERSION_COLUMNS = `r.record_id as "recordId", r.subject_key as "subjectKey", r.dataset, r.unit_id as "unitId", r.subject_kind as "subjectKind",
  v.subject_name as "subjectName", r.authority_uscc as "authorityUscc", v.number, v.decided_on as "decidedOn", r.received_at as "receivedAt",
  v.state, v.state_reason as "stateReason", v.version, v.definition_version as "definitionVersion", v.batch_id as "batchId", v.row_no as "rowNo",
  v.written_at as "writtenAt", v.written_by as "writtenBy", v.reason, r.parent_id as "parentId", r.same_number_as as "sameNumberAs", null::date as "shownUntil", v.payload`;

/** Every version of a record, the newest first. */
export async function listVersions(client: pg.ClientBase, recordId: string): Promise<readonly RecordRow[]> {
  const current = await findRecord(client, recordId);
  if (current === null) return [];
  const { rows } = await client.query<RecordRow>(
    `select ${VERSION_COLUMNS} from credit_record r
       join credit_record_version v on v.record_id = r.record_id and v.subject_key = r.subject_key
     where r.record_id = $1 order by v.version desc`,
    [recordId],
  );
  return [current, ...rows];
}

/** The version that stood at an instant: what we knew then; null before the first. */
export async function findRecordAsOf(client: pg.ClientBase, recordId: string, at: Date): Promise<RecordRow | null> {
  const { rows } = await client.query<RecordRow>(
    `select * from (
       select ${COLUMNS} from credit_record r where r.record_id = $1 and r.written_at <= $2
       union all
       select ${VERSION_COLUMNS} from credit_record r
         join credit_record_version v on v.record_id = r.record_id and v.subject_key = r.subject_key
       where r.record_id = $1 and v.written_at <= $2 and v.superseded_at > $2) stood
     order by version desc limit 1`,
    [recordId, at],
  );
  return rows[0] ?? null;
}

/** Sum of a money or number field over the standing children of a record, as decimal text; '0' when there are none. */
export async function sumOfChildren(client: pg.ClientBase, parentId: string, dataset: string, field: string): Promise<string> {
  const { rows } = await client.query<{ sum: string }>(
    `select coalesce(sum((payload ->> $3)::numeric), 0)::text as sum from credit_record where parent_id = $1 and dataset = $2 and state <> 'withdrawn'`,
    [parentId, dataset, field],
  );
  return rows[0]?.sum ?? '0';
}

/** How many further decisions were confirmed under the number of a record. */
export async function countSameNumber(client: pg.ClientBase, recordId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from credit_record where same_number_as = $1',
    [recordId],
  );
  return rows[0]?.count ?? 0;
}

/** Records that hold a sealed number whose keyed hash is one of these. For a person's own request. */
export async function findByBlind(client: pg.ClientBase, blinds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct record_id as id from credit_record_blind where blind = any($1)',
    [blinds],
  );
  return rows.map((row) => row.id);
}
