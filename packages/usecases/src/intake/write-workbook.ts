/**
 * The marked result as a workbook. The sender's own one comes back as it was, with colours, comments and three columns; whatever is no
 * workbook, cannot be changed in place, or goes to somebody else than its sender is put into a plain one. See docs/decisions/0008.
 */
import type { Receipt } from '@xincheng/contract/api';
import type { BatchRow } from '@xincheng/store/intake';
import { mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { MOST_ROWS, patchWorkbook, plainWorkbook, Unpatchable } from '../marking/index.ts';
import type { Summary, SummaryIssue } from '../marking/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import type { ByteSource, OpenedSource } from '../reading/index.ts';
import { RESULT_COLUMNS } from './columns.ts';
import { keptSource } from './kept-file.ts';
import { readReceipt } from './read-batch.ts';
import { openKept, resultRows } from './result-rows.ts';
import { cellMark, issuesOf, openRowMarks } from './row-marks.ts';

/** Titles, blank rows and the header take rows of a sheet too. */
const ROWS_AROUND_DATA = 1000;

/** True where a sheet has room for the batch: longer files are marked as CSV. */
export function fitsWorkbook({ rows }: Pick<BatchRow, 'rows'>): boolean {
  return rows <= MOST_ROWS - ROWS_AROUND_DATA;
}

const OF_SENDER = [
  '请在数据表里改正带颜色的单元格，存盘后把整个文件再报送一次：只有改过的行会被写入，三个结果列和本页不用删除。',
  '数据表右侧隐藏的“记录编号”列请保留：改正文号等关键项时靠它找到原记录。',
];
/** Sent back, masked cells would be taken for what the sender means. */
const OF_OTHERS = [
  '您不是报送单位：这是重新生成的表格，涉及个人的内容已遮盖，原文件的其他内容不随附。请勿用这份表格报送，改正由报送单位进行。',
];

/** Yields the marked result as a workbook, part by part. */
export async function* markedWorkbook(platform: Platform, context: ActContext, batch: BatchRow): AsyncGenerator<Uint8Array> {
  const source = await openKept(platform, batch);
  const isSender = mayActFor(context.actor, 'intake.read', batch.unitId);
  const summary = await summaryOf(platform, context, batch, isSender ? OF_SENDER : OF_OTHERS);
  if (source.workbook === null || !isSender) {
    yield* plain(platform, context, batch, source, withShiftNote(summary, source));
    return;
  }
  const { header } = source;
  try {
    const bytes = await bytesOf(await keptSource(platform, batch));
    const patch = await patchWorkbook({ bytes, part: source.workbook.part, header, headers: RESULT_COLUMNS });
    yield* patch(await openRowMarks(platform, context, batch), summary);
  } catch (thrown) {
    if (!(thrown instanceof Unpatchable)) throw thrown;
    const note = `原工作簿不能原样标注（${thrown.words}）：这是按原来的行和次序重新生成的表格，原格式没有保留。`;
    yield* plain(platform, context, batch, source, withNote(summary, note));
  }
}

async function bytesOf({ blocks }: ByteSource): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const block of blocks()) all.push(Buffer.from(block));
  return Buffer.concat(all);
}

async function* plain(
  platform: Platform,
  context: ActContext,
  batch: BatchRow,
  source: OpenedSource,
  summary: Summary,
): AsyncGenerator<Uint8Array> {
  const { names, behind, columns, rows } = resultRows(platform, context, batch, source);
  const { definition } = datasetOf(platform, batch.dataset).dataset;
  const { header } = source;
  yield* plainWorkbook(
    {
      name: definition.name.zh,
      headerRow: isJson(source) ? 1 : header.lastRow,
      names,
      behind,
      columns,
      shift: shiftOf(source),
      rows,
    },
    summary,
  );
}

function isJson({ format }: OpenedSource): boolean {
  return format === 'json';
}

/** Records of JSON have no header above them. */
function shiftOf(source: OpenedSource): number {
  return isJson(source) ? 1 : 0;
}

function withShiftNote(summary: Summary, source: OpenedSource): Summary {
  return isJson(source) ? withNote(summary, '表格第 1 行是列名：JSON 的第 n 条记录在数据表的第 n+1 行。') : summary;
}

function withNote(summary: Summary, note: string): Summary {
  return { ...summary, notes: [...summary.notes, note] };
}

async function summaryOf(platform: Platform, context: ActContext, batch: BatchRow, notes: readonly string[]): Promise<Summary> {
  const receipt = await readReceipt(platform, context, batch.id);
  if (receipt === null) throw new Error(`batch ${batch.id} is gone`);
  const { dataset } = datasetOf(platform, batch.dataset);
  return {
    facts: [
      ['数据集', dataset.definition.name.zh],
      ['报送单位', platform.pack.units.get(batch.unitId)?.name ?? batch.unitId],
      ['文件', batch.fileName],
      ['回执编号', batch.receiptNo],
      ['批次', batch.id],
      ['收到时间', shanghaiTime(batch.receivedAt)],
      ['结果', countsOf(receipt)],
    ],
    notes,
    groups: receipt.groups,
    issues: async function* (): AsyncGenerator<SummaryIssue> {
      for await (const issue of issuesOf(platform, context, batch.id)) {
        const { label, column, value, row } = issue;
        yield { row, ...cellMark(dataset, issue), label: label ?? column ?? '', value };
      }
    },
  };
}

function countsOf({ rows, accepted, changed, unchanged, rejected, waiting, issues }: Receipt): string {
  const counts = [
    `入库 ${String(accepted)}`,
    `更正 ${String(changed)}`,
    `未变化 ${String(unchanged)}`,
    `退回 ${String(rejected)}`,
    `待确认 ${String(waiting)}`,
  ];
  return `共 ${String(rows)} 行：${counts.join('，')}；问题 ${String(issues)} 个`;
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function shanghaiTime(instant: Date): string {
  return SHANGHAI.format(instant);
}
