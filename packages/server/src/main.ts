/** The service as a process: reads the environment, starts, says where it answers, ends on a signal. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ProviderSettings } from '@xincheng/usecases/identity';
import { noticeTransports } from '@xincheng/usecases/notices';
import type { PlatformProblem } from '@xincheng/usecases/platform';
import { SEAL_ALGORITHMS } from '@xincheng/usecases/sealing';
import type { SealAlgorithm } from '@xincheng/usecases/sealing';
import { findRoot } from './root.ts';
import { greeting, serve } from './serve.ts';
import type { Service } from './serve.ts';

const DEFAULT_PORT = 8080;
const SAME_SIGNAL_MS = 1000;

try {
  const started = await start(process.env);
  if (started.ok) {
    process.stdout.write(`${greeting(started.value)}\n`);
    stopOnSignal(started.value);
  } else {
    fail(started.error);
  }
} catch (thrown) {
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  fail({ code: 'internal', message: '程序出错，没有启动。请把下面的信息交给管理员。', detail });
}

async function start(environment: NodeJS.ProcessEnv): Promise<Result<Service, PlatformProblem>> {
  const root = findRoot(fileURLToPath(new URL('.', import.meta.url)));
  if (root === null) {
    const message = '程序上方没有找到 standards 与 packages/store/migrations，安装不完整。请重新取一份完整的程序。';
    return err({ code: 'incomplete-installation', message });
  }
  const port = portOf(environment['XINCHENG_PORT']);
  if (port === null) return err({ code: 'bad-port', message: 'XINCHENG_PORT 应为 0 到 65535 之间的整数。' });
  const sealAlgorithm = sealAlgorithmOf(environment['XINCHENG_SEAL_ALGORITHM']);
  if (!sealAlgorithm.ok) return sealAlgorithm;
  const transports = noticeTransports({
    smtpUrl: environment['XINCHENG_SMTP_URL'] ?? null,
    mailFrom: environment['XINCHENG_MAIL_FROM'] ?? null,
    smsFolder: environment['XINCHENG_SMS_FOLDER'] ?? null,
  });
  if (!transports.ok) return transports;
  const provider = providerOf(environment);
  if (!provider.ok) return provider;
  return serve({
    root,
    home: resolve(environment['XINCHENG_HOME'] ?? join(root, '.xincheng')),
    districtDir: resolve(environment['XINCHENG_DISTRICT'] ?? join(root, 'districts/licheng')),
    databaseUrl: environment['XINCHENG_DATABASE_URL'] ?? null,
    sealAlgorithm: sealAlgorithm.value,
    scanCommand: environment['XINCHENG_SCAN_COMMAND'] ?? null,
    transports: transports.value,
    provider: provider.value,
    host: environment['XINCHENG_HOST'] ?? '127.0.0.1',
    port,
    now: () => new Date(),
    log: (line) => process.stderr.write(`${line}\n`),
  });
}

function sealAlgorithmOf(text: string | undefined): Result<SealAlgorithm | undefined, PlatformProblem> {
  const known = SEAL_ALGORITHMS.find((algorithm) => algorithm === text);
  if (text === undefined || known !== undefined) return ok(known);
  const message = `XINCHENG_SEAL_ALGORITHM 的值“${text}”不对：应为 ${SEAL_ALGORITHMS.join(' 或 ')}。`;
  return err({ code: 'unknown-seal-algorithm', message });
}

/** All four, or none. */
function providerOf(environment: NodeJS.ProcessEnv): Result<ProviderSettings | null, PlatformProblem> {
  const {
    XINCHENG_OIDC_ISSUER: issuer,
    XINCHENG_OIDC_CLIENT_ID: clientId,
    XINCHENG_OIDC_CLIENT_SECRET: clientSecret,
  } = environment;
  const publicUrl = environment['XINCHENG_PUBLIC_URL'];
  if (issuer === undefined) return ok(null);
  if (
    clientId !== undefined &&
    clientSecret !== undefined &&
    publicUrl !== undefined &&
    URL.canParse(publicUrl) &&
    URL.canParse(issuer)
  )
    return ok({ issuer, clientId, clientSecret, redirectUri: new URL('/api/v1/session/provider/callback', publicUrl).href });
  const message =
    '接入统一认证须同时设定 XINCHENG_OIDC_ISSUER、XINCHENG_OIDC_CLIENT_ID、XINCHENG_OIDC_CLIENT_SECRET 和 XINCHENG_PUBLIC_URL。';
  return err({ code: 'provider-incomplete', message });
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return DEFAULT_PORT;
  return /^\d{1,5}$/u.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

/** The first signal ends in order, a later one at once. One Ctrl-C under npm arrives twice within a moment. */
function stopOnSignal(service: Service): void {
  let firstAt: number | null = null;
  const stop = (): void => {
    const at = performance.now();
    if (firstAt !== null) {
      if (at - firstAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    firstAt = at;
    process.stdout.write('正在停止 Stopping …\n');
    void service.close().then((isClean) => {
      const left = '已停止，未做完的批次在下次启动时接着做 Stopped; unfinished batches go on at the next start';
      process.stdout.write(`${isClean ? '已停止 Stopped' : left}\n`);
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function fail({ message, code, detail }: PlatformProblem): void {
  process.stderr.write(`${message}（${code}）\n${detail === undefined ? '' : `${detail}\n`}`);
  process.exitCode = 1;
}
