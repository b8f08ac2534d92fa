/** The business registration number (工商注册号), GS 15-2006: fifteen digits, the last a check digit (ISO 7064 MOD 11,10). */

/** Why a text is not such a number; `old-form` has the thirteen digits of numbers given before 2007, without check digit. */
export const REGISTRATION_NO_PROBLEMS = ['length', 'old-form', 'digit', 'check'] as const;
export type RegistrationNoProblem = (typeof REGISTRATION_NO_PROBLEMS)[number];

const LENGTH = 15;
const BODY_LENGTH = 14;
const OLD_LENGTH = 13;
const PREFIX_LENGTH = 6;
const MODULUS = 11;
const BASE = 10;
const DIGIT_ZERO = 48;

/** True for fifteen digits with the right check digit. */
export function isRegistrationNo(text: string): boolean {
  return registrationNoProblem(text) === null;
}

/** Why a text is not a registration number; null when it is one. */
export function registrationNoProblem(text: string): RegistrationNoProblem | null {
  const isOldLength = text.length === OLD_LENGTH;
  if (text.length !== LENGTH && !isOldLength) return 'length';
  if (!hasOnlyDigits(text)) return 'digit';
  if (isOldLength) return 'old-form';
  return checkDigit(text) === text.charCodeAt(BODY_LENGTH) - DIGIT_ZERO ? null : 'check';
}

/** An invented number that passes the check: six digits of the registering office; `n` fills the eight digits of sequence. */
export function registrationNoFrom(office: string, n: number): string {
  const body = office + String(n).padStart(BODY_LENGTH - PREFIX_LENGTH, '0');
  if (office.length !== PREFIX_LENGTH || body.length !== BODY_LENGTH || !hasOnlyDigits(body)) {
    throw new Error(`no registration number for ${office} and ${String(n)}`);
  }
  return body + String(checkDigit(body));
}

/** The running product of the standard: each digit is added, ten stands for zero, and the sum is doubled modulo 11. */
function checkDigit(text: string): number {
  let product = BASE;
  for (let at = 0; at < BODY_LENGTH; at += 1) {
    const sum = (product + text.charCodeAt(at) - DIGIT_ZERO) % BASE;
    product = ((sum === 0 ? BASE : sum) * 2) % MODULUS;
  }
  return (MODULUS - product) % BASE;
}

function hasOnlyDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < DIGIT_ZERO || code > DIGIT_ZERO + 9) return false;
  }
  return true;
}
