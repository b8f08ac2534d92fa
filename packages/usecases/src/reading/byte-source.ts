/** Where bytes come from: a file on disk, or anything that can be read from the start more than once. */
import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { ReadFailure, readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';

/** A restartable source of bytes. */
export interface ByteSource {
  /** What sentences call it. */
  readonly name: string;
  readonly size: number;
  /**
   * All bytes from the first one on, anew at every call. A block is read before the next is asked for and may then be
   * overwritten. Throws `ReadFailure` when the bytes cannot be had.
   */
  readonly blocks: () => AsyncIterable<Uint8Array>;
}

const BLOCK_BYTES = 1 << 20;

/** Opens a file for reading. That it is still the same file is checked again at the end of every reading. */
export async function fileSource(path: string): Promise<Result<ByteSource, ReadProblem>> {
  const name = basename(path);
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that never comes.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (stats.isDirectory()) return err(readProblem('is-directory', { name }));
    if (!stats.isFile()) return err(readProblem('not-a-file', { name }));
    return ok({ name, size: stats.size, blocks: () => fileBlocks(path, name, stats) });
  } catch (thrown) {
    return err(fileProblem(thrown, name));
  } finally {
    await handle?.close();
  }
}

async function* fileBlocks(path: string, name: string, expected: Stats): AsyncGenerator<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let total = 0;
    for (;;) {
      const { bytesRead } = await handle.read(block, 0, block.length, null);
      if (bytesRead === 0) break;
      total += bytesRead;
      yield block.subarray(0, bytesRead);
    }
    const now = await handle.stat();
    if (total !== expected.size || now.mtimeMs !== expected.mtimeMs) throw new ReadFailure(readProblem('file-changed', { name }));
  } catch (thrown) {
    throw thrown instanceof ReadFailure ? thrown : new ReadFailure(fileProblem(thrown, name));
  } finally {
    await handle?.close();
  }
}

/** The problem behind a failed file operation; anything that is not one is a bug and goes on. */
function fileProblem(thrown: unknown, name: string): ReadProblem {
  const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  switch (code) {
    case null:
      throw thrown;
    case 'ENOENT':
    case 'ENOTDIR':
      return readProblem('missing-file', { name });
    case 'EISDIR':
      return readProblem('is-directory', { name });
    case 'EACCES':
    case 'EPERM':
      return readProblem('unreadable-file', { name });
    case 'ENXIO':
    case 'ENODEV':
      return readProblem('not-a-file', { name });
    default:
      return readProblem('read-failed', { name, reason: code });
  }
}
