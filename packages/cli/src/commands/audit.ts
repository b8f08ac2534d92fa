/** `xincheng audit …`: verifying the chain, looking at events, the head to be kept elsewhere. */
import { addDays, endOfDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { readAudit, readAuditHead, verifyAudit, verifyBatch } from '@xincheng/usecases/audit';
import type { AuditHead, AuditVerification } from '@xincheng/usecases/audit';
import type { Platform } from '@xincheng/usecases/platform';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface VerifyCommandOptions {
  readonly head?: string;
  readonly batch?: string;
}

export interface ListOptions {
  readonly objectKind?: string;
  readonly objectId?: string;
  readonly actor?: string;
  readonly act?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly limit: number;
}

const SHOWN = 20;
const LINE_EVERY_MS = 3000;

/** Verifies the whole chain, or what one batch wrote. */
export async function verify(environment: Environment, { head, batch }: VerifyCommandOptions): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    if (batch !== undefined) return verifyOne(platform, environment, batch);
    return answerOf(await verifyAudit(platform, { head, onProgress: progressLines(environment) }));
  });
}

async function verifyOne(platform: Platform, environment: Environment, receiptNo: string): Promise<Answer> {
  const verified = await verifyBatch(platform, localContext(environment, []), receiptNo);
  if (!verified.ok) return failure(EXIT.unusable, verified.error);
  const { isSound, records } = verified.value;
  const count = records.toLocaleString('zh');
  return {
    exit: isSound ? EXIT.done : EXIT.refused,
    text: isSound
      ? `批次 ${receiptNo} 写入的 ${count} 条记录与当时登记的摘要一致。`
      : `批次 ${receiptNo} 写入的记录（现有 ${count} 条）与当时登记的摘要不一致：有人改过或删过记录。`,
    json: verified.value,
  };
}

function progressLines({ now, log }: Environment): (events: number) => void {
  let last = now().getTime();
  return (events) => {
    if (now().getTime() - last < LINE_EVERY_MS) return;
    last = now().getTime();
    log(`已核验 ${events.toLocaleString('zh')} 个事件`);
  };
}

function answerOf(verification: AuditVerification): Answer {
  const { isSound, blocks, events, unsealed, faults, faultCount, head, notedHead } = verification;
  const lines = [
    isSound
      ? `审计链完好：${blocks.toLocaleString('zh')} 个区块，${events.toLocaleString('zh')} 个事件。`
      : `审计链有 ${String(faultCount)} 处问题：`,
    ...faults.slice(0, SHOWN).map(({ message }) => `  ${message}`),
    ...(faultCount > SHOWN ? [`  其余 ${String(faultCount - SHOWN)} 处见 --json`] : []),
    unsealed.oldestAt === null
      ? '没有待封存的事件。'
      : `待封存 ${String(unsealed.events)} 个事件，最早的是 ${localTime(new Date(unsealed.oldestAt))}；封存前的改动和删除不一定能发现。`,
    ...(notedHead === null && head !== null ? ['数据目录里没有登记的链头（audit-head.json）：链尾是否被截断，无从核对。'] : []),
    ...(head === null ? [] : [headLine(head)]),
  ];
  return { exit: isSound ? EXIT.done : EXIT.refused, text: lines.join('\n'), json: verification };
}

/** Lists events. */
export async function list(environment: Environment, { from, to, ...filter }: ListOptions): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const events = await readAudit(platform, localContext(environment, []), {
      ...filter,
      from: from === undefined ? undefined : endOfDay(addDays(from, -1)),
      before: to === undefined ? undefined : endOfDay(to),
    });
    if (!events.ok) return failure(EXIT.fault, events.error);
    const rows = events.value.map(({ at, actor, act, objectKind, objectId, details }) => [
      localTime(at),
      actor,
      act,
      `${objectKind} ${objectId}`,
      JSON.stringify(details),
    ]);
    return {
      exit: EXIT.done,
      text: rows.length === 0 ? '没有这样的事件。' : tableText(['时间', '谁', '做了什么', '对象', '内容'], rows),
      json: events.value,
    };
  });
}

/** Shows where the chain ends. */
export async function head(environment: Environment): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await readAuditHead(platform, localContext(environment, []));
    if (!found.ok) return failure(EXIT.fault, found.error);
    return {
      exit: EXIT.done,
      text: found.value === null ? '还没有封存任何事件。' : headLine(found.value),
      json: { head: found.value },
    };
  });
}

function headLine({ block, events, hash }: AuditHead): string {
  return `链头 ${hash}（第 ${String(block)} 个区块，共 ${events.toLocaleString('zh')} 个事件）`;
}
