import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/index.ts';
import { alarmState, answersOf, canFollow, judgeDrop, confidenceOf, judgeSeries, numberAt, seriesPlace } from './index.ts';
import type { AlarmStep, MonthCount, SeriesEntry } from './index.ts';

const SEED = 20_824;
const RULES = { leastDensity: 0.6, longestRun: 30, leastEntries: 5, prior: { found: 1, answered: 5 } };

function entries(serials: readonly number[]): SeriesEntry[] {
  return serials.map((serial) => ({ serial, decidedOn: '2021-03-01' as Day, unitId: 'a', dataset: 'penalty' }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('a place in a series', () => {
  it.each([
    ['济历城市监罚〔2021〕12号', '济历城市监罚〔2021〕#号', 12],
    ['济历城市监罚〔2021〕第012号', '济历城市监罚〔2021〕第#号', 12],
    ['济历城市监罚〔2021〕A7号', '济历城市监罚〔2021〕A#号', 7],
    ['济历城市监罚〔2021〕12-1号', '济历城市监罚〔2021〕#号', 12],
    ['济历城审〔许〕字〔2021〕20210105001号', '济历城审〔许〕字〔2021〕20210105#号', 1],
  ])('%s', (number, series, serial) => {
    expect(seriesPlace(number)).toEqual({ series, serial });
  });

  it.each(['JY13701120001234', '济历城市监罚12号', '济历城市监罚〔2021〕12345678号', '济历城市监罚〔2021〕号'])(
    '%s has none',
    (number) => {
      expect(seriesPlace(number)).toBeNull();
    },
  );

  it('is written as a number again', () => {
    expect(numberAt('济历城市监罚〔2021〕#号', 13)).toBe('济历城市监罚〔2021〕13号');
  });
});

describe('gaps', () => {
  const none = (): boolean => false;
  const all = (): boolean => true;

  it('are what is missing between the first and the last, and before the first', () => {
    const judged = judgeSeries(entries([2, 3, 4, 6, 7, 8, 11, 12]), RULES, none, all);
    expect(judged.kind === 'judged' && judged.gaps.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [5, 5],
      [9, 10],
    ]);
  });

  it('leave out void numbers, and split a run at them', () => {
    const judged = judgeSeries(entries([1, 2, 3, 4, 5, 6, 7, 8, 12]), RULES, (serial) => serial === 10, all);
    expect(judged.kind === 'judged' && judged.gaps.map(({ from, to }) => [from, to])).toEqual([
      [9, 9],
      [11, 11],
    ]);
  });

  it('fall to the unit on both sides, else to the one that numbers most, and its word alone makes them void', () => {
    const by = (unitId: string, serials: readonly number[]): SeriesEntry[] =>
      entries(serials).map((entry) => ({ ...entry, unitId }));
    const shared = [...by('a', [1, 2, 3, 4, 8]), ...by('b', [6, 9, 11])];
    const missing = (voids: readonly string[]) => {
      const judged = judgeSeries(shared, RULES, (serial, unitId) => voids.includes(`${unitId}${String(serial)}`), all);
      return judged.kind === 'judged' && judged.gaps.map(({ from, unitId }) => `${unitId}${String(from)}`);
    };
    expect(missing([])).toEqual(['a5', 'a7', 'b10']);
    expect(missing(['a10', 'b5', 'b7'])).toEqual(['a5', 'a7', 'b10']);
    expect(missing(['b10', 'a5'])).toEqual(['a7']);
  });

  it('are told only below a number whose own time is over', () => {
    const isOwed = ({ serial }: SeriesEntry): boolean => serial <= 6;
    const judged = judgeSeries(entries([1, 2, 4, 6, 7, 9]), RULES, none, isOwed);
    expect(judged.kind === 'judged' && judged.gaps.map(({ from }) => from)).toEqual([3, 5]);
  });

  it('begin where the district began to collect', () => {
    const judged = judgeSeries(entries([...range(301, 310), 312]), RULES, none, all);
    expect(judged.kind === 'judged' && judged.gaps.map(({ from }) => from)).toEqual([311]);
  });

  it('say nothing in a series that is thin or short', () => {
    expect(judgeSeries(entries([1, 3, 5, 7, 9, 11]), RULES, none, all).kind).toBe('too-thin');
    expect(judgeSeries(entries([1, 2, 3, 4]), RULES, none, all).kind).toBe('too-few');
    expect(judgeSeries([], RULES, none, all).kind).toBe('too-few');
  });

  it(`are exactly the numbers taken out, seed ${String(SEED)}`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 20 }), fc.boolean(), (removed, twice) => {
        const kept = range(1, 100).filter((serial) => !removed.includes(serial));
        // A decision against several firms stands several times under its number.
        const judged = judgeSeries(entries(twice ? [...kept, ...kept] : kept), { ...RULES, longestRun: 100 }, none, all);
        const found = judged.kind === 'judged' ? judged.gaps.flatMap(({ from, to }) => range(from, to)) : null;
        expect(found).toEqual([...removed].sort((a, b) => a - b));
      }),
      { seed: SEED },
    );
  });
});

