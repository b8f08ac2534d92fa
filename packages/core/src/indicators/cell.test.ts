import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { asDay } from '../calendar/index.ts';
import { absentCell, countCell, formatCell, isTargetMet, ratioCell, sumCells, targetOn } from './index.ts';
import type { Cell, IndicatorTarget, TargetBound, ValueFormat } from './index.ts';

function target(is: TargetBound, value?: string): IndicatorTarget {
  return { is, ...(value === undefined ? {} : { value }), from: asDay('2021-01-01'), basis: { instrument: 'x' } };
}

function cellOf(numerator: string, denominator: string): Cell {
  if (numerator === '') return absentCell('no-data');
  return denominator === '' ? countCell(BigInt(numerator)) : ratioCell(BigInt(numerator), BigInt(denominator));
}

describe('values as they are shown and held against targets', () => {
  test.each(vectorRows('indicator-values.csv'))(
    '$numerator / $denominator as $format: $zh, $is $target: $met',
    ({ numerator = '', denominator = '', format = '', zh, en, is = '', target: value = '', met = '' }) => {
      const cell = cellOf(numerator, denominator);
      expect(formatCell(cell, format as ValueFormat, 'zh')).toBe(zh);
      expect(formatCell(cell, format as ValueFormat, 'en')).toBe(en);
      const verdict = isTargetMet(cell, target(is as TargetBound, value), format as ValueFormat);
      expect(verdict === null ? '' : String(verdict)).toBe(met);
    },
  );
});

test('why there is no number is said in words', () => {
  expect(formatCell(absentCell('zero-report'), 'percent', 'zh')).toBe('零报告');
  expect(formatCell(absentCell('waived'), 'count', 'zh')).toBe('已豁免');
  expect(formatCell(absentCell('unmeasured'), 'money', 'en')).toBe('not measured yet');
  expect(ratioCell(1n, 0n)).toEqual(absentCell('no-data'));
  expect(ratioCell(0n, 0n, 'waived')).toEqual(absentCell('waived'));
});

test('rising holds a number against the one before, and says nothing without it', () => {
  const rising = target('rising');
  expect(isTargetMet(ratioCell(2n, 3n), rising, 'percent', ratioCell(3n, 5n))).toBe(true);
  expect(isTargetMet(ratioCell(2n, 3n), rising, 'percent', ratioCell(4n, 6n))).toBe(false);
  expect(isTargetMet(countCell(3n), rising, 'count', countCell(4n))).toBe(false);
  expect(isTargetMet(countCell(3n), rising, 'count')).toBeNull();
  expect(isTargetMet(countCell(3n), rising, 'count', absentCell('no-data'))).toBeNull();
  expect(isTargetMet(absentCell('no-data'), rising, 'count', countCell(4n))).toBeNull();
});

test('a sum of cells is that of its parts; those without a number add nothing', () => {
  expect(sumCells([ratioCell(1n, 2n), absentCell('waived'), ratioCell(3n, 4n)])).toEqual(ratioCell(4n, 6n));
  expect(sumCells([countCell(1n), absentCell('no-data'), countCell(3n)])).toEqual(countCell(4n));
  expect(sumCells([absentCell('zero-report'), absentCell('zero-report')])).toEqual(absentCell('zero-report'));
  expect(sumCells([absentCell('zero-report'), absentCell('waived')])).toEqual(absentCell('no-data'));
  expect(sumCells([])).toEqual(absentCell('no-data'));
  expect(() => sumCells([countCell(1n), ratioCell(1n, 2n)])).toThrow('cannot be added');
});

test('the target in force is that of the day', () => {
  const targets = [
    { ...target('at-least', '95'), to: asDay('2021-05-31') },
    { ...target('at-least', '100'), from: asDay('2021-06-01') },
  ];
  expect(targetOn({ targets }, asDay('2020-12-31'))).toBeNull();
  expect(targetOn({ targets }, asDay('2021-05-31'))?.value).toBe('95');
  expect(targetOn({ targets }, asDay('2021-06-01'))?.value).toBe('100');
  expect(targetOn({}, asDay('2021-06-01'))).toBeNull();
});

test('what is shown never exceeds what is, and misses it by less than a hundredth', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 12n), (over, under) => {
      const shown = formatCell(ratioCell(over, under), 'ratio', 'en');
      expect(shown).toMatch(/^\d+\.\d\d$/u);
      const hundredths = BigInt(shown.replace('.', ''));
      expect(hundredths * under <= over * 100n && (hundredths + 1n) * under > over * 100n).toBe(true);
    }),
  );
});

test('of at least, equal and below exactly one fits, and below is the contrary of at least', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 1000n), fc.bigInt(1n, 1000n), fc.nat(200), (over, under, percent) => {
      const met = (is: TargetBound): boolean | null =>
        isTargetMet(ratioCell(over, under), target(is, String(percent)), 'percent');
      const difference = over * 100n - BigInt(percent) * under;
      expect(met('at-least')).toBe(difference >= 0n);
      expect(met('above')).toBe(difference > 0n);
      expect(met('equal')).toBe(difference === 0n);
      expect(met('at-most')).toBe(difference <= 0n);
      expect(met('below')).toBe(difference < 0n);
    }),
  );
});
