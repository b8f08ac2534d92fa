/** What a worker does with a chunk: bytes to text to cells, laid out in the order of the dataset's fields. */
import { decode } from './encoding.ts';
import { jsonRows } from './json-rows.ts';
import type { Chunk, CsvPlan, ReadPlan } from './plan.ts';
import { RecordSplitter } from './record-splitter.ts';
import type { CellRow, RowExtras, RowProblem } from './row.ts';

/** Bytes decoded at once: larger pieces become strings outside the young heap, and decoding takes several times as long. */
const PIECE_BYTES = 48 * 1024;
const FIRST_DIGIT = 0x30;
const NO_EXTRAS: RowExtras = {};

/** The rows of a chunk. Blank rows are passed over but counted. */
export function rowsOf(chunk: Chunk, plan: ReadPlan): Generator<CellRow> {
  return plan.format === 'csv' ? csvRows(chunk, plan) : jsonRows(chunk, plan);
}

function* csvRows(chunk: Chunk, plan: CsvPlan): Generator<CellRow> {
  const { bytes } = chunk;
  const { extras } = plan.header;
  const splitter = new RecordSplitter(plan.delimiter, targetsOf(plan));
  const hasExtras = extras.recordId >= 0 || extras.replaces >= 0;
  const blank = new Array<string>(plan.fields + (hasExtras ? 2 : 0)).fill('');
  const isCutOff = chunk.last && !endsInLineEnd(bytes);
  let rowNo = chunk.firstRecordNo - 1;
  for (let at = 0; at < bytes.length;) {
    const end = pieceEnd(bytes, at + PIECE_BYTES);
    splitter.push(decode(bytes.subarray(at, end), plan.encoding), end === bytes.length);
    at = end;
    for (;;) {
      const cells = blank.slice();
      const count = splitter.next(cells);
      if (count < 0) break;
      rowNo += 1;
      if (splitter.lastFilled < 0) continue;
      const isLast = isCutOff && at === bytes.length && splitter.isAtEnd;
      const problem = csvProblem(plan, splitter, count, isLast);
      yield { cells, rowNo, extras: hasExtras ? takeExtras(cells, plan.fields) : NO_EXTRAS, problem, nested: null };
    }
  }
}

function targetsOf({ header, fields }: CsvPlan): Int32Array {
  const targets = new Int32Array(header.columns).fill(-1);
  header.mapping.forEach((column, field) => {
    if (column >= 0) targets[column] = field;
  });
  if (header.extras.recordId >= 0) targets[header.extras.recordId] = fields;
  if (header.extras.replaces >= 0) targets[header.extras.replaces] = fields + 1;
  return targets;
}

function takeExtras(cells: string[], fields: number): RowExtras {
  const replaces = cells.pop() ?? '';
  const recordId = cells.pop() ?? '';
  if (cells.length !== fields) throw new Error('a row has lost its shape');
  return { ...(recordId === '' ? {} : { recordId }), ...(replaces === '' ? {} : { replaces }) };
}

/**
 * Spreadsheets leave out trailing blank cells from the 17th row on, so a row that lacks only columns nobody must fill is whole;
 * but not the last one of a file that breaks off in the middle of a line.
 */
function csvProblem(
  { header, fewestCells }: CsvPlan,
  splitter: RecordSplitter,
  count: number,
  isCutOff: boolean,
): RowProblem | null {
  if (splitter.strayColumn >= 0) {
    const name = header.names[splitter.strayColumn] ?? '';
    return {
      code: 'stray-quote',
      value: name === '' ? `第 ${String(splitter.strayColumn + 1)} 列` : name,
      expected: '双引号成对，格内的双引号写成两个',
    };
  }
  if (splitter.lastFilled >= header.columns)
    return { code: 'too-many', value: String(splitter.lastFilled + 1), expected: String(header.columns) };
  if (count < (isCutOff ? header.columns : fewestCells))
    return { code: 'too-few', value: String(count), expected: String(header.columns) };
  return null;
}

/** Where a piece may end: behind a byte that is a character by itself in either encoding, as digits are not in GB18030. */
function pieceEnd(bytes: Uint8Array, wanted: number): number {
  if (wanted >= bytes.length) return bytes.length;
  let end = wanted;
  while (end < bytes.length && (bytes[end - 1] ?? 0) >= FIRST_DIGIT) end += 1;
  return end;
}

function endsInLineEnd(bytes: Uint8Array): boolean {
  const last = bytes[bytes.length - 1];
  return last === 0x0a || last === 0x0d;
}
