/**
 * One import's conversation with the database. It holds connections of the importing role: one copies rows into the stage, one
 * copies issues, one asks what the register already holds, and one merges.
 */
import { constants, setPriority } from 'node:os';
import type { SetCheck, SetCheckWords } from '@xincheng/core/intake';
import type pg from 'pg';
import { beginAs } from '../connection/index.ts';
import type { Identity } from '../connection/index.ts';
import { endCopy, openCopy, writeCopy } from './copy-in.ts';
import type { CopyIn } from './copy-in.ts';
import { openSegments } from './row-segments.ts';
import type { RowSegments } from './row-segments.ts';

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

/** What the base register says of one row of a chunk that does not agree with it; a row can have two. */
export interface SubjectProbe {
  /** Position among the rows asked for, from 1. */
  readonly ord: number;
  readonly verdict: (typeof SUBJECT_VERDICTS)[keyof typeof SUBJECT_VERDICTS];
  /** The register's name; for a former code the present key; for a subject that had ended the day; null where the subject is unknown. */
  readonly expected: string | null;
}

/** What rows say of their subjects, and the days of their decisions. */
export interface SubjectsOfRows {
  readonly keys: readonly string[];
  /** As filed. */
  readonly names: readonly string[];
  readonly days: readonly string[];
}

export const SUBJECT_VERDICTS = { unknown: 1, otherName: 2, formerName: 3, formerCode: 4, ended: 5 } as const;

/** What a merge did. `retry`: another unit took a key meanwhile; run the batch again. */
export interface MergeResult {
  readonly updated: number;
  readonly heldBack: number;
  /** Findings of checks over sets. */
  readonly warned: number;
  readonly retry: boolean;
}

/** A check over sets as the database runs it: its rule, and the sentences with room for the figures. */
export interface SetCheckOfBatch {
  readonly rule: SetCheck['rule'];
  readonly words: SetCheckWords;
}

type Finish = (client: pg.ClientBase, result: MergeResult) => Promise<void>;

export interface ImportSession {
  /** Ids, hashes and days as PostgreSQL arrays in binary form, built by the row workers and sorted by id. */
  readonly probe: (ids: Uint8Array, hashes: Uint8Array, days: Uint8Array) => Promise<readonly Probe[]>;
  /** Which of these records exist, are the unit's own and stand. */
  readonly known: (dataset: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Whether the base register holds anything to hold rows against; it is asked once, when the session opens. */
  readonly hasRegister: boolean;
  /** Subjects of rows against the base register. `ended`: the standings of what is no longer there. */
  readonly subjects: (rows: SubjectsOfRows, ended: readonly string[]) => Promise<readonly SubjectProbe[]>;
  readonly openWaits: (dataset: string) => Promise<ReadonlySet<string>>;
  /** Tuples of a binary COPY, and how many. */
  readonly stageRows: (tuples: Uint8Array, rows: number) => Promise<void>;
  readonly stageIssues: (lines: Uint8Array) => Promise<void>;
  /** Takes staged rows back: the first of two differing rows with one key. */
  readonly unstage: (rowNos: readonly number[]) => Promise<void>;
  /** Rows that replace no record after all. */
  readonly ignoreReplaced: (rowNos: readonly number[]) => Promise<void>;
  /** Ends the copies, merges what is left, runs the checks over sets, then `finish`, all in the transaction of the merges so far. A retry rolls back. */
  readonly merge: (sets: readonly SetCheckOfBatch[], finish: Finish) => Promise<MergeResult>;
  /** Gives connections back; after a failure the stage is dropped. */
  readonly close: () => Promise<void>;
}

const ISSUE_COLUMNS = 'row_no, ordinal, column_code, label, value, expected, rule, code, severity, message, fix';

/** PostgreSQL's code for an object in the wrong state: raised when the batch was finished by whoever held the turn before. */
const NOT_IN_PREREQUISITE_STATE = '55000';
/** Two imports of different units wait for each other's keys: one of them gives way and is run again. */
const DEADLOCK_DETECTED = '40P01';

interface SessionOptions {
  readonly at: Date;
  readonly segmentRows: number;
  /** Lets small acts go first on the processors: for a large file, and only where the server runs on this machine. */
  readonly isYielding: boolean;
}

/** Opens a session for a batch; waits for its turn when the unit already imports into this dataset. Null: the batch was finished meanwhile. */
export async function openImportSession(
  importer: pg.Pool,
  identity: Identity,
  batch: { id: string; unitId: string; dataset: string },
  { at, segmentRows, isYielding }: SessionOptions,
): Promise<ImportSession | null> {
  const clients: pg.PoolClient[] = [];
  const connected = async (): Promise<pg.PoolClient> => {
    const client = await importer.connect();
    clients.push(client);
    if (isYielding) yieldToOthers(client);
    return client;
  };
  try {
    const main = await connected();
    await main.query('select pg_advisory_lock(hashtextextended($1, 0))', [`import/${batch.unitId}/${batch.dataset}`]);
    const suffix = await inTransaction(main, identity, async () => {
      const { rows } = await main.query<{ suffix: string }>('select intake_prepare_stage($1) as suffix', [batch.id]);
      return rows[0]?.suffix ?? '';
    });
    // The session's identity holds for every look during the import; the merge sets it again inside its own transaction.
    await main.query(`set app.scope = 'units'; set app.units = '${batch.unitId}'`);
    const register = await main.query<{ has: boolean }>('select intake_has_register() as has');
    const merger = new Merger(await connected(), identity, batch.id, at);
    const steps = {
      open: async (no: number) => {
        await inTransaction(main, identity, () => main.query('select intake_open_segment($1, $2)', [batch.id, no]));
      },
      merge: (no: number) => merger.mergeSegment(no),
    };
    const rows = await openSegments(await connected(), suffix, steps, segmentRows);
    const issues = openCopy(await connected(), `copy stage.issue_${suffix} (${ISSUE_COLUMNS}) from stdin`);
    const hasRegister = register.rows[0]?.has === true;
    return session({ main, hasRegister, rows, issues, merger, identity, batch, clients, isYielding });
  } catch (thrown) {
    for (const client of clients) client.release(true);
    if (thrown instanceof Error && 'code' in thrown && thrown.code === NOT_IN_PREREQUISITE_STATE) return null;
    throw thrown;
  }
}

interface Parts {
  readonly main: pg.PoolClient;
  readonly hasRegister: boolean;
  readonly rows: RowSegments;
  readonly issues: CopyIn;
  readonly merger: Merger;
  readonly identity: Identity;
  readonly batch: { readonly id: string; readonly unitId: string; readonly dataset: string };
  readonly clients: pg.PoolClient[];
  readonly isYielding: boolean;
}

function session({ main, hasRegister, rows, issues, merger, identity, batch, clients, isYielding }: Parts): ImportSession {
  let isMergedWhole = false;
  const unstaged = new Set<number>();
  const notReplacing = new Set<number>();
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
    hasRegister,
    subjects: async ({ keys, names, days }, ended) => {
      const result = await main.query<SubjectProbe>(
        'select ord, verdict, expected from intake_subjects($1, $2::text[], $3::text[], $4::date[], $5::text[])',
        [batch.id, keys, names, days, ended],
      );
      return result.rows;
    },
    openWaits: async (dataset) => {
      const result = await main.query<{ id: string }>(
        `select record_id as id from intake_waiting where unit_id = $1 and dataset = $2 and state = 'waiting'`,
        [batch.unitId, dataset],
      );
      return new Set(result.rows.map((row) => row.id));
    },
    stageRows: rows.write,
    stageIssues: (lines) => writeCopy(issues, lines),
    unstage: (rowNos) => {
      for (const row of rowNos) unstaged.add(row);
      return Promise.resolve();
    },
    ignoreReplaced: (rowNos) => {
      for (const row of rowNos) notReplacing.add(row);
      return Promise.resolve();
    },
    merge: async (sets, finish) => {
      const [isMerged] = await Promise.all([rows.finish(), endCopy(issues)]);
      const corrections = { takenBack: [...unstaged], notReplacing: [...notReplacing] };
      const result = await (isMerged ? merger.finish(corrections, sets, finish) : merger.giveWay());
      isMergedWhole = !result.retry;
      return result;
    },
    close: async () => {
      // A connection that ended well serves the next import: opening four of them is dearer than a small file. A priority once lowered
      // cannot be raised again.
      const isReusable = isMergedWhole && !isYielding;
      // Copies still open hold locks on the stage: their connections go first.
      for (const client of clients) if (client !== main) client.release(!isReusable);
      const isForgotten = await forget(main, identity, batch.id).catch(() => false);
      main.release(!isReusable || !isForgotten);
    },
  };
}

