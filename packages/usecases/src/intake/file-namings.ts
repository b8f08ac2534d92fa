/**
 * The records that a file's rows name as replaced. A record that the file says something else of as well is not withdrawn: it has a
 * row of its own, or two rows name it. Which it is shows only at the end of the file.
 */
import type { ChunkKeys, Naming } from './chunk-keys.ts';
import type { KeyTable } from './key-table.ts';
import type { LaterFinding } from './later-issue.ts';
import { ID_BYTES } from '../records/record-id.ts';

/** What is not to happen after all. */
export interface NamingConflicts {
  /** Rows sent back: the record was written out, so the sender means it. */
  readonly refused: readonly { readonly row: number; readonly finding: LaterFinding }[];
  /** Rows whose record was only carried along in a hidden column, as in a row that was copied: they replace nothing. */
  readonly ignored: readonly number[];
}

interface FileNaming {
  readonly row: number;
  /** Key of the naming row; equal rows say the same once. */
  readonly own: string;
  readonly how: Naming['how'];
}

/** Collects the namings of a file, chunk by chunk. */
export class FileNamings {
  readonly #byRecord = new Map<string, FileNaming[]>();
  readonly #written = new Map<number, string>();

  add(keys: ChunkKeys, ids: Uint8Array): void {
    for (const { position, id, how } of keys.namings) {
      const row = keys.rowNos[position] ?? 0;
      const own = how === 'mentioned' ? String(row) : hexAt(ids, position);
      const known = this.#byRecord.get(id);
      if (known === undefined) this.#byRecord.set(id, [{ row, own, how }]);
      else known.push({ row, own, how });
      if (how === 'written') this.#written.set(row, id);
    }
  }

  /** True when two rows name the same record in the column for it, or neither names any. */
  isAlike(row: number, other: number): boolean {
    return this.#written.size === 0 || this.#written.get(row) === this.#written.get(other);
  }

  /** To be asked when every row is in the table. */
  conflicts(table: KeyTable): NamingConflicts {
    const refused: { row: number; finding: LaterFinding }[] = [];
    const ignored: number[] = [];
    for (const [id, namings] of this.#byRecord) {
      const ownRow = table.rowOf(wordsOf(id));
      for (const { row, own, how } of namings) {
        const against = ownRow ?? namings.find((other) => other.own !== own)?.row;
        if (against === undefined || how === 'mentioned') continue;
        if (how === 'carried') ignored.push(row);
        else refused.push({ row, finding: inFile(against) });
      }
    }
    return { refused, ignored };
  }
}

function inFile(row: number): LaterFinding {
  return { kind: 'replaces', variant: 'in-file', value: `第 ${String(row)} 行`, expected: String(row) };
}

function hexAt(ids: Uint8Array, position: number): string {
  return Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString('hex', position * ID_BYTES, (position + 1) * ID_BYTES);
}

function wordsOf(hex: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);
}
