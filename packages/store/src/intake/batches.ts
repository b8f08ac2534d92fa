/** Batches, their receipts, issues and waiting rows. Every function runs on the client of a transaction that has an identity. */
import type { SubjectKind } from '@xincheng/core/standards';
import type pg from 'pg';

export interface NewBatch {
  readonly id: string;
  readonly receiptNo: string;
  readonly unitId: string;
  readonly dataset: string;
  readonly definitionVersion: string;
  readonly standardsDigest: string;
  readonly source: 'file' | 'api' | 'form';
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileBytes: bigint;
  /** Sheet of a workbook, where the sender named one. */
  readonly sheet: string | null;
  /** Version of the template that was filled in, where it was one of ours. */
  readonly templateVersion: string | null;
  readonly idempotencyKey: string | null;
  readonly basedOn: readonly BasedOn[];
  readonly receivedAt: Date;
  readonly receivedBy: string;
}

/** A record and the version of it that the sender had in view. */
export type BasedOn = readonly [recordId: string, version: number];

export interface BatchCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly issues: number;
}

export interface BatchRow extends BatchCounts {
  readonly id: string;
  readonly receiptNo: string;
  readonly unitId: string;
  readonly dataset: string;
  readonly definitionVersion: string;
  readonly standardsDigest: string;
  readonly source: 'file' | 'api' | 'form';
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileBytes: bigint;
  /** Sheet of a workbook, where the sender named one. */
  readonly sheet: string | null;
  /** Version of the template that was filled in, where it was one of ours. */
  readonly templateVersion: string | null;
  readonly idempotencyKey: string | null;
  readonly basedOn: readonly BasedOn[];
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly state: 'received' | 'done' | 'refused';
  readonly refusalCode: string | null;
  readonly refusalMessage: string | null;
  readonly finishedAt: Date | null;
  readonly checksNotRun: readonly string[];
  /** Headers that are no field of the dataset: nothing of these columns was kept. */
  readonly columnsNotRead: readonly string[];
}

const COLUMNS = `id, receipt_no as "receiptNo", unit_id as "unitId", dataset, definition_version as "definitionVersion",
  standards_digest as "standardsDigest", source, file_name as "fileName", file_sha256 as "fileSha256", file_bytes as "fileBytes", sheet, template_version as "templateVersion",
  idempotency_key as "idempotencyKey", based_on as "basedOn", received_at as "receivedAt", received_by as "receivedBy", state, refusal_code as "refusalCode",
  refusal_message as "refusalMessage", finished_at as "finishedAt", rows, accepted, changed, unchanged, rejected, waiting, issues,
  checks_not_run as "checksNotRun",
  columns_not_read as "columnsNotRead"`;

/** Until the transaction ends, nobody else writes down a receipt of this unit. */
export async function lockReceipts(client: pg.ClientBase, unitId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`receive/${unitId}`]);
}

/** Writes a batch down as received: from here on its `receivedAt` stands, whatever happens. */
export async function insertBatch(client: pg.ClientBase, batch: NewBatch): Promise<void> {
  await client.query(
    `insert into intake_batch (id, receipt_no, unit_id, dataset, definition_version, standards_digest, source, file_name, file_sha256,
       file_bytes, sheet, template_version, idempotency_key, based_on, received_at, received_by, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'received')`,
    [
      batch.id,
      batch.receiptNo,
      batch.unitId,
      batch.dataset,
      batch.definitionVersion,
      batch.standardsDigest,
      batch.source,
      batch.fileName,
      batch.fileSha256,
      batch.fileBytes,
      batch.sheet,
      batch.templateVersion,
      batch.idempotencyKey,
      JSON.stringify(batch.basedOn),
      batch.receivedAt,
      batch.receivedBy,
    ],
  );
}

/** One batch within the identity's scope, or null. */
export async function findBatch(client: pg.ClientBase, id: string): Promise<BatchRow | null> {
  const { rows } = await client.query<BatchRow>(`select ${COLUMNS} from intake_batch where id = $1`, [id]);
  return rows[0] ?? null;
}

