/** A checked row as a tuple of the stage table. What is sensitive is sealed here, before it leaves the process. */
import { maskName } from '@xincheng/core/records';
import type { CheckedRow, RowIssue } from '@xincheng/core/intake';
import type { FieldType } from '@xincheng/core/standards';
import type { Value } from '@xincheng/core/expression';
import { isNameSealed } from '../records/layout.ts';
import type { PayloadField, RecordLayout } from '../records/layout.ts';
import type { RowKey } from '../records/natural-key.ts';
import type { Sealer } from '../sealing/index.ts';
import { dayOfPostgres } from './binary-array.ts';
import { isPlainJson } from './copy-text.ts';
import type { TupleWriter } from './tuple-writer.ts';

/** What is written of a row that waited in the worker. */
export interface StagedRow {
  readonly rowNo: number;
  readonly row: CheckedRow;
  readonly hash: string;
  readonly replaces: string | null;
}

/** Writes one row to the tuples; `target` is the record to change where it is not the key's own. */
export type RowWriter = (
  held: StagedRow,
  key: RowKey,
  action: string,
  target: string | null,
  issues: readonly RowIssue[],
) => void;

const STAGE_COLUMNS = 15;

/** Makes the row writer of a dataset. The order of values is that of the stage table. */
export function rowWriter(layout: RecordLayout, sealer: Sealer, tuples: TupleWriter): RowWriter {
  const { columns, dataset } = layout;
  const payloads = {
    legal: cellsOf(layout.payload.legal),
    soleTrader: cellsOf(layout.payload.soleTrader),
    natural: cellsOf(layout.payload.natural),
  };
  return ({ rowNo, row, hash, replaces }, key, action, target, issues) => {
    const { kind } = row;
    if (kind === null) throw new Error('a row without a kind has an error and is never staged');
    const name = textOf(row.values[columns.subjectName]);
    const { json, blinds } = payloadOf(payloads[kind], row, dataset.definition.id, key.subjectKey, sealer);
    tuples.row(STAGE_COLUMNS);
    tuples.int(rowNo);
    tuples.text(action);
    tuples.uuid(target ?? key.recordId);
    tuples.text(key.subjectKey);
    tuples.text(kind);
    tuples.text(isNameSealed(kind) ? maskName(name, 'public') : name);
    tuples.text(key.authorityUscc);
    tuples.text(textOf(row.values[columns.number]));
    tuples.int(dayOfPostgres(key.decidedOn));
    tuples.uuid(hash);
    tuples.uuid(key.parentId);
    tuples.uuid(replaces);
    tuples.text(action === 'waiting' ? issues.map((issue) => issue.clause.code).join(',') : null);
    tuples.text(blinds);
    tuples.json(json);
  };
}

/** A payload field as it is written: its JSON name ready, and whether its text can need escaping at all. */
interface PayloadCell extends PayloadField {
  readonly index: number;
  readonly code: string;
  readonly jsonName: string;
  readonly isFree: boolean;
}

const FREE_TYPES: ReadonlySet<FieldType> = new Set([
  'text',
  'longText',
  'code',
  'codes',
  'personId',
  'phone',
  'registrationNo',
  'organisationCode',
]);

function cellsOf(fields: readonly PayloadField[]): PayloadCell[] {
  return fields.map((payload) => {
    const { code } = payload.field.definition;
    return {
      ...payload,
      index: payload.field.index,
      code,
      jsonName: `"${code}":`,
      isFree: payload.field.types.some((type) => FREE_TYPES.has(type)),
    };
  });
}

function payloadOf(
  cells: readonly PayloadCell[],
  row: CheckedRow,
  dataset: string,
  subjectKey: string,
  sealer: Sealer,
): { json: string; blinds: string | null } {
  let json = '';
  let blinds = '';
  for (const cell of cells) {
    const value = row.values[cell.index] ?? null;
    if (value === null) continue;
    json += json === '' ? `{${cell.jsonName}` : `,${cell.jsonName}`;
    if (cell.isSealed) json += `"${sealer.seal(textOf(value), { dataset, field: cell.code, subjectKey })}"`;
    else if (typeof value === 'string' && (!cell.isFree || isPlainJson(value))) json += `"${value}"`;
    else json += jsonValue(value);
    if (cell.isIndexed) blinds += `${blinds === '' ? '' : ','}${blindEntry(cell.code, textOf(value), sealer)}`;
  }
  return { json: json === '' ? '{}' : `${json}}`, blinds: blinds === '' ? null : `[${blinds}]` };
}

function blindEntry(code: string, value: string, sealer: Sealer): string {
  const { blind, keyId } = sealer.blindIndex(value);
  return JSON.stringify([code, blind, keyId]);
}

/** Money (fen) and numbers (millionths) are kept as digits in a text: JSON numbers are not exact everywhere. */
function jsonValue(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `"${value.toString()}"`;
  if (typeof value === 'boolean') return String(value);
  return value === null ? 'null' : JSON.stringify(value);
}

function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  return value === null || value === undefined || typeof value === 'boolean' ? '' : value.join(';');
}
