/** `xincheng submit FILE --dataset licence --unit CODE`: sends a file, prints the receipt, writes the marked result. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Receipt } from '@xincheng/contract/api';
import { issueSentence } from '@xincheng/core/intake';
import { fitsWorkbook, markedResult, markedWorkbook, readBatch, submitBatch } from '@xincheng/usecases/intake';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { fileSource } from '@xincheng/usecases/reading';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer, Failure } from '../exit.ts';
import { columnLines } from '../column-lines.ts';
import { localTime } from '../local-time.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { showProgress } from '../progress.ts';

export interface SubmitOptions {
  readonly dataset: string;
  readonly unit: string;
  readonly sheet?: string;
  /** Where the marked result goes, as CSV or workbook by its extension; a workbook beside the file when not given. */
  readonly result?: string;
}

const INTERRUPTED = '已中断。再次提交同一文件即可：已收到的会接着处理，不会重复入库。';
const TOO_LONG: Failure = {
  code: 'result-too-long',
  message:
    '行数超出一张工作表的容量，标注结果没有写成；数据已经受理。请用 --result 指定 .csv 文件，再提交一次同一文件，不会重复入库。',
};
/** From here on, writing the result takes long enough to say so. */
const MANY_ROWS = 50_000;

/** Submits one file. Whatever is unusable is told before a database is touched. */
export async function submit(
  environment: Environment,
  file: string,
  { dataset, unit, sheet, result }: SubmitOptions,
): Promise<Answer> {
  if (result !== undefined && resolve(result) === resolve(file)) {
    return failure(EXIT.unusable, {
      code: 'result-is-source',
      message: '标注结果不能写到原文件上。请用 --result 另指定一个文件。',
    });
  }
  const found = await fileSource(file);
  if (!found.ok) return failure(EXIT.unusable, found.error);
  const named = await standardsFor(environment, { dataset, unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  return withPlatform(environment, { standards, onInterrupt: INTERRUPTED }, async (platform) => {
    const context = localContext(environment, unitId === null ? [] : [unitId]);
    const progress = showProgress(environment, found.value.size);
    const submitted = await submitBatch(platform, context, {
      unitId: unitId ?? unit,
      dataset,
      path: file,
      fileName: basename(file),
      source: 'file',
      sheet,
      idempotencyKey: null,
      onProgress: ({ stage, rows, bytes }) => progress.update({ stage, rows, done: bytes }),
    }).finally(progress.stop);
    if (!submitted.ok) return failure(EXIT.unusable, submitted.error);
    const receipt = submitted.value;
    if (receipt.refusal !== null) return failure(EXIT.unusable, receipt.refusal, { batch: receipt.batch });
    if (receipt.rows > MANY_ROWS && !receipt.isRepeat) environment.log('正在写标注结果……');
    return answerOf(receipt, await writeResult(platform, context, receipt, file, result));
  });
}

interface Written {
  /** Null when none was written. */
  readonly path: string | null;
  readonly problem: Failure | null;
}

/** A file seen before writes nothing, so its result is only written where one is asked for. */
async function writeResult(
  platform: Platform,
  context: ActContext,
  receipt: Receipt,
  file: string,
  asked: string | undefined,
): Promise<Written> {
  const beside = `${basename(file, extname(file))}.result.${fitsWorkbook(receipt) ? 'xlsx' : 'csv'}`;
  const path = resolve(asked ?? join(dirname(file), beside));
  if (receipt.isRepeat && asked === undefined) return { path: existsSync(path) ? path : null, problem: null };
  const batch = await readBatch(platform, context, receipt.batch);
  if (batch === null) throw new Error(`batch ${receipt.batch} is gone`);
  const isWorkbook = extname(path).toLowerCase() === '.xlsx';
  if (isWorkbook && !fitsWorkbook(batch)) return { path: null, problem: TOO_LONG };
  const part = `${path}.${randomUUID()}.part`;
  try {
    await pipeline(
      Readable.from(isWorkbook ? markedWorkbook(platform, context, batch) : markedResult(platform, context, batch)),
      createWriteStream(part, { mode: statSync(file).mode & 0o666 }),
    );
    await rename(part, path);
    return { path, problem: null };
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => undefined);
    if (!(thrown instanceof Error && 'syscall' in thrown && 'code' in thrown)) throw thrown;
    const message = `标注结果没有写成（${path}，${String(thrown.code)}）；数据已经受理。请用 --result 指定可写的位置，再提交一次同一文件，不会重复入库。`;
    return { path: null, problem: { code: 'result-not-written', message } };
  }
}

function answerOf(receipt: Receipt, { path, problem }: Written): Answer {
  const json = { ...summary(receipt), result: path, ...(problem === null ? {} : { resultProblem: problem }) };
  return { exit: exitOf(receipt), text: receiptText(receipt, path, problem), json };
}

function exitOf(receipt: Receipt): Answer['exit'] {
  const taken = receipt.accepted + receipt.changed + receipt.unchanged + receipt.waiting;
  return receipt.rejected > 0 && taken === 0 ? EXIT.refused : EXIT.done;
}

function summary({
  batch,
  receiptNo,
  isRepeat,
  rows,
  accepted,
  changed,
  unchanged,
  rejected,
  waiting,
  issues,
  receivedAt,
  checksNotRun,
  columnsNotRead,
  warnings,
}: Receipt): object {
  const counts = { rows, accepted, changed, unchanged, rejected, waiting, issues };
  return { batch, receiptNo, isRepeat, receivedAt, ...counts, checksNotRun, columnsNotRead, warnings };
}

function receiptText(receipt: Receipt, path: string | null, problem: Failure | null): string {
  const { rows, accepted, changed, unchanged, rejected, waiting, groups, checksNotRun, columnsNotRead } = receipt;
  const lines = [
    `回执 ${receipt.receiptNo}  收到 ${localTime(new Date(receipt.receivedAt))}${receipt.isRepeat ? '（同一文件此前已受理，本次未写入任何数据）' : ''}`,
    `共 ${String(rows)} 行：入库 ${String(accepted)}，更正 ${String(changed)}，未变化 ${String(unchanged)}，退回 ${String(rejected)}，待确认 ${String(waiting)}`,
    ...groups.map(
      (group) => `  ${group.code} × ${String(group.count)}，如第 ${String(group.firstRow)} 行：${issueSentence(group)}`,
    ),
  ];
  lines.push(...receipt.warnings.map(({ message }) => `提示：${message}`), ...columnLines(columnsNotRead));
  if (checksNotRun.length > 0) lines.push(`未能执行的校验：${checksNotRun.join('、')}`);
  if (path !== null) lines.push(`标注结果：${path}`);
  if (problem !== null) lines.push(problem.message);
  return lines.join('\n');
}
