/** `xincheng plan list|show|board|evaluate` and `xincheng task …`: what plans there are, and how their tasks stand. */
import type { TaskState } from '@xincheng/core/plans';
import { declareDone, evaluatePlan, listPlansFor, readPlan, readPlanBoard, readTask } from '@xincheng/usecases/plans';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { asOfText, planFailure, STATES, tasksText } from '../plan-lines.ts';
import { withUnit } from '../platform.ts';
import { tableText } from '../table.ts';

export interface UnitOption {
  readonly unit?: string;
}

export interface DeclareOptions {
  readonly unit: string;
  readonly words: string;
  readonly name: string;
}

const OUTCOMES = { holds: '成立', fails: '不成立', 'no-data': '无数据', missing: '尚不能测算' } as const;

/** Lists plans, and drafts that wait. */
export async function list(environment: Environment): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
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

/** Shows a plan with how its tasks stand. */
export async function show(environment: Environment, id: string, { unit }: UnitOption): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const plan = await readPlan(platform, context, id);
    if (!plan.ok) return planFailure(plan.error);
    return {
      exit: EXIT.done,
      text: `${plan.value.title}（${asOfText(plan.value)}）\n${tasksText(plan.value.tasks)}`,
      json: plan.value,
    };
  });
}

/** Shows a plan at a glance. */
export async function board(environment: Environment, id: string): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const read = await readPlanBoard(platform, context, id);
    if (!read.ok) return planFailure(read.error);
    const { plan, areas, next, troubled } = read.value;
    const states = Object.keys(STATES) as TaskState[];
    const rows = areas.map((area) => [area.number, area.title, ...states.map((state) => String(area[state]))]);
    const text = [
      `${plan.title}（${asOfText(read.value)}）`,
      tableText(['领域', '名称', ...states.map((state) => STATES[state])], rows),
      ...(troubled.length === 0 ? [] : ['逾期或倒退：', tasksText(troubled)]),
      ...(next.length === 0 ? [] : ['将到期：', tasksText(next.slice(0, 10))]),
    ].join('\n');
    return { exit: EXIT.done, text, json: read.value };
  });
}

/** Judges a plan now and notes what changed. */
export async function evaluate(environment: Environment, id: string): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const evaluated = await evaluatePlan(platform, context, id);
    if (!evaluated.ok) return planFailure(evaluated.error);
    const proven = evaluated.value.tasks.filter(({ state }) => state === 'proven').length;
    const text = `已核对：${String(evaluated.value.tasks.length)} 项任务，已证明 ${String(proven)} 项。`;
    return { exit: EXIT.done, text, json: evaluated.value };
  });
}

/** Shows one task with its proof. */
export async function showTask(environment: Environment, id: string, number: string, { unit }: UnitOption): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const read = await readTask(platform, context, id, number);
    if (!read.ok) return planFailure(read.error);
    const task = read.value;
    const rows = task.proof.map(({ says, outcome, shown, period }) => [says.zh, OUTCOMES[outcome], shown, period ?? '']);
    const proof = rows.length === 0 ? '没有写明怎样算完成。' : tableText(['依据', '', '现值', '期间'], rows);
    return { exit: EXIT.done, text: `${task.text}\n${tasksText([task])}\n${proof}\n（${asOfText(task)}）`, json: task };
  });
}

/** Declares a task done for a unit. */
export async function declare(environment: Environment, id: string, number: string, options: DeclareOptions): Promise<Answer> {
  const { unit, words, name } = options;
  return withUnit(environment, unit, async (platform, context, unitId) => {
    const declared = await declareDone(platform, context, id, { number, unitId: unitId ?? unit, words, name });
    if (!declared.ok) return planFailure(declared.error);
    return { exit: EXIT.done, text: `已记下申报。申报不等于证明，任务 ${number} 的状态仍由数据得出。`, json: declared.value };
  });
}
