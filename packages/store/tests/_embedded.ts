import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withClient } from '../src/connection/index.ts';
import { startEmbedded } from '../src/embedded/index.ts';
import type { EmbeddedOptions, EmbeddedProblem, EmbeddedServer } from '../src/embedded/index.ts';

export const IS_ROOT = process.getuid?.() === 0;
export const NOBODY = 65_534;
/** Tests need not wait for the disk, nor hold much memory. */
export const QUICK = { settings: { fsync: 'off' }, sharedBuffers: '32MB' } as const;

/** What the child process said. */
export interface Said {
  readonly pid: number;
  readonly port: number;
  readonly dataDir: string;
  readonly isAdopted: boolean;
  readonly ownerUrl: string;
  readonly lines: readonly string[];
  readonly error?: EmbeddedProblem;
}

/** Folders and servers of one test file, to be cleared at its end. */
export class Workshop {
  readonly #folders: string[] = [];
  readonly #servers: EmbeddedServer[] = [];
  readonly #children: ChildProcess[] = [];

  /** A new folder, open to others for passing through. */
  folder(name = 'embedded'): string {
    const folder = mkdtempSync(join(tmpdir(), `xincheng-${name}-`));
    spawnSync('chmod', ['755', folder]);
    this.#folders.push(folder);
    return folder;
  }

  /** Folders made by others that must go too. */
  alsoRemove(folder: string): void {
    this.#folders.push(folder);
  }

  async start(home: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
    const started = await startEmbedded({ ...QUICK, home, ...more });
    if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message} ${started.error.detail ?? ''}`);
    this.#servers.push(started.value);
    return started.value;
  }

  /** Starts the server from another process, perhaps of another user; resolves with what it said. */
  async startElsewhere(
    home: string,
    more: { uid?: number } & Partial<EmbeddedOptions> = {},
  ): Promise<{ child: ChildProcess; said: Said }> {
    const child = this.spawnChild(home, more);
    return { child, said: await firstLine(child) };
  }

  /** The same without waiting for the start. */
  spawnChild(home: string, more: { uid?: number } & Partial<EmbeddedOptions> = {}): ChildProcess {
    const orders = JSON.stringify({ ...QUICK, home, ...more });
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '_embedded-child.ts'), orders], {
      cwd: import.meta.dirname,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return child;
  }

  async clear(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    for (const server of this.#servers) {
      await server.stop();
      if (isRunning(server.pid)) process.kill(server.pid, 'SIGQUIT');
    }
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** The child's answer. */
export async function firstLine(child: ChildProcess): Promise<Said> {
  if (child.stdout === null) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as Said;
  throw new Error('the child said nothing');
}

/** Ends the child's input, so that it stops its server, and waits for its end. */
export async function endChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}

/** Kills as the system does when memory runs out: no chance to clean up. */
export async function killHard(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Where there is a /proc, a process that only waits to be collected is told from a running one.
  if (process.platform !== 'linux') return true;
  return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** First column of the first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  return withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  });
}

export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (holds()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  throw new Error(`waited in vain: ${what}`);
}
