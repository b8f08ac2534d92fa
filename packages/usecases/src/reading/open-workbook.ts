/** Opens a workbook: which of its sheets it is, then that sheet like any other delimited text. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import {
  WorkbookFailure,
  ZipFailure,
  numberKinds,
  openWorkbook,
  readSharedStrings,
  readTemplateStamp,
  sheetText,
} from '../workbook/index.ts';
import type { CellSurroundings, Workbook, WorkbookSheet } from '../workbook/index.ts';
import type { ByteSource } from './byte-source.ts';
import { Utf8Check } from './encoding.ts';
import { findHeader, listed, recognisedFields } from './header.ts';
import { headBy, openCsv } from './open-csv.ts';
import type { OpenedSource, ReadLimits } from './opened.ts';
import type { ColumnSpec } from './plan.ts';
import { packedText } from './packed-text.ts';
import { ReadFailure, readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { HEAD_BYTES, firstBytes } from './text-stream.ts';
import type { TextStream } from './text-stream.ts';

/** A workbook lies in memory, as it was received, until its sheet was read once. */
const LARGEST_WORKBOOK = 256 << 20;

/** Opens an archive that should be a workbook. */
export async function openWorkbookSource(
  source: ByteSource,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Result<OpenedSource, ReadProblem>> {
  if (source.size > LARGEST_WORKBOOK) return err(readProblem('file-too-large', { size: source.size, limit: LARGEST_WORKBOOK }));
  const bytes = await wholeFile(source);
  return translated(async () => {
    const workbook = await openWorkbook(bytes);
    const surroundings: CellSurroundings = {
      strings: await readSharedStrings(workbook),
      kinds: await numberKinds(workbook),
      is1904: workbook.is1904,
    };
    const chosen = await chooseSheet(workbook, surroundings, columns, limits);
    if (!chosen.ok) return chosen;
    const { sheet, stream } = chosen.value;
    const opened = await openCsv(stream, columns, limits, {
      delimiters: [','],
      workbook: { sheet: sheet.name, part: sheet.part.name, template: await readTemplateStamp(workbook.archive) },
    });
    if (opened === 'other-encoding') throw new Error('a sheet has but one encoding');
    return opened;
  });
}

async function wholeFile({ blocks, size, name }: ByteSource): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for await (const block of blocks()) {
    if (at + block.length <= size) bytes.set(block, at);
    at += block.length;
  }
  if (at !== size) throw new ReadFailure(readProblem('file-changed', { name }));
  return bytes;
}

interface Candidate {
  readonly sheet: WorkbookSheet;
  readonly stream: TextStream;
  /** How many fields its header names. */
  readonly known: number;
  readonly hasRows: boolean;
  readonly isBlank: boolean;
}

/**
 * The sheet asked for, or the one whose header names most fields. Guidance is often hidden and our own sheets are no data: both are
 * passed over unless named. Of two equal sheets the one with rows is meant; where both have rows, somebody has to say.
 */
async function chooseSheet(
  workbook: Workbook,
  surroundings: CellSurroundings,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Result<Candidate, ReadProblem>> {
  const { sheets } = workbook;
  const asked = limits.sheet;
  const eligible =
    asked === null
      ? sheets.filter(({ name, isHidden }) => !isHidden && !limits.ownSheets.includes(name.trim()))
      : sheets.filter(({ name }) => name.trim() === asked.trim());
  if (eligible.length === 0) {
    if (asked === null) return err(readProblem('workbook-no-sheet'));
    return err(readProblem('unknown-sheet', { sheet: asked, sheets: listed(sheets.map(({ name }) => name)) }));
  }
  const candidates: Candidate[] = [];
  for (const sheet of eligible) candidates.push(await candidateOf(workbook, sheet, surroundings, columns, limits));
  const filled = candidates.filter(({ isBlank }) => !isBlank);
  filled.sort((a, b) => b.known - a.known || Number(b.hasRows) - Number(a.hasRows));
  const [best, next] = filled;
  if (best === undefined) return err(readProblem('workbook-blank'));
  const isTied = next !== undefined && best.known > 0 && next.known === best.known && next.hasRows === best.hasRows;
  if (!isTied) return ok(best);
  const tied = filled.filter(({ known, hasRows }) => known === best.known && hasRows === best.hasRows);
  return err(readProblem('several-sheets', { sheets: listed(tied.map(({ sheet }) => sheet.name)) }));
}

async function candidateOf(
  workbook: Workbook,
  sheet: WorkbookSheet,
  surroundings: CellSurroundings,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Candidate> {
  const scanned = (): AsyncIterable<Uint8Array> => sheetBlocks(workbook, sheet, surroundings);
  const stream = await sheetStream(sheet, scanned, limits.maxRecordBytes + HEAD_BYTES);
  const { records } = headBy(stream, ',', limits);
  const header = findHeader(records, columns, limits.ownColumns);
  const below = header.ok ? records.slice(header.value.lastRow) : records.slice(1);
  return {
    sheet,
    stream,
    known: recognisedFields(records, columns),
    hasRows: below.some((cells) => cells.some((cell) => cell.trim() !== '')),
    isBlank: stream.isWholeHead && stream.head.every((byte) => byte <= 0x20),
  };
}

/** Holds nothing of the workbook itself, so that file and texts can be let go once the sheet was read. */
async function sheetStream(
  { name, part }: WorkbookSheet,
  scanned: () => AsyncIterable<Uint8Array>,
  headBytes: number,
): Promise<TextStream> {
  const head = await firstBytes(scanned(), headBytes);
  const stream: TextStream = {
    name,
    encoding: 'utf-8',
    blockEncoding: 'utf-8',
    head,
    isWholeHead: head.length < headBytes,
    blocks: packedText(scanned),
    check: () => new Utf8Check(),
    unreadable: (_check, _offset, line) => readProblem('workbook-damaged', { part: part.name }, { line }),
    headText: (bytes) => Buffer.from(head.buffer, head.byteOffset, Math.min(bytes, head.length)).toString('utf8'),
    inUtf8: () => Promise.resolve(stream),
  };
  return stream;
}

async function* sheetBlocks(
  workbook: Workbook,
  sheet: WorkbookSheet,
  surroundings: CellSurroundings,
): AsyncGenerator<Uint8Array> {
  try {
    yield* sheetText(workbook, sheet, surroundings);
  } catch (thrown) {
    throw new ReadFailure(problemOf(thrown));
  }
}

async function translated<T>(act: () => Promise<Result<T, ReadProblem>>): Promise<Result<T, ReadProblem>> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof ReadFailure) throw thrown;
    return err(problemOf(thrown));
  }
}

/** What to say of a failure of the archive or a part; anything else is a bug and goes on. */
function problemOf(thrown: unknown): ReadProblem {
  if (thrown instanceof ReadFailure) return thrown.problem;
  if (thrown instanceof ZipFailure) {
    switch (thrown.fault) {
      case 'zip-damaged':
      case 'zip-method':
        return readProblem('damaged-archive');
      case 'zip-bomb':
        return readProblem('workbook-bomb');
      case 'zip-encrypted':
        return readProblem('encrypted-workbook');
    }
  }
  if (!(thrown instanceof WorkbookFailure)) throw thrown;
  const { fault, words } = thrown;
  if (fault !== 'not-a-workbook') return readProblem(fault, words);
  return words['kind'] === 'ZIP' ? readProblem('archive', words) : readProblem('document', words);
}
