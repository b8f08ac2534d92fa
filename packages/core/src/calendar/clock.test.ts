import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardsOf, vectorRows } from '../../tests/_vectors.ts';
import type { CalendarYear, DayUnit } from '../standards/index.ts';
import { LAST_DAY, addDays, asDay, compileCalendar, dueDay, isLate, latenessDays, plainClock, verifyProof } from './index.ts';
import type { ClockInput, Day, DueResult, Pause, ProofStep } from './index.ts';

const years = standardsOf<CalendarYear>('calendar');
const calendar = compileCalendar(years);

function pausesFrom(text: string): Pause[] {
  if (text === '') return [];
  return text.split(';').map((pause) => {
    const [from = '', to = ''] = pause.split('/');
    return to === '' ? { from: asDay(from) } : { from: asDay(from), to: asDay(to) };
  });
}

describe('vectors', () => {
  test.each(vectorRows('deadlines.csv'))('$start + $days $unit, rolls $rolls, paused $pauses: $due', (row) => {
    const input: ClockInput = {
      start: asDay(row['start'] ?? ''),
      budget: { unit: row['unit'] as DayUnit, days: Number(row['days']) },
      extensionDays: Number(row['extension']),
      rolls: row['rolls'] === 'true',
      pauses: pausesFrom(row['pauses'] ?? ''),
      calendar,
    };
    const result = dueDay(input);
    expect(result.due ?? '').toBe(row['due']);
    expect(String(result.provisional)).toBe(row['provisional']);
    expect(verifyProof(calendar, input, result)).toBeNull();
  });
});

function reasons(input: Partial<ClockInput> & Pick<ClockInput, 'start' | 'budget'>): string[] {
  return dueDay({ pauses: [], rolls: false, calendar, ...input }).proof.map(
    (step) => `${step.day.slice(5)} ${step.counted ? '+' : '-'} ${step.reason}`,
  );
}

describe('the proof in words', () => {
  test('a working-day clock over a holiday and a make-up Saturday', () => {
    expect(reasons({ start: asDay('2021-04-30'), budget: { unit: 'working-day', days: 3 } })).toEqual([
      '04-30 - 起算日不计',
      '05-01 - 劳动节放假',
      '05-02 - 劳动节放假',
      '05-03 - 劳动节放假',
      '05-04 - 劳动节放假',
      '05-05 - 劳动节放假',
      '05-06 + 工作日第1天',
      '05-07 + 工作日第2天',
      '05-08 + 调休上班，工作日第3天',
    ]);
  });

  test('weekends and pauses', () => {
    expect(
      reasons({
        start: asDay('2021-03-12'),
        budget: { unit: 'working-day', days: 2 },
        pauses: [{ from: asDay('2021-03-15'), to: asDay('2021-03-17') }],
      }),
    ).toEqual([
      '03-12 - 起算日不计',
      '03-13 - 周六休息',
      '03-14 - 周日休息',
      '03-15 - 中止期间',
      '03-16 - 中止期间',
      '03-17 + 工作日第1天',
      '03-18 + 工作日第2天',
    ]);
  });

  test('natural days, rolled off a rest day', () => {
    expect(reasons({ start: asDay('2021-04-30'), budget: { unit: 'natural-day', days: 1 }, rolls: true })).toEqual([
      '04-30 - 起算日不计',
      '05-01 + 自然日第1天，劳动节放假，顺延',
      '05-02 - 劳动节放假，顺延',
      '05-03 - 劳动节放假，顺延',
      '05-04 - 劳动节放假，顺延',
      '05-05 - 劳动节放假，顺延',
      '05-06 - 顺延至此日',
    ]);
  });

  test('an extension is named, and days without a calendar are', () => {
    expect(reasons({ start: asDay('2026-12-30'), budget: { unit: 'working-day', days: 1 }, extensionDays: 1 })).toEqual([
      '12-30 - 起算日不计',
      '12-31 + 工作日第1天',
      '01-01 + 工作日第2天（延长），日历未公布，按双休估算',
    ]);
  });

  test('local days', () => {
    const local = compileCalendar(years, [
      { day: asDay('2021-03-02'), isWorking: false, name: '防汛停工' },
      { day: asDay('2021-03-06'), isWorking: true, name: '集中办公' },
    ]);
    const words = reasons({ start: asDay('2021-03-01'), budget: { unit: 'working-day', days: 4 }, calendar: local });
    expect(words).toContain('03-02 - 防汛停工休息');
    expect(words.at(-1)).toBe('03-06 + 集中办公上班，工作日第4天');
  });

  test('an open pause leaves the clock without a due day and says so', () => {
    const result = dueDay({
      start: asDay('2021-05-06'),
      budget: { unit: 'working-day', days: 5 },
      pauses: [{ from: asDay('2021-05-10') }],
      rolls: false,
      calendar,
    });
    expect(result).toMatchObject({ due: null, reason: '时钟中止，尚未恢复，到期日待恢复后计算' });
    expect(result.proof.at(-1)).toEqual({ day: '2021-05-10', counted: false, reason: '中止期间，尚未恢复' });
  });

  test('a clock that would run off the calendar has no due day', () => {
    const result = dueDay({
      start: addDays(LAST_DAY, -2),
      budget: { unit: 'natural-day', days: 3 },
      pauses: [],
      rolls: false,
      calendar,
    });
    expect(result).toMatchObject({ due: null, reason: '到期日超出可计算的日期范围' });
  });

  test('a budget is a whole number', () => {
    expect(() =>
      dueDay({ start: asDay('2021-05-06'), budget: { unit: 'natural-day', days: 1.5 }, pauses: [], rolls: false, calendar }),
    ).toThrow('whole number');
    expect(() =>
      dueDay({
        start: asDay('2021-05-06'),
        budget: { unit: 'natural-day', days: 1 },
        extensionDays: -1,
        pauses: [],
        rolls: false,
        calendar,
      }),
    ).toThrow('whole number');
  });
});

