/** A running service: platform, application and port, from start to clean end. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { noteFirstStart, seedDemo } from '@xincheng/usecases/demo';
import { developmentTokenPath, firstAccounts, forgetOldSessions } from '@xincheng/usecases/identity';
import type { ProviderSettings, ToldAccount } from '@xincheng/usecases/identity';
import { recoverBatches } from '@xincheng/usecases/intake';
import type { NoticeTransports } from '@xincheng/usecases/notices';
import { openPlatform } from '@xincheng/usecases/platform';
import type { Platform, PlatformProblem } from '@xincheng/usecases/platform';
import { applyTerms, SWEEPER } from '@xincheng/usecases/publicity';
import type { SealAlgorithm } from '@xincheng/usecases/sealing';
import { startNumberKeeper } from '@xincheng/worker/indicators';
import { startSealing } from '@xincheng/worker/audit';
import { startNoticeDelivery } from '@xincheng/worker/notices';
import { startDailyScan } from '@xincheng/worker/concealment';
import { startDailySweep } from '@xincheng/worker/publicity';
import { startDailyReminders } from '@xincheng/worker/supervision';
import { buildServer } from './app.ts';
import { CONSOLE_PATH } from './console/routes.ts';
import { DOCS_PATH } from './http/documentation.ts';
import type { App } from './http/parts.ts';

export interface ServeOptions {
  /** Top folder of the installation. */
  readonly root: string;
  readonly home: string;
  readonly districtDir: string;
  readonly databaseUrl: string | null;
  /** For the keys of a new installation. */
  readonly sealAlgorithm?: SealAlgorithm | undefined;
  /** Program that looks for viruses in attached files. */
  readonly scanCommand?: string | null;
  /** Ways by which notices go out; without any they lie in the inbox. */
  readonly transports?: NoticeTransports;
  /** Through which people may sign in. */
  readonly provider?: ProviderSettings | null;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

export interface Service {
  /** Where it answers, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Data folder. */
  readonly home: string;
  /** Null outside a demo district. */
  readonly tokenPath: string | null;
  /** Those whose passwords are told: of the demonstration at every start, of the first administrator once. */
  readonly accounts: readonly ToldAccount[];
  /** Batches of an earlier run that were taken up again are finished, or given up until the next start. */
  readonly recovered: Promise<void>;
  /** Ends cleanly; resolves to false when work had to be left to the next start. */
  readonly close: () => Promise<boolean>;
}

/** Uploads of a process that died; younger files may belong to another process on the same home. */
const LEFT_OVER_MS = 24 * 60 * 60_000;
/** Time for requests and batches in progress to end, then for the database. Together below ten seconds. */
const CLOSE_APP_MS = 6000;
const CLOSE_PLATFORM_MS = 3000;

/** Opens the platform, listens, and brings in the demo data behind the port. */
export async function serve(options: ServeOptions): Promise<Result<Service, PlatformProblem>> {
  const { root, home, districtDir, databaseUrl, sealAlgorithm, scanCommand = null, now, log } = options;
  const opened = await openPlatform({
    home,
    databaseUrl,
    sealAlgorithm,
    scanCommand,
    districtDir,
    standardsDir: join(root, 'standards'),
    migrationsDir: join(root, 'packages/store/migrations'),
    now: now(),
    log,
  });
  if (!opened.ok) return opened;
  const platform = opened.value;
  let isUp = false;
  try {
    const started = await start(platform, options);
    isUp = started.ok;
    return started;
  } finally {
    if (!isUp) await platform.close();
  }
}

