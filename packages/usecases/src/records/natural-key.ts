/** The natural key of a checked row, and the record id made from it (decision 0003). */
import { normaliseDecisionNumber, plainNumber } from '@xincheng/core/records';
import type { CheckedRow } from '@xincheng/core/intake';
import type { Value } from '@xincheng/core/expression';
import type { RecordLayout } from './layout.ts';
import { recordIdHex } from './record-id.ts';
import { subjectKeyOf } from './subject-key.ts';

export interface RowKey {
  /** 32 hexadecimal digits. */
  readonly recordId: string;
  readonly subjectKey: string;
  readonly authorityUscc: string;
  readonly decidedOn: string;
  /** Id of the record this row hangs on; null outside child datasets. */
  readonly parentId: string | null;
}

/** Key of a row without errors. A row that has none here slipped through a check that should have refused it: a bug, so it throws. */
export function keyOf(layout: RecordLayout, row: CheckedRow, hashPerson: (id: string) => string): RowKey {
  const { columns, dataset } = layout;
  const authorityUscc = required(row, columns.authorityUscc, 'authorityUscc');
  const subjectKey = subjectKeyOfRow(layout, row, hashPerson);
  const own = comparableNumber(layout, required(row, columns.number, 'number'));
  const { definition } = dataset;
  if (definition.parent === undefined || layout.parentNumber < 0) {
    return {
      recordId: recordIdHex(definition.id, authorityUscc, own, subjectKey),
      subjectKey,
      authorityUscc,
      decidedOn: required(row, columns.decidedOn, 'decidedOn'),
      parentId: null,
    };
  }
  const parent = comparableNumber(layout, required(row, layout.parentNumber, 'parentNumber'));
  return {
    recordId: recordIdHex(definition.id, authorityUscc, `${parent}\u001f${own}`, subjectKey),
    subjectKey,
    authorityUscc,
    decidedOn: required(row, columns.decidedOn, 'decidedOn'),
    parentId: recordIdHex(definition.parent, authorityUscc, parent, subjectKey),
  };
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
