/** The unified social credit code (统一社会信用代码), GB 32100-2015. */
import type { SubjectKind } from '../standards/index.ts';
import { organisationCheckChar } from './organisation-code.ts';

/**
 * Filed for a sole trader that has no code yet (发改办财金〔2018〕424号). Its check character is wrong on purpose,
 * so it never passes as a code: whoever allows it must say so.
 */
export const USCC_PLACEHOLDER = '00000000000000000X';

/** What is wrong with a code. `at` counts from 0; `expected` is the check character the first seventeen ask for. */
export type UsccProblem =
  | { readonly code: 'length'; readonly length: number }
  | { readonly code: 'letter'; readonly at: number; readonly character: string; readonly isConfusable: boolean }
  | { readonly code: 'check'; readonly expected: string };

/** What kind of body holds a code, by its first two characters. */
export const USCC_KINDS = [
  'organ', // 机关
  'institution', // 事业单位
  'massOrganisation', // 群众团体
  'justiceBody', // 司法行政部门登记的机构
  'socialOrganisation', // 社会团体、民办非企业单位、基金会
  'residentsCommittee', // 基层群众性自治组织
  'religiousBody', // 宗教活动场所、宗教院校
  'union', // 工会
  'enterprise', // 企业
  'soleTrader', // 个体工商户
  'cooperative', // 农民专业合作社
  'collective', // 农村集体经济组织
  'other',
] as const;
export type UsccKind = (typeof USCC_KINDS)[number];

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = 31;
const LENGTH = 18;
const BODY_LENGTH = 17;
const ORGANISATION_PART = { from: 8, check: 16 } as const;
/** Never used in a code: too close to 0, 1, 5, U and 2. */
const CONFUSABLE_LETTERS = 'OISVZ';
const NOT_A_LETTER = -1;

const VALUES = letterValues();
/** Weight of each position: powers of 3 modulo 31. */
const WEIGHTS = Int32Array.from({ length: BODY_LENGTH }, (_, at) => Number(3n ** BigInt(at) % BigInt(MODULUS)));

const KINDS_BY_PREFIX: Readonly<Record<string, UsccKind>> = {
  '11': 'organ',
  '12': 'institution',
  '13': 'massOrganisation',
  '51': 'socialOrganisation',
  '52': 'socialOrganisation',
  '53': 'socialOrganisation',
  '54': 'residentsCommittee',
  '91': 'enterprise',
  '92': 'soleTrader',
  '93': 'cooperative',
  N1: 'collective',
  N2: 'collective',
  N3: 'collective',
};
const KINDS_BY_DEPARTMENT: Readonly<Record<string, UsccKind>> = { '3': 'justiceBody', '7': 'religiousBody', '8': 'union' };

/** True for eighteen characters of the code's alphabet with the right check character; upper case only, no placeholder. */
export function isUscc(text: string): boolean {
  if (text.length !== LENGTH) return false;
  const remainder = weightedSum(text);
  return remainder !== NOT_A_LETTER && checkValue(remainder) === valueAt(text, BODY_LENGTH);
}

/** What is wrong with a code, the first thing in reading order; null when it is right. */
export function usccProblem(text: string): UsccProblem | null {
  if (text.length !== LENGTH) return { code: 'length', length: text.length };
  for (let at = 0; at < LENGTH; at += 1) {
    if (valueAt(text, at) !== NOT_A_LETTER) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return { code: 'letter', at, character, isConfusable: CONFUSABLE_LETTERS.includes(character) };
  }
  const expected = usccCheckChar(text);
  return text.endsWith(expected) ? null : { code: 'check', expected };
}

/** The check character that the first seventeen characters ask for; throws on characters outside the alphabet. */
export function usccCheckChar(body: string): string {
  const remainder = weightedSum(body);
  if (remainder === NOT_A_LETTER) throw new Error('not the first seventeen characters of a code');
  return ALPHABET.charAt(checkValue(remainder));
}

/** True when characters 9 to 17 carry the check character of an organisation code; a few real codes do not. */
export function organisationPartHolds(uscc: string): boolean {
  const { from, check } = ORGANISATION_PART;
  return organisationCheckChar(uscc, from) === uscc.charAt(check);
}

/** The nine characters of the organisation code inside a code. */
export function organisationCodeOf(uscc: string): string {
  return uscc.slice(ORGANISATION_PART.from, ORGANISATION_PART.check + 1);
}

/** What kind of body a code belongs to, by the registering department and its category. */
export function usccKind(uscc: string): UsccKind {
  return KINDS_BY_PREFIX[uscc.slice(0, 2)] ?? KINDS_BY_DEPARTMENT[uscc.charAt(0)] ?? 'other';
}

/** Kind of subject by code: codes from 92 and the placeholder are sole traders, all others organisations. */
export function subjectKindOfUscc(uscc: string): Exclude<SubjectKind, 'natural'> {
  return uscc === USCC_PLACEHOLDER || usccKind(uscc) === 'soleTrader' ? 'soleTrader' : 'legal';
}

/**
 * An invented code that passes every check, for demonstration and tests: `prefix` is the department, category
 * and region (8 characters) and may go on into the organisation code (up to 15); `n` fills what is left of it.
 * Throws when `n` does not fit.
 */
export function usccFrom(prefix: string, n: number): string {
  const bodyLength = ORGANISATION_PART.check;
  const digits = inAlphabet(n).padStart(bodyLength - prefix.length, '0');
  const body = prefix + digits;
  if (body.length !== bodyLength || prefix.length < ORGANISATION_PART.from)
    throw new Error(`no code for ${prefix} and ${String(n)}`);
  const withCheck = body + (organisationCheckChar(body, ORGANISATION_PART.from) ?? '');
  return withCheck + usccCheckChar(withCheck);
}

function letterValues(): Int8Array {
  const values = new Int8Array(128).fill(NOT_A_LETTER);
  for (let value = 0; value < MODULUS; value += 1) values[ALPHABET.charCodeAt(value)] = value;
  return values;
}

/** Value of the character, or NOT_A_LETTER; characters beyond ASCII lie outside the table. */
function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? NOT_A_LETTER;
}

function weightedSum(text: string): number {
  let sum = 0;
  for (let at = 0; at < BODY_LENGTH; at += 1) {
    const value = valueAt(text, at);
    if (value < 0) return NOT_A_LETTER;
    sum += value * (WEIGHTS[at] ?? 0);
  }
  return sum % MODULUS;
}

function checkValue(remainder: number): number {
  return remainder === 0 ? 0 : MODULUS - remainder;
}

function inAlphabet(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error('a code is made from a whole number');
  let rest = n;
  let digits = '';
  do {
    digits = ALPHABET.charAt(rest % MODULUS) + digits;
    rest = Math.floor(rest / MODULUS);
  } while (rest > 0);
  return digits;
}
