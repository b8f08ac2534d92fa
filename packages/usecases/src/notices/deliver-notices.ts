/** Carrying notices out: each delivery is taken up by one sender, tried again with growing pauses, and ends with a proof or given up. */
import { dayOf } from '@xincheng/core/calendar';
import type { NoticeChannel } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import { claimDeliveries, noteAttempt } from '@xincheng/store/notices';
import type { Attempt, ClaimedDelivery } from '@xincheng/store/notices';
import { writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import type { NoticeTransport, OutgoingNotice } from './transport.ts';

/** In whose name the job works. */
const DELIVERER: Actor = { id: '系统：通知投递', scope: 'all', units: [], subjects: [] };

/** The ways out that are set up; what is queued for another stays queued. */
export type NoticeTransports = Readonly<Partial<Record<Exclude<NoticeChannel, 'inbox'>, NoticeTransport>>>;

/** What one run did. */
export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  readonly givenUp: number;
}

/** Longer than any transport takes. */
const LEASE_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
/** Pauses before the next attempts, in minutes; after the last one nobody tries again. */
const PAUSES = [1, 5, 15, 60, 240, 720] as const;
/** A notice that could not leave for so long is old news; it lies in the inbox. */
const OLD_MS = 3 * 24 * 60 * MINUTE_MS;
/** Deliveries of one run: whoever asked gets an answer. */
const MOST_AT_ONCE = 500;

/** Carries out what is due. The clock is asked before each one, for a run may take long. */
export async function deliverNotices(
  platform: Platform,
  clock: () => Date,
  transports: NoticeTransports,
  isStopping: () => boolean = () => false,
): Promise<Delivered> {
  const done = { sent: 0, failed: 0, 'given-up': 0 };
  for (let count = 0; count < MOST_AT_ONCE && !isStopping(); count += 1) {
    const delivery = await claimOne(platform, clock(), Object.keys(transports) as NoticeChannel[]);
    if (delivery === null) break;
    const attempt = await attemptOf(platform, delivery, clock, transports);
    // Nobody knows whether it went out: the lease runs off, and it goes out once more at most.
    if (attempt === null) continue;
    await note(platform, delivery, attempt);
    done[attempt.state] += 1;
  }
  return { sent: done.sent, failed: done.failed, givenUp: done['given-up'] };
}

async function claimOne(platform: Platform, now: Date, channels: readonly NoticeChannel[]): Promise<ClaimedDelivery | null> {
  const until = new Date(now.getTime() + LEASE_MS);
  return withTransaction(platform.database.app, identityOf(DELIVERER), async (client) => {
    const [delivery] = await claimDeliveries(client, { now, until, channels, limit: 1 });
    return delivery ?? null;
  });
}

async function attemptOf(
  platform: Platform,
  delivery: ClaimedDelivery,
  clock: () => Date,
  transports: NoticeTransports,
): Promise<Attempt | null> {
  const { channel, unitId, queuedAt, attempts } = delivery;
  const ended = (state: Attempt['state'], facts: Partial<Attempt>): Attempt => ({
    state,
    at: clock(),
    nextAt: null,
    proof: null,
    problem: null,
    ...facts,
  });
  const to = channel === 'inbox' ? undefined : platform.pack.contacts.get(unitId)?.[channel];
  const transport = channel === 'inbox' ? undefined : transports[channel];
  if (to === undefined || transport === undefined) return ended('given-up', { problem: 'no-address' });
  if (clock().getTime() - queuedAt.getTime() > OLD_MS) return ended('given-up', { problem: 'too-old' });
  const sent = await transport.send(outgoing(platform, delivery, to));
  if (sent.ok) return ended('sent', { proof: sent.value });
  const { kind, reason } = sent.error;
  if (kind === 'unsure') return null;
  const pause = PAUSES[attempts - 1];
  if (kind === 'final' || pause === undefined) return ended('given-up', { problem: reason });
  return ended('failed', { problem: reason, nextAt: new Date(clock().getTime() + pause * MINUTE_MS) });
}

/** What kind of notice lies where: of its own words none goes out, so nothing personal can. */
function outgoing(
  { pack }: Platform,
  { noticeId, unitId, template, answerDueOn, queuedAt }: ClaimedDelivery,
  to: string,
): OutgoingNotice {
  const kind = pack.notices.get(template)?.name.zh ?? '通知';
  const unit = pack.units.get(unitId)?.name ?? unitId;
  const due = answerDueOn === null ? '' : `，请于 ${answerDueOn} 前答复`;
  const platformName = pack.district.platformName.zh;
  return {
    noticeId,
    to,
    subject: `【${platformName}】${kind}`,
    text: `【${platformName}】${unit}：您单位收到一份“${kind}”${due}。请登录平台，在收件箱查看编号 ${noticeId}。`,
    sentAt: queuedAt,
  };
}

async function note(platform: Platform, delivery: ClaimedDelivery, attempt: Attempt): Promise<void> {
  await withTransaction(platform.database.app, identityOf(DELIVERER), async (client) => {
    if (!(await noteAttempt(client, delivery, attempt)) || attempt.state === 'failed') return;
    const context: ActContext = { now: attempt.at, today: dayOf(attempt.at), actor: DELIVERER };
    await writeAct(client, context, {
      act: attempt.state === 'sent' ? 'notice.deliver' : 'notice.give-up',
      objectKind: 'notice',
      objectId: delivery.noticeId,
      unitId: delivery.unitId,
      details: { channel: delivery.channel, attempts: delivery.attempts, proof: attempt.proof, problem: attempt.problem },
    });
  });
}
