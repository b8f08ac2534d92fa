/** kill -9 at random points of an import, then the same command again: the same rows and issues as an import that was left alone. */
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { openDatabase } from '@xincheng/store/connection';
import { startEmbedded } from '@xincheng/store/embedded';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const PROGRAM = join(ROOT, 'packages/cli/dist/main.mjs');
const ROWS = 20_000;
const TRIALS = Number(process.env['XINCHENG_KILLS'] ?? '50');
/** First starts that are killed. */
const STARTS = Number(process.env['XINCHENG_STARTS'] ?? '30');
const SEED = Number(process.env['XINCHENG_SEED'] ?? '1');
/** Every so many trials the database server dies as well. */
const SERVER_DIES_EVERY = 5;

let folder = '';
let file = '';
let reference: Fingerprint = { records: '', issues: '', count: 0 };
let fullMs = 0;

interface Fingerprint {
  readonly records: string;
  readonly issues: string;
  readonly count: number;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-kill-'));
  // Root's database server runs as another user and must get through to the homes.
  await chmod(folder, 0o711);
  file = join(folder, 'licence.csv');
  await run('reference', [
    'generate',
    '--dataset',
    'licence',
    '--rows',
    String(ROWS),
    '--seed',
    String(SEED),
    '--bad',
    '0.02',
    '--unit',
    'lc-shili-sp',
    '--out',
    file,
  ]);
  const started = performance.now();
  await run('reference', [...submission(file), '--json']);
  fullMs = performance.now() - started;
  reference = await fingerprint('reference');
}, 240_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it(`is the same after ${String(TRIALS)} kills, seed ${String(SEED)}`, { timeout: 2_400_000 }, async () => {
  expect(reference.count).toBeGreaterThan(ROWS * 0.9);
  let killed = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const home = `trial-${String(trial)}`;
    await mkdir(join(folder, home), { mode: 0o711 });
    await mkdir(join(folder, home, 'keys'), { mode: 0o700 });
    await cp(join(folder, 'reference/keys/keys.json'), join(folder, home, 'keys/keys.json'));
    const after = randomOf(String(trial)) * fullMs;
    if (await runAndKill(home, file, after, trial % SERVER_DIES_EVERY === 0)) killed += 1;
    const second = await run(home, [...submission(file), '--json']);
    expect(
      JSON.parse(second.trim().split('\n').at(-1) ?? '{}'),
      `trial ${String(trial)} after ${after.toFixed(0)} ms`,
    ).toMatchObject({ rows: ROWS });
    expect(await fingerprint(home), `trial ${String(trial)} after ${after.toFixed(0)} ms`).toEqual(reference);
    await rm(join(folder, home), { recursive: true, force: true });
  }
  process.stdout.write(`${String(killed)} of ${String(TRIALS)} were killed in the middle\n`);
  expect(killed).toBeGreaterThan(TRIALS / 2);
});

/** Keys, cluster, database, roles, migrations, standards: whatever is half-made, the next start makes whole. */
it(`finishes a first start that was killed anywhere, seed ${String(SEED)}`, { timeout: 600_000 }, async () => {
  const small = join(folder, 'small.csv');
  const generate = ['generate', '--dataset', 'licence', '--rows', '20', '--seed', '1', '--unit', 'lc-shili-sp', '--out', small];
  await run('start', generate);
  const started = performance.now();
  await run('start', [...submission(small), '--json']);
  const wholeMs = performance.now() - started;
  let killed = 0;
  for (let trial = 0; trial < STARTS; trial += 1) {
    const home = `start-${String(trial)}`;
    const after = randomOf(`start/${String(trial)}`) * wholeMs;
    if (await runAndKill(home, small, after, false)) killed += 1;
    const second = await run(home, [...submission(small), '--json']);
    const where = `start ${String(trial)} after ${after.toFixed(0)} ms`;
    expect(JSON.parse(second.trim().split('\n').at(-1) ?? '{}'), where).toMatchObject({ rows: 20, rejected: 0 });
    await rm(join(folder, home), { recursive: true, force: true });
  }
  process.stdout.write(`${String(killed)} of ${String(STARTS)} starts were killed\n`);
  expect(killed).toBeGreaterThan(STARTS / 2);
});

function submission(path: string): string[] {
  return ['submit', path, '--dataset', 'licence', '--unit', 'lc-shili-sp'];
}

/** The same numbers for the same seed. */
function randomOf(trial: string): number {
  return (
    createHash('sha256')
      .update(`${String(SEED)}/${trial}`)
      .digest()
      .readUInt32BE(0) /
    2 ** 32
  );
}

async function run(home: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, XINCHENG_HOME: join(folder, home) } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${output}${errors}`);
  return output;
}

/** Starts a submission and kills it; true when it was still running. */
async function runAndKill(home: string, path: string, afterMs: number, withServer: boolean): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...submission(path), '--json'], {
    env: { ...process.env, XINCHENG_HOME: join(folder, home) },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const isRunning = await Promise.race([
    ended.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), afterMs)),
  ]);
  child.kill('SIGKILL');
  if (withServer) await killServer(home);
  await ended;
  return isRunning;
}

async function killServer(home: string): Promise<void> {
  const server = await startEmbedded({ home: join(folder, home) });
  if (server.ok) process.kill(server.value.pid, 'SIGKILL');
}

/** Everything that must be equal: records with their content, issues with their words. */
async function fingerprint(home: string): Promise<Fingerprint> {
  const server = await startEmbedded({ home: join(folder, home) });
  if (!server.ok) throw new Error(server.error.message);
  const database = openDatabase({ ownerUrl: server.value.ownerUrl, secrets: server.value.secrets });
  try {
    const records = await database.owner.query<{ digest: string; count: string }>(
      `select md5(string_agg(concat_ws('|', record_id, subject_key, number, decided_on, content_hash, version, state, row_no), ',' order by record_id)) as digest, count(*)::text as count from credit_record`,
    );
    const issues = await database.owner.query<{ digest: string }>(
      `select md5(string_agg(concat_ws('|', row_no, code, value, message), ',' order by row_no, ordinal)) as digest from intake_issue`,
    );
    const waits = await database.owner.query<{ digest: string }>(
      `select md5(string_agg(record_id::text, ',' order by record_id)) as digest from intake_waiting where state = 'waiting'`,
    );
    return {
      records: `${records.rows[0]?.digest ?? ''}/${waits.rows[0]?.digest ?? ''}`,
      issues: issues.rows[0]?.digest ?? '',
      count: Number(records.rows[0]?.count),
    };
  } finally {
    await database.close();
    await server.value.stop();
  }
}
