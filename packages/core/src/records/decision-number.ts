/** Decision numbers (决定书文号) such as 济历城市监罚〔2021〕12号: one form for comparing, never for showing. */
import { halfWidth } from './half-width.ts';

const OPENING_BRACKETS = '[({【「『〖﹝〈';
const CLOSING_BRACKETS = '])}】」』〗﹞〉';
const TORTOISE_OPEN = '〔';
const TORTOISE_CLOSE = '〕';

const TORTOISE_OPEN_CODE = 0x3014;
const TORTOISE_CLOSE_CODE = 0x3015;
const YEAR_DIGITS = 4;
const DIGIT_ZERO = 48;
const HYPHEN = 45;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const FIRST_ASCII_SIGN = 0x21;
const LAST_ASCII_SIGN = 0x7e;
const FIRST_FULL_WIDTH = 0xff01;
const LAST_FULL_WIDTH = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
const FIRST_LOWER_CASE = 97;
const LAST_LOWER_CASE = 122;
const CASE_OFFSET = 32;
const SPACE = /[\s\u200b\ufeff]/u;

const BRACKETED_YEAR = /〔(\d{4})〕/u;
/**
 * An abbreviation of at least two characters, perhaps with its kind in brackets, 〔year〕, and a number that
 * ends in 号; a few offices write 第 before it or a letter in it.
 */
const USUAL_SHAPE =
  /^(?=\p{Script=Han}{2})[\p{Script=Han}A-Z0-9·-]+(?:〔\p{Script=Han}+〕\p{Script=Han}*)?〔(?:19|20)\d{2}〕第?[A-Z]?\d+(?:-\d+)*号$/u;

/**
 * The form in which decision numbers are compared: half-width, upper case, no spaces, every kind of bracket as
 * 〔〕. The text as filed is kept beside it.
 */
export function normaliseDecisionNumber(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isHan(code)) continue;
    const character = text.charAt(at);
    if (normalisedCharacter(code, character) !== character) return normaliseFrom(text, at);
  }
  return text;
}

/** The form in which plain numbers (a contract's, a certificate's) are compared: half-width and trimmed, else as filed. */
export function plainNumber(text: string): string {
  return halfWidth(text).trim();
}

/** The year between brackets of any kind, 2021 in 〔2021〕; null where there is none. */
export function numberYear(text: string): number | null {
  const plain = plainBracket(text);
  if (plain >= 0) return yearBehind(text, plain);
  const match = BRACKETED_YEAR.exec(normaliseDecisionNumber(text));
  return match === null ? null : Number(match[1]);
}

/** True for the usual shape <abbreviation of the authority><kind>〔year〕number号, with brackets of any kind. */
export function looksLikeDecisionNumber(text: string): boolean {
  return isPlainNumber(text) || USUAL_SHAPE.test(normaliseDecisionNumber(text));
}

/**
 * Place of the year's opening bracket in a number with nothing to put right before it, as most are filed; -1 for one that needs a
 * closer look.
 */
function plainBracket(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === TORTOISE_OPEN_CODE) return yearBehind(text, at) === null ? -1 : at;
    if (!isHan(code) && !isLetterOrDigit(code)) return -1;
  }
  return -1;
}

/** The year in 〔2021〕, the bracket at `at`. */
function yearBehind(text: string, at: number): number | null {
  let year = 0;
  for (let place = at + 1; place <= at + YEAR_DIGITS; place += 1) {
    const digit = text.charCodeAt(place) - DIGIT_ZERO;
    if (!(digit >= 0 && digit <= 9)) return null;
    year = year * 10 + digit;
  }
  return text.charCodeAt(at + YEAR_DIGITS + 1) === TORTOISE_CLOSE_CODE ? year : null;
}

/** Two characters at least, 〔year〕, digits perhaps in groups, 号: a part of the usual shape that needs no regular expression. */
function isPlainNumber(text: string): boolean {
  const bracket = plainBracket(text);
  if (bracket < 2 || !isHan(text.charCodeAt(0)) || !isHan(text.charCodeAt(1))) return false;
  const year = yearBehind(text, bracket);
  if (year === null || year < 1900 || year > 2099) return false;
  let digits = 0;
  for (let at = bracket + YEAR_DIGITS + 2; at < text.length - 1; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9) digits += 1;
    else if (code === HYPHEN && digits > 0) digits = 0;
    else return false;
  }
  return digits > 0 && text.endsWith('号');
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}

/** `from` is the first place where something changes: most numbers have none and are never built anew. */
function normaliseFrom(text: string, from: number): string {
  let result = text.slice(0, from);
  for (let at = from; at < text.length; at += 1) result += normalisedCharacter(text.charCodeAt(at), text.charAt(at));
  return result;
}

/** What stands for a character in a normalised number: nothing for a space. */
function normalisedCharacter(code: number, character: string): string {
  if (isHan(code)) return character;
  if (code >= FIRST_FULL_WIDTH && code <= LAST_FULL_WIDTH) {
    const half = code - FULL_WIDTH_OFFSET;
    return normalisedCharacter(half, String.fromCharCode(half));
  }
  if (code >= FIRST_LOWER_CASE && code <= LAST_LOWER_CASE) return String.fromCharCode(code - CASE_OFFSET);
  if (isLetterOrDigit(code) || character === TORTOISE_OPEN || character === TORTOISE_CLOSE) return character;
  if (OPENING_BRACKETS.includes(character)) return TORTOISE_OPEN;
  if (CLOSING_BRACKETS.includes(character)) return TORTOISE_CLOSE;
  const isSign = code >= FIRST_ASCII_SIGN && code <= LAST_ASCII_SIGN;
  return !isSign && SPACE.test(character) ? '' : character;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}
