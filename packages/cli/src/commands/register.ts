/** `xincheng register …`: what registers say when they are read together. */
import { formatMoney } from '@xincheng/core/records';
import { readFunds, readOpenDecisions } from '@xincheng/usecases/registers';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

/** Decisions of meetings that are still to be done. */
export function decisions(environment: Environment, options: { readonly limit: number }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await readOpenDecisions(platform, localContext(environment, []), options);
    const rows = found.map(({ dueOn, isLate, responsibleUnit, decision, meeting, number }) => [
      dueOn === null ? '没有时限' : `${dueOn}${isLate ? '（逾期）' : ''}`,
      responsibleUnit,
      decision,
      `${meeting} 第${number}项`,
    ]);
    return { exit: EXIT.done, text: tableText(['完成时限', '责任单位', '议定内容', '会议'], rows), json: found };
  });
}

/** Money planned, spent and left. */
export function funds(environment: Environment): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = (await readFunds(platform, localContext(environment, []))).map(({ year, purpose, planned, spent, left }) => ({
      year,
      purpose,
      planned: formatMoney(planned, 'wan-yuan'),
      spent: formatMoney(spent, 'wan-yuan'),
      left: formatMoney(left, 'wan-yuan'),
    }));
    const rows = found.map(({ year, purpose, planned, spent, left }) => [year, purpose, planned, spent, left]);
    return {
      exit: EXIT.done,
      text: tableText(['年度', '用途', '安排（万元）', '支出（万元）', '结余（万元）'], rows),
      json: found,
    };
  });
}
