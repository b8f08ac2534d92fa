/** A received text as bytes that can be cut: without byte order mark, UTF-16 turned into UTF-8 on the way. */
import type { ByteSource } from './byte-source.ts';
import { ENCODING_NAMES, Gb18030Check, Utf8Check } from './encoding.ts';
import type { Encoding, EncodingCheck, EncodingMark } from './encoding.ts';
import type { ChunkEncoding } from './plan.ts';
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { toUtf8 } from './transcode.ts';

/** Bytes in which encoding, kind and header are looked for, beyond one longest record. */
export const HEAD_BYTES = 1 << 16;

export interface TextStream {
  /** What sentences call the file. */
  readonly name: string;
  /** As received. */
  readonly encoding: Encoding;
  /** Of the blocks. */
  readonly blockEncoding: ChunkEncoding;
  readonly head: Uint8Array;
  readonly isWholeHead: boolean;
  readonly blocks: () => AsyncIterable<Uint8Array>;
  /** A new check of the blocks; null where turning them into UTF-8 has checked them already. */
  readonly check: () => EncodingCheck | null;
  /** What to say of a byte that cannot be read. */
  readonly unreadable: (check: EncodingCheck | null, offset: number, line: number) => ReadProblem | 'other-encoding';
  /** Text of the first bytes of the head, forgiving: whether they are sound is told elsewhere. */
  readonly headText: (bytes: number) => string;
  /** The same text in UTF-8 blocks. */
  readonly inUtf8: () => Promise<TextStream>;
}

/** Prepares a text of known encoding; reads its first bytes. */
export async function textStream(
  source: ByteSource,
  mark: EncodingMark,
  headBytes: number,
  isUtf8Wanted = false,
): Promise<TextStream> {
  const { encoding, markBytes } = mark;
  const isTurned = encoding !== 'utf-8' && (encoding !== 'gb18030' || isUtf8Wanted);
  const received = (): AsyncIterable<Uint8Array> => skipBytes(source.blocks(), markBytes);
  const blocks = isTurned ? (): AsyncIterable<Uint8Array> => toUtf8(received(), encoding, markBytes) : received;
  const head = await firstBytes(blocks(), headBytes);
  const blockEncoding = !isTurned && encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  return {
    name: source.name,
    encoding,
    blockEncoding,
    head,
    isWholeHead: head.length < headBytes,
    blocks,
    check: () => (isTurned ? null : blockEncoding === 'gb18030' ? new Gb18030Check() : new Utf8Check()),
    unreadable: (check, offset, line) => {
      // A few multi-byte characters that read as UTF-8 may be chance; more are none, and the text is damaged UTF-8.
      if (!mark.isCertain && !(check instanceof Utf8Check && check.isTelling)) return 'other-encoding';
      const name = encoding === 'gb18030' ? 'UTF-8 或 GB18030' : ENCODING_NAMES[encoding];
      return readProblem('bad-encoding', { encoding: name }, { offset: offset + markBytes, line });
    },
    headText: (bytes) => forgivingText(head.subarray(0, bytes), blockEncoding),
    inUtf8: () => textStream(source, mark, headBytes, true),
  };
}

function forgivingText(bytes: Uint8Array, encoding: ChunkEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

async function* skipBytes(blocks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const block of blocks) {
    const skipped = Math.min(left, block.length);
    left -= skipped;
    if (skipped < block.length) yield block.subarray(skipped);
  }
}

/** The first bytes, at most so many; fewer only when there are no more. */
export async function firstBytes(blocks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const block of blocks) {
    const part = Uint8Array.from(block.subarray(0, count - length));
    parts.push(part);
    length += part.length;
    if (length === count) break;
  }
  return Buffer.concat(parts);
}
