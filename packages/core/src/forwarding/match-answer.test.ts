import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAnswer } from './match-answer.ts';
import type { AnswerLine, SentRow } from './match-answer.ts';

const SEED = 20210508;
const SENT: readonly SentRow[] = [
  { row: 1, number: 'A1', subjectCode: 'X', state: 'sent' },
  { row: 2, number: 'A1', subjectCode: 'Y', state: 'sent' },
  { row: 3, number: 'A2', subjectCode: '', state: 'sent' },
];

function line(of: Partial<AnswerLine>): AnswerLine {
  return { line: 2, row: null, number: null, subjectCode: null, state: 'refused', ...of };
}

describe('a row is found', () => {
  it.each([
    ['by its row number', { row: 2 }, 2],
    ['by row number and decision number that agree', { row: 2, number: 'A1' }, 2],
    ['by decision number and code', { number: 'A1', subjectCode: 'Y' }, 2],
    ['by the number alone, for a person no other row shares it with', { number: 'A2', subjectCode: '370112' }, 3],
  ])('%s', (_, of, row) => {
    expect(matchAnswer([line(of)], SENT, 'unanswered')).toMatchObject({ ok: true, value: { answers: [{ row }], unknown: [] } });
  });

  it.each([
    ['by a number that two rows share', { number: 'A1' }],
    ['by a code of another row', { number: 'A1', subjectCode: 'Z' }],
    ['by a row that is none', { row: 9 }],
  ])('not %s', (_, of) => {
    const known = line({ row: 3, line: 3 });
    expect(matchAnswer([line(of), known], SENT, 'unanswered')).toMatchObject({ value: { answers: [{ row: 3 }], unknown: [2] } });
  });

  it('not where row number and decision number name two', () => {
    expect(matchAnswer([line({ row: 1, number: 'A2' })], SENT, 'unanswered')).toMatchObject({
      error: { code: 'answer-rows-differ' },
    });
  });
});

it('what a list of errors does not name is accepted where the form says so', () => {
  expect(matchAnswer([line({ row: 1 })], SENT, 'accepted')).toMatchObject({
    value: { answers: [{ state: 'refused' }, { state: 'accepted', line: null }, { state: 'accepted', line: null }] },
  });
});

it('every row is answered once at most, whatever the lines', () => {
  const lines = fc.array(
    fc.record({
      line: fc.nat(99),
      row: fc.option(fc.integer({ min: 0, max: 4 })),
      number: fc.option(fc.constantFrom('A1', 'A2', 'A3')),
      subjectCode: fc.option(fc.constantFrom('X', 'Y', 'Z')),
      state: fc.constantFrom('accepted' as const, 'refused' as const),
    }),
  );
  const states = fc.tuple(...SENT.map(() => fc.constantFrom('sent' as const, 'accepted' as const, 'refused' as const)));
  fc.assert(
    fc.property(lines, states, fc.constantFrom('accepted' as const, 'unanswered' as const), (some, before, unnamed) => {
      const sent = SENT.map((item, index) => ({ ...item, state: before[index] ?? 'sent' }));
      const matched = matchAnswer(some, sent, unnamed);
      if (!matched.ok) return;
      const rows = matched.value.answers.map(({ row }) => row);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.every((row) => sent[row - 1]?.state === 'sent')).toBe(true);
      expect(rows.length + matched.value.unchanged + matched.value.differing.length).toBeLessThanOrEqual(sent.length);
    }),
    { seed: SEED, numRuns: 500 },
  );
});
