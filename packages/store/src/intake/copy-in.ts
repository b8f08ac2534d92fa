/** COPY FROM STDIN as a thing to write to: a failure is kept until the next one who writes hears of it. */
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export interface CopyIn {
  readonly stream: ReturnType<typeof copyFrom>;
  readonly failed: { error: Error | null };
}

/** Begins a COPY on a connection, which serves nothing else until it ends. */
export function openCopy(client: pg.PoolClient, statement: string): CopyIn {
  const failed: { error: Error | null } = { error: null };
  const stream = client.query(copyFrom(statement));
  stream.on('error', (error: Error) => {
    failed.error = error;
  });
  return { stream, failed };
}

/** Hands bytes over; waits while the server is behind. */
export async function writeCopy({ stream, failed }: CopyIn, bytes: Uint8Array): Promise<void> {
  if (failed.error !== null) throw failed.error;
  if (bytes.length === 0) return;
  if (stream.write(bytes)) return;
  const over = new AbortController();
  try {
    // A stream that fails while full never drains.
    await Promise.race([once(stream, 'drain', over), once(stream, 'close', over)]);
  } finally {
    over.abort();
  }
}

/** Ends the COPY; resolves when the server has taken all of it. */
export async function endCopy({ stream, failed }: CopyIn, last?: Buffer): Promise<void> {
  if (failed.error !== null) throw failed.error;
  const finished = once(stream, 'finish');
  stream.end(last);
  await finished;
}