test('lateness: the due day lasts until 24:00 in Shanghai', () => {
  const due = asDay('2021-05-08');
  expect(isLate(due, new Date('2021-05-08T23:50:00+08:00'))).toBe(false);
  expect(isLate(due, new Date('2021-05-09T00:00:00+08:00'))).toBe(true);
  expect(latenessDays(due, asDay('2021-05-08'))).toBe(0);
  expect(latenessDays(due, asDay('2021-05-01'))).toBe(0);
  expect(latenessDays(due, asDay('2021-05-09'))).toBe(1);
});

test('the clock for imports says the same as the clock with proof', () => {
  for (const rolls of [false, true]) {
    for (const unit of ['working-day', 'natural-day'] as const) {
      const fast = plainClock(calendar, { unit, days: 7 }, rolls);
      for (let n = 0; n < 400; n += 1) {
        const start = addDays(asDay('2026-01-01'), n % 380);
        const { due, provisional } = dueDay({ start, budget: { unit, days: 7 }, pauses: [], rolls, calendar });
        expect(fast(start)).toEqual({ due, provisional });
      }
    }
  }
});

/** The papers as plain sets of days: nothing here is shared with the code under test. */
const daysOff = new Set(years.flatMap(({ holidays }) => holidays.flatMap(({ from, to }) => spanOf(from, to))));
const madeUp = new Set<string>(years.flatMap(({ makeUpDays }) => makeUpDays.map(({ day }) => day)));

function spanOf(from: string, to: string): string[] {
  const span = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000)
    span.push(new Date(time).toISOString().slice(0, 10));
  return span;
}

function isWorkingNaively(date: Date): boolean {
  const text = date.toISOString().slice(0, 10);
  if (madeUp.has(text)) return true;
  return !daysOff.has(text) && date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}

function isUnknownNaively(date: Date): boolean {
  const text = date.toISOString().slice(0, 10);
  return (text < '2019' || text > '2027') && !madeUp.has(text) && !daysOff.has(text);
}

type Question = Omit<ClockInput, 'calendar'>;

/** Day by day, as one would with a finger on the calendar. */
function naiveDue({ start, budget, extensionDays, pauses, rolls }: Question): {
  due: string | null;
  provisional: boolean;
  rolled: number;
} {
  let left = budget.days + (extensionDays ?? 0);
  let provisional = false;
  let rolled = 0;
  const date = new Date(`${start}T00:00:00Z`);
  for (let first = true; ; first = false) {
    if (!first) date.setUTCDate(date.getUTCDate() + 1);
    const text = date.toISOString().slice(0, 10);
    const holding = pauses.filter(({ from, to }) => text >= from && (to === undefined || text < to));
    if (!first && holding.some(({ to }) => to === undefined)) return { due: null, provisional, rolled };
    const isPaused = holding.length > 0;
    if (!first && left > 0 && !isPaused) {
      if (budget.unit === 'working-day' && isUnknownNaively(date)) provisional = true;
      if (budget.unit === 'natural-day' || isWorkingNaively(date)) left -= 1;
      else continue;
    } else if (left > 0) continue;
    if (left > 0) continue;
    if (!rolls) return { due: text, provisional, rolled };
    if (!isPaused && isUnknownNaively(date)) provisional = true;
    if (!isPaused && isWorkingNaively(date)) return { due: text, provisional, rolled };
    rolled += 1;
  }
}

