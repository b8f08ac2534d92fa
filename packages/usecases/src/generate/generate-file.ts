/** Generated rows as a CSV file, written as they come: memory stays the same whatever the number of rows. */
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { openGenerator } from './generator.ts';
import type { RowGenerator } from './generator.ts';
import { generateProblem } from './options.ts';
import type { GenerateOptions, GenerateProblem, SpoiltRow } from './options.ts';

export interface GenerateFileOptions extends GenerateOptions {
  readonly path: string;
  /** Chinese names of the fields, or their codes. */
  readonly header: 'names' | 'codes';
  /** Called now and then; numbers only grow. */
  readonly onProgress?: (rows: number) => void;
}

export interface GeneratedFile {
  readonly rows: number;
  readonly bytes: number;
  readonly spoilt: readonly SpoiltRow[];
}

/** Characters gathered before they are written. */
const BLOCK = 1 << 18;

/** Writes the file: UTF-8, comma, `\n`. It has its name only when it is whole. */
export async function generateFile(options: GenerateFileOptions): Promise<Result<GeneratedFile, GenerateProblem>> {
  const generator = openGenerator(options);
  if (!generator.ok) return generator;
  const part = `${options.path}.part`;
  try {
    const file = await open(part, 'w');
    const written = await writeRows(file, generator.value, options).finally(() => file.close());
    await rename(part, options.path);
    return ok(written);
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => undefined);
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown;
    return err(generateProblem('not-written', String(thrown.code)));
  }
}

async function writeRows(
  file: FileHandle,
  generator: RowGenerator,
  { rows, header, onProgress }: GenerateFileOptions,
): Promise<GeneratedFile> {
  const spoilt: SpoiltRow[] = [];
  let bytes = 0;
  let block = csvLine(
    generator.dataset.fields.map(({ definition }) => (header === 'codes' ? definition.code : definition.name.zh)),
  );
  for (let row = 0; row < rows; row += 1) {
    block += csvLine(generator.cells(row));
    const known = generator.spoiltRow(row);
    if (known !== null) spoilt.push(known);
    if (block.length < BLOCK) continue;
    bytes += await writeAll(file, block);
    block = '';
    onProgress?.(row + 1);
  }
  bytes += await writeAll(file, block);
  onProgress?.(rows);
  return { rows, bytes, spoilt };
}

async function writeAll(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  await file.writeFile(bytes);
  return bytes.length;
}

/** One line. Most rows need no quotes at all, which is seen without looking at each cell. */
export function csvLine(cells: readonly string[]): string {
  const line = cells.join(',');
  return isPlain(line, cells.length - 1) ? `${line}\n` : `${cells.map(quoted).join(',')}\n`;
}

const COMMA = 44;
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function isPlain(line: string, commas: number): boolean {
  let found = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === COMMA) found += 1;
    else if (code === QUOTE || code === LINE_FEED || code === CARRIAGE_RETURN) return false;
  }
  return found === commas;
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
