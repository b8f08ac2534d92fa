import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvFileStart, csvText } from './csv.ts';

const plain = fc
  .string({ unit: fc.constantFrom(...'a"，,\r\n1 许;'.split('')), maxLength: 12 })
  .filter((text) => !/^[=+\-@\t\r]/u.test(text));

it('is read back as it was written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 6 }), (lines) => {
      const read = parse(csvText(lines), { skip_empty_lines: false });
      expect(read).toEqual(lines);
    }),
  );
});

it.each(['=1+1', '+8613', '-2', '@x', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠x'])(
  'keeps %j from being run as a formula',
  (cell) => {
    const [[read] = []] = parse(csvText([[cell, 'b']]));
    expect(read).toBe(`'${cell}`);
  },
);

it('begins a file with a byte order mark', () => {
  expect(csvFileStart([['名称']])).toBe('\ufeff名称\r\n');
});
