/**
 * Reading workbooks, ours beside exceljs' stream reader and hucre, each in a process of its own, on one file in one run:
 * `npm run bench -- workbook [--rows 200000]`. What is read is compared with the CSV the workbook was made from, to the character.
 */
import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import { loadStandards } from '@xincheng/usecases/platform';
import { bundle } from '../intake/bundle.ts';
import { buildImporter, importOnce } from '../intake/import-once.ts';
import { READERS } from './readers.ts';
import type { ReadMeasure, Reader } from './readers.ts';
import { saveResults } from '../shared/save.ts';
import type { Measured, Results } from './results.ts';
import { writeWorkbook } from './write-workbook.ts';

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '200000' }, runs: { type: 'string', default: '3' } },
});
const ROWS = Number(options.rows);
const RUNS = Number(options.runs);
const ROOT = join(import.meta.dirname, '../..');
const SEED = 20210423;
const TODAY = dayOf(new Date('2021-06-30T04:00:00Z'));

const folder = await mkdtemp(join(tmpdir(), 'xincheng-bench-workbook-'));
// Root's database server runs as another user and must get through to the homes, or it would put the data elsewhere.
await chmod(folder, 0o711);
try {
  await saveResults(join(ROOT, 'bench/results'), 'workbook', await run());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<Results> {
  buildImporter(ROOT);
  bundle(ROOT, 'bench/workbook/tsdown.config.ts');
  const standards = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!standards.ok) throw new Error(standards.error.detail ?? standards.error.message);
  const { pack } = standards.value;
  const unit = pack.provisions.find(({ dataset }) => dataset === 'licence')?.unit ?? '';
  const csv = join(folder, 'licence.csv');
  const workbook = join(folder, 'licence.xlsx');
  const made = await generateFile({
    pack,
    dataset: 'licence',
    rows: ROWS,
    seed: SEED,
    bad: 0.01,
    today: TODAY,
    path: csv,
    header: 'names',
  });
  if (!made.ok) throw new Error(made.error.message);
  await writeWorkbook(csv, workbook);
  const { size } = await stat(workbook);
  say(`${String(ROWS)} rows, ${String(Math.round(size / 1e6))} MB`);
  const truth = await measure('csv', csv);
  const readers: Measured[] = [];
  for (const reader of READERS.filter((name) => name !== 'csv')) {
    const runs: ReadMeasure[] = [];
    for (let turn = 0; turn < (reader === 'exceljs' || reader === 'hucre' ? 1 : RUNS); turn += 1)
      runs.push(await measure(reader, workbook));
    runs.sort((a, b) => a.seconds - b.seconds);
    const median = runs[Math.floor(runs.length / 2)] ?? runs[0];
    if (median === undefined) throw new Error('no run');
    const isChecked = reader !== 'check';
    readers.push({
      reader,
      ...median,
      rowsPerSecond: ROWS / median.seconds,
      isTrue: isChecked ? median.digest === truth.digest : null,
    });
    say(
      `${reader}: ${Math.round(ROWS / median.seconds).toLocaleString('en')} rows/s, ${String(median.rssMb)} MB, U+FFFD ${String(median.replaced)}`,
    );
  }
  const home = join(folder, 'home');
  const imported = await importOnce({ root: ROOT, home, file: workbook, unit, dataset: 'licence' });
  say(`whole import: ${Math.round(ROWS / imported.seconds).toLocaleString('en')} rows/s, ${String(imported.rssMb)} MB`);
  const importedCsv = await importOnce({ root: ROOT, home: join(folder, 'home-csv'), file: csv, unit, dataset: 'licence' });
  say(`the same as CSV: ${Math.round(ROWS / importedCsv.seconds).toLocaleString('en')} rows/s, ${String(importedCsv.rssMb)} MB`);
  return { rows: ROWS, workbookBytes: size, csv: truth, readers, imported, importedCsv };
}

/** One reading in a process of its own. */
async function measure(reader: Reader, file: string): Promise<ReadMeasure> {
  const child = fork(join(ROOT, 'node_modules/.cache/bench-workbook/read-once.mjs'), [ROOT, reader, file], { execArgv: [] });
  return new Promise((resolve, reject) => {
    let measured: ReadMeasure | null = null;
    child.on('message', (message: ReadMeasure) => {
      measured = message;
    });
    child.on('exit', (code) => {
      if (measured !== null) resolve(measured);
      else reject(new Error(`${reader} ended with ${String(code)}`));
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
