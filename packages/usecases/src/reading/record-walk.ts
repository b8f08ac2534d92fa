/** Finds where records of a delimited text end, on bytes. Must agree with `RecordSplitter` on what a record is. */

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;
const WINDOW_BYTES = 1 << 16;

/** End of a record (after its line end), or -1 when it goes on; `inQuotes` then says whether a quote is still open. */
export interface RecordEnd {
  readonly end: number;
  readonly inQuotes: boolean;
}

/**
 * The end of the record that begins at `start`, looking at bytes before `end` only. A quote opens at the start of a cell only
 * (spaces before it are allowed) and closes at a quote that is not doubled. `isFinal`: the text ends at `end`. Without a
 * delimiter a record is a line, and quotes mean nothing.
 */
export function recordEnd(bytes: Uint8Array, start: number, end: number, isFinal: boolean, delimiter: number | null): RecordEnd {
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte > QUOTE) {
      at += 1;
      continue;
    }
    if (byte === LINE_FEED) return { end: at + 1, inQuotes: false };
    if (byte === CARRIAGE_RETURN) {
      if (at + 1 === end && !isFinal) return { end: -1, inQuotes: false };
      return { end: at + 1 < end && bytes[at + 1] === LINE_FEED ? at + 2 : at + 1, inQuotes: false };
    }
    if (byte === QUOTE && opensCell(bytes, start, at, delimiter)) {
      at = quoteEnd(bytes, at + 1, end, isFinal);
      if (at < 0) return { end: -1, inQuotes: true };
    } else at += 1;
  }
  return isFinal && end > start ? { end, inQuotes: false } : { end: -1, inQuotes: false };
}

function opensCell(bytes: Uint8Array, start: number, quote: number, delimiter: number | null): boolean {
  if (delimiter === null) return false;
  let before = quote - 1;
  while (before >= start && bytes[before] === SPACE) before -= 1;
  return before < start || bytes[before] === delimiter;
}

/** After the closing quote; -1 when the bytes end first, or end in a quote that the next byte might double. */
function quoteEnd(bytes: Uint8Array, from: number, end: number, isFinal: boolean): number {
  let at = from;
  while (at < end) {
    if (bytes[at] !== QUOTE) at += 1;
    else if (at + 1 === end) return isFinal ? end : -1;
    else if (bytes[at + 1] === QUOTE) at += 2;
    else return at + 1;
  }
  return -1;
}

export interface WalkRules {
  /** Code of the delimiter; null: records are lines. */
  readonly delimiter: number | null;
  /** A record may not be longer than this. */
  readonly maxRecordBytes: number;
}

/** How far a walk came: `end` is the end of the last whole record, `records` how many there were. */
export interface Walk {
  readonly end: number;
  readonly records: number;
  /** Why the record at `end` is none: longer than allowed, or an open quote at the very end. */
  readonly fault: 'record-too-long' | 'unterminated-quote' | null;
}

/** Walks over whole records from `start` until one ends at or after `enough`, or no further whole record is there. */
export function walkRecords(bytes: Uint8Array, start: number, enough: number, isFinal: boolean, rules: WalkRules): Walk {
  let at = start;
  let records = 0;
  while (at < bytes.length && (at < enough || at === start)) {
    const window = Math.min(WINDOW_BYTES, rules.maxRecordBytes, Math.max(enough - at, 1));
    const plain = plainWindow(bytes, at, Math.min(at + window, bytes.length), rules.delimiter === null);
    if (plain !== null) {
      at = plain.end;
      records += plain.records;
      continue;
    }
    const reach = Math.min(bytes.length, at + rules.maxRecordBytes + 1);
    const isEnd = isFinal && reach === bytes.length;
    const found = recordEnd(bytes, at, reach, isEnd, rules.delimiter);
    const isTooLong = found.end < 0 ? reach - at > rules.maxRecordBytes : found.end - at > rules.maxRecordBytes;
    if (isTooLong || (found.end < 0 && isEnd))
      return { end: at, records, fault: found.inQuotes ? 'unterminated-quote' : 'record-too-long' };
    if (found.end < 0) break;
    at = found.end;
    records += 1;
  }
  return { end: at, records, fault: null };
}

/** Whole records of a window without quotes, by counting line ends: an order of magnitude faster than walking. Null: it has quotes, or no line end. */
function plainWindow(
  bytes: Uint8Array,
  start: number,
  end: number,
  isLines: boolean,
): { readonly end: number; readonly records: number } | null {
  const window = bytes.subarray(start, end);
  if (!isLines && window.includes(QUOTE)) return null;
  let records = 0;
  let last = -1;
  for (let at = window.indexOf(LINE_FEED); at >= 0; at = window.indexOf(LINE_FEED, at + 1)) {
    records += 1;
    last = at;
  }
  for (let at = window.indexOf(CARRIAGE_RETURN); at >= 0; at = window.indexOf(CARRIAGE_RETURN, at + 1)) {
    // The next byte is not here yet: whether this ends a record alone is told by the next window.
    if (at + 1 === window.length) break;
    if (window[at + 1] === LINE_FEED) continue;
    records += 1;
    last = Math.max(last, at);
  }
  return last < 0 ? null : { end: start + last + 1, records };
}
