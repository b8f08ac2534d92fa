/** The natural key of a checked row, and the record id made from it (decision 0003). */
import { normaliseDecisionNumber, plainNumber } from '@xincheng/core/records';
import type { CheckedRow } from '@xincheng/core/intake';
import type { Value } from '@xincheng/core/expression';
import type { DatasetDefinition } from '@xincheng/core/standards';
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
  /** Every record the row names, by its dataset's links; what a row leaves blank is not among them. */
  readonly links: readonly RowLink[];
}

/** A record that a row names. */
export interface RowLink {
  /** Which of the dataset's links. */
  readonly link: number;
  readonly recordId: string;
  /** The number as filed. */
  readonly value: string;
}

const NO_LINKS: readonly RowLink[] = [];

const SEPARATOR = '\u001f';

/** Key of a row without errors. A row that has none here slipped through a check that should have refused it: a bug, so it throws. */
export function keyOf(layout: RecordLayout, row: CheckedRow, hashPerson: (id: string) => string): RowKey {
  const { columns, dataset } = layout;
  const authorityUscc = required(row, columns.authorityUscc, 'authorityUscc');
  const subjectKey = subjectKeyOfRow(layout, row, hashPerson);
  const own = comparableNumber(dataset.definition, required(row, columns.number, 'number'));
  const decidedOn = required(row, columns.decidedOn, 'decidedOn');
  const [first] = dataset.links;
  if (first === undefined) return { subjectKey, authorityUscc, number: own, decidedOn, parentId: null, links: NO_LINKS };
  const prefix =
    first.kind === 'parent' ? comparableNumber(first, required(row, layout.parentNumber, 'parentNumber')) + SEPARATOR : '';
  const links = dataset.links.flatMap((link, index): RowLink[] => {
    const value = textAt(row, link.field);
    if (value === null) return [];
    const number = (link.isUnderParent ? prefix : '') + comparableNumber(link, value);
    return [{ link: index, recordId: recordIdOf(link.dataset, authorityUscc, number, subjectKey), value }];
  });
  const parentId = first.kind === 'parent' ? (links[0]?.recordId ?? null) : null;
  return { subjectKey, authorityUscc, number: prefix + own, decidedOn, parentId, links };
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

/** Numbers are compared in the form of the dataset they number; what was filed is kept as it is. */
export function comparableNumber({ numberForm }: Pick<DatasetDefinition, 'numberForm'>, number: string): string {
  return numberForm === 'decision' ? normaliseDecisionNumber(number) : plainNumber(number);
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