/** Drops the stage, and makes the connection one of nobody again. */
async function forget(main: pg.PoolClient, identity: Identity, batch: string): Promise<boolean> {
  await inTransaction(main, identity, () => main.query('select intake_drop_stage($1)', [batch]));
  await main.query('reset all; select pg_advisory_unlock_all()');
  return true;
}

/** The merging transaction: open from the first full segment to the receipt. */
class Merger {
  readonly #client: pg.PoolClient;
  readonly #identity: Identity;
  readonly #batch: string;
  readonly #at: Date;
  #isBegun = false;

  constructor(client: pg.PoolClient, identity: Identity, batch: string, at: Date) {
    this.#client = client;
    this.#identity = identity;
    this.#batch = batch;
    this.#at = at;
  }

  /** Adds the new rows of a segment; false when another unit took one of its keys, or waits for one of ours. */
  async mergeSegment(no: number): Promise<boolean> {
    if (!this.#isBegun) await beginAs(this.#client, this.#identity);
    this.#isBegun = true;
    try {
      const { rows } = await this.#client.query<{ added: number | null }>(
        'select intake_merge_segment($1, $2, $3, $4) as added',
        [this.#batch, no, this.#at, this.#identity.actor],
      );
      return rows[0]?.added !== null;
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === DEADLOCK_DETECTED) return false;
      throw thrown;
    }
  }

  async finish(
    { takenBack, notReplacing }: { readonly takenBack: readonly number[]; readonly notReplacing: readonly number[] },
    sets: readonly SetCheckOfBatch[],
    finish: Finish,
  ): Promise<MergeResult> {
    try {
      const { rows } = await this.#client.query<{ updated: number; held_back: number; warned: number }>(
        'select * from intake_merge($1, $2, $3, $4, $5, $6)',
        [this.#batch, takenBack, notReplacing, this.#at, this.#identity.actor, JSON.stringify(sets)],
      );
      const row = rows[0];
      if (row === undefined) throw new Error('intake_merge gave no row');
      const result = { updated: row.updated, heldBack: row.held_back, warned: row.warned, retry: false };
      await finish(this.#client, result);
      await this.#client.query('commit');
      return result;
    } catch (thrown) {
      await this.#client.query('rollback').catch(() => undefined);
      throw thrown;
    }
  }

  async giveWay(): Promise<MergeResult> {
    await this.#client.query('rollback');
    return { updated: 0, heldBack: 0, warned: 0, retry: true };
  }
}

/** Where the system does not allow it, the import is merely as quick as everybody else. */
function yieldToOthers(client: pg.PoolClient): void {
  try {
    if ('processID' in client && typeof client.processID === 'number')
      setPriority(client.processID, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Nothing hangs on it.
  }
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
