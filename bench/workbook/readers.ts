/** Each way of reading a table, as its own authors show it, down to rows of texts. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { streamXlsxRows } from 'hucre/xlsx';
import { dayOf } from '@xincheng/core/calendar';
import { checkFile, columnsOf } from '@xincheng/usecases/intake';
import { loadStandards } from '@xincheng/usecases/platform';
import type { LoadedStandards } from '@xincheng/usecases/platform';
import { openSource, rowsOf } from '@xincheng/usecases/reading';

export const READERS = ['csv', 'ours', 'check', 'exceljs', 'hucre'] as const;
export type Reader = (typeof READERS)[number];

export interface ReadMeasure {
  readonly seconds: number;
  readonly rssMb: number;
  readonly rows: number;
  /** U+FFFD found: characters that were lost. */
  readonly replaced: number;
  /** Of every cell in order; equal when all were read alike. */
  readonly digest: string;
}

const NOW = new Date('2021-06-30T04:00:00Z');

/** Reads a file once and measures it. `root` is the checkout. */
export async function readOnce(root: string, reader: Reader, file: string): Promise<ReadMeasure> {
  const standards = await loadStandards(join(root, 'standards'), join(root, 'districts/licheng'));
  if (!standards.ok) throw new Error(standards.error.message);
  const tally = new Tally();
  const began = performance.now();
  await READ[reader](file, tally, standards.value);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, rssMb: Math.round(process.resourceUsage().maxRSS / 1024), ...tally.result() };
}

class Tally {
  rows = 0;
  #replaced = 0;
  readonly #hash = createHash('sha256');

  add(cells: readonly string[]): void {
    this.rows += 1;
    const text = cells.join('\u0001');
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.#replaced += 1;
    this.#hash.update(`${text}\n`);
  }

  result(): Pick<ReadMeasure, 'rows' | 'replaced' | 'digest'> {
    return { rows: this.rows, replaced: this.#replaced, digest: this.#hash.digest('hex') };
  }
}

type Read = (file: string, tally: Tally, standards: LoadedStandards) => Promise<void>;

const READ: Readonly<Record<Reader, Read>> = {
  csv: withOurs,
  ours: withOurs,
  check: withCheck,
  exceljs: withExceljs,
  hucre: withHucre,
};

async function withOurs(file: string, tally: Tally, { layouts }: LoadedStandards): Promise<void> {
  const dataset = layouts.get('licence')?.dataset;
  if (dataset === undefined) throw new Error('no licence dataset');
  const source = await openSource(file, columnsOf(dataset));
  if (!source.ok) throw new Error(source.error.message);
  for await (const chunk of source.value.chunks()) for (const { cells } of rowsOf(chunk, source.value.plan)) tally.add(cells);
}

/** The whole check of a file, as `xincheng check` does it. */
async function withCheck(file: string, tally: Tally, standards: LoadedStandards): Promise<void> {
  const checked = await checkFile(standards, {
    path: file,
    dataset: 'licence',
    unitId: null,
    now: NOW,
    today: dayOf(NOW),
    onIssue: () => undefined,
    onProgress: () => undefined,
  });
  if (!checked.ok) throw new Error(checked.error.message);
  tally.rows = checked.value.counts.rows;
}

async function withExceljs(file: string, tally: Tally): Promise<void> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  });
  let width = 0;
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const values = row.values as readonly unknown[];
      if (width === 0) width = values.length - 1;
      else tally.add(Array.from({ length: width }, (_, index) => textOf(values[index + 1])));
    }
  }
}

async function withHucre(file: string, tally: Tally): Promise<void> {
  let width = 0;
  for await (const { values } of streamXlsxRows(await readFile(file))) {
    if (width === 0) width = values.length;
    else tally.add(Array.from({ length: width }, (_, index) => textOf(values[index])));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
