/**
 * Who the server runs as and where its data lies.
 *
 * Ordinary user: the server is that user's, programs are used where npm put them, data lies in `<home>/postgres`.
 * Root: PostgreSQL refuses to run as root, so the server runs as the owner of existing data, else as the owner of the home, else as
 * nobody. No account is made or changed. Data lies in `<home>/postgres` when that user can reach it; when the home is closed to
 * others (0700), in `/var/lib/xincheng-<hash of the home's path>` (or /var/tmp where /var/lib cannot be written), and
 * `<home>/postgres.json` remembers where.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HomePaths, Remembered } from './home.ts';
import { fail, systemCode } from './problem.ts';
import { SERVER_ENVIRONMENT } from './process.ts';
import type { ServerUser } from './process.ts';
import { readPostmaster, stopPostmaster } from './postmaster.ts';

/** Where one home's cluster lies and who owns it; `user` null means this process's own user. */
export interface Place {
  readonly dataDir: string;
  readonly user: ServerUser | null;
}

const NOBODY: ServerUser = process.platform === 'darwin' ? { uid: -2, gid: -2 } : { uid: 65_534, gid: 65_534 };
const OUTSIDE_HOME = ['/var/lib', '/var/tmp'];

/** Decides the place, and refuses where an existing cluster cannot be used by whoever starts it. */
export async function choosePlace(paths: HomePaths, remembered: Remembered | null, log: (line: string) => void): Promise<Place> {
  const known = remembered?.dataDir;
  const asRoot = process.getuid?.() === 0;
  if (known !== undefined && known !== paths.postgres && isOutside(known)) return outsidePlace(paths, known);
  if (await holdsSomething(paths.postgres)) return { dataDir: paths.postgres, user: await ownerOf(paths.postgres, asRoot) };
  if (known !== undefined) refuseMissing(known);
  if (!asRoot) return { dataDir: paths.postgres, user: null };
  const home = await stat(paths.home);
  const user = home.uid === 0 ? NOBODY : { uid: home.uid, gid: home.gid };
  if (canReach(user, paths.home)) return { dataDir: paths.postgres, user };
  const outside = await outsideFolder(paths.home, user);
  await setAsideOrphan(join(outside, 'postgres'), paths, log);
  return { dataDir: join(outside, 'postgres'), user };
}

/** A folder that cannot be listed is somebody's, so it counts. */
async function holdsSomething(folder: string): Promise<boolean> {
  return existsSync(folder) && (await readdir(folder).catch(() => ['closed'])).length > 0;
}

function isOutside(dataDir: string): boolean {
  return OUTSIDE_HOME.some((folder) => dataDir.startsWith(`${folder}/xincheng-`));
}

async function outsidePlace(paths: HomePaths, dataDir: string): Promise<Place> {
  if (!existsSync(dataDir)) refuseMissing(dataDir);
  const asRoot = process.getuid?.() === 0;
  const user = await ownerOf(dataDir, asRoot);
  const writtenHome = await readFile(join(dataDir, 'xincheng-home'), 'utf8').catch(() => paths.home);
  // A copied home would share the original's data without anyone noticing; a moved one is welcome.
  if (writtenHome !== paths.home && existsSync(join(writtenHome, 'postgres.json'))) {
    fail(
      'data-elsewhere',
      `数据目录 ${paths.home} 是 ${writtenHome} 的副本，二者不能共用同一数据库；请用备份恢复的方式建立副本。`,
      dataDir,
    );
  }
  return { dataDir, user };
}

function refuseMissing(dataDir: string): never {
  fail(
    'data-missing',
    `数据库文件目录 ${dataDir} 不见了：请从备份恢复；确认要从空库重新开始，请先移走数据目录中的 postgres.json。`,
  );
}

async function ownerOf(dataDir: string, asRoot: boolean): Promise<ServerUser | null> {
  const found = await stat(dataDir);
  if (asRoot && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  if (asRoot) fail('data-owner', `数据库文件目录 ${dataDir} 属于 root，而数据库不能以 root 身份运行；请把其属主改为普通用户。`);
  if (found.uid === process.getuid?.()) return null;
  fail('data-owner', `数据库文件目录 ${dataDir} 属于另一个用户（uid ${found.uid}）：请用该用户或 root 启动。`);
}

/** Asked of the kernel rather than worked out from modes: access lists and mounts count too. */
function canReach(user: ServerUser, folder: string): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -x .', 'sh', folder], {
    cwd: '/',
    stdio: 'ignore',
    env: SERVER_ENVIRONMENT,
    ...user,
  });
  const code = systemCode(run.error);
  if (code === 'EPERM' || code === 'EINVAL') {
    fail(
      'cannot-change-user',
      '当前环境不允许以其他用户身份启动数据库：请改用普通用户运行，或者用环境变量 XINCHENG_DATABASE_URL 指明一个 PostgreSQL 服务器。',
      String(run.error),
    );
  }
  return run.status === 0;
}

/** Where a copy of the programs may lie: beside data that is outside the home, else in the home of an ordinary user. */
export async function folderForCopies(paths: HomePaths, place: Place): Promise<string> {
  if (isOutside(place.dataDir)) return dirname(place.dataDir);
  return place.user === null ? paths.home : outsideFolder(paths.home, place.user);
}

/** The folder of this home's files that the server's user can reach; made and owned by root, passable, not listable. */
async function outsideFolder(home: string, user: ServerUser): Promise<string> {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16);
  let last: unknown;
  for (const base of OUTSIDE_HOME) {
    const folder = join(base, `xincheng-${hash}`);
    try {
      await mkdir(folder, { recursive: true });
      const found = await lstat(folder);
      // /var/tmp is open to all: a folder someone else put there first is not ours to trust.
      if (!found.isDirectory() || found.uid !== process.getuid?.()) continue;
      await chmod(folder, 0o711);
      if (canReach(user, folder)) return folder;
    } catch (error) {
      last = error;
    }
  }
  fail(
    'home-not-writable',
    `数据库用户无法进入数据目录 ${home}，且 ${OUTSIDE_HOME.join('、')} 均不可写：请用环境变量 XINCHENG_HOME 另行指定。`,
    String(last),
  );
}

/**
 * The home was removed and made again, but its data outside stayed. Its keys are gone with the home, so it can only be put aside,
 * never deleted: somebody may still want it.
 */
async function setAsideOrphan(dataDir: string, paths: HomePaths, log: (line: string) => void): Promise<void> {
  if (!existsSync(dataDir)) return;
  if ((await readdir(paths.keys).catch(() => [])).length > 0) {
    fail(
      'data-elsewhere',
      `数据目录 ${paths.home} 中的 postgres.json 不见了，但 ${dataDir} 中仍有其数据库：请从备份恢复该文件。`,
    );
  }
  const running = await readPostmaster(dataDir);
  if (running !== null) await stopPostmaster(running);
  const aside = `${dataDir}.aside-${new Date().toISOString().replaceAll(/[:.]/g, '')}`;
  await rename(dataDir, aside);
  log(`数据目录是新建的，原有的数据库文件已移到 ${aside}。`);
}
