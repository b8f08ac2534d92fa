/**
 * Submitting a file: keep it, give it a receipt, check it, merge it. A crash anywhere leaves either nothing or a batch that the
 * next start, or the same file sent again, takes up from the kept file: rows get in exactly once.
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BasedOn, NewerVersion, Receipt } from '@xincheng/contract/api';
import type { Day } from '@xincheng/core/calendar';
import { hidePersonalData, setCheckWords } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  digestBatch,
  findBatch,
  findByIdempotencyKey,
  findSameFile,
  finishBatch,
  groupIssues,
  insertBatch,
  isOvertaken,
  isSuperseded,
  lockReceipts,
  openImportSession,
  refuseBatch,
} from '@xincheng/store/intake';
import type { BatchRow, ImportSession } from '@xincheng/store/intake';
import { takeBatch } from '@xincheng/store/subjects';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { newerVersions, sayNewer } from '../records/index.ts';
import { fileSource, openSource, ReadFailure } from '../reading/index.ts';
import type { ByteSource, OpenedSource, ReadProblem } from '../reading/index.ts';
import type { ImportStage } from '../progress-board.ts';
import { columnsOf, readOptions } from './columns.ts';
import { checksNotRun } from './checks-not-run.ts';
import { stageBatch } from './import-batch.ts';
import type { Progress } from './import-batch.ts';
import { copyFile } from './kept-file.ts';
import type { Copy } from './kept-file.ts';
import { outsideFindings } from './outside-findings.ts';
import { newReceiptNo, receiptOf } from './receipt.ts';
import { RowFile } from './row-file.ts';
import { subjectFieldsOf } from './subject-findings.ts';
import { rowSetup } from './row-setup.ts';
import { standingsOf } from '../subjects/standings.ts';
import { isLarge, openRowWorkers } from './row-workers.ts';

export interface Submission {
  readonly unitId: string;
  readonly dataset: string;
  /** A readable plain file; it is copied, never moved. */
  readonly path: string;
  readonly fileName: string;
  readonly source: 'file' | 'api' | 'form';
  /** Sheet of a workbook; absent: the one whose header matches. */
  readonly sheet?: string | undefined;
  readonly idempotencyKey: string | null;
  /** Versions of records that the sender had in view; a newer one by somebody else refuses the batch. */
  readonly basedOn?: readonly BasedOn[];
  readonly onProgress?: (progress: Progress) => void;
}

export type SubmitProblem =
  | ReadProblem
  | { readonly code: 'changed-meanwhile'; readonly message: string; readonly newer: readonly NewerVersion[] }
  | { readonly code: 'unknown-dataset' | 'unknown-unit' | 'not-your-unit' | 'idempotency-key-reused'; readonly message: string };

/** A file written down as received, ready to be processed; or, when it was seen before, the batch it already stands for. */
export interface Received {
  readonly batch: BatchRow;
  readonly isRepeat: boolean;
  /** Null for a repeat: there is nothing to process. */
  readonly source: OpenedSource | null;
}

/** Receives one file of one unit and processes it. The receipt is also the answer to a file, or an idempotency key, seen before. */
export async function submitBatch(
  platform: Platform,
  context: ActContext,
  submission: Submission,
): Promise<Result<Receipt, SubmitProblem>> {
  const received = await receiveBatch(platform, context, submission);
  if (!received.ok) return received;
  const { batch, isRepeat, source } = received.value;
  if (source === null) return ok(await receiptWithGroups(platform, context, batch, isRepeat));
  return ok(await processBatch(platform, context, batch, source, submission.onProgress));
}

