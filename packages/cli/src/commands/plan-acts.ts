/** `xincheng plan …` and `xincheng task …`: plans in effect, those that wait, and how tasks stand. */
import { asDay, isDay } from '@xincheng/core/calendar';
import type { TaskState } from '@xincheng/core/plans';
import {
  amendPlan,
  confirmPlan,
  declareDone,
  evaluatePlan,
  importPlan,
  listPlansFor,
  readPlan,
  readPlanBoard,
  readPlanFile,
  readTask,
} from '@xincheng/usecases/plans';
import type { TaskView } from '@xincheng/usecases/plans';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface NameOptions {
  readonly name: string;
}

export interface KeepOptions extends NameOptions {
  readonly id: string;
}

export interface AmendOptions extends NameOptions {
  readonly task: string;
  readonly due: string;
  readonly reason: string;
  readonly document: string;
}

export interface DeclareOptions extends NameOptions {
  readonly unit: string;
  readonly words: string;
}

const STATES: Readonly<Record<TaskState, string>> = {
  'not-started': '未开始',
  'in-progress': '进行中',
  proven: '已证明',
  late: '逾期',
  regressed: '倒退',
};
const OUTCOMES = { holds: '成立', fails: '不成立', 'no-data': '无数据', missing: '尚不能测算' } as const;

type Work = (platform: Platform, context: ActContext, unitId: string | null) => Promise<Answer>;

/** Whoever sits at the machine acts as the credit office, or as the unit that is named. */
async function withPlans(environment: Environment, unit: string | undefined, work: Work): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  const context = localContext(environment, unitId === null ? [] : [unitId]);
  return withPlatform(environment, { standards }, (platform) => work(platform, context, unitId));
}

/** Keeps what a file says as a draft, for another person to confirm. */
export async function keep(environment: Environment, file: string, { id, name }: KeepOptions): Promise<Answer> {
  return withPlans(environment, undefined, async (platform, context) => {
    const read = await readPlanFile(platform, { path: file });
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const source = { id, name, fileName: file.split(/[\\/]/u).at(-1) ?? file, fileSha256: null };
    const kept = await importPlan(platform, context, read.value.draft, source);
    if (!kept.ok) return failure(EXIT.unusable, kept.error);
    const { title, unread, unknownUnits } = kept.value;
    const text = `“${title}”已存为待确认方案 ${id}：没有读懂 ${String(unread.length)} 处，没有认出的单位 ${String(unknownUnits.length)} 个。须由另一人确认后生效。`;
    return { exit: EXIT.done, text, json: kept.value };
  });
}

/** Lists plans, and drafts that wait. */
export async function list(environment: Environment): Promise<Answer> {
  return withPlans(environment, undefined, async (platform, context) => {
    const found = await listPlansFor(platform, context);
    const rows = [
      ...found.plans.map(({ id, title, state, confirmedOn }) => [id, title, state === 'closed' ? '已结束' : '生效', confirmedOn]),
      ...found.drafts.map(({ planId, title }) => [planId, title, '待确认', '']),
    ];
    return {
      exit: EXIT.done,
      text: rows.length === 0 ? '没有方案。' : tableText(['编号', '名称', '状态', '确认'], rows),
      json: found,
    };
  });
}

/** Confirms a draft and gives its tasks out. */
export async function confirm(environment: Environment, id: string, { name }: NameOptions): Promise<Answer> {
  return withPlans(environment, undefined, async (platform, context) => {
    const confirmed = await confirmPlan(platform, context, id, { name });
    if (!confirmed.ok) return failure(EXIT.unusable, confirmed.error);
    const { tasks, units, withoutProof } = confirmed.value;
    const open = withoutProof.length === 0 ? '' : `没有写明完成依据的任务：${withoutProof.join('、')}。`;
    const text = `方案 ${id} 已确认生效：任务 ${String(tasks)} 项，涉及单位 ${String(units)} 个。${open}`;
    return { exit: EXIT.done, text, json: confirmed.value };
  });
}

