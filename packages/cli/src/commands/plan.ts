/** `xincheng plan import FILE`: what a plan's document says, and what of it was not understood. Takes effect only when confirmed. */
import { writeFile } from 'node:fs/promises';
import type { DraftTask, PlanDraft, ResolvedName } from '@xincheng/core/plans';
import { draftText, readPlanFile } from '@xincheng/usecases/plans';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { REASONS } from '../plan-lines.ts';
import { standardsFor } from '../platform.ts';
import { tableText } from '../table.ts';

export interface PlanImportOptions {
  readonly out?: string;
}

/** Reads one file. Exit 3 when a person has to look at something before the plan can be confirmed. */
export async function importPlan(environment: Environment, file: string, { out }: PlanImportOptions): Promise<Answer> {
  const named = await standardsFor(environment, {});
  if (!named.ok) return named.error;
  const read = await readPlanFile(named.value.standards, { path: file });
  if (!read.ok) return failure(EXIT.unusable, read.error);
  const { draft, resolved } = read.value;
  const unknown = resolved.filter(({ kind }) => kind === 'unknown');
  if (out !== undefined) {
    const problem = await written(out, draftText(draft));
    if (problem !== null) return problem;
  }
  const isClear = unknown.length === 0 && draft.unread.every(({ reason }) => reason === 'text-outside-tasks');
  return {
    exit: isClear ? EXIT.done : EXIT.refused,
    text: [
      `${draft.title}${draft.issuedOn === null ? '（没有读到印发日期）' : `（${draft.issuedOn}）`}`,
      `领域 ${draft.areas.length} 个，任务 ${draft.tasks.length} 项，单位和单位组 ${resolved.length} 个，没有读懂 ${draft.unread.length} 处`,
      taskTable(draft),
      ...unreadLines(draft),
      ...unknownLines(resolved),
      ...(out === undefined ? [] : [`草稿已写到 ${out}`]),
      '以上只是草稿，由人核对、确认之后才生效。',
    ].join('\n'),
    json: { ...draft, resolved },
  };
}

async function written(out: string, text: string): Promise<Answer | null> {
  try {
    await writeFile(out, text);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
    const message = `草稿没有写成（${out}，${String(thrown.code)}），请检查目标目录和磁盘空间。`;
    return failure(EXIT.unusable, { code: 'not-written', message });
  }
}

const SHOWN_WORDS = 18;

function taskTable({ tasks }: PlanDraft): string {
  const short = (words: string): string =>
    (words.length > SHOWN_WORDS ? `${words.slice(0, SHOWN_WORDS)}…` : words).replaceAll('\n', ' ');
  const units = (task: DraftTask): string =>
    [
      ...task.leads.map((name) => `${name}（牵头）`),
      ...task.responsible,
      ...task.supporting.map((name) => `${name}（配合）`),
    ].join('、');
  const due = (task: DraftTask): string => task.due ?? (task.dueKind === 'standing' ? '长期' : '未读出');
  return tableText(
    ['编号', '时限', '任务', '单位', '指标', '文件'],
    tasks.map((task) => [
      task.number,
      due(task),
      short(task.text),
      short(units(task)),
      String(task.targets.length),
      String(task.instruments.length),
    ]),
  );
}

function unreadLines({ unread }: PlanDraft): string[] {
  return unread.map(({ reason, line, text, task }) => {
    const words = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    return `第 ${line} 行${task === null ? '' : `（任务 ${task}）`}：${REASONS[reason]}${words === '' ? '' : `：${words.replaceAll('\n', ' ')}`}`;
  });
}

function unknownLines(resolved: readonly ResolvedName[]): string[] {
  return resolved.flatMap((one) => {
    if (one.kind !== 'unknown') return [];
    const near = one.candidates.map(({ id, name }) => `${id}（${name}）`).join('、');
    return [`本区名录中没有单位“${one.named}”${near === '' ? '' : `，相近的有：${near}`}`];
  });
}
