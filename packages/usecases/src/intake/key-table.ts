/**
 * The keys of one batch, to find the same key twice in a file. Open addressing over typed arrays: 28 bytes a row,
 * so that a million rows cost 40 MB where a Map of strings would cost 150.
 */
const WORDS = 4;
const FIRST_CAPACITY = 1 << 16;
const MOST_FILLED = 0.7;

/** Where a key was first seen, and whether that row said the same. */
export interface Duplicate {
  readonly firstRow: number;
  readonly isEqual: boolean;
}

/** The keys seen so far, each with the row it was first seen in. */
export class KeyTable {
  #capacity = FIRST_CAPACITY;
  #size = 0;
  #ids = new Uint32Array(FIRST_CAPACITY * WORDS);
  #hashes = new Uint32Array(FIRST_CAPACITY * 2);
  #rows = new Uint32Array(FIRST_CAPACITY);

  /**
   * Adds the key of a row. `ids` and `hashes` hold 16 bytes a row, read at position `at`; `row` counts from 1.
   * Returns what was there before, or null for a key seen for the first time.
   */
  add(ids: Uint32Array, hashes: Uint32Array, at: number, row: number): Duplicate | null {
    if (this.#size >= this.#capacity * MOST_FILLED) this.#grow();
    const slot = this.#find(ids, at * WORDS);
    const known = this.#rows[slot] ?? 0;
    if (known !== 0) {
      const isEqual = this.#hashes[slot * 2] === hashes[at * WORDS] && this.#hashes[slot * 2 + 1] === hashes[at * WORDS + 1];
      return { firstRow: known, isEqual };
    }
    this.#put(slot, ids, at * WORDS, hashes[at * WORDS] ?? 0, hashes[at * WORDS + 1] ?? 0, row);
    this.#size += 1;
    return null;
  }

  /** The row that an id was first seen in; 0 for an id that no row has. */
  rowOf(ids: Uint32Array): number {
    return this.#rows[this.#find(ids, 0)] ?? 0;
  }

  #find(ids: Uint32Array, from: number): number {
    const mask = this.#capacity - 1;
    let slot = ((ids[from + 1] ?? 0) ^ (ids[from + 3] ?? 0)) & mask;
    while (this.#rows[slot] !== 0 && !this.#isAt(slot, ids, from)) slot = (slot + 1) & mask;
    return slot;
  }

  #isAt(slot: number, ids: Uint32Array, from: number): boolean {
    for (let word = 0; word < WORDS; word += 1) if (this.#ids[slot * WORDS + word] !== ids[from + word]) return false;
    return true;
  }

  #put(slot: number, ids: Uint32Array, from: number, hashLow: number, hashHigh: number, row: number): void {
    for (let word = 0; word < WORDS; word += 1) this.#ids[slot * WORDS + word] = ids[from + word] ?? 0;
    this.#hashes[slot * 2] = hashLow;
    this.#hashes[slot * 2 + 1] = hashHigh;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const [ids, hashes, rows, capacity] = [this.#ids, this.#hashes, this.#rows, this.#capacity];
    this.#capacity = capacity * 2;
    this.#ids = new Uint32Array(this.#capacity * WORDS);
    this.#hashes = new Uint32Array(this.#capacity * 2);
    this.#rows = new Uint32Array(this.#capacity);
    for (let slot = 0; slot < capacity; slot += 1) {
      const row = rows[slot] ?? 0;
      if (row === 0) continue;
      this.#put(this.#find(ids, slot * WORDS), ids, slot * WORDS, hashes[slot * 2] ?? 0, hashes[slot * 2 + 1] ?? 0, row);
    }
  }
}
