/** Which fields of a dataset live in columns, which in the payload, which are sealed. One answer for writing and reading. */
import { isSensitive } from '@xincheng/core/intake';
import type { CheckedRow, CompiledDataset, CompiledField } from '@xincheng/core/intake';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { FieldRole, SubjectKind } from '@xincheng/core/standards';

/** Roles that have a column of their own in `credit_record`. */
export const COLUMN_ROLES = ['subjectName', 'number', 'authorityUscc', 'decidedOn'] as const satisfies readonly FieldRole[];

export interface RecordLayout {
  readonly dataset: CompiledDataset;
  /** Index of each column's field; -1 where the dataset has none. */
  readonly columns: Readonly<Record<(typeof COLUMN_ROLES)[number], number>>;
  readonly subjectUscc: number;
  readonly registrationNo: number;
  /** Field that holds the number of a person's certificate: its own, or the shared code field of a commitment. */
  readonly personId: number;
  /** The parent record's number, for a child dataset. */
  readonly parentNumber: number;
  /** By subject kind: what goes into the payload. */
  readonly payload: Readonly<Record<SubjectKind, readonly PayloadField[]>>;
}

export interface PayloadField {
  readonly field: CompiledField;
  readonly isSealed: boolean;
  /** Indexed so that a person's request finds it. */
  readonly isIndexed: boolean;
}

/** Lays a dataset out once; rows are then written and read by it. */
export function layoutOf(dataset: CompiledDataset): RecordLayout {
  const index = (role: FieldRole): number => dataset.roles.get(role) ?? -1;
  const columns = {
    subjectName: index('subjectName'),
    number: index('number'),
    authorityUscc: index('authorityUscc'),
    decidedOn: index('decidedOn'),
  };
  const subjectUscc = index('subjectUscc');
  const personId = index('personId') >= 0 ? index('personId') : subjectUscc;
  return {
    dataset,
    columns,
    subjectUscc,
    registrationNo: index('subjectRegistrationNo'),
    personId,
    parentNumber: index('parentNumber'),
    payload: {
      legal: payloadFields(dataset, 'legal', columns, subjectUscc),
      soleTrader: payloadFields(dataset, 'soleTrader', columns, subjectUscc),
      natural: payloadFields(dataset, 'natural', columns, subjectUscc),
    },
  };
}

/** The name of a row's subject as filed; blank where there is none. */
export function subjectNameOf({ columns }: RecordLayout, { values }: CheckedRow): string {
  const name = values[columns.subjectName];
  return typeof name === 'string' ? name : '';
}

/** A person's name is kept sealed; the column then holds its masked form. */
export function isNameSealed(kind: SubjectKind): boolean {
  return kind === 'natural';
}

function payloadFields(
  dataset: CompiledDataset,
  kind: SubjectKind,
  columns: RecordLayout['columns'],
  subjectUscc: number,
): PayloadField[] {
  const kindIndex = SUBJECT_KINDS.indexOf(kind);
  const inColumns = new Set(Object.values(columns));
  if (isNameSealed(kind)) inColumns.delete(columns.subjectName);
  // The subject key of an organisation is its code as first filed; the placeholder is told by the key's first letter.
  if (kind === 'legal') inColumns.add(subjectUscc);
  return dataset.fields
    .filter((field) => !inColumns.has(field.index))
    .map((field) => {
      const isSealed = isSensitive(field, kindIndex) || (isNameSealed(kind) && field.index === columns.subjectName);
      return { field, isSealed, isIndexed: field.types[kindIndex] === 'personId' };
    });
}
