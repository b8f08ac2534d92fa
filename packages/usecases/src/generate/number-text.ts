/** Numbers of records and certificates: in the example's form, each used once. */
import { dayFromNumber } from '@xincheng/core/calendar';
import { looksLikeDecisionNumber } from '@xincheng/core/records';
import { dayWriter } from './day-text.ts';
import type { Writer } from './draft.ts';
import { exampleDay } from './field-context.ts';
import type { PlanContext } from './field-context.ts';

/**
 * Numbers in the form of the example: its year (or its whole day) becomes the row's, its last digits the row's number. First with the
 * seed before that, so that two seeds share none; then without, for forms of a fixed length.
 */
export function numberWriters(start: string, context: PlanContext): Writer[] {
  const form = formOf(start, context);
  if (context.parent !== null)
    return [({ row }) => form.before + String((row % context.rowsOfParent) + 1).padStart(form.width, '0') + form.after];
  const withTag = (tag: string): Writer => {
    const head = headOf(form.before, context);
    return (draft) => head(draft) + tag + String(draft.row + 1).padStart(form.width, '0') + form.after;
  };
  return context.numberTag === '' ? [withTag('')] : [withTag(context.numberTag), withTag('')];
}

const MOST_VARIED_DIGITS = 7;
const FEWEST_DIGITS = 4;

const DECISIONS_OF_YEAR = 500;

/** Identifiers of other registers (a certificate, another decision): year and last digits vary. Empty for a text that is none. */
export function identifierWriters(start: string, context: PlanContext): Writer[] {
  const { before, after, width } = aroundLastDigits(start);
  if (looksLikeDecisionNumber(start)) {
    const head = headOf(before, context);
    return [(draft) => head(draft) + String(1 + draft.random.below(DECISIONS_OF_YEAR)) + after];
  }
  if (width < FEWEST_DIGITS || !/^[\p{Script=Han}\w ()（）〔〕.-]+$/u.test(start)) return [];
  const varied = Math.min(width, MOST_VARIED_DIGITS);
  const dated = datedHead(before + start.slice(before.length, before.length + width - varied), context);
  return [({ day, random }) => dated(day) + String(random.below(10 ** varied)).padStart(varied, '0') + after];
}

interface Around {
  readonly before: string;
  readonly after: string;
  /** Digits between; 0 when there are none. */
  readonly width: number;
}

const LONGEST_SERIAL = 8;

/** Where the serial of a number stands: its last digits, but for those that write the day and those beyond eight. */
function formOf(text: string, context: PlanContext): Around {
  const { before, after, width } = aroundLastDigits(text);
  const digits = text.slice(before.length, before.length + width);
  const day = compactDay(context);
  const afterDay = day === null || !digits.includes(day) ? 0 : digits.indexOf(day) + day.length;
  const kept = Math.max(afterDay, width - LONGEST_SERIAL);
  return kept <= 0 ? { before, after, width } : { before: before + digits.slice(0, kept), after, width: width - kept };
}

/** The last run of digits, unless it is the year in brackets. */
function aroundLastDigits(text: string): Around {
  const match = /^(.*?)(\d+)(\D*)$/su.exec(text);
  if (match === null) return { before: `${text}-`, after: '', width: 0 };
  const [, before = '', digits = '', after = ''] = match;
  return /^[\])）〕】]/u.test(after) ? { before: text, after: '', width: 0 } : { before, after, width: digits.length };
}

/** What stands before the serial of a decision: it begins with the word of the unit that decides, where the example has another unit's. */
function headOf(before: string, context: PlanContext): Writer {
  const words = [...context.pack.units.values()].flatMap(({ documentWord = '' }) => documentWord);
  const word = words
    .filter((each) => before.startsWith(each))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  const dated = datedHead(before.slice(word.length), context);
  return ({ authority, day }) => (word === '' ? '' : (authority.documentWord ?? word)) + dated(day);
}

/** What stands before the serial, with the day or the year of the row where the example has its own, or the year before that. */
function datedHead(before: string, context: PlanContext): (day: number) => string {
  const decided = exampleDay(context);
  if (decided === null) return () => before;
  const compact = dayWriter('compact');
  const named = [compact, ...YEARS_NAMED.map((back) => (day: number) => yearText(day, back))];
  const write = named.find((one) => before.includes(one(decided)));
  if (write === undefined) return () => before;
  const found = write(decided);
  const at = before.lastIndexOf(found);
  const [head, tail] = [before.slice(0, at), before.slice(at + found.length)];
  return (day) => head + write(day) + tail;
}

const YEAR_DIGITS = 4;

/** Years a text may name: that of the deciding day, and the one before it. */
export const YEARS_NAMED = [0, 1] as const;

/** The year of a day, or so many years before it. */
export function yearText(day: number, before: number): string {
  return String(Number(dayFromNumber(day).slice(0, YEAR_DIGITS)) - before);
}

function compactDay(context: PlanContext): string | null {
  const decided = exampleDay(context);
  return decided === null ? null : dayFromNumber(decided).replaceAll('-', '');
}
