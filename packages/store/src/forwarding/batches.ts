/** Batches after they were made: reading them, handing over, taking in answers. */
import type pg from 'pg';

export interface ForwardBatchRow {
  readonly id: string;
  readonly number: string;
  readonly dataset: string;
  readonly templateVersion: string;
  readonly madeAt: Date;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly rows: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly state: 'made' | 'handed' | 'answered';
  readonly handedAt: Date | null;
  readonly handedBy: string | null;
  readonly cityNumber: string | null;
  readonly answeredAt: Date | null;
}

const BATCH = `b.id, b.number, b.dataset, b.template_version as "templateVersion", b.made_at as "madeAt", b.made_on as "madeOn", b.made_by as "madeBy",
  b.rows, b.file_name as "fileName", b.file_sha256 as "fileSha256", b.state, b.handed_at as "handedAt", b.handed_by as "handedBy",
  b.city_number as "cityNumber", b.answered_at as "answeredAt"`;

/** A batch by its id or its number; null when there is none. */
export async function findForwardBatch(client: pg.ClientBase, named: string): Promise<ForwardBatchRow | null> {
  const { rows } = await client.query<ForwardBatchRow>(
    `select ${BATCH} from forward_batch b where b.id::text = $1 or b.number = $1`,
    [named],
  );
  return rows[0] ?? null;
}

/** The same, held until the transaction ends. */
export async function lockForwardBatch(client: pg.ClientBase, id: string): Promise<ForwardBatchRow> {
  const { rows } = await client.query<ForwardBatchRow>(`select ${BATCH} from forward_batch b where b.id = $1 for update`, [id]);
  const [batch] = rows;
  if (batch === undefined) throw new Error(`no forward batch ${id}`);
  return batch;
}

export interface ForwardBatchFilter {
  readonly dataset: string | null;
  readonly state: ForwardBatchRow['state'] | null;
  /** Batches behind this one: the newest come first. */
  readonly before: string | null;
  readonly limit: number;
}

/** Batches, the newest first. */
export async function listForwardBatches(client: pg.ClientBase, filter: ForwardBatchFilter): Promise<readonly ForwardBatchRow[]> {
  const { rows } = await client.query<ForwardBatchRow>(
    `select ${BATCH} from forward_batch b
     where ($1::text is null or b.dataset = $1) and ($2::text is null or b.state = $2) and ($3::uuid is null or (b.made_at, b.number) < (select l.made_at, l.number from forward_batch l where l.id = $3))
     order by b.made_at desc, b.number desc limit $4`,
    [filter.dataset, filter.state, filter.before, filter.limit],
  );
  return rows;
}

/** The template under which a batch was made, as it then was. */
export async function findTemplate(client: pg.ClientBase, dataset: string, version: string): Promise<unknown> {
  const { rows } = await client.query<{ definition: unknown }>(
    'select definition from forward_template where dataset = $1 and version = $2',
    [dataset, version],
  );
  return rows[0]?.definition;
}

/** Notes that a batch was handed over; the first time counts. False when it was noted before. */
export async function markHanded(client: pg.ClientBase, id: string, at: Date, by: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "update forward_batch set state = 'handed', handed_at = $2, handed_by = $3 where id = $1 and state = 'made'",
    [id, at, by],
  );
  if (rowCount === 0) return false;
  await client.query(
    `update credit_record_forwarding f set forwarded_at = $2 from forward_item i
     where i.batch_id = $1 and f.record_id = i.record_id and f.subject_key = i.subject_key and f.forwarded_at is null`,
    [id, at],
  );
  return true;
}

/** A row of a batch as an answer may name it. */
export interface SentItem {
  readonly row: number;
  readonly number: string;
  readonly subjectCode: string;
  readonly state: 'sent' | 'accepted' | 'refused';
}

/** All rows of a batch. */
export async function listSentItems(client: pg.ClientBase, batchId: string): Promise<readonly SentItem[]> {
  const { rows } = await client.query<SentItem>(
    'select row_no as row, number, subject_code as "subjectCode", state from forward_item where batch_id = $1 order by row_no',
    [batchId],
  );
  return rows;
}

/** The city's word on one row. */
export interface ItemAnswer {
  readonly row: number;
  readonly state: 'accepted' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
  readonly at: Date;
}

/** Writes answers to rows that have none yet, carries them to their records, and closes the batch behind its last row. */
export async function answerItems(
  client: pg.ClientBase,
  batchId: string,
  answers: readonly ItemAnswer[],
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `update forward_item i set state = a.state, code = a.code, message = a.message, answered_at = a.at
     from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as a (row_no, state, code, message, at)
     where i.batch_id = $1 and i.row_no = a.row_no and i.state = 'sent'`,
    [
      batchId,
      answers.map(({ row }) => row),
      answers.map(({ state }) => state),
      answers.map(({ code }) => code),
      answers.map(({ message }) => message),
      answers.map(({ at }) => at),
    ],
  );
  if (rowCount !== answers.length)
    throw new Error(`batch ${batchId}: ${String(answers.length - (rowCount ?? 0))} answers met no open row`);
  await client.query('select forward_carry($1, $2)', [batchId, answers.map(({ row }) => row)]);
  await client.query(
    `update forward_batch b set state = 'answered', answered_at = $2
     where b.id = $1 and b.state = 'handed' and not exists (select from forward_item where batch_id = $1 and state = 'sent')`,
    [batchId, now],
  );
}

/** Keeps the city's number of a batch; the first one stands. */
export async function keepCityNumber(client: pg.ClientBase, id: string, cityNumber: string): Promise<void> {
  await client.query('update forward_batch set city_number = $2 where id = $1 and city_number is null', [id, cityNumber]);
}

/** What an answer file brought. */
export interface AnswerRow {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unchanged: number;
  readonly differing: number;
  readonly unknown: number;
}

/** An answer taken in before with the same bytes; for a batch, or the only one. */
export async function findAnswer(client: pg.ClientBase, fileSha256: string, batchId: string): Promise<AnswerRow | null> {
  const { rows } = await client.query<AnswerRow>(
    `select id, batch_id as "batchId", file_name as "fileName", file_sha256 as "fileSha256", received_at as "receivedAt",
       received_by as "receivedBy", rows, accepted, refused, unchanged, differing, unknown
     from forward_answer where file_sha256 = $1 and batch_id = $2`,
    [fileSha256, batchId],
  );
  return rows[0] ?? null;
}

/** Writes down an answer file. */
export async function insertAnswer(client: pg.ClientBase, answer: AnswerRow): Promise<void> {
  await client.query(
    `insert into forward_answer (id, batch_id, file_name, file_sha256, received_at, received_by, rows, accepted, refused, unchanged, differing, unknown)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      answer.id,
      answer.batchId,
      answer.fileName,
      answer.fileSha256,
      answer.receivedAt,
      answer.receivedBy,
      answer.rows,
      answer.accepted,
      answer.refused,
      answer.unchanged,
      answer.differing,
      answer.unknown,
    ],
  );
}
