/**
 * What is hashed, and how. Each kind of thing has a beginning of its own, so that no event can pass for a node of the tree, nor a node
 * for a block. Everything hashed can be read back from the stored row letter for letter.
 */
import { hash } from 'node:crypto';
import type { BlockRow, StatedEvent } from '@xincheng/store/audit';

/** Length of every hash and digest. */
export const HASH_BYTES = 32;
/** Stands before the first block. */
export const BEFORE_ALL = Buffer.alloc(HASH_BYTES);

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** An instant as it is stored and hashed: seconds since 1970 with six decimals. */
export function instantText(instant: Date): string {
  const milliseconds = instant.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return `${String(seconds)}.${String(milliseconds - seconds * 1000).padStart(3, '0')}000`;
}

/** Digest of an event: over every column of its row. */
export function eventDigest({ id, at, actor, unitId, act, objectKind, objectId, details }: StatedEvent): Buffer {
  return sha256(`xincheng audit event 1\n${JSON.stringify([id, at, actor, unitId, act, objectKind, objectId, details])}`);
}

/** Root of the Merkle tree over digests (RFC 9162): proves one event of a block without the others. */
export function merkleRoot(digests: Buffer): Buffer {
  let level = digestsIn(digests).map((digest) => sha256(Buffer.concat([LEAF, digest])));
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) above.push(joined(level[at], level[at + 1]));
    level = above;
  }
  return level[0] ?? BEFORE_ALL;
}

function joined(left: Buffer = BEFORE_ALL, right?: Buffer): Buffer {
  return right === undefined ? left : sha256(Buffer.concat([NODE, left, right]));
}

/** Cuts joined digests apart. */
export function digestsIn(digests: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(digests.length / HASH_BYTES) }, (_, index) =>
    digests.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}

/** Hash of a block: over its place in the chain, its events, the block before and the time of sealing. */
export function blockHash(block: Omit<BlockRow, 'eventIds' | 'digests' | 'hash'>): Buffer {
  const { no, events, total, merkleRoot: root, previousHash, sealedAt } = block;
  return sha256(
    `xincheng audit block 1\n${JSON.stringify([no, events, total, root.toString('hex'), previousHash.toString('hex'), sealedAt])}`,
  );
}

function sha256(data: string | Buffer): Buffer {
  return hash('sha256', data, 'buffer');
}
