/** What changes a record's standing: acts, the sweep, and the events they leave. */
import type pg from 'pg';
import type { PublicityReason, PublicityState } from '@xincheng/core/publicity';
import type { RecordRow } from '../records/records.ts';

/** One change, as it is asked for. */
export interface StandingMove {
  readonly recordId: string;
  /** What the caller saw; the move fails when the record stands otherwise by now. */
  readonly version: number;
  readonly from: PublicityState;
  readonly to: PublicityState;
  readonly reason: PublicityReason;
  /** Last day on show afterwards. */
  readonly shownUntil: string | null;
  readonly day: string;
  readonly words: string | null;
  readonly changedOn: string | null;
  readonly document: string | null;
  readonly at: Date;
  readonly actor: string;
}

export interface StandingEvent {
  readonly recordId: string;
  readonly ordinal: number;
  readonly at: Date;
  readonly day: string;
  readonly from: PublicityState;
  readonly to: PublicityState;
  readonly reason: PublicityReason;
  readonly words: string | null;
  readonly actor: string;
  readonly changedOn: string | null;
  readonly document: string | null;
}

/** Waits until nobody else acts upon the record, and keeps it until the transaction ends: what is said of it is numbered in order. */
export async function takeTurnAt(client: pg.ClientBase, recordId: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('publicity/' || $1, 0))", [recordId]);
}

/** Makes the change and notes it. False when somebody else was quicker. */
export async function moveStanding(client: pg.ClientBase, move: StandingMove): Promise<boolean> {
  const { rows } = await client.query<{ moved: boolean }>(
    'select publicity_move($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as moved',
    [
      move.recordId,
      move.version,
      move.from,
      move.to,
      move.reason,
      move.shownUntil,
      move.day,
      move.words,
      move.changedOn,
      move.document,
      move.at,
      move.actor,
    ],
  );
  return rows[0]?.moved === true;
}

/** Changes of one record's standing, the first one first. */
export async function listStandingEvents(client: pg.ClientBase, recordId: string): Promise<readonly StandingEvent[]> {
  const { rows } = await client.query<StandingEvent>(
    `select record_id as "recordId", ordinal, at, day, from_state as "from", to_state as "to", reason, words, actor,
       changed_on as "changedOn", document
     from publicity_event where record_id = $1 order by ordinal`,
    [recordId],
  );
  return rows;
}

/** What of the standing can be told of an earlier instant. */
export type StandingThen = Pick<RecordRow, 'state' | 'stateReason'>;

/** How a record stood at an instant, where that was otherwise than now; null where nothing has changed since. */
export async function findStandingAsOf(client: pg.ClientBase, recordId: string, at: Date): Promise<StandingThen | null> {
  const { rows } = await client.query<StandingThen>(
    `select next.from_state as state,
       case when next.from_state in ('ended', 'suspended', 'withdrawn') then coalesce(before.reason, 'maximum-reached') end as "stateReason"
     from publicity_event next
     left join publicity_event before
       on before.record_id = next.record_id and before.subject_key = next.subject_key and before.ordinal = next.ordinal - 1
     where next.record_id = $1 and next.at > $2 order by next.ordinal limit 1`,
    [recordId, at],
  );
  return rows[0] ?? null;
}

/** Ends what has run its time before `day`, at most so many records. How many. */
export async function sweepOnce(client: pg.ClientBase, day: string, limit: number, at: Date, actor: string): Promise<number> {
  const { rows } = await client.query<{ ended: number }>('select publicity_sweep($1, $2, $3, $4) as ended', [
    day,
    limit,
    at,
    actor,
  ]);
  return rows[0]?.ended ?? 0;
}
