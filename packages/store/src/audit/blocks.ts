/** Blocks of the chain and the events that wait for one. Everything here but reading the head runs as the owner. */
import type pg from 'pg';

/** Where the chain ends. */
export interface ChainHead {
  readonly no: number;
  /** Events in all blocks. */
  readonly total: number;
  readonly hash: Buffer;
  readonly sealedAt: Date;
}

/** A block as it is written and read. */
export interface BlockRow {
  readonly no: number;
  readonly events: number;
  readonly total: number;
  readonly eventIds: readonly string[];
  /** 32 bytes for each event. */
  readonly digests: Buffer;
  readonly merkleRoot: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** Seconds since 1970 with six decimals. */
  readonly sealedAt: string;
}

/** True while any event waits. Asked every second, so without a transaction of its own. */
export async function hasUnsealed(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ any: boolean }>('select exists (select from audit_unsealed) as any');
  return rows[0]?.any ?? false;
}

/**
 * Waits until nobody else seals; the turn ends with the transaction. Events wait so briefly that the planner's numbers about them are
 * always old: it is told to go by the keys.
 */
export async function takeSealerTurn(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
     select pg_advisory_xact_lock(hashtextextended('xincheng/audit-seal', 0))`,
  );
}

/** Some events taken out of those that wait. */
export interface TakenEvents {
  readonly events: readonly { readonly id: string; readonly digest: Buffer }[];
  /** Behind which id to go on; null at the end. */
  readonly next: string | null;
}

/** Takes waiting events out, in the order of their ids, from behind `after`. One whose event is gone stays and bears witness. */
export async function takeUnsealed(client: pg.ClientBase, after: string | null, limit: number): Promise<TakenEvents> {
  const { rows } = await client.query<{ id: string; digest: Buffer | null }>(
    `with next as materialized (
       select event_id as id from audit_unsealed where $1::uuid is null or event_id > $1 order by event_id limit $2),
     found as materialized (select n.id, e.digest from next n left join audit_event e on e.id = n.id),
     taken as (delete from audit_unsealed u using found f where f.digest is not null and u.event_id = f.id)
     select id, digest from found order by id`,
    [after, limit],
  );
  return {
    events: rows.flatMap(({ id, digest }) => (digest === null ? [] : [{ id, digest }])),
    next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}

/** The end of the chain; null before the first block. */
export async function chainHead(client: pg.ClientBase): Promise<ChainHead | null> {
  const { rows } = await client.query<{ no: bigint; total: bigint; hash: Buffer; sealedAt: Date }>(
    'select no, total, hash, sealed_at as "sealedAt" from audit_block order by no desc limit 1',
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, no: Number(row.no), total: Number(row.total) };
}

/** Adds a block. */
export async function insertBlock(client: pg.ClientBase, block: BlockRow): Promise<void> {
  await client.query(
    `insert into audit_block (no, events, total, event_ids, digests, merkle_root, previous_hash, hash, sealed_at)
     values ($1, $2, $3, $4::uuid[], $5, $6, $7, $8, to_timestamp($9::numeric))`,
    [
      block.no,
      block.events,
      block.total,
      block.eventIds,
      block.digests,
      block.merkleRoot,
      block.previousHash,
      block.hash,
      block.sealedAt,
    ],
  );
}
