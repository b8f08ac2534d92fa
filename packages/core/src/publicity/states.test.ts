import { describe, expect, test } from 'vitest';
import { stateAfter, stateByTerm } from './index.ts';

const TODAY = '2026-06-01';

test('the last day on show is a day on show', () => {
  expect(stateByTerm('2026-06-01', TODAY)).toBe('published');
  expect(stateByTerm('2026-05-31', TODAY)).toBe('ended');
  expect(stateByTerm(null, TODAY)).toBe('held');
});

describe('acts on a state', () => {
  test.each([
    ['published', null, 'reach-maximum', 'ended'],
    ['published', null, 'repair', 'ended'],
    ['published', null, 'suspend', 'suspended'],
    ['suspended', null, 'resume', 'published'],
    ['suspended', null, 'recompute', 'suspended'],
    ['held', null, 'recompute', 'published'],
    ['ended', 'maximum-reached', 'recompute', 'published'],
    ['ended', 'repaired', 'recompute', 'ended'],
    ['ended', 'repaired', 'withdraw', 'withdrawn'],
    ['ended', 'maximum-reached', 'repair', null],
    ['held', null, 'repair', null],
    ['held', null, 'suspend', null],
    ['withdrawn', 'error', 'withdraw', null],
    ['withdrawn', 'error', 'recompute', null],
    ['withdrawn', 'error', 'resume', null],
  ] as const)('%s (%s) %s: %s', (state, reason, act, to) => {
    expect(stateAfter({ state, reason }, act, '2027-01-01', TODAY)).toBe(to);
  });
});
