import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gb18030Check, Utf8Check, wholeUtf8Length } from '../src/reading/encoding.ts';
import { splitRecords } from '../src/reading/index.ts';
import { parseJson } from '../src/reading/json-object.ts';
import { RecordSplitter } from '../src/reading/record-splitter.ts';
import { walkRecords } from '../src/reading/record-walk.ts';
import { WRITTEN_ENCODINGS, encoded, looseColumns, memorySource, readAll } from './_reading.ts';

const CODES = ['XK_A', 'XK_B', 'XK_C', 'XK_D'];
const COLUMNS = looseColumns(CODES);

/** Characters whose second byte in GB18030 is the code of `|` and of a backslash. */
const TRAILING_BAR = new TextDecoder('gb18030').decode(Uint8Array.of(0xb0, 0x7c));
const TRAILING_BACKSLASH = new TextDecoder('gb18030').decode(Uint8Array.of(0xb0, 0x5c));

/** Text that hurts: delimiters, quotes, line ends, spaces and characters of every width. */
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('', ' ', '无', '历城区示例公司', '㐂𠮷䶮', '2021/4/3', '0.500000', '91370112MA0000015R'),
  },
  {
    weight: 4,
    arbitrary: fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        ';',
        '|',
        '\t',
        '\n',
        '\r',
        ' ',
        'a',
        '1',
        '的',
        '\u3000',
        '〔',
        TRAILING_BAR,
        TRAILING_BACKSLASH,
        '𠮷',
        'é',
        'я',
      ),
      maxLength: 12,
    }),
  },
);
const table = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });
const blockSizes = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 5 });

function isBlank(row: readonly string[]): boolean {
  return row.every((text) => /^[\s\u200b]*$/u.test(text));
}

describe('a table, however it is written and cut', () => {
  it('is read as it was, and as csv-parse reads it', async () => {
    let read = 0;
    const writing = fc.record({
      rows: table,
      delimiter: fc.constantFrom(',', '\t', ';', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom(...WRITTEN_ENCODINGS),
      isQuoted: fc.boolean(),
      endsInNewline: fc.boolean(),
      sizes: blockSizes,
      chunkBytes: fc.integer({ min: 1, max: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(writing, async ({ rows, delimiter, newline, encoding, isQuoted, endsInNewline, sizes, chunkBytes }) => {
        fc.pre(rows.some((row) => !isBlank(row)));
        const options = {
          delimiter,
          record_delimiter: newline,
          quoted: isQuoted,
          quoted_empty: isQuoted,
          quoted_match: /[\r\n]/u,
        };
        const written = stringify([CODES, ...rows], options);
        const text = endsInNewline ? written : written.slice(0, -newline.length);
        const { rows: found, opened } = await readAll(memorySource(encoded(text, encoding), sizes), COLUMNS, { chunkBytes });
        const expected = rows
          .map((cells, index) => ({ cells: [...cells], rowNo: index + 2 }))
          .filter(({ cells }) => !isBlank(cells));
        expect(found.map(({ cells, rowNo }) => ({ cells, rowNo }))).toEqual(expected);
        expect(found.every(({ problem }) => problem === null)).toBe(true);
        expect(opened.delimiter).toBe(delimiter);
        expect(opened.encoding).toBe(
          encoding === 'gb18030' && isUtf8(encoded(text, encoding)) ? 'utf-8' : encoding.replace('-bom', ''),
        );
        const oracle = parse(text, { delimiter, record_delimiter: newline, relax_column_count: true, skip_empty_lines: true });
        expect(found.map(({ cells }) => cells)).toEqual(oracle.slice(1).filter((row: string[]) => !isBlank(row)));
        read += found.length;
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(800);
  }, 60_000);

  it('is the same whatever the size of blocks and chunks', async () => {
    const messy = fc.string({ unit: fc.constantFrom('"', '"', ',', ',', '\n', '\r', ' ', 'a', '的', ';'), maxLength: 80 });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(messy, blockSizes, fc.integer({ min: 1, max: 64 }), async (tail, sizes, chunkBytes) => {
        const bytes = encoded(`${CODES.join(',')}\n1,2,3,4\n${tail}`, 'utf-8');
        const whole = await tried(bytes, [bytes.length], bytes.length);
        const cut = await tried(bytes, sizes, chunkBytes);
        expect(cut).toEqual(whole);
        if (Array.isArray(whole)) compared += 1;
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(200);
  }, 60_000);
});

async function tried(bytes: Buffer, sizes: readonly number[], chunkBytes: number): Promise<unknown> {
  try {
    return (await readAll(memorySource(bytes, sizes), COLUMNS, { chunkBytes })).rows;
  } catch (thrown) {
    return String(thrown);
  }
}

describe('records on bytes and records in text', () => {
  it('are the same records', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', ' ', 'a', '的'), maxLength: 40 });
    let agreed = 0;
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (sample, enough) => {
        const bytes = Buffer.from(sample, 'utf8');
        const rules = { delimiter: 0x2c, maxRecordBytes: 1 << 20 };
        const whole = walkRecords(bytes, 0, bytes.length, true, rules);
        let records = 0;
        splitRecords(bytes.subarray(0, whole.end).toString('utf8'), ',', () => (records += 1));
        expect(records).toBe(whole.records);
        let at = 0;
        let inSteps = 0;
        while (at < whole.end) {
          const step = walkRecords(bytes, at, at + enough, true, rules);
          at = step.end;
          inSteps += step.records;
        }
        expect(inSteps).toBe(records);
        if (records > 1) agreed += 1;
      }),
      { numRuns: 2000 },
    );
    expect(agreed).toBeGreaterThan(500);
  });
});

describe('a text that is split in pieces', () => {
  it('has the records of the whole', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', ' ', 'a', '的'), maxLength: 40 });
    let waited = 0;
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 12 }), { maxLength: 6 }), (sample, sizes) => {
        const splitter = new RecordSplitter(',', null);
        const found: string[][] = [];
        let at = 0;
        for (const size of [...sizes, sample.length]) {
          const end = Math.min(sample.length, at + size);
          splitter.push(sample.slice(at, end), end === sample.length);
          at = end;
          for (;;) {
            const cells: string[] = [];
            const count = splitter.next(cells);
            if (count < 0) break;
            found.push(Array.from({ length: count }, (_, column) => cells[column] ?? ''));
          }
          if (!splitter.isAtEnd) waited += 1;
          if (end === sample.length) break;
        }
        const expected: string[][] = [];
        splitRecords(sample, ',', (cells) => expected.push(cells));
        expect(found).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
    expect(waited).toBeGreaterThan(500);
  });
});

describe('encoding checks', () => {
  const bytes = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x41, 0xe4, 0xbd, 0xa0, 0x81, 0x30, 0x95, 0x32, 0xfe, 0xff, 0x80)),
    { maxLength: 24 },
  );

  it('say of UTF-8 what Node says, however it is cut', () => {
    let sound = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => [...Buffer.from(text)]),
        ),
        fc.integer({ min: 1, max: 5 }),
        (sample, size) => {
          const whole = Uint8Array.from(sample);
          const found = checked(new Utf8Check(), whole, size);
          expect(found < 0).toBe(isUtf8(whole));
          if (found >= 0) expect(isUtf8(whole.subarray(0, found))).toBe(true);
          else sound += 1;
          expect(wholeUtf8Length(whole)).toBeGreaterThanOrEqual(whole.length - 3);
        },
      ),
      { numRuns: 2000 },
    );
    expect(sound).toBeGreaterThan(500);
  });

  it('say of GB18030 what the decoder says, and where', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
    const isSound = (sample: Uint8Array): boolean => {
      try {
        decoder.decode(sample);
        return true;
      } catch {
        return false;
      }
    };
    let sound = 0;
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (sample, size) => {
        const whole = Uint8Array.from(sample);
        const found = checked(new Gb18030Check(), whole, size);
        expect(found < 0).toBe(isSound(whole));
        if (found >= 0) expect(isSound(whole.subarray(0, found))).toBe(true);
        else sound += 1;
      }),
      { numRuns: 4000 },
    );
    expect(sound).toBeGreaterThan(200);
  });

  function checked(check: Utf8Check | Gb18030Check, whole: Uint8Array, size: number): number {
    for (let at = 0; at < whole.length; at += size) {
      const bad = check.push(whole.subarray(at, at + size));
      if (bad >= 0) return bad;
    }
    return check.end();
  }
});

