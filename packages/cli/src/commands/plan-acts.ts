/** `xincheng plan keep|confirm|amend|close`: a plan comes in, takes effect, is amended by a paper, and ends. */
import { basename } from 'node:path';
import type { Day } from '@xincheng/core/calendar';
import { amendPlan, closePlan, confirmPlan, importPlanFile } from '@xincheng/usecases/plans';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { planFailure } from '../plan-lines.ts';
import { withUnit } from '../platform.ts';

export interface NameOptions {
  readonly name: string;
}

export interface ReasonOptions extends NameOptions {
  readonly reason: string;
}

export interface KeepOptions extends NameOptions {
  readonly id: string;
}

/** Units by role; a role that is not given has none. */
export interface RoleOptions {
  readonly lead?: readonly string[];
  readonly responsible?: readonly string[];
  readonly supporting?: readonly string[];
}

export interface AmendOptions extends ReasonOptions, RoleOptions {
  readonly task: string;
  readonly due?: Day;
  readonly preparedBy: string;
  readonly document: string;
}

/** Keeps what a file says as a draft, for another person to confirm. */
export async function keep(environment: Environment, file: string, { id, name }: KeepOptions): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const kept = await importPlanFile(platform, context, { id, name, path: file, fileName: basename(file) });
    if (!kept.ok) return planFailure(kept.error);
    const { title, unread, unknownUnits } = kept.value;
    const open = `没有读懂 ${String(unread.length)} 处，没有认出的单位 ${String(unknownUnits.length)} 个`;
    const text = `“${title}”已存为待确认方案 ${id}：${open}。处理完后（xincheng plan draft show ${id}），须由另一人确认才生效。`;
    return { exit: EXIT.done, text, json: kept.value };
  });
}

/** Confirms a draft and gives its tasks out. */
export async function confirm(environment: Environment, id: string, { name }: NameOptions): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const confirmed = await confirmPlan(platform, context, id, { name });
    if (!confirmed.ok) return planFailure(confirmed.error);
    const { tasks, units, withoutProof } = confirmed.value;
    const open = withoutProof.length === 0 ? '' : `没有写明完成依据的任务：${withoutProof.join('、')}。`;
    const text = `方案 ${id} 已确认生效：任务 ${String(tasks)} 项，涉及单位 ${String(units)} 个。${open}`;
    return { exit: EXIT.done, text, json: confirmed.value };
  });
}

/** Gives a task of a plan in effect another due day or other units, by a paper. */
export async function amend(environment: Environment, id: string, options: AmendOptions): Promise<Answer> {
  const { task: number, due: dueOn, lead, responsible, supporting, preparedBy, name, reason, document } = options;
  const isRebound = lead !== undefined || responsible !== undefined || supporting !== undefined;
  const units = isRebound ? { leads: lead ?? [], responsible: responsible ?? [], supporting: supporting ?? [] } : undefined;
  return withUnit(environment, undefined, async (platform, context) => {
    const amended = await amendPlan(platform, context, id, { number, dueOn, units, preparedBy, name, reason, document });
    if (!amended.ok) return planFailure(amended.error);
    const { dueOn: moved, bound, released } = amended.value;
    const text = [
      `任务 ${number} 已凭“${document}”调整`,
      ...(moved === null ? [] : [`完成时限改为 ${moved.to}`]),
      ...(bound.length + released.length === 0
        ? []
        : [`新增单位 ${String(bound.length)} 个，不再承担的 ${String(released.length)} 个`]),
    ].join('，');
    return { exit: EXIT.done, text: `${text}。`, json: amended.value };
  });
}

/** Ends a plan. */
export async function close(environment: Environment, id: string, { name, reason }: ReasonOptions): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const closed = await closePlan(platform, context, id, { name, reason });
    if (!closed.ok) return planFailure(closed.error);
    return { exit: EXIT.done, text: `方案 ${id} 已结束，任务不再核对。`, json: closed.value };
  });
}
