/** Files the launcher keeps in the data folder (home). */
import { randomUUID } from 'node:crypto';
import { access, chown, constants, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, systemCode } from './problem.ts';

/** What is remembered between starts: without it a home whose data was lost would silently begin anew, empty. */
export interface Remembered {
  readonly dataDir: string;
  readonly port: number;
  readonly walCompression: 'lz4' | null;
}

/** Paths inside a home. */
export interface HomePaths {
  readonly home: string;
  readonly postgres: string;
  readonly keys: string;
  readonly logs: string;
  readonly lock: string;
  readonly users: string;
  readonly remembered: string;
}

/** Makes the home where it is missing and gives its paths, links resolved. */
export async function openHome(home: string): Promise<HomePaths> {
  try {
    // Root's home must let the server's user through to its data (keys have a closed folder of their own); an ordinary user's need not.
    await mkdir(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    const real = await realpath(home);
    for (const folder of ['logs', 'run']) await mkdir(join(real, folder), { recursive: true, mode: 0o700 });
    await access(join(real, 'run'), constants.W_OK | constants.X_OK);
    for (const folder of ['logs', 'run']) await giveToOwner(join(real, folder), real);
    return {
      home: real,
      postgres: join(real, 'postgres'),
      keys: join(real, 'keys'),
      logs: join(real, 'logs'),
      lock: join(real, 'run', 'database.lock'),
      users: join(real, 'run', 'database-users'),
      remembered: join(real, 'postgres.json'),
    };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOSPC') fail('disk-full', `磁盘空间不足，无法写入数据目录 ${home}。`, String(error));
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
      fail(
        'home-not-writable',
        `数据目录 ${home} 不可写：请检查其属主和权限，或用环境变量 XINCHENG_HOME 另行指定。`,
        String(error),
      );
    }
    throw error;
  }
}

/** Reads what an earlier start noted; null on the first. */
export async function readRemembered(paths: HomePaths): Promise<Remembered | null> {
  const text = await readFile(paths.remembered, 'utf8').catch(() => null);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('dataDir' in value) || !('port' in value)) return null;
  const walCompression = 'walCompression' in value && value.walCompression === 'lz4' ? 'lz4' : null;
  return { dataDir: String(value.dataDir), port: Number(value.port), walCompression };
}

/** Notes for the next start, whole or not at all. */
export async function writeRemembered(paths: HomePaths, remembered: Remembered): Promise<void> {
  await writeWhole(paths.remembered, `${JSON.stringify(remembered, null, 2)}\n`);
  await giveToOwner(paths.remembered, paths.home);
}

/** Writes a private file that is never seen half-written. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, path);
}

/** What root writes in another user's home becomes that user's: one start with sudo must not lock the user out for ever after. */
export async function giveToOwner(path: string, home: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const owner = await stat(home);
  if (owner.uid !== 0) await chown(path, owner.uid, owner.gid);
}
