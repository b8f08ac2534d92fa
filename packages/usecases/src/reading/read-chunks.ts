/** Cuts the stream at the places found when the file was surveyed. */
import type { Chunk } from './plan.ts';
import { ReadFailure, readProblem } from './problem.ts';
import type { Span } from './survey.ts';

/** Chunks by their spans. The stream is read to its end also behind the last one, where a source tells that it has changed. */
export async function* readChunks(
  blocks: AsyncIterable<Uint8Array>,
  spans: readonly Span[],
  name: string,
): AsyncGenerator<Chunk> {
  let index = 0;
  let position = 0;
  let bytes: Uint8Array | null = null;
  let filled = 0;
  for await (const block of blocks) {
    let at = 0;
    while (at < block.length) {
      const span = spans[index];
      if (span === undefined) break;
      const gap = span.byteOffset + filled - (position + at);
      if (gap > 0) {
        at = Math.min(block.length, at + gap);
        continue;
      }
      bytes ??= Buffer.allocUnsafeSlow(span.byteLength);
      const taken = Math.min(block.length - at, span.byteLength - filled);
      bytes.set(block.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < span.byteLength) continue;
      index += 1;
      yield { bytes, firstRecordNo: span.firstRecordNo, byteOffset: span.byteOffset, last: index === spans.length };
      bytes = null;
      filled = 0;
    }
    position += block.length;
  }
  if (index < spans.length) throw new ReadFailure(readProblem('file-changed', { name }));
}
