/**
 * Civil dates as text, by integer arithmetic alone: rows of an import call these millions of times, and a
 * `Date` would bring the process's time zone in.
 */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/** A civil date in Asia/Shanghai, written `YYYY-MM-DD`. Days compare correctly as text. */
export type Day = string & { readonly __day: unique symbol };

/** Why a text is not a `Day`: another shape, or a date the calendar does not have (30 February). */
export interface DayProblem {
  readonly code: 'not-a-day' | 'no-such-day';
}

/** Earliest and latest day the four-digit form can write. */
export const FIRST_DAY = '0001-01-01' as Day;
export const LAST_DAY = '9999-12-31' as Day;

const HYPHEN = 45;
const DIGIT_ZERO = 48;
const MONTHS_IN_YEAR = 12;
const DAYS_IN_WEEK = 7;
const MS_IN_DAY = 86_400_000;
/** Asia/Shanghai is UTC+8 without daylight saving since 1991; never the time zone of the process. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** A month is never shorter: within it a day needs no look at the calendar. */
const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;

const NOT_A_DAY: Result<never, DayProblem> = err({ code: 'not-a-day' });
const NO_SUCH_DAY: Result<never, DayProblem> = err({ code: 'no-such-day' });

const SHARED_FROM_YEAR = 1940;
const SHARED_TO_YEAR = 2110;
const SHARED_DAYS = new Array<Day | undefined>((SHARED_TO_YEAR - SHARED_FROM_YEAR) * MONTHS_IN_YEAR * LONGEST_MONTH).fill(
  undefined,
);

const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** True when year, month (from 1) and day of month make a date of the Gregorian calendar, years 1 to 9999. */
export function isRealDate(year: number, month: number, dayOfMonth: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > MONTHS_IN_YEAR || dayOfMonth < 1) return false;
  return dayOfMonth <= SHORTEST_MONTH || dayOfMonth <= daysInMonth(year, month);
}

/** Writes a date known to be real as `Day`. Days of our time are written once and shared: a file repeats few of them. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day {
  if (year < SHARED_FROM_YEAR || year >= SHARED_TO_YEAR) return writeDay(year, month, dayOfMonth);
  const at = ((year - SHARED_FROM_YEAR) * MONTHS_IN_YEAR + month - 1) * LONGEST_MONTH + dayOfMonth - 1;
  return (SHARED_DAYS[at] ??= writeDay(year, month, dayOfMonth));
}

/** True for a real date written exactly `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return hasDayShape(text) && isRealDate(yearAt(text), digitsAt(text, 5), digitsAt(text, 8));
}

/** Reads a real date written exactly `YYYY-MM-DD`; for what people type see `parseDayText`. */
export function parseDay(text: string): Result<Day, DayProblem> {
  if (!hasDayShape(text)) return NOT_A_DAY;
  return isRealDate(yearAt(text), digitsAt(text, 5), digitsAt(text, 8)) ? ok(text as Day) : NO_SUCH_DAY;
}

/** A day that must be right because our own files or tables say it; throws where it is not. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

/**
 * The day `days` later (earlier when negative). Stops at 0001-01-01 and 9999-12-31, so that an expression over
 * the long-term date people type (9999-12-31) has a value instead of a fault.
 */
export function addDays(day: Day, days: number): Day {
  const dayOfMonth = digitsAt(day, 8) + days;
  if (dayOfMonth >= 1 && dayOfMonth <= SHORTEST_MONTH) return dayFromParts(yearAt(day), digitsAt(day, 5), dayOfMonth);
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * The corresponding day `months` later, or the last day of that month where it has none (民法典 art. 202):
 * 2021-11-30 and three months are 2022-02-28. Stops at the ends of the calendar like `addDays`.
 */
export function addMonths(day: Day, months: number): Day {
  const inMonths = yearAt(day) * MONTHS_IN_YEAR + digitsAt(day, 5) - 1 + months;
  const year = Math.floor(inMonths / MONTHS_IN_YEAR);
  if (year < 1) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  const month = inMonths - year * MONTHS_IN_YEAR + 1;
  const dayOfMonth = digitsAt(day, 8);
  return dayFromParts(year, month, dayOfMonth <= SHORTEST_MONTH ? dayOfMonth : Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** Days from the first to the second: negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday 1 to Sunday 7, as in ISO 8601. */
export function dayOfWeek(day: Day): number {
  // Day 0, 1970-01-01, was a Thursday.
  const sinceMonday = (dayNumber(day) + 3) % DAYS_IN_WEEK;
  return (sinceMonday < 0 ? sinceMonday + DAYS_IN_WEEK : sinceMonday) + 1;
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return yearAt(day);
}

/** Days since 1970-01-01; years are taken to start in March so that the leap day comes last. */
export function dayNumber(day: Day): number {
  const month = digitsAt(day, 5);
  const year = month > 2 ? yearAt(day) : yearAt(day) - 1;
  const daysBeforeMonth = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  const leapDays = ((year / 4) | 0) - ((year / 100) | 0) + ((year / 400) | 0);
  return year * 365 + leapDays + daysBeforeMonth + digitsAt(day, 8) - 719_469;
}

/** The day with that number; beyond the four-digit years the first or last day. */
export function dayFromNumber(number: number): Day {
  if (!Number.isFinite(number)) throw new Error('not a day number');
  if (number <= FIRST_NUMBER) return FIRST_DAY;
  if (number >= LAST_NUMBER) return LAST_DAY;
  // 719468 days lie between 0000-03-01 and 1970-01-01; 146097 days make an era of 400 years.
  const sinceMarch0 = Math.trunc(number) + 719_468;
  const era = (sinceMarch0 / 146_097) | 0;
  const dayOfEra = sinceMarch0 - era * 146_097;
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dayFromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The day in Asia/Shanghai on which an instant falls, whatever the time zone of the process. */
export function dayOf(instant: Date): Day {
  return dayFromNumber(Math.floor((instant.getTime() + SHANGHAI_OFFSET_MS) / MS_IN_DAY));
}

/** The instant at which a day ends, 24:00 in Asia/Shanghai: the first instant that no longer belongs to it. */
export function endOfDay(day: Day): Date {
  return new Date((dayNumber(day) + 1) * MS_IN_DAY - SHANGHAI_OFFSET_MS);
}

const FIRST_NUMBER = dayNumber(FIRST_DAY);
const LAST_NUMBER = dayNumber(LAST_DAY);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function hasDayShape(text: string): boolean {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== HYPHEN : code < DIGIT_ZERO || code > DIGIT_ZERO + 9) return false;
  }
  return true;
}

function yearAt(text: string): number {
  return digitsAt(text, 0) * 100 + digitsAt(text, 2);
}

/** The two digits from `at` as a number. */
function digitsAt(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - DIGIT_ZERO * 11;
}

function writeDay(year: number, month: number, dayOfMonth: number): Day {
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

function twoDigits(value: number): string {
  return TWO_DIGITS[value] ?? String(value);
}

function fourDigits(year: number): string {
  const century = (year / 100) | 0;
  return twoDigits(century) + twoDigits(year - century * 100);
}