/** The last batch of the same bytes, and sheet, under the same rules, or one that was broken off and is to be taken up again. */
export async function findSameFile(
  client: pg.ClientBase,
  key: { unitId: string; dataset: string; fileSha256: string; sheet: string | null; standardsDigest: string },
): Promise<BatchRow | null> {
  const { rows } = await client.query<BatchRow>(
    `select ${COLUMNS} from intake_batch where unit_id = $1 and dataset = $2 and file_sha256 = $3
       and sheet is not distinct from $4 and (state = 'received' or (state = 'done' and standards_digest = $5))
     order by (state = 'received') desc, received_at desc, id desc limit 1`,
    [key.unitId, key.dataset, key.fileSha256, key.sheet, key.standardsDigest],
  );
  return rows[0] ?? null;
}

/** Whether the same bytes may fare otherwise now than in this finished batch; `outsideCodes`: findings that hang on more than the file. */
export async function isOvertaken(
  client: pg.ClientBase,
  batch: string,
  {
    onRegister,
    onDay,
    onSubjects,
  }: { readonly onRegister: readonly string[]; readonly onDay: readonly string[]; readonly onSubjects: readonly string[] },
  today: string,
): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    'select intake_is_overtaken($1, $2, $3, $4) or intake_awaits_register($1, $5) as is',
    [batch, onRegister, onDay, today, onSubjects],
  );
  return rows[0]?.is ?? true;
}

/** Whether a record that this batch is based on has a version newer than the sender saw; asked inside the merge, after it. */
export async function isSuperseded(client: pg.ClientBase, batch: string, at: Date, actor: string): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select intake_superseded($1, $2, $3) as is', [batch, at, actor]);
  return rows[0]?.is ?? true;
}

/** The batch that an idempotency key of this unit already stands for. */
export async function findByIdempotencyKey(client: pg.ClientBase, unitId: string, key: string): Promise<BatchRow | null> {
  const { rows } = await client.query<BatchRow>(
    `select ${COLUMNS} from intake_batch where unit_id = $1 and idempotency_key = $2`,
    [unitId, key],
  );
  return rows[0] ?? null;
}

/** Batches received but not finished: what a restart takes up again. */
export async function unfinishedBatches(client: pg.ClientBase): Promise<readonly BatchRow[]> {
  const { rows } = await client.query<BatchRow>(
    `select ${COLUMNS} from intake_batch where state = 'received' order by received_at`,
  );
  return rows;
}

export interface BatchFilter {
  readonly dataset: string | null;
  readonly unitId?: string | null;
  readonly state?: BatchRow['state'] | null;
  /** Days on which they were received. */
  readonly from?: string | null;
  readonly until?: string | null;
  /** Batches received before this one (cursor), newest first. */
  readonly before: string | null;
  readonly limit: number;
}

/** Batches of the identity's scope, newest first. */
export async function listBatches(client: pg.ClientBase, filter: BatchFilter): Promise<readonly BatchRow[]> {
  const { rows } = await client.query<BatchRow>(
    `select ${COLUMNS} from intake_batch where ($1::text is null or dataset = $1)
       and ($4::text is null or unit_id = $4) and ($5::text is null or state = $5)
       and ($6::date is null or received_at >= $6::date::timestamp at time zone 'Asia/Shanghai')
       and ($7::date is null or received_at < ($7::date + 1)::timestamp at time zone 'Asia/Shanghai')
       and ($2::uuid is null or (received_at, id) < (select received_at, id from intake_batch where id = $2))
     order by received_at desc, id desc limit $3`,
    [
      ...[filter.dataset, filter.before, filter.limit],
      ...[filter.unitId ?? null, filter.state ?? null, filter.from ?? null, filter.until ?? null],
    ],
  );
  return rows;
}

