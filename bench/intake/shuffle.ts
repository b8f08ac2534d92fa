/** The same rows in another order, as a second export would bring them. Memory holds offsets only; a generated file has no quoted newlines. */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

const NEWLINE = 0x0a;
const WRITE_BYTES = 1 << 20;

/** Writes `from` to `to` with its lines after the first shuffled by a seed. */
export async function shuffleLines(from: string, to: string, seed: number): Promise<void> {
  const bytes = await readFile(from);
  const starts: number[] = [];
  for (let at = bytes.indexOf(NEWLINE) + 1; at > 0 && at < bytes.length; at = bytes.indexOf(NEWLINE, at) + 1) starts.push(at);
  let state = seed >>> 0;
  for (let index = starts.length - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    [starts[index], starts[other]] = [starts[other] ?? 0, starts[index] ?? 0];
  }
  const stream = createWriteStream(to);
  let parts: Buffer[] = [bytes.subarray(0, bytes.indexOf(NEWLINE) + 1)];
  let size = 0;
  for (const start of starts) {
    const end = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    parts.push(line);
    size += line.length;
    if (size < WRITE_BYTES) continue;
    if (!stream.write(Buffer.concat(parts))) await once(stream, 'drain');
    parts = [];
    size = 0;
  }
  stream.end(Buffer.concat(parts));
  await finished(stream);
}
