/** Opens delimited text: delimiter, header, then the survey of the whole. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { HEADER_ROWS, findHeader, recognisedFields } from './header.ts';
import { parseJson } from './json-object.ts';
import type { OpenedSource, ReadLimits, WorkbookPlace } from './opened.ts';
import { DELIMITERS } from './plan.ts';
import type { ColumnSpec, CsvPlan, Delimiter, Header } from './plan.ts';
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { readChunks } from './read-chunks.ts';
import { splitRecords } from './record-splitter.ts';
import { recordEnd } from './record-walk.ts';
import { rowsOf } from './rows-of.ts';
import { surveyRecords } from './survey.ts';
import type { Survey } from './survey.ts';
import type { TextStream } from './text-stream.ts';

/** The first records of a file as one delimiter cuts them. */
export interface Head {
  readonly delimiter: Delimiter;
  readonly records: readonly (readonly string[])[];
  /** Where each record ends. */
  readonly ends: readonly number[];
}

/** How a delimited text was written. */
export interface CsvForm {
  readonly delimiters: readonly Delimiter[];
  /** The sheet the text was made from; its rows end behind their last cell with something in it. */
  readonly workbook: WorkbookPlace | null;
}

const RECEIVED: CsvForm = { delimiters: DELIMITERS, workbook: null };

/** Opens a text as rows of cells. `other-encoding`: a byte shows that the assumed encoding is wrong. */
export async function openCsv(
  stream: TextStream,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
  form = RECEIVED,
): Promise<Result<OpenedSource, ReadProblem> | 'other-encoding'> {
  const head = bestHead(stream, columns, limits, form.delimiters);
  // In GB18030 the second byte of a character can be the code of `|`: such a text is cut after it was turned into UTF-8.
  if (head.delimiter === '|' && stream.blockEncoding === 'gb18030') return openCsv(await stream.inUtf8(), columns, limits, form);
  const wide = head.records.findIndex((cells) => cells.length > limits.maxColumns);
  if (wide >= 0) return err(readProblem('too-many-columns', { row: wide + 1, limit: limits.maxColumns }, { line: wide + 1 }));
  const header = findHeader(head.records, columns, limits.ownColumns);
  const dataStart = header.ok ? (head.ends[header.value.lastRow - 1] ?? 0) : 0;
  const surveyed = await survey(stream, head.delimiter, dataStart, limits);
  if (surveyed === 'other-encoding') return surveyed;
  if ('code' in surveyed) return err(surveyed);
  if (!header.ok) return err(form.workbook === null ? closerProblem(header.error, stream, head, columns) : header.error);
  const plan = planOf(header.value, head.delimiter, stream, columns, form);
  const opened: OpenedSource = {
    format: form.workbook === null ? 'csv' : 'xlsx',
    encoding: stream.encoding,
    delimiter: head.delimiter,
    workbook: form.workbook,
    header: header.value,
    records: surveyed.records - header.value.lastRow,
    plan,
    chunks: () => readChunks(stream.blocks(), surveyed.spans, stream.name),
  };
  return (await hasRows(opened)) ? ok(opened) : err(readProblem('no-rows', { row: header.value.firstRow }));
}

async function survey(
  stream: TextStream,
  delimiter: Delimiter,
  dataStart: number,
  limits: ReadLimits,
): Promise<Survey | ReadProblem | 'other-encoding'> {
  const check = stream.check();
  const { chunkBytes, maxRecordBytes } = limits;
  const input = {
    blocks: stream.blocks(),
    check,
    unreadable: stream.unreadable.bind(null, check),
    dataStart,
    chunkBytes,
    maxRecordBytes,
  };
  return surveyRecords(input, { delimiter: delimiter.charCodeAt(0), maxRecordBytes });
}

/** The delimiter under which most fields are recognised; where none is, the one that makes most columns. */
function bestHead(
  stream: TextStream,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
  delimiters: readonly Delimiter[],
): Head {
  const heads = delimiters.map((delimiter) => headBy(stream, delimiter, limits));
  const ranked = heads.map((head) => ({
    head,
    known: recognisedFields(head.records, columns),
    widest: Math.max(0, ...head.records.map((cells) => cells.length)),
  }));
  ranked.sort((a, b) => b.known - a.known || b.widest - a.widest);
  const best = ranked[0]?.head;
  if (best === undefined) throw new Error('no delimiter to choose from');
  return best;
}

/** The first records as that delimiter cuts them. */
export function headBy(stream: TextStream, delimiter: Delimiter, limits: ReadLimits): Head {
  const { head, isWholeHead } = stream;
  const ends: number[] = [];
  let at = 0;
  while (ends.length < HEADER_ROWS && at < head.length) {
    const reach = Math.min(head.length, at + limits.maxRecordBytes);
    const { end } = recordEnd(head, at, reach, isWholeHead && reach === head.length, delimiter.charCodeAt(0));
    if (end < 0) break;
    ends.push(end);
    at = end;
  }
  // Without a single whole record the text is refused anyway; its beginning still tells whether it has too many columns.
  const whole = at === 0 ? Math.min(head.length, limits.maxRecordBytes) : at;
  const records: string[][] = [];
  splitRecords(stream.headText(whole), delimiter, (cells) => records.push(cells));
  return { delimiter, records, ends };
}

/** When there is no header: is it for a reason that can be named? */
function closerProblem(problem: ReadProblem, stream: TextStream, head: Head, columns: readonly ColumnSpec[]): ReadProblem {
  if (problem.code !== 'no-header') return problem;
  const byFullWidth = head.records.map((cells) => cells.join(head.delimiter).split('，'));
  if (recognisedFields(byFullWidth, columns) >= 2) return readProblem('full-width-delimiter');
  const text = stream.isWholeHead ? stream.headText(stream.head.length).trim() : '';
  if (text === '' || parseJson(text) === null) return problem;
  return readProblem('json-shape', {
    found: text.startsWith('"') ? '一段文本' : text.startsWith('[') ? '没有对象的列表' : '一个数字或 true、false、null',
  });
}

function planOf(
  header: Header,
  delimiter: Delimiter,
  stream: TextStream,
  columns: readonly ColumnSpec[],
  form: CsvForm,
): CsvPlan {
  const required = columns.map(({ required: isRequired }, field) => (isRequired ? (header.mapping[field] ?? -1) : -1));
  return {
    format: 'csv',
    encoding: stream.blockEncoding,
    delimiter,
    fields: columns.length,
    header,
    fewestCells: form.workbook === null ? fewestCells(header.columns, Math.max(-1, ...required)) : 0,
  };
}

/**
 * A row may stop behind the last required column, but not before its middle: of the two parts of a row that was broken by a
 * line end without quotes at least one is then too short, so a broken row never passes for two good ones.
 */
function fewestCells(columns: number, lastRequired: number): number {
  if (lastRequired < 0) return columns;
  return Math.min(columns, Math.max(lastRequired + 1, Math.floor((columns + 1) / 2) + 1));
}

/** Blank lines below a header are no rows. Stops at the first row there is. */
async function hasRows(opened: OpenedSource): Promise<boolean> {
  for await (const chunk of opened.chunks()) {
    if (rowsOf(chunk, opened.plan).next().done !== true) return true;
  }
  return false;
}
