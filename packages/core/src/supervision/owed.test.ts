import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { addDays, asDay, dayFromNumber, dayNumber } from '../calendar/index.ts';
import type { Period } from '../indicators/index.ts';
import { dueReminders, owedReports, reminderKey, reportKey } from './index.ts';
import type { BoundPart, DueThing } from './index.ts';

function month(id: string, days: number): Period {
  return { kind: 'month', id, from: asDay(`${id}-01`), to: asDay(`${id}-${String(days)}`) };
}

const PERIODS = [month('2021-04', 30), month('2021-05', 31), month('2021-06', 30), month('2021-07', 31)];
const PART: BoundPart = {
  plan: 'p',
  number: '十1',
  unitId: 'a',
  since: asDay('2021-04-20'),
  until: null,
  dueOn: asDay('2021-06-15'),
};

function owed(part: Partial<BoundPart>, today: string, firstFiledOn: string | null = null) {
  const report = {
    matter: 'm',
    lastAct: 'file' as const,
    firstFiledOn: firstFiledOn === null ? null : asDay(firstFiledOn),
    dueOn: null,
  };
  const reports = new Map(firstFiledOn === null ? [] : [[reportKey('p', '十1', 'a', '2021-05'), report]]);
  const dueOf = ({ to }: Period) => addDays(to, 5);
  return owedReports([{ ...PART, ...part }], PERIODS, { today: asDay(today), dueOf, reports }).map(
    ({ period, isLate }) => `${period.id}${isLate ? ' late' : ''}`,
  );
}

test.each([
  ['no period has ended', {}, '2021-04-30', null, []],
  ['the first has', {}, '2021-05-01', null, ['2021-04']],
  ['on its due day it is not late, on the next it is', {}, '2021-05-06', null, ['2021-04 late']],
  [
    'none is owed for periods behind the task’s due day',
    {},
    '2021-08-20',
    null,
    ['2021-04 late', '2021-05 late', '2021-06 late'],
  ],
  [
    'a task without a day goes on',
    { dueOn: null },
    '2021-08-01',
    '2021-06-05',
    ['2021-04 late', '2021-05', '2021-06 late', '2021-07'],
  ],
  ['filed a day late stays late', {}, '2021-06-20', '2021-06-06', ['2021-04 late', '2021-05 late']],
  ['a part that was handed over ends', { until: asDay('2021-05-01') }, '2021-06-02', null, ['2021-04 late']],
  ['a part taken over begins', { since: asDay('2021-05-31') }, '2021-06-02', null, ['2021-05']],
] as const)('%s', (_, part, today, filed, expected) => {
  expect(owed(part, today, filed)).toEqual(expected);
});

const THING: DueThing = { about: 'task', id: 'p/十1', unitId: 'a', dueOn: asDay('2021-06-30') };

function steps(today: string, sent: ReadonlySet<string> = new Set()): readonly string[] {
  return dueReminders([THING], [15, 7, 3, 0, -1], sent, asDay(today)).map(
    ({ daysAhead, daysLeft }) => `${String(daysAhead)}/${String(daysLeft)}`,
  );
}

test.each([
  ['2021-06-14', []],
  ['2021-06-15', ['15/15']],
  ['2021-06-22', ['15/8']],
  ['2021-06-23', ['7/7']],
  ['2021-06-30', ['0/0']],
  ['2021-07-01', ['-1/-1']],
  ['2021-09-01', ['-1/-63']],
] as const)('on %s the nearest step', (today, expected) => {
  expect(steps(today)).toEqual(expected);
});

it('sends each step once at most, and none that a nearer one has passed, whatever days the service ran on', () => {
  let several = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -5, max: 40 }), { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(fc.integer({ min: -45, max: 20 }), { minLength: 1, maxLength: 30 }),
      (ahead, runs) => {
        const sent = new Set<string>();
        const got: number[] = [];
        for (const offset of [...runs].sort((a, b) => a - b)) {
          const today = dayFromNumber(dayNumber(THING.dueOn) + offset);
          for (const reminder of dueReminders([THING], ahead, sent, today)) {
            sent.add(reminderKey(reminder));
            got.push(reminder.daysAhead);
          }
          // Asked again on the same day: nothing more.
          expect(dueReminders([THING], ahead, sent, today)).toEqual([]);
        }
        expect(got).toEqual([...new Set(got)].sort((a, b) => b - a));
        // Every run at or behind a step's own day, with no nearer step come, has it sent by then.
        const last = Math.max(...runs);
        const nearest = ahead.filter((step) => -step <= last && step < 0 === last > 0);
        if (nearest.length > 0) expect(got).toContain(Math.min(...nearest));
        several += got.length > 1 ? 1 : 0;
      },
    ),
    { numRuns: 2000 },
  );
  expect(several).toBeGreaterThan(20);
});

it('a due day that moves is reminded of anew', () => {
  const sent = new Set([reminderKey({ ...THING, daysAhead: 15 })]);
  expect(steps('2021-06-15', sent)).toEqual([]);
  expect(dueReminders([{ ...THING, dueOn: asDay('2021-07-01') }], [15], sent, asDay('2021-06-16'))).toHaveLength(1);
});
