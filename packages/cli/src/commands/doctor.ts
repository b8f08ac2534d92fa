/** `xincheng doctor`: looks at everything an installation stands on and says what is wrong and what to do. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { probeDocuments } from '@xincheng/usecases/documents';
import { anyAccounts } from '@xincheng/usecases/identity';
import { noticeTransports } from '@xincheng/usecases/notices';
import { readServerState } from '@xincheng/usecases/platform';
import type { Platform, ServerState } from '@xincheng/usecases/platform';
import { activeOf } from '@xincheng/usecases/sealing';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { sealAlgorithmOf, withPlatform } from '../platform.ts';

export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly message: string;
}

const LEAST_FREE_BYTES = 2_000_000_000;
const MARKS: Readonly<Record<Finding['state'], string>> = { ok: '✓', note: '！', bad: '✗' };

/** Runs every look. Exit 1 when something is wrong. */
export async function doctor(environment: Environment, nodeVersion: string): Promise<Answer> {
  const findings: Finding[] = [
    nodeFinding(nodeVersion),
    diskFinding(environment.home),
    await documentsFinding(),
    waysOutFinding(environment),
    scannerFinding(environment),
    ...(await platformFindings(environment)),
  ];
  const isBad = findings.some(({ state }) => state === 'bad');
  return {
    exit: isBad ? EXIT.fault : EXIT.done,
    text: findings.map(({ state, message }) => `${MARKS[state]} ${message}`).join('\n'),
    json: { ok: !isBad, findings },
  };
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const isEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return {
    check: 'node',
    state: isEnough ? 'ok' : 'bad',
    message: `Node.js ${version}${isEnough ? '' : '：需要 20.19 或更高版本（22 系列需 22.12 以上），请升级。'}`,
  };
}

function diskFinding(home: string): Finding {
  let place = home;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const gigabytes = (free / 1e9).toFixed(1);
  return free > LEAST_FREE_BYTES
    ? { check: 'disk', state: 'ok', message: `数据目录 ${home}，磁盘可用 ${gigabytes} GB` }
    : { check: 'disk', state: 'bad', message: `数据目录 ${home} 所在磁盘只剩 ${gigabytes} GB，请清理或扩容。` };
}

async function documentsFinding(): Promise<Finding> {
  const probed = await probeDocuments();
  return probed.ok
    ? { check: 'documents', state: 'ok', message: '文书可以排成 PDF' }
    : { check: 'documents', state: 'note', message: probed.error.message };
}

function waysOutFinding({ notices: { smtpUrl, smsFolder }, notices }: Environment): Finding {
  const transports = noticeTransports(notices);
  if (!transports.ok) return { check: 'notices', state: 'bad', message: transports.error.message };
  if (smtpUrl === null && smsFolder === null)
    return { check: 'notices', state: 'note', message: '没有设定邮件服务器和短信文件夹：通知只在收件箱里。' };
  const ways = [smtpUrl === null ? '' : '邮件', smsFolder === null ? '' : '短信'].filter((way) => way !== '');
  return { check: 'notices', state: 'ok', message: `通知经收件箱、${ways.join('、')}送达` };
}

function scannerFinding({ scanCommand }: Environment): Finding {
  return scanCommand === null
    ? { check: 'scanner', state: 'note', message: '没有设定病毒扫描（XINCHENG_SCAN_COMMAND）：附件记为“未扫描”。' }
    : { check: 'scanner', state: 'ok', message: '附件经过病毒扫描' };
}

async function platformFindings(environment: Environment): Promise<Finding[]> {
  const findings: Finding[] = [];
  const answer = await withPlatform(environment, {}, async (platform) => {
    const state = await readServerState(platform);
    findings.push(
      standardsFinding(platform),
      ...keysFindings(environment, platform),
      databaseFinding(platform, state),
      calendarFinding(platform, environment.now()),
      batchesFinding(state),
      await accountsFinding(platform),
      demoFinding(platform),
    );
    return { exit: EXIT.done, text: '', json: null };
  });
  return answer.isFailure === true ? [{ check: 'platform', state: 'bad', message: answer.text }] : findings;
}

function standardsFinding({ pack: { digest, datasets, checks } }: Platform): Finding {
  return {
    check: 'standards',
    state: 'ok',
    message: `标准包 ${digest.slice(0, 12)}：${String(datasets.size)} 个数据集，${String(checks.size)} 条校验`,
  };
}

function keysFindings(environment: Environment, { home, keys }: Platform): Finding[] {
  const file = join(home.keys, 'keys.json');
  const isPrivate = existsSync(file) && (statSync(file).mode & 0o077) === 0;
  const { algorithm } = activeOf(keys.seal);
  const wanted = sealAlgorithmOf(environment);
  const findings: Finding[] = [
    isPrivate
      ? {
          check: 'keys',
          state: 'ok',
          message: `密钥在 ${home.keys}（${algorithm}），只有本用户可读。请另行备份，不要与数据放在一起。`,
        }
      : { check: 'keys', state: 'bad', message: `密钥文件 ${file} 缺失，或其他用户可读。请执行 chmod 600。` },
  ];
  if (wanted.ok && wanted.value !== undefined && wanted.value !== algorithm) {
    findings.push({
      check: 'seal-algorithm',
      state: 'note',
      message: `设定的加密算法是 ${wanted.value}，在用的密钥是 ${algorithm}。停止服务后执行 xincheng keys rotate --seal 更换。`,
    });
  }
  return findings;
}

function databaseFinding({ isEmbedded }: Platform, { version }: ServerState): Finding {
  return isEmbedded
    ? {
        check: 'database',
        state: 'note',
        message: `内置 PostgreSQL ${version}：供试用与试点。正式运行请用 XINCHENG_DATABASE_URL 指向独立的数据库服务器。`,
      }
    : { check: 'database', state: 'ok', message: `PostgreSQL ${version}` };
}

/** Next year's holidays are usually published in November. */
const PUBLISHED_BY = '11-30';

function calendarFinding({ pack }: Platform, now: Date): Finding {
  const lastYear = Math.max(...pack.calendar.map(({ year }) => year));
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const isShort = year > lastYear || (year === lastYear && today.slice(5) > PUBLISHED_BY);
  return {
    check: 'calendar',
    state: isShort ? 'note' : 'ok',
    message: `节假日安排已公布到 ${String(lastYear)} 年；其后的期限标为暂定。`,
  };
}

function batchesFinding({ unfinished }: ServerState): Finding {
  return unfinished === 0
    ? { check: 'batches', state: 'ok', message: '没有未完成的批次' }
    : { check: 'batches', state: 'note', message: `有 ${String(unfinished)} 个批次尚未完成，服务启动时会接着处理。` };
}

async function accountsFinding(platform: Platform): Promise<Finding> {
  return (await anyAccounts(platform))
    ? { check: 'accounts', state: 'ok', message: '有账号可以登录' }
    : {
        check: 'accounts',
        state: 'note',
        message: '还没有账号：服务首次启动时会建立一个管理员并显示其口令，也可用 xincheng account create 新建。',
      };
}

function demoFinding({ pack: { district } }: Platform): Finding {
  return district.isDemo
    ? { check: 'demo', state: 'note', message: '这是演示区县：编码与人员均为虚构，开发令牌可用。' }
    : { check: 'demo', state: 'ok', message: district.name.zh };
}
