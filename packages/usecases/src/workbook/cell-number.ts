/** A cell's number as text: as the sheet shows it, without what floating point adds, and never as a number it is not. */
import type { NumberKind } from './number-format.ts';

/** So many digits a spreadsheet keeps and shows; what stands behind them is an artefact of its arithmetic. */
const KEPT_DIGITS = 15;
const DAY_SECONDS = 86_400;
/** 1899-12-30: from 1900-03-01 on, a serial number is the days since. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;
/** Between the systems of 1900 and 1904. */
const SYSTEM_1904 = 1462;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** A leap day that 1900 did not have: the spreadsheet counts it, for the sake of an older one that did. */
const NO_SUCH_DAY_SERIAL = 60;

/** Text of the number in a `v` element, in a cell of that format. What is no number is given back as it is. */
export function cellNumber(written: string, format: NumberKind, is1904: boolean): string {
  const text = written.trim();
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(text)) return written;
  if (format.kind === 'moment') return momentText(Number(text), format, is1904) ?? decimalText(text);
  const decimal = decimalText(text);
  return format.kind === 'digits' && /^\d+$/u.test(decimal) ? decimal.padStart(format.digits, '0') : decimal;
}

/**
 * Plain decimals with at most 15 significant digits. A whole number too long for that has lost its last digits and is given with
 * an exponent, as the sheet shows it, so that it cannot pass for a code; unless the file spells out digits the loss would have zeroed.
 */
export function decimalText(text: string): string {
  if (/^-?(?:0|[1-9]\d{0,14})$/u.test(text)) return text === '-0' ? '0' : text;
  if (/^-?[1-9]\d{15,}$/u.test(text) && !/^-?\d{15}0+$/u.test(text)) return text;
  const value = Number(text);
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return text;
  const [mantissa = '', exponent = '0'] = value.toExponential(KEPT_DIGITS - 1).split('e');
  const isNegative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/gu, '').replace(/0+$/u, '');
  const sign = isNegative ? '-' : '';
  const point = Number(exponent) + 1;
  if (point > KEPT_DIGITS)
    return `${sign}${digits[0] ?? ''}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E+${String(point - 1)}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  // A hundredth of the smallest fraction anybody files.
  if (point < -MOST_ZEROS) return '0';
  return point > 0 ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** Zeros behind the point after which nothing is left but rounding. */
const MOST_ZEROS = 14;

/** Day, time of day or both; null where the number is no moment of the calendar. */
function momentText(value: number, { hasDate, hasTime }: { hasDate: boolean; hasTime: boolean }, is1904: boolean): string | null {
  if (value < 0) return null;
  // Seconds first: 44309.9999999 is midnight of the day after.
  const seconds = hasTime ? Math.round(value * DAY_SECONDS) : Math.floor(value) * DAY_SECONDS;
  const time = seconds % DAY_SECONDS;
  const days = (seconds - time) / DAY_SECONDS;
  if (!hasDate) return days === 0 ? timeText(time) : hasTime && time > 0 ? joined(dayText(days, is1904), time) : null;
  const day = dayText(days, is1904);
  return time === 0 ? day : joined(day, time);
}

function joined(day: string | null, time: number): string | null {
  return day === null ? null : `${day} ${timeText(time)}`;
}

function dayText(days: number, is1904: boolean): string | null {
  const serial = is1904 ? days + SYSTEM_1904 : days;
  if (serial < 1 || serial > LAST_SERIAL) return null;
  if (serial === NO_SUCH_DAY_SERIAL && !is1904) return '1900-02-29';
  const shift = serial < NO_SUCH_DAY_SERIAL ? 1 : 0;
  return new Date(EPOCH + (serial + shift) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function timeText(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