/** Closes a batch with its counts; part of the merge's transaction. */
export async function finishBatch(
  client: pg.ClientBase,
  id: string,
  counts: BatchCounts,
  left: Pick<BatchRow, 'checksNotRun' | 'columnsNotRead'>,
  at: Date,
): Promise<void> {
  await client.query(
    `update intake_batch b set state = 'done', finished_at = $2, rows = $3, accepted = $4, changed = $5, unchanged = $6, rejected = $7,
       waiting = $8, issues = $9, checks_not_run = $10, columns_not_read = $11,
       change_no = (case when $4::integer + $5::integer + $8::integer > 0 then 1 else 0 end)
         + (select max(o.change_no) from intake_batch o where o.unit_id = b.unit_id and o.dataset = b.dataset)
     where id = $1`,
    [
      id,
      at,
      counts.rows,
      counts.accepted,
      counts.changed,
      counts.unchanged,
      counts.rejected,
      counts.waiting,
      counts.issues,
      left.checksNotRun,
      left.columnsNotRead,
    ],
  );
}

/** Closes a batch whose file could not be used at all. Nothing of it is in the register. */
export async function refuseBatch(
  client: pg.ClientBase,
  id: string,
  refusal: { code: string; message: string },
  at: Date,
): Promise<void> {
  await client.query(
    `update intake_batch set state = 'refused', finished_at = $2, refusal_code = $3, refusal_message = $4 where id = $1`,
    [id, at, refusal.code, refusal.message],
  );
}

export interface IssueRow {
  readonly row: number;
  readonly ordinal: number;
  readonly column: string | null;
  readonly label: string | null;
  readonly value: string;
  readonly expected: string | null;
  readonly rule: string;
  readonly code: string;
  readonly severity: 'error' | 'confirm' | 'warning';
  readonly message: string;
  readonly fix: string;
}

/** Issues of a batch in row order, from behind a position. */
export async function listIssues(
  client: pg.ClientBase,
  batch: string,
  after: { row: number; ordinal: number },
  limit: number,
): Promise<readonly IssueRow[]> {
  const { rows } = await client.query<IssueRow>(
    `select row_no as row, ordinal, column_code as column, label, value, expected, rule, code, severity, message, fix
     from intake_issue where batch_id = $1 and (row_no, ordinal) > ($2, $3) order by row_no, ordinal limit $4`,
    [batch, after.row, after.ordinal, limit],
  );
  return rows;
}

export interface IssueGroup {
  readonly code: string;
  readonly rule: string;
  readonly severity: 'error' | 'confirm' | 'warning';
  readonly count: number;
  readonly firstRow: number;
  readonly message: string;
  readonly fix: string;
}

/** Issues of a batch grouped by rule, the most frequent first, each with its first example. */
export async function groupIssues(client: pg.ClientBase, batch: string): Promise<readonly IssueGroup[]> {
  const { rows } = await client.query<IssueGroup>(
    `select code, rule, severity, count(*)::integer as count, min(row_no) as "firstRow",
       (array_agg(message order by row_no))[1] as message, (array_agg(fix order by row_no))[1] as fix
     from intake_issue where batch_id = $1 group by code, rule, severity order by count(*) desc, code`,
    [batch],
  );
  return rows;
}

export interface WaitingRow {
  readonly id: string;
  readonly batchId: string;
  readonly unitId: string;
  readonly dataset: string;
  readonly row: number;
  readonly recordId: string;
  readonly subjectKey: string;
  readonly subjectName: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly codes: readonly string[];
  /** What was found that somebody must confirm, as sentences. */
  readonly reasons: readonly string[];
  readonly state: 'waiting' | 'confirmed' | 'dropped' | 'superseded';
}

const WAITING_COLUMNS = `id, batch_id as "batchId", unit_id as "unitId", dataset, row_no as row, record_id as "recordId", subject_key as "subjectKey",
  subject_name as "subjectName", authority_uscc as "authorityUscc", number, decided_on as "decidedOn", codes, state,
  array(select message from intake_issue i where i.batch_id = intake_waiting.batch_id and i.row_no = intake_waiting.row_no
    and i.severity = 'confirm' order by ordinal) as reasons`;

