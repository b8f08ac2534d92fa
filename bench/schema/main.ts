/**
 * Numbers for the schema of records: `npx tsx bench/schema/main.ts [--rows 1000000] [--repeat 3] [--only copy,merge,...] [--out FILE]`.
 *
 * Starts an embedded server of its own in a passing folder, with the durability of production, and removes it afterwards.
 */
import { mkdir, mkdtemp, chmod, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@xincheng/store/embedded';
import type { Bench } from './bench.ts';
import { copyFormats, fillStage, payloads, rawCopy } from './cases/copy.ts';
import { mergeIntoEmpty, mergeIntoFilled, mergeShapes, naiveUpsert } from './cases/merge.ts';
import { nameSearch } from './cases/name-search.ts';
import { probes } from './cases/probe.ts';
import { rowSecurity } from './cases/security.ts';
import { connect, run, value } from './database.ts';
import type { Session } from './database.ts';
import { makeInputs } from './files.ts';
import type { InputFile } from './files.ts';
import { Report } from './report.ts';

interface Case {
  readonly run: (bench: Bench) => Promise<void>;
  /** Input files it reads beside those of the reference and the stage. */
  readonly files: readonly InputFile[];
}

const CASES: Readonly<Record<string, Case>> = {
  payload: { run: payloads, files: ['full.copy', 'typed.copy'] },
  format: { run: copyFormats, files: ['slim.bin', 'lean.bin'] },
  probe: { run: probes, files: ['keys.copy', 'keys.bin'] },
  merge: { run: mergeIntoEmpty, files: [] },
  shape: { run: mergeShapes, files: [] },
  filled: { run: mergeIntoFilled, files: [] },
  naive: { run: naiveUpsert, files: [] },
  security: { run: rowSecurity, files: [] },
  names: { run: nameSearch, files: [] },
};

const SETTINGS = { max_wal_size: '8GB', maintenance_work_mem: '512MB', work_mem: '64MB', synchronous_commit: 'on', fsync: 'on' };

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    repeat: { type: 'string', default: '3' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
await main(
  Number(given.rows),
  Number(given.repeat),
  given.only?.split(',') ?? Object.keys(CASES),
  given.out ?? join(import.meta.dirname, '..', 'results', `schema-${machineName()}.json`),
);

/** Names the results file after the machine's kind, not after the machine. */
function machineName(): string {
  return `${cpus().length}-core-${cpus()[0]?.model ?? 'unknown'}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

async function main(rows: number, repeats: number, wanted: readonly string[], out: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xincheng-bench-schema-'));
  await chmod(folder, 0o755);
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o755 });
  const started = await startEmbedded({ home, sharedBuffers: '1GB', settings: SETTINGS });
  if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`);
  const clean = async (): Promise<void> => {
    await started.value.stop();
    await rm(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void clean().then(() => process.exit(1)));
  try {
    const session = await connect(started.value.ownerUrl);
    await compressWal(session);
    const report = new Report(out, repeats);
    report.watch(session);
    await describe(report, session);
    const inputs = await makeInputs(
      folder,
      rows,
      new Set(['raw.csv', 'slim.copy', ...wanted.flatMap((name) => CASES[name]?.files ?? [])] as const),
    );
    report.fact('rows', rows);
    report.fact('filledFields', Number(inputs.averageFilledFields.toFixed(1)));
    report.fact('csvBytesPerRow', Math.round((inputs.bytes.get('raw.csv') ?? 0) / rows));
    const bench: Bench = { session, inputs, report, ownerUrl: started.value.ownerUrl };
    await rawCopy(bench);
    await fillStage(bench);
    for (const name of wanted) await CASES[name]?.run(bench);
    await report.write();
    await session.end();
  } finally {
    await clean();
  }
}

/** What a second start of the same home does by itself: the first one has yet to learn what the build can do. */
async function compressWal(session: Session): Promise<void> {
  if ((await value(session, "select 'lz4' = any (enumvals) from pg_settings where name = 'wal_compression'")) !== 'true') return;
  await run(session, "alter system set wal_compression = 'lz4'", 'select pg_reload_conf()', 'select pg_sleep(0.2)');
}

async function describe(report: Report, session: Session): Promise<void> {
  report.fact('machine', {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  });
  report.fact('server', await value(session, 'select version()'));
  for (const name of [
    'shared_buffers',
    'max_wal_size',
    'wal_compression',
    'work_mem',
    'fsync',
    'synchronous_commit',
    'io_method',
    'full_page_writes',
  ]) {
    report.fact(name, await value(session, `show ${name}`));
  }
}
