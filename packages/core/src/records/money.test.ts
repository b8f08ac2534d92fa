import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { formatMoney, parseMoney } from './index.ts';
import type { MoneyUnit } from './index.ts';

test.each(vectorRows('money.csv'))('$text $unit: $fen$problem', ({ text = '', unit, decimals, integer_digits, fen, problem }) => {
  const read = parseMoney(text, unit as MoneyUnit, Number(decimals), Number(integer_digits));
  expect(read.ok ? read.value.toString() : read.error.code).toBe(fen === '' ? problem : fen);
});

test('what is written is read back to the fen, with commas and full width too', () => {
  const amount = fc.oneof(
    fc.record({ unit: fc.constant<MoneyUnit>('yuan'), fen: fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }) }),
    fc.record({ unit: fc.constant<MoneyUnit>('wan-yuan'), fen: fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }) }),
  );
  let long = 0;
  fc.assert(
    fc.property(amount, ({ unit, fen }) => {
      const text = formatMoney(fen, unit);
      if (text.length > 15) long += 1;
      const [whole = '', fraction = ''] = text.split('.');
      const commas = `${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}.${fraction}`;
      const full = text.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      for (const form of [text, commas, full]) expect(parseMoney(form, unit)).toEqual({ ok: true, value: fen });
    }),
    { numRuns: 2000 },
  );
  expect(long).toBeGreaterThan(100);
});

test('amounts are written with all their decimals', () => {
  expect(formatMoney(500_000n, 'wan-yuan')).toBe('0.500000');
  expect(formatMoney(3650n, 'wan-yuan')).toBe('0.003650');
  expect(formatMoney(500_000n, 'yuan')).toBe('5000.00');
  expect(formatMoney(0n, 'yuan')).toBe('0.00');
  expect(formatMoney(-5n, 'yuan')).toBe('-0.05');
});

test('any text has an answer and never a fraction', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-e 元１'), maxLength: 24 }), (text) => {
      const read = parseMoney(text, 'yuan');
      if (!read.ok) refused += 1;
      else expect(read.value >= 0n).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(500);
});
