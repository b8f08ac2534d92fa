/** The organisation code (组织机构代码), GB 11714-1997: eight characters and a check character, without hyphen. */

/** What is wrong with an organisation code; `expected` is the check character the first eight ask for. */
export type OrganisationCodeProblem =
  | { readonly code: 'length'; readonly length: number }
  | { readonly code: 'letter'; readonly at: number; readonly character: string }
  | { readonly code: 'check'; readonly expected: string };

const LENGTH = 9;
const BODY_LENGTH = 8;
const MODULUS = 11;
const WEIGHTS = Int32Array.of(3, 7, 9, 10, 5, 8, 4, 2);
/** By the remainder of the weighted sum: 11 less the remainder, ten written X, eleven written 0. */
const CHECK_CHARACTERS = '0X987654321';
const NOT_A_LETTER = -1;
const DIGIT_ZERO = 48;
const LETTER_A = 65;
const LETTER_Z = 90;

/** True for nine characters with the right check character; upper case, no hyphen. */
export function isOrganisationCode(text: string): boolean {
  return text.length === LENGTH && organisationCheckChar(text, 0) === text.charAt(BODY_LENGTH);
}

/** What is wrong with an organisation code, the first thing in reading order; null when it is right. */
export function organisationCodeProblem(text: string): OrganisationCodeProblem | null {
  if (text.length !== LENGTH) return { code: 'length', length: text.length };
  for (let at = 0; at < LENGTH; at += 1) {
    if (valueOf(text.charCodeAt(at)) === NOT_A_LETTER) {
      return { code: 'letter', at, character: String.fromCodePoint(text.codePointAt(at) ?? 0) };
    }
  }
  const expected = organisationCheckChar(text, 0) ?? '';
  return text.endsWith(expected) ? null : { code: 'check', expected };
}

/** The check character for the eight characters from `from`; null when one of them is no digit or capital letter. */
export function organisationCheckChar(text: string, from: number): string | null {
  let sum = 0;
  for (let at = 0; at < BODY_LENGTH; at += 1) {
    const value = valueOf(text.charCodeAt(from + at));
    if (value === NOT_A_LETTER) return null;
    sum += value * (WEIGHTS[at] ?? 0);
  }
  return CHECK_CHARACTERS.charAt(sum % MODULUS);
}

/** An invented organisation code with the right check character, from a number below a hundred million. */
export function organisationCodeFrom(n: number): string {
  const body = String(n).padStart(BODY_LENGTH, '0');
  if (body.length !== BODY_LENGTH || !Number.isSafeInteger(n) || n < 0) throw new Error(`no organisation code for ${String(n)}`);
  return body + (organisationCheckChar(body, 0) ?? '');
}

function valueOf(code: number): number {
  if (code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9) return code - DIGIT_ZERO;
  return code >= LETTER_A && code <= LETTER_Z ? code - LETTER_A + 10 : NOT_A_LETTER;
}
