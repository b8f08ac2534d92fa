/** What an expression can hold. Numbers are exact: millionths in a bigint; money counts in yuan. */
export type Value = null | string | bigint | boolean | readonly string[];

export const VALUE_TYPES = ['text', 'number', 'day', 'bool', 'list'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** The parts of one unit that a number keeps: 1,000,000. */
export const MILLION = 1_000_000n;
const FEN_IN_MILLIONTHS = 10_000n;

/** Money as the language sees it: yuan in millionths. */
export function fenToNumber(fen: bigint): bigint {
  return fen * FEN_IN_MILLIONTHS;
}

/** A decimal text of at most six places as millionths, or null when it is none. */
export function numberFromText(text: string): bigint | null {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) return null;
  const magnitude = BigInt(match[2] ?? '0') * MILLION + BigInt((match[3] ?? '').padEnd(6, '0'));
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Millionths as the shortest decimal text. */
export function numberToText(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % MILLION).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = (magnitude / MILLION).toString();
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** What the surroundings of a row tell an expression; the clock and the district are arguments, never read. */
export interface Surroundings {
  readonly today: string;
  readonly regionCode: string;
}

/** What a compiled expression runs on. */
export interface Frame {
  readonly values: readonly Value[];
  readonly kind: string | null;
  readonly surroundings: Surroundings;
}

/** A name the expression may use: its type and where its value lies in the frame. */
export interface Binding {
  readonly type: ValueType;
  readonly index: number;
  /** Money is kept in fen and read in yuan. */
  readonly isMoney: boolean;
}
