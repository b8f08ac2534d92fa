/** `xincheng notice …`: what units were told, and how it went out. */
import { answerNotice, deliverNotices, noticeTransports, readNotice, readNotices, tellUnit } from '@xincheng/usecases/notices';
import type { NoticeView } from '@xincheng/usecases/notices';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { standardsFor, withPlatform, withUnit } from '../platform.ts';
import { tableText } from '../table.ts';

export interface ListOptions {
  readonly unit?: string;
  readonly only?: 'unread' | 'unanswered';
  readonly limit: number;
}

export interface ReadOptions {
  readonly unit?: string;
  readonly name: string;
}

export interface AnswerOptions {
  readonly unit: string;
  readonly name: string;
  readonly text: string;
}

export interface SendOptions {
  readonly to: string;
  readonly title: string;
  readonly text: string;
  readonly due?: string;
}

const CHANNELS = { inbox: '收件箱', mail: '邮件', sms: '短信' } as const;
const STATES = { queued: '待送', sending: '正在送', sent: '已送', failed: '未成、将再试', 'given-up': '没有送达' } as const;
const PROBLEMS: Readonly<Record<string, string>> = {
  'no-address': '单位没有登记地址',
  'too-old': '已过三天',
  unsure: '不知是否送到',
};

/** Lists, the newest first. */
export async function list(environment: Environment, { unit, only, limit }: ListOptions): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context, unitId) => {
    const filter = { unitId, aboutKind: null, aboutId: null, only: only ?? null, before: null, limit };
    const notices = await readNotices(platform, context, filter);
    const rows = notices.map((notice) => [
      notice.id,
      localTime(notice.sentAt),
      platform.pack.units.get(notice.unitId)?.name ?? notice.unitId,
      notice.title,
      notice.readBy === null ? '未签收' : `${notice.readBy}签收`,
      answerState(notice),
      waysOut(notice),
    ]);
    const text = rows.length === 0 ? '没有通知。' : tableText(['编号', '发出', '收件单位', '标题', '签收', '答复', '送达'], rows);
    return { exit: EXIT.done, text, json: notices };
  });
}

function answerState({ answeredBy, answerDueOn }: NoticeView): string {
  if (answeredBy !== null) return `${answeredBy}已答复`;
  return answerDueOn === null ? '' : `${answerDueOn} 前答复`;
}

function waysOut({ deliveries }: NoticeView): string {
  return deliveries
    .filter(({ channel }) => channel !== 'inbox')
    .map(({ channel, state, problem }) => {
      const why = state === 'sent' || problem === null ? '' : `（${PROBLEMS[problem] ?? problem}）`;
      return `${CHANNELS[channel]}${STATES[state]}${why}`;
    })
    .join('；');
}

/** Opens one. */
export async function read(environment: Environment, id: string, { unit, name }: ReadOptions): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const opened = await readNotice(platform, context, id, name);
    return opened.ok ? shown(opened.value) : failure(EXIT.unusable, opened.error);
  });
}

/** Answers one. */
export async function answer(environment: Environment, id: string, { unit, name, text }: AnswerOptions): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const answered = await answerNotice(platform, context, id, { name, text });
    return answered.ok ? shown(answered.value) : failure(EXIT.unusable, answered.error);
  });
}

function shown(notice: NoticeView): Answer {
  const lines = [notice.title, notice.body, answerState(notice), notice.answer ?? ''];
  return { exit: EXIT.done, text: lines.filter((line) => line !== '').join('\n\n'), json: notice };
}

/** Sends free words as the credit office. */
export async function send(environment: Environment, { to, title, text, due }: SendOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit: to });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const answerDueOn = due === undefined ? {} : { answerDueOn: due };
    const sent = await tellUnit(platform, localContext(environment, []), { unit: unitId ?? to, title, text, ...answerDueOn });
    if (!sent.ok) return failure(EXIT.unusable, sent.error);
    const { notice, deliveries, isRepeat } = sent.value;
    const ways = waysOut({ ...notice, deliveries });
    const done = isRepeat ? '同样的通知今天已发过' : '已放入收件箱';
    return { exit: EXIT.done, text: `${done}：${notice.id}${ways === '' ? '' : `；${ways}`}`, json: sent.value };
  });
}

/** Carries out what is due now; a running service does so by itself. */
export async function deliver(environment: Environment): Promise<Answer> {
  const transports = noticeTransports(environment.notices);
  if (!transports.ok) return failure(EXIT.unusable, transports.error);
  if (Object.keys(transports.value).length === 0)
    return failure(EXIT.unusable, {
      code: 'no-transport',
      message: '没有设定邮件服务器（XINCHENG_SMTP_URL）或短信文件夹（XINCHENG_SMS_FOLDER），通知只在收件箱里。请先设定再投递。',
    });
  return withPlatform(environment, {}, async (platform) => {
    const { interrupts, now } = environment;
    const done = await deliverNotices(platform, now, transports.value, () => interrupts.isInterrupted());
    const { sent, failed, givenUp } = done;
    const text = `送出 ${String(sent)}，未成、稍后再试 ${String(failed)}，放弃 ${String(givenUp)}`;
    return { exit: EXIT.done, text, json: done };
  });
}
