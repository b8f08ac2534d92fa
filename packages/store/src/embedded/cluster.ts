/** Making a cluster, and its settings. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, systemCode } from './problem.ts';
import { SERVER_ENVIRONMENT } from './process.ts';
import type { ServerUser } from './process.ts';

/** Server settings by name; values as they stand in postgresql.conf, without quotes. */
export type ServerSettings = Readonly<Record<string, string>>;

/** What a new cluster needs. */
export interface NewCluster {
  readonly binFolder: string;
  readonly dataDir: string;
  readonly user: ServerUser | null;
  readonly password: string;
  readonly home: string;
  /** Waits for the disk; only tests do without. */
  readonly isDurable: boolean;
  readonly bytesNeeded: number;
}

const SETTINGS_FILE = 'xincheng.conf';

/**
 * Locales to try, best first. C.UTF-8 is everywhere on Linux; older macOS has no such locale. A plain C character type must not be
 * fallen back to: under it Chinese text has no trigrams.
 */
const LOCALES = [['--locale=C.UTF-8'], ['--locale=C', '--lc-ctype=en_US.UTF-8'], ['--locale=C', '--lc-ctype=zh_CN.UTF-8']];

/** Whether a finished cluster lies here: it gets its name only when done, so a half-made one never looks like one. */
export function hasCluster(dataDir: string): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
}

/** Refuses a cluster of another major version before the server would. */
export async function checkMajor(dataDir: string, major: number): Promise<void> {
  const written = Number((await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim());
  if (written !== major) {
    fail(
      'data-version',
      `数据库文件由 PostgreSQL ${written} 建立，而内置数据库是 ${major}，不能直接打开；请用原版本导出备份，再在新版本中恢复。`,
      dataDir,
    );
  }
}

/** Makes the cluster under a passing name and then gives it its own; leftovers of a start that was killed are cleared first. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const parent = dirname(cluster.dataDir);
  await clearUnfinished(cluster.dataDir);
  await needSpace(parent, cluster.bytesNeeded);
  const unfinished = `${cluster.dataDir}.new-${process.pid}`;
  const passwordFile = `${unfinished}.key`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600, flag: 'wx' });
    await giveTo(cluster.user, unfinished, passwordFile);
    await runInitdb(cluster, unfinished, passwordFile);
    const conf = join(unfinished, 'postgresql.conf');
    await appendFile(conf, `\ninclude '${SETTINGS_FILE}'\ninclude 'local.conf'\n`);
    const notes = {
      [SETTINGS_FILE]: '',
      'local.conf': '# Settings of this machine; they win over xincheng.conf, which every start writes anew.\n',
      'xincheng-home': cluster.home,
    };
    for (const [name, text] of Object.entries(notes)) {
      await writeFile(join(unfinished, name), text, { mode: 0o600 });
      await giveTo(cluster.user, join(unfinished, name));
    }
    await rename(unfinished, cluster.dataDir);
  } catch (error) {
    if (systemCode(error) === 'ENOSPC') fail('disk-full', `磁盘空间不足，无法在 ${parent} 建立数据库。`, String(error));
    if (systemCode(error) === 'ENOTEMPTY')
      fail('init-failed', `目录 ${cluster.dataDir} 中有不属于数据库的文件，请移走后重试。`, String(error));
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
    await removeAll(unfinished);
  }
}

/** Patiently: the initdb of a start that was killed may still be writing. */
async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function clearUnfinished(dataDir: string): Promise<void> {
  const parent = dirname(dataDir);
  for (const name of await readdir(parent).catch(() => [])) {
    if (name.startsWith(`${basename(dataDir)}.new-`)) await removeAll(join(parent, name));
  }
}

/** An empty cluster takes 40 MB and its first checkpoints several times that; to fail now is kinder than half-way through an import. */
async function needSpace(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (free < bytes) {
    fail(
      'disk-full',
      `磁盘空间不足：${folder} 仅余 ${Math.floor(free / 1e6)} MB，建立数据库至少需要 ${Math.ceil(bytes / 1e6)} MB。`,
    );
  }
}

async function giveTo(user: ServerUser | null, ...files: string[]): Promise<void> {
  if (user === null) return;
  for (const file of files) await chown(file, user.uid, user.gid);
}

async function runInitdb(cluster: NewCluster, folder: string, passwordFile: string): Promise<void> {
  let said = '';
  for (const locale of LOCALES) {
    const options = [
      '-D',
      folder,
      '-U',
      'postgres',
      '--encoding=UTF8',
      ...locale,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ];
    if (!cluster.isDurable) options.push('--no-sync');
    const run = await runProgram(join(cluster.binFolder, 'bin', 'initdb'), options, cluster.user);
    if (run.status === 0) return;
    said = run.said;
    if (!/invalid locale name|locale .* (is )?not (supported|recognized)|encoding mismatch/i.test(said)) break;
  }
  if (/No space left on device|Disk quota exceeded/.test(said))
    fail('disk-full', '磁盘空间不足，建立数据库中断；请清理磁盘后重试。', said);
  if (/could not look up effective user ID/.test(said)) {
    fail(
      'user-without-name',
      '当前用户编号在系统用户表中没有名称，内置数据库无法启动：请换用有名称的用户，或者用环境变量 XINCHENG_DATABASE_URL 指明一个 PostgreSQL 服务器。',
      said,
    );
  }
  fail('init-failed', '建立内置数据库失败，原因见详情。', said);
}

async function runProgram(
  path: string,
  options: readonly string[],
  user: ServerUser | null,
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(path, options, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: SERVER_ENVIRONMENT, ...user });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (error) => resolve({ status: null, said: String(error) }));
    child.on('close', (status) => resolve({ status, said: said.trim().split('\n').slice(-12).join('\n') }));
  });
}

/** The settings of a trial or pilot on one machine; what the caller names wins. */
export function settingsFor(
  port: number,
  sharedBuffers: string,
  walCompression: 'lz4' | null,
  named: ServerSettings,
): ServerSettings {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket's path may hold 107 bytes, and a home in a deep folder is longer; nobody needs the socket.
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: sharedBuffers,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    ...(walCompression === null ? {} : { wal_compression: walCompression }),
    // After a large import the visibility map is soon set, so that the next one is answered from the index alone.
    autovacuum_naptime: '15s',
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    password_encryption: 'scram-sha-256',
    ...named,
  };
}

/** Writes the settings file that postgresql.conf includes. */
export async function writeSettings(dataDir: string, user: ServerUser | null, settings: ServerSettings): Promise<void> {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
  );
  const path = join(dataDir, SETTINGS_FILE);
  await writeFile(`${path}.new`, `${lines.join('\n')}\n`, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await giveTo(user, `${path}.new`);
  await rename(`${path}.new`, path);
}