/** Rows that wait for a person, oldest first; those of one batch when it is named. */
export async function listWaiting(
  client: pg.ClientBase,
  batch: string | null,
  after: string | null,
  limit: number,
): Promise<readonly WaitingRow[]> {
  const { rows } = await client.query<WaitingRow>(
    `select ${WAITING_COLUMNS} from intake_waiting where state = 'waiting' and ($1::uuid is null or batch_id = $1)
       and ($2::uuid is null or id > $2) order by id limit $3`,
    [batch, after, limit],
  );
  return rows;
}

/** One waiting row within the identity's scope, or null. */
export async function findWaiting(client: pg.ClientBase, id: string): Promise<WaitingRow | null> {
  const { rows } = await client.query<WaitingRow>(`select ${WAITING_COLUMNS} from intake_waiting where id = $1`, [id]);
  return rows[0] ?? null;
}

/** Who decided about a row that waited, and when; null while it waits, or when it gave way to a row sent again. */
export async function findWaitingDecision(
  client: pg.ClientBase,
  id: string,
): Promise<{ readonly name: string; readonly at: Date } | null> {
  const { rows } = await client.query<{ name: string; at: Date }>(
    `select decided_by as name, decided_at as at from intake_waiting where id = $1 and state in ('confirmed', 'dropped')`,
    [id],
  );
  return rows[0] ?? null;
}

/** What a waiting row holds beside what is shown of it: the kind of its subject, and its values as they are kept. */
export async function findWaitingPayload(
  client: pg.ClientBase,
  id: string,
): Promise<{ readonly subjectKind: SubjectKind; readonly payload: Readonly<Record<string, unknown>> } | null> {
  const { rows } = await client.query<{ subjectKind: SubjectKind; payload: Record<string, unknown> }>(
    'select subject_kind as "subjectKind", payload from intake_waiting where id = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** Every row of a batch that waited: by row number what became of it since, and the record it is about. */
export async function waitingOfBatch(
  client: pg.ClientBase,
  batch: string,
): Promise<ReadonlyMap<number, Pick<WaitingRow, 'state' | 'recordId'>>> {
  const { rows } = await client.query<Pick<WaitingRow, 'row' | 'state' | 'recordId'>>(
    'select row_no as row, state, record_id as "recordId" from intake_waiting where batch_id = $1',
    [batch],
  );
  return new Map(rows.map(({ row, state, recordId }) => [row, { state, recordId }]));
}

/** The row itself; the same decision on another day; another decision under the same number; nothing. */
export type WaitingDecision = 'row' | 'correction' | 'new-decision' | 'drop';
/** `id-taken`: a further decision under the same number was confirmed at the same time; make another id and try again. */
export type WaitingDecisionResult = 'done' | 'not-found' | 'not-waiting' | 'key-other-unit' | 'say-which' | 'id-taken';

/** Field, keyed hash of its sealed number, id of the key. */
export type BlindRow = readonly [field: string, blind: string, keyId: string];

/** Decides a waiting row in the importing role's transaction. */
export async function decideWaiting(
  client: pg.ClientBase,
  decision: {
    id: string;
    as: WaitingDecision;
    recordId: string;
    at: Date;
    actor: string;
    reason: string;
    blinds: readonly BlindRow[];
    /** Last day on public show; null: not shown. */
    shownUntil: string | null;
  },
): Promise<WaitingDecisionResult> {
  const { rows } = await client.query<{ result: WaitingDecisionResult }>(
    'select intake_decide_waiting($1, $2, $3, $4, $5, $6, $7, $8) as result',
    [
      decision.id,
      decision.as,
      decision.recordId,
      decision.at,
      decision.actor,
      decision.reason,
      JSON.stringify(decision.blinds),
      decision.shownUntil,
    ],
  );
  return rows[0]?.result ?? 'not-found';
}

/** Digest of what the batch wrote, for its audit event; while its stage is still there, in the merging transaction. */
export async function digestBatch(client: pg.ClientBase, batchId: string): Promise<string> {
  const { rows } = await client.query<{ digest: string }>('select intake_digest($1) as digest', [batchId]);
  return rows[0]?.digest ?? '';
}