/** First half of a submission: from its end on the batch exists and its `receivedAt` stands, whatever happens. */
export async function receiveBatch(
  platform: Platform,
  context: ActContext,
  submission: Submission,
): Promise<Result<Received, SubmitProblem>> {
  const allowed = mayGoOn(platform, context, submission);
  if (!allowed.ok) return allowed;
  const file = await fileSource(submission.path);
  if (!file.ok) return file;
  const fileSha256 = await sha256Of(file.value);
  const findSame = (client: Client): Promise<Result<BatchRow | null, SubmitProblem>> =>
    findEarlier(client, platform, submission, fileSha256, context.today);
  const earlier = await withTransaction(platform.database.app, identityOf(context.actor), findSame);
  if (!earlier.ok) return earlier;
  if (earlier.value !== null && earlier.value.state !== 'received')
    return ok({ batch: earlier.value, isRepeat: true, source: null });
  const fresh = await stillStands(platform, context, submission);
  if (!fresh.ok) return fresh;
  const columns = columnsOf(datasetOf(platform, submission.dataset).dataset);
  const options = readOptions(sheetOf(submission));
  if (earlier.value !== null) {
    const source = await openSource(file.value, columns, options);
    return source.ok ? ok({ batch: earlier.value, isRepeat: false, source: source.value }) : source;
  }
  // Copied while it is surveyed: one waits for the disk, the other works.
  const [source, copy] = await Promise.all([
    openSource(file.value, columns, options),
    copyFile(platform, file.value, fileSha256),
  ]);
  if (!source.ok) {
    await copy.drop();
    return source;
  }
  const stamp = source.value.workbook?.template;
  const templateVersion = stamp?.dataset === submission.dataset ? stamp.version : null;
  const received = { copy, size: file.value.size, sha256: fileSha256, templateVersion };
  const batch = await receive(platform, context, submission, received, findSame);
  return batch.ok ? ok({ batch: batch.value, isRepeat: false, source: source.value }) : batch;
}

/** Fails when somebody has changed meanwhile what the submission is based on. */
async function stillStands(
  platform: Platform,
  context: ActContext,
  { dataset, basedOn = [] }: Submission,
): Promise<Result<null, SubmitProblem>> {
  const newer = await newerVersions(platform, context, basedOn);
  return newer.length === 0 ? ok(null) : err({ code: 'changed-meanwhile', message: sayNewer(platform, dataset, newer), newer });
}

function mayGoOn(platform: Platform, { actor }: ActContext, { unitId, dataset }: Submission): Result<null, SubmitProblem> {
  if (!platform.pack.datasets.has(dataset)) {
    return err({
      code: 'unknown-dataset',
      message: `没有“${dataset}”这个数据集。可用的有：${[...platform.pack.datasets.keys()].join('、')}。`,
    });
  }
  if (!platform.pack.units.has(unitId))
    return err({
      code: 'unknown-unit',
      message: `本区名录中没有单位“${unitId}”。请用单位编号，例如 ${[...platform.pack.units.keys()][0] ?? ''}。`,
    });
  if (!mayActFor(actor, 'intake.submit', unitId))
    return err({ code: 'not-your-unit', message: '您不能代该单位报送。请由该单位的数据专员报送，或请管理员授权。' });
  return ok(null);
}

function sheetOf({ sheet }: Submission): string | null {
  return sheet ?? null;
}

async function sha256Of(file: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of file.blocks()) hash.update(block);
  return hash.digest('hex');
}

/** The batch that this idempotency key, or the same bytes under the same rules, already stands for. See docs/decisions/0005. */
async function findEarlier(
  client: Client,
  platform: Platform,
  submission: Submission,
  fileSha256: string,
  today: Day,
): Promise<Result<BatchRow | null, SubmitProblem>> {
  const { unitId, dataset, idempotencyKey } = submission;
  const sheet = sheetOf(submission);
  const same = idempotencyKey === null ? null : await findByIdempotencyKey(client, unitId, idempotencyKey);
  if (same === null) return ok(await findAnswer(client, platform, { unitId, dataset, fileSha256, sheet }, today));
  if (same.fileSha256 === fileSha256 && same.dataset === dataset && same.sheet === sheet) return ok(same);
  return err({ code: 'idempotency-key-reused', message: '这个 Idempotency-Key 已用于另一份内容。新内容请换一个新的键。' });
}

async function findAnswer(
  client: Client,
  platform: Platform,
  file: { readonly unitId: string; readonly dataset: string; readonly fileSha256: string; readonly sheet: string | null },
  today: Day,
): Promise<BatchRow | null> {
  const batch = await findSameFile(client, { ...file, standardsDigest: platform.pack.digest });
  if (batch?.state !== 'done') return batch;
  const findings = outsideFindings(datasetOf(platform, file.dataset).dataset);
  return (await isOvertaken(client, batch.id, findings, today)) ? null : batch;
}

