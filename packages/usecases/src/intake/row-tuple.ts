/** A checked row as a tuple of the stage table. What is sensitive is sealed here, before it leaves the process. */
import type { Day } from '@xincheng/core/calendar';
import { maskName } from '@xincheng/core/records';
import type { CheckedRow } from '@xincheng/core/intake';
import type { FieldType } from '@xincheng/core/standards';
import type { Value } from '@xincheng/core/expression';
import { isNameSealed } from '../records/layout.ts';
import type { PayloadField, RecordLayout } from '../records/layout.ts';
import type { RowKey } from '../records/natural-key.ts';
import type { Sealer } from '../sealing/index.ts';
import { dayOfPostgres } from './binary-array.ts';
import { isPlainJson } from './copy-text.ts';
import type { TupleWriter } from './tuple-writer.ts';

/** What is written of a row whatever becomes of it: all but action, record and codes, which `writeHead` puts before it. */
export interface RowBody {
  readonly rowNo: number;
  readonly row: CheckedRow;
  readonly key: RowKey;
  /** Hashes of a chunk's rows, and where this row's sixteen bytes begin. */
  readonly hashes: Uint8Array;
  readonly hashAt: number;
  readonly replaces: string | null;
  /** Last day on public show; null: not shown, `by-class`: not shown unless the deciding unit has given the record another class. */
  readonly shownUntil: Day | 'by-class' | null;
}

/** `-infinity` as PostgreSQL writes a day. */
const BEFORE_ALL_DAYS = -(2 ** 31);

/** Columns of the stage table, in the order in which head and body write them. */
const STAGE_COLUMNS = 16;

/** Begins a row's tuple: what becomes of it, which record it is about, and the codes it waits for. */
export function writeHead(
  tuples: TupleWriter,
  action: string,
  record: { readonly target: string | null; readonly ids: Uint8Array; readonly at: number },
  codes: string | null,
): void {
  tuples.row(STAGE_COLUMNS);
  tuples.text(action);
  if (record.target === null) tuples.uuidBytes(record.ids, record.at);
  else tuples.uuid(record.target);
  tuples.text(codes);
}

/** Makes the writer of row bodies of a dataset. */
export function bodyWriter(layout: RecordLayout, sealer: Sealer, tuples: TupleWriter): (body: RowBody) => void {
  const { columns, dataset } = layout;
  const payloads = {
    legal: cellsOf(layout.payload.legal),
    soleTrader: cellsOf(layout.payload.soleTrader),
    natural: cellsOf(layout.payload.natural),
  };
  return ({ rowNo, row, key, hashes, hashAt, replaces, shownUntil }) => {
    const { kind } = row;
    if (kind === null) throw new Error('a row without a kind has an error and is never staged');
    const name = textOf(row.values[columns.subjectName]);
    const { json, blinds } = payloadOf(payloads[kind], row, dataset.definition.id, key.subjectKey, sealer);
    tuples.int(rowNo);
    tuples.text(key.subjectKey);
    tuples.text(kind);
    tuples.text(isNameSealed(kind) ? maskName(name, 'public') : name);
    tuples.text(key.authorityUscc);
    tuples.text(textOf(row.values[columns.number]));
    tuples.int(dayOfPostgres(key.decidedOn));
    tuples.uuidBytes(hashes, hashAt);
    tuples.uuid(key.parentId);
    tuples.uuid(replaces);
    tuples.int(shownUntil === 'by-class' ? BEFORE_ALL_DAYS : shownUntil === null ? null : dayOfPostgres(shownUntil));
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
