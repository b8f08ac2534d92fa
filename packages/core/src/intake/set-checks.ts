/** The part of phase two that runs in the database, once a batch: sums over children and comparisons with the version before. */
import { fenIn } from '../records/index.ts';
import type { DatasetDefinition, FieldDefinition, StandardsPack, SumRule } from '../standards/index.ts';
import { comparableType, compileCondition, storedField } from './condition.ts';
import type { Condition, StoredField } from './condition.ts';
import type { CompiledClause, CompiledField } from './dataset.ts';

/** One check over sets as it applies to one dataset. */
export interface SetCheck {
  readonly clause: CompiledClause;
  /** The field that is marked. */
  readonly field: CompiledField;
  readonly rule: SumCheck | PreviousCheck;
}

/** What stands under each record that the batch touched, against a field of that record. */
export interface SumCheck {
  readonly kind: 'sum';
  /** Whether the batch brought the children or the record they hang on. */
  readonly side: 'child' | 'parent';
  readonly child: string;
  readonly field: string;
  readonly parent: string;
  readonly parentField: string;
  readonly is: SumRule['is'];
  readonly tolerance: string;
  /** What stored figures are divided by to read as in the marked field. */
  readonly scale: string;
}

/** Each changed row against the version it superseded. */
export interface PreviousCheck {
  readonly kind: 'previous';
  readonly condition: Condition;
  /** What the marked field says now and said before. */
  readonly now: StoredField;
  readonly before: StoredField;
}

/** Where a sum is looked at: with the children, and with the records they hang on. Null elsewhere. */
export function sideOf(
  pack: Pick<StandardsPack, 'datasets'>,
  { child }: SumRule,
  dataset: DatasetDefinition,
): SumCheck['side'] | null {
  if (dataset.id === child) return 'child';
  return pack.datasets.get(child)?.parent === dataset.id ? 'parent' : null;
}

/** Makes a clause ready; a text says why it cannot be, null that it is no clause of sets. */
export function compileSetCheck(
  pack: Pick<StandardsPack, 'datasets'>,
  dataset: DatasetDefinition,
  clause: CompiledClause,
  fieldOf: (name: string | number) => CompiledField | undefined,
): SetCheck | string | null {
  const { sum, previous } = clause.clause;
  const field = fieldOf(clause.blame);
  if (field === undefined) return null;
  if (previous !== undefined) {
    const condition = compileCondition(previous, fieldOf);
    if (!condition.ok) return condition.error;
    if (comparableType(field) === null)
      return `${field.definition.code} cannot be shown: only amounts, numbers, days and codes can`;
    const scale = scaleOf(field.definition);
    const rule: PreviousCheck = {
      kind: 'previous',
      condition: condition.value,
      now: storedField('now', field, scale),
      before: storedField('before', field, scale),
    };
    return { clause, field, rule };
  }
  if (sum === undefined) return null;
  const side = sideOf(pack, sum, dataset);
  const parent = pack.datasets.get(sum.child)?.parent;
  if (side === null || parent === undefined) return null;
  const { child, field: summed, parentField, is, tolerance = '0' } = sum;
  const scale = scaleOf(field.definition);
  return { clause, field, rule: { kind: 'sum', side, child, field: summed, parent, parentField, is, tolerance, scale } };
}

/** Stored figures are whole fen or millionths; they are shown in the unit in which the field is written. */
function scaleOf({ type, unit }: FieldDefinition): string {
  return type === 'money' ? fenIn(unit ?? 'yuan').toString() : '1000000';
}
