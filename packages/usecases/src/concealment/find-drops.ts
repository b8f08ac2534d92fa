/** Months in which a unit filed far less than its own season, as alarms to be raised. */
import { addDays, addMonths, asDay } from '@xincheng/core/calendar';
import type { Calendar, Day } from '@xincheng/core/calendar';
import { judgeDrop } from '@xincheng/core/concealment';
import type { ConcealmentDefinition, MonthCount } from '@xincheng/core/concealment';
import type { NumberRow } from '@xincheng/store/concealment';
import type { AlarmDraft } from './find-gaps.ts';

/** Decisions by unit and dataset, then by month. A decision against several firms counts once. */
export type MonthBook = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Adds decisions to the book. */
export function enterMonths(book: Map<string, Map<string, number>>, rows: readonly NumberRow[]): void {
  for (const { unitId, dataset, decidedOn } of rows) {
    const key = `${unitId}/${dataset}`;
    const months = book.get(key) ?? new Map<string, number>();
    book.set(key, months);
    const month = decidedOn.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
}

/** Judges each month whose time for filing is over, from the first month of each unit on. */
export function findDrops(
  book: MonthBook,
  rules: ConcealmentDefinition,
  calendar: Calendar,
  today: Day,
  isOwed: (entry: { readonly dataset: string; readonly decidedOn: Day }) => boolean,
): readonly AlarmDraft[] {
  const drafts: AlarmDraft[] = [];
  const workingDays = workingDaysOf(calendar);
  for (const [key, counts] of book) {
    const [unitId = '', dataset = ''] = key.split('/');
    const months: MonthCount[] = [];
    for (const month of monthsFrom([...counts.keys()].sort()[0] ?? '', today)) {
      if (!isOwed({ dataset, decidedOn: lastDayOf(month) })) break;
      months.push({ month, count: counts.get(month) ?? 0, workingDays: workingDays(month) });
      const drop = judgeDrop(months, rules.drops);
      if (drop === null) continue;
      const { count, expected, isSeasonal } = drop;
      drafts.push({
        unitId,
        kind: 'drop',
        dataset,
        about: month,
        series: null,
        serials: [],
        evidence: { month, count, expected, isSeasonal, decidedFrom: `${month}-01`, decidedTo: lastDayOf(month) },
      });
    }
  }
  return drafts;
}

function monthsFrom(first: string, today: Day): string[] {
  const months: string[] = [];
  if (first === '') return months;
  for (let day = asDay(`${first}-01`); day < today; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

function lastDayOf(month: string): Day {
  return addDays(addMonths(asDay(`${month}-01`), 1), -1);
}

function workingDaysOf(calendar: Calendar): (month: string) => number {
  const known = new Map<string, number>();
  return (month) => {
    const before = known.get(month);
    if (before !== undefined) return before;
    let count = 0;
    for (let day = asDay(`${month}-01`); day <= lastDayOf(month); day = addDays(day, 1)) if (calendar.isWorking(day)) count += 1;
    known.set(month, count);
    return count;
  };
}
