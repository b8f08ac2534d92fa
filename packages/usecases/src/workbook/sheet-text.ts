/**
 * A sheet as the delimited UTF-8 text its rows would make: row n of the sheet is record n of the text, also where rows are
 * missing in between. Merged cells have their value in the first; hidden rows and columns are rows and columns.
 */
import { ByteText } from './byte-text.ts';
import { cellNumber } from './cell-number.ts';
import { quoteCell } from './delimited.ts';
import { WorkbookFailure, damaged } from './failure.ts';
import { PLAIN_NUMBER } from './number-format.ts';
import type { NumberKind } from './number-format.ts';
import { partBlocks } from './part.ts';
import type { Workbook, WorkbookSheet } from './package.ts';
import type { SharedStrings } from './shared-strings.ts';
import { XmlScanner, textOf } from './xml-scanner.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface CellSurroundings {
  readonly strings: SharedStrings;
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
}

/** Blocks of text of about this size are given out. */
const BLOCK_BYTES = 1 << 18;

/** The text of a sheet, block by block and anew at every call. A block is overwritten when the next is asked for. */
export async function* sheetText(
  { archive }: Workbook,
  { name, part }: WorkbookSheet,
  surroundings: CellSurroundings,
): AsyncGenerator<Uint8Array> {
  const reader = new SheetReader(name, part.name, surroundings);
  for await (const block of partBlocks(archive, part)) {
    reader.push(block);
    if (reader.text.length < BLOCK_BYTES) continue;
    yield reader.text.bytes.subarray(0, reader.text.length);
    reader.text.clear();
  }
  reader.finish();
  if (reader.text.length > 0) yield reader.text.bytes.subarray(0, reader.text.length);
}

const NAMES = ['worksheet', 'sheetData', 'row', 'c', 'v', 'is', 't', 'r', 'rPh', 'f'];
const [WORKSHEET, DATA, ROW, CELL, VALUE, INLINE, TEXT, RUN, PHONETIC, FORMULA] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Where each stands: at these depths, and nowhere else, an element of that name is what its name says. */
const [ROOT_DEPTH, DATA_DEPTH, ROW_DEPTH, CELL_DEPTH, CONTENT_DEPTH] = [1, 2, 3, 4, 5];

const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
/** Types of a cell as bytes: `s` shared, `b` boolean, `n` number, `e` error; longer ones by their first two letters. */
const SHARED = 0x73;
const BOOLEAN = 0x62;
const NUMBER = 0x6e;
const DATE = 0x64;

class SheetReader {
  readonly text = new ByteText(BLOCK_BYTES * 2);
  readonly #sheet: string;
  readonly #part: string;
  readonly #surroundings: CellSurroundings;
  readonly #scanner: XmlScanner;
  /** Content of the cell being read. */
  readonly #value = new ByteText(4096);
  #hasData = false;
  /** Element whose text is being gathered, -1: none. */
  #gathering = -1;
  #isInline = false;
  #phonetic = 0;
  #row = 0;
  /** Line ends owed for blank rows, written when a row follows that is none. */
  #blankRows = 0;
  #column = -1;
  #lastWritten = -1;
  #type = NUMBER;
  #style = 0;
  #hasFormula = false;

  constructor(sheet: string, part: string, surroundings: CellSurroundings) {
    this.#sheet = sheet;
    this.#part = part;
    this.#surroundings = surroundings;
    this.#scanner = new XmlScanner(part, NAMES, {
      open: (name) => {
        this.#open(name);
      },
      close: (name) => {
        this.#close(name);
      },
      text: (bytes, start, end, isRaw) => {
        if (this.#gathering < 0) return;
        if (!this.#value.appendXml(bytes, start, end, isRaw)) throw this.#damaged('an unknown reference');
      },
    });
  }

  push(block: Uint8Array): void {
    this.#scanner.push(block);
  }

  finish(): void {
    this.#scanner.finish();
  }

