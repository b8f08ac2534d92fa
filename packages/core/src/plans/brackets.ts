/** The words that give a task out, found in its text: in brackets, or on lines of their own. */
import { halfWidth } from '../records/index.ts';
import { isKeyed, isVerbal } from './assignment.ts';

/** A text and the words in it that give it out. */
export interface AssignedText {
  readonly text: string;
  readonly assignments: readonly string[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const OPEN = '([【〔﹝';
const CLOSE = ')]】〕﹞';
/** Where keyed words can begin without a bracket. */
const BARE =
  /(?:^|[\n。;])\s*(?=(?:牵头|主办|主责|责任|负责|落实|承办|实施|配合|协办|协助|参与|完成|办结)(?:责任|和责任|及责任)?(?:单位|部门|机构|时限|期限|时间)\s*:)/gu;

/** Parts a text. Brackets that give out nothing stay where they are. */
export function assignedText(text: string): AssignedText {
  const plain = halfWidth(text);
  const brackets = bracketsOf(plain);
  const inside = (at: number): boolean => brackets.some(({ start, end }) => at > start && at < end);
  const found = brackets.filter((range) => givesOut(plain, range));
  for (const match of plain.matchAll(BARE)) {
    const start = match.index + match[0].length;
    const end = endOfParagraph(plain, start);
    if (!inside(start) && !found.some((range) => range.start < end && range.end > start)) found.push({ start, end });
  }
  found.sort((one, other) => one.start - other.start);
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += text.slice(from, start);
    from = end;
  }
  const left = (rest + text.slice(from))
    .replaceAll(/[ \t]+\n/gu, '\n')
    .replaceAll(/\n{2,}/gu, '\n')
    .trim();
  return { text: left, assignments: found.map(({ start, end }) => text.slice(start, end).replaceAll('\n', '')) };
}

/** The words of an assignment without the brackets around them. */
export function wordsOf(assignment: string): string {
  const plain = halfWidth(assignment);
  const isOpened = OPEN.includes(plain.charAt(0));
  const isClosed = isOpened && CLOSE.includes(plain.charAt(plain.length - 1)) && bracketsOf(plain)[0]?.end === plain.length;
  return assignment.slice(isOpened ? 1 : 0, isClosed ? -1 : undefined);
}

/** Farther than this from where it opens, a bracket is not looked for the end of. */
const LONGEST_BRACKET = 2000;

/** Outermost brackets. One that is never closed ends with its paragraph. */
function bracketsOf(plain: string): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    if (!OPEN.includes(plain.charAt(at))) continue;
    const end = closingOf(plain, at) ?? endOfParagraph(plain, at);
    ranges.push({ start: at, end });
    at = end - 1;
  }
  return ranges;
}

/** Where the bracket that opens here ends; null where it does not. */
function closingOf(plain: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < Math.min(plain.length, start + LONGEST_BRACKET); at += 1) {
    const sign = plain.charAt(at);
    if (OPEN.includes(sign)) depth += 1;
    else if (CLOSE.includes(sign)) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

function endOfParagraph(plain: string, from: number): number {
  const end = plain.indexOf('\n', from);
  return end < 0 ? plain.length : end;
}

/** Keys give out wherever they stand; verbs only where a sentence has ended, or the paragraph. */
function givesOut(plain: string, { start, end }: Range): boolean {
  const words = wordsOf(plain.slice(start, end));
  if (words.trim() === '') return false;
  if (isKeyed(words)) return true;
  const before = plain.slice(0, start).trimEnd();
  const isAtEnd = before === '' || /[。;!?\n]$/u.test(before) || /^(?:$|[。;\n])/u.test(plain.slice(end).replace(/^[ \t]+/u, ''));
  return isAtEnd && isVerbal(words);
}