/** From the commit of this transaction on, the batch exists and its `receivedAt` stands. What came at the same time is found by `findSame`. */
async function receive(
  platform: Platform,
  context: ActContext,
  submission: Submission,
  file: { readonly copy: Copy; readonly size: number; readonly sha256: string; readonly templateVersion: string | null },
  findSame: (client: Client) => Promise<Result<BatchRow | null, SubmitProblem>>,
): Promise<Result<BatchRow, SubmitProblem>> {
  await file.copy.keep();
  const id = uuidV7(context.now);
  return withTransaction(platform.database.importer, identityOf(context.actor), async (client) => {
    await lockReceipts(client, submission.unitId);
    const earlier = await findSame(client);
    if (!earlier.ok) return earlier;
    if (earlier.value !== null) return ok(earlier.value);
    await insertBatch(client, {
      id,
      receiptNo: newReceiptNo(platform.pack.district.regionCode, context.today),
      unitId: submission.unitId,
      dataset: submission.dataset,
      definitionVersion: datasetOf(platform, submission.dataset).dataset.definition.version,
      standardsDigest: platform.pack.digest,
      source: submission.source,
      // People name files after people.
      fileName: hidePersonalData(submission.fileName),
      fileSha256: file.sha256,
      fileBytes: BigInt(file.size),
      sheet: sheetOf(submission),
      templateVersion: file.templateVersion,
      idempotencyKey: submission.idempotencyKey,
      basedOn: (submission.basedOn ?? []).map(({ record, version }) => [record, version] as const),
      receivedAt: context.now,
      receivedBy: context.actor.id,
    });
    await writeAct(client, context, {
      act: 'batch.receive',
      objectKind: 'batch',
      objectId: id,
      unitId: submission.unitId,
      details: { dataset: submission.dataset, fileSha256: file.sha256 },
    });
    const batch = await findBatch(client, id);
    if (batch === null) throw new Error('the batch just written is not visible');
    return ok(batch);
  });
}

const MOST_ATTEMPTS = 3;

/** Checks and merges a received batch. Also run for batches that an earlier process left unfinished. */
export async function processBatch(
  platform: Platform,
  context: ActContext,
  batch: BatchRow,
  source: OpenedSource,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Receipt> {
  await onTheBoard(platform, batch.id, (note) =>
    importUntilMerged(platform, context, batch, source, (progress) => {
      note(progress.stage, progress.rows);
      onProgress(progress);
    }),
  );
  const finished = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    findBatch(client, batch.id),
  );
  if (finished === null) throw new Error(`batch ${batch.id} is gone`);
  return receiptWithGroups(platform, context, finished, false);
}

/** Runs an import in its turn; until it ends, the board tells how far it is. The same file sent again meanwhile only waits. */
async function onTheBoard(
  { progress, imports }: Platform,
  batchId: string,
  work: (note: (stage: ImportStage, rows: number) => void) => Promise<void>,
): Promise<void> {
  if (progress.of(batchId) !== null) return imports.run(() => work(() => undefined));
  const note = (stage: ImportStage, rows: number): void => progress.note(batchId, stage, rows);
  note('queued', 0);
  try {
    await imports.run(() => {
      note('reading', 0);
      return work(note);
    });
  } finally {
    progress.end(batchId);
  }
}

async function importUntilMerged(
  platform: Platform,
  context: ActContext,
  batch: BatchRow,
  source: OpenedSource,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { id, unitId, dataset } = batch;
    const session = await openImportSession(
      platform.database.importer,
      identityOf(context.actor),
      { id, unitId, dataset },
      { at: context.now, segmentRows: platform.segmentRows, isYielding: platform.isEmbedded && isLarge(source.records) },
    );
    try {
      if (session === null) return;
      const isMerged = await runOnce(platform, context, batch, source, session, onProgress);
      if (isMerged) return;
      if (attempt === MOST_ATTEMPTS) throw new Error(`batch ${batch.id} kept meeting keys taken by other units`);
    } finally {
      await session?.close();
    }
  }
}

