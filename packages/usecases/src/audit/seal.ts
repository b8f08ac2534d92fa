/** The sealer: puts committed events into an order and chains them in blocks. One at a time, whoever starts it. */
import { chainHead, hasUnsealed, insertBlock, takeSealerTurn, takeUnsealed } from '@xincheng/store/audit';
import type { ChainHead } from '@xincheng/store/audit';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import type { Platform } from '../platform/index.ts';
import { BEFORE_ALL, blockHash, instantText, merkleRoot } from './digest.ts';
import { writeHeadFile } from './head-file.ts';
import type { AuditHead } from './head-file.ts';

const SEALER = { actor: '审计封存', scope: 'all' } as const;
/** The more events in a block the shorter the chain; bounded, so that a block is one quick transaction. */
const MOST_EVENTS = 4096;

/** What sealing needs of a platform. */
export type SealingPlatform = Pick<Platform, 'database' | 'home'>;

/**
 * Seals every event committed so far and notes the head beside the data. Acts are not held up: only committed rows are read. Gives the
 * number of events sealed.
 */
export async function sealAudit(platform: SealingPlatform, now: Date, mostEvents = MOST_EVENTS): Promise<number> {
  if (!(await hasUnsealed(platform.database.owner))) return 0;
  let sealed = 0;
  let after: string | null = null;
  do {
    const start: string | null = after;
    const turn: Sealed = await withTransaction(platform.database.owner, SEALER, (client) =>
      sealBlock(client, now, start, mostEvents),
    );
    // After the commit: a head that nobody can find again would look like a chain cut short.
    if (turn.head !== null) await writeHeadFile(platform.home, headOf(turn.head));
    sealed += turn.events;
    after = turn.next;
  } while (after !== null);
  return sealed;
}

/** What one turn did: `head` is null where there was nothing to seal. */
interface Sealed {
  readonly events: number;
  readonly next: string | null;
  readonly head: ChainHead | null;
}

async function sealBlock(client: Client, now: Date, after: string | null, mostEvents: number): Promise<Sealed> {
  await takeSealerTurn(client);
  const { events: taken, next } = await takeUnsealed(client, after, mostEvents);
  if (taken.length === 0) return { events: 0, next, head: null };
  const before = await chainHead(client);
  const digests = Buffer.concat(taken.map(({ digest }) => digest));
  const body = {
    no: (before?.no ?? 0) + 1,
    events: taken.length,
    total: (before?.total ?? 0) + taken.length,
    merkleRoot: merkleRoot(digests),
    previousHash: before?.hash ?? BEFORE_ALL,
    sealedAt: instantText(now),
  };
  const hash = blockHash(body);
  await insertBlock(client, { ...body, eventIds: taken.map(({ id }) => id), digests, hash });
  return { events: taken.length, next, head: { no: body.no, total: body.total, hash, sealedAt: now } };
}

/** A head for people and files. */
export function headOf({ no, total, hash, sealedAt }: ChainHead): AuditHead {
  return { block: no, events: total, hash: hash.toString('hex'), sealedAt: sealedAt.toISOString() };
}
