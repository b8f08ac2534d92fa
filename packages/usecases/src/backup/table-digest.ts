/** What a table holds, as one number for its rows in whatever order they come. */
import { hash } from 'node:crypto';
import { Transform } from 'node:stream';

const WORDS = 8;
const LINE_END = 10;
/** Sums of so many 32-bit words are still exact. */
const CARRY_EVERY = 1 << 20;

/** Counts lines and adds up their SHA-256, as numbers of 256 bits. */
export class TableDigest {
  readonly #sum = new Float64Array(WORDS);
  #rest: Buffer = Buffer.alloc(0);
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add(part: Buffer): void {
    let from = 0;
    let end = part.indexOf(LINE_END);
    if (end >= 0 && this.#rest.length > 0) {
      this.#addRow(Buffer.concat([this.#rest, part.subarray(0, end)]));
      this.#rest = Buffer.alloc(0);
      from = end + 1;
      end = part.indexOf(LINE_END, from);
    }
    for (; end >= 0; end = part.indexOf(LINE_END, from)) {
      this.#addRow(part.subarray(from, end));
      from = end + 1;
    }
    if (from < part.length) this.#rest = Buffer.concat([this.#rest, part.subarray(from)]);
  }

  /** 64 hexadecimal digits; equal for equal rows. */
  content(): string {
    this.#carry();
    return [...this.#sum].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  #addRow(line: Buffer): void {
    const digest = hash('sha256', line, 'buffer');
    for (let word = 0; word < WORDS; word += 1) this.#sum[word] = (this.#sum[word] ?? 0) + digest.readUInt32BE(word * 4);
    this.#rows += 1;
    if (this.#rows % CARRY_EVERY === 0) this.#carry();
  }

  #carry(): void {
    for (let word = WORDS - 1, carried = 0; word >= 0; word -= 1) {
      const value = (this.#sum[word] ?? 0) + carried;
      carried = Math.floor(value / 2 ** 32);
      this.#sum[word] = value % 2 ** 32;
    }
  }
}

/** Hands bytes on and shows them to somebody on the way. */
export function watched(look: (part: Buffer) => void): Transform {
  return new Transform({
    transform: (part: Buffer, _encoding, done) => {
      look(part);
      done(null, part);
    },
  });
}
