/** `xincheng plan draft …`: what was not understood of a plan is looked at, put right and settled before another person confirms it. */
import type { Result } from '@xincheng/core/result';
import { amendDraft, dropDraft, readDraft, settleDraft } from '@xincheng/usecases/plans';
import type { DraftAmendment, DraftView, PlanProblem, Settling } from '@xincheng/usecases/plans';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { openLines, planFailure } from '../plan-lines.ts';
import { withUnit } from '../platform.ts';
import type { ReasonOptions, RoleOptions } from './plan-acts.ts';

export interface AmendDraftOptions extends ReasonOptions, RoleOptions {
  readonly task: string;
  readonly due?: DraftAmendment['due'];
  readonly acceptEarly?: boolean;
}

export interface SettleOptions extends ReasonOptions {
  readonly as: Settling['as'];
}

/** Shows a draft with what is left to do about it. */
export async function show(environment: Environment, id: string): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => answerOf(await readDraft(platform, context, id)));
}

/** Puts one task right. What is not given stays. */
export async function amend(environment: Environment, id: string, options: AmendDraftOptions): Promise<Answer> {
  const { task: number, due, acceptEarly: acceptsEarlyDue, lead: leads, responsible, supporting, name, reason } = options;
  const amendment = { number, leads, responsible, supporting, due, acceptsEarlyDue, name, reason };
  return withUnit(environment, undefined, async (platform, context) =>
    answerOf(await amendDraft(platform, context, id, amendment)),
  );
}

/** Settles what was not understood. */
export async function settle(
  environment: Environment,
  id: string,
  ordinals: readonly number[],
  { as, name, reason }: SettleOptions,
): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) =>
    answerOf(await settleDraft(platform, context, id, { ordinals, as, name, reason })),
  );
}

/** Gives a draft up. */
export async function drop(environment: Environment, id: string, { name, reason }: ReasonOptions): Promise<Answer> {
  return withUnit(environment, undefined, async (platform, context) => {
    const dropped = await dropDraft(platform, context, id, { name, reason });
    if (!dropped.ok) return planFailure(dropped.error);
    return { exit: EXIT.done, text: `待确认方案 ${id} 已作废，编号和名称可以再用。`, json: dropped.value };
  });
}

function answerOf(draft: Result<DraftView, PlanProblem>): Answer {
  if (!draft.ok) return planFailure(draft.error);
  const { planId, title, content, importedBy } = draft.value;
  const open = openLines(draft.value);
  const text = [
    `待确认方案 ${planId}：${title}（${importedBy}导入），任务 ${String(content.tasks.length)} 项`,
    ...(open.length === 0 ? ['没有待处理的内容，可由另一人确认。'] : [`待处理 ${String(open.length)} 处：`, ...open]),
  ].join('\n');
  return { exit: EXIT.done, text, json: draft.value };
}
