/**
 * The keys folder: `keys.json`, readable by its owner alone. It lies outside the data folder's backup on purpose: a stolen backup then
 * opens nothing, and whoever keeps the two copies apart can lose one of them.
 */
import { chmod, link, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { isAlgorithmAvailable, makeKeyRing } from './key-ring.ts';
import type { KeyRing, SealAlgorithm } from './key-ring.ts';
import { keyRingText, parseKeyRing } from './key-text.ts';

/** `keys-missing`: and none may be made. `keys-algorithm`: this build of Node lacks it. `keys-busy`: another process is changing the keys. */
export type KeyRingProblemCode =
  | 'keys-missing'
  | 'keys-readable-by-others'
  | 'keys-damaged'
  | 'keys-incomplete'
  | 'keys-algorithm'
  | 'keys-busy'
  | 'keys-folder';

/** Why there is no key ring: a code, one Chinese sentence, and the file or folder it is about. */
export interface KeyRingProblem {
  readonly code: KeyRingProblemCode;
  readonly message: string;
  readonly path: string;
}

const FILE = 'keys.json';
const UNPLACED = `.${FILE}.`;
const LOCK = 'keys.lock';
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const FOR_OTHERS = 0o077;
const WRITABLE_BY_OTHERS = 0o022;
/** Windows keeps no such bits, and opens no folders. */
const IS_WINDOWS = process.platform === 'win32';

/** Where the keys lie unless said otherwise: `keys` in the data folder, which the backup leaves out. */
export function keysFolderOf(home: string): string {
  return join(home, 'keys');
}

/** How a key ring is opened. */
export interface OpenKeyRing {
  readonly now: Date;
  /** True only while there are no data: new keys beside old data would make them unreadable for good without anyone noticing. */
  readonly mayCreate: boolean;
  /** For new keys; keys that exist keep theirs until they are rotated. */
  readonly algorithm?: SealAlgorithm;
}

/** The key ring of the folder; made on the first start. Two first starts at once get the same keys. */
export async function openKeyRing(folder: string, options: OpenKeyRing): Promise<Result<KeyRing, KeyRingProblem>> {
  const loaded = await loadKeyRing(folder);
  if (loaded.ok || loaded.error.code !== 'keys-missing' || !options.mayCreate) return loaded;
  if (options.algorithm !== undefined && !isAlgorithmAvailable(options.algorithm))
    return err(problem('keys-algorithm', folder, options.algorithm));
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    await chmod(folder, FOLDER_MODE);
    const fresh = await writeBeside(folder, makeKeyRing(options));
    await placeFirst(fresh, join(folder, FILE));
    await syncFolder(folder);
  } catch (thrown) {
    return err(problem('keys-folder', folder, errorCode(thrown)));
  }
  return loadKeyRing(folder);
}

/** Reads the key ring of the folder; refuses files that others could read or change. */
export async function loadKeyRing(folder: string): Promise<Result<KeyRing, KeyRingProblem>> {
  const path = join(folder, FILE);
  let text: string;
  try {
    const open = await openToOthers(folder, path);
    if (open !== null) return err(problem('keys-readable-by-others', open));
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const code = errorCode(thrown);
    return err(code === 'ENOENT' ? problem('keys-missing', path) : problem('keys-folder', path, code));
  }
  const ring = parseKeyRing(text);
  return ring.ok ? ring : err(problem(ring.error.code, path, ring.error.where));
}

/**
 * Changes the keys on disk, for instance by `rotateSealKey`: reads them anew under a lock, so that two rotations at once cannot lose a
 * key that has already sealed something. Throws when the change drops a key.
 */
