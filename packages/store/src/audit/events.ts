/** Audit events: written in the act's own transaction, never changed. Ordering and chaining them is the sealer's work. */
import type pg from 'pg';

export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly unitId: string | null;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly digest: Buffer;
}

/** Adds one event. */
export async function insertAuditEvent(client: pg.ClientBase, event: AuditEvent): Promise<void> {
  await client.query(
    'insert into audit_event (id, at, actor, unit_id, act, object_kind, object_id, details, digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      event.id,
      event.at,
      event.actor,
      event.unitId,
      event.act,
      event.objectKind,
      event.objectId,
      JSON.stringify(event.details),
      event.digest,
    ],
  );
}

/** Events about one object, the newest first: who did and who looked. */
export async function listAuditEvents(
  client: pg.ClientBase,
  objectKind: string,
  objectId: string,
  limit: number,
): Promise<readonly Omit<AuditEvent, 'digest'>[]> {
  const { rows } = await client.query<Omit<AuditEvent, 'digest'>>(
    `select id, at, actor, unit_id as "unitId", act, object_kind as "objectKind", object_id as "objectId", details
     from audit_event where object_kind = $1 and object_id = $2 order by at desc, id desc limit $3`,
    [objectKind, objectId, limit],
  );
  return rows;
}