/** Gives a task of a plan in effect another due day, by a paper. */
export async function amend(environment: Environment, id: string, options: AmendOptions): Promise<Answer> {
  const { task, due, name, reason, document } = options;
  if (!isDay(due)) return failure(EXIT.unusable, { code: 'bad-day', message: `“${due}”不是日期。请写成 2021-06-30。` });
  return withPlans(environment, undefined, async (platform, context) => {
    const amended = await amendPlan(platform, context, id, { number: task, dueOn: asDay(due), name, reason, document });
    if (!amended.ok) return failure(EXIT.unusable, amended.error);
    return { exit: EXIT.done, text: `任务 ${task} 的完成时限改为 ${due}。`, json: amended.value };
  });
}

/** Shows a plan with how its tasks stand. */
export async function show(environment: Environment, id: string, { unit }: { readonly unit?: string }): Promise<Answer> {
  return withPlans(environment, unit, async (platform, context) => {
    const plan = await readPlan(platform, context, id);
    if (!plan.ok) return failure(EXIT.unusable, plan.error);
    return { exit: EXIT.done, text: `${plan.value.title}\n${tasksText(plan.value.tasks)}`, json: plan.value };
  });
}

function tasksText(tasks: readonly TaskView[]): string {
  const rows = tasks.map((task) => [
    task.number,
    task.short?.zh ?? task.text.slice(0, 18),
    `${STATES[task.state]}${task.isProvenLate ? '（逾期后）' : ''}${task.isDeclared && task.state !== 'proven' ? '（已申报，未证明）' : ''}`,
    task.dueOn ?? '',
    task.hasProof ? `${String(task.holding)}/${String(task.conditions)}` : '未定义依据',
  ]);
  return tableText(['任务', '内容', '状态', '时限', '成立'], rows);
}

/** Shows a plan at a glance. */
export async function board(environment: Environment, id: string): Promise<Answer> {
  return withPlans(environment, undefined, async (platform, context) => {
    const read = await readPlanBoard(platform, context, id);
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const { areas, next, troubled } = read.value;
    const states = Object.keys(STATES) as TaskState[];
    const rows = areas.map((area) => [area.number, area.title, ...states.map((state) => String(area[state]))]);
    const text = [
      tableText(['领域', '名称', ...states.map((state) => STATES[state])], rows),
      ...(troubled.length === 0 ? [] : ['逾期或倒退：', tasksText(troubled)]),
      ...(next.length === 0 ? [] : ['将到期：', tasksText(next.slice(0, 10))]),
    ].join('\n');
    return { exit: EXIT.done, text, json: read.value };
  });
}

/** Judges a plan now and notes what changed. */
export async function evaluate(environment: Environment, id: string): Promise<Answer> {
  return withPlans(environment, undefined, async (platform, context) => {
    const evaluated = await evaluatePlan(platform, context, id);
    if (!evaluated.ok) return failure(EXIT.unusable, evaluated.error);
    const proven = evaluated.value.tasks.filter(({ state }) => state === 'proven').length;
    const text = `已核对：${String(evaluated.value.tasks.length)} 项任务，已证明 ${String(proven)} 项。`;
    return { exit: EXIT.done, text, json: evaluated.value };
  });
}

/** Shows one task with its proof. */
export async function showTask(
  environment: Environment,
  id: string,
  number: string,
  { unit }: { readonly unit?: string },
): Promise<Answer> {
  return withPlans(environment, unit, async (platform, context) => {
    const read = await readTask(platform, context, id, number);
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const task = read.value;
    const rows = task.proof.map(({ says, outcome, shown, period }) => [says.zh, OUTCOMES[outcome], shown, period ?? '']);
    const proof = rows.length === 0 ? '没有写明怎样算完成。' : tableText(['依据', '', '现值', '期间'], rows);
    return { exit: EXIT.done, text: `${task.text}\n${tasksText([task])}\n${proof}`, json: task };
  });
}

/** Declares a task done for a unit. */
export async function declare(environment: Environment, id: string, number: string, options: DeclareOptions): Promise<Answer> {
  const { unit, words, name } = options;
  return withPlans(environment, unit, async (platform, context, unitId) => {
    const declared = await declareDone(platform, context, id, { number, unitId: unitId ?? unit, words, name });
    if (!declared.ok) return failure(EXIT.unusable, declared.error);
    return { exit: EXIT.done, text: `已记下申报。申报不等于证明，任务 ${number} 的状态仍由数据得出。`, json: declared.value };
  });
}
