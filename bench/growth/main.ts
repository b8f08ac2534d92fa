/**
 * A district grown old: `npm run bench -- growth [--records 5000000] [--subjects 1000000] [--file 1000000]`. The base register and the
 * licences are loaded through the front door, file by file; the same import is measured on the empty database and on the full one, each
 * time beside raw COPY of the same bytes on the same server.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import { loadStandards } from '@xincheng/usecases/platform';
import { buildImporter, importOnce } from '../intake/import-once.ts';
import type { ImportMeasure } from '../intake/import-once.ts';
import { rawCopy } from '../intake/raw-copy.ts';
import { saveGrowth } from './results.ts';
import type { Growth, Probe } from './results.ts';
import { measureHome } from './measure-home.ts';

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '5000000' },
    subjects: { type: 'string', default: '1000000' },
    /** Rows of one file, and of the file that is measured. */
    file: { type: 'string', default: '1000000' },
  },
});
const RECORDS = Number(options.records);
const SUBJECTS = Number(options.subjects);
const FILE = Number(options.file);
const ROOT = join(import.meta.dirname, '../..');
const SEED = 20210423;
const TODAY = dayOf(new Date('2021-06-30T04:00:00Z'));

const folder = await mkdtemp(join(tmpdir(), 'xincheng-bench-growth-'));
// Root's database server runs as another user and must get through to the homes, or it would put the data elsewhere.
await chmod(folder, 0o711);
try {
  await saveGrowth(join(ROOT, 'bench/results'), await run());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<Growth> {
  buildImporter(ROOT);
  const { unit: registrar, files: register } = await files('registration', SUBJECTS, SUBJECTS);
  const { unit, files: licences } = await files('licence', RECORDS + FILE, FILE);
  const probeFile = licences.pop() ?? '';
  const empty = await probe(join(folder, 'home-empty'), probeFile, unit);
  say('empty', empty);
  await rm(join(folder, 'home-empty'), { recursive: true, force: true });

  const home = join(folder, 'home');
  const subjects = await load(home, 'registration', registrar, register);
  const records = await load(home, 'licence', unit, licences);
  const loaded = await measureHome(home);
  const full = await probe(home, probeFile, unit);
  say('full', full);
  return { records, subjects, empty, full, loaded };
}

/** One import beside raw COPY of the same bytes, before and after it, so that a slowing machine slows both. */
async function probe(home: string, file: string, unit: string): Promise<Probe> {
  const before = await rawCopy(home, file);
  const imported = await importOnce({ root: ROOT, home, file, unit, dataset: 'licence' });
  const after = await rawCopy(home, file);
  return { raw: (before + after) / 2, imported };
}

async function load(home: string, dataset: string, unit: string, paths: readonly string[]): Promise<ImportMeasure[]> {
  const measures: ImportMeasure[] = [];
  for (const file of paths) {
    const measure = await importOnce({ root: ROOT, home, file, unit, dataset });
    measures.push(measure);
    console.log(
      `${dataset}: ${String(measure.rows)} rows in ${measure.seconds.toFixed(0)} s, ${String(measure.accepted)} accepted, ${String(measure.rssMb)} MB`,
    );
    await rm(file);
  }
  return measures;
}

async function pack(dataset: string): Promise<{ unit: string; standards: Parameters<typeof generateFile>[0]['pack'] }> {
  const standards = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!standards.ok) throw new Error(standards.error.detail ?? standards.error.message);
  const { pack: found } = standards.value;
  return { unit: found.provisions.find((provision) => provision.dataset === dataset)?.unit ?? '', standards: found };
}

/** Rows of a dataset in files of their own. Each has a seed of its own, so that no number comes twice, while all are about the same organisations. */
async function files(dataset: string, rows: number, size: number): Promise<{ unit: string; files: string[] }> {
  const { unit, standards } = await pack(dataset);
  const paths: string[] = [];
  for (let done = 0; done < rows; done += size) {
    const path = join(folder, `${dataset}-${String(paths.length)}.csv`);
    const count = Math.min(size, rows - done);
    const made = await generateFile({
      pack: standards,
      dataset,
      rows: count,
      seed: SEED + paths.length,
      bad: 0.01,
      today: TODAY,
      path,
      header: 'codes',
    });
    if (!made.ok) throw new Error(made.error.message);
    paths.push(path);
    console.log(`${path}: ${String(count)} rows, ${(made.value.bytes / count).toFixed(0)} bytes a row`);
  }
  return { unit, files: paths };
}

function say(name: string, { raw, imported }: Probe): void {
  console.log(
    `${name}: raw COPY ${raw.toFixed(1)} s, import ${imported.seconds.toFixed(1)} s (${(raw / imported.seconds).toFixed(3)}), ${String(imported.accepted)} of ${String(imported.rows)} accepted`,
  );
}
