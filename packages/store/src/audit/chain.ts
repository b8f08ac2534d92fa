/** Reading the whole chain with its events, part by part: memory does not grow with the log. Inside a snapshot, as the owner. */
import type pg from 'pg';
import type { BlockRow } from './blocks.ts';
import type { StatedEvent } from './events.ts';

/** An event as it stands, with the digest that stands beside it. */
export interface DigestedEvent extends StatedEvent {
  readonly digest: Buffer;
}

/** Some blocks, and of their events those that are there. */
export interface ChainPart {
  readonly blocks: readonly BlockRow[];
  readonly events: ReadonlyMap<string, DigestedEvent>;
}

const BLOCKS_A_FETCH = 64;
const EVENTS_A_PART = 8192;
const EVENT = `id, extract(epoch from at)::text as at, actor, unit_id as "unitId", act, object_kind as "objectKind", object_id as "objectId",
  details::text as details, digest`;

/** Every block in order of its number. */
export async function* readChain(client: pg.ClientBase): AsyncGenerator<ChainPart> {
  await client.query(
    `declare chain no scroll cursor for
     select no::float8 as no, events, total::float8 as total, event_ids as "eventIds", digests, merkle_root as "merkleRoot",
       previous_hash as "previousHash", hash, extract(epoch from sealed_at)::text as "sealedAt"
     from audit_block order by audit_block.no`,
  );
  for (;;) {
    const { rows } = await client.query<BlockRow>(`fetch ${String(BLOCKS_A_FETCH)} from chain`);
    if (rows.length === 0) break;
    for (const blocks of partsOf(rows)) yield { blocks, events: await eventsOf(client, blocks) };
  }
  await client.query('close chain');
}

/** A fetch of large blocks is taken in several parts. */
function* partsOf(rows: readonly BlockRow[]): Generator<readonly BlockRow[]> {
  let part: BlockRow[] = [];
  let events = 0;
  for (const row of rows) {
    part.push(row);
    events += row.eventIds.length;
    if (events < EVENTS_A_PART) continue;
    yield part;
    part = [];
    events = 0;
  }
  if (part.length > 0) yield part;
}

async function eventsOf(client: pg.ClientBase, blocks: readonly BlockRow[]): Promise<ReadonlyMap<string, DigestedEvent>> {
  const ids = blocks.flatMap(({ eventIds }) => eventIds);
  const { rows } = await client.query<DigestedEvent>(`select ${EVENT} from audit_event where id = any ($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Events that wait for the sealer, in parts. */
export async function* readUnsealed(client: pg.ClientBase): AsyncGenerator<readonly DigestedEvent[]> {
  await client.query(
    `declare unsealed no scroll cursor for
     select ${EVENT} from audit_event e where exists (select from audit_unsealed u where u.event_id = e.id) order by at, id`,
  );
  for (;;) {
    const { rows } = await client.query<DigestedEvent>(`fetch ${String(EVENTS_A_PART)} from unsealed`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close unsealed');
}

/** Ids that do not fit together: in two blocks; in no block though nothing waits for one; waiting without an event. */
export interface StrayIds {
  readonly twice: readonly string[];
  readonly outside: readonly string[];
  readonly lost: readonly string[];
}

const SEALED = 'sealed as (select unnest(event_ids) as id from audit_block)';

/** Looks for them; at most so many of a kind. */
export async function findStrayIds(client: pg.ClientBase, limit: number): Promise<StrayIds> {
  const idsOf = async (query: string): Promise<readonly string[]> =>
    (await client.query<{ id: string }>(`with ${SEALED} ${query} limit $1`, [limit])).rows.map(({ id }) => id);
  return {
    twice: await idsOf('select id from sealed group by id having count(*) > 1'),
    outside: await idsOf(
      `select e.id from audit_event e where not exists (select from sealed s where s.id = e.id)
         and not exists (select from audit_unsealed u where u.event_id = e.id)`,
    ),
    lost: await idsOf(
      'select u.event_id as id from audit_unsealed u where not exists (select from audit_event e where e.id = u.event_id)',
    ),
  };
}

/** What a batch wrote, as its audit event said then and as the register says now. Null: no such receipt. */
export interface BatchDigests {
  readonly batchId: string;
  /** Null where the batch was refused or is not finished. */
  readonly said: string | null;
  readonly found: string;
  readonly records: number;
}

/** Recomputes `intake_digest` from records and their versions: the first version of each record that the batch gave it. */
export async function batchDigests(client: pg.ClientBase, receiptNo: string): Promise<BatchDigests | null> {
  const { rows } = await client.query<BatchDigests>(
    `with batch as (select id from intake_batch where receipt_no = $1),
     own as (
       select r.record_id, r.version, r.content_hash, r.row_no from credit_record r join batch on r.batch_id = batch.id
       union all
       select v.record_id, v.version, v.content_hash, v.row_no from credit_record_version v join batch on v.batch_id = batch.id),
     wrote as (
       select distinct on (record_id) record_id, version, content_hash from own
       where not exists (select from intake_waiting w join batch on w.batch_id = batch.id where w.row_no = own.row_no)
       order by record_id, version)
     select batch.id as "batchId",
       (select e.details ->> 'wrote' from audit_event e
        where e.object_kind = 'batch' and e.object_id = batch.id::text and e.act = 'batch.merge') as said,
       (select encode(sha256(coalesce(string_agg(uuid_send(record_id) || int4send(version) || uuid_send(content_hash), '' order by record_id), '')), 'hex')
        from wrote) as found,
       (select count(*)::integer from wrote) as records
     from batch`,
    [receiptNo],
  );
  return rows[0] ?? null;
}
