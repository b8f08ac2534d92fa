/** Fields that name a record of another dataset: it exists, and its key can be made from the row. */
import { appliesTo, isCalled } from '@xincheng/core/standards';
import type { CheckDefinition, DatasetDefinition, FieldDefinition } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Reports references that no row could follow. */
export function checkLinks(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    for (const field of dataset.fields) {
      if (field.ref !== undefined) checkRef(pack, dataset, field, field.ref, report);
    }
  }
}

function checkRef(pack: PackContent, dataset: DatasetDefinition, field: FieldDefinition, ref: string, report: Report): void {
  const target = pack.datasets.get(ref);
  if (target === undefined) {
    report(field, ['ref'], 'unknown-dataset', `数据集 ${ref} 没有定义。`);
    return;
  }
  const fault = faultOf(pack, dataset, field, target);
  if (fault !== null) report(field, ['ref'], 'ref', fault);
}

function faultOf({ checks, datasets }: PackContent, dataset: DatasetDefinition, field: FieldDefinition, target: DatasetDefinition): string | null {
  if (field.type !== 'text' || field.sensitive === true) return '只有不敏感的文字字段可以填另一条记录的编号。';
  if (field.role === 'number' || field.role === 'parentNumber') return `承担 ${field.role} 的字段是本记录的编号，不能指向别的记录。`;
  if (target.parent !== undefined && target.parent !== dataset.parent) {
    return `${target.id} 的记录属于 ${target.parent} 的某条记录，数据集 ${dataset.id} 的行里认不出是哪一条。`;
  }
  const order = [...datasets.keys()];
  if (target.parent !== undefined && order.indexOf(target.id) > order.indexOf(dataset.id)) {
    return `${target.id} 应写在 ${dataset.id} 前面：连同上级记录一起推送时，按书写顺序入库。`;
  }
  if (target.id === dataset.id) {
    const isAsked = [...checks.values()].some((check) => asksAbout(check, dataset, field));
    return isAsked ? '指向本数据集的引用要到文件末尾才能判断，说明它的规则不能要求确认（confirm）。' : null;
  }
  return null;
}

function asksAbout(check: CheckDefinition, dataset: DatasetDefinition, field: FieldDefinition): boolean {
  if (!appliesTo(check, dataset.id)) return false;
  return check.clauses.some(
    (clause) =>
      clause.kind === 'reference' &&
      (clause.severity ?? check.severity) === 'confirm' &&
      (clause.blame === undefined || isCalled(field, clause.blame)),
  );
}
