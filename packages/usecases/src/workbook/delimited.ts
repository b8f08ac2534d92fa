/** Cells as delimited UTF-8 text. */
import type { ByteText } from './byte-text.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;

/** Puts the cell that begins at `start` and ends at the end of the text into quotes, where it needs them. */
export function quoteCell(text: ByteText, start: number): void {
  let quotes = 0;
  let needs = false;
  for (let at = start; at < text.length; at += 1) {
    const byte = text.bytes[at];
    if (byte === QUOTE) quotes += 1;
    else if (byte === COMMA || byte === LINE_FEED || byte === CARRIAGE_RETURN) needs = true;
  }
  if (quotes === 0 && !needs) return;
  const { length } = text;
  text.ensure(quotes + 2);
  const { bytes } = text;
  let to = length + quotes + 1;
  bytes[to] = QUOTE;
  for (let at = length - 1; at >= start; at -= 1) {
    const byte = bytes[at] ?? 0;
    to -= 1;
    bytes[to] = byte;
    if (byte !== QUOTE) continue;
    to -= 1;
    bytes[to] = QUOTE;
  }
  bytes[start] = QUOTE;
  text.length = length + quotes + 2;
}
