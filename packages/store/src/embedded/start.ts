import { createServer } from 'node:net';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withClient } from '../connection/client.ts';
import { databaseSecrets, readSecrets } from '../connection/secrets.ts';
import type { DatabaseSecrets } from '../connection/secrets.ts';
import { hasChineseTrigrams } from '../connection/server-checks.ts';
import { findBinaries, prepareBinaries } from './binaries.ts';
import type { UsableBinaries } from './binaries.ts';
import { checkMajor, createCluster, hasCluster, settingsFor, writeSettings } from './cluster.ts';
import type { ServerSettings } from './cluster.ts';
import { giveToOwner, openHome, readRemembered, writeRemembered } from './home.ts';
import type { HomePaths, Remembered } from './home.ts';
import { addUser, removeUser, withFileLock } from './lock.ts';
import { choosePlace, folderForCopies } from './place.ts';
import type { Place } from './place.ts';
import { ask, clearForeignPid, launch, readPostmaster, stopPostmaster } from './postmaster.ts';
import { EmbeddedFailure, fail } from './problem.ts';
import type { EmbeddedProblem } from './problem.ts';
import { pause } from './process.ts';

/** What the embedded server may be told. */
export interface EmbeddedOptions {
  /** The data folder; made where missing. */
  readonly home: string;
  /** 'auto': the npm package of this platform. Else a folder with `bin/postgres` and `bin/initdb`. */
  readonly binaries?: string;
  readonly log?: (line: string) => void;
  /** A port that must be used; without it a free one is found and remembered. */
  readonly port?: number;
  /** Default 256MB. */
  readonly sharedBuffers?: string;
  /** More settings, or others: they win. `fsync: 'off'` also makes the first start not wait for the disk. */
  readonly settings?: ServerSettings;
  /** How long to wait for the server, crash recovery included; default ten minutes. */
  readonly timeoutMs?: number;
  /** Free bytes without which no cluster is made; default 300 MB. */
  readonly bytesNeeded?: number;
  /** Such as 'linux-x64'; default this machine's. */
  readonly platform?: string;
}

/** A running embedded server. */
export interface EmbeddedServer {
  /** Superuser's address of the database `xincheng`; holds the password, so never log it. */
  readonly ownerUrl: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly secrets: DatabaseSecrets;
  /** Whether the server was already running: started by another process, or left behind by one that was killed. */
  readonly isAdopted: boolean;
  /** Gives the server back; it stops when nobody else uses it. Calling twice does nothing. */
  readonly stop: () => Promise<void>;
}

interface Context {
  readonly options: EmbeddedOptions;
  readonly paths: HomePaths;
  readonly log: (line: string) => void;
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly isAdopted: boolean;
  readonly dataDir: string;
  readonly secrets: DatabaseSecrets;
}

const HOST = '127.0.0.1';
const DATABASE = 'xincheng';
const TIMEOUT_MS = 600_000;
const BYTES_NEEDED = 300_000_000;
/** How long a dead server's lock may take to be reaped by the system: its children hold shared memory until they notice. */
const STALE_LOCK_MS = 30_000;

