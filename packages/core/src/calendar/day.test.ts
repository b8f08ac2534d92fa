import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import {
  FIRST_DAY,
  LAST_DAY,
  addDays,
  addMonths,
  asDay,
  dayFromNumber,
  dayNumber,
  dayOf,
  dayOfWeek,
  daysBetween,
  endOfDay,
  isDay,
  parseDay,
  yearOf,
} from './index.ts';

const MS_IN_DAY = 86_400_000;
const anyNumber = fc.oneof(fc.integer({ min: -719_162, max: 2_932_896 }), fc.integer({ min: 15_000, max: 25_000 }));

/** The same date by the language's own calendar, in UTC. */
function byDate(number: number): string {
  return new Date(number * MS_IN_DAY).toISOString().slice(0, 10);
}

test('every day of 200 years is the day the language itself says it is', () => {
  for (let number = -36_525; number < 36_525; number += 1) {
    const day = dayFromNumber(number);
    if (day !== byDate(number) || dayNumber(day) !== number || !isDay(day)) expect(day).toBe(byDate(number));
    const weekday = new Date(number * MS_IN_DAY).getUTCDay();
    if (dayOfWeek(day) !== (weekday === 0 ? 7 : weekday)) expect(day).toBe('on another weekday');
  }
  expect(dayFromNumber(0)).toBe('1970-01-01');
});

test('the same far away, and sums of days are exact', () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: -4000, max: 4000 }), (number, days) => {
      const day = dayFromNumber(number);
      expect(day).toBe(byDate(number));
      expect(yearOf(day)).toBe(new Date(number * MS_IN_DAY).getUTCFullYear());
      const later = addDays(day, days);
      if (later === FIRST_DAY || later === LAST_DAY) return;
      expect(daysBetween(day, later)).toBe(days);
      expect(later).toBe(byDate(number + days));
    }),
    { numRuns: 5000 },
  );
});

test('sums stop at the ends of the calendar', () => {
  expect(addDays(LAST_DAY, 1)).toBe(LAST_DAY);
  expect(addDays(FIRST_DAY, -1)).toBe(FIRST_DAY);
  expect(addDays(asDay('9999-12-01'), 1_000_000_000)).toBe(LAST_DAY);
  expect(addMonths(LAST_DAY, 1)).toBe(LAST_DAY);
  expect(addMonths(FIRST_DAY, -1)).toBe(FIRST_DAY);
  expect(() => addDays(FIRST_DAY, Number.NaN)).toThrow('not a day number');
});

describe('months', () => {
  test.each(vectorRows('months.csv'))('$day and $months months are $result', ({ day = '', months, result }) => {
    expect(addMonths(asDay(day), Number(months))).toBe(result);
  });

  test('the day stays, or becomes the last of the month', () => {
    let clamped = 0;
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: -600, max: 600 }), (number, months) => {
        const day = dayFromNumber(number);
        const result = addMonths(day, months);
        if (result === FIRST_DAY || result === LAST_DAY) return;
        const inMonths = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(inMonths(result) - inMonths(day)).toBe(months);
        if (result.slice(8) === day.slice(8)) return;
        clamped += 1;
        expect(result < day.slice(0, 8) || result.slice(8) < day.slice(8)).toBe(true);
        expect(addDays(result, 1).slice(8)).toBe('01');
      }),
      { numRuns: 5000 },
    );
    expect(clamped).toBeGreaterThan(20);
  });
});

test.each([
  ['2021-04-03', null],
  ['2024-02-29', null],
  ['2023-02-29', 'no-such-day'],
  ['2021-04-31', 'no-such-day'],
  ['2021-00-01', 'no-such-day'],
  ['0000-01-01', 'no-such-day'],
  ['2021-4-3', 'not-a-day'],
  ['2021/04/03', 'not-a-day'],
  ['2021-04-03 ', 'not-a-day'],
  ['２０２１-04-03', 'not-a-day'],
  ['', 'not-a-day'],
])('strict reading of %j: %s', (text, problem) => {
  const read = parseDay(text);
  expect(read.ok ? null : read.error.code).toBe(problem);
  expect(isDay(text)).toBe(problem === null);
  if (problem !== null) expect(() => asDay(text)).toThrow('not a day');
});

test('29 February is a day exactly in leap years', () => {
  for (let year = 1; year <= 9999; year += 1) {
    const text = `${String(year).padStart(4, '0')}-02-29`;
    const isLeap = byDate(dayNumber(asDay(`${text.slice(0, 8)}28`)) + 1) === text;
    if (isDay(text) !== isLeap) expect(text).toBe(isLeap ? 'a day' : 'no day');
  }
  expect(['1900-02-29', '2000-02-29', '2100-02-29', '2200-02-29', '2400-02-29'].map(isDay)).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

test('a day in Asia/Shanghai begins at 16:00 UTC of the day before', () => {
  expect(dayOf(new Date('2021-05-08T15:59:59.999Z'))).toBe('2021-05-08');
  expect(dayOf(new Date('2021-05-08T16:00:00.000Z'))).toBe('2021-05-09');
  expect(dayOf(new Date('1969-12-31T15:59:59Z'))).toBe('1969-12-31');
  expect(endOfDay(asDay('2021-05-08'))).toEqual(new Date('2021-05-08T16:00:00Z'));
  // Clocks in China stood an hour ahead in the summers of 1986 to 1991; civil days here do not.
  expect(dayOf(new Date('1988-07-01T15:30:00Z'))).toBe('1988-07-01');
});

test('the end of a day is the first instant that does not belong to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
      const day = dayFromNumber(number);
      const end = endOfDay(day);
      expect(dayOf(end)).toBe(addDays(day, 1));
      expect(dayOf(new Date(end.getTime() - 1))).toBe(day);
    }),
  );
});
