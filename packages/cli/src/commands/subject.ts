/** `xincheng subject`: an organisation by key, code or exact name; `subject join` and `subject undo` bring keys together and apart. */
import type { SubjectView } from '@xincheng/contract/api';
import type { Platform } from '@xincheng/usecases/platform';
import { findSubjects, joinSubjects, readSubject, undoJoinOf } from '@xincheng/usecases/subjects';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { withPlatform } from '../platform.ts';

/** Who answers for it, and why. */
export interface ByWhomOptions {
  readonly reason: string;
  readonly by: string;
}

export interface JoinOptions extends ByWhomOptions {
  readonly rectify?: boolean;
  readonly document?: string;
}

/** Shows the one subject that a text names. */
export async function subject(environment: Environment, text: string): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await findSubjects(platform, localContext(environment, []), text);
    const [only] = found;
    if (only === undefined) {
      const message = `没有名称或代码为“${text}”的主体。名称须写全称，曾用名也可以。`;
      return failure(EXIT.unusable, { code: 'no-such-subject', message });
    }
    if (found.length === 1) return { exit: EXIT.done, text: textOf(platform, only), json: only };
    const message = `有 ${String(found.length)} 个主体叫“${text}”，请用代码：${found.map(({ key }) => key).join('、')}。`;
    return failure(EXIT.unusable, { code: 'several-subjects', message }, { subjects: found });
  });
}

/** Joins one subject into another. */
export async function join(environment: Environment, from: string, into: string, options: JoinOptions): Promise<Answer> {
  const { rectify = false, document } = options;
  if (rectify !== (document !== undefined)) {
    const message = '更正要写明依据文件的文号：--rectify 和 --document 必须一起使用。';
    return failure(EXIT.unusable, { code: 'document-missing', message });
  }
  const rectification = document === undefined ? null : { document };
  return withPlatform(environment, {}, async (platform) => {
    const context = localContext(environment, []);
    const { reason, by: name } = options;
    const joined = await joinSubjects(platform, context, { from, into, rectification, name, reason });
    return joined.ok ? shown(environment, platform, from) : failure(EXIT.refused, joined.error);
  });
}

/** Undoes the join of a subject. */
export async function undo(environment: Environment, from: string, { reason, by }: ByWhomOptions): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const undone = await undoJoinOf(platform, localContext(environment, []), from, { name: by, reason });
    return undone.ok ? shown(environment, platform, from) : failure(EXIT.refused, undone.error);
  });
}

async function shown(environment: Environment, platform: Platform, key: string): Promise<Answer> {
  const view = await readSubject(platform, localContext(environment, []), key);
  if (view === null) throw new Error('a subject just joined is not visible');
  return { exit: EXIT.done, text: textOf(platform, view), json: view };
}

const ALIASES: Readonly<Record<SubjectView['aliases'][number]['kind'], string>> = {
  name: '曾用名',
  code: '原代码',
  'registration-no': '注册号',
};

function textOf({ pack }: Platform, view: SubjectView): string {
  const { key, asked, name, body, standing, standingOn, aliases, keys, joins, records } = view;
  const identity =
    view.state === 'registered'
      ? `${name ?? ''}  ${[body, standingOn === null ? standing : `${standing ?? ''}（${standingOn}）`].filter(Boolean).join('，')}`
      : '暂定主体：法人库里还没有登记';
  const counts = Object.entries(records).map(
    ([dataset, count]) => `${pack.datasets.get(dataset)?.name.zh ?? dataset} ${String(count)}`,
  );
  return [
    `${key}  ${identity}`,
    ...(asked.state === 'merged' ? [`所问的 ${asked.key} 归到这个主体`] : []),
    ...aliases.map(
      ({ kind, value, endedAt }) =>
        `  ${ALIASES[kind]}：${value}${endedAt === null ? '' : `（用到 ${localTime(new Date(endedAt))}）`}`,
    ),
    ...(keys.length > 1 ? [`  归到本主体的编号：${keys.slice(1).join('、')}`] : []),
    ...joins.map(
      (one) =>
        `  ${localTime(new Date(one.joinedAt))} ${one.joinedBy} 将 ${one.from} 并入 ${one.into}：${one.reason}${one.document === null ? '' : `（更正，依据 ${one.document}）`}${one.undoneAt === null ? '' : `；${localTime(new Date(one.undoneAt))} ${one.undoneBy ?? ''} 撤销：${one.undoneReason ?? ''}`}`,
    ),
    `记录：${counts.length === 0 ? '无' : counts.join('，')}`,
  ].join('\n');
}
