/** Writing down what was done, in the act's own transaction, with a digest of what the event says. */
import { insertAuditEvent } from '@xincheng/store/audit';
import type { Client } from '@xincheng/store/connection';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import { eventDigest, instantText } from './digest.ts';

export interface Act {
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly unitId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds one event to the audit log. What is done in somebody's place stands under both names. The sealer puts it into the chain once the act is committed. */
export async function writeAct(
  client: Client,
  { now, actor }: ActContext,
  { act, objectKind, objectId, unitId, details }: Act,
): Promise<void> {
  const event = {
    id: uuidV7(now),
    at: instantText(now),
    actor: actor.id,
    unitId,
    act,
    objectKind,
    objectId,
    details: JSON.stringify(actor.onBehalfOf === undefined ? details : { ...details, onBehalfOf: actor.onBehalfOf }),
  };
  await insertAuditEvent(client, event, eventDigest(event));
}
