/** Turns text whose bytes cannot be cut at delimiters (UTF-16; GB18030 where a trail byte may equal one) into UTF-8, as it streams. */
import { lineEnds } from './line-ends.ts';
import { ReadFailure, readProblem } from './problem.ts';
import { ENCODING_NAMES, Gb18030Check, decode, joined, wholeGb18030Length } from './encoding.ts';
import type { Encoding } from './encoding.ts';

/** UTF-8 blocks of the same text. Throws `ReadFailure` at bytes that cannot be read. `offset` is where the first block begins in the file. */
export function toUtf8(
  blocks: AsyncIterable<Uint8Array>,
  encoding: Exclude<Encoding, 'utf-8'>,
  offset: number,
): AsyncGenerator<Uint8Array> {
  return encoding === 'gb18030' ? fromGb18030(blocks, offset) : fromUtf16(blocks, encoding, offset);
}

async function* fromGb18030(blocks: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array> {
  const check = new Gb18030Check();
  let carry: Uint8Array = new Uint8Array(0);
  let lines = 1;
  for await (const block of blocks) {
    const bad = check.push(block);
    if (bad >= 0) throw unreadable(offset + bad, lines);
    const bytes = carry.length === 0 ? block : joined(carry, block);
    const length = wholeGb18030Length(bytes);
    const utf8 = Buffer.from(decode(bytes.subarray(0, length), 'gb18030'), 'utf8');
    lines += lineEnds(utf8);
    carry = Uint8Array.from(bytes.subarray(length));
    if (utf8.length > 0) yield utf8;
  }
  const bad = check.end();
  if (bad >= 0) throw unreadable(offset + bad, lines);
}

function unreadable(offset: number, line: number): ReadFailure {
  return new ReadFailure(readProblem('bad-encoding', { encoding: ENCODING_NAMES['gb18030'] }, { offset, line }));
}

async function* fromUtf16(
  blocks: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
  offset: number,
): AsyncGenerator<Uint8Array> {
  let carry: Uint8Array = new Uint8Array(0);
  let at = offset;
  let lines = 1;
  for await (const block of blocks) {
    const bytes = carry.length === 0 ? block : joined(carry, block);
    const length = wholeUtf16Length(bytes, encoding);
    const utf8 = Buffer.from(utf16Text(bytes.subarray(0, length), encoding, at, lines), 'utf8');
    lines += lineEnds(utf8);
    at += length;
    carry = Uint8Array.from(bytes.subarray(length));
    if (utf8.length > 0) yield utf8;
  }
  if (carry.length > 0)
    throw new ReadFailure(readProblem('bad-encoding', { encoding: ENCODING_NAMES[encoding] }, { offset: at, line: lines }));
}

/** Length without half a unit, or half a pair, at the end. */
function wholeUtf16Length(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const whole = bytes.length & ~1;
  const high = bytes[encoding === 'utf-16le' ? whole - 1 : whole - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? whole - 2 : whole;
}

function utf16Text(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', offset: number, lines: number): string {
  const copy = Buffer.from(bytes);
  const text = (encoding === 'utf-16be' ? copy.swap16() : copy).toString('utf16le');
  const lone = loneSurrogateAt(text);
  if (lone < 0) return text;
  const line = lines + lineEnds(Buffer.from(text.slice(0, lone), 'utf8'));
  throw new ReadFailure(readProblem('bad-encoding', { encoding: ENCODING_NAMES[encoding] }, { offset: offset + lone * 2, line }));
}

/** Index of the first half of a pair that stands alone, or -1. */
export function loneSurrogateAt(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at += 1;
  }
  return -1;
}
