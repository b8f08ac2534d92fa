/** `xincheng forward …`: what goes to the city platform and what comes back. */
import { basename, resolve } from 'node:path';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  batchFile,
  folderTransport,
  forwardingFolders,
  handBatch,
  importAnswer,
  makeBatches,
  readDueForwarding,
  readForwardBatches,
  readForwardingCounts,
  readRefused,
  readUnanswered,
  resendRecords,
} from '@xincheng/usecases/forwarding';
import type { TakenAnswer, Transport } from '@xincheng/usecases/forwarding';
import type { Platform } from '@xincheng/usecases/platform';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface MakeOptions {
  readonly dataset: string;
  readonly out?: string;
}

export interface HandOptions {
  readonly out?: string;
}

export interface ReceiptOptions {
  readonly batch?: string;
}

export interface ResendOptions {
  readonly name: string;
  readonly reason: string;
}

export interface BatchListOptions {
  readonly dataset?: string;
  readonly limit: number;
}

export interface ItemListOptions extends BatchListOptions {
  readonly days?: number;
  readonly unit?: string;
}

const STATES = { made: '未移交', handed: '未回', answered: '已回' } as const;
const OPERATIONS = { add: '新增', change: '修改', withdraw: '撤销' } as const;
const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Whoever sits at the machine forwards as the credit office. */
async function withOffice(
  environment: Environment,
  named: { readonly dataset?: string | undefined; readonly unit?: string | undefined },
  work: (platform: Platform, context: ActContext, unitId: string | null) => Promise<Answer>,
): Promise<Answer> {
  const found = await standardsFor(environment, named);
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, (platform) => work(platform, localContext(environment, []), unitId));
}

function transportOf(platform: Platform, out: string | undefined): Transport {
  const { outbox, inbox } = forwardingFolders(platform.home);
  return folderTransport(out === undefined ? outbox : resolve(out), inbox);
}

/** Makes the batches of a dataset; with `--out` their files are written for a look. */
export async function make(environment: Environment, { dataset, out }: MakeOptions): Promise<Answer> {
  return withOffice(environment, { dataset }, async (platform, context) => {
    const made = await makeBatches(platform, context, dataset);
    if (!made.ok) return failure(EXIT.unusable, made.error);
    const files: string[] = [];
    for (const { id, number } of out === undefined ? [] : made.value) {
      const file = await batchFile(platform, context, id);
      if (!file.ok) return failure(EXIT.fault, file.error);
      const sent = await transportOf(platform, out).send(file.value);
      if (!sent.ok) {
        const message = `批次 ${number} 已生成，文件没有写成（${sent.error}）。请用 forward hand 另指定一个文件夹。`;
        return failure(EXIT.unusable, { code: 'file-not-written', message }, { batches: made.value });
      }
      files.push(sent.value);
    }
    const rows = made.value.map((batch, index) => [batch.number, String(batch.rows), files[index] ?? '']);
    return {
      exit: EXIT.done,
      text: rows.length === 0 ? '没有应上传的记录。' : tableText(['批次', '行数', '文件'], rows),
      json: { batches: made.value, files },
    };
  });
}

/** Hands one batch over. */
export async function hand(environment: Environment, batch: string, { out }: HandOptions): Promise<Answer> {
  return withOffice(environment, {}, async (platform, context) => {
    const handed = await handBatch(platform, context, batch, transportOf(platform, out));
    if (!handed.ok) return failure(EXIT.unusable, handed.error);
    const { place, isRepeat, batch: after } = handed.value;
    const first = after.handedAt === null ? '' : localTime(after.handedAt);
    const text = isRepeat
      ? `批次 ${after.number} 曾于 ${first} 移交，已再写出同样的文件：${place}`
      : `批次 ${after.number} 已移交：${place}`;
    return { exit: EXIT.done, text, json: handed.value };
  });
}

/** Takes in one answer file, or all that lie in the inbox. */
export async function receipt(environment: Environment, file: string | undefined, { batch }: ReceiptOptions): Promise<Answer> {
  return withOffice(environment, {}, async (platform, context) => {
    const paths = file === undefined ? await transportOf(platform, undefined).fetchAnswers() : [file];
    if (paths.length === 0) {
      const message = `文件夹 ${forwardingFolders(platform.home).inbox} 里没有文件。请把市平台的回执放进去，或写出文件名。`;
      return failure(EXIT.unusable, { code: 'no-answers', message });
    }
    const taken: TakenAnswer[] = [];
    const refused: { file: string; code: string; message: string }[] = [];
    for (const path of paths) {
      const one = await importAnswer(platform, context, { path, fileName: basename(path), batch: batch ?? null });
      if (one.ok) taken.push(one.value);
      else refused.push({ file: path, ...one.error });
    }
    const [only] = refused;
    if (only !== undefined && paths.length === 1) return failure(EXIT.unusable, only);
    const lines = [...taken.map(takenText), ...refused.map((one) => `${one.file}：${one.message}（${one.code}）`)];
    return { exit: refused.length > 0 ? EXIT.refused : EXIT.done, text: lines.join('\n'), json: { taken, refused } };
  });
}

