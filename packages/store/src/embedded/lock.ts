import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, systemCode } from './problem.ts';
import { isAlive, pause, thisProcess } from './process.ts';
import type { ProcessRef } from './process.ts';

const POLL_MS = 50;
/** Older than this, a half-written lock or a reaper's guard belongs to a process that died in the middle of it. */
const ABANDONED_MS = 10_000;

/**
 * Runs `work` while no other process (nor another call in this one) holds the lock file.
 * Node has no flock, so the file names its holder; a dead holder's file is reaped under a guard of its own, so that of two waiters
 * only one removes it. PostgreSQL's own postmaster.pid remains the last line of defence.
 */
export async function withFileLock<T>(path: string, waitMs: number, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const release = await acquire(path, waitMs, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(path: string, waitMs: number, onWait: () => void): Promise<() => Promise<void>> {
  const deadline = Date.now() + waitMs;
  const mine = JSON.stringify({ ...thisProcess(), nonce: randomUUID() });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  for (let waited = false; ; waited = true) {
    if (await createOnly(path, mine)) {
      return async () => {
        if ((await readText(path)) === mine) await unlink(path);
      };
    }
    if (await isAbandoned(path)) {
      await reap(path);
      continue;
    }
    if (!waited) onWait();
    if (Date.now() > deadline)
      fail('busy', '另一个进程正在启动或停止本数据目录的数据库，等待超时；请稍后再试。', await readText(path));
    await pause(POLL_MS);
  }
}

async function createOnly(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = parseRef(await readText(path));
  if (holder !== null) return !isAlive(holder);
  return isOld(path);
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_MS;
}

async function reap(path: string): Promise<void> {
  const guard = `${path}.reap`;
  try {
    await (await open(guard, 'wx', 0o600)).close();
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    if (await isOld(guard)) await unlink(guard).catch(() => undefined);
    await pause(POLL_MS);
    return;
  }
  try {
    // Looked at again under the guard: between the first look and now another waiter may have taken the lock.
    if (await isAbandoned(path)) await unlink(path).catch(() => undefined);
  } finally {
    await unlink(guard).catch(() => undefined);
  }
}

function parseRef(text: string): ProcessRef | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('started' in value)) return null;
    return typeof value.pid === 'number' && typeof value.started === 'string' ? { pid: value.pid, started: value.started } : null;
  } catch {
    return null;
  }
}

/** Notes that this process uses the server; returns the note's path, to be given back to `removeUser`. */
export async function addUser(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${process.pid}-${randomUUID()}`);
  await writeFile(path, JSON.stringify(thisProcess()), { mode: 0o600 });
  return path;
}

/** Takes the note back and tells how many live uses of the server remain, this process's others among them. Notes of dead processes are cleared. */
export async function removeUser(folder: string, note: string): Promise<number> {
  await unlink(note).catch(() => undefined);
  let left = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const ref = parseRef(await readText(path));
    if (ref !== null && isAlive(ref)) left += 1;
    else await unlink(path).catch(() => undefined);
  }
  return left;
}