async function start(platform: Platform, options: ServeOptions): Promise<Result<Service, PlatformProblem>> {
  const { root, districtDir, now, log } = options;
  await dropLeftovers(platform.home.temporary, now());
  await noteFirstStart(platform, now());
  const accounts = await firstAccounts(platform, { demoFolder: join(districtDir, 'demo'), now: now() });
  await forgetOldSessions(platform, now());
  const provider = options.provider ?? null;
  const app = await buildServer(platform, { now, log, provider, consoleFolder: join(root, 'packages/web/dist') });
  const url = await listen(app, options);
  if (!url.ok) {
    await app.close();
    return url;
  }
  // Behind the port, so that a large batch broken off earlier, or a year of demo data, does not keep everybody out meanwhile.
  let isClosing = false;
  const recovered = behindThePort('接着处理以前的批次', log, () => recoverBatches(platform, now(), log));
  const caughtUp = recovered
    .then(() => behindThePort('按新的公示规定重算', log, () => termsApplied(platform, now(), log, () => isClosing)))
    .then(() =>
      behindThePort('载入演示数据', log, () =>
        seedDemo(platform, { folder: join(districtDir, 'demo'), now: now(), log, isStopping: () => isClosing }),
      ),
    );
  const sealing = startSealing(platform, { now, log });
  const jobs = [
    startDailySweep(platform, { now, log }),
    startDailyReminders(platform, { now, log }),
    startNumberKeeper(platform, { now, log }),
    startNoticeDelivery(platform, { transports: options.transports ?? {}, now, log }),
  ];
  // Behind what is still being brought in: half a year of demo data would look like concealment.
  const scanning = caughtUp.then(() => (isClosing ? null : startDailyScan(platform, { now, log })));
  const tokenPath = platform.pack.district.isDemo ? developmentTokenPath(platform.home) : null;
  return ok({
    url: url.value,
    home: platform.home.root,
    tokenPath,
    accounts,
    recovered,
    close: () => {
      isClosing = true;
      const ended = [scanning.then((scan) => scan?.stop()), ...jobs.map((job) => job.stop())];
      return close(app, platform, Promise.all(ended), () => sealing.stop());
    },
  });
}

/** After an update of the standards, records already held are shown as the new rules say. */
async function termsApplied(
  platform: Platform,
  now: Date,
  log: (line: string) => void,
  isStopping: () => boolean,
): Promise<void> {
  const context = { now, today: dayOf(now), actor: SWEEPER };
  for (const { dataset, changed } of await applyTerms(platform, context, isStopping))
    log(`公示规定有变：${platform.pack.datasets.get(dataset)?.name.zh ?? dataset} ${String(changed)} 条记录的公示期已重算`);
}

/** What goes wrong here is told and tried again at the next start; it stops nobody's work. */
async function behindThePort(what: string, log: (line: string) => void, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    log(`${what}时出错，下次启动时再试：${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  }
}

async function listen(app: App, { host, port }: ServeOptions): Promise<Result<string, PlatformProblem>> {
  try {
    return ok(await app.listen({ host, port }));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    if (code === 'EADDRINUSE')
      return err({
        code: 'port-in-use',
        message: `端口 ${String(port)} 已被占用。请停掉占用它的程序，或用 XINCHENG_PORT 指定另一个端口。`,
        detail,
      });
    if (code === 'EACCES')
      return err({
        code: 'port-forbidden',
        message: `没有权限使用端口 ${String(port)}。请用 XINCHENG_PORT 指定 1024 以上的端口。`,
        detail,
      });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return err({ code: 'host-unknown', message: `本机没有地址 ${host}。请核对 XINCHENG_HOST。`, detail });
    throw thrown;
  }
}

/** What is still running when the time is up is left: a batch broken off is taken up at the next start. */
async function close(
  app: App,
  platform: Platform,
  background: Promise<unknown>,
  stopSealing: () => Promise<void>,
): Promise<boolean> {
  // What the last acts wrote is sealed behind them.
  const isQuiet = await within(CLOSE_APP_MS, Promise.all([app.close(), background]).then(stopSealing));
  const isClosed = await within(CLOSE_PLATFORM_MS, platform.close());
  return isQuiet && isClosed;
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function dropLeftovers(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (now.getTime() - (await stat(path)).mtimeMs > LEFT_OVER_MS) await rm(path, { force: true, recursive: true });
  }
}

/** What an operator reads when the service is up. */
export function greeting({ url, home, tokenPath, accounts }: Service): string {
  const lines = [
    ['工作台 console', `${url}${CONSOLE_PATH}`],
    ['接口 API', `${url}/api/v1`],
    ['接口文档 API docs', `${url}${DOCS_PATH}`],
    ...(tokenPath === null ? [] : [['开发令牌 development token', tokenPath]]),
    ...accounts.map(({ login, name, password }) => [`账号 account（${name}）`, `${login}  ${password}`]),
    ['数据目录 data folder', home],
    ['停止 stop', 'Ctrl-C'],
  ];
  return ['信城已启动 Xincheng is running', ...lines.map(([name, value]) => `  ${String(name)}: ${String(value)}`)].join('\n');
}
