/** Datasets: fields that can be told apart, a key that is never blank, examples that fit. */
import { isCalled, rolesOf, STANDINGS, SUBJECT_KINDS } from '@xincheng/core/standards';
import type { DatasetDefinition, ExampleRow, FieldDefinition, FieldRole, FieldType, Requirement, SubjectKind } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import { checkField } from './check-fields.ts';
import type { Report } from './problem.ts';

/** Parts of every record's key and header: without them a dataset cannot be kept. */
const NEEDED_ROLES: readonly FieldRole[] = ['subjectName', 'number', 'decidedOn', 'authorityUscc'];

/** Everything about datasets that can be told without compiling their expressions. */
export function checkDatasets(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    checkNames(dataset, report);
    checkRoles(dataset, report);
    checkRegister(pack, dataset, report);
    for (const field of dataset.fields) checkField(pack, field, report);
    for (const example of dataset.examples) checkExample(dataset, example, report);
    checkChildren(pack, dataset, report);
  }
}

function checkNames(dataset: DatasetDefinition, report: Report): void {
  const codes = new Set<string>();
  const headers = new Map<string, string>();
  for (const field of dataset.fields) {
    if (codes.has(field.code)) report(field, ['code'], 'duplicate-field', `数据集 ${dataset.id} 里已有字段 ${field.code}。`);
    codes.add(field.code);
    [field.name.zh, ...(field.aliases ?? []), field.code].forEach((header, index) => {
      const holder = headers.get(header);
      const path = index === 0 ? ['name', 'zh'] : ['aliases', index - 1];
      if (holder !== undefined && holder !== field.code) report(field, path, 'duplicate-header', `表头 ${header} 已指向字段 ${holder}，收文件时分不清。`);
      headers.set(header, field.code);
    });
  }
}

function checkRoles(dataset: DatasetDefinition, report: Report): void {
  const byRole = new Map<FieldRole, FieldDefinition>();
  for (const field of dataset.fields) {
    for (const role of rolesOf(field)) {
      const place = role === field.role ? 'role' : 'alsoRoles';
      if (byRole.has(role)) report(field, [place], 'duplicate-role', `数据集 ${dataset.id} 里已有字段承担 ${role}。`);
      byRole.set(role, field);
      if (role === 'parentNumber' && dataset.parent === undefined) report(field, [place], 'reserved-role', 'parentNumber 由系统给子数据集设置，不能在这里写。');
    }
  }
  const needed = [
    ...NEEDED_ROLES,
    ...(dataset.categories === undefined ? [] : (['subjectCategory'] as const)),
    ...(byRole.has('personId') ? [] : (['subjectUscc'] as const)),
  ];
  for (const role of needed) {
    if (!byRole.has(role)) report(dataset.fields, [], 'missing-role', `数据集 ${dataset.id} 没有字段承担 ${role}。`);
  }
  for (const role of NEEDED_ROLES) {
    const field = byRole.get(role);
    if (field !== undefined && field.require !== 'required') report(field, ['require'], 'role-optional', `${role} 是记录标识的一部分，必须必填。`);
  }
}

/** The base register holds organisations by their code, and says how each stands; a natural person never has an entry. */
function checkRegister(pack: PackContent, dataset: DatasetDefinition, report: Report): void {
  if (dataset.registers === undefined) return;
  for (const role of ['subjectUscc', 'subjectStanding'] as const) {
    if (!dataset.fields.some((field) => isCalled(field, role))) report(dataset.fields, [], 'missing-role', `法人库数据集 ${dataset.id} 没有字段承担 ${role}。`);
  }
  const standing = dataset.fields.find(({ role }) => role === 'subjectStanding');
  const states = standing === undefined ? undefined : pack.codeLists.get(standing.codeList ?? '');
  for (const meaning of STANDINGS) {
    if (states?.values.every((value) => value.standing !== meaning) === true) report(standing ?? dataset, ['codeList'], 'no-standing', `登记状态的代码表 ${states.id} 没有一个值写明 standing: ${meaning}。`);
  }
  const kinds = Object.values(dataset.categories ?? {});
  if (kinds.length === 0 || kinds.includes('natural')) report(dataset, ['registers'], 'register-of-persons', `法人库只收组织：数据集 ${dataset.id} 要写 categories，其中没有自然人。`);
}

/** What one kind of subject must do with a field. */
function requirementFor(field: FieldDefinition, kind: SubjectKind): Requirement {
  return typeof field.require === 'string' ? field.require : field.require[kind];
}

function checkExample(dataset: DatasetDefinition, example: ExampleRow, report: Report): void {
  const kinds = dataset.categories === undefined ? SUBJECT_KINDS : Object.values(dataset.categories);
  if (!kinds.includes(example.kind)) report(example, ['kind'], 'example-kind', `数据集 ${dataset.id} 没有 ${example.kind} 这类主体。`);
  const codes = new Set(dataset.fields.map(({ code }) => code));
  for (const code of Object.keys(example.values)) {
    if (!codes.has(code)) report(example.values, [code], 'unknown-field', `数据集 ${dataset.id} 没有字段 ${code}。`);
  }
  for (const field of dataset.fields) {
    const isFilled = (example.values[field.code] ?? '').trim() !== '';
    const requirement = requirementFor(field, example.kind);
    if (requirement === 'required' && !isFilled && field.computed === undefined) report(example, ['values'], 'example-incomplete', `示例缺少必填字段 ${field.code}。`);
    if (requirement === 'blank' && isFilled) report(example.values, [field.code], 'example-not-blank', `字段 ${field.code} 对 ${example.kind} 应为空。`);
  }
}

const COUNTABLE: readonly FieldDefinition['type'][] = ['money', 'number', 'integer'] satisfies readonly FieldType[];

function checkChildren(pack: PackContent, dataset: DatasetDefinition, report: Report): void {
  const ids = new Set<string>();
  for (const child of dataset.children ?? []) {
    const codes = child.fields.map(({ code }) => code);
    for (const key of ['number', 'decidedOn'] as const) {
      if (!codes.includes(child[key])) report(child, [key], 'unknown-field', `子数据集 ${child.id} 没有字段 ${child[key]}。`);
    }
  }
  for (const rollup of dataset.rollups ?? []) {
    if (ids.has(rollup.id)) report(rollup, ['id'], 'duplicate-id', `汇总 ${rollup.id} 已经用过。`);
    ids.add(rollup.id);
    const child = pack.datasets.get(`${dataset.id}.${rollup.child}`);
    const field = child?.fields.find(({ code }) => code === rollup.sum);
    if (child === undefined) report(rollup, ['child'], 'unknown-child', `数据集 ${dataset.id} 没有子数据集 ${rollup.child}。`);
    else if (field === undefined) report(rollup, ['sum'], 'unknown-field', `子数据集 ${rollup.child} 没有字段 ${rollup.sum}。`);
    else if (!COUNTABLE.includes(field.type)) report(rollup, ['sum'], 'rollup-type', `字段 ${rollup.sum} 不是金额或数，不能汇总。`);
  }
}
