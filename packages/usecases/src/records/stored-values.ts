/** A stored record as the values its expressions run on: what rows are checked as, read back. Sealed values stay unread. */
import type { Value } from '@xincheng/core/expression';
import type { CompiledField } from '@xincheng/core/intake';
import type { SubjectKind } from '@xincheng/core/standards';
import type { RecordLayout } from './layout.ts';

/** The part of a record that is read. */
export interface StoredRecord {
  readonly subjectKey: string;
  readonly subjectKind: SubjectKind;
  readonly subjectName: string;
  readonly authorityUscc: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Values by index of the dataset's fields. */
export function storedValues({ dataset, columns, subjectUscc, payload }: RecordLayout, record: StoredRecord): readonly Value[] {
  const values: Value[] = dataset.fields.map(() => null);
  const put = (index: number, value: Value): void => {
    if (index >= 0) values[index] = value;
  };
  for (const { field, isSealed } of payload[record.subjectKind]) {
    const stored = record.payload[field.definition.code];
    if (!isSealed && stored !== undefined) put(field.index, valueOf(field, stored));
  }
  put(columns.subjectName, record.subjectName);
  put(columns.number, record.number);
  put(columns.authorityUscc, record.authorityUscc);
  put(columns.decidedOn, record.decidedOn);
  if (record.subjectKind === 'legal') put(subjectUscc, record.subjectKey);
  return values;
}

function valueOf({ definition: { type } }: CompiledField, stored: unknown): Value {
  if (Array.isArray(stored)) return stored.map(String);
  const isNumber = type === 'money' || type === 'number' || type === 'integer';
  return isNumber ? BigInt(String(stored)) : String(stored);
}
