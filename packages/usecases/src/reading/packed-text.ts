/** Text that is read more than once and dear to make: packed in memory while it is made, and unpacked from then on. */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** Tables shrink to a seventh at the lowest level; higher ones take longer than making the text anew. */
const LEVEL = 1;
/** What is made is let go of where it would take more than this. */
const MOST_BYTES = 256 << 20;

/**
 * The blocks of a text, anew at every call. After the first call whose blocks were read to their end, `make` is let go, and whatever
 * memory it held with it; unless the text takes more than `mostBytes` packed: then it is made each time.
 */
export function packedText(make: () => AsyncIterable<Uint8Array>, mostBytes = MOST_BYTES): () => AsyncIterable<Uint8Array> {
  const text = new PackedText(make, mostBytes);
  return () => text.blocks();
}

/** One block, and how long it is unpacked. */
interface Packed {
  readonly bytes: Uint8Array;
  readonly length: number;
}

class PackedText {
  readonly #mostBytes: number;
  #source: { readonly make: () => AsyncIterable<Uint8Array> } | { readonly packed: readonly Packed[] };

  constructor(make: () => AsyncIterable<Uint8Array>, mostBytes: number) {
    this.#source = { make };
    this.#mostBytes = mostBytes;
  }

  blocks(): AsyncIterable<Uint8Array> {
    return 'packed' in this.#source ? unpacked(this.#source.packed) : this.#made(this.#source.make());
  }

  /** Packing goes on in another thread while the next block is made. */
  async *#made(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const packed: Packed[] = [];
    let size = 0;
    let packing: Promise<Packed> | null = null;
    const take = async (): Promise<void> => {
      const block = await packing;
      if (block === null) return;
      size += block.bytes.length;
      if (size <= this.#mostBytes) packed.push(block);
      else packed.length = 0;
    };
    for await (const block of blocks) {
      await take();
      packing = size <= this.#mostBytes ? packedOf(block) : null;
      yield block;
    }
    await take();
    if (size <= this.#mostBytes) this.#source = { packed };
  }
}

async function packedOf(block: Uint8Array): Promise<Packed> {
  const { length } = block;
  // Copied at once, for the block is overwritten; and again, because what comes out lies in a larger piece of memory.
  return { bytes: Uint8Array.from(await pack(Uint8Array.from(block), { level: LEVEL })), length };
}

async function* unpacked(packed: readonly Packed[]): AsyncGenerator<Uint8Array> {
  let next = unpackedAt(packed, 0);
  for (let index = 1; index <= packed.length; index += 1) {
    const block = await next;
    next = unpackedAt(packed, index);
    yield block;
  }
}

/** In one piece, of just the size it needs: pieces that must be joined are twice the garbage. Nothing behind the last block. */
async function unpackedAt(packed: readonly Packed[], index: number): Promise<Uint8Array> {
  const block = packed[index];
  if (block === undefined) return new Uint8Array(0);
  return unpack(block.bytes, { chunkSize: Math.max(LEAST_CHUNK, block.length + 1) });
}

/** Least that zlib takes for the size of its pieces. */
const LEAST_CHUNK = 64;
