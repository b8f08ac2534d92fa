/** What all acts upon a record's standing share: the record, who may act, one transaction, the event and the audit. */
import { hidePersonalData } from '@xincheng/core/intake';
import { stateAfter } from '@xincheng/core/publicity';
import type { PublicityAct, PublicityReason, PublicityState } from '@xincheng/core/publicity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findClass, moveStanding, takeTurnAt } from '@xincheng/store/publicity';
import { findRecord } from '@xincheng/store/records';
import type { RecordRow } from '@xincheng/store/records';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { PublicityProblem } from './problem.ts';

/** The person who answers for an act, and why it is done. */
export interface Answerable {
  readonly name: string;
  readonly reason: string;
}

/** A record in the hand of whoever acts upon it. */
export interface InHand {
  readonly client: Client;
  readonly record: RecordRow;
  /** Class given by the deciding unit; null while the rules tell it. */
  readonly classId: string | null;
}

/** The source unit acts upon its own records, the credit office upon all. */
function mayAct(actor: Actor, unitId: string): boolean {
  return actor.scope === 'all' || mayActFor(actor, unitId);
}

/** Runs an act upon one record in one transaction. A refusal writes nothing. */
export async function actUpon<T>(
  platform: Platform,
  context: ActContext,
  recordId: string,
  act: (inHand: InHand) => Promise<Result<T, PublicityProblem>>,
): Promise<Result<T, PublicityProblem>> {
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeTurnAt(client, recordId);
    const record = await findRecord(client, recordId);
    if (record === null) return refused('no-such-record');
    if (!mayAct(context.actor, record.unitId)) return refused('not-your-unit');
    if (record.subjectKind === 'natural') return refused('person');
    return act({ client, record, classId: await findClass(client, recordId) });
  });
}

/** A change of standing as a use case asks for it. */
export interface Change extends Answerable {
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
  { client, record }: InHand,
  context: ActContext,
  { act, because, name, reason, until = record.shownUntil, day = context.today, changedOn, document }: Change,
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
    actor: name,
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
      name,
      reason: words,
      ...(document === undefined ? {} : { document }),
    },
  });
  return ok(to);
}
