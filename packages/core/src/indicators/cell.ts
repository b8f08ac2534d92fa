/** Arithmetic of cells: pairs of whole numbers, exact until they are shown, and then floored. */
import type { Day } from '../calendar/index.ts';
import { numberFromText } from '../expression/index.ts';
import { assertNever } from '../result.ts';
import type { Absence, Cell, IndicatorDefinition, IndicatorTarget, ValueFormat } from './types.ts';

/** A cell that holds no number, and why. */
export function absentCell(absence: Absence): Cell {
  return { numerator: null, denominator: null, absence };
}

/** A number that is no ratio. */
export function countCell(count: bigint): Cell {
  return { numerator: count, denominator: null, absence: null };
}

/** A ratio; over nothing there is none, and `absence` says why there was nothing. */
export function ratioCell(numerator: bigint, denominator: bigint, absence: Absence = 'no-data'): Cell {
  return denominator === 0n ? absentCell(absence) : { numerator, denominator, absence: null };
}

/** The cell of all cells. Those without a number add nothing; if none has one, the sum has none either, for their common reason. */
export function sumCells(cells: readonly Cell[]): Cell {
  let sum: { numerator: bigint; denominator: bigint | null } | null = null;
  for (const { numerator, denominator } of cells) {
    if (numerator === null) continue;
    if (sum === null) sum = { numerator, denominator };
    else sum = { numerator: sum.numerator + numerator, denominator: addDenominators(sum.denominator, denominator) };
  }
  if (sum !== null) return { ...sum, absence: null };
  const reasons = new Set(cells.map(({ absence }) => absence));
  const [reason] = reasons;
  return absentCell(reasons.size === 1 && reason !== undefined && reason !== null ? reason : 'no-data');
}

function addDenominators(a: bigint | null, b: bigint | null): bigint | null {
  if ((a === null) !== (b === null)) throw new Error('a ratio and a count cannot be added');
  return a === null || b === null ? null : a + b;
}

/** What a pair is multiplied and divided by to read in its format: money is kept in fen and read in yuan. */
const SCALES: Readonly<Record<ValueFormat, { readonly times: bigint; readonly by: bigint }>> = {
  percent: { times: 100n, by: 1n },
  'per-100000': { times: 100_000n, by: 1n },
  ratio: { times: 1n, by: 1n },
  count: { times: 1n, by: 1n },
  money: { times: 1n, by: 100n },
  days: { times: 1n, by: 1n },
};
const HUNDREDTHS = 100n;
const MILLIONTHS = 1_000_000n;

/** A number as an exact fraction in its format's own unit; null without one. The divisor is never negative. */
function valueOf(
  { numerator, denominator }: Cell,
  format: ValueFormat,
): { readonly over: bigint; readonly under: bigint } | null {
  if (numerator === null) return null;
  const { times, by } = SCALES[format];
  return { over: numerator * times, under: (denominator ?? 1n) * by };
}

const ABSENT: Readonly<Record<Absence, { readonly zh: string; readonly en: string }>> = {
  'no-data': { zh: '无数据', en: 'no data' },
  'zero-report': { zh: '零报告', en: 'zero report' },
  waived: { zh: '已豁免', en: 'waived' },
  unmeasured: { zh: '尚不能测算', en: 'not measured yet' },
};

/** A cell for the reader: floored to two decimals, never rounded up, so that 99.996 % does not read as done. */
export function formatCell(cell: Cell, format: ValueFormat, language: 'zh' | 'en'): string {
  const value = valueOf(cell, format);
  if (value === null) return ABSENT[cell.absence ?? 'no-data'][language];
  const isWhole = value.under === 1n && (format === 'count' || format === 'days');
  const text = isWhole ? String(value.over) : flooredText(value.over, value.under);
  return withUnit(text, format, language);
}

function withUnit(text: string, format: ValueFormat, language: 'zh' | 'en'): string {
  const isChinese = language === 'zh';
  switch (format) {
    case 'percent':
      return `${text}%`;
    case 'per-100000':
      return isChinese ? `十万分之${text}` : `${text} per 100,000`;
    case 'money':
      return isChinese ? `${text}元` : `${text} yuan`;
    case 'days':
      return isChinese ? `${text}天` : `${text} days`;
    case 'ratio':
    case 'count':
      return text;
    default:
      return assertNever(format);
  }
}

/** Two decimals, towards minus infinity. */
function flooredText(over: bigint, under: bigint): string {
  const truncated = (over * HUNDREDTHS) / under;
  const hundredths = truncated * under > over * HUNDREDTHS ? truncated - 1n : truncated;
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  return `${hundredths < 0n ? '-' : ''}${String(magnitude / HUNDREDTHS)}.${String(magnitude % HUNDREDTHS).padStart(2, '0')}`;
}

/** The target in force on a day; a definition has one at a time. */
export function targetOn({ targets = [] }: Pick<IndicatorDefinition, 'targets'>, day: Day): IndicatorTarget | null {
  return targets.find(({ from, to }) => from <= day && (to === undefined || day <= to)) ?? null;
}

/** Whether a number meets its target, exactly as it is and not as it is shown; null without a number, or without the one before. */
export function isTargetMet(cell: Cell, target: IndicatorTarget, format: ValueFormat, previous?: Cell): boolean | null {
  const value = valueOf(cell, format);
  const bound = target.is === 'rising' ? valueOf(previous ?? absentCell('no-data'), format) : boundOf(target);
  if (value === null || bound === null) return null;
  const [left, right] = [value.over * bound.under, bound.over * value.under];
  switch (target.is) {
    case 'at-least':
      return left >= right;
    case 'above':
    case 'rising':
      return left > right;
    case 'at-most':
      return left <= right;
    case 'below':
      return left < right;
    case 'equal':
      return left === right;
    default:
      return assertNever(target.is);
  }
}

function boundOf({ value = '' }: IndicatorTarget): { readonly over: bigint; readonly under: bigint } | null {
  const over = numberFromText(value);
  return over === null ? null : { over, under: MILLIONTHS };
}