describe('JSON', () => {
  it('is accepted exactly when the built-in parser accepts it, and says the same', () => {
    const valid = fc.json({ maxDepth: 4 });
    const mangled = fc
      .tuple(valid, fc.nat(), fc.constantFrom('', ',', '"', '}', ']', ' ', '0', '-', '\\', 'e5'))
      .map(([text, at, put]) => {
        const place = text.length === 0 ? 0 : at % text.length;
        return text.slice(0, place) + put + text.slice(place + (put === '' ? 1 : 0));
      });
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(valid, mangled), (text) => {
        const expected = builtIn(text);
        const found = parseJson(text);
        expect(found === null).toBe(expected === undefined);
        if (found === null) return;
        accepted += 1;
        if (found.duplicate === null) expect(comparable(found.value)).toEqual(comparable(expected));
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(700);
  });

  it('lists come back whole from any blocks and chunks', async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 8 }).filter((text) => !text.includes('\u0000')),
      fc.constantFrom('{', '}', '[]', '"', '\\', '㐂𠮷䶮', TRAILING_BACKSLASH),
      fc.integer(),
      fc.constant(null),
    );
    const record = fc.record(
      { XK_A: fc.constantFrom('甲', '乙'), XK_B: value, XK_C: value, XK_D: value },
      { requiredKeys: ['XK_A'] },
    );
    const form = fc.constantFrom('list', 'wrapped', 'lines');
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        form,
        fc.constantFrom(0, 2),
        fc.constantFrom(...WRITTEN_ENCODINGS),
        blockSizes,
        fc.integer({ min: 1, max: 64 }),
        async (records, shape, indent, encoding, sizes, chunkBytes) => {
          const text =
            shape === 'lines'
              ? records.map((item) => JSON.stringify(item)).join('\n')
              : JSON.stringify(shape === 'list' ? records : { unit: 'lc-scjg', records, count: 3 }, null, indent);
          const { rows } = await readAll(memorySource(encoded(text, encoding), sizes), COLUMNS, { chunkBytes });
          expect(rows.map(({ cells, rowNo, problem }) => ({ cells, rowNo, problem }))).toEqual(
            records.map((item, index) => ({
              cells: [item.XK_A, item.XK_B, item.XK_C, item.XK_D].map((text) => String(text ?? '')),
              rowNo: index + 1,
              problem: null,
            })),
          );
          read += rows.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(300);
  }, 60_000);
});

function builtIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Ours keeps scalars as text: both are brought to numbers and texts that can be compared. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, comparable(item)]));
  if (value === null) return '';
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) + 0 : text;
}
