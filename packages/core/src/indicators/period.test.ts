import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, asDay, dayNumber } from '../calendar/index.ts';
import { nextPeriod, PERIOD_KINDS, periodAt, periodOf, previousPeriod } from './index.ts';

const TODAY = asDay('2021-06-15');

test.each([
  ['2021-05', 'month', '2021-05-01', '2021-05-31'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2021-12', 'month', '2021-12-01', '2021-12-31'],
  ['2021-Q1', 'quarter', '2021-01-01', '2021-03-31'],
  ['2021-Q2', 'quarter', '2021-04-01', '2021-06-30'],
  ['2021-Q4', 'quarter', '2021-10-01', '2021-12-31'],
  ['2021', 'year', '2021-01-01', '2021-12-31'],
  ['total', 'total', '0001-01-01', '2021-06-15'],
])('%s is a %s from %s to %s', (id, kind, from, to) => {
  expect(periodOf(id, TODAY)).toEqual({ id, kind, from, to });
});

test.each([
  '',
  '21',
  '2021-13',
  '2021-0',
  '2021-00',
  '2021-5',
  '2021-Q0',
  '2021-Q5',
  '2021-q1',
  '2021-05-01',
  '0000',
  '０２０２',
  'Total',
  ' 2021',
])('“%s” is no period', (id) => {
  expect(periodOf(id, TODAY)).toBeNull();
});

test('a day lies in its period, whose id reads back, and neighbours touch', () => {
  const days = fc.integer({ min: dayNumber(asDay('1990-01-01')), max: dayNumber(asDay('2100-12-31')) });
  const kinds = fc.constantFrom(...PERIOD_KINDS.filter((kind) => kind !== 'total'));
  fc.assert(
    fc.property(days, kinds, (number, kind) => {
      const day = addDays(asDay('1970-01-01'), number);
      const period = periodAt(day, kind, TODAY);
      expect(period.from <= day && day <= period.to).toBe(true);
      expect(periodOf(period.id, TODAY)).toEqual(period);
      const [before, after] = [previousPeriod(period, TODAY), nextPeriod(period, TODAY)];
      expect(before?.to).toBe(addDays(period.from, -1));
      expect(after?.from).toBe(addDays(period.to, 1));
      expect(before === null ? null : nextPeriod(before, TODAY)).toEqual(period);
    }),
  );
});

test('a total has no neighbours', () => {
  const total = periodAt(TODAY, 'total', TODAY);
  expect([previousPeriod(total, TODAY), nextPeriod(total, TODAY)]).toEqual([null, null]);
});
