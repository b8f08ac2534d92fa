/** Splits decoded text into records and cells. Must agree with `recordEnd` on what a record is. */

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;

/**
 * Reads one record after the other into an array of the caller's. The cell of column c goes to place `targets[c]`; where there
 * is none, or a negative one, the cell is read over; without `targets` every cell keeps its place. Made for a million rows: one pass, no regular expression, no array of its own.
 */
export class RecordSplitter {
  /** Column of the record last read in which text stood behind a closing quote, or -1. The text is kept in the cell. */
  strayColumn = -1;
  /** Last column of the record last read that holds more than white space; -1: the record is blank. */
  lastFilled = -1;
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #targets: Int32Array | null;
  #text = '';
  #at = 0;
  #isFinal = true;
  /** The next delimiter, line feed and carriage return at or after `#at`, as far as they were looked for; past the end where there is none. */
  #nextDelimiter = 0;
  #nextFeed = 0;
  #nextReturn = 0;

  constructor(delimiter: string, targets: Int32Array | null) {
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#targets = targets;
  }

  /** Goes on with the next piece of text. Unless it is the final one, a record at its end that may go on waits for more. */
  push(text: string, isFinal: boolean): void {
    this.#text = this.isAtEnd ? text : this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#isFinal = isFinal;
    this.#nextDelimiter = -1;
    this.#nextFeed = -1;
    this.#nextReturn = -1;
  }

  /** True when nothing is left after the record last read. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Reads the next record into `cells` and says how many cells it had; -1 after the last one: `cells` are then of no use. */
  next(cells: string[]): number {
    const text = this.#text;
    const delimiter = this.#delimiterCode;
    const targets = this.#targets;
    const began = this.#at;
    if (began >= text.length) return -1;
    this.strayColumn = -1;
    let lastFilled = -1;
    let lineEnd = this.#lineEnd(began);
    let at = began;
    for (let column = 0; ; column += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter) {
        at += 1;
        continue;
      }
      const target = targets === null ? column : targets[column];
      if (code === QUOTE || (code === SPACE && text.charCodeAt(afterSpaces(text, at)) === QUOTE)) {
        const cell = this.#quotedCell(afterSpaces(text, at) + 1, column);
        at = this.#at;
        if (at > lineEnd) lineEnd = this.#lineEnd(at);
        if (isFilled(cell, 0, cell.length)) lastFilled = column;
        if (target !== undefined && target >= 0) cells[target] = cell;
      } else if (at < lineEnd) {
        const start = at;
        at = this.#cellEnd(start, lineEnd);
        if (isFilled(text, start, at)) lastFilled = column;
        if (target !== undefined && target >= 0) cells[target] = text.slice(start, at);
      }
      if (at < lineEnd) {
        at += 1;
        continue;
      }
      this.lastFilled = lastFilled;
      if (this.#passLineEnd(at)) return column + 1;
      this.#at = began;
      return -1;
    }
  }

  /** Where the line that `at` is in ends: the end of the text when no line end follows. */
  #lineEnd(at: number): number {
    if (this.#nextFeed < at) this.#nextFeed = placeOf(this.#text, '\n', at);
    if (this.#nextReturn < at) this.#nextReturn = placeOf(this.#text, '\r', at);
    return Math.min(this.#nextFeed, this.#nextReturn);
  }

  #cellEnd(at: number, lineEnd: number): number {
    if (this.#nextDelimiter < at) this.#nextDelimiter = placeOf(this.#text, this.#delimiter, at);
    return Math.min(this.#nextDelimiter, lineEnd);
  }

  /** The cell behind an opening quote; goes on to the delimiter, the line end or the end of the text. */
  #quotedCell(from: number, column: number): string {
    const text = this.#text;
    let cell = '';
    let start = from;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote < 0) {
        this.#at = text.length;
        this.strayColumn = column;
        return cell + text.slice(start);
      }
      cell = start === from ? text.slice(from, quote) : cell + text.slice(start, quote);
      const next = text.charCodeAt(quote + 1);
      if (next === this.#delimiterCode) {
        this.#at = quote + 1;
        return cell;
      }
      if (next !== QUOTE) return this.#afterQuote(cell, quote + 1, column);
      cell += '"';
      start = quote + 2;
    }
  }

  /** Spaces behind a closing quote are dropped; anything else is kept and reported. */
  #afterQuote(cell: string, from: number, column: number): string {
    const end = this.#cellEnd(from, this.#lineEnd(from));
    this.#at = end;
    if (end === from || afterSpaces(this.#text, from) >= end) return cell;
    this.strayColumn = column;
    return cell + this.#text.slice(from, end);
  }

  /** False when the record may go on in the next piece: no line end, or the first half of one. */
  #passLineEnd(end: number): boolean {
    const text = this.#text;
    const isReturn = text.charCodeAt(end) === CARRIAGE_RETURN;
    this.#at = isReturn && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
    return this.#isFinal || (end < text.length && !(isReturn && end + 1 === text.length));
  }
}

/** Place of a character, or the end of the text. */
function placeOf(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}

/** True when there is more than white space between two places. */
function isFilled(text: string, start: number, end: number): boolean {
  if (start >= end) return false;
  const first = text.charCodeAt(start);
  return (first > SPACE && first < 0x80) || !isWhite(text, start, end);
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** True for nothing but white space, the ideographic space, the byte order mark and the zero-width space among it. */
function isWhite(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > SPACE && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && code !== 0x200b) return false;
  }
  return true;
}

/**
 * Splits a text of whole records; each comes with its number, counted from 1 as a spreadsheet counts rows. For small texts
 * (headers, tests, results sent back): a blank line comes as one empty cell.
 */
export function splitRecords(text: string, delimiter: string, onRecord: (cells: string[], recordNo: number) => void): void {
  const splitter = new RecordSplitter(delimiter, null);
  splitter.push(text, true);
  for (let recordNo = 1; ; recordNo += 1) {
    const found: string[] = [];
    const count = splitter.next(found);
    if (count < 0) return;
    onRecord(
      Array.from({ length: count }, (_, column) => found[column] ?? ''),
      recordNo,
    );
  }
}
