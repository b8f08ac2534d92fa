/** Periods of indicators: months, quarters, years, and everything up to today. */
import { addDays, addMonths, asDay, FIRST_DAY, yearOf } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import type { Period, PeriodKind } from './types.ts';

const MONTHS_IN_QUARTER = 3;
const MONTHS: Readonly<Record<Exclude<PeriodKind, 'total'>, number>> = { month: 1, quarter: MONTHS_IN_QUARTER, year: 12 };
const WRITTEN = /^([1-9]\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/u;

/** Reads `2021-05`, `2021-Q2`, `2021` or `total`; null for any other text. `total` ends on the day of reading. */
export function periodOf(id: string, today: Day): Period | null {
  if (id === 'total') return { kind: 'total', id, from: FIRST_DAY, to: today };
  const written = WRITTEN.exec(id);
  if (written === null) return null;
  const [, year = '', month, quarter] = written;
  if (month !== undefined) return periodAt(asDay(`${year}-${month}-01`), 'month', today);
  if (quarter === undefined) return periodAt(asDay(`${year}-01-01`), 'year', today);
  return periodAt(addMonths(asDay(`${year}-01-01`), (Number(quarter) - 1) * MONTHS_IN_QUARTER), 'quarter', today);
}

/** The period of a kind in which a day lies. */
export function periodAt(day: Day, kind: PeriodKind, today: Day): Period {
  if (kind === 'total') return { kind, id: kind, from: FIRST_DAY, to: today };
  const month = monthOf(day);
  const from = asDay(`${day.slice(0, 'YYYY'.length)}-${String(month - ((month - 1) % MONTHS[kind])).padStart(2, '0')}-01`);
  return { kind, id: idOf(from, kind), from, to: addDays(addMonths(from, MONTHS[kind]), -1) };
}

/** The period before it; null before `total`, which has none, and where the calendar ends. */
export function previousPeriod(period: Period, today: Day): Period | null {
  if (period.kind === 'total' || period.from === FIRST_DAY) return null;
  return periodAt(addDays(period.from, -1), period.kind, today);
}

/** The period after it; null after `total`, which has none. */
export function nextPeriod(period: Period, today: Day): Period | null {
  return period.kind === 'total' ? null : periodAt(addDays(period.to, 1), period.kind, today);
}

function monthOf(day: Day): number {
  return Number(day.slice('YYYY-'.length, 'YYYY-MM'.length));
}

function idOf(from: Day, kind: Exclude<PeriodKind, 'total'>): string {
  switch (kind) {
    case 'month':
      return from.slice(0, 'YYYY-MM'.length);
    case 'quarter':
      return `${String(yearOf(from))}-Q${String((monthOf(from) - 1) / MONTHS_IN_QUARTER + 1)}`;
    case 'year':
      return String(yearOf(from));
  }
}