/**
 * Starts PostgreSQL for this home, or adopts the one that already runs for it. Several processes may call it at once: one starts
 * the server, the others adopt it, and the last to `stop` stops it. A process that dies without stopping leaves the server running
 * for the next start to adopt.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer, EmbeddedProblem>> {
  try {
    const context: Context = { options, paths: await openHome(options.home), log: options.log ?? (() => undefined) };
    return ok(await underLock(context, async () => present(context, await adoptOrStart(context))));
  } catch (error) {
    if (error instanceof EmbeddedFailure) return err(error.problem);
    throw error;
  }
}

async function underLock<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const waitMs = (context.options.timeoutMs ?? TIMEOUT_MS) + 60_000;
  return withFileLock(context.paths.lock, waitMs, () => context.log('另一个进程正在启动或停止数据库，稍候……'), work);
}

async function present(context: Context, running: Running): Promise<EmbeddedServer> {
  const note = await addUser(context.paths.users);
  await giveToOwner(context.paths.users, context.paths.home);
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await underLock(context, async () => {
      if ((await removeUser(context.paths.users, note)) > 0) return;
      const postmaster = await readPostmaster(running.dataDir);
      if (postmaster?.pid === running.pid) await stopPostmaster(postmaster);
    });
  };
  const { pid, port, dataDir, secrets, isAdopted } = running;
  const ownerUrl = `postgres://postgres:${encodeURIComponent(secrets.superuser)}@${HOST}:${port}/${DATABASE}`;
  return { ownerUrl, host: HOST, port, pid, dataDir, secrets, isAdopted, stop };
}

async function adoptOrStart(context: Context): Promise<Running> {
  const { paths, options, log } = context;
  const remembered = await readRemembered(paths);
  const place = await choosePlace(paths, remembered, log);
  const isNew = !hasCluster(place.dataDir);
  const secrets = await secretsFor(paths, place, isNew);
  if (!isNew) {
    const adopted = await adopt(place, secrets, options.timeoutMs ?? TIMEOUT_MS);
    if (adopted !== null) {
      // Whoever started it may have been killed before its first start was done.
      if (remembered === null) await finishStart(paths, place, adopted.port, secrets);
      return { ...adopted, isAdopted: true, dataDir: place.dataDir, secrets };
    }
  }
  const binaries = await usableBinaries(context, place);
  if (isNew) {
    log('首次启动：正在建立内置数据库……');
    await createCluster({
      binFolder: binaries.folder,
      dataDir: place.dataDir,
      user: place.user,
      password: secrets.superuser,
      home: paths.home,
      isDurable: options.settings?.['fsync'] !== 'off',
      bytesNeeded: options.bytesNeeded ?? BYTES_NEEDED,
    });
  } else {
    await checkMajor(place.dataDir, binaries.major);
    await clearForeignPid(place.dataDir);
  }
  const started = await startServer(context, place, binaries, remembered);
  try {
    await finishStart(paths, place, started.port, secrets);
  } catch (error) {
    const postmaster = await readPostmaster(place.dataDir);
    if (postmaster !== null) await stopPostmaster(postmaster);
    throw error;
  }
  return { ...started, isAdopted: false, dataDir: place.dataDir, secrets };
}

/** The last of a start: the database is there, and it is remembered where. What is remembered was therefore done. */
async function finishStart(paths: HomePaths, place: Place, port: number, secrets: DatabaseSecrets): Promise<void> {
  const walCompression = await prepareDatabase(port, secrets);
  await writeRemembered(paths, { dataDir: place.dataDir, port, walCompression });
}

/** Passwords are made once, with the cluster; a cluster whose passwords are lost must not get new ones that do not fit. */
async function secretsFor(paths: HomePaths, place: Place, isNew: boolean): Promise<DatabaseSecrets> {
  const found = await readSecrets(paths.home);
  if (found.ok) return found.value;
  if (found.error === 'unreadable')
    fail('home-not-writable', `口令文件 ${paths.keys}/database.json 无法读取：请检查其属主和权限。`);
  if (found.error === 'damaged') fail('keys-damaged', `口令文件 ${paths.keys}/database.json 已损坏：请从密钥备份恢复。`);
  if (!isNew)
    fail(
      'keys-missing',
      `口令文件 ${paths.keys}/database.json 不见了，无法登录已有的数据库 ${place.dataDir}：请从密钥备份恢复该文件。`,
    );
  const made = await databaseSecrets(paths.home);
  await giveToOwner(paths.keys, paths.home);
  await giveToOwner(join(paths.keys, 'database.json'), paths.home);
  return made;
}

