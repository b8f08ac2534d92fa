/** Rows as the bytes that COPY reads: CSV, text and binary format, with the payloads that are compared. */
import { FIELD_CODES, HEADER_FIELDS } from './data.ts';
import type { LicenceRow } from './data.ts';

/** Columns before the payload, in the order of every stage file. */
export const HEADER_COLUMNS =
  'record_id, subject_key, dataset, unit_id, authority_uscc, number, decided_on, received_at, state, version, content_hash, batch_id, row_no, subject_name';

/** The batch all generated rows belong to. */
const BATCH_ID = '01900000-0000-7000-8000-000000000001';
const RECEIVED_AT = '2026-11-23 09:00:00+08';
const RECEIVED_AT_MICROS = BigInt(Date.parse('2026-11-23T01:00:00Z') - Date.UTC(2000, 0, 1)) * 1_000n;
const DAY_ZERO = Date.UTC(2000, 0, 1) / 86_400_000;

/** One CSV line with its line end. */
export function csvLine(row: LicenceRow): string {
  return `${row.fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}

/** All 28 fields, blank ones too. */
export function fullPayload(row: LicenceRow): string {
  const payload: Record<string, string> = {};
  FIELD_CODES.forEach((code, at) => (payload[code] = row.fields[at] ?? ''));
  return JSON.stringify(payload);
}

/** Only fields that are neither blank nor in a header column. */
export function slimPayload(row: LicenceRow): string {
  const payload: Record<string, string> = {};
  FIELD_CODES.forEach((code, at) => {
    const value = row.fields[at] ?? '';
    if (value !== '' && !HEADER_FIELDS.has(code)) payload[code] = value;
  });
  return JSON.stringify(payload);
}

function headerText(row: LicenceRow): string {
  return `${row.recordId}\t${row.subjectKey}\tlicence\t${row.unitId}\t${row.authorityUscc}\t${row.number}\t${row.decidedOn}\t${RECEIVED_AT}\theld\t1\t${row.contentHash}\t${BATCH_ID}\t${row.rowNo}\t${row.subjectName}`;
}

/** One line of COPY's text format: header and a JSON payload. */
export function jsonLine(row: LicenceRow, payload: string): string {
  return `${headerText(row)}\t${payload.includes('\\') ? payload.replaceAll('\\', '\\\\') : payload}\n`;
}

/** One line of COPY's text format: header and one column for each field outside the header. */
export function typedLine(row: LicenceRow): string {
  let line = headerText(row);
  FIELD_CODES.forEach((code, at) => {
    if (!HEADER_FIELDS.has(code)) line += `\t${row.fields[at] === '' ? '\\N' : (row.fields[at] ?? '')}`;
  });
  return `${line}\n`;
}

/** The start of a file in COPY's binary format. */
export const BINARY_START = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
/** Its end. */
export const BINARY_END = Buffer.from([0xff, 0xff]);

/** Writes values one after another in COPY's binary format. */
class BinaryWriter {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  short(value: number): void {
    this.at = this.bytes.writeInt16BE(value, this.at);
  }

  integer(value: number): void {
    this.at = this.bytes.writeInt32BE(value, this.bytes.writeInt32BE(4, this.at));
  }

  instant(value: bigint): void {
    this.at = this.bytes.writeBigInt64BE(value, this.bytes.writeInt32BE(8, this.at));
  }

  text(value: string): void {
    const length = this.bytes.write(value, this.at + 4);
    this.bytes.writeInt32BE(length, this.at);
    this.at += 4 + length;
  }

  uuid(value: string): void {
    this.bytes.writeInt32BE(16, this.at);
    this.bytes.write(value.replaceAll('-', ''), this.at + 4, 'hex');
    this.at += 20;
  }

  /** jsonb travels as a version byte and the text. */
  jsonb(value: string): void {
    const length = this.bytes.write(value, this.at + 5);
    this.bytes.writeInt32BE(length + 1, this.at);
    this.bytes[this.at + 4] = 1;
    this.at += 5 + length;
  }

  done(): Buffer {
    return this.bytes.subarray(0, this.at);
  }
}

/** Header and payload in COPY's binary format. */
export function jsonBinary(row: LicenceRow, payload: string): Buffer {
  const writer = new BinaryWriter(1_024 + payload.length * 3);
  writer.short(15);
  writer.uuid(row.recordId);
  for (const value of [row.subjectKey, 'licence', row.unitId, row.authorityUscc, row.number]) writer.text(value);
  writer.integer(Date.parse(row.decidedOn) / 86_400_000 - DAY_ZERO);
  writer.instant(RECEIVED_AT_MICROS);
  writer.text('held');
  writer.integer(1);
  writer.uuid(row.contentHash);
  writer.uuid(BATCH_ID);
  writer.integer(row.rowNo);
  writer.text(row.subjectName);
  writer.jsonb(payload);
  return writer.done();
}

/** Only what differs from row to row, in binary; what the batch has in common is added by the merge. */
export function leanBinary(row: LicenceRow, payload: string): Buffer {
  const writer = new BinaryWriter(1_024 + payload.length * 3);
  writer.short(9);
  writer.uuid(row.recordId);
  for (const value of [row.subjectKey, row.authorityUscc, row.number]) writer.text(value);
  writer.integer(Date.parse(row.decidedOn) / 86_400_000 - DAY_ZERO);
  writer.uuid(row.contentHash);
  writer.integer(row.rowNo);
  writer.text(row.subjectName);
  writer.jsonb(payload);
  return writer.done();
}

/** A key, its content hash and its row number: what is asked before anything is copied. */
export function keyLine(row: LicenceRow): string {
  return `${row.recordId}\t${row.contentHash}\t${row.rowNo}\n`;
}

/** The same in binary. */
export function keyBinary(row: LicenceRow): Buffer {
  const writer = new BinaryWriter(64);
  writer.short(3);
  writer.uuid(row.recordId);
  writer.uuid(row.contentHash);
  writer.integer(row.rowNo);
  return writer.done();
}