function takenText({ batch, answer, isRepeat, unknownLines, differingRows }: TakenAnswer): string {
  const counts = `通过 ${String(answer.accepted)}，未通过 ${String(answer.refused)}，此前已回 ${String(answer.unchanged)}`;
  const more = [
    differingRows.length > 0 ? `与先前的回执不同、仍以先前为准 ${String(differingRows.length)} 行` : '',
    unknownLines.length > 0 ? `不属于该批次 ${String(unknownLines.length)} 行` : '',
  ].filter((one) => one !== '');
  return [`批次 ${batch.number}：${counts}`, ...more].join('，') + (isRepeat ? '（同一文件此前已导入，本次未写入任何数据）' : '');
}

/** Marks refused records to be sent again as they are. */
export async function resend(
  environment: Environment,
  records: readonly string[],
  { name, reason }: ResendOptions,
): Promise<Answer> {
  const wrong = records.find((id) => !RECORD_ID.test(id));
  if (wrong !== undefined)
    return failure(EXIT.unusable, { code: 'not-a-record-id', message: `“${wrong}”不是记录编号。记录编号见“未通过”清单。` });
  return withOffice(environment, {}, async (platform, context) => {
    const marked = await resendRecords(platform, context, { records, name, reason });
    if (!marked.ok) return failure(EXIT.unusable, marked.error);
    const left = records.filter((id) => !marked.value.includes(id));
    const text = `${String(marked.value.length)} 条将随下一批次再报。${left.length > 0 ? `不是“未通过”状态、未处理的：${left.join('、')}` : ''}`;
    return {
      exit: marked.value.length === 0 ? EXIT.refused : EXIT.done,
      text,
      json: { records: marked.value, notRefused: left },
    };
  });
}

/** Lists batches. */
export async function list(environment: Environment, { dataset, limit }: BatchListOptions): Promise<Answer> {
  return withOffice(environment, { dataset }, async (platform, context) => {
    const batches = await readForwardBatches(platform, context, { dataset: dataset ?? null, state: null, before: null, limit });
    const rows = batches.map((one) => [
      one.number,
      String(one.rows),
      STATES[one.state],
      localTime(one.madeAt),
      one.handedAt === null ? '' : localTime(one.handedAt),
      one.cityNumber ?? '',
    ]);
    const head = ['批次', '行数', '状态', '生成', '移交', '市平台编号'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有上传批次。' : tableText(head, rows), json: batches };
  });
}

/** Lists rows without an answer. */
export async function unanswered(environment: Environment, { dataset, limit, days = 0 }: ItemListOptions): Promise<Answer> {
  return withOffice(environment, { dataset }, async (platform, context) => {
    const items = await readUnanswered(platform, context, { dataset: dataset ?? null, unitId: null, after: null, limit, days });
    const rows = items.map((item) => [
      item.batchNumber,
      String(item.row),
      item.number,
      item.subjectName,
      OPERATIONS[item.operation],
      String(item.workingDays),
    ]);
    const head = ['批次', '行', '文号', '主体', '操作', '已过工作日'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有未回的记录。' : tableText(head, rows), json: items };
  });
}

/** Lists refused rows with the city's words. */
export async function refused(environment: Environment, { dataset, unit, limit }: ItemListOptions): Promise<Answer> {
  return withOffice(environment, { dataset, unit }, async (platform, context, unitId) => {
    const items = await readRefused(platform, context, { dataset: dataset ?? null, unitId, after: null, limit });
    const rows = items.map((item) => [
      platform.pack.units.get(item.unitId)?.name ?? item.unitId,
      item.number,
      item.subjectName,
      `${item.code === null ? '' : `【${item.code}】`}${item.message ?? '（市平台未说明原因）'}`,
      item.isToResend ? '待再报' : '',
      item.recordId,
    ]);
    const head = ['单位', '文号', '主体', '市平台的说明', '', '记录编号'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有未通过的记录。' : tableText(head, rows), json: items };
  });
}

/** Lists what is due soon and never went. */
export async function dueSoon(environment: Environment, { days = 0, limit }: ItemListOptions): Promise<Answer> {
  return withOffice(environment, {}, async (platform, context) => {
    const items = await readDueForwarding(platform, context, { days, limit });
    const rows = items.map((item) => [
      item.dueOn ?? '',
      String(item.daysLeft ?? ''),
      item.number,
      item.subjectName,
      item.recordId,
    ]);
    const head = ['期限', '剩余天数', '文号', '主体', '记录编号'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有快到期限而未上传的记录。' : tableText(head, rows), json: items };
  });
}

/** Counts by dataset and unit. */
export async function counts(environment: Environment): Promise<Answer> {
  return withOffice(environment, {}, async (platform, context) => {
    const found = await readForwardingCounts(platform, context);
    const rows = found.map((one) => [
      one.dataset,
      platform.pack.units.get(one.unitId)?.name ?? one.unitId,
      ...[one.records, one.forwarded, one.unanswered, one.accepted, one.refused].map(String),
      `${String(one.cityTimely)}/${String(one.cityReceived)}`,
    ]);
    const head = ['数据集', '单位', '应上传', '已上传', '未回', '通过', '未通过', '及时/已收'];
    return { exit: EXIT.done, text: rows.length === 0 ? '没有应上传的记录。' : tableText(head, rows), json: found };
  });
}
