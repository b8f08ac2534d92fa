/** Proof of plans: every task once, every condition says one thing, and what it speaks of exists. */
import { compileMeasure } from '@xincheng/core/indicators';
import { recordsMeasure } from '@xincheng/core/plans';
import type { ProofCondition, TaskProof } from '@xincheng/core/plans';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Reports what does not fit in the files of proofs. */
export function checkPlans(pack: PackContent, report: Report): void {
  for (const { tasks } of pack.plans.values()) {
    const numbers = new Set<string>();
    for (const task of tasks) {
      if (numbers.has(task.number)) report(task, ['number'], 'duplicate-id', `任务 ${task.number} 写了两次。`);
      numbers.add(task.number);
      checkConditions(pack, task, report);
    }
  }
}

function checkConditions(pack: PackContent, task: TaskProof, report: Report): void {
  const ids = new Set<string>();
  for (const condition of task.all) {
    const { id } = condition;
    // The whole of a task is noted under this word.
    if (ids.has(id) || id === 'all') report(condition, ['id'], 'duplicate-id', `条件编号 ${id} 在任务 ${task.number} 里已经用过，或是保留的 all。`);
    ids.add(id);
    checkOneThing(condition, report);
    checkSpokenOf(pack, condition, report);
  }
}

/** What a condition speaks of exists and can be asked of the database; an indicator has something to be held against. */
function checkSpokenOf(pack: PackContent, condition: ProofCondition, report: Report): void {
  const { indicator, expected, records } = condition;
  const named = indicator === undefined ? undefined : pack.indicators.get(indicator);
  if (indicator !== undefined && named === undefined) report(condition, ['indicator'], 'unknown-indicator', `指标 ${indicator} 没有定义。`);
  if (named?.numerator !== undefined && named.targets === undefined) report(condition, ['indicator'], 'proof-condition', `指标 ${named.id} 没有目标 targets，不能证明任务完成。`);
  if (expected !== undefined && !pack.expected.has(expected)) report(condition, ['expected'], 'unknown-set', `应报清单 ${expected} 没有定义。`);
  if (records === undefined) return;
  const compiled = compileMeasure(pack, recordsMeasure(records), records.dataset);
  if (!pack.datasets.has(records.dataset)) report(records, ['dataset'], 'unknown-dataset', `数据集 ${records.dataset} 没有定义。`);
  else if (!compiled.ok) report(records, ['where'], 'measure', `数据集 ${records.dataset} 不能这样计数：${compiled.error}。`);
}

function checkOneThing(condition: ProofCondition, report: Report): void {
  const { id, indicator, expected, records, needs, period } = condition;
  if ([indicator, expected, records, needs].filter((one) => one !== undefined).length !== 1)
    report(condition, ['id'], 'proof-condition', `条件 ${id} 应写 indicator、expected、records、needs 之一，且只写一个。`);
  if (period !== undefined && indicator === undefined && expected === undefined) report(condition, ['period'], 'proof-condition', `条件 ${id} 不是指标或应报集合，不写 period。`);
}
