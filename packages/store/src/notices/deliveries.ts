/** Deliveries: the ways out of notices, taken up one sender at a time. */
import type { NoticeChannel } from '@xincheng/core/standards';
import type pg from 'pg';

/** States of a delivery; `given-up` is the end without success. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'given-up';

/** One way out of one notice. */
export interface DeliveryRow {
  readonly noticeId: string;
  readonly channel: NoticeChannel;
  readonly unitId: string;
  readonly fromUnit: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly nextAt: Date | null;
  readonly sentAt: Date | null;
  readonly proof: string | null;
  readonly problem: string | null;
}

const COLUMNS = `d.notice_id as "noticeId", d.channel, d.unit_id as "unitId", d.from_unit as "fromUnit", d.state, d.attempts,
  d.queued_at as "queuedAt", d.next_at as "nextAt", d.sent_at as "sentAt", d.proof, d.problem`;

/** Writes the ways out of a new notice. */
export async function insertDeliveries(client: pg.ClientBase, rows: readonly DeliveryRow[]): Promise<void> {
  for (const row of rows)
    await client.query(
      `insert into notice_delivery (notice_id, channel, unit_id, from_unit, state, attempts, queued_at, next_at, sent_at, proof, problem)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.noticeId,
        row.channel,
        row.unitId,
        row.fromUnit,
        row.state,
        row.attempts,
        row.queuedAt,
        row.nextAt,
        row.sentAt,
        row.proof,
        row.problem,
      ],
    );
}

/** The ways out of some notices. */
export async function listDeliveries(client: pg.ClientBase, noticeIds: readonly string[]): Promise<readonly DeliveryRow[]> {
  const { rows } = await client.query<DeliveryRow>(
    `select ${COLUMNS} from notice_delivery d where d.notice_id = any ($1) order by d.notice_id, d.channel`,
    [noticeIds],
  );
  return rows;
}

/** What a sender takes up: the delivery, with what goes out of its notice. */
export interface ClaimedDelivery extends DeliveryRow {
  readonly template: string;
  readonly answerDueOn: string | null;
  readonly sentOn: string;
}

export interface Claim {
  readonly now: Date;
  /** Until when a sender may be silent before another takes over. */
  readonly until: Date;
  readonly channels: readonly NoticeChannel[];
  readonly limit: number;
}

/**
 * Takes up what is due, one sender each. A delivery whose sender fell silent is taken up once more, and a second silence ends it: what may
 * have gone out twice does not go out a third time.
 */
export async function claimDeliveries(
  client: pg.ClientBase,
  { now, until, channels, limit }: Claim,
): Promise<readonly ClaimedDelivery[]> {
  await client.query(
    `update notice_delivery set state = 'given-up', next_at = null, problem = 'unsure'
     where state = 'sending' and unsure = 1 and next_at <= $1`,
    [now],
  );
  const { rows } = await client.query<ClaimedDelivery>(
    `update notice_delivery d
     set state = 'sending', attempts = d.attempts + 1, next_at = $2, unsure = case when d.state = 'sending' then 1 else d.unsure end
     from notice n
     where n.id = d.notice_id and (d.notice_id, d.channel) in (
       select notice_id, channel from notice_delivery where next_at <= $1 and channel = any ($3) order by next_at limit $4 for update skip locked)
     returning ${COLUMNS}, n.template, n.answer_due_on as "answerDueOn", n.sent_on as "sentOn"`,
    [now, until, channels, limit],
  );
  return rows;
}

/** What became of an attempt. */
export interface Attempt {
  readonly state: 'sent' | 'failed' | 'given-up';
  readonly at: Date;
  readonly nextAt: Date | null;
  readonly proof: string | null;
  readonly problem: string | null;
}

/** Notes the end of an attempt; does nothing where another sender has taken over. */
export async function noteAttempt(
  client: pg.ClientBase,
  { noticeId, channel, attempts }: DeliveryRow,
  { state, at, nextAt, proof, problem }: Attempt,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update notice_delivery set state = $4, next_at = $5, sent_at = case when $4 = 'sent' then $6::timestamptz end, proof = $7, problem = $8
     where notice_id = $1 and channel = $2 and state = 'sending' and attempts = $3`,
    [noticeId, channel, attempts, state, nextAt, at, proof, problem],
  );
  return rowCount === 1;
}
