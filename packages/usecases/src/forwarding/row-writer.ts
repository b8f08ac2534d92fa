/** Records as rows of the city's form, and the form's file as bytes. The same rows always give the same bytes. */
import { createHash } from 'node:crypto';
import { isDay } from '@xincheng/core/calendar';
import { numberToText } from '@xincheng/core/expression';
import type { CompiledField } from '@xincheng/core/intake';
import { formatMoney } from '@xincheng/core/records';
import type { ForwardColumn, ForwardTemplate } from '@xincheng/core/standards';
import type { DueRecord } from '@xincheng/store/forwarding';
import { exactCsvText } from '../csv.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import type { RecordLayout } from '../records/layout.ts';
import { isNameSealed } from '../records/layout.ts';
import { encodeGb18030 } from './gb18030.ts';

/** The batch that rows stand in. */
export interface RowPlace {
  readonly batchNumber: string;
  readonly madeOn: string;
}

/** Writes the cells of one record; rows count from 1. */
export type RowWriter = (record: DueRecord, row: number, place: RowPlace) => string[];

/** Makes the writer of a template. */
export function rowWriter(platform: Platform, template: ForwardTemplate): RowWriter {
  const layout = datasetOf(platform, template.id);
  const fields = new Map(layout.dataset.fields.map((field) => [field.definition.code, field]));
  const { regionCode, name } = platform.pack.district;
  const own = (record: DueRecord, row: number, place: RowPlace): Readonly<Record<NonNullable<ForwardColumn['own']>, string>> => ({
    batch: place.batchNumber,
    row: String(row),
    operation: template.operations[record.operation],
    record: record.recordId,
    madeOn: dayText(place.madeOn, template),
    districtCode: regionCode,
    districtName: name.zh,
  });
  return (record, row, place) => {
    const ownValues = own(record, row, place);
    return template.columns.map((column) => {
      if (column.own !== undefined) return ownValues[column.own];
      const field = fields.get(column.field ?? '');
      return field === undefined ? (column.constant ?? '') : inForm(field, filedValue(platform, layout, field, record), template);
    });
  };
}

/** Text of the field that holds the subject's code, where it may lie outside the record; blank for a person. */
export function subjectCodeOf(platform: Platform, layout: RecordLayout, record: DueRecord): string {
  if (record.subjectKind === 'natural') return '';
  const field = layout.dataset.fields[layout.subjectUscc];
  const code = field === undefined ? undefined : filedValue(platform, layout, field, record);
  return typeof code === 'string' ? code : '';
}

/** What stands in the record, opened where it is sealed: the city gets what was filed. */
function filedValue(platform: Platform, layout: RecordLayout, field: CompiledField, record: DueRecord): unknown {
  const { columns } = layout;
  const { index, definition } = field;
  if (index === columns.subjectName && !isNameSealed(record.subjectKind)) return record.subjectName;
  if (index === columns.number) return record.number;
  if (index === columns.authorityUscc) return record.authorityUscc;
  if (index === columns.decidedOn) return record.decidedOn;
  if (index === layout.subjectUscc && record.subjectKind === 'legal') return record.subjectKey;
  const stored = record.payload[definition.code];
  const isSealed = layout.payload[record.subjectKind].find((one) => one.field === field)?.isSealed === true;
  if (stored === undefined || !isSealed) return stored;
  const opened = platform.sealer.unseal(stored as string, {
    dataset: layout.dataset.definition.id,
    field: definition.code,
    subjectKey: record.subjectKey,
  });
  if (!opened.ok) throw new Error(`${definition.code} of record ${record.recordId}: ${opened.error.code}`);
  return opened.value;
}

function inForm({ definition: { type } }: CompiledField, stored: unknown, template: ForwardTemplate): string {
  if (Array.isArray(stored)) return stored.map(String).join(template.joinedBy);
  // Whole numbers may lie in the record as numbers.
  if (typeof stored !== 'string' && typeof stored !== 'number') return '';
  const text = String(stored);
  if (type === 'money') return formatMoney(BigInt(text), template.amounts);
  if (type === 'number' || type === 'integer') return numberToText(BigInt(text));
  return type === 'day' && isDay(text) ? dayText(text, template) : text;
}

function dayText(day: string, { days }: ForwardTemplate): string {
  if (days === 'hyphen') return day;
  return day.replaceAll('-', days === 'slash' ? '/' : '');
}

/** The file of a batch. */
export function fileBytes({ columns, file }: ForwardTemplate, rows: readonly (readonly string[])[]): Buffer {
  const text = exactCsvText([columns.map(({ header }) => header), ...rows]);
  return file.encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8');
}

/** sha-256 in hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
