/** The citizen identity number (公民身份号码), GB 11643-1999. */
import { dayFromParts, isRealDate } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';

/**
 * Why a number is not taken as a citizen identity number. `old-form` is the fifteen-digit number of the cards
 * that lost their validity in 2013; `birth-day` no date of the calendar; `birth-range` before 1900 or to come.
 */
export const CITIZEN_ID_PROBLEMS = ['length', 'old-form', 'digit', 'region', 'birth-day', 'birth-range', 'check'] as const;
export type CitizenIdProblem = (typeof CITIZEN_ID_PROBLEMS)[number];

const LENGTH = 18;
const BODY_LENGTH = 17;
const OLD_LENGTH = 15;
const EARLIEST_BIRTH_YEAR = 1900;
const MODULUS = 11;
/** Position i weighs 2 to the power 17 − i modulo 11. */
const WEIGHTS = Int32Array.from({ length: BODY_LENGTH }, (_, at) => 2 ** (BODY_LENGTH - at) % MODULUS);
const CHECK_CHARACTERS = '10X98765432';
const DIGIT_ZERO = 48;
/** Provinces, municipalities and regions of GB/T 2260; county codes change and old ones stay in use, so they are not looked at. */
const PROVINCES = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
  81, 82, 83,
];
/** Numbers of the permanent residence card of foreigners (2023 pattern) begin with 9. */
const FIRST_FOREIGN_REGION = 90;
const IS_REGION = Uint8Array.from({ length: 100 }, (_, region) =>
  region >= FIRST_FOREIGN_REGION || PROVINCES.includes(region) ? 1 : 0,
);

/** True for eighteen characters, a possible region, a real birth day from 1900 on and the right check character. */
export function isCitizenId(text: string, today?: Day): boolean {
  return citizenIdProblem(text, today) === null;
}

/** Why a text is not a citizen identity number, null when it is one. With `today` births to come are refused too. */
export function citizenIdProblem(text: string, today?: Day): CitizenIdProblem | null {
  if (text.length !== LENGTH) return text.length === OLD_LENGTH && hasOnlyDigits(text, OLD_LENGTH) ? 'old-form' : 'length';
  if (!hasOnlyDigits(text, BODY_LENGTH)) return 'digit';
  const last = text.charCodeAt(BODY_LENGTH);
  if (!isDigit(last) && text.charAt(BODY_LENGTH) !== 'X') return 'digit';
  if (IS_REGION[numberAt(text, 0, 2)] === 0) return 'region';
  const birth = birthProblem(text, today);
  if (birth !== null) return birth;
  return citizenIdCheckChar(text) === text.charAt(BODY_LENGTH) ? null : 'check';
}

/** The check character that the first seventeen digits ask for. */
export function citizenIdCheckChar(body: string): string {
  let sum = 0;
  for (let at = 0; at < BODY_LENGTH; at += 1) sum += (body.charCodeAt(at) - DIGIT_ZERO) * (WEIGHTS[at] ?? 0);
  return CHECK_CHARACTERS.charAt(sum % MODULUS);
}

/** An invented number that passes every check: six digits of region, a birth day, a sequence from 0 to 999. */
export function citizenIdFrom(region: string, birth: Day, sequence: number): string {
  const body = region + birth.replaceAll('-', '') + String(sequence).padStart(3, '0');
  if (body.length !== BODY_LENGTH || !hasOnlyDigits(body, BODY_LENGTH))
    throw new Error(`no number for ${region} and ${String(sequence)}`);
  return body + citizenIdCheckChar(body);
}

function birthProblem(text: string, today: Day | undefined): 'birth-day' | 'birth-range' | null {
  const year = numberAt(text, 6, 4);
  const month = numberAt(text, 10, 2);
  const dayOfMonth = numberAt(text, 12, 2);
  if (!isRealDate(year, month, dayOfMonth)) return 'birth-day';
  if (year < EARLIEST_BIRTH_YEAR) return 'birth-range';
  return today !== undefined && dayFromParts(year, month, dayOfMonth) > today ? 'birth-range' : null;
}

function hasOnlyDigits(text: string, count: number): boolean {
  for (let at = 0; at < count; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9;
}

function numberAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) value = value * 10 + text.charCodeAt(at) - DIGIT_ZERO;
  return value;
}
