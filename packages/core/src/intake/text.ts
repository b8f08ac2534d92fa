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
const EQUALS = 0x3d;
/** A marked result puts an apostrophe before what a spreadsheet would run as a formula; sent back, it is not part of the text. */
const KEPT_FROM_RUNNING = /^'[=+\-@＝＋－＠\t\r]/u;
/** So exports write a text that a spreadsheet shall not take for a number: ="91370112MA0000015R". */
const TEXT_AS_FORMULA = /^="([^"]*)"$/u;

/** The cell without surrounding white space of any kind; most cells have none and come back as they are. */
export function trimmed(cell: string): string {
  let end = cell.length;
  if (end === 0) return cell;
  const first = cell.charCodeAt(0);
  if (first === APOSTROPHE && KEPT_FROM_RUNNING.test(cell)) return trimmed(cell.slice(1));
  let from = 0;
  // Step by step: a pattern anchored at the end starts anew at every space within.
  while (from < end && isSpace(cell.charCodeAt(from))) from += 1;
  while (end > from && isSpace(cell.charCodeAt(end - 1))) end -= 1;
  const text = from === 0 && end === cell.length ? cell : cell.slice(from, end);
  const quoted = text.charCodeAt(0) === EQUALS ? TEXT_AS_FORMULA.exec(text) : null;
  return quoted === null ? text : trimmed(quoted[1] ?? '');
}

/** White space as JavaScript has it, and what has no width at all. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code > 0x3000) return code === 0xfeff;
  return (code >= 0x2000 && code <= 0x200b) || OTHER_SPACES.includes(code);
}

/** No-break and Ogham space, line and paragraph ends, narrow, mathematical and ideographic space. */
const OTHER_SPACES: readonly number[] = [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];

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
