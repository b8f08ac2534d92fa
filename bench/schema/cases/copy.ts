/** Cases 1, 2 and 7: raw COPY as the reference, payload shapes, text against binary format. */
import { FIELD_CODES, HEADER_FIELDS, licenceRow } from '../data.ts';
import { HEADER_COLUMNS, jsonBinary, jsonLine, slimPayload } from '../encode.ts';
import { copyFile, megabytes, RECORD_COLUMNS, run } from '../database.ts';
import type { Bench } from '../bench.ts';
import type { InputFile } from '../files.ts';

const LEAN_COLUMNS = `record_id uuid not null, subject_key text not null collate "C", authority_uscc text not null, number text not null, decided_on date not null,
  content_hash uuid not null, row_no integer not null, subject_name text not null, payload jsonb not null`;
const STAGE_HEADER = RECORD_COLUMNS.slice(0, RECORD_COLUMNS.lastIndexOf(','));

/** The bytes of the CSV into a bare table of text columns. */
export async function rawCopy({ session, inputs, report }: Bench): Promise<void> {
  const columns = FIELD_CODES.map((code) => `${code} text`).join(', ');
  await report.measure({
    case: 'raw-copy',
    variant: '28 text columns, CSV',
    rows: inputs.rows,
    before: () => run(session, 'drop table if exists raw', `create table raw (${columns})`, 'checkpoint'),
    run: () => copyFile(session, inputs.path('raw.csv'), 'raw', 'format csv'),
    after: async () => ({ megabytes: await megabytes(session, 'raw') }),
  });
  await run(session, 'drop table raw');
}

/** The header with each kind of payload into an unlogged stage. */
export async function payloads(bench: Bench): Promise<void> {
  const typed = FIELD_CODES.filter((code) => !HEADER_FIELDS.has(code)).map((code) => `${code} ${typeOf(code)}`);
  const shapes: readonly [string, InputFile, string, string][] = [
    ['full jsonb (28 fields)', 'full.copy', 'payload_full', RECORD_COLUMNS],
    ['slim jsonb', 'slim.copy', 'payload_slim', RECORD_COLUMNS],
    ['slim json, not jsonb', 'slim.copy', 'payload_json', RECORD_COLUMNS.replace('payload jsonb', 'payload json')],
    ['typed columns', 'typed.copy', 'payload_typed', `${STAGE_HEADER}, ${typed.join(', ')}`],
  ];
  for (const [variant, file, table, columns] of shapes)
    await stage(bench, 'payload', variant, file, table, columns, 'format text');
  await run(bench.session, 'drop table payload_full, payload_slim, payload_json, payload_typed');
}

/** Text against binary, on the server and in the encoding process. */
export async function copyFormats(bench: Bench): Promise<void> {
  await stage(bench, 'copy-format', 'slim jsonb, text', 'slim.copy', 'stage_format', RECORD_COLUMNS, 'format text');
  await stage(bench, 'copy-format', 'slim jsonb, binary', 'slim.bin', 'stage_format', RECORD_COLUMNS, 'format binary');
  await stage(
    bench,
    'copy-format',
    'slim jsonb, binary, without what the batch has in common',
    'lean.bin',
    'stage_format',
    LEAN_COLUMNS,
    'format binary',
  );
  await run(bench.session, 'drop table stage_format');
  const rows = Array.from({ length: 50_000 }, (_, at) => licenceRow(at, 50_000));
  const slims = rows.map(slimPayload);
  await bench.report.measure({
    case: 'encode',
    variant: 'text line to bytes, one core',
    rows: rows.length,
    run: () => encode(() => rows.forEach((row, at) => Buffer.from(jsonLine(row, slims[at] ?? '')))),
  });
  await bench.report.measure({
    case: 'encode',
    variant: 'binary row, one core',
    rows: rows.length,
    run: () => encode(() => rows.forEach((row, at) => jsonBinary(row, slims[at] ?? ''))),
  });
}

async function encode(work: () => void): Promise<void> {
  work();
  return Promise.resolve();
}

/** Fills the stage other cases read from, without measuring. */
export async function fillStage({ session, inputs }: Bench): Promise<void> {
  await run(session, 'drop table if exists stage_slim', `create unlogged table stage_slim (${RECORD_COLUMNS})`);
  await copyFile(session, inputs.path('slim.copy'), `stage_slim (${HEADER_COLUMNS}, payload)`, 'format text');
  await run(session, 'create index on stage_slim (row_no)', 'vacuum analyze stage_slim');
}

async function stage(
  { session, inputs, report }: Bench,
  name: string,
  variant: string,
  file: InputFile,
  table: string,
  columns: string,
  format: string,
): Promise<void> {
  await report.measure({
    case: name,
    variant,
    rows: inputs.rows,
    before: () => run(session, `drop table if exists ${table}`, `create unlogged table ${table} (${columns})`, 'checkpoint'),
    run: () => copyFile(session, inputs.path(file), table, format),
    after: async () => ({
      megabytes: await megabytes(session, table),
      note: `file ${Math.round((inputs.bytes.get(file) ?? 0) / 1e6)} MB`,
    }),
  });
}

function typeOf(code: string): string {
  if (code.includes('RQ') || code.includes('YXQZ')) return 'date';
  return code === 'XK_ZT' ? 'smallint' : 'text';
}
