/** Finds numbers of persons in free text (check R17; PIPL, 国办发〔2020〕49号). */
import { isCitizenId } from '../subjects/index.ts';
import { halfWidth, maskCertificateNo } from '../records/index.ts';

export type PersonalData = 'citizen-id' | 'phone' | 'bank-card';

/** The shortest number of a person, a mobile number's, has so many digits. */
const FEWEST_DIGITS = 11;
const DIGIT_RUN = /\d{11,}[Xx]?/gu;
const FREE_DIGIT_RUN = /(?<![A-Za-z\d])\d{11,}[Xx]?/gu;
const ANY_DIGIT_RUN = /[\d０-９]{11,}[XxＸｘ]?/gu;
/** Region, day of birth, serial number, in the present form or that of before 1999; whether or not its check character holds. */
const LIKE_CITIZEN_ID =
  /^[1-9]\d{5}(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2,3}[\dX]?|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;
const MOBILE = /^1[3-9]\d{9}$/;
const BANK_CARD_DIGITS = { fewest: 16, most: 19 } as const;

/**
 * The first number of a person found in the text and its kind, or null. Fast where there are no eleven digits in a row. In a text
 * that is no narrative only citizens' numbers count, and none behind a letter: that is a number of some register.
 */
export function findPersonalData(
  text: string,
  isNarrative = true,
): { readonly kind: PersonalData; readonly found: string } | null {
  if (!hasDigitRun(text)) return null;
  for (const match of halfWidth(text).matchAll(isNarrative ? DIGIT_RUN : FREE_DIGIT_RUN)) {
    const found = match[0].toUpperCase();
    const kind = kindOf(found);
    if (kind !== null && (isNarrative || kind === 'citizen-id')) return { kind, found };
  }
  return null;
}

/**
 * The text with every number of a person masked, for messages: a number in the wrong column, or with a wrong digit, is still
 * somebody's.
 */
export function hidePersonalData(text: string): string {
  if (!hasDigitRun(text)) return text;
  return text.replace(ANY_DIGIT_RUN, (written) => {
    const run = halfWidth(written).toUpperCase();
    return kindOf(run) !== null || LIKE_CITIZEN_ID.test(run) ? maskCertificateNo(run) : written;
  });
}

/** True where eleven digits stand in a row. Looks at every eleventh character: no run so long lies between two of them. */
function hasDigitRun(text: string): boolean {
  for (let at = FEWEST_DIGITS - 1; at < text.length; at += FEWEST_DIGITS) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let from = at;
    while (from > 0 && isDigit(text.charCodeAt(from - 1))) from -= 1;
    let end = at + 1;
    while (end - from < FEWEST_DIGITS && isDigit(text.charCodeAt(end))) end += 1;
    if (end - from >= FEWEST_DIGITS) return true;
  }
  return false;
}

/** Of half or full width. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function kindOf(run: string): PersonalData | null {
  const digits = run.endsWith('X') ? run.slice(0, -1) : run;
  if (isCitizenId(run) || isCitizenId(digits)) return 'citizen-id';
  if (MOBILE.test(digits)) return 'phone';
  return isBankCard(digits) ? 'bank-card' : null;
}

function isBankCard(digits: string): boolean {
  if (digits.length < BANK_CARD_DIGITS.fewest || digits.length > BANK_CARD_DIGITS.most) return false;
  if (digits.startsWith('0')) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    if (at % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
