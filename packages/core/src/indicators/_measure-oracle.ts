/** What a measure says of one record, by the ordinary expression compiler: what the database answers is held against it. */
import { compileExpression } from '../expression/index.ts';
import type { Binding, Expression, Value } from '../expression/index.ts';
import { bindingsOf } from '../intake/index.ts';
import { isCalled } from '../standards/index.ts';
import type { DatasetDefinition, SubjectKind } from '../standards/index.ts';
import type { AsOf, RecordMeasure } from './types.ts';

/** A record as a measure sees it. */
export interface MeasuredRecord {
  /** By index of the dataset's fields, as they are stored. */
  readonly values: readonly Value[];
  readonly subjectKey: string;
  readonly subjectKind: SubjectKind;
  readonly receivedOn: string;
  readonly cityReceiptOn: string | null;
  readonly dueOn: string | null;
  readonly shownUntil: string | null;
  readonly state: string;
  readonly stateReason: string | null;
}

/** How much a record counts on which day; `value` is what is told apart where a measure is `distinct`. */
export interface Measured {
  readonly day: string;
  readonly amount: bigint;
  readonly value: string | null;
}

const COLUMNS = ['receivedOn', 'cityReceiptOn', 'dueOn', 'shownUntil', 'state', 'stateReason', 'subjectKind'] as const;
const MILLION = 1_000_000n;

/** Makes the reader of a measure; null: the record does not count on that day of reading. */
export function measureOracle(
  dataset: DatasetDefinition,
  measure: RecordMeasure,
): (record: MeasuredRecord, today: string) => Measured | null {
  const condition = measure.where === undefined ? null : conditionOf(dataset, measure.where);
  const field = (name: string): number => dataset.fields.findIndex((one) => isCalled(one, name));
  const day = (record: MeasuredRecord): Value => {
    if (typeof measure.by === 'object') return record.values[field(measure.by.field)] ?? null;
    return measure.by === 'decidedOn' ? (record.values[field('decidedOn')] ?? null) : record[measure.by];
  };
  return (record, today) => {
    const counted = day(record);
    if (record.state === 'withdrawn' || typeof counted !== 'string') return null;
    const frame = {
      values: [...record.values, ...COLUMNS.map((name) => record[name])],
      kind: record.subjectKind,
      surroundings: { today, regionCode: '' },
    };
    if (condition !== null && condition.run(frame) !== true) return null;
    if (measure.asOf !== undefined && !holds(measure.asOf, measure.asOf.day === 'due' ? record.dueOn : counted, today))
      return null;
    const { value = 'rows' } = measure;
    if (value === 'rows') return { day: counted, amount: 1n, value: null };
    const name = 'sum' in value ? value.sum : value.distinct;
    const found = name === 'subject' && 'distinct' in value ? record.subjectKey : (record.values[field(name)] ?? null);
    if ('distinct' in value) return found === null ? null : { day: counted, amount: 1n, value: String(found) };
    const figure = typeof found === 'bigint' ? found : 0n;
    return { day: counted, amount: dataset.fields[field(name)]?.type === 'money' ? figure : figure / MILLION, value: null };
  };
}

function conditionOf(dataset: DatasetDefinition, source: string): Expression {
  const columns = COLUMNS.map((name, index): [string, Binding] => {
    const type = name.startsWith('state') || name === 'subjectKind' ? 'text' : 'day';
    return [name, { type, index: dataset.fields.length + index, isMoney: false }];
  });
  const bindings = new Map<string, Binding>([...columns, ...bindingsOf(dataset)]);
  const compiled = compileExpression(source, bindings, 'bool');
  if (!compiled.ok) throw new Error(`${source}: ${compiled.error.message}`);
  return compiled.value;
}

function holds({ is }: AsOf, day: string | null, today: string): boolean {
  if (day === null) return false;
  if (is === 'before') return day < today;
  if (is === 'after') return day > today;
  return is === 'on-or-before' ? day <= today : day >= today;
}
