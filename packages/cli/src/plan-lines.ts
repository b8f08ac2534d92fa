/** How plans, drafts and tasks are said on the command line. */
import type { TaskState, UnreadReason } from '@xincheng/core/plans';
import type { DraftView, PlanCode, PlanFileProblem, PlanProblem, TaskView } from '@xincheng/usecases/plans';
import { EXIT, failure } from './exit.ts';
import type { Answer } from './exit.ts';
import { tableText } from './table.ts';

/** States of tasks in their order. */
export const STATES: Readonly<Record<TaskState, string>> = {
  'not-started': '未开始',
  'in-progress': '进行中',
  proven: '已证明',
  late: '逾期',
  regressed: '倒退',
};

/** Why something was not understood. */
export const REASONS: Readonly<Record<UnreadReason, string>> = {
  'text-outside-tasks': '任务之外的文字',
  'bracket-not-understood': '分工的写法没有读懂',
  'due-not-understood': '时限没有读懂或不止一个',
  'unit-not-understood': '不像单位名称',
  'number-twice': '编号重复，已另编',
  'no-units': '没有写明单位',
  'due-before-plan': '时限早于方案日期',
  'table-not-understood': '表格的这一行没有读懂',
  picture: '图片，没有读',
};

/** Refused by the rules; every other problem is one of what was given. */
const BY_RULE: readonly string[] = [
  'credit-office-only',
  'plan-name-taken',
  'plan-id-taken',
  'plan-in-effect',
  'plan-closed',
  'task-without-unit',
  'due-before-plan',
  'number-twice',
  'unread-left',
  'same-person',
  'not-your-unit',
  'not-bound',
] satisfies readonly PlanCode[];

/** A refusal with its exit code. */
export function planFailure(problem: PlanProblem | PlanFileProblem): Answer {
  return failure(BY_RULE.includes(problem.code) ? EXIT.refused : EXIT.unusable, problem);
}

/** What is left to do about a draft, one line each. */
export function openLines({ unread, unknownUnits }: DraftView): readonly string[] {
  return [
    ...unread
      .filter(({ settledAs }) => settledAs === null)
      .map(({ ordinal, line, task, reason, text }) => {
        const words = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
        const where = `${String(ordinal)}. 第 ${String(line)} 行${task === null ? '' : `（任务 ${task}）`}`;
        return `${where}：${REASONS[reason]}${words === '' ? '' : `：${words.replaceAll('\n', ' ')}`}`;
      }),
    ...unknownUnits.map(({ number, name }) => `任务 ${number}：本区名录中没有单位“${name}”`),
  ];
}

const MOST_WORDS = 60;

/** When states were computed: at the reading itself, in local time. */
export function asOfText({ asOf }: { readonly asOf: Date }): string {
  return `状态按 ${asOf.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })} 的数据算出`;
}

/** Tasks as a table. */
export function tasksText(tasks: readonly TaskView[]): string {
  const rows = tasks.map((task) => [
    task.number,
    task.short?.zh ?? task.text.slice(0, 18),
    `${STATES[task.state]}${task.isProvenLate ? '（逾期后）' : ''}${task.isDeclared && task.state !== 'proven' ? '（已申报，未证明）' : ''}`,
    task.dueOn ?? '',
    task.hasProof ? `${String(task.holding)}/${String(task.conditions)}` : '未定义依据',
  ]);
  return tableText(['任务', '内容', '状态', '时限', '成立'], rows);
}
