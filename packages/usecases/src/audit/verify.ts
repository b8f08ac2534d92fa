/** Verifying the audit log: every digest, every tree, every link, and what lies outside the chain. Writes nothing. */
import { findStrayIds, readChain, readUnsealed } from '@xincheng/store/audit';
import type { BlockRow, DigestedEvent } from '@xincheng/store/audit';
import { withSnapshot } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { BEFORE_ALL, blockHash, digestsIn, eventDigest, merkleRoot } from './digest.ts';
import { readHeadFile } from './head-file.ts';
import type { AuditHead } from './head-file.ts';
import { auditFault } from './fault.ts';
import type { AuditFault } from './fault.ts';
import type { SealingPlatform } from './seal.ts';

/** What was found. */
export interface AuditVerification {
  readonly isSound: boolean;
  readonly blocks: number;
  /** Events in blocks. */
  readonly events: number;
  /** Committed events that the sealer has not reached: not protected by the chain yet. */
  readonly unsealed: { readonly events: number; readonly oldestAt: string | null };
  /** The end of the chain as it stands. */
  readonly head: AuditHead | null;
  /** The head noted beside the data; null where none is, so that a chain cut short cannot be noticed by it. */
  readonly notedHead: AuditHead | null;
  /** In the order of the chain, the first thousand of them. */
  readonly faults: readonly AuditFault[];
  readonly faultCount: number;
}

export interface VerifyOptions {
  /** A head noted earlier: the chain must hold it. */
  readonly head?: string | undefined;
  readonly onProgress?: ((events: number) => void) | undefined;
}

const MOST_TOLD = 1000;

/** Verifies everything as of one instant. Memory does not grow with the log. */
export async function verifyAudit(platform: SealingPlatform, options: VerifyOptions = {}): Promise<AuditVerification> {
  const notedHead = await readHeadFile(platform.home);
  return withSnapshot(platform.database.owner, (client) => verifyAuditWith(client, notedHead, options));
}

/** The same inside a transaction of the caller, who is the owner. */
export async function verifyAuditWith(
  client: Client,
  notedHead: AuditHead | null,
  { head, onProgress = () => undefined }: VerifyOptions = {},
): Promise<AuditVerification> {
  const walk = new ChainWalk(new Set([...(head === undefined ? [] : [head]), ...(notedHead === null ? [] : [notedHead.hash])]));
  for await (const { blocks, events } of readChain(client)) {
    for (const block of blocks) walk.take(block, events);
    onProgress(walk.events);
  }
  const unsealed = await walkUnsealed(client, walk);
  const stray = await findStrayIds(client, MOST_TOLD);
  for (const id of stray.twice) walk.tell(auditFault('event-twice', { event: id }));
  for (const id of stray.outside) walk.tell(auditFault('event-outside', { event: id }));
  for (const id of stray.lost) walk.tell(auditFault('event-lost', { event: id }));
  for (const hash of walk.missingHeads()) {
    const block = hash === notedHead?.hash ? notedHead.block : null;
    walk.tell(auditFault('head-missing', { block, hash }));
  }
  return { ...walk.outcome(), unsealed, notedHead };
}

/** Events of the tail have nothing but their own digests to be held against. */
async function walkUnsealed(client: Client, walk: ChainWalk): Promise<AuditVerification['unsealed']> {
  let events = 0;
  let oldestAt: string | null = null;
  for await (const part of readUnsealed(client)) {
    events += part.length;
    oldestAt ??= new Date(Number(part[0]?.at) * 1000).toISOString();
    for (const event of part)
      if (!eventDigest(event).equals(event.digest)) walk.tell(auditFault('event-changed', { event: event.id }));
  }
  return { events, oldestAt };
}

class ChainWalk {
  readonly #heads: ReadonlySet<string>;
  readonly #found = new Set<string>();
  readonly #faults: AuditFault[] = [];
  #faultCount = 0;
  #blocks = 0;
  #events = 0;
  #last: BlockRow | null = null;

  constructor(heads: ReadonlySet<string>) {
    this.#heads = heads;
  }

  get events(): number {
    return this.#events;
  }

  take(block: BlockRow, events: ReadonlyMap<string, DigestedEvent>): void {
    this.#link(block);
    const sealed = digestsIn(block.digests);
    const isWhole =
      sealed.length === block.events &&
      block.eventIds.length === block.events &&
      merkleRoot(block.digests).equals(block.merkleRoot) &&
      blockHash(block).equals(block.hash);
    if (!isWhole) this.tell(auditFault('block-changed', { block: block.no }));
    for (const [index, id] of block.eventIds.entries())
      this.#event({ block: block.no, place: index + 1, event: id }, events.get(id), sealed, index);
    const hash = block.hash.toString('hex');
    if (this.#heads.has(hash)) this.#found.add(hash);
    this.#blocks += 1;
    this.#events += block.eventIds.length;
    this.#last = block;
  }

  #link({ no, events, total, previousHash }: BlockRow): void {
    const expected = (this.#last?.no ?? 0) + 1;
    if (no !== expected) this.tell(auditFault('block-missing', { block: expected }));
    else if (!previousHash.equals(this.#last?.hash ?? BEFORE_ALL) || total !== (this.#last?.total ?? 0) + events)
      this.tell(auditFault('chain-broken', { block: no }));
  }

  #event(
    at: { readonly block: number; readonly place: number; readonly event: string },
    event: DigestedEvent | undefined,
    sealed: readonly Buffer[],
    index: number,
  ): void {
    if (event === undefined) {
      this.tell(auditFault('event-removed', at));
      return;
    }
    const digest = eventDigest(event);
    const isAsSealed = sealed[index]?.equals(digest) === true;
    if (isAsSealed && event.digest.equals(digest)) return;
    const isElsewhere = !isAsSealed && sealed.some((one) => one.equals(digest));
    this.tell(auditFault(isElsewhere ? 'event-moved' : 'event-changed', at));
  }

  tell(fault: AuditFault): void {
    this.#faultCount += 1;
    if (this.#faults.length < MOST_TOLD) this.#faults.push(fault);
  }

  missingHeads(): readonly string[] {
    return [...this.#heads].filter((hash) => !this.#found.has(hash));
  }

  outcome(): Omit<AuditVerification, 'unsealed' | 'notedHead'> {
    const last = this.#last;
    const head =
      last === null
        ? null
        : {
            block: last.no,
            events: last.total,
            hash: last.hash.toString('hex'),
            sealedAt: new Date(Number(last.sealedAt) * 1000).toISOString(),
          };
    return {
      isSound: this.#faultCount === 0,
      blocks: this.#blocks,
      events: this.#events,
      head,
      faults: this.#faults,
      faultCount: this.#faultCount,
    };
  }
}
