/**
 * What became of every row of a batch, beside the received file: an outcome byte and the record's id, 17 bytes a row.
 * Written before the merge commits and rebuilt by any later attempt; the marked result is made from it at any time.
 */
import { createWriteStream } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { ID_BYTES } from '../records/record-id.ts';
import type { ChunkKeys } from './chunk-keys.ts';

const ENTRY_BYTES = 21;
const ROW_BYTES = 4;

/** Entries of a chunk's rows: row number, outcome, record id (zeros where a row has none). */
export function rowEntries({ rows, rowNos, ids }: ChunkKeys, outcomes: Uint8Array): Uint8Array {
  const entries = Buffer.allocUnsafeSlow(rows * ENTRY_BYTES);
  for (let position = 0, at = 0; position < rows; position += 1) {
    entries.writeUInt32LE(rowNos[position] ?? 0, at);
    entries[at + ROW_BYTES] = outcomes[position] ?? 0;
    at += ROW_BYTES + 1;
    for (let from = position * ID_BYTES, end = from + ID_BYTES; from < end; from += 1, at += 1) entries[at] = ids[from] ?? 0;
  }
  return entries;
}

/** Collects entries in file order; kept in memory as bytes (21 MB for a million rows) because a late row can change an early one. */
export class RowFile {
  readonly #parts: Buffer[] = [];
  readonly #firstRows: number[] = [];

  /** Adds the entries of the next chunk. */
  add(entries: Uint8Array): void {
    if (entries.length === 0) return;
    const part = Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength);
    this.#parts.push(part);
    this.#firstRows.push(part.readUInt32LE(0));
  }

  outcomeOf(row: number): number {
    const { part, at } = this.#find(row);
    return part[at + ROW_BYTES] ?? 0;
  }

  /** Changes the outcome of a row and says what it was. */
  replaceOutcome(row: number, outcome: number): number {
    const { part, at } = this.#find(row);
    const before = part[at + ROW_BYTES] ?? 0;
    part[at + ROW_BYTES] = outcome;
    return before;
  }

  /** Where the entry of a row stands; rows are in file order. */
  #find(row: number): { readonly part: Buffer; readonly at: number } {
    const part = this.#parts[this.#firstRows.findLastIndex((first) => first <= row)];
    let [low, high] = [0, part === undefined ? -1 : part.length / ENTRY_BYTES - 1];
    while (part !== undefined && low <= high) {
      const middle = (low + high) >> 1;
      const found = part.readUInt32LE(middle * ENTRY_BYTES);
      if (found === row) return { part, at: middle * ENTRY_BYTES };
      if (found < row) low = middle + 1;
      else high = middle - 1;
    }
    throw new Error(`row ${String(row)} is not in the row file`);
  }

  /** Writes the file in one go: first under another name, then renamed, so that a half-written one is never read. */
  async save(path: string): Promise<void> {
    const stream = createWriteStream(`${path}.part`, { mode: 0o600, flush: true });
    for (const part of this.#parts) stream.write(part);
    stream.end();
    await finished(stream);
    await rename(`${path}.part`, path);
  }
}

export interface RowEntry {
  readonly row: number;
  readonly outcome: number;
  /** 32 hexadecimal digits; zeros where the row has no record. */
  readonly recordId: string;
}

/** The entries of a saved row file in file order. Read whole: 21 MB for a million rows. */
export async function readRowFile(path: string): Promise<() => RowEntry | null> {
  const bytes = await readFile(path);
  let at = 0;
  return () => {
    if (at + ENTRY_BYTES > bytes.length) return null;
    const entry = {
      row: bytes.readUInt32LE(at),
      outcome: bytes[at + ROW_BYTES] ?? 0,
      recordId: bytes.toString('hex', at + 5, at + ENTRY_BYTES),
    };
    at += ENTRY_BYTES;
    return entry;
  };
}
