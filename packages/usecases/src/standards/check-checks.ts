/** Checks: clauses that can fire somewhere, examples that name what exists. */
import { namesIn } from '@xincheng/core/expression';
import { appliesTo, isCalled, FIELD_ROLES } from '@xincheng/core/standards';
import type { CheckClause, CheckDefinition, CheckExample, DatasetDefinition } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import { checkSetClause } from './check-sets.ts';
import type { Report } from './problem.ts';

const PLACEHOLDERS: ReadonlySet<string> = new Set(['{row}', '{column}', '{label}', '{value}', '{expected}']);
const ROLES: ReadonlySet<string> = new Set(FIELD_ROLES);

/** Everything about checks that can be told without compiling their expressions. */
export function checkChecks(pack: PackContent, report: Report): void {
  for (const check of pack.checks.values()) {
    for (const key of ['datasets', 'except'] as const) {
      check[key]?.forEach((id, index) => {
        if (!pack.datasets.has(id)) report(check, [key, index], 'unknown-dataset', `数据集 ${id} 没有定义。`);
      });
    }
    check.also?.forEach((id, index) => {
      if (!pack.checks.has(id)) report(check, ['also', index], 'unknown-check', `规则 ${id} 没有定义。`);
    });
    const scope = [...pack.datasets.values()].filter(({ id }) => appliesTo(check, id));
    check.clauses.forEach((clause, index) => {
      checkClause(clause, scope, report);
      checkNeeds(check, clause, report);
      checkSetClause(pack, check, clause, report);
      if (check.clauses.slice(0, index).some((earlier) => isTwin(earlier, clause))) report(clause, clause.id === undefined ? [] : ['id'], 'duplicate-clause', `规则 ${check.id} 里有两个一样编号的分项。`);
    });
    for (const example of check.examples) checkExample(pack, check, example, report);
  }
}

/** Two clauses under one code are told apart only by what they look for and where. */
function isTwin(a: CheckClause, b: CheckClause): boolean {
  if (a.id !== b.id) return false;
  return a.id !== undefined || a.kind === undefined || (a.kind === b.kind && a.blame === b.blame);
}

function checkClause(clause: CheckClause, scope: readonly DatasetDefinition[], report: Report): void {
  if ((clause.kind === undefined) === (clause.assert === undefined)) {
    report(clause, clause.kind === undefined ? [] : ['assert'], 'clause-kind', '每个分项要么写 kind，要么写 assert，恰好一个。');
  }
  for (const key of ['message', 'expected', 'fix'] as const) {
    const unknown = (clause[key] ?? '').match(/\{[^}]*\}?/gu)?.find((placeholder) => !PLACEHOLDERS.has(placeholder));
    if (unknown !== undefined) report(clause, [key], 'unknown-placeholder', `不认识的占位 ${unknown}；可用 ${[...PLACEHOLDERS].join(' ')}。`);
  }
  const key = clause.assert === undefined ? 'previous' : 'assert';
  const asserted = namesIn(clause[key] ?? '');
  const unknown = asserted.find((name) => !isKnown(name, scope));
  if (unknown !== undefined) report(clause, [key], 'unknown-name', `${unknown} 既不是角色，也不是所管数据集的字段。`);
  const isBlameKnown = clause.blame === undefined || isKnown(clause.blame, scope);
  if (!isBlameKnown) report(clause, ['blame'], 'unknown-blame', `${clause.blame} 既不是角色，也不是所管数据集的字段。`);
  const spoken = clause.blame === undefined ? asserted : [...asserted, clause.blame];
  if (unknown === undefined && isBlameKnown && !scope.some((dataset) => spoken.every((name) => has(dataset, name)))) {
    report(clause, [asserted.length === 0 ? 'blame' : key], 'applies-nowhere', `没有一个数据集同时有 ${spoken.join('、')}，这个分项永远不会起作用。`);
  }
}

/** Asserts are run row by row: one that asked for more would never run, nor be named among those not run. */
function checkNeeds(check: CheckDefinition, clause: CheckClause, report: Report): void {
  if (clause.assert === undefined || (clause.needs ?? check.needs) === 'row') return;
  report(clause, [clause.needs === undefined ? 'assert' : 'needs'], 'assert-needs', 'assert 只对单行起作用，needs 应为 row。');
}

function isKnown(name: string, scope: readonly DatasetDefinition[]): boolean {
  return ROLES.has(name) || scope.some((dataset) => has(dataset, name));
}

function has(dataset: DatasetDefinition, name: string): boolean {
  return dataset.fields.some((field) => isCalled(field, name));
}

function checkExample(pack: PackContent, check: CheckDefinition, example: CheckExample, report: Report): void {
  const dataset = pack.datasets.get(example.dataset);
  if (dataset === undefined || !appliesTo(check, example.dataset)) {
    report(example, ['dataset'], 'unknown-dataset', `数据集 ${example.dataset} 没有定义，或不归这条规则管。`);
    return;
  }
  if (!dataset.examples.some(({ kind }) => kind === example.kind)) report(example, ['kind'], 'example-kind', `数据集 ${dataset.id} 没有 ${example.kind} 的示例行。`);
  for (const code of Object.keys(example.set)) {
    if (!dataset.fields.some((field) => field.code === code)) report(example.set, [code], 'unknown-field', `数据集 ${dataset.id} 没有字段 ${code}。`);
  }
  const codes = check.clauses.map(({ id }) => (id === undefined ? check.id : `${check.id}.${id}`));
  if (example.code !== undefined && !codes.includes(example.code)) report(example, ['code'], 'unknown-code', `规则 ${check.id} 没有代码 ${example.code}；有 ${codes.join('、')}。`);
}
