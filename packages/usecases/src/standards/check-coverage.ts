/**
 * Whatever the engine may find has a clause that words it. A cell that cannot be read and that no check speaks of would
 * be lost without a word, and a finding of the import that none words would stop the whole file.
 */
import { appliesTo, isCalled } from '@xincheng/core/standards';
import type { CheckClause, CheckDefinition, ClauseKind, DatasetDefinition, FieldDefinition, FieldType } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Kinds of finding that a field of that type can give. */
const OF_TYPE: Readonly<Record<FieldType, readonly ClauseKind[]>> = {
  text: ['length', 'personal-data'],
  longText: ['length', 'personal-data'],
  phone: ['length'],
  code: ['code', 'length'],
  codes: ['code', 'length'],
  uscc: ['uscc'],
  organisationCode: ['organisation-code'],
  registrationNo: ['registration-no'],
  personId: ['person-id', 'length'],
  day: ['day'],
  money: ['money'],
  number: ['number'],
  integer: ['number'],
};
/** Findings of the second phase, which any dataset can give. */
const OF_FILES: readonly ClauseKind[] = ['row-shape', 'duplicate-in-batch', 'key-held', 'key-of-other-unit', 'same-number', 'replaces'];

/** Reports fields and datasets of which something can be found that no check words. */
export function checkCoverage(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    const checks = [...pack.checks.values()].filter((check) => appliesTo(check, dataset.id));
    for (const field of dataset.fields) {
      const missing = [...kindsOf(field)].filter((kind) => !checks.some((check) => check.clauses.some((clause) => speaksOf(clause, kind, field))));
      if (missing.length > 0) report(field, ['code'], 'no-clause', `没有规则说明字段 ${field.code} 的 ${missing.join('、')} 问题，填错了不会有人知道。`);
    }
    const ofFiles: readonly ClauseKind[] = [
      ...OF_FILES,
      ...(dataset.parent === undefined ? [] : (['parent'] as const)),
      ...(dataset.fields.every(({ ref }) => ref === undefined) ? [] : (['reference'] as const)),
    ];
    const missing = ofFiles.filter((kind) => !checks.some((check) => check.clauses.some((clause) => wordsLater(check, clause, kind, dataset))));
    if (missing.length > 0) report(dataset, ['id'], 'no-clause', `没有规则说明数据集 ${dataset.id} 的 ${missing.join('、')} 问题，遇到时整个文件都无法处理。`);
  }
}

function kindsOf(field: FieldDefinition): ReadonlySet<ClauseKind> {
  const types = typeof field.type === 'string' ? [field.type] : Object.values(field.type);
  const requirements = typeof field.require === 'string' ? [field.require] : Object.values(field.require);
  const kinds = new Set(types.flatMap((type) => OF_TYPE[type]));
  if (requirements.some((requirement) => requirement === 'required' || requirement === 'conditional')) kinds.add('required');
  if (requirements.includes('blank') || field.blankIf !== undefined) kinds.add('must-be-blank');
  if (field.cites !== undefined && field.type === 'text') kinds.add('instrument');
  return kinds;
}

function speaksOf({ kind, blame }: CheckClause, wanted: ClauseKind, field: FieldDefinition): boolean {
  return kind === wanted && (blame === undefined || isCalled(field, blame));
}

function wordsLater(check: CheckDefinition, clause: CheckClause, wanted: ClauseKind, { fields }: DatasetDefinition): boolean {
  if (clause.kind !== wanted || (clause.needs ?? check.needs) === 'row') return false;
  const { blame } = clause;
  return blame === undefined || fields.some((field) => isCalled(field, blame));
}
