/** A stored record as people see it: texts by field code, what is sensitive masked, the clock beside it. */
import { numberToText } from '@xincheng/core/expression';
import { formatMoney, maskValue } from '@xincheng/core/records';
import { dayOf } from '@xincheng/core/calendar';
import type { RecordRow } from '@xincheng/store/records';
import type { CompiledField } from '@xincheng/core/intake';
import type { RecordLayout } from './layout.ts';
import type { StoredRecord } from './stored-values.ts';
import { timelinessOf } from './timeliness.ts';
import type { Timeliness } from './timeliness.ts';
import type { Platform } from '../platform/index.ts';

export interface RecordValues {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly timeliness: readonly Timeliness[];
}

/** Texts of a record's fields. A sealed value shows its mask, never its seal. */
export function viewValues(platform: Platform, layout: RecordLayout, record: RecordRow): RecordValues {
  const values = headerValues(layout, record);
  const nameField = layout.dataset.fields[layout.columns.subjectName];
  for (const { field, isSealed } of layout.payload[record.subjectKind]) {
    const stored = record.payload[field.definition.code];
    if (stored === undefined || field === nameField) continue;
    values[field.definition.code] = isSealed ? maskSealed(platform, field, stored, layout, record) : shown(field, stored);
  }
  const receivedOn = dayOf(record.receivedAt);
  return { values, timeliness: timelinessOf(platform, layout.dataset.definition.deadline, record.decidedOn, receivedOn) };
}

/** The same with nothing masked: for comparing versions, never for showing. */
export function plainValues(
  platform: Platform,
  layout: RecordLayout,
  record: RecordRow,
): Readonly<Record<string, string | readonly string[]>> {
  const opened = maskedFields(platform, layout, record).map(({ code, value }) => [code, value] as const);
  return { ...openValues(layout, record), ...Object.fromEntries(opened) };
}

/** Sealed fields of a record that can be opened: what they hold, and the mask under which they are shown. */
export function maskedFields(
  platform: Platform,
  layout: RecordLayout,
  record: RecordRow,
): readonly { readonly code: string; readonly value: string; readonly mask: string }[] {
  // A person's name is shown as its column has it, which is a mask of its own kind.
  const nameField = layout.dataset.fields[layout.columns.subjectName];
  return layout.payload[record.subjectKind].flatMap(({ field, isSealed }) => {
    const stored = isSealed ? record.payload[field.definition.code] : undefined;
    const value = stored === undefined ? null : unsealed(platform, field, stored, layout, record);
    return value === null
      ? []
      : [{ code: field.definition.code, value, mask: field === nameField ? record.subjectName : maskValue(value) }];
  });
}

/** The same without what is sealed: nothing of it is opened for those who may not see it. */
export function openValues(layout: RecordLayout, record: StoredRecord): Readonly<Record<string, string | readonly string[]>> {
  const values = headerValues(layout, record);
  for (const { field, isSealed } of layout.payload[record.subjectKind]) {
    const stored = record.payload[field.definition.code];
    if (stored !== undefined && !isSealed) values[field.definition.code] = shown(field, stored);
  }
  return values;
}

/** What stands in columns of its own. */
function headerValues(layout: RecordLayout, record: StoredRecord): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = {};
  const put = (index: number, value: string): void => {
    const field = layout.dataset.fields[index];
    if (field !== undefined && value !== '') values[field.definition.code] = value;
  };
  put(layout.columns.subjectName, record.subjectName);
  put(layout.columns.number, record.number);
  put(layout.columns.authorityUscc, record.authorityUscc);
  put(layout.columns.decidedOn, record.decidedOn);
  if (record.subjectKind === 'legal') put(layout.subjectUscc, record.subjectKey);
  return values;
}

function maskSealed(platform: Platform, field: CompiledField, stored: unknown, layout: RecordLayout, record: RecordRow): string {
  const value = unsealed(platform, field, stored, layout, record);
  return value === null ? '（无法解密）' : maskValue(value);
}

function unsealed(
  platform: Platform,
  field: CompiledField,
  stored: unknown,
  layout: RecordLayout,
  record: RecordRow,
): string | null {
  const context = { dataset: layout.dataset.definition.id, field: field.definition.code, subjectKey: record.subjectKey };
  const opened = platform.sealer.unseal(String(stored), context);
  return opened.ok ? opened.value : null;
}

function shown(field: CompiledField, stored: unknown): string | readonly string[] {
  if (Array.isArray(stored)) return stored.map(String);
  const text = String(stored);
  if (field.definition.type === 'money') return formatMoney(BigInt(text), field.definition.unit ?? 'yuan');
  if (field.definition.type === 'number' || field.definition.type === 'integer') return numberToText(BigInt(text));
  return text;
}