/** Looks for a running server of ours; waits while it is still recovering. */
async function adopt(place: Place, secrets: DatabaseSecrets, timeoutMs: number): Promise<{ pid: number; port: number } | null> {
  const deadline = Date.now() + timeoutMs;
  let silences = 0;
  while (Date.now() < deadline) {
    const running = await readPostmaster(place.dataDir);
    if (running === null) return null;
    const answer = await ask(running.port, secrets.superuser, place.dataDir);
    if (answer === 'ours') return { pid: running.pid, port: running.port };
    // Silence for a few seconds: stopping, or a stale file; the launch that follows sorts these out.
    if (answer !== 'starting') silences += 1;
    if (silences > 15 || (answer === 'stranger' && silences > 2)) return null;
    if (isUnrelated(running.isReady, answer)) return null;
    await pause(200);
  }
  return null;
}

function isUnrelated(isReady: boolean, answer: string): boolean {
  return isReady && answer === 'silent';
}

async function usableBinaries(context: Context, place: Place): Promise<UsableBinaries> {
  const { options, paths } = context;
  const named = options.binaries ?? 'auto';
  const found =
    named === 'auto' ? findBinaries(options.platform ?? `${process.platform}-${process.arch}`) : { folder: named, version: '' };
  return prepareBinaries(found, place.user, async () => folderForCopies(paths, place));
}

async function startServer(
  context: Context,
  place: Place,
  binaries: UsableBinaries,
  remembered: Remembered | null,
): Promise<{ pid: number; port: number }> {
  const { options, paths, log } = context;
  const staleUntil = Date.now() + STALE_LOCK_MS;
  let port = options.port ?? remembered?.port ?? 0;
  for (let attempt = 0; ;) {
    if (port === 0 || !(await isFree(port))) {
      if (options.port !== undefined)
        fail('port-in-use', `端口 ${port} 已被其他程序占用：请停止该程序，或不指定端口而由系统自动选择。`);
      port = await freePort();
    }
    const settings = settingsFor(
      port,
      options.sharedBuffers ?? '256MB',
      remembered?.walCompression ?? null,
      options.settings ?? {},
    );
    await writeSettings(place.dataDir, place.user, settings);
    const launched = await launch(
      binaries.folder,
      place.dataDir,
      join(paths.logs, 'postgres.log'),
      place.user,
      options.timeoutMs ?? TIMEOUT_MS,
      () => log('数据库正在恢复上次未正常关闭时的数据，请稍候……'),
    );
    if (launched.as === 'started') return { pid: launched.pid, port };
    if (launched.as === 'locked') {
      if (Date.now() > staleUntil) fail('start-failed', '上一个数据库进程留下的锁迟迟没有释放。', launched.said);
      await pause(200);
      continue;
    }
    attempt += 1;
    if (options.port !== undefined || attempt > 5) fail('port-in-use', `端口 ${port} 已被其他程序占用。`, launched.said);
    port = 0;
  }
}

async function isFree(port: number): Promise<boolean> {
  return (await tryListen(port)) !== null;
}

async function freePort(): Promise<number> {
  return (await tryListen(0)) ?? fail('port-in-use', '找不到可用的本机端口。');
}

async function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

/** Makes the database on the first start, sees that Chinese search works, and learns what this build can compress with. */
async function prepareDatabase(port: number, secrets: DatabaseSecrets): Promise<'lz4' | null> {
  const connect = { host: HOST, port, user: 'postgres', password: secrets.superuser };
  let walCompression: 'lz4' | null = null;
  await withClient({ ...connect, database: 'postgres' }, async (client) => {
    // A process that was killed leaves its `create database` running: its session holds the lock until that is done.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', ['create-database']);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    const { rowCount: lz4 } = await client.query(
      "select from pg_settings where name = 'wal_compression' and 'lz4' = any (enumvals)",
    );
    if (lz4 === 1) walCompression = 'lz4';
  });
  await withClient({ ...connect, database: DATABASE }, async (client) => {
    if (await hasChineseTrigrams(client)) return;
    fail(
      'chinese-search-unavailable',
      '本机建立的数据库不能检索中文名称（pg_trgm 对中文不起作用），为免日后查询出错，拒绝启动；请在系统中安装 C.UTF-8 语言环境，或者用环境变量 XINCHENG_DATABASE_URL 指明一个 PostgreSQL 服务器。',
    );
  });
  return walCompression;
}
