/** Series of decision numbers: what an office numbers one after the other within a year. */

/** A number's place in its series. */
export interface SeriesPlace {
  /** The number with `#` for the serial: 济历城市监罚〔2021〕#号. */
  readonly series: string;
  readonly serial: number;
}

const SHAPE = /^(.*〔\d{4}〕第?[A-Z]?)(\d+)((?:-\d+)*号)$/u;
const DAY_DIGITS = 8;
/** A serial of more digits is a code, not a count. */
const MOST_SERIAL_DIGITS = 7;

/**
 * Where a number, in the form in which numbers are compared, stands in its series. A part of a decision (12-1号) stands where the
 * decision does; a serial that begins with a whole day (20210105001) is counted within that day. Null for a number without a serial.
 */
export function seriesPlace(number: string): SeriesPlace | null {
  const match = SHAPE.exec(number);
  if (match === null) return null;
  const [, head = '', digits = ''] = match;
  const day = digits.length > DAY_DIGITS ? digits.slice(0, DAY_DIGITS) : '';
  const isDaily = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(day);
  const counted = isDaily ? digits.slice(DAY_DIGITS) : digits;
  if (counted.length > MOST_SERIAL_DIGITS) return null;
  return { series: `${head}${isDaily ? day : ''}#号`, serial: Number(counted) };
}

/** The number at a place of a series, as it would most likely be written. */
export function numberAt(series: string, serial: number): string {
  return series.replace('#', String(serial));
}
