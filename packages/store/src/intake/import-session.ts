/**
 * One import's conversation with the database. It holds three connections of the importing role: one copies rows into the stage,
 * one copies issues, one asks what the register already holds and merges at the end.
 */
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { beginAs } from '../connection/index.ts';
import type { Identity } from '../connection/index.ts';

/** What the register says of one key of a chunk. */
export interface Probe {
  /** Position in the chunk, from 1. */
  readonly ord: number;
  readonly verdict: (typeof PROBE_VERDICTS)[keyof typeof PROBE_VERDICTS];
  /** Records of the same authority and number about other subjects. */
  readonly others: number;
  /** The record to change where it is not the key's own: a second decision under the same number. */
  readonly target: string | null;
}

/** `unchangedFurther`: nothing to do, but the row is not about its key's first decision. Other unchanged keys are not mentioned at all. */
export const PROBE_VERDICTS = { isNew: 1, changed: 2, otherDay: 3, otherUnit: 4, withdrawn: 5, unchangedFurther: 6 } as const;

/** What a merge did. `retry`: another unit took a key meanwhile; run the batch again. */
export interface MergeResult {
  readonly added: number;
  readonly updated: number;
  readonly heldBack: number;
  readonly retry: boolean;
}

export interface ImportSession {
  /** Ids, hashes and days as PostgreSQL arrays in binary form, built by the row workers and sorted by id. */
  readonly probe: (ids: Uint8Array, hashes: Uint8Array, days: Uint8Array) => Promise<readonly Probe[]>;
  /** Which of these records exist, are the unit's own and stand. */
  readonly known: (dataset: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly openWaits: (dataset: string) => Promise<ReadonlySet<string>>;
  /** Tuples of a binary COPY. */
  readonly stageRows: (tuples: Uint8Array) => Promise<void>;
  readonly stageIssues: (lines: Uint8Array) => Promise<void>;
  /** Takes staged rows back: the first of two differing rows with one key. */
  readonly unstage: (rowNos: readonly number[]) => Promise<void>;
  /** Ends the copies, merges and runs `finish` in one transaction. A retry rolls back. */
  readonly merge: (at: Date, finish: (client: pg.ClientBase, result: MergeResult) => Promise<void>) => Promise<MergeResult>;
  /** Gives connections back; after a failure the stage is dropped. */
  readonly close: () => Promise<void>;
}

/** Signature, flags and no extension; then tuples; then the trailer: the frame of a binary COPY. */
const BINARY_HEADER = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const BINARY_TRAILER = Buffer.from([0xff, 0xff]);
const ROW_COLUMNS =
  'row_no, action, record_id, subject_key, subject_kind, subject_name, authority_uscc, number, decided_on, content_hash, parent_id, replaces, codes, blinds, payload';
const ISSUE_COLUMNS = 'row_no, ordinal, column_code, label, value, expected, rule, code, severity, message, fix';

/** PostgreSQL's code for an object in the wrong state: raised when the batch was finished by whoever held the turn before. */
const NOT_IN_PREREQUISITE_STATE = '55000';

/** Opens a session for a batch; waits for its turn when the unit already imports into this dataset. Null: the batch was finished meanwhile. */
export async function openImportSession(
  importer: pg.Pool,
  identity: Identity,
  batch: { id: string; unitId: string; dataset: string },
): Promise<ImportSession | null> {
  const clients: pg.PoolClient[] = [];
  try {
    const main = await connect(importer, clients);
    await main.query('select pg_advisory_lock(hashtextextended($1, 0))', [`import/${batch.unitId}/${batch.dataset}`]);
    const suffix = await inTransaction(main, identity, async () => {
      const { rows } = await main.query<{ suffix: string }>('select intake_prepare_stage($1) as suffix', [batch.id]);
      return rows[0]?.suffix ?? '';
    });
    // The session's identity holds for every look during the import; the merge sets it again inside its own transaction.
    await main.query(`set app.scope = 'units'; set app.units = '${batch.unitId}'`);
    const rows = await openCopy(importer, clients, `copy stage.row_${suffix} (${ROW_COLUMNS}) from stdin (format binary)`);
    rows.stream.write(BINARY_HEADER);
    const issues = await openCopy(importer, clients, `copy stage.issue_${suffix} (${ISSUE_COLUMNS}) from stdin`);
    return session({ main, rows, issues, suffix, identity, batch, clients });
  } catch (thrown) {
    for (const client of clients) client.release(true);
    if (thrown instanceof Error && 'code' in thrown && thrown.code === NOT_IN_PREREQUISITE_STATE) return null;
    throw thrown;
  }
}

interface Parts {
  readonly main: pg.PoolClient;
  readonly rows: CopyStream;
  readonly issues: CopyStream;
  readonly suffix: string;
  readonly identity: Identity;
  readonly batch: { readonly id: string; readonly unitId: string; readonly dataset: string };
  readonly clients: pg.PoolClient[];
}

function session(parts: Parts): ImportSession {
  const { main, rows, issues, suffix, identity, batch, clients } = parts;
  const unstaged = new Set<number>();
  return {
    probe: async (ids, hashes, days) => {
      const result = await main.query<Probe>(
        'select ord, verdict, others, target from intake_probe($1, $2::uuid[], $3::uuid[], $4::date[])',
        [batch.id, ...[ids, hashes, days].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))],
      );
      return result.rows;
    },
    known: async (dataset, ids) => {
      const result = await main.query<{ id: string }>('select intake_known($1, $2, $3::uuid[]) as id', [batch.id, dataset, ids]);
      return new Set(result.rows.map((row) => row.id));
    },
    openWaits: async (dataset) => {
      const result = await main.query<{ id: string }>(
        `select record_id as id from intake_waiting where unit_id = $1 and dataset = $2 and state = 'waiting'`,
        [batch.unitId, dataset],
      );
      return new Set(result.rows.map((row) => row.id));
    },
    stageRows: (lines) => write(rows, lines),
    stageIssues: (lines) => write(issues, lines),
    unstage: (rowNos) => {
      for (const row of rowNos) unstaged.add(row);
      return Promise.resolve();
    },
    merge: async (at, finish) => {
      await Promise.all([finishCopy(rows, BINARY_TRAILER), finishCopy(issues)]);
      if (unstaged.size > 0) await main.query(`delete from stage.row_${suffix} where row_no = any($1)`, [[...unstaged]]);
      await main.query(`analyze stage.row_${suffix}`).catch(() => undefined);
      return mergeOnce(parts, at, finish);
    },
    close: async () => {
      // Copies still open hold locks on the stage: their connections go first.
      for (const client of clients) if (client !== main) client.release(true);
      await inTransaction(main, identity, () => main.query('select intake_drop_stage($1)', [batch.id])).catch(() => undefined);
      main.release(true);
    },
  };
}

