/** Keys of a chunk's rows, collected by position: what the main thread needs to ask the register and to find duplicates. */
import type { RowLink } from '../records/natural-key.ts';
import { ID_BYTES } from '../records/record-id.ts';
import { ARRAY_OF, binaryArray, dayOfPostgres } from './binary-array.ts';

export interface ChunkKeys {
  readonly rows: number;
  /** Row numbers as a spreadsheet shows them. */
  readonly rowNos: Uint32Array;
  /** 1 where the row has a key (it has no error). */
  readonly isKeyed: Uint8Array;
  /** 16 bytes a row each. */
  readonly ids: Uint8Array;
  readonly hashes: Uint8Array;
  /** Positions of the keyed rows in the order of their ids: neighbours in the index are asked for together. */
  readonly positions: Uint32Array;
  /** Ids, hashes and days in that order, as binary arrays. */
  readonly idArray: Uint8Array;
  readonly hashArray: Uint8Array;
  readonly dayArray: Uint8Array;
  /** Rows that name another record than their own. */
  readonly namings: readonly Naming[];
  /** Records that rows hang on or refer to. */
  readonly links: readonly ChunkLink[];
  /** Organisations that keyed rows are about; none where they are not asked for. */
  readonly subjects: readonly ChunkSubject[];
}

/** The organisation that the row at a position is about, its name as filed, and the day of the decision. */
export interface ChunkSubject {
  readonly position: number;
  readonly key: string;
  readonly name: string;
  readonly decidedOn: string;
}

/** A record named by the row at a position. */
export interface ChunkLink extends RowLink {
  readonly position: number;
}

/**
 * A row that names a record: `written` in the column for it; `carried` along in the hidden column of a marked result; or only
 * `mentioned`, by a row that has errors and replaces nothing.
 */
export interface Naming {
  readonly position: number;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly how: 'written' | 'carried' | 'mentioned';
}

/** Enough for most chunks; a chunk of shorter rows makes it grow. */
const FIRST_CAPACITY = 4096;
const DAY_BYTES = 4;
/** Positions stay below this, and a whole number of the first 32 bits of an id above it is still exact. */
const MOST_ROWS = 2 ** 21;

/** Takes the rows of one chunk in their order. */
export class KeyCollector {
  readonly #namings: Naming[] = [];
  readonly #links: ChunkLink[] = [];
  readonly #subjects: ChunkSubject[] = [];
  #rowNos = new Uint32Array(FIRST_CAPACITY);
  #isKeyed = new Uint8Array(FIRST_CAPACITY);
  #days = new Int32Array(FIRST_CAPACITY);
  #ids = Buffer.alloc(FIRST_CAPACITY * ID_BYTES);
  #hashes = Buffer.alloc(FIRST_CAPACITY * ID_BYTES);
  #rows = 0;
  #keyed = 0;

  /** Adds a row, without a key so far, and gives its position. */
  add(rowNo: number): number {
    if (this.#rows === this.#rowNos.length) this.#grow();
    const position = this.#rows;
    this.#rowNos[position] = rowNo;
    this.#rows += 1;
    return position;
  }

  /** Where the id of the row at a position is to be written, sixteen bytes from `position * 16`; likewise its hash. */
  get ids(): Buffer {
    return this.#ids;
  }

  get hashes(): Buffer {
    return this.#hashes;
  }

  /** Says that the row last added has its id and hash. */
  key(position: number, decidedOn: string, links: readonly RowLink[]): void {
    this.#isKeyed[position] = 1;
    this.#days[position] = dayOfPostgres(decidedOn);
    this.#keyed += 1;
    for (const link of links) this.#links.push({ ...link, position });
  }

  name(position: number, id: string, how: Naming['how']): void {
    this.#namings.push({ position, id, how });
  }

  tell(subject: ChunkSubject): void {
    this.#subjects.push(subject);
  }

  /** All of it, in arrays of their own. */
  keys(): ChunkKeys {
    const rows = this.#rows;
    const positions = this.#positionsById();
    const [ids, hashes, days] = [this.#ids, this.#hashes, this.#days];
    const sixteenOf = (source: Buffer) => (target: Buffer, at: number, index: number) => {
      const from = (positions[index] ?? 0) * ID_BYTES;
      for (let byte = 0; byte < ID_BYTES; byte += 1) target[at + byte] = source[from + byte] ?? 0;
    };
    return {
      rows,
      rowNos: this.#rowNos.slice(0, rows),
      isKeyed: this.#isKeyed.slice(0, rows),
      ids: Uint8Array.from(ids.subarray(0, rows * ID_BYTES)),
      hashes: Uint8Array.from(hashes.subarray(0, rows * ID_BYTES)),
      positions,
      namings: this.#namings,
      links: this.#links,
      subjects: this.#subjects,
      idArray: binaryArray(ARRAY_OF.uuid, positions.length, ID_BYTES, sixteenOf(ids)),
      hashArray: binaryArray(ARRAY_OF.uuid, positions.length, ID_BYTES, sixteenOf(hashes)),
      dayArray: binaryArray(ARRAY_OF.date, positions.length, DAY_BYTES, (target, at, index) => {
        target.writeInt32BE(days[positions[index] ?? 0] ?? 0, at);
      }),
    };
  }

  /** Sorted by the ids' first 32 bits, as numbers with the position behind them: near enough, and no comparison calls back here. */
  #positionsById(): Uint32Array {
    const order = new Float64Array(this.#keyed);
    let count = 0;
    for (let position = 0; position < this.#rows; position += 1) {
      if (this.#isKeyed[position] === 0) continue;
      order[count] = this.#ids.readUInt32BE(position * ID_BYTES) * MOST_ROWS + position;
      count += 1;
    }
    order.sort();
    return Uint32Array.from(order, (value) => value % MOST_ROWS);
  }

  #grow(): void {
    const capacity = this.#rowNos.length * 2;
    if (capacity > MOST_ROWS) throw new Error('a chunk of more rows than positions can tell apart');
    this.#rowNos = larger(this.#rowNos, new Uint32Array(capacity));
    this.#isKeyed = larger(this.#isKeyed, new Uint8Array(capacity));
    this.#days = larger(this.#days, new Int32Array(capacity));
    this.#ids = larger(this.#ids, Buffer.alloc(capacity * ID_BYTES));
    this.#hashes = larger(this.#hashes, Buffer.alloc(capacity * ID_BYTES));
  }
}

function larger<T extends { set(from: ArrayLike<number>): void }>(from: T & ArrayLike<number>, into: T): T {
  into.set(from);
  return into;
}
