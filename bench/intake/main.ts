/**
 * Intake against its limit and its peers, all in one run on one machine: `npm run bench -- intake [--rows 1000000] [--sizes 100000,4000000]`.
 * Limit: raw COPY FROM STDIN of the same bytes into a bare table of the same server. Peers: csv-parse with ajv, row by row.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import { loadStandards } from '@xincheng/usecases/platform';
import { measureChecking } from './checking.ts';
import { buildImporter, importOnce } from './import-once.ts';
import { rawCopy } from './raw-copy.ts';
import { saveIntake } from './results.ts';
import type { Results } from './results.ts';
import { shuffleLines } from './shuffle.ts';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    sizes: { type: 'string', default: '100000,4000000' },
    runs: { type: 'string', default: '3' },
  },
});
const ROWS = Number(options.rows);
const RUNS = Number(options.runs);
const ROOT = join(import.meta.dirname, '../..');
const SEED = 20210423;
const TODAY = dayOf(new Date('2021-06-30T04:00:00Z'));

const folder = await mkdtemp(join(tmpdir(), 'xincheng-bench-intake-'));
// Root's database server runs as another user and must get through to the homes, or it would put the data elsewhere.
await chmod(folder, 0o711);
try {
  const results = await run();
  await saveIntake(join(ROOT, 'bench/results'), results);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<Results> {
  buildImporter(ROOT);
  const standards = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!standards.ok) throw new Error(standards.error.detail ?? standards.error.message);
  const { pack } = standards.value;
  const unit = pack.provisions.find(({ dataset }) => dataset === 'licence')?.unit ?? '';
  const file = await make(ROWS);

  const checking = await measureChecking(standards.value, file, unit, RUNS);
  say(
    `rules on split fields ${rate(checking.rulesPerSecond)}, with parsing ${rate(checking.checkPerSecond)}, csv-parse + ajv ${rate(checking.peerPerSecond)}`,
  );

  const raw: number[] = [];
  const fresh: Awaited<ReturnType<typeof importOnce>>[] = [];
  let home = '';
  // Limit and ours in turn, so that a machine that slows down slows both.
  for (let index = 0; index < RUNS; index += 1) {
    if (home !== '') await rm(home, { recursive: true, force: true });
    home = join(folder, `home-${String(index)}`);
    raw.push(await rawCopy(home, file));
    fresh.push(await importOnce({ root: ROOT, home, file, unit, dataset: 'licence' }));
    say(
      `raw COPY ${rate(ROWS / (raw.at(-1) ?? 1))}; new rows ${rate(ROWS / (fresh.at(-1)?.seconds ?? 1))}, ${String(fresh.at(-1)?.rssMb ?? 0)} MB`,
    );
  }
  const shuffledFile = join(folder, 'shuffled.csv');
  await shuffleLines(file, shuffledFile, SEED);
  const again = await importOnce({ root: ROOT, home, file: shuffledFile, unit, dataset: 'licence' });
  const same = await importOnce({ root: ROOT, home, file: shuffledFile, unit, dataset: 'licence' });
  say(
    `shuffled ${rate(ROWS / again.seconds)} with ${String(again.written)} records written; the same bytes again ${same.seconds.toFixed(2)} s`,
  );

  const sizes: Results['sizes'][number][] = [];
  for (const rows of options.sizes
    .split(',')
    .filter((text) => text !== '')
    .map(Number)) {
    const sized = await make(rows);
    const sizedHome = join(folder, `home-${String(rows)}`);
    const done = await importOnce({ root: ROOT, home: sizedHome, file: sized, unit, dataset: 'licence' });
    sizes.push({ rows, seconds: done.seconds, microsecondsPerRow: (done.seconds * 1e6) / rows, rssMb: done.rssMb });
    say(`${String(rows)} rows: ${((done.seconds * 1e6) / rows).toFixed(1)} µs a row, ${String(done.rssMb)} MB`);
    await rm(sizedHome, { recursive: true, force: true });
    await rm(sized, { force: true });
  }
  return { rows: ROWS, raw, fresh, again, same, checking, sizes };
}

async function make(rows: number): Promise<string> {
  const standards = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!standards.ok) throw new Error(standards.error.message);
  const path = join(folder, `licence-${String(rows)}.csv`);
  const made = await generateFile({
    pack: standards.value.pack,
    dataset: 'licence',
    rows,
    seed: SEED,
    bad: 0.01,
    today: TODAY,
    path,
    header: 'codes',
  });
  if (!made.ok) throw new Error(made.error.message);
  say(`${path}: ${String(rows)} rows, ${(made.value.bytes / rows).toFixed(0)} bytes a row`);
  return path;
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en')} rows/s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
