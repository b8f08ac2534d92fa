/** From what an indicator says to what the database is asked: a closed tree of data for each dataset, the same for the same words. */
import { comparableType, compileRecordCondition, isRecordColumn, storedField } from '../intake/index.ts';
import type { Condition, StoredColumn, StoredField } from '../intake/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { isCalled } from '../standards/index.ts';
import type { DatasetDefinition, FieldDefinition, StandardsPack } from '../standards/index.ts';
import type { AsOf, CountedBy, IndicatorDefinition, IndicatorMeasure, Measure, RecordMeasure } from './types.ts';

/** What of a record is counted. */
export type CompiledValue =
  | { readonly kind: 'rows' }
  /** The stored figure divided by `divisor`: amounts are summed in fen, whole numbers in ones. */
  | { readonly kind: 'sum'; readonly code: string; readonly divisor: '1' | '1000000' }
  | { readonly kind: 'distinct'; readonly of: 'subject' | StoredField };

/** A measure over the records of one dataset. Plain JSON: its digest tells whether a measure says something else than before. */
export interface CompiledMeasure {
  readonly dataset: string;
  /** Null: every record. Withdrawn ones never count; that is not said here. */
  readonly condition: Condition | null;
  readonly value: CompiledValue;
  /** The day by which it is counted; a record without that day is not. */
  readonly by: StoredField | StoredColumn;
  readonly asOf: AsOf | null;
}

/** Compiles a measure for one of its datasets; a text says why it cannot be. */
export function compileMeasure(
  pack: Pick<StandardsPack, 'datasets'>,
  measure: RecordMeasure,
  dataset: string,
): Result<CompiledMeasure, string> {
  const definition = pack.datasets.get(dataset);
  if (definition === undefined) return err(`no dataset ${dataset}`);
  const fieldOf = (name: string): { definition: FieldDefinition } | undefined => {
    const field = fieldNamed(definition, name);
    return field === undefined ? undefined : { definition: field };
  };
  const condition = measure.where === undefined ? ok(null) : compileRecordCondition(measure.where, fieldOf);
  if (!condition.ok) return condition;
  const value = compileValue(definition, measure.value ?? 'rows');
  if (!value.ok) return value;
  const by = compileDay(definition, measure.by);
  if (!by.ok) return by;
  const { asOf = null } = measure;
  if (asOf?.day === 'due' && (definition.deadline === undefined || measure.by !== 'decidedOn'))
    return err(`asOf due needs a deadline of ${dataset} and by: decidedOn`);
  return ok({ dataset, condition: condition.value, value: value.value, by: by.value, asOf });
}

/** A field by its code or role. */
function fieldNamed(definition: DatasetDefinition, name: string): FieldDefinition | undefined {
  return definition.fields.find((field) => isCalled(field, name));
}

function compileValue(definition: DatasetDefinition, value: NonNullable<RecordMeasure['value']>): Result<CompiledValue, string> {
  if (value === 'rows') return ok({ kind: 'rows' });
  if ('sum' in value) {
    const field = fieldNamed(definition, value.sum);
    if (field === undefined) return err(`unknown name ${value.sum}`);
    const isSummed = (field.type === 'money' || field.type === 'integer') && field.sensitive !== true;
    if (!isSummed) return err(`${value.sum} cannot be summed: only amounts and whole numbers can`);
    return ok({ kind: 'sum', code: field.code, divisor: field.type === 'money' ? '1' : '1000000' });
  }
  if (value.distinct === 'subject') return ok({ kind: 'distinct', of: 'subject' });
  const field = fieldNamed(definition, value.distinct);
  if (field === undefined) return err(`unknown name ${value.distinct}`);
  if (comparableType({ definition: field }) === null)
    return err(`${value.distinct} cannot be told apart: only amounts, numbers, days and codes can`);
  return ok({ kind: 'distinct', of: storedField('now', { definition: field }) });
}

function compileDay(definition: DatasetDefinition, by: CountedBy): Result<StoredField | StoredColumn, string> {
  if (typeof by === 'string' && isRecordColumn(by)) {
    return by === 'dueOn' && definition.deadline === undefined
      ? err(`${definition.id} has no deadline`)
      : ok({ op: 'column', as: 'text', name: by });
  }
  const name = typeof by === 'string' ? by : by.field;
  const field = fieldNamed(definition, name);
  if (field === undefined) return err(`unknown name ${name}`);
  if (comparableType({ definition: field }) !== 'day') return err(`${name} is no day`);
  return ok(storedField('now', { definition: field }));
}

/**
 * The measure itself, seen through parts of other indicators; null where the other says nothing of that part, as one without a
 * denominator does, or is not there. A circle of indicators has no measure at its end and is null too.
 */
export function resolveMeasure(
  indicators: ReadonlyMap<string, IndicatorDefinition>,
  measure: Measure,
): Exclude<Measure, IndicatorMeasure> | null {
  const seen = new Set<string>();
  let current: Measure | undefined = measure;
  while (current?.source === 'indicator') {
    const place = `${current.indicator}.${current.part}`;
    if (seen.has(place)) return null;
    seen.add(place);
    current = indicators.get(current.indicator)?.[current.part];
  }
  return current ?? null;
}
