/** The natural key of a checked row, and the record id made from it (decision 0003). */
import { normaliseDecisionNumber, plainNumber } from '@xincheng/core/records';
import type { CheckedRow } from '@xincheng/core/intake';
import type { Value } from '@xincheng/core/expression';
import type { RecordLayout } from './layout.ts';
import { recordIdOf, writeRecordId } from './record-id.ts';
import { subjectKeyOf } from './subject-key.ts';

export interface RowKey {
  readonly subjectKey: string;
  readonly authorityUscc: string;
  /** In the form in which the dataset compares numbers; a child's follows its parent's. */
  readonly number: string;
  readonly decidedOn: string;
  /** Id of the record this row hangs on; null outside child datasets. */
  readonly parentId: string | null;
}

const SEPARATOR = '\u001f';

/** Key of a row without errors. A row that has none here slipped through a check that should have refused it: a bug, so it throws. */
export function keyOf(layout: RecordLayout, row: CheckedRow, hashPerson: (id: string) => string): RowKey {
  const { columns, dataset } = layout;
  const authorityUscc = required(row, columns.authorityUscc, 'authorityUscc');
  const subjectKey = subjectKeyOfRow(layout, row, hashPerson);
  const own = comparableNumber(layout, required(row, columns.number, 'number'));
  const decidedOn = required(row, columns.decidedOn, 'decidedOn');
  const { parent } = dataset.definition;
  if (parent === undefined || layout.parentNumber < 0)
    return { subjectKey, authorityUscc, number: own, decidedOn, parentId: null };
  const parentNumber = comparableNumber(layout, required(row, layout.parentNumber, 'parentNumber'));
  return {
    subjectKey,
    authorityUscc,
    number: parentNumber + SEPARATOR + own,
    decidedOn,
    parentId: recordIdOf(parent, authorityUscc, parentNumber, subjectKey),
  };
}

/** Writes the record id of a key as sixteen bytes. */
export function writeIdOfKey(target: Uint8Array, at: number, { dataset }: RecordLayout, key: RowKey): void {
  writeRecordId(target, at, dataset.definition.id, key.authorityUscc, key.number, key.subjectKey);
}

function subjectKeyOfRow(layout: RecordLayout, row: CheckedRow, hashPerson: (id: string) => string): string {
  if (row.kind === null) throw new Error('a row without a kind has no key');
  const key = subjectKeyOf(
    {
      kind: row.kind,
      uscc: textAt(row, layout.subjectUscc),
      registrationNo: textAt(row, layout.registrationNo),
      name: textAt(row, layout.columns.subjectName),
      personId: textAt(row, layout.personId),
    },
    hashPerson,
  );
  if (key === null) throw new Error('a row whose subject nothing tells passed every check');
  return key;
}

/** Numbers are compared in one form; what was filed is kept as it is. */
function comparableNumber(layout: RecordLayout, number: string): string {
  return layout.dataset.definition.numberForm === 'decision' ? normaliseDecisionNumber(number) : plainNumber(number);
}

function textAt(row: CheckedRow, index: number): string | null {
  const value: Value = index < 0 ? null : (row.values[index] ?? null);
  return typeof value === 'string' ? value : null;
}

function required(row: CheckedRow, index: number, role: string): string {
  const value = index < 0 ? null : (row.values[index] ?? null);
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  throw new Error(`a row without ${role} passed every check`);
}
