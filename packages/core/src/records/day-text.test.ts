import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { addDays, asDay, isDay } from '../calendar/index.ts';
import { parseDayText } from './index.ts';

test.each(vectorRows('dates.csv'))('$text: $day$problem', ({ text = '', day, problem }) => {
  const read = parseDayText(text);
  expect(read.ok ? read.value : read.error.code).toBe(day === '' ? problem : day);
});

test('every form of a day reads as that day', () => {
  fc.assert(
    fc.property(fc.nat(73_000), (n) => {
      const day = addDays(asDay('1900-01-01'), n);
      const [year = '', month = '', dayOfMonth = ''] = day.split('-');
      const short = [year, Number(month), Number(dayOfMonth)];
      const forms = [
        day,
        day.replaceAll('-', ''),
        day.replaceAll('-', '/'),
        short.join('/'),
        short.join('.'),
        short.join('-'),
        `${short.join('年').replace(/年(\d+)$/u, '月$1')}日`,
      ];
      for (const form of forms) expect(parseDayText(form)).toEqual({ ok: true, value: day });
    }),
    { numRuns: 1000 },
  );
});

test('any text has an answer, and a day only if it is a real one', () => {
  let days = 0;
  const signs = fc.constantFrom<[string, string]>(
    ['', ''],
    ['-', '-'],
    ['/', '/'],
    ['.', '.'],
    ['年', '月'],
    ['-', '/'],
    ['月', '年'],
  );
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789２'), minLength: 1, maxLength: 2 });
  const tailText = fc
    .tuple(signs, digits, digits, fc.constantFrom('', '日', ' ', ' 0:00', 'T12', ';'))
    .map(([[first, second], month, dayOfMonth, end]) => first + month + second + dayOfMonth + end);
  fc.assert(
    fc.property(fc.constantFrom('2021', '2024', '1900', '0000', '21'), tailText, (head, tail) => {
      const read = parseDayText(head + tail);
      if (!read.ok) return;
      days += 1;
      expect(isDay(read.value)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(days).toBeGreaterThan(200);
});

test('a text as long as a whole record is no day, and that is seen at once', () => {
  const begun = performance.now();
  for (const end of ['日', '甲']) expect(parseDayText(`2021年4月${' '.repeat(60_000)}甲${end}`).ok).toBe(false);
  expect(performance.now() - begun).toBeLessThan(1500);
});
