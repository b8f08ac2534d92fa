import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCells, fillOf, grouped } from './rate-words.ts';
import type { CellOfRate } from './rate-words.ts';

function cell(numerator: number | bigint | null, denominator: number | bigint | null = null): CellOfRate {
  return {
    numerator: numerator === null ? null : String(numerator),
    denominator: denominator === null ? null : String(denominator),
  };
}

describe('the arrow of a rate', () => {
  it('compares fractions, not their rounded text', () => {
    expect(compareCells(cell(999_999, 1_000_000), cell(99_999, 100_000))).toBe('up');
    expect(compareCells(cell(1, 3), cell(2, 6))).toBe('same');
  });

  it('is not there where there is no number', () => {
    expect(compareCells(cell(1, 2), null)).toBeNull();
    expect(compareCells(cell(null), cell(1, 2))).toBeNull();
    expect(compareCells(cell(0, 0), cell(1, 2))).toBeNull();
  });

  it('turns when the two are exchanged', () => {
    const turned = { up: 'down', down: 'up', same: 'same' } as const;
    const part = fc.tuple(fc.bigInt(0n, 10n ** 20n), fc.bigInt(1n, 10n ** 20n)).map(([a, b]) => cell(a, b));
    fc.assert(
      fc.property(part, part, (a, b) => {
        const direction = compareCells(a, b);
        expect(direction === null ? null : turned[direction]).toBe(compareCells(b, a));
      }),
    );
  });
});

describe('figures', () => {
  it('stand in groups of three', () => {
    expect(['7', '123', '1234', '-1234567', '12345678901234567890'].map(grouped)).toEqual([
      '7',
      '123',
      '1,234',
      '-1,234,567',
      '12,345,678,901,234,567,890',
    ]);
  });

  it('a bar is full only when all is there', () => {
    expect(fillOf(cell(99_999, 100_000))).toBe(99.9);
    expect(fillOf(cell(3, 3))).toBe(100);
    expect(fillOf(cell(0, 0))).toBe(0);
  });
});
