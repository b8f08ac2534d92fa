/** The input files of the benchmark, made once a run in its own folder. */
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { licenceRow } from './data.ts';
import type { LicenceRow } from './data.ts';
import {
  BINARY_END,
  BINARY_START,
  csvLine,
  fullPayload,
  jsonBinary,
  jsonLine,
  keyBinary,
  keyLine,
  leanBinary,
  slimPayload,
  typedLine,
} from './encode.ts';

type Encode = (row: LicenceRow, slim: string) => string | Buffer;

const FORMATS = {
  'raw.csv': csvLine,
  'full.copy': (row) => jsonLine(row, fullPayload(row)),
  'slim.copy': jsonLine,
  'typed.copy': typedLine,
  'slim.bin': jsonBinary,
  'lean.bin': leanBinary,
  'keys.copy': keyLine,
  'keys.bin': keyBinary,
} satisfies Record<string, Encode>;

/** The name of an input file. */
export type InputFile = keyof typeof FORMATS;

/** Where the files lie, how many rows each has, and their keys for probing. */
export interface Inputs {
  readonly rows: number;
  readonly path: (file: InputFile) => string;
  readonly bytes: ReadonlyMap<InputFile, number>;
  readonly ids: readonly string[];
  readonly hashes: readonly string[];
  readonly averageFilledFields: number;
}

const BLOCK_ROWS = 2_000;

/** Generates the rows and writes them in the formats wanted. */
export async function makeInputs(folder: string, rows: number, wanted: ReadonlySet<InputFile>): Promise<Inputs> {
  const path = (file: InputFile): string => join(folder, file);
  const formats = [...wanted].map((file) => ({ file, encode: FORMATS[file], out: createWriteStream(path(file)) }));
  for (const { file, out } of formats) if (file.endsWith('.bin')) out.write(BINARY_START);
  const ids: string[] = [];
  const hashes: string[] = [];
  let filled = 0;
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const block = Array.from({ length: Math.min(BLOCK_ROWS, rows - from) }, (_, at) => licenceRow(from + at, rows));
    const slims = block.map(slimPayload);
    for (const row of block) {
      ids.push(row.recordId);
      hashes.push(row.contentHash);
      filled += row.fields.filter((field) => field !== '').length;
    }
    for (const { encode, out } of formats) {
      const parts = block.map((row, at) => encode(row, slims[at] ?? ''));
      const bytes = typeof parts[0] === 'string' ? parts.join('') : Buffer.concat(parts as Buffer[]);
      if (!out.write(bytes)) await once(out, 'drain');
    }
  }
  for (const { file, out } of formats) {
    if (file.endsWith('.bin')) out.write(BINARY_END);
    out.end();
    await once(out, 'finish');
  }
  const bytes = new Map<InputFile, number>();
  for (const { file } of formats) bytes.set(file, (await stat(path(file))).size);
  return { rows, path, bytes, ids, hashes, averageFilledFields: filled / rows };
}
