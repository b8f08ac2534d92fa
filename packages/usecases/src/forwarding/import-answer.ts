/** Taking in an answer of the city: understood as a whole or refused as a whole, and the same file twice changes nothing. */
import { createHash } from 'node:crypto';
import { matchAnswer } from '@xincheng/core/forwarding';
import type { MatchedAnswer, MatchProblem } from '@xincheng/core/forwarding';
import { hidePersonalData } from '@xincheng/core/intake';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  answerItems,
  findAnswer,
  findForwardBatch,
  insertAnswer,
  keepCityNumber,
  listSentItems,
  lockForwardBatch,
} from '@xincheng/store/forwarding';
import type { AnswerRow, ForwardBatchRow, ItemAnswer } from '@xincheng/store/forwarding';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import { copyFile } from '../intake/kept-file.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { fileSource } from '../reading/index.ts';
import type { ByteSource } from '../reading/index.ts';
import { forwardProblem } from './problem.ts';
import type { ForwardProblem } from './problem.ts';
import { readAnswer } from './read-answer.ts';
import type { CityAnswer, CityLine } from './read-answer.ts';

/** An answer file as it came. */
export interface ReceivedAnswer {
  readonly path: string;
  readonly fileName: string;
  /** Id or number of the batch, for files that do not name it. */
  readonly batch: string | null;
}

/** What a taken answer brought. */
export interface TakenAnswer {
  readonly batch: ForwardBatchRow;
  readonly answer: AnswerRow;
  /** The same file had been taken before: nothing was written. */
  readonly isRepeat: boolean;
  /** Rows of the batch that were answered otherwise before; the first answer stands. */
  readonly differingRows: readonly number[];
  /** Lines of the file that name no row of the batch. */
  readonly unknownLines: readonly number[];
}

/** Takes in one answer file. */
export async function importAnswer(
  platform: Platform,
  context: ActContext,
  received: ReceivedAnswer,
): Promise<Result<TakenAnswer, ForwardProblem>> {
  if (!mayActForDistrict(context.actor, 'forwarding.make')) return forwardProblem('credit-office-only');
  const source = await fileSource(received.path);
  if (!source.ok) return source;
  const read = await readForBatch(platform, context, source.value, received.batch);
  if (!read.ok) return read;
  const sha256 = await sha256Of(source.value);
  const copy = await copyFile(platform, source.value, sha256);
  try {
    const taken = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
      takeIn(client, context, { ...read.value, sha256, fileName: hidePersonalData(received.fileName) }),
    );
    // The city's own file is the proof of the day of receipt.
    await (taken.ok && !taken.value.isRepeat ? copy.keep() : copy.drop());
    return taken;
  } catch (thrown) {
    await copy.drop();
    throw thrown;
  }
}

interface ForBatch {
  readonly batch: ForwardBatchRow;
  readonly answer: CityAnswer;
}

/** Reads the file by the forms of the batch's own template: each template is tried until one reads it as an answer to a batch of its dataset. */
async function readForBatch(
  platform: Platform,
  context: ActContext,
  source: ByteSource,
  named: string | null,
): Promise<Result<ForBatch, ForwardProblem>> {
  const given = named === null ? null : await batchCalled(platform, context, named);
  if (named !== null && given === null) return forwardProblem('no-such-forward-batch', { batch: named });
  let refused: Result<never, ForwardProblem> | null = null;
  for (const template of platform.pack.forwarding.values()) {
    if (given !== null && given.dataset !== template.id) continue;
    const answer = await readAnswer(source, template, datasetOf(platform, template.id).dataset.definition);
    if (!answer.ok) {
      refused ??= answer;
      continue;
    }
    const batch = await batchOf(platform, context, answer.value.lines, given);
    if (!batch.ok) return batch;
    if (batch.value.dataset === template.id) return ok({ batch: batch.value, answer: answer.value });
  }
  return refused ?? forwardProblem('answer-unknown-form');
}

