/** Putting filed text right, without ever guessing: trimming, width, blanks. Called for every cell, so by character code. */
import { halfWidth } from '../records/index.ts';

const BLANK_WORDS: ReadonlySet<string> = new Set([
  '无',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'null',
  'NULL',
  'Null',
  '空',
  'N/A',
  'n/a',
]);
const LONGEST_BLANK_WORD = 4;

const APOSTROPHE = 0x27;
/** A marked result puts an apostrophe before what a spreadsheet would run as a formula; sent back, it is not part of the text. */
const KEPT_FROM_RUNNING = /^'[=+\-@]/u;

/** The cell without surrounding white space of any kind; most cells have none and come back as they are. */
export function trimmed(cell: string): string {
  const length = cell.length;
  if (length === 0) return cell;
  if (cell.charCodeAt(0) === APOSTROPHE && KEPT_FROM_RUNNING.test(cell)) return trimmed(cell.slice(1));
  return isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(length - 1))
    ? cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu, '')
    : cell;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}

/** True for what people type where there is nothing: 无, -, /, null (check R01). */
export function isBlankWord(text: string): boolean {
  return text.length === 0 || (text.length <= LONGEST_BLANK_WORD && BLANK_WORDS.has(text));
}

/** A code as registers write it: half-width, upper case, no spaces. */
export function codeForm(text: string): string {
  return isPlainCode(text) ? text : halfWidth(text).replace(/\s+/gu, '').toUpperCase();
}

/** Signs, digits and capitals of ASCII only: nothing to put right. */
function isPlainCode(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code > 0x60) return false;
  }
  return true;
}
