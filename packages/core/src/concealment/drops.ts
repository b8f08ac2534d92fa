/** Drops: a month in which a unit files far less than its own season lets expect. */

export interface DropRules {
  /** Months that are looked back on. */
  readonly months: number;
  /** Fewer of them with records tell nothing. */
  readonly leastMonths: number;
  /** Where fewer are expected, chance alone may empty a month. */
  readonly leastExpected: number;
  /** How many times its usual deviation a month must lie below what is expected. */
  readonly deviations: number;
}

/** Records of one unit in one dataset, by month of the decision. */
export interface MonthCount {
  /** `2021-05` */
  readonly month: string;
  readonly count: number;
  /** Working days of the month: a short month brings less. */
  readonly workingDays: number;
}

export interface Drop {
  readonly month: string;
  readonly count: number;
  /** Floored. */
  readonly expected: number;
  /** Whether the same month of earlier years was taken into account. */
  readonly isSeasonal: boolean;
}

/** To make the median deviation comparable with a standard deviation. */
const MEDIAN_TO_DEVIATION = 1.4826;

/**
 * Whether the last of the months (which must be in order, none left out) is a drop. What is expected: the median of the months before by
 * working day, times what the same month was to its year in earlier years. Null where it is none or nothing can be told.
 */
export function judgeDrop(months: readonly MonthCount[], rules: DropRules): Drop | null {
  const judged = months.at(-1);
  const before = months.slice(0, -1).slice(-rules.months);
  if (judged === undefined || before.filter(({ count }) => count > 0).length < rules.leastMonths) return null;
  const rates = before.map(rateOf);
  const usual = median(rates);
  const season = seasonOf(judged.month, months.slice(0, -1));
  const expected = usual * judged.workingDays * (season ?? 1);
  if (expected < rules.leastExpected) return null;
  const spread = MEDIAN_TO_DEVIATION * median(rates.map((rate) => Math.abs(rate - usual))) * judged.workingDays;
  // Counts scatter by chance at least as much as their root.
  const deviation = Math.max(Math.sqrt(expected), spread);
  if (judged.count >= expected - rules.deviations * deviation) return null;
  return { month: judged.month, count: judged.count, expected: Math.floor(expected), isSeasonal: season !== null };
}

function rateOf({ count, workingDays }: MonthCount): number {
  return workingDays === 0 ? 0 : count / workingDays;
}

/** What the same month was to the median of its year, as the median over earlier years; null without a whole year before. */
function seasonOf(month: string, earlier: readonly MonthCount[]): number | null {
  const factors: number[] = [];
  for (const same of earlier.filter((one) => one.month.slice(5) === month.slice(5))) {
    const year = earlier.filter((one) => one.month.slice(0, 4) === same.month.slice(0, 4));
    const usual = median(year.map(rateOf));
    if (year.length === 12 && usual > 0) factors.push(rateOf(same) / usual);
  }
  return factors.length === 0 ? null : median(factors);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