async function batchOf(
  platform: Platform,
  context: ActContext,
  lines: readonly CityLine[],
  given: ForwardBatchRow | null,
): Promise<Result<ForwardBatchRow, ForwardProblem>> {
  const named = lines.find(({ batch }) => batch !== null)?.batch ?? null;
  const other = lines.find(({ batch }) => batch !== null && batch !== named);
  if (other !== undefined) return forwardProblem('answer-several-batches', { line: other.line });
  if (named === null) return given === null ? forwardProblem('answer-no-batch') : ok(given);
  if (given !== null)
    return named === given.number ? ok(given) : forwardProblem('answer-wrong-batch', { found: named, batch: given.number });
  const found = await batchCalled(platform, context, named);
  return found === null ? forwardProblem('answer-unknown-batch', { batch: named }) : ok(found);
}

function batchCalled(platform: Platform, context: ActContext, named: string): Promise<ForwardBatchRow | null> {
  return withTransaction(platform.database.app, identityOf(context.actor), (client) => findForwardBatch(client, named));
}

interface Taking extends ForBatch {
  readonly sha256: string;
  readonly fileName: string;
}

async function takeIn(
  client: Client,
  context: ActContext,
  { batch: { id }, answer, sha256, fileName }: Taking,
): Promise<Result<TakenAnswer, ForwardProblem>> {
  // Held until the end: two answers to one batch are taken one after the other.
  const batch = await lockForwardBatch(client, id);
  const before = await findAnswer(client, sha256, id);
  if (before !== null) return ok({ batch, answer: before, isRepeat: true, differingRows: [], unknownLines: [] });
  if (batch.handedAt === null) return forwardProblem('batch-not-handed', { batch: batch.number });
  const matched = matchAnswer(answer.lines, await listSentItems(client, id), answer.form.unnamed);
  if (!matched.ok) return refusalOf(matched.error, batch);
  const answers = answersOf(matched.value, batch.handedAt, context.now);
  await answerItems(client, id, answers, context.now);
  const cityNumber = answer.lines.find((line) => line.cityNumber !== null)?.cityNumber ?? null;
  if (cityNumber !== null) await keepCityNumber(client, id, cityNumber);
  const row = rowOf(context, { batch, answer, sha256, fileName }, matched.value);
  await insertAnswer(client, row);
  await writeAct(client, context, {
    act: 'forward.answer',
    objectKind: 'forward-batch',
    objectId: id,
    unitId: null,
    details: {
      number: batch.number,
      sha256,
      accepted: row.accepted,
      refused: row.refused,
      differing: row.differing,
      unknown: row.unknown,
    },
  });
  const { differing, unknown } = matched.value;
  const now = await findForwardBatch(client, id);
  return ok({ batch: now ?? batch, answer: row, isRepeat: false, differingRows: differing, unknownLines: unknown });
}

function refusalOf({ code, line, row, missing }: MatchProblem, batch: ForwardBatchRow): Result<never, ForwardProblem> {
  return forwardProblem(code, { line, row, missing, batch: batch.number });
}

/**
 * The city's own time of receipt, where it tells one: it decides timeliness. Never before the handing over, for then there was nothing
 * to receive (a bare day counts from its first instant), and never after now.
 */
function answersOf({ answers }: MatchedAnswer<CityLine>, handedAt: Date, now: Date): ItemAnswer[] {
  return answers.map(({ row, state, line }) => {
    const told = line?.receivedAt?.getTime() ?? now.getTime();
    const message = line?.message ?? null;
    return {
      row,
      state,
      code: line?.code ?? null,
      message: message === null ? null : hidePersonalData(message),
      at: new Date(Math.max(handedAt.getTime(), Math.min(told, now.getTime()))),
    };
  });
}

function rowOf(
  context: ActContext,
  { batch, answer, sha256, fileName }: Taking,
  { answers, unchanged, differing, unknown }: MatchedAnswer<CityLine>,
): AnswerRow {
  const accepted = answers.filter(({ state }) => state === 'accepted').length;
  return {
    id: uuidV7(context.now),
    batchId: batch.id,
    fileName,
    fileSha256: sha256,
    receivedAt: context.now,
    receivedBy: context.actor.id,
    rows: answer.lines.length,
    accepted,
    refused: answers.length - accepted,
    unchanged,
    differing: differing.length,
    unknown: unknown.length,
  };
}

async function sha256Of(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of source.blocks()) hash.update(block);
  return hash.digest('hex');
}