  #open(name: number): void {
    const { depth } = this.#scanner;
    if (depth === ROOT_DEPTH) {
      if (name !== WORKSHEET) throw this.#damaged('no worksheet');
    } else if (depth === DATA_DEPTH) this.#hasData = name === DATA;
    else if (!this.#hasData) return;
    else if (depth === ROW_DEPTH && name === ROW) this.#openRow();
    else if (depth === CELL_DEPTH && name === CELL) this.#openCell();
    else if (depth === CONTENT_DEPTH) {
      if (name === VALUE) this.#gathering = name;
      else if (name === INLINE) this.#isInline = true;
      else if (name === FORMULA) this.#hasFormula = true;
    } else if (depth > CONTENT_DEPTH && this.#isInline) {
      if (name === PHONETIC) this.#phonetic += 1;
      else if (name === TEXT && this.#phonetic === 0) this.#gathering = name;
      else if (name !== RUN) this.#gathering = -1;
    }
  }

  #close(name: number): void {
    // The depth is that of the parent by now.
    const depth = this.#scanner.depth + 1;
    if (depth === DATA_DEPTH) this.#hasData = false;
    else if (!this.#hasData) return;
    else if (depth === ROW_DEPTH && name === ROW) this.#closeRow();
    else if (depth === CELL_DEPTH && name === CELL) this.#closeCell();
    else if (depth >= CONTENT_DEPTH) {
      if (name === this.#gathering) this.#gathering = -1;
      if (name === PHONETIC) this.#phonetic -= 1;
      if (depth === CONTENT_DEPTH && name === INLINE) this.#isInline = false;
    }
  }

  #openRow(): void {
    const { attributes, attributesEnd, bytes } = this.#scanner;
    let row = this.#row + 1;
    for (let at = 0; at < attributesEnd; at += 4) {
      const [start = 0, end = 0, from = 0, to = 0] = attributes.slice(at, at + 4);
      if (end - start === 1 && bytes[start] === LETTER_R) row = wholeNumber(bytes, from, to);
    }
    if (row <= this.#row || row > LAST_ROW) throw this.#damaged('rows out of order');
    this.#blankRows += row - this.#row - 1;
    this.#row = row;
    this.#column = -1;
    this.#lastWritten = -1;
  }

  #closeRow(): void {
    if (this.#lastWritten < 0) this.#blankRows += 1;
    else this.text.push(LINE_FEED);
  }

  #openCell(): void {
    const { attributes, attributesEnd, bytes } = this.#scanner;
    let column = this.#column + 1;
    this.#type = NUMBER;
    this.#style = 0;
    for (let at = 0; at < attributesEnd; at += 4) {
      const start = attributes[at] ?? 0;
      if (attributes[at + 1] !== start + 1) continue;
      const from = attributes[at + 2] ?? 0;
      const to = attributes[at + 3] ?? 0;
      const letter = bytes[start];
      if (letter === LETTER_R) column = columnNumber(bytes, from, to);
      else if (letter === LETTER_S) this.#style = wholeNumber(bytes, from, to);
      else if (letter === LETTER_T) this.#type = typeOf(bytes, from, to);
    }
    if (column <= this.#column || column >= LAST_COLUMN) throw this.#damaged('cells out of order');
    this.#column = column;
    this.#hasFormula = false;
    this.#isInline = false;
    this.#phonetic = 0;
    this.#value.clear();
  }

  #closeCell(): void {
    this.#gathering = -1;
    const value = this.#value;
    if (value.length === 0) {
      // Programs may write a formula and leave its result to whoever opens the file: nobody has.
      if (this.#hasFormula && this.#type === NUMBER)
        throw new WorkbookFailure('workbook-formula', { sheet: this.#sheet, row: this.#row });
      return;
    }
    if (this.#type === SHARED) this.#writeShared();
    else if (this.#type === NUMBER) this.#writeNumber();
    else if (this.#type === BOOLEAN) this.#writeText(value.toString().trim() === '0' ? 'FALSE' : 'TRUE');
    else if (this.#type === DATE) this.#writeText(isoText(value.toString()));
    else {
      value.resolveEscapes(0);
      if (value.length === 0) return;
      this.#startCell();
      const start = this.text.length;
      this.text.append(value.bytes, 0, value.length);
      quoteCell(this.text, start);
    }
  }

  /** Pays the line ends and commas owed: a cell with something in it follows. */
  #startCell(): void {
    const { text } = this;
    const owed = this.#lastWritten < 0 ? this.#blankRows : 0;
    const commas = this.#lastWritten < 0 ? this.#column : this.#column - this.#lastWritten;
    text.ensure(owed + commas);
    // Hardly ever more than one: a loop is faster than a call.
    const { bytes } = text;
    let to = text.length;
    for (let left = owed; left > 0; left -= 1, to += 1) bytes[to] = LINE_FEED;
    for (let left = commas; left > 0; left -= 1, to += 1) bytes[to] = COMMA;
    text.length = to;
    if (owed > 0) this.#blankRows = 0;
    this.#lastWritten = this.#column;
  }

  #writeShared(): void {
    const { bytes, ends, count } = this.#surroundings.strings;
    const index = wholeNumber(this.#value.bytes, 0, this.#value.length);
    if (index < 0 || index >= count) throw this.#damaged('a text that is not in the table');
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
    const end = ends[index] ?? 0;
    if (end === start) return;
    this.#startCell();
    this.text.append(bytes, start, end);
  }

  #writeNumber(): void {
    const value = this.#value;
    const format = this.#surroundings.kinds[this.#style] ?? PLAIN_NUMBER;
    if (format.kind !== 'number' || !isShortInteger(value)) {
      this.#writeText(cellNumber(value.toString(), format, this.#surroundings.is1904));
      return;
    }
    this.#startCell();
    this.text.append(value.bytes, 0, value.length);
  }

  #writeText(written: string): void {
    if (written === '') return;
    this.#startCell();
    const start = this.text.length;
    this.text.appendText(written);
    quoteCell(this.text, start);
  }

  #damaged(reason: string): WorkbookFailure {
    return damaged(this.#part, `${reason} at row ${String(this.#row)}`);
  }
}

/** Digits only, not too many and no zero in front: to be taken as they are. */
function isShortInteger({ bytes, length }: ByteText): boolean {
  if (length > 15 || (length > 1 && bytes[0] === 0x30)) return false;
  for (let at = 0; at < length; at += 1) if (!isDigit(bytes[at] ?? 0)) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** A number in decimal digits, or -1. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) return -1;
    value = value * 10 + byte - 0x30;
  }
  return end > start ? value : -1;
}

/** Column of a reference such as `AB12`, counted from 0; -1 where there is none. */
function columnNumber(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}

function typeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === 1) return bytes[start] ?? NUMBER;
  return textOf(bytes, start, end) === '' ? NUMBER : -1;
}

/** A date of ISO 8601 as the other dates are given. */
function isoText(written: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/u.exec(written.trim());
  if (match === null) return written;
  const [, day = '', time] = match;
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}
