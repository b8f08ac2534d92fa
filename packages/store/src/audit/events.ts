/** Audit events: written in the act's own transaction, never changed. Ordering and chaining them is the sealer's work. */
import type pg from 'pg';

/** An event as it stands, every value as the text its digest is made of. */
export interface StatedEvent {
  readonly id: string;
  /** Seconds since 1970 with six decimals. */
  readonly at: string;
  readonly actor: string;
  readonly unitId: string | null;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** JSON, letter for letter as written. */
  readonly details: string;
}

/** An event for who reads. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly unitId: string | null;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds one event, and puts it among those that wait for the sealer. */
export async function insertAuditEvent(client: pg.ClientBase, event: StatedEvent, digest: Buffer): Promise<void> {
  const { id, at, actor, unitId, act, objectKind, objectId, details } = event;
  await client.query(
    `with event as (
       insert into audit_event (id, at, actor, unit_id, act, object_kind, object_id, details, digest)
       values ($1, to_timestamp($2::numeric), $3, $4, $5, $6, $7, $8, $9))
     insert into audit_unsealed (event_id) values ($1)`,
    [id, at, actor, unitId, act, objectKind, objectId, details, digest],
  );
}

/** What to look for, and behind which event to go on. */
export interface AuditFilter {
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Events, the newest first: who did what, and who looked. */
export async function listAuditEvents(client: pg.ClientBase, filter: AuditFilter): Promise<readonly AuditEvent[]> {
  const { objectKind, objectId, actor, act, from, before, after, limit } = filter;
  const { rows } = await client.query<AuditEvent>(
    `select id, at, actor, unit_id as "unitId", act, object_kind as "objectKind", object_id as "objectId", details
     from audit_event
     where ($1::text is null or object_kind = $1) and ($2::text is null or object_id = $2) and ($3::text is null or actor = $3)
       and ($4::text is null or act = $4) and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
       and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
     order by at desc, id desc limit $9`,
    [objectKind, objectId, actor, act, from, before, after?.at, after?.id, limit],
  );
  return rows;
}
