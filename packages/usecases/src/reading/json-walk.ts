/** Finds where the elements of a big JSON list end, on UTF-8 bytes, without building anything. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Deeper nesting than any record has; a bomb of brackets is refused before anything recurses into it. */
export const DEEPEST = 32;

/** End of a JSON value; `open`: it goes on after the last byte; `depth`: nested too deeply; `syntax`: no value begins here. */
export interface ValueEnd {
  readonly kind: 'end' | 'open' | 'depth' | 'syntax';
  readonly at: number;
}

/** Walks over the value that begins at `start` (no white space before it), looking at bytes before `end` only. */
export function valueEnd(bytes: Uint8Array, start: number, end: number, isFinal: boolean): ValueEnd {
  let depth = 0;
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      at = stringEnd(bytes, at + 1, end);
      if (at < 0) return { kind: 'open', at: end };
      if (depth === 0) return { kind: 'end', at };
      continue;
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEEPEST) return { kind: 'depth', at };
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (depth === 0) return { kind: 'syntax', at };
      depth -= 1;
      if (depth === 0) return { kind: 'end', at: at + 1 };
    } else if (depth === 0) return scalarEnd(bytes, at, end, isFinal);
    at += 1;
  }
  return { kind: 'open', at: end };
}

/** After the closing quote, or -1. */
function stringEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return -1;
}

function scalarEnd(bytes: Uint8Array, start: number, end: number, isFinal: boolean): ValueEnd {
  let at = start;
  while (at < end && !isSpace(bytes[at] ?? 0) && bytes[at] !== COMMA && bytes[at] !== CLOSE_BRACE && bytes[at] !== CLOSE_BRACKET)
    at += 1;
  if (at === start) return { kind: 'syntax', at };
  return at < end || isFinal ? { kind: 'end', at } : { kind: 'open', at };
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** The first byte at or after `at` that is no JSON white space. */
export function afterSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  while (next < bytes.length && isSpace(bytes[next] ?? 0)) next += 1;
  return next;
}

/** How far a walk over a list came. */
export interface ListWalk {
  /** After the last whole element, or after `]`. */
  readonly end: number;
  readonly records: number;
  readonly isClosed: boolean;
  readonly fault: { readonly kind: 'syntax' | 'depth' | 'record-too-long'; readonly at: number } | null;
}

/**
 * Walks over elements until one ends at or after `enough`, the list ends, or no further whole element is there. The list's `[`
 * was passed before; `isFirst`: no element of it was, so no comma is due.
 */
export function walkList(bytes: Uint8Array, start: number, enough: number, isFirst: boolean, maxRecordBytes: number): ListWalk {
  let at = start;
  let records = 0;
  let isOpening = isFirst;
  while (at < enough || at === start) {
    let next = afterSpace(bytes, at);
    if (next >= bytes.length) break;
    if (bytes[next] === CLOSE_BRACKET) return { end: next + 1, records, isClosed: true, fault: null };
    if (!isOpening) {
      if (bytes[next] !== COMMA) return fault('syntax', next);
      next = afterSpace(bytes, next + 1);
      if (next >= bytes.length) break;
    }
    const found = valueEnd(bytes, next, Math.min(bytes.length, next + maxRecordBytes + 1), false);
    if (found.kind === 'syntax' || found.kind === 'depth') return fault(found.kind, found.at);
    if ((found.kind === 'open' ? found.at : found.at - 1) - next >= maxRecordBytes) return fault('record-too-long', next);
    if (found.kind === 'open') break;
    at = found.at;
    records += 1;
    isOpening = false;
  }
  return { end: at, records, isClosed: false, fault: null };

  function fault(kind: 'syntax' | 'depth' | 'record-too-long', place: number): ListWalk {
    return { end: at, records, isClosed: false, fault: { kind, at: place } };
  }
}

/** What the outermost value of a JSON text is. */
export type JsonShape =
  | { readonly kind: 'list'; readonly at: number }
  | { readonly kind: 'wrapped'; readonly at: number }
  | { readonly kind: 'lines' }
  /** An object without a list named records, or one whose list does not begin within the bytes looked at. */
  | { readonly kind: 'object' }
  | { readonly kind: 'open' }
  | { readonly kind: 'syntax'; readonly at: number };

/** Tells list, object with `records`, and one object a line apart; `at` is after the opening `[`. */
export function jsonShape(head: Uint8Array, isWhole: boolean): JsonShape {
  const start = afterSpace(head, 0);
  if (head[start] === OPEN_BRACKET) return { kind: 'list', at: start + 1 };
  let at = afterSpace(head, start + 1);
  while (head[at] === QUOTE) {
    const nameEnd = valueEnd(head, at, head.length, false);
    if (nameEnd.kind !== 'end') return { kind: 'open' };
    const name = Buffer.from(head.subarray(at + 1, nameEnd.at - 1)).toString('utf8');
    at = afterSpace(head, nameEnd.at);
    if (at < head.length && head[at] !== 0x3a) return { kind: 'syntax', at };
    at = afterSpace(head, at + 1);
    if (name === 'records' && head[at] === OPEN_BRACKET) return { kind: 'wrapped', at: at + 1 };
    const end = valueEnd(head, at, head.length, false);
    if (end.kind === 'open') return { kind: 'open' };
    if (end.kind !== 'end') return { kind: 'syntax', at: end.at };
    at = afterSpace(head, end.at);
    if (head[at] === COMMA) at = afterSpace(head, at + 1);
  }
  if (at >= head.length) return { kind: 'open' };
  if (head[at] !== CLOSE_BRACE) return { kind: 'syntax', at };
  const isOneLine = !head.subarray(start, at).includes(0x0a);
  const next = afterSpace(head, at + 1);
  const goesOn = next < head.length || !isWhole;
  return isOneLine && (!goesOn || head.subarray(at, next).includes(0x0a)) ? { kind: 'lines' } : { kind: 'object' };
}
