import { describe, expect, it } from 'vitest';
import { packedText } from './packed-text.ts';

const PIECES = Array.from({ length: 40 }, (_, index) => `第 ${String(index)} 行，${'历城区'.repeat(index)}\n`);
const TEXT = PIECES.join('');

/** Makes the text in a block that is overwritten each time, and counts how often it is asked to. */
function maker(): { readonly make: () => AsyncIterable<Uint8Array>; readonly made: () => number } {
  let count = 0;
  return {
    make: async function* () {
      count += 1;
      const block = Buffer.alloc(4096);
      for (const piece of PIECES) {
        const length = block.write(piece);
        yield await Promise.resolve(block.subarray(0, length));
        block.fill(0);
      }
    },
    made: () => count,
  };
}

async function read(blocks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const block of blocks) parts.push(Buffer.from(block));
  return Buffer.concat(parts).toString('utf8');
}

describe('a packed text', () => {
  it('is made once, and read as often as is wanted', async () => {
    const { make, made } = maker();
    const blocks = packedText(make);
    for (let time = 0; time < 3; time += 1) expect(await read(blocks())).toBe(TEXT);
    expect(made()).toBe(1);
  });

  it('is made anew where nobody read it to its end', async () => {
    const { make, made } = maker();
    const blocks = packedText(make);
    for await (const block of blocks()) if (block.length > 0) break;
    expect(await read(blocks())).toBe(TEXT);
    expect(await read(blocks())).toBe(TEXT);
    expect(made()).toBe(2);
  });

  it('is made each time where it would take too much', async () => {
    const { make, made } = maker();
    const blocks = packedText(make, 200);
    for (let time = 0; time < 2; time += 1) expect(await read(blocks())).toBe(TEXT);
    expect(made()).toBe(2);
  });

  it('may be read twice at once, and may be empty', async () => {
    const { make } = maker();
    const blocks = packedText(make);
    expect(await Promise.all([read(blocks()), read(blocks())])).toEqual([TEXT, TEXT]);
    const nothing = packedText(async function* (): AsyncGenerator<Uint8Array> {
      yield* await Promise.resolve([]);
    });
    for (let time = 0; time < 2; time += 1) expect(await read(nothing())).toBe('');
  });

  it('passes on what breaks the making, and is then made anew', async () => {
    const { make, made } = maker();
    let isBroken = true;
    const blocks = packedText(async function* () {
      yield* make();
      if (isBroken) throw new Error('broken');
    });
    await expect(read(blocks())).rejects.toThrow('broken');
    isBroken = false;
    expect(await read(blocks())).toBe(TEXT);
    expect(made()).toBe(2);
  });
});
