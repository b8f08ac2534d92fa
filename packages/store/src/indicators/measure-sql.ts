/**
 * Measures as SQL over `r`, a row of the view `indicator_record`. What a definition says comes as a closed tree of data; only what is
 * named here can be said in it, and names of fields and values are quoted.
 */
import type { CompiledMeasure } from '@xincheng/core/indicators';
import type { Condition, RecordColumn, StoredColumn, StoredField } from '@xincheng/core/intake';
import { assertNever } from '@xincheng/core/result';
import pg from 'pg';

/** A measure over the records of one dataset, ready for the database. */
export interface MeasureSql {
  /** Hash of what it says: another definition is another measure. */
  readonly id: string;
  readonly dataset: string;
  readonly condition: string;
  readonly day: string;
  /** What one record counts for. */
  readonly value: string;
  /** Whom it counts, for a measure that counts how many different; null for all others. */
  readonly member: string | null;
}

/** What counts nobody in particular. */
export const NO_MEMBER = '00000000-0000-0000-0000-000000000000';

const COLUMNS: Readonly<Record<RecordColumn, string>> = {
  receivedOn: 'r.received_on',
  cityReceiptOn: 'r.city_receipt_on',
  dueOn: 'r.due_on',
  shownUntil: 'r.shown_until',
  state: 'r.state',
  stateReason: 'r.state_reason',
  subjectKind: 'r.subject_kind',
};
const DAYS: ReadonlySet<RecordColumn> = new Set(['receivedOn', 'cityReceiptOn', 'dueOn', 'shownUntil']);

/** Makes the SQL of a compiled measure. */
export function measureSql(id: string, { dataset, condition, value, by }: CompiledMeasure): MeasureSql {
  return {
    id,
    dataset,
    condition: condition === null ? 'true' : conditionSql(condition),
    day: dayOf(by) ?? `(${textOf(by)})::date`,
    value: value.kind === 'sum' ? `(r.payload ->> ${literal(value.code)})::bigint / ${value.divisor}` : '1',
    member: value.kind === 'distinct' ? (value.of === 'subject' ? 'r.subject_key' : textOf(value.of)) : null,
  };
}

/** The query that gives what rows of `{rows}` contribute to measures of one dataset: each day by which they count is gone through once. */
export function programSql(measures: readonly MeasureSql[]): string {
  const sums = measures.filter(({ member }) => member === null);
  const parts = [...new Set(sums.map(({ day }) => day))].map((by) =>
    sumsByDay(
      by,
      sums.filter(({ day }) => day === by),
    ),
  );
  for (const { id, condition, day, member } of measures) {
    if (member === null) continue;
    parts.push(`select ${literal(id)} as measure, ${day} as day, r.unit_id, md5(${member})::uuid as member, count(*) as value
      from {rows} r where ${condition} and ${member} is not null group by 2, 3, 4`);
  }
  return parts.join('\nunion all\n');
}

function sumsByDay(day: string, group: readonly MeasureSql[]): string {
  const sums = group.map(({ condition, value }, index) => {
    const filter = condition === 'true' ? '' : ` filter (where ${condition})`;
    return `${value === '1' ? `count(*)${filter}` : `coalesce(sum(${value})${filter}, 0)::bigint`} as m${String(index)}`;
  });
  const values = group.map(({ id }, index) => `(${literal(id)}, g.m${String(index)})`);
  return `select v.measure, g.day, g.unit_id, ${literal(NO_MEMBER)}::uuid as member, v.value
    from (select ${day} as day, r.unit_id, ${sums.join(', ')} from {rows} r group by 1, 2) g
    cross join lateral (values ${values.join(', ')}) v (measure, value)`;
}

function conditionSql(node: Condition): string {
  switch (node.op) {
    case 'and':
    case 'or':
    case '+':
    case '-':
    case '*':
      return `(${conditionSql(node.left)} ${node.op} ${conditionSql(node.right)})`;
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(node.op, node.left, node.right);
    case 'not':
      return `(not ${conditionSql(node.of)})`;
    case 'value':
      return node.as === 'number' ? `${literal(node.value)}::numeric` : `(${literal(node.value)}::text collate "C")`;
    case 'blank':
      return `(${node.of.op === 'column' ? COLUMNS[node.of.name] : fieldText(node.of)} is null)`;
    case 'now':
    case 'column':
      return node.as === 'number' ? numberOf(node) : `(${textOf(node)} collate "C")`;
    case 'before':
      throw new Error('an indicator knows no version before');
    default:
      return assertNever(node);
  }
}

/** Days that stand in columns are compared as days, which is quicker than as texts and says the same. */
function comparison(op: string, left: Condition, right: Condition): string {
  const [one, other] = [dayOf(left), dayOf(right)];
  if (one !== null && other !== null && (isDay(left) || isDay(right))) return `(${one} ${op} ${other})`;
  return `(${conditionSql(left)} ${op} ${conditionSql(right)})`;
}

function isDay(node: Condition): boolean {
  return (node.op === 'column' && DAYS.has(node.name)) || (node.op === 'now' && node.code === null);
}

/** A day in a column or a constant as a date; null for anything else. */
function dayOf(node: Condition): string | null {
  if (node.op === 'column') return DAYS.has(node.name) ? COLUMNS[node.name] : null;
  if (node.op === 'now') return node.code === null ? 'r.decided_on' : null;
  return node.op === 'value' && /^\d{4}-\d{2}-\d{2}$/u.test(node.value) ? `date ${literal(node.value)}` : null;
}

function textOf(node: StoredField | StoredColumn): string {
  const day = dayOf(node);
  if (day !== null) return `to_char(${day}, 'YYYY-MM-DD')`;
  return node.op === 'column' ? COLUMNS[node.name] : fieldText(node);
}

function numberOf(node: StoredField | StoredColumn): string {
  if (node.op === 'column') throw new Error(`${node.name} is no number`);
  return `trim_scale(${fieldText(node)}::numeric / ${literal(node.scale)}::numeric)`;
}

function fieldText({ code }: StoredField): string {
  return code === null ? "to_char(r.decided_on, 'YYYY-MM-DD')" : `(r.payload ->> ${literal(code)})`;
}

function literal(text: string): string {
  return pg.escapeLiteral(text);
}