describe('drops', () => {
  const DROPS = { months: 12, leastMonths: 4, leastExpected: 20, deviations: 3 };
  const month = (count: number, index: number, workingDays = 21): MonthCount => ({
    month: `${String(2020 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
    count,
    workingDays,
  });

  it('are months far below the usual', () => {
    const judged = judgeDrop(
      [100, 96, 105, 99, 103, 40].map((count, index) => month(count, index)),
      DROPS,
    );
    expect(judged).toEqual({ month: '2020-06', count: 40, expected: 100, isSeasonal: false });
  });

  it('are no months that scatter, that are short, or that are small', () => {
    expect(
      judgeDrop(
        [100, 60, 140, 80, 120, 75].map((count, index) => month(count, index)),
        DROPS,
      ),
    ).toBeNull();
    expect(
      judgeDrop([...[100, 96, 105, 99, 103].map((count, index) => month(count, index)), month(70, 5, 15)], DROPS),
    ).toBeNull();
    expect(
      judgeDrop(
        [10, 9, 10, 11, 10, 0].map((count, index) => month(count, index)),
        DROPS,
      ),
    ).toBeNull();
    expect(
      judgeDrop(
        [100, 100, 20].map((count, index) => month(count, index)),
        DROPS,
      ),
    ).toBeNull();
  });

  it('know the season from the year before', () => {
    const year = [100, 30, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100];
    const again = [...year, 100].map((count, index) => month(count, index));
    expect(judgeDrop([...again, month(30, 13)], DROPS)).toBeNull();
    expect(judgeDrop([...again, month(2, 13)], DROPS)).toMatchObject({
      month: '2021-02',
      count: 2,
      expected: 30,
      isSeasonal: true,
    });
  });
});

describe('an alarm', () => {
  it('goes from open to closed by an answer that is accepted, and back by one that is returned', () => {
    const steps = (...names: readonly AlarmStep[]): { step: AlarmStep }[] => names.map((step) => ({ step }));
    expect(alarmState([], false)).toBe('open');
    expect(alarmState([], true)).toBe('filed');
    expect(alarmState(steps('answer'), false)).toBe('answered');
    expect(alarmState(steps('answer', 'return'), false)).toBe('returned');
    expect(alarmState(steps('answer', 'return', 'answer', 'accept'), false)).toBe('closed');
    expect(canFollow('open', 'answer')).toBe(true);
    expect(canFollow('answered', 'answer')).toBe(false);
    expect(canFollow('answered', 'accept')).toBe(true);
    expect(canFollow('open', 'accept')).toBe(false);
    expect(canFollow('closed', 'answer')).toBe(false);
  });

  it('of a drop is no gap in the numbers', () => {
    expect(answersOf('drop')).not.toContain('lawful-gap');
    expect(answersOf('gap')).toContain('lawful-gap');
  });
});

describe('the confidence in a gap', () => {
  const prior = { found: 1, answered: 5 };

  it('is what is believed before, then what the earlier ones turned out to be', () => {
    expect(confidenceOf({ found: 0, answered: 0 }, prior)).toBe(0.2);
    expect(confidenceOf({ found: 0, answered: 20 }, prior)).toBe(0.04);
    expect(confidenceOf({ found: 20, answered: 20 }, prior)).toBe(0.84);
  });

  it('never reaches none, so that no unit earns silence', () => {
    expect(confidenceOf({ found: 0, answered: 95 }, prior)).toBe(0.01);
  });
});
