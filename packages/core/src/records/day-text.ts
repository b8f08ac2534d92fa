/** Days as people and systems write them in files. Only forms with one possible reading are taken. */
import { dayFromParts, isRealDate } from '../calendar/index.ts';
import type { Day, DayProblem } from '../calendar/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { halfWidth } from './half-width.ts';

const NOT_A_DAY: Result<never, DayProblem> = err({ code: 'not-a-day' });
const NO_SUCH_DAY: Result<never, DayProblem> = err({ code: 'no-such-day' });

const DIGIT_ZERO = 48;
const HYPHEN = 45;
const POINT = 46;
const SLASH = 47;
const SPACE = 32;
const COLON = 58;
const LETTER_T = 84;
const YEAR_SIGN = 0x5e74; // 年
const MONTH_SIGN = 0x6708; // 月
const DAY_SIGN = 0x65e5; // 日
const DAY_SIGN_SPOKEN = 0x53f7; // 号
const YEAR_DIGITS = 4;
/** What a month and a day lie between when no sign parts them: 20210403. */
const NOTHING = 0;

/** No day and time is written in more characters, spaces between its parts included. A narrative in the wrong column is not searched. */
const LONGEST = 64;

/** A time of day after a date, hours and minutes at least; one with an offset from UTC could mean another day and is refused. */
const TIME = /^(?:[01]?\d|2[0-4]):[0-5]?\d(?::[0-5]?\d(?:\.\d+)?)?$/u;

/**
 * Reads a day written as 2021/4/3, 2021-04-03, 2021.4.3, 2021年4月3日 or 20210403, digits of full width and a
 * time of day behind it allowed. No other order, no year of two digits, no serial number of a spreadsheet:
 * those could be read in more than one way.
 */
export function parseDayText(text: string): Result<Day, DayProblem> {
  const read = readDay(text);
  if (read.ok || read === NO_SUCH_DAY || text.length > LONGEST) return read;
  const tidy = tidied(text);
  return tidy === text ? read : readDay(tidy);
}

/** Half-width, without surrounding white space and without spaces around the signs 年 月. */
function tidied(text: string): string {
  return halfWidth(text)
    .trim()
    .replace(/\s*([年月])\s*/gu, '$1')
    .replace(/\s+日/u, '日');
}

function readDay(text: string): Result<Day, DayProblem> {
  const length = text.length;
  if (length < 8) return NOT_A_DAY;
  const year = readNumber(text, 0, YEAR_DIGITS);
  if (year < 0) return NOT_A_DAY;
  const sign = text.charCodeAt(YEAR_DIGITS);
  const inner = signBeforeDay(sign);
  if (inner < 0) return NOT_A_DAY;
  const monthFrom = inner === NOTHING ? YEAR_DIGITS : YEAR_DIGITS + 1;
  const monthEnd = endOfNumber(text, monthFrom, inner === NOTHING);
  const dayFrom = inner === NOTHING ? monthEnd : monthEnd + 1;
  if (inner !== NOTHING && text.charCodeAt(monthEnd) !== inner) return NOT_A_DAY;
  const dayEnd = endOfNumber(text, dayFrom, inner === NOTHING);
  if (!endsWell(text, dayEnd, inner)) return NOT_A_DAY;
  const month = readNumber(text, monthFrom, monthEnd);
  const dayOfMonth = readNumber(text, dayFrom, dayEnd);
  if (month < 0 || dayOfMonth < 0) return NOT_A_DAY;
  if (!isRealDate(year, month, dayOfMonth)) return NO_SUCH_DAY;
  return ok(sign === HYPHEN && length === 10 ? (text as Day) : dayFromParts(year, month, dayOfMonth));
}

/** The sign that must part month and day when this one follows the year; NOTHING for a digit, -1 for no date. */
function signBeforeDay(sign: number): number {
  if (sign === SLASH || sign === HYPHEN || sign === POINT) return sign;
  if (sign === YEAR_SIGN) return MONTH_SIGN;
  return isDigit(sign) ? NOTHING : -1;
}

/** End of a number of one or two digits, exactly two where nothing parts the numbers. */
function endOfNumber(text: string, from: number, isExactlyTwo: boolean): number {
  return isExactlyTwo || isDigit(text.charCodeAt(from + 1)) ? from + 2 : from + 1;
}

function endsWell(text: string, dayEnd: number, inner: number): boolean {
  const length = text.length;
  let at = dayEnd;
  if (inner === MONTH_SIGN) {
    const sign = text.charCodeAt(at);
    if (sign !== DAY_SIGN && sign !== DAY_SIGN_SPOKEN) return false;
    at += 1;
  }
  if (at === length) return true;
  const sign = text.charCodeAt(at);
  return (sign === SPACE || sign === LETTER_T) && text.charCodeAt(length - 1) !== COLON && TIME.test(text.slice(at + 1).trim());
}

function readNumber(text: string, from: number, end: number): number {
  let value = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - DIGIT_ZERO;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9;
}
