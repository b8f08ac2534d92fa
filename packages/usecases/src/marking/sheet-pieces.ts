/** The XML of a sheet cut where it may be changed: what stands before the rows, row by row, what stands behind them. */
import { TextDecoder } from 'node:util';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';
import { columnOf } from './places.ts';
import { Unpatchable } from './unpatchable.ts';
import { attributeOf, tagEnd } from './xml.ts';

/** `head` ends with the start tag of the rows, `tail` begins with their end tag. */
export type SheetPiece =
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'tail'; readonly text: string }
  /** Each row with the space before it. */
  | { readonly kind: 'rows'; readonly rows: readonly string[] };

/** What stands before and behind the rows is held in memory: columns, merged cells, rules, links. */
const MOST_AROUND = 64 << 20;
const START = /<sheetData\s*\/?>/u;
const END = '</sheetData';
const ROW_END = '</row>';

/** Cuts a sheet. Every text of the pieces together is the part as it is. Throws `Unpatchable` for what cannot be cut safely. */
export async function* sheetPieces(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<SheetPiece> {
  let rest = '';
  let stage: 'head' | 'rows' | 'tail' = 'head';
  for await (const text of texts(archive, entry)) {
    rest += text;
    if (stage === 'head') {
      const start = START.exec(rest);
      if (start === null) {
        if (rest.length > MOST_AROUND) throw new Unpatchable('size');
        continue;
      }
      const end = start.index + start[0].length;
      checkHead(rest.slice(0, end));
      yield { kind: 'head', text: rest.slice(0, end) };
      rest = rest.slice(end);
      stage = 'rows';
    }
    if (stage === 'rows') {
      const { rows, end, isLast } = wholeRows(rest);
      if (rows.length > 0) yield { kind: 'rows', rows };
      rest = rest.slice(end);
      if (isLast) stage = 'tail';
    }
    if (stage === 'tail' && rest.length > MOST_AROUND) throw new Unpatchable('size');
  }
  if (stage !== 'tail') throw new Unpatchable('parts');
  yield { kind: 'tail', text: rest };
}

async function* texts(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const block of archive.read(entry)) yield decoder.decode(block, { stream: true });
    yield decoder.decode();
  } catch (thrown) {
    throw thrown instanceof TypeError ? new Unpatchable('encoding') : thrown;
  }
}

/** The text of a small part. */
export async function partText(archive: ZipArchive, entry: ZipEntry): Promise<string> {
  if (entry.uncompressedSize > MOST_AROUND) throw new Unpatchable('size');
  let text = '';
  for await (const piece of texts(archive, entry)) text += piece;
  return text;
}

function checkHead(head: string): void {
  const encoding = /^\ufeff?<\?xml[^>]*encoding\s*=\s*["']([^"']+)/u.exec(head)?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'utf-8') throw new Unpatchable('encoding');
  if (!/<worksheet[\s>]/u.test(head)) throw new Unpatchable('prefixed');
  if (head.endsWith('/>')) throw new Unpatchable('parts');
  if (head.includes('<!--') || head.includes('<![CDATA[')) throw new Unpatchable('markup');
}

/** Rows that are there from their first to their last character. */
function wholeRows(text: string): { rows: string[]; end: number; isLast: boolean } {
  const rows: string[] = [];
  let end = 0;
  for (;;) {
    const start = text.indexOf('<', end);
    if (start < 0 || start + END.length > text.length) return { rows, end, isLast: false };
    if (text.startsWith(END, start)) return { rows, end, isLast: true };
    if (text.startsWith('<!', start)) throw new Unpatchable('markup');
    if (!text.startsWith('<row', start)) throw new Unpatchable('prefixed');
    const open = tagEnd(text, start);
    if (open < 0) return { rows, end, isLast: false };
    let stop = open;
    if (text.charAt(open - 2) !== '/') {
      const close = text.indexOf(ROW_END, open);
      if (close < 0) return { rows, end, isLast: false };
      stop = close + ROW_END.length;
    }
    const row = text.slice(end, stop);
    // A comment or a raw section might hold what looks like the end of a row.
    if (row.includes('<!')) throw new Unpatchable('markup');
    rows.push(row);
    end = stop;
  }
}

/** One cell within the text of its row. */
export interface CellPiece {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly hasContent: boolean;
}

/** A row taken apart. */
export interface RowPiece {
  readonly tag: string;
  readonly cells: readonly CellPiece[];
  /** Where the start tag begins and ends. */
  readonly start: number;
  readonly open: number;
  /** Where the last cell ends: what comes behind are extensions and the end tag. */
  readonly end: number;
}

/** Takes a row apart. Cells without a reference follow the one before them. */
export function rowPiece(row: string): RowPiece {
  const start = row.indexOf('<row');
  const open = tagEnd(row, start);
  const cells: CellPiece[] = [];
  let [end, column] = [open, -1];
  for (;;) {
    const at = row.indexOf('<', end);
    if (at < 0 || !/^<c[\s/>]/u.test(row.slice(at, at + 3))) break;
    const tagStop = tagEnd(row, at);
    const tag = row.slice(at, tagStop);
    const reference = attributeOf(tag, 'r');
    const next = reference === null ? column + 1 : columnOf(reference);
    if (next <= column) throw new Unpatchable('order');
    column = next;
    const isBlank = tag.endsWith('/>');
    const close = isBlank ? tagStop : row.indexOf('</c>', tagStop);
    if (close < 0) throw new Unpatchable('prefixed');
    end = isBlank ? tagStop : close + '</c>'.length;
    cells.push({ column, start: at, end, tag, hasContent: !isBlank && /<(?:v|f|is)[\s>]/u.test(row.slice(tagStop, close)) });
  }
  return { tag: row.slice(start, open), cells, start, open, end };
}

/** Number of a row; rows without one follow the one before them. */
export function rowNumber(row: string, before: number): number {
  const start = row.indexOf('<row');
  const written = attributeOf(row.slice(start, tagEnd(row, start)), 'r');
  return written === null ? before + 1 : Number(written);
}

/** What must be known of a sheet before its first changed byte is given out. */
export interface SheetSurvey {
  readonly head: string;
  readonly tail: string;
  /** The last column in which a cell holds anything, -1 when none does. */
  readonly lastColumn: number;
}

/** Reads a sheet once from end to end. Throws `Unpatchable`. */
export async function surveySheet(archive: ZipArchive, entry: ZipEntry): Promise<SheetSurvey> {
  let [head, tail, lastColumn, number] = ['', '', -1, 0];
  for await (const piece of sheetPieces(archive, entry)) {
    if (piece.kind === 'head') head = piece.text;
    else if (piece.kind === 'tail') tail = piece.text;
    else {
      for (const row of piece.rows) {
        const next = rowNumber(row, number);
        if (!(next > number)) throw new Unpatchable('order');
        number = next;
        if (lastReference(row) > lastColumn || !row.includes('<c r=')) lastColumn = Math.max(lastColumn, lastFilled(row));
      }
    }
  }
  return { head, tail, lastColumn };
}

/** Column of the last cell, where that is to be had without taking the row apart; otherwise behind every other. */
function lastReference(row: string): number {
  const at = row.lastIndexOf('<c r="');
  return at < 0 || row.indexOf('<c ', at + 1) >= 0 || row.indexOf('<c>', at + 1) >= 0
    ? Number.MAX_SAFE_INTEGER
    : columnOf(row.slice(at + 6, at + 16));
}

function lastFilled(row: string): number {
  return rowPiece(row).cells.findLast(({ hasContent }) => hasContent)?.column ?? -1;
}