async function mergeOnce(
  { main, identity, batch }: Parts,
  at: Date,
  finish: (client: pg.ClientBase, result: MergeResult) => Promise<void>,
): Promise<MergeResult> {
  await beginAs(main, identity);
  try {
    const { rows } = await main.query<{ added: number; updated: number; held_back: number; retry: boolean }>(
      'select * from intake_merge($1, $2, $3)',
      [batch.id, at, identity.actor],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('intake_merge gave no row');
    const result = { added: row.added, updated: row.updated, heldBack: row.held_back, retry: row.retry };
    if (result.retry) {
      await main.query('rollback');
      return result;
    }
    await finish(main, result);
    await main.query('commit');
    return result;
  } catch (thrown) {
    await main.query('rollback').catch(() => undefined);
    throw thrown;
  }
}

interface CopyStream {
  readonly stream: ReturnType<typeof copyFrom>;
  readonly failed: { error: Error | null };
}

async function connect(pool: pg.Pool, clients: pg.PoolClient[]): Promise<pg.PoolClient> {
  const client = await pool.connect();
  clients.push(client);
  return client;
}

async function openCopy(pool: pg.Pool, clients: pg.PoolClient[], statement: string): Promise<CopyStream> {
  const client = await connect(pool, clients);
  const failed: { error: Error | null } = { error: null };
  const stream = client.query(copyFrom(statement));
  stream.on('error', (error: Error) => {
    failed.error = error;
  });
  return { stream, failed };
}

async function write({ stream, failed }: CopyStream, lines: Uint8Array): Promise<void> {
  if (failed.error !== null) throw failed.error;
  if (lines.length === 0) return;
  if (stream.write(lines)) return;
  const over = new AbortController();
  try {
    // A stream that fails while full never drains.
    await Promise.race([once(stream, 'drain', over), once(stream, 'close', over)]);
  } finally {
    over.abort();
  }
}

async function finishCopy({ stream, failed }: CopyStream, last?: Buffer): Promise<void> {
  if (failed.error !== null) throw failed.error;
  const finished = once(stream, 'finish');
  stream.end(last);
  await finished;
}

async function inTransaction<T>(client: pg.PoolClient, identity: Identity, run: () => Promise<T>): Promise<T> {
  await beginAs(client, identity);
  try {
    const result = await run();
    await client.query('commit');
    return result;
  } catch (thrown) {
    await client.query('rollback').catch(() => undefined);
    throw thrown;
  }
}
