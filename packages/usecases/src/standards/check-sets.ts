/** Clauses that the database runs over the whole batch: what they speak of is there, and they only warn. */
import { appliesTo } from '@xincheng/core/standards';
import type { CheckClause, CheckDefinition, DatasetDefinition, FieldDefinition, SumRule } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

const SET_KINDS = ['sum', 'previous'] as const;

/** Reports what is wrong in a clause over sets, and such parts in clauses of other kinds. */
export function checkSetClause(pack: PackContent, check: CheckDefinition, clause: CheckClause, report: Report): void {
  for (const kind of SET_KINDS) {
    if ((clause.kind === kind) === (clause[kind] !== undefined)) continue;
    report(clause, [clause.kind === kind ? 'kind' : kind], 'clause-data', `kind: ${kind} 的分项要写 ${kind}，别的分项不写。`);
  }
  if (clause.kind !== 'sum' && clause.kind !== 'previous') return;
  if (clause.kind === 'sum' && clause.blame !== undefined) report(clause, ['blame'], 'clause-data', '合计标在所合计的字段上，不写 blame。');
  if (clause.kind === 'previous' && clause.blame === undefined) report(clause, ['kind'], 'clause-data', '与上一版本比较的分项要写 blame。');
  if ((clause.severity ?? check.severity) !== 'warning') {
    report(clause, [clause.severity === undefined ? 'kind' : 'severity'], 'set-clause', '合并入库之后才比较，只能提示（warning），不能退回或者要求确认。');
  }
  if ((clause.needs ?? check.needs) !== 'history') {
    report(clause, [clause.needs === undefined ? 'kind' : 'needs'], 'set-clause', '要与已入库的记录比较，needs 应为 history。');
  }
  if (clause.sum !== undefined) checkSum(pack, check, clause.sum, report);
}

function checkSum(pack: PackContent, check: CheckDefinition, sum: SumRule, report: Report): void {
  const child = pack.datasets.get(sum.child);
  const parent = pack.datasets.get(child?.parent ?? '');
  if (child === undefined || parent === undefined) {
    report(sum, ['child'], 'unknown-child', `${sum.child} 不是某个数据集的子数据集。`);
    return;
  }
  const summed = fieldOf(child, sum, 'field', report);
  const bound = fieldOf(parent, sum, 'parentField', report);
  if (summed !== undefined && bound !== undefined && measureOf(summed) !== measureOf(bound)) {
    report(sum, ['parentField'], 'sum-type', `${sum.field} 与 ${sum.parentField} 一个是金额一个是数，不能比较。`);
  }
  if (!appliesTo(check, child.id) && !appliesTo(check, parent.id)) {
    report(sum, ['child'], 'applies-nowhere', `规则不管 ${child.id} 和 ${parent.id}，这个分项永远不会起作用。`);
  }
}

function fieldOf(dataset: DatasetDefinition, sum: SumRule, key: 'field' | 'parentField', report: Report): FieldDefinition | undefined {
  const field = dataset.fields.find(({ code }) => code === sum[key]);
  if (field === undefined) report(sum, [key], 'unknown-field', `数据集 ${dataset.id} 没有字段 ${sum[key]}。`);
  else if (measureOf(field) === null) report(sum, [key], 'sum-type', `字段 ${sum[key]} 不是金额或数，不能合计。`);
  return field;
}

/** What a field counts; null where it counts nothing. Sealed figures cannot be summed. */
function measureOf({ type, sensitive }: FieldDefinition): 'money' | 'number' | null {
  if (sensitive === true) return null;
  if (type === 'money') return 'money';
  return type === 'number' || type === 'integer' ? 'number' : null;
}
