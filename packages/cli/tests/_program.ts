/** The built program as its users run it: a process with arguments, two streams and an exit code. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import { loadStandards } from '@xincheng/usecases/platform';
import type { LoadedStandards } from '@xincheng/usecases/platform';
import { settingsIn } from '../src/environment.ts';
import { outputOf } from '../src/output.ts';
import { runLine } from '../src/program.ts';

export const ROOT = join(import.meta.dirname, '../../..');
export const DIST = join(ROOT, 'packages/cli/dist');
/** The units under whose names the example rows stand. */
export const LICENSOR = 'lc-shili-sp';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of standard output, parsed. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds where nothing was built; `npm test` has built before it starts. */
export function ensureBuilt(): void {
  if (existsSync(join(DIST, 'main.mjs')) && existsSync(join(ROOT, 'packages/server/dist/main.mjs'))) return;
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/setup.mjs')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
}

/** Starts the program; settings of whoever runs the tests do not reach it. */
export function start(args: readonly string[], { cwd = tmpdir(), env = {} }: RunOptions = {}): ChildProcessWithoutNullStreams {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('XINCHENG_')));
  return spawn(process.execPath, [join(DIST, 'main.mjs'), ...args], { cwd, env: { ...clean, ...env } });
}

/** Runs the program to its end. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return ended(start(args, options));
}

let loaded: Promise<LoadedStandards> | null = null;

/** The standards of this repository, read once for all command lines of a test. */
function standards(): Promise<LoadedStandards> {
  loaded ??= loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng')).then((read) => {
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  });
  return loaded;
}

/** Runs a command line in this process: the same program without the cost of starting it. What a process does (signals, streams) needs `run`. */
export async function runHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write: (part: Buffer, _encoding, done) => {
        said[name] += part.toString();
        done();
      },
    });
  let code: number | null = null;
  const output = outputOf(stream('stdout'), stream('stderr'));
  const environment = {
    ...settingsIn(env, ROOT),
    standards: env['XINCHENG_DISTRICT'] === undefined ? await standards() : null,
    isTerminal: false,
    interrupts: { onInterrupt: () => () => undefined, handOver: () => undefined, isInterrupted: () => false },
    now: () => new Date(),
    log: output.log,
  };
  await runLine(environment, args, output, (given) => {
    code = given;
  });
  return { code, ...said, json: lastLine(said.stdout) };
}

/** Waits for a started program. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr, json: lastLine(stdout) };
}

function lastLine(stdout: string): Ran['json'] {
  try {
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Ran['json'];
  } catch {
    return {};
  }
}

/** Code of the error a program told in JSON. */
export function errorCode({ json }: Ran): unknown {
  return (json['error'] as { code?: unknown } | undefined)?.code;
}

/** A data folder on a database of its own, and a folder for files. */
export interface Office {
  readonly home: string;
  readonly folder: string;
  readonly test: TestDatabase;
  readonly env: Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], more?: Readonly<Record<string, string>>) => Promise<Ran>;
  readonly close: () => Promise<void>;
}

/** Opens one; close it in `afterAll`. */
export async function openOffice(): Promise<Office> {
  const test = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'xincheng-cli-'));
  const home = join(folder, 'home');
  // The roles belong to the whole test server, so this home must know their passwords.
  await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, 'keys/database.json'), JSON.stringify(test.secrets), { mode: 0o600 });
  const env = { XINCHENG_HOME: home, XINCHENG_DATABASE_URL: test.ownerUrl };
  // Files are named as seen from the folder.
  process.chdir(folder);
  return {
    home,
    folder,
    test,
    env,
    run: (args, more = {}) => runHere(args, { ...env, ...more }),
    close: async () => {
      await test.close();
      process.chdir(ROOT);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
