import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

describe('the marked result as CSV', () => {
  it('is read with its mark, quotes and line ends', () => {
    expect(readCsv('\uFEFFa,"b ""c"""\r\n"1\n2",\r\n')).toEqual([
      ['a', 'b "c"'],
      ['1\n2', ''],
    ]);
    expect(readCsv('')).toEqual([]);
    expect(readCsv('a,\nb,c')).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });

  it('gives back what another program wrote', () => {
    const rows = fc.array(fc.array(fc.string({ unit: fc.constantFrom(...'ab",\r\n历 ') }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (written) => {
        expect(readCsv(stringify(written, { quoted: true, record_delimiter: '\r\n' }))).toEqual(written);
      }),
    );
  });
});
