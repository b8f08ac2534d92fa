/** The running server: who it is, whether it answers, how it starts and stops. */
import { spawn } from 'node:child_process';
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { fail, systemCode } from './problem.ts';
import { isCertainlyNotPostgres, pause, processStarted, SERVER_ENVIRONMENT } from './process.ts';
import type { ServerUser } from './process.ts';

/** A server named by postmaster.pid whose process is alive. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** How a port answers to our password: our own cluster, our cluster still recovering, a stranger, or silence. */
export type Answer = 'ours' | 'starting' | 'stranger' | 'silent';

const POLL_MS = 20;
const LOG_LIMIT_BYTES = 20_000_000;

/** Reads postmaster.pid; null when there is none or its process is gone. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | null> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid <= 0 || processStarted(pid) === null) return null;
  return { pid, port: Number(lines[3] ?? 0), isReady: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * Removes a postmaster.pid whose number now belongs to some other program, as happens after a restart of a container or a machine:
 * PostgreSQL itself cannot tell the two apart and would refuse for ever.
 */
export async function clearForeignPid(dataDir: string): Promise<void> {
  const named = await readPostmaster(dataDir);
  if (named !== null && isCertainlyNotPostgres(named.pid)) await unlink(join(dataDir, 'postmaster.pid')).catch(() => undefined);
}

/** Asks the server at a port whether it serves this data directory. */
export async function ask(port: number, password: string, dataDir: string): Promise<Answer> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>("select current_setting('data_directory') as dir");
    const theirs = await realpath(rows[0]?.dir ?? '').catch(() => '');
    return theirs === (await realpath(dataDir)) ? 'ours' : 'stranger';
  } catch (error) {
    const code = systemCode(error);
    if (code === '57P03') return 'starting';
    return ['ECONNREFUSED', 'ECONNRESET', ''].includes(code) ? 'silent' : 'stranger';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What became of one attempt; 'locked' and 'port' are worth another. */
export type Launch =
  | { readonly as: 'started'; readonly pid: number }
  | { readonly as: 'locked'; readonly said: string }
  | { readonly as: 'port'; readonly said: string };

/** Starts the server in a session of its own, so that Ctrl-C at the terminal reaches us and not it, and waits until it is ready. */
export async function launch(
  binFolder: string,
  dataDir: string,
  logPath: string,
  user: ServerUser | null,
  timeoutMs: number,
  onRecovery: () => void,
): Promise<Launch> {
  const from = await rotateLog(logPath);
  const log = await open(logPath, 'a', 0o600);
  const child = spawn(join(binFolder, 'bin', 'postgres'), ['-D', dataDir], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: SERVER_ENVIRONMENT,
    ...user,
  });
  let ended = false as boolean;
  const hasEnded = (): boolean => ended;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  await log.close();
  const started = Date.now();
  let told = false;
  while (Date.now() - started < timeoutMs) {
    await pause(POLL_MS);
    if (hasEnded()) return judgeEnd((await readFile(logPath, 'utf8').catch(() => '')).slice(from));
    const seen = await readPostmaster(dataDir);
    if (seen !== null && seen.pid === child.pid && seen.isReady) return { as: 'started', pid: seen.pid };
    if (!told && Date.now() - started > 3_000) {
      told = true;
      onRecovery();
    }
  }
  if (child.pid !== undefined) process.kill(child.pid, 'SIGINT');
  fail(
    'start-failed',
    `数据库在 ${Math.round(timeoutMs / 1000)} 秒内没有启动成功，详见日志 ${logPath}。`,
    await tail(logPath, from),
  );
}

/** Reads the reason out of the server's last words; the messages are English because the environment says so. */
function judgeEnd(said: string): Launch {
  const words = said.trim().split('\n').slice(-12).join('\n');
  if (/lock file "postmaster\.pid" (already exists|is empty)|pre-existing shared memory block/.test(words))
    return { as: 'locked', said: words };
  if (/could not bind|could not create any TCP\/IP sockets|Address already in use/.test(words))
    return { as: 'port', said: words };
  if (/No space left on device/.test(words))
    fail('disk-full', '磁盘空间不足，数据库无法启动；请清理磁盘后重试，数据没有丢失。', words);
  if (/database files are incompatible with server|was initialized by PostgreSQL version/.test(words)) {
    fail(
      'data-version',
      '数据库文件由另一个版本的 PostgreSQL 建立，不能直接打开；请用建立它的版本导出备份，再在新版本中恢复。',
      words,
    );
  }
  fail('start-failed', '数据库未能启动，原因见详情。', words);
}

async function rotateLog(logPath: string): Promise<number> {
  const size = (await stat(logPath).catch(() => null))?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) return size;
  await rename(logPath, `${logPath}.1`);
  return 0;
}

async function tail(logPath: string, from: number): Promise<string> {
  return (await readFile(logPath, 'utf8').catch(() => '')).slice(from).split('\n').slice(-12).join('\n');
}

/** Stops the server: fast first (open transactions roll back), at once after a minute. Returns when its process is gone. */
export async function stopPostmaster(running: Postmaster): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(running.pid, signal);
    } catch (error) {
      if (systemCode(error) !== 'ESRCH') throw error;
    }
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if (processStarted(running.pid) === null) return;
      await pause(POLL_MS);
    }
  }
  fail('start-failed', `数据库进程 ${running.pid} 没有响应停止信号。`);
}
