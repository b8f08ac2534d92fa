import { describe, expect, test } from 'vitest';
import { standardsOf, vectorRows } from '../../tests/_vectors.ts';
import type { CalendarYear } from '../standards/index.ts';
import { addDays, asDay, calendarProblems, compileCalendar } from './index.ts';

const years = standardsOf<CalendarYear>('calendar');
const calendar = compileCalendar(years);

test.each(vectorRows('calendar-days.csv'))('$day: working $working, $cause', ({ day = '', working, cause }) => {
  const kind = calendar.kindOf(asDay(day));
  expect(String(kind.isWorking)).toBe(working);
  expect(kind.cause).toBe(cause);
  expect(calendar.isWorking(asDay(day))).toBe(kind.isWorking);
  expect(calendar.isProvisional(asDay(day))).toBe(false);
});

test('working days a year, as everyone can count them on a wall calendar', () => {
  const counts = Object.fromEntries([...calendar.publishedYears].sort().map((year) => [year, workingDaysOf(year)]));
  expect(counts).toEqual({ 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 });
});

function workingDaysOf(year: number): number {
  let count = 0;
  for (let day = asDay(`${String(year)}-01-01`); day.startsWith(String(year)); day = addDays(day, 1))
    if (calendar.isWorking(day)) count += 1;
  return count;
}

test('names are those of the papers', () => {
  expect(calendar.kindOf(asDay('2021-05-03'))).toEqual({ isWorking: false, cause: 'holiday', name: '劳动节' });
  expect(calendar.kindOf(asDay('2021-05-08'))).toEqual({ isWorking: true, cause: 'make-up', name: '劳动节' });
  expect(calendar.kindOf(asDay('2022-12-31')).name).toBe('元旦');
});

test('the Spring Festival of 2020 was lengthened by a second paper', () => {
  expect(years.find(({ year }) => year === 2020)?.papers).toHaveLength(2);
  expect(calendar.isWorking(asDay('2020-02-01'))).toBe(false);
  expect(calendar.isWorking(asDay('2020-02-02'))).toBe(false);
  expect(calendar.isWorking(asDay('2020-02-03'))).toBe(true);
});

test('without a paper the bare week holds and says that it is provisional', () => {
  expect(calendar.isProvisional(asDay('2027-01-01'))).toBe(true);
  expect(calendar.kindOf(asDay('2027-01-01'))).toEqual({ isWorking: true, cause: 'weekday', name: null });
  expect(calendar.isWorking(asDay('2027-01-02'))).toBe(false);
  expect(calendar.isProvisional(asDay('2018-12-28'))).toBe(true);
  expect(calendar.isProvisional(asDay('2018-12-31'))).toBe(false);
  expect(calendar.isWorking(asDay('2018-12-31'))).toBe(false);
});

test('a day ordered by the district outranks the paper', () => {
  const local = compileCalendar(years, [
    { day: asDay('2021-06-01'), isWorking: false, name: '防汛停工' },
    { day: asDay('2021-05-03'), isWorking: true, name: '值守' },
  ]);
  expect(local.kindOf(asDay('2021-06-01'))).toEqual({ isWorking: false, cause: 'local', name: '防汛停工' });
  expect(local.isWorking(asDay('2021-05-03'))).toBe(true);
  expect(local.isWorking(asDay('2021-05-04'))).toBe(false);
});

describe('a broken file is found out', () => {
  const good: CalendarYear = {
    year: 2030,
    papers: [{ instrument: 'paper' }],
    holidays: [{ name: '元旦', from: asDay('2029-12-31'), to: asDay('2030-01-01') }],
    makeUpDays: [{ day: asDay('2029-12-29'), for: '元旦' }],
  };
  const holiday = (name: string, from: string, to: string): CalendarYear['holidays'][number] => ({
    name,
    from: asDay(from),
    to: asDay(to),
  });
  const makeUp = (day: string, name = '元旦'): CalendarYear['makeUpDays'][number] => ({ day: asDay(day), for: name });

  test('a good one has no problem', () => {
    expect(calendarProblems([good])).toEqual([]);
    expect(calendarProblems(years)).toEqual([]);
  });

  test.each<[string, readonly CalendarYear[]]>([
    ['no-paper', [{ ...good, papers: [] }]],
    ['year-twice', [good, good]],
    ['reversed', [{ ...good, holidays: [...good.holidays, holiday('劳动节', '2030-05-03', '2030-05-01')] }]],
    ['far-day', [{ ...good, holidays: [...good.holidays, holiday('劳动节', '2029-05-01', '2029-05-03')] }]],
    ['far-day', [{ ...good, makeUpDays: [makeUp('2031-01-04')] }]],
    ['overlap', [{ ...good, holidays: [...good.holidays, holiday('春节', '2030-01-01', '2030-01-02')] }]],
    [
      'make-up-in-holiday',
      [{ ...good, holidays: [holiday('元旦', '2030-01-05', '2030-01-06')], makeUpDays: [makeUp('2030-01-05')] }],
    ],
    ['make-up-not-weekend', [{ ...good, makeUpDays: [makeUp('2030-01-03')] }]],
    ['make-up-for-unknown', [{ ...good, makeUpDays: [makeUp('2030-01-05', '春节')] }]],
  ])('%s', (code, broken) => {
    expect(calendarProblems(broken).map((problem) => problem.code)).toEqual([code]);
    expect(() => compileCalendar(broken)).toThrow(code);
  });
});
