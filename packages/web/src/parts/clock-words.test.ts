import { describe, expect, it } from 'vitest';
import { workingDaysUntil } from '../reference/count-days.ts';
import { clockState } from './clock-words.ts';

describe('a clock chip', () => {
  it.each([
    ['2021-05-10', 0, { state: 'late', days: 1 }],
    ['2021-05-11', 0, { state: 'today', days: 0 }],
    ['2021-05-14', 3, { state: 'soon', days: 3 }],
    ['2021-05-17', 4, { state: 'open', days: 4 }],
    ['2022-05-11', null, { state: 'far', days: 365 }],
  ] as const)('due on %s with %s working days left', (dueOn, left, expected) => {
    expect(clockState(dueOn, '2021-05-11', left)).toEqual(expected);
  });
});

describe('working days until a day', () => {
  const proof = [
    { day: '2021-05-07', counted: false },
    { day: '2021-05-08', counted: true },
    { day: '2021-05-09', counted: false },
    { day: '2021-05-10', counted: true },
  ];

  it('counts what the calendar counts, a working Saturday too', () => {
    expect(workingDaysUntil(proof, '2021-05-07', '2021-05-10')).toBe(2);
    expect(workingDaysUntil(proof, '2021-05-07', '2021-05-07')).toBe(0);
  });

  it('says nothing beyond its proof', () => {
    expect(workingDaysUntil(proof, '2021-05-07', '2021-05-11')).toBeNull();
    expect(workingDaysUntil([], '2021-05-07', '2021-05-07')).toBeNull();
  });
});