async function runOnce(
  platform: Platform,
  context: ActContext,
  batch: BatchRow,
  source: OpenedSource,
  session: ImportSession,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const count = Math.max(1, Math.min(4, availableParallelism()));
  const workers = openRowWorkers(source.records, count, rowSetup(platform, batch, source, session.hasRegister));
  const rowFile = new RowFile();
  try {
    const layout = datasetOf(platform, batch.dataset);
    const { counts } = await stageBatch({
      dataset: batch.dataset,
      links: layout.dataset.links,
      subjectFields: subjectFieldsOf(layout),
      endedStandings: standingsOf(platform.pack, 'ended'),
      chunks: source.chunks(),
      session,
      workers,
      rowFile,
      ahead: count * 2,
      onProgress,
    });
    await rowFile.save(rowFilePath(platform, batch.id));
    onProgress({ stage: 'merging', rows: counts.rows, bytes: Number(batch.fileBytes) });
    const sets = layout.dataset.sets.map((check) => ({ rule: check.rule, words: setCheckWords(check) }));
    const merged = await session.merge(sets, async (client, { warned }) => {
      if (await isSuperseded(client, batch.id, context.now, context.actor.id)) throw new Superseded();
      const left = {
        checksNotRun: checksNotRun(layout.dataset, { registry: session.hasRegister, history: true }),
        columnsNotRead: source.header.unknown.map(shownHeader),
      };
      const all = { ...counts, issues: counts.issues + warned };
      await takeBatch(client, batch.id, context.now);
      await finishBatch(client, batch.id, all, left, context.now);
      await writeAct(client, context, {
        act: 'batch.merge',
        objectKind: 'batch',
        objectId: batch.id,
        unitId: batch.unitId,
        details: { ...all, wrote: await digestBatch(client, batch.id) },
      });
    });
    return !merged.retry;
  } catch (thrown) {
    if (thrown instanceof ReadFailure) await refuse(platform, context, batch, thrown.problem);
    else if (thrown instanceof Superseded)
      await refuse(platform, context, batch, await supersededProblem(platform, context, batch));
    else throw thrown;
    return true;
  } finally {
    await workers.close();
  }
}

/** Somebody was quicker, between the first look at the records and the merge. */
class Superseded extends Error {}

async function supersededProblem(platform: Platform, context: ActContext, { dataset, basedOn }: BatchRow) {
  const newer = await newerVersions(
    platform,
    context,
    basedOn.map(([record, version]) => ({ record, version })),
  );
  return { code: 'changed-meanwhile', message: sayNewer(platform, dataset, newer) } as const;
}

const SHOWN_HEADER = 60;

/** A header is the sender's text: it may be long, and may be data that slipped into the header's row. */
function shownHeader(name: string): string {
  const text = hidePersonalData(name);
  return text.length > SHOWN_HEADER ? `${text.slice(0, SHOWN_HEADER)}…` : text;
}

/** A file that turns out unusable half-way is refused whole: nothing of it is in the register. */
export async function refuse(
  platform: Platform,
  context: ActContext,
  batch: BatchRow,
  problem: { readonly code: string; readonly message: string },
): Promise<void> {
  await withTransaction(platform.database.importer, identityOf(context.actor), async (client) => {
    await refuseBatch(client, batch.id, problem, context.now);
    await writeAct(client, context, {
      act: 'batch.refuse',
      objectKind: 'batch',
      objectId: batch.id,
      unitId: batch.unitId,
      details: { code: problem.code },
    });
  });
}

/** Where the outcome of every row of a batch is kept. */
export function rowFilePath(platform: Platform, batchId: string): string {
  return join(platform.home.batches, `${batchId}.rows`);
}

async function receiptWithGroups(platform: Platform, context: ActContext, batch: BatchRow, isRepeat: boolean): Promise<Receipt> {
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) =>
    receiptOf(batch, await groupIssues(client, batch.id), isRepeat),
  );
}