const anyPause = fc
  .record({
    after: fc.integer({ min: -3, max: 45 }),
    days: fc.integer({ min: 0, max: 20 }),
    isOpen: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ after, days, isOpen }) => (start: Day): Pause => {
    const from = addDays(start, after);
    return isOpen === 0 ? { from } : { from, to: addDays(from, days) };
  });
const anyQuestion = fc
  .record({
    offset: fc.oneof(fc.integer({ min: 0, max: 3200 }), fc.integer({ min: 2880, max: 2960 })),
    unit: fc.constantFrom<DayUnit>('working-day', 'natural-day'),
    days: fc.integer({ min: 0, max: 30 }),
    extensionDays: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 })),
    pauses: fc.array(anyPause, { maxLength: 3 }),
    rolls: fc.boolean(),
  })
  .map(({ offset, unit, days, extensionDays, pauses, rolls }): Question => {
    const start = addDays(asDay('2018-11-01'), offset);
    return { start, budget: { unit, days }, extensionDays, pauses: pauses.map((pause) => pause(start)), rolls };
  });

test('clock, verifier and a finger on the calendar agree', () => {
  const seen = { workingDays: 0, naturalDays: 0, paused: 0, openPause: 0, rolled: 0, provisional: 0, extended: 0, madeUp: 0 };
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const result = dueDay({ ...question, calendar });
      const expected = naiveDue(question);
      expect({ due: result.due, provisional: result.provisional }).toEqual({
        due: expected.due,
        provisional: expected.provisional,
      });
      expect(verifyProof(calendar, question, result)).toBeNull();
      if (question.budget.unit === 'working-day') seen.workingDays += 1;
      else seen.naturalDays += 1;
      if (result.proof.some((step) => step.reason.includes('中止期间'))) seen.paused += 1;
      if (result.due === null) seen.openPause += 1;
      if (expected.rolled > 0) seen.rolled += 1;
      if (result.provisional) seen.provisional += 1;
      if (result.proof.some((step) => step.reason.includes('（延长）'))) seen.extended += 1;
      if (result.proof.some((step) => step.reason.includes('调休上班'))) seen.madeUp += 1;
    }),
    { numRuns: 24_000 },
  );
  for (const [premise, count] of Object.entries(seen)) expect(count, premise).toBeGreaterThan(1000);
}, 120_000);

/** Ways in which a clock could be wrong; each makes a result that must not pass. */
const CORRUPTIONS: readonly [string, (result: DueResult) => DueResult][] = [
  ['one day early', (result) => (result.due === null ? result : { ...result, due: addDays(result.due, -1) })],
  ['one day late', (result) => (result.due === null ? result : { ...result, due: addDays(result.due, 1) })],
  ['later with proof', (result) => (result.due === null ? result : lengthened(result, result.due))],
  ['the other provisional', (result) => ({ ...result, provisional: !result.provisional })],
  ['a day left out', (result) => ({ ...result, proof: result.proof.toSpliced(1, 1) })],
  [
    'a day counted wrongly',
    (result) => ({ ...result, proof: result.proof.map((step, at) => (at === result.proof.length - 1 ? flipped(step) : step)) }),
  ],
  ['another day counted in its place', (result) => ({ ...result, proof: exchanged(result.proof) })],
  [
    'the start day counted',
    (result) => ({ ...result, proof: result.proof.map((step, at) => (at === 0 ? flipped(step) : step)) }),
  ],
  ['no due day', (result) => (result.due === null ? result : { ...result, due: null, reason: '' })],
  ['no proof', (result) => ({ ...result, proof: [] })],
];

function flipped(step: ProofStep): ProofStep {
  return { ...step, counted: !step.counted };
}

/** The first counted day and the first day after the start that is not counted change places. */
function exchanged(proof: readonly ProofStep[]): readonly ProofStep[] {
  const counted = proof.findIndex((step) => step.counted);
  const passed = proof.findIndex((step, at) => at > 0 && !step.counted);
  if (counted < 0 || passed < 0) return proof;
  return proof.map((step, at) => (at === counted || at === passed ? flipped(step) : step));
}

function lengthened(result: DueResult, due: Day): DueResult {
  const next = addDays(due, 1);
  return { ...result, due: next, proof: [...result.proof, { day: next, counted: false, reason: '' }] };
}

test.each(CORRUPTIONS)('the verifier refuses a result that is wrong: %s', (_, corrupt) => {
  let tried = 0;
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const right = dueDay({ ...question, calendar });
      const wrong = corrupt(right);
      if (JSON.stringify(wrong) === JSON.stringify(right)) return;
      tried += 1;
      expect(verifyProof(calendar, question, wrong)).not.toBeNull();
    }),
    { numRuns: 500 },
  );
  expect(tried).toBeGreaterThan(200);
});
