import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACK, TODAY } from './_pack.ts';
import { csvLine, generateFile } from './generate-file.ts';
import { openGenerator } from './generator.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-generate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const options = { pack: PACK, dataset: 'fine', unit: 'a', rows: 3_000, seed: 5, bad: 0.02, today: TODAY } as const;

describe('a generated file', () => {
  it.each([
    ['names', '名称'],
    ['codes', 'MC'],
  ] as const)('has a header of %s and the rows of the generator', async (header, first) => {
    const path = join(folder, 'rows.csv');
    const progress: number[] = [];
    const written = await generateFile({ ...options, path, header, onProgress: (rows) => progress.push(rows) });
    const bytes = await readFile(path);
    const [head, ...rows]: string[][] = parse(bytes);
    const opened = openGenerator(options);
    if (!opened.ok || !written.ok) throw new Error('not generated');
    expect(head?.[0]).toBe(first);
    expect(rows).toEqual(Array.from({ length: options.rows }, (_, row) => [...opened.value.cells(row)]));
    expect(written.value).toMatchObject({ rows: options.rows, bytes: bytes.length });
    expect(written.value.spoilt).toHaveLength(60);
    expect(written.value.spoilt.map(({ row }) => row)).toEqual(
      [...written.value.spoilt.map(({ row }) => row)].sort((a, b) => a - b),
    );
    expect(progress.at(-1)).toBe(options.rows);
    expect(bytes.at(-1)).toBe(10);
    expect(bytes.includes(13)).toBe(false);
    expect(await readdir(folder)).toEqual(['rows.csv']);
  });

  it('is the same for the same seed, byte for byte', async () => {
    const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
    for (const path of [one, two]) expect(await generateFile({ ...options, path, header: 'names' })).toMatchObject({ ok: true });
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });

  it('is not written where it cannot be, and what was there stays', async () => {
    const path = join(folder, 'kept.csv');
    await writeFile(path, 'before');
    expect(await generateFile({ ...options, path: join(folder, 'none', 'rows.csv'), header: 'names' })).toMatchObject({
      ok: false,
      error: { code: 'not-written' },
    });
    expect(await generateFile({ ...options, dataset: 'none', path, header: 'names' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-dataset' },
    });
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['kept.csv']);
  });
});

describe('a line', () => {
  it('is read back as it was, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(',', '"', '\n', '\r', ' ', '甲') }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (cells) => {
        expect(parse(csvLine(cells), { record_delimiter: '\n' })).toEqual([cells]);
      }),
    );
  });
});
