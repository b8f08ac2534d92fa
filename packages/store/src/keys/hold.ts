/** Who is at work on a database: everyone shares it, whoever changes keys has it alone. */
import type pg from 'pg';

export type HoldKind = 'shared' | 'exclusive';

/** Held until released; also ends with the connection, so a process that dies lets go. */
export interface Hold {
  readonly release: () => void;
}

const LOCK = "hashtextextended('xincheng/keys', 0)";
const POLL_MS = 100;

/**
 * Takes the hold on a connection of its own, waiting a moment for one that is just ending. Null: somebody else has it, so a shared
 * one is not to be had while keys are being changed, nor an exclusive one while the platform runs.
 */
export async function holdDatabase(pool: pg.Pool, kind: HoldKind, waitMs: number): Promise<Hold | null> {
  const client = await pool.connect();
  try {
    const take = kind === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    for (let waited = 0; ; waited += POLL_MS) {
      const { rows } = await client.query<{ taken: boolean }>(`select ${take}(${LOCK}) as taken`);
      // The connection ends with the hold: a pool would hand it on with the lock still on it.
      if (rows[0]?.taken === true) return { release: () => client.release(true) };
      if (waited >= waitMs) break;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } catch (thrown) {
    client.release(true);
    throw thrown;
  }
  client.release();
  return null;
}
