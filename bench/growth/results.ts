/** Results as a file that is committed: numbers, ratios, and the machine they were taken on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, hostname, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { ImportMeasure } from '../intake/import-once.ts';
import type { HomeMeasure } from './measure-home.ts';

/** The same file on one database: raw COPY in seconds, and the import. */
export interface Probe {
  readonly raw: number;
  readonly imported: ImportMeasure;
}

export interface Growth {
  readonly subjects: readonly ImportMeasure[];
  readonly records: readonly ImportMeasure[];
  readonly empty: Probe;
  readonly full: Probe;
  /** Before the last probe. */
  readonly loaded: HomeMeasure;
}

/** The aim: an import on the full database takes at most this many times as long, beside raw COPY, as on the empty one. */
const MOST = 1.5;

/** Writes `growth-<processor>.json` and prints what matters. */
export async function saveResults(folder: string, growth: Growth): Promise<void> {
  const ratio = growth.full.imported.seconds / growth.full.raw / (growth.empty.imported.seconds / growth.empty.raw);
  const seconds = (measures: readonly ImportMeasure[]): number => measures.reduce((sum, measure) => sum + measure.seconds, 0);
  const processor = (cpus()[0]?.model ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: release(),
  };
  const summary = {
    slowerOnFull: ratio,
    secondsSlowerOnFull: growth.full.imported.seconds / growth.empty.imported.seconds,
    subjectsSeconds: seconds(growth.subjects),
    recordsSeconds: seconds(growth.records),
  };
  await mkdir(folder, { recursive: true });
  const name = `growth-${processor === '' ? hostname() : processor}-${String(cpus().length)}.json`;
  await writeFile(join(folder, name), `${JSON.stringify({ machine, summary, ...growth }, null, 2)}\n`);
  console.log(
    `${ratio <= MOST ? 'met   ' : 'missed'} import beside raw COPY, full / empty: ${ratio.toFixed(2)} (${String(MOST)})`,
    summary,
    growth.loaded,
  );
}
