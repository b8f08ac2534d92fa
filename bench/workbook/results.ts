/** Results as a file that is committed: numbers, ratios, and the machine they were taken on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, hostname, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { ImportMeasure } from '../intake/import-once.ts';
import type { ReadMeasure, Reader } from './readers.ts';

export interface Measured extends ReadMeasure {
  readonly reader: Reader;
  readonly rowsPerSecond: number;
  /** Every cell as in the CSV; null where cells are not compared. */
  readonly isTrue: boolean | null;
}

export interface Results {
  readonly rows: number;
  readonly workbookBytes: number;
  readonly csv: ReadMeasure;
  readonly readers: readonly Measured[];
  readonly imported: ImportMeasure;
  readonly importedCsv: ImportMeasure;
}

/** Writes `workbook-<processor>.json`. */
export async function saveResults(folder: string, results: Results): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: release(),
  };
  await mkdir(folder, { recursive: true });
  const processor = machine.cpu
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const name = `workbook-${processor === '' ? hostname() : processor}-${String(machine.cores)}.json`;
  await writeFile(join(folder, name), `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
}
