/** What all acts upon a record's standing share: the record, who may act, one transaction, the event and the audit. */
import { allows } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import { hidePersonalData } from '@xincheng/core/intake';
import { STATE_WORDS, stateAfter } from '@xincheng/core/publicity';
import type { PublicityAct, PublicityReason, PublicityState } from '@xincheng/core/publicity';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findClass, listStandingEvents, moveStanding, takeTurnAt } from '@xincheng/store/publicity';
import { findRecord } from '@xincheng/store/records';
import type { StandingEvent } from '@xincheng/store/publicity';
import type { RecordRow } from '@xincheng/store/records';
import { writeAct } from '../audit/index.ts';
import { identityOf, needs, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { sayClock } from '../say-clock.ts';
import { refused } from './problem.ts';
import type { PublicityProblem } from './problem.ts';

/** The person who answers for an act, and why it is done. */
export interface Answerable {
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly reason: string;
}

/** How many events of the record's standing whoever acts had in view; with another one the act is refused. Not said: whatever stands. */
export interface Seen {
  readonly seen?: number | undefined;
}

/** A record in the hand of whoever acts upon it. */
export interface InHand {
  readonly client: Client;
  readonly record: RecordRow;
  /** Signature of who acts. */
  readonly by: string;
  /** Class given by the deciding unit; null while the rules tell it. */
  readonly classId: string | null;
}

/** Runs an act upon one record in one transaction: the source unit upon its own, the credit office upon all. A refusal writes nothing. */
export async function actUpon<T>(
  platform: Platform,
  context: ActContext,
  recordId: string,
  { right, name, seen }: Seen & { readonly right: Right; readonly name: string | undefined },
  act: (inHand: InHand) => Promise<Result<T, PublicityProblem>>,
): Promise<Result<T, PublicityProblem>> {
  const may = needs(context.actor, right);
  if (!may.ok) return may;
  const by = signed(context, name);
  if (!by.ok) return by;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeTurnAt(client, recordId);
    const record = await findRecord(client, recordId);
    if (record === null) return refused('no-such-record');
    if (!allows(context.actor, right, record.unitId)) return refused('not-your-unit');
    if (record.subjectKind === 'natural') return refused('person');
    const first = seen === undefined ? null : await eventAfter(client, recordId, seen);
    if (first !== null) return err({ code: 'changed-meanwhile', message: sayEvent(first) });
    return act({ client, record, by: by.value, classId: await findClass(client, recordId) });
  });
}

async function eventAfter(client: Client, recordId: string, seen: number): Promise<StandingEvent | null> {
  const events = await listStandingEvents(client, recordId);
  return events.length > seen ? (events.at(-1) ?? null) : null;
}

function sayEvent({ actor, at, to, words }: StandingEvent): string {
  const why = words === null ? '' : `（${words}）`;
  return `${actor}已于 ${sayClock(at)} 把公示状态改为“${STATE_WORDS[to]}”${why}，本次没有办理；请看过经过后再决定。`;
}

/** A change of standing as a use case asks for it. */
export interface Change {
  readonly reason: string;
  readonly act: PublicityAct;
  readonly because: PublicityReason;
  /** Last day on show afterwards; without it as before. */
  readonly until?: string | null;
  /** From which day the new state counts; without it today. */
  readonly day?: string;
  readonly changedOn?: string;
  readonly document?: string;
}

/** Changes a record's standing by the closed table of core, with event and audit. The new state. */
export async function changeStanding(
  { client, record, by }: InHand,
  context: ActContext,
  { act, because, reason, until = record.shownUntil, day = context.today, changedOn, document }: Change,
): Promise<Result<PublicityState, PublicityProblem>> {
  const to = stateAfter({ state: record.state, reason: record.stateReason }, act, until, context.today);
  if (to === null) return refused('not-possible-now');
  const words = hidePersonalData(reason);
  const isMoved = await moveStanding(client, {
    recordId: record.recordId,
    version: record.version,
    from: record.state,
    to,
    reason: because,
    shownUntil: until,
    day,
    words,
    changedOn: changedOn ?? null,
    document: document ?? null,
    at: context.now,
    actor: by,
  });
  if (!isMoved) return refused('changed-meanwhile');
  await writeAct(client, context, {
    act: `publicity.${act}`,
    objectKind: 'record',
    objectId: record.recordId,
    unitId: record.unitId,
    details: {
      from: record.state,
      to,
      because,
      until,
      day,
      name: by,
      reason: words,
      ...(document === undefined ? {} : { document }),
    },
  });
  return ok(to);
}
