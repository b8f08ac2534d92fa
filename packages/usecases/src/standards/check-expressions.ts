/** Expressions parse, name what exists and have the right type: found when the pack is loaded, never while rows run. */
import { parseExpression } from '@xincheng/core/expression';
import { compileDataset } from '@xincheng/core/intake';
import type { DatasetProblem } from '@xincheng/core/intake';
import type { CheckClause, DatasetDefinition, FieldDefinition } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

const FIELD_EXPRESSIONS = ['requiredIf', 'blankIf', 'computed'] as const;

/** Compiles every dataset as the engine will. Only for a pack whose references hold. */
export function checkExpressions(pack: PackContent, report: Report): void {
  const broken = brokenAsserts(pack, report);
  for (const dataset of pack.datasets.values()) {
    const compiled = compileDataset(pack, dataset.id);
    if (compiled.ok) continue;
    for (const problem of compiled.error) reportProblem(pack, dataset, problem, broken, report);
  }
}

/** An assert that does not parse names nothing, so the engine would take it for one that applies everywhere: told once, here. */
function brokenAsserts(pack: PackContent, report: Report): ReadonlySet<CheckClause> {
  const broken = new Set<CheckClause>();
  for (const check of pack.checks.values()) {
    for (const clause of check.clauses) {
      const source = clause.assert ?? clause.previous;
      const parsed = source === undefined ? null : parseExpression(source);
      if (parsed === null || parsed.ok) continue;
      broken.add(clause);
      report(clause, [clause.assert === undefined ? 'previous' : 'assert'], 'expression', `表达式写法有误：${parsed.error.message}。`);
    }
  }
  return broken;
}

function reportProblem(pack: PackContent, dataset: DatasetDefinition, { where, message }: DatasetProblem, broken: ReadonlySet<CheckClause>, report: Report): void {
  const reason = `表达式有误（数据集 ${dataset.id}）：${message}。`;
  const field = dataset.fields.find(({ code }) => code === where);
  if (field !== undefined) {
    report(field, [expressionKey(field, message)], 'expression', reason);
    return;
  }
  for (const check of pack.checks.values()) {
    for (const clause of check.clauses) {
      const code = clause.id === undefined ? check.id : `${check.id}.${clause.id}`;
      const key = clause.assert === undefined ? 'previous' : 'assert';
      const source = clause[key];
      const isMeant = code === where && source !== undefined && message.startsWith(source);
      if (isMeant && !broken.has(clause)) report(clause, [key], 'expression', reason);
    }
  }
}

/** Which of a field's expressions a message is about: it begins with the expression itself. */
function expressionKey(field: FieldDefinition, message: string): (typeof FIELD_EXPRESSIONS)[number] {
  return FIELD_EXPRESSIONS.find((key) => field[key] !== undefined && message.startsWith(field[key])) ?? 'requiredIf';
}
