/** Which days are working days: the bare week, as changed by the State Council's yearly papers and by local orders. */
import type { CalendarYear } from '../standards/index.ts';
import { addDays, dayNumber, dayOfWeek, daysBetween, yearOf } from './day.ts';
import type { Day } from './day.ts';

/** Why a day is a working day or a rest day. `local` is an order of the district itself. */
export const DAY_CAUSES = ['weekday', 'make-up', 'weekend', 'holiday', 'local'] as const;
export type DayCause = (typeof DAY_CAUSES)[number];

/** What a day is. `name` is the holiday, the holiday a make-up day is for, or the local order; null for the bare week. */
export interface DayKind {
  readonly isWorking: boolean;
  readonly cause: DayCause;
  readonly name: string | null;
}

/** A day that the district changed for itself; it outranks the paper. */
export interface CalendarOverride {
  readonly day: Day;
  readonly isWorking: boolean;
  readonly name: string;
}

/** The compiled calendar. It answers for every day; days of years without a paper follow the bare week and are provisional. */
export interface Calendar {
  readonly publishedYears: ReadonlySet<number>;
  kindOf(day: Day): DayKind;
  isWorking(day: Day): boolean;
  /** True when no paper covers the day, so that what is computed from it may still change. */
  isProvisional(day: Day): boolean;
}

/** What can be wrong with the yearly files. */
export const CALENDAR_PROBLEMS = [
  'no-paper',
  'year-twice',
  'reversed', // a holiday ends before it begins
  'far-day', // a day neither of the year nor of the last days of the year before
  'overlap', // a day lies in two holidays
  'make-up-in-holiday',
  'make-up-not-weekend',
  'make-up-for-unknown', // made up for a holiday the year does not have
] as const;

/** One thing wrong in the file of a year, and where. */
export interface CalendarProblem {
  readonly code: (typeof CALENDAR_PROBLEMS)[number];
  readonly year: number;
  readonly day?: Day;
  readonly name?: string;
}

const FRIDAY = 5;
const WEEKDAY: DayKind = { isWorking: true, cause: 'weekday', name: null };
const WEEKEND: DayKind = { isWorking: false, cause: 'weekend', name: null };
/** A paper moves days of the year before at most from the middle of December on. */
const EARLIEST_DAY_BEFORE = '-12-15';

/** Compiles checked years, and the district's own days over them; throws on years in which `calendarProblems` finds any. */
export function compileCalendar(years: readonly CalendarYear[], overrides: readonly CalendarOverride[] = []): Calendar {
  const problem = calendarProblems(years)[0];
  if (problem !== undefined)
    throw new Error(`calendar ${String(problem.year)}: ${problem.code} ${problem.day ?? problem.name ?? ''}`);
  const special = new Map<number, DayKind>();
  for (const year of years) addYear(special, year);
  for (const { day, isWorking, name } of overrides) special.set(dayNumber(day), { isWorking, cause: 'local', name });
  const publishedYears = new Set(years.map((year) => year.year));
  const kindOf = (day: Day): DayKind => special.get(dayNumber(day)) ?? bareWeek(day);
  return {
    publishedYears,
    kindOf,
    isWorking: (day) => kindOf(day).isWorking,
    isProvisional: (day) => !publishedYears.has(yearOf(day)) && !special.has(dayNumber(day)),
  };
}

/** Everything wrong in the files of the years, in their order; empty when they can be compiled. */
export function calendarProblems(years: readonly CalendarYear[]): readonly CalendarProblem[] {
  const seen = new Set<number>();
  return years.flatMap((year) => {
    const twice: CalendarProblem[] = seen.has(year.year) ? [{ code: 'year-twice', year: year.year }] : [];
    seen.add(year.year);
    const paper: CalendarProblem[] = year.papers.length === 0 ? [{ code: 'no-paper', year: year.year }] : [];
    return [...twice, ...paper, ...holidayProblems(year), ...makeUpProblems(year)];
  });
}

function holidayProblems(year: CalendarYear): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const covered = new Set<Day>();
  for (const { name, from, to } of year.holidays) {
    if (to < from) problems.push({ code: 'reversed', year: year.year, day: from, name });
    if (!belongsTo(year.year, from) || !belongsTo(year.year, to)) {
      problems.push({ code: 'far-day', year: year.year, day: from, name });
      continue;
    }
    for (const day of daysFrom(from, to)) {
      if (covered.has(day)) problems.push({ code: 'overlap', year: year.year, day, name });
      covered.add(day);
    }
  }
  return problems;
}

function makeUpProblems(year: CalendarYear): CalendarProblem[] {
  return year.makeUpDays.flatMap((makeUp) => {
    const { day } = makeUp;
    const at = { year: year.year, day, name: makeUp.for };
    const problems: CalendarProblem[] = [];
    if (!belongsTo(year.year, day)) problems.push({ code: 'far-day', ...at });
    if (dayOfWeek(day) <= FRIDAY) problems.push({ code: 'make-up-not-weekend', ...at });
    if (year.holidays.some(({ from, to }) => from <= day && day <= to)) problems.push({ code: 'make-up-in-holiday', ...at });
    if (!year.holidays.some(({ name }) => name === makeUp.for)) problems.push({ code: 'make-up-for-unknown', ...at });
    return problems;
  });
}

function belongsTo(year: number, day: Day): boolean {
  return yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(4) >= EARLIEST_DAY_BEFORE);
}

function addYear(special: Map<number, DayKind>, year: CalendarYear): void {
  for (const { name, from, to } of year.holidays) {
    for (const day of daysFrom(from, to)) special.set(dayNumber(day), { isWorking: false, cause: 'holiday', name });
  }
  for (const makeUp of year.makeUpDays)
    special.set(dayNumber(makeUp.day), { isWorking: true, cause: 'make-up', name: makeUp.for });
}

function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n));
}

function bareWeek(day: Day): DayKind {
  return dayOfWeek(day) <= FRIDAY ? WEEKDAY : WEEKEND;
}