export async function changeKeyRing(
  folder: string,
  change: (ring: KeyRing) => KeyRing,
): Promise<Result<KeyRing, KeyRingProblem>> {
  const lock = join(folder, LOCK);
  try {
    const handle = await open(lock, 'wx', FILE_MODE);
    await handle.close();
  } catch (thrown) {
    const code = errorCode(thrown);
    return err(
      code === 'EEXIST' ? problem('keys-busy', lock) : problem(code === 'ENOENT' ? 'keys-missing' : 'keys-folder', folder, code),
    );
  }
  try {
    await dropLeftovers(folder);
    const before = await loadKeyRing(folder);
    if (!before.ok) return before;
    const after = change(before.value);
    if (!keepsAllKeys(before.value, after)) throw new Error('a change of the key ring must keep every key');
    return await replaceKeyFile(folder, after);
  } finally {
    await rm(lock, { force: true });
  }
}

async function replaceKeyFile(folder: string, ring: KeyRing): Promise<Result<KeyRing, KeyRingProblem>> {
  try {
    await rename(await writeBeside(folder, ring), join(folder, FILE));
    await syncFolder(folder);
  } catch (thrown) {
    return err(problem('keys-folder', folder, errorCode(thrown)));
  }
  return ok(ring);
}

/** Files of a process that died before it could place them. */
async function dropLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.startsWith(UNPLACED)) await rm(join(folder, name), { force: true });
}

function keepsAllKeys(before: KeyRing, after: KeyRing): boolean {
  const holds = (keys: KeyRing['seal'] | KeyRing['blind'], id: string): boolean => keys.some((key) => key.id === id);
  return (
    before.seal.every(({ id }) => holds(after.seal, id)) &&
    before.blind.every(({ id }) => holds(after.blind, id)) &&
    before.row.key.equals(after.row.key) &&
    before.subject.key.equals(after.subject.key)
  );
}

/** Writes the ring to a new file in the folder, on the disk before it gets its name. */
async function writeBeside(folder: string, ring: KeyRing): Promise<string> {
  const path = join(folder, `${UNPLACED}${randomUUID()}`);
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await handle.writeFile(keyRingText(ring));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return path;
}

/** Gives the first file its name unless another process was faster; a link never replaces what is there. */
async function placeFirst(fresh: string, path: string): Promise<void> {
  try {
    await link(fresh, path);
  } catch (thrown) {
    if (errorCode(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(fresh, { force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (IS_WINDOWS) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The path that others than the owner may read (the file) or change (the folder), or null. */
async function openToOthers(folder: string, path: string): Promise<string | null> {
  const { mode } = await stat(path);
  if (IS_WINDOWS) return null;
  if ((mode & FOR_OTHERS) !== 0) return path;
  return ((await stat(folder)).mode & WRITABLE_BY_OTHERS) === 0 ? null : folder;
}

function errorCode(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  throw thrown;
}

function problem(code: KeyRingProblemCode, path: string, detail = ''): KeyRingProblem {
  return { code, path, message: sentence(code, path, detail) };
}

function sentence(code: KeyRingProblemCode, path: string, detail: string): string {
  switch (code) {
    case 'keys-missing':
      return `找不到密钥文件 ${path}：已有数据是用它加密的，请从密钥备份中恢复，不要另建。`;
    case 'keys-readable-by-others':
      return `密钥文件或目录 ${path} 可被其他用户访问，请把目录权限改为 700、文件权限改为 600 后再启动。`;
    case 'keys-damaged':
      return `密钥文件 ${path} 已损坏（${detail}），请从密钥备份中恢复。`;
    case 'keys-incomplete':
      return `密钥文件 ${path} 缺少 ${detail} 密钥，请从密钥备份中恢复完整的文件。`;
    case 'keys-algorithm':
      return `当前的 Node 不支持加密算法 ${detail}（${path}），请换用带国密算法的版本。`;
    case 'keys-busy':
      return `另一个进程正在更换密钥；如果确认没有，请删除 ${path} 后重试。`;
    case 'keys-folder':
      return `无法读写密钥目录 ${path}（${detail}），请检查目录的所有者、权限和磁盘空间。`;
  }
}
