/** Expected sets and monitoring trees: each says what its own kind needs and nothing else, and everything named exists. */
import { compileMeasure } from '@xincheng/core/indicators';
import type { ExpectedSetDefinition, MonitoringGroup, MonitoringLeaf, MonitoringTree } from '@xincheng/core/indicators';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Reports what is wrong with the expected sets. */
export function checkExpected(pack: PackContent, report: Report): void {
  for (const set of pack.expected.values()) {
    checkKeys(set, report);
    (set.datasets ?? []).forEach((id, index) => {
      if (!pack.datasets.has(id)) report(set, ['datasets', index], 'unknown-dataset', `数据集 ${id} 没有定义。`);
    });
    if (set.task !== undefined && !TASK.test(set.task)) report(set, ['task'], 'unknown-task', `任务 ${set.task} 写法不对：应写“方案编号/任务序号”，如 licheng-2021/十1。`);
    checkMetBy(pack, set, report);
  }
}

/** `<plan>/<number>`; the number is that of the area and of the task in it. */
const TASK = /^[a-z0-9]+(?:-[a-z0-9]+)*\/\p{Script=Han}+\d+$/u;

function checkKeys(set: ExpectedSetDefinition, report: Report): void {
  const { from, task, reasons, datasets } = set;
  const refuse = (key: string, isWrong: boolean, reason: string): void => {
    if (isWrong) report(set, [key], 'set-items', reason);
  };
  const isBound = from === 'bound-units';
  refuse(isBound && task === undefined ? 'from' : 'task', isBound !== (task !== undefined), 'from: bound-units 要写 task，别的来源不写。');
  refuse('datasets', isBound && datasets !== undefined, 'from: bound-units 按单位列项，不写 datasets。');
  refuse('reasons', reasons !== undefined && from !== 'provisions', 'reasons 只用于 from: provisions。');
  refuse('from', from === 'declared' && datasets === undefined, 'from: declared 要写 datasets：各单位申报哪些数据集的总数。');
}

function checkMetBy(pack: PackContent, { metBy }: ExpectedSetDefinition, report: Report): void {
  if (metBy === undefined) return;
  if (!pack.datasets.has(metBy.dataset)) {
    report(metBy, ['dataset'], 'unknown-dataset', `数据集 ${metBy.dataset} 没有定义。`);
    return;
  }
  const compiled = compileMeasure(pack, { ...metBy, source: 'record', datasets: [metBy.dataset], by: 'decidedOn' }, metBy.dataset);
  if (!compiled.ok) report(metBy, ['where'], 'measure', `数据集 ${metBy.dataset} 不能这样计数：${compiled.error}。`);
}

/** Reports what is wrong with the monitoring trees. */
export function checkMonitoring(pack: PackContent, report: Report): void {
  for (const tree of pack.monitoring.values()) {
    const ids = new Set<string>();
    for (const node of [...tree.groups.flatMap(nodesOf), ...tree.gates]) {
      if (ids.has(node.id)) report(node, ['id'], 'duplicate-id', `编号 ${node.id} 已经用过。`);
      ids.add(node.id);
    }
    for (const leaf of leavesOf(tree)) checkLeaf(pack, leaf, report);
    for (const group of tree.groups.flatMap(groupsOf)) checkGroup(group, report);
  }
}

function checkLeaf({ indicators }: PackContent, leaf: MonitoringLeaf, report: Report): void {
  const { id, indicator, needs } = leaf;
  if ((indicator === undefined) === (needs === undefined)) report(leaf, ['id'], 'leaf', `监测项 ${id} 要么绑定指标 indicator，要么用 needs 写明还缺什么，二者写且只写一个。`);
  if (indicator !== undefined && !indicators.has(indicator)) report(leaf, ['indicator'], 'unknown-indicator', `指标 ${indicator} 没有定义。`);
}

function checkGroup(group: MonitoringGroup, report: Report): void {
  if ((group.groups === undefined) === (group.leaves === undefined)) report(group, ['id'], 'leaf', `监测组 ${group.id} 下面要么是 groups，要么是 leaves，二者写且只写一个。`);
  const parts = group.groups ?? group.leaves ?? [];
  const points = parts.flatMap((part) => part.points ?? []);
  // Points of some parts say nothing about the sum of all.
  if (group.points === undefined || points.length === 0 || points.length < parts.length) return;
  const sum = points.reduce((total, one) => total + Number(one), 0);
  if (sum !== Number(group.points)) report(group, ['points'], 'points', `监测组 ${group.id} 写 ${group.points} 分，其下合计 ${String(sum)} 分。`);
}

function groupsOf(group: MonitoringGroup): MonitoringGroup[] {
  return [group, ...(group.groups ?? []).flatMap(groupsOf)];
}

function nodesOf(group: MonitoringGroup): (MonitoringGroup | MonitoringLeaf)[] {
  return [group, ...(group.groups ?? []).flatMap(nodesOf), ...(group.leaves ?? [])];
}

function leavesOf({ groups, gates }: MonitoringTree): MonitoringLeaf[] {
  return [...groups.flatMap(groupsOf).flatMap(({ leaves = [] }) => leaves), ...gates];
}
