/** Finds numbers of persons in free text (check R17; PIPL, 国办发〔2020〕49号). */
import { isCitizenId } from '../subjects/index.ts';
import { halfWidth, maskCertificateNo } from '../records/index.ts';
import type { Audience } from '../records/index.ts';

export type PersonalData = 'citizen-id' | 'phone' | 'bank-card';

const MOST_BETWEEN = 3;
/** What people put between the groups of a number: spaces (also those without width), hyphens, points. */
const GAP = `[\\s\\u200b-\\u200d\\u2060\\ufeff.·‐-―-]{0,${String(MOST_BETWEEN)}}`;
/** No-break and ideographic space, points, joiners, byte order mark, line and paragraph ends, full-width hyphen and point. */
const OTHER_GAPS: readonly number[] = [
  0xa0, 0xb7, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff, 0xff0d, 0xff0e,
];
/** How numbers are written: in one run, or each kind in groups of its own. Whether it is one is told by `kindOf`. */
const WRITTEN: readonly { readonly form: RegExp; readonly kind: PersonalData | null }[] = [
  { form: /(?<!\d)\d{11,}[Xx]?/gu, kind: null },
  { form: new RegExp(`(?<!\\d)[1-9](?:${GAP}\\d){16}${GAP}[\\dXx](?!\\d)`, 'gu'), kind: 'citizen-id' },
  { form: new RegExp(`(?<!\\d)(?:(?:00)?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}(?!\\d)`, 'gu'), kind: 'phone' },
  { form: new RegExp(`(?<!\\d)\\d{4}(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,3})?(?!\\d)`, 'gu'), kind: 'bank-card' },
];
/** Region, day of birth, serial number, in the present form or that of before 1999; whether or not its check character holds. */
const LIKE_CITIZEN_ID =
  /^[1-9]\d{5}(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2,3}[\dX]?|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;
/** With the country's prefix or without. */
const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
const FEWEST_DIGITS = 11;
const LETTER = /[A-Za-z]/;
const BANK_CARD_DIGITS = { fewest: 16, most: 19 } as const;

/**
 * The first number of a person found in the text and its kind, or null. Fast where no eleven digits stand together. In a text
 * that is no narrative only citizens' numbers count, and none behind a letter: that is a number of some register.
 */
export function findPersonalData(
  text: string,
  isNarrative = true,
): { readonly kind: PersonalData; readonly found: string } | null {
  if (!hasElevenDigits(text)) return null;
  const half = halfWidth(text);
  for (const { at, found, kind } of writtenNumbers(half)) {
    if (kind === null) continue;
    if (isNarrative || (kind === 'citizen-id' && !LETTER.test(half.charAt(at - 1)))) return { kind, found };
  }
  return null;
}

/**
 * The text with every number of a person masked, for messages: a number in the wrong column, or with a wrong digit, is still
 * somebody's. For the public no digit of it is left.
 */
export function hidePersonalData(text: string, audience: Audience = 'staff'): string {
  if (!hasElevenDigits(text)) return text;
  // Width for width, so that places in one are places in the other.
  const hidden = [...writtenNumbers(halfWidth(text))]
    .filter(({ found, kind }) => kind !== null || LIKE_CITIZEN_ID.test(found))
    .sort((a, b) => a.at - b.at);
  let shown = '';
  let from = 0;
  for (const { at, end, found } of hidden) {
    if (at < from) continue;
    shown += text.slice(from, at) + maskCertificateNo(found, audience);
    from = end;
  }
  return shown + text.slice(from);
}

/**
 * Whether so many digits stand together as make the shortest number, gaps between them aside. Every text comes here, so only every
 * eleventh character is looked at: no such stretch lies between two of them.
 */
function hasElevenDigits(text: string): boolean {
  let seen = 0;
  for (let at = FEWEST_DIGITS - 1; at < text.length; at += FEWEST_DIGITS) {
    if (at < seen || !isDigitOrGap(text.charCodeAt(at))) continue;
    let from = at;
    while (from > seen && isDigitOrGap(text.charCodeAt(from - 1))) from -= 1;
    seen = at + 1;
    while (seen < text.length && isDigitOrGap(text.charCodeAt(seen))) seen += 1;
    if (holdsElevenDigits(text, from, seen)) return true;
  }
  return false;
}

/** The same of a stretch of digits and gaps. */
function holdsElevenDigits(text: string, from: number, end: number): boolean {
  let digits = 0;
  let between = 0;
  for (let at = from; at < end; at += 1) {
    if (isDigit(text.charCodeAt(at))) {
      digits += 1;
      between = 0;
      if (digits === FEWEST_DIGITS) return true;
    } else {
      between += 1;
      if (between > MOST_BETWEEN) digits = 0;
    }
  }
  return false;
}

function isDigitOrGap(code: number): boolean {
  return isDigit(code) || isGap(code);
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** The characters of `GAP`, and their full-width forms. */
function isGap(code: number): boolean {
  if (code < 0x80) return code <= 0x20 || code === 0x2d || code === 0x2e;
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  return (code >= 0x2000 && code <= 0x2015) || OTHER_GAPS.includes(code);
}

interface WrittenNumber {
  readonly at: number;
  readonly end: number;
  /** Without what stands between its groups, X in upper case. */
  readonly found: string;
  readonly kind: PersonalData | null;
}

/** Everything that may be a number of a person, in half-width text. One may lie within another. */
function* writtenNumbers(text: string): Generator<WrittenNumber> {
  for (const { form, kind: only } of WRITTEN) {
    for (let from = 0; ;) {
      form.lastIndex = from;
      const match = form.exec(text);
      if (match === null) break;
      const [written] = match;
      const found = written.replace(/[^\dXx]/gu, '').toUpperCase();
      const kind = kindOf(found);
      yield { at: match.index, end: match.index + written.length, found, kind: only === null || kind === only ? kind : null };
      from = match.index + 1;
    }
  }
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
