/** Files of the older Office container. Workbooks with a password come in it too, whatever their name says. */
import type { ByteSource } from './byte-source.ts';
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';

/** Names of streams stand in UTF-16 in the container's directory, which can lie anywhere. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Tells a workbook with a password from `otherwise`. */
export async function officeProblem(source: ByteSource, otherwise: ReadProblem): Promise<ReadProblem> {
  let carry = Buffer.alloc(0);
  for await (const block of source.blocks()) {
    const bytes = Buffer.concat([carry, block]);
    if (bytes.includes(ENCRYPTED)) return readProblem('encrypted-workbook');
    carry = Buffer.from(bytes.subarray(Math.max(0, bytes.length - ENCRYPTED.length)));
  }
  return otherwise;
}
