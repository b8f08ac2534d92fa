import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvOf } from './columns.ts';
import type { Column } from './columns.ts';

const columns: readonly Column<string>[] = [{ id: 'a', title: '名称', width: 100, text: (item) => item }];

function readBack(items: readonly string[]): string[] {
  const rows: string[][] = parse(csvOf(columns, items), { bom: true, record_delimiter: '\r\n' });
  return rows.slice(1).map(([cell = '']) => cell);
}

describe('a list as a file', () => {
  it.each(['=1+1', '+86', '-cmd', '@SUM(A1)', '\t=1', ' =1', '＝1', '|calc'])('%j does not run', (text) => {
    expect(readBack([text])).toEqual([`'${text}`]);
  });

  it.each(['-12', '12.50', '历城示例', '济历城审许〔2021〕1号', 'a"b', 'a,b', 'a\nb'])('%j stays as it is', (text) => {
    expect(readBack([text])).toEqual([text]);
  });

  it('gives every text back, but for the mark before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (items) => {
        expect(readBack(items).map((text, index) => (text === `'${items[index] ?? ''}` ? text.slice(1) : text))).toEqual(items);
      }),
    );
  });
});
