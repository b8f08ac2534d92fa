/** Writing down what was done, in the act's own transaction, with a digest of what the event says. */
import { createHash } from 'node:crypto';
import { insertAuditEvent } from '@xincheng/store/audit';
import type { Client } from '@xincheng/store/connection';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';

export interface Act {
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly unitId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds one event to the audit log. */
export async function writeAct(
  client: Client,
  { now, actor }: ActContext,
  { act, objectKind, objectId, unitId, details }: Act,
): Promise<void> {
  const id = uuidV7(now);
  const said = JSON.stringify([id, now.toISOString(), actor.id, unitId, act, objectKind, objectId, details]);
  const digest = createHash('sha256').update(said).digest();
  await insertAuditEvent(client, { id, at: now, actor: actor.id, unitId, act, objectKind, objectId, details, digest });
}
