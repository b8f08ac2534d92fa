/** Values of code lists that rules speak of: one that the list does not have would never be met, and the rule never fire. */
import { parseExpression } from '@xincheng/core/expression';
import type { Node } from '@xincheng/core/expression';
import { PUBLICITY_REASONS, PUBLICITY_STATES } from '@xincheng/core/publicity';
import { appliesTo, isCalled, SUBJECT_KINDS } from '@xincheng/core/standards';
import type { CodeListDefinition, DatasetDefinition, FieldDefinition } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

const COLUMN_VALUES: Readonly<Record<string, readonly string[]>> = { state: PUBLICITY_STATES, stateReason: PUBLICITY_REASONS, subjectKind: SUBJECT_KINDS };
const FIELD_EXPRESSIONS = ['requiredIf', 'blankIf', 'computed'] as const;

/** Reports values that a list does not have. Only for a pack whose references hold. */
export function checkValues(pack: PackContent, report: Report): void {
  for (const dataset of pack.datasets.values()) {
    for (const field of dataset.fields) {
      for (const key of FIELD_EXPRESSIONS) checkSource(pack, dataset, field[key], field, key, report);
    }
    for (const check of pack.checks.values()) {
      if (!appliesTo(check, dataset.id)) continue;
      for (const clause of check.clauses) {
        for (const key of ['assert', 'previous'] as const) checkSource(pack, dataset, clause[key], clause, key, report);
      }
    }
  }
  for (const { owner, source, datasets } of filters(pack)) {
    for (const id of datasets) {
      const dataset = pack.datasets.get(id);
      if (dataset !== undefined) checkSource(pack, dataset, source, owner, 'where', report);
    }
  }
}

interface Filter {
  readonly owner: object;
  readonly source: string | undefined;
  readonly datasets: readonly string[];
}

/** What indicators and expected sets filter by. */
function filters({ indicators, expected }: PackContent): readonly Filter[] {
  const measures = [...indicators.values()].flatMap(({ numerator, denominator }) => [numerator, denominator]);
  return [
    ...measures.flatMap((measure) => (measure?.source === 'record' ? [{ owner: measure, source: measure.where, datasets: measure.datasets }] : [])),
    ...[...expected.values()].flatMap(({ metBy }) => (metBy === undefined ? [] : [{ owner: metBy, source: metBy.where, datasets: [metBy.dataset] }])),
  ];
}

function checkSource(pack: PackContent, dataset: DatasetDefinition, source: string | undefined, owner: object, key: string, report: Report): void {
  const parsed = source === undefined ? null : parseExpression(source);
  if (parsed?.ok !== true) return;
  for (const { of, value } of comparisons(parsed.value)) {
    const field = dataset.fields.find((one) => of.kind === 'name' && isCalled(one, of.name));
    const list = listOf(pack, field);
    if (list !== undefined && !has(list, value)) report(owner, [key], 'unknown-value', `代码表 ${list.id} 没有值“${value}”，这个比较永远不成立。`);
    const values = field === undefined ? closedValues(of) : undefined;
    if (values?.includes(value) === false) report(owner, [key], 'unknown-value', `没有“${value}”这个值，这个比较永远不成立；可用的有 ${values.join('、')}。`);
  }
}

/** Values of what is no field: the kind of subject, and in filters the columns of a record. */
function closedValues(of: Node): readonly string[] | undefined {
  if (of.kind === 'call') return of.name === 'kind' ? SUBJECT_KINDS : undefined;
  return of.kind === 'name' && Object.hasOwn(COLUMN_VALUES, of.name) ? COLUMN_VALUES[of.name] : undefined;
}

function listOf({ codeLists }: PackContent, field: FieldDefinition | undefined): CodeListDefinition | undefined {
  return field?.codeList === undefined ? undefined : codeLists.get(field.codeList);
}

function has({ values }: CodeListDefinition, text: string): boolean {
  return values.some(({ value, freeSuffix }) => value === text || (freeSuffix === true && text.startsWith(`${value}-`)));
}

interface Comparison {
  readonly of: Node;
  readonly value: string;
}

/** Functions that compare a whole value of a list with a text. */
const BY_VALUE: ReadonlySet<string> = new Set(['contains', 'onlyIn']);

/** Everything in an expression that is held against a text written there. */
function comparisons(node: Node): Comparison[] {
  switch (node.kind) {
    case 'binary': {
      const inner = [...comparisons(node.left), ...comparisons(node.right)];
      if (node.operator !== '=' && node.operator !== '!=') return inner;
      return [...inner, ...against(node.left, node.right), ...against(node.right, node.left)];
    }
    case 'in':
      return [...comparisons(node.left), ...node.list.map((value) => ({ of: subjectOf(node.left), value }))];
    case 'not':
      return comparisons(node.operand);
    case 'call': {
      const [first, second] = node.args;
      const inner = node.args.flatMap(comparisons);
      return first === undefined || second === undefined || !BY_VALUE.has(node.name) ? inner : [...inner, ...against(first, second)];
    }
    default:
      return [];
  }
}

function against(node: Node, other: Node): Comparison[] {
  const of = subjectOf(node);
  if (other.kind === 'text') return [{ of, value: other.value }];
  return other.kind === 'list' ? other.items.map((value) => ({ of, value })) : [];
}

/** What is compared, seen through what only fills its gaps or names its version. */
function subjectOf(node: Node): Node {
  const isThrough = node.kind === 'call' && (node.name === 'coalesce' || node.name === 'before');
  return isThrough && node.args[0] !== undefined ? subjectOf(node.args[0]) : node;
}
