/** Money is fen in a bigint. Text goes in and out digit by digit: a binary fraction never holds an amount. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { halfWidth } from './half-width.ts';

/** The units in which files write money: 万元 or 元. */
export type MoneyUnit = 'wan-yuan' | 'yuan';

/** Why a text is not an amount; `too-many-decimals` also where it is finer than one fen. */
export const MONEY_PROBLEMS = ['not-a-number', 'negative', 'too-many-decimals', 'too-many-digits'] as const;
export interface MoneyProblem {
  readonly code: (typeof MONEY_PROBLEMS)[number];
}

/** Decimal places down to one fen. */
const PLACES: Readonly<Record<MoneyUnit, number>> = { 'wan-yuan': 6, yuan: 2 };
const DEFAULT_DECIMALS = 6;
const DEFAULT_INTEGER_DIGITS = 12;
/** Whole numbers of so many digits are exact as number. */
const EXACT_DIGITS = 15;

const DIGIT_ZERO = 48;
const POINT = 46;
const SHAPE = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/u;

const PROBLEMS: Readonly<Record<MoneyProblem['code'], Result<never, MoneyProblem>>> = {
  'not-a-number': err({ code: 'not-a-number' }),
  negative: err({ code: 'negative' }),
  'too-many-decimals': err({ code: 'too-many-decimals' }),
  'too-many-digits': err({ code: 'too-many-digits' }),
};

/**
 * Reads an amount written in `unit` as fen. Takes full-width digits and thousands commas; refuses a unit or an
 * exponent in the text, since the column says the unit. Trailing zeros count as decimals.
 */
export function parseMoney(
  text: string,
  unit: MoneyUnit,
  decimals: number = DEFAULT_DECIMALS,
  integerDigits: number = DEFAULT_INTEGER_DIGITS,
): Result<bigint, MoneyProblem> {
  const plain = plainFen(text, PLACES[unit], decimals, integerDigits);
  return plain >= 0 ? ok(BigInt(plain)) : parseSlowly(text, PLACES[unit], decimals, integerDigits);
}

/** Fen in one of a unit. */
export function fenIn(unit: MoneyUnit): bigint {
  return 10n ** BigInt(PLACES[unit]);
}

/** Most digits after and before the point that `parseMoney` takes: nothing is finer than one fen. */
export function moneyDigits(
  unit: MoneyUnit,
  decimals: number = DEFAULT_DECIMALS,
  integerDigits: number = DEFAULT_INTEGER_DIGITS,
): { readonly after: number; readonly before: number } {
  return { after: Math.min(decimals, PLACES[unit]), before: integerDigits };
}

/** An amount of fen in `unit` with all its decimals: 0.500000 万元, 5000.00 元. */
export function formatMoney(fen: bigint, unit: MoneyUnit): string {
  const places = PLACES[unit];
  const digits = (fen < 0n ? -fen : fen).toString().padStart(places + 1, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Digits with at most one point, short enough to be exact as number; -1 for whatever needs a closer look. */
function plainFen(text: string, places: number, decimals: number, integerDigits: number): number {
  const length = text.length;
  if (length === 0 || length > EXACT_DIGITS) return -1;
  let value = 0;
  let point = length;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9) value = value * 10 + code - DIGIT_ZERO;
    else if (code === POINT && point === length) point = at;
    else return -1;
  }
  const written = point === length ? 0 : length - point - 1;
  const isPlain =
    point > 0 && point <= integerDigits && written <= decimals && written <= places && point + places <= EXACT_DIGITS;
  return isPlain ? value * 10 ** (places - written) : -1;
}

function parseSlowly(text: string, places: number, decimals: number, integerDigits: number): Result<bigint, MoneyProblem> {
  const match = SHAPE.exec(halfWidth(text).trim());
  if (match === null) return PROBLEMS['not-a-number'];
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const fraction = match[3] ?? '';
  if (whole === '' && fraction === '') return PROBLEMS['not-a-number'];
  const beyondFen = fraction.slice(places);
  if (fraction.length > decimals || /[^0]/u.test(beyondFen)) return PROBLEMS['too-many-decimals'];
  if (whole.length > integerDigits) return PROBLEMS['too-many-digits'];
  const fen = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  return match[1] === '-' && fen !== 0n ? PROBLEMS.negative : ok(fen);
}
