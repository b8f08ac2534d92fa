/**
 * The keys of one installation. They are `KeyObject`s: they travel to worker threads by structured clone, and a log, a stack or
 * JSON that happens to hold a ring shows nothing of them.
 */
import { createHmac, createSecretKey, getCiphers, getHashes, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** How values are sealed; the second for installations that must use commercial cryptography (商用密码, GM/T 0002 and 0004). */
export const SEAL_ALGORITHMS = ['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const;
export type SealAlgorithm = (typeof SEAL_ALGORITHMS)[number];

/** How blind indexes are made; goes with the sealing algorithm. */
export const BLIND_ALGORITHMS = ['hmac-sha256', 'hmac-sm3'] as const;
export type BlindAlgorithm = (typeof BLIND_ALGORITHMS)[number];

export const KEY_STATES = ['active', 'old'] as const;
export type KeyState = (typeof KEY_STATES)[number];

export interface RingKey {
  /** Eight hexadecimal digits, written into whatever the key made. */
  readonly id: string;
  readonly key: KeyObject;
  readonly createdAt: Date;
}

export interface SealKey extends RingKey {
  readonly algorithm: SealAlgorithm;
  readonly state: KeyState;
}

export interface BlindKey extends RingKey {
  readonly algorithm: BlindAlgorithm;
  readonly state: KeyState;
}

export interface KeyRing {
  /** Exactly one is active: it seals; the old ones still open. */
  readonly seal: readonly SealKey[];
  /** Exactly one is active: it writes; all are asked when a person's records are looked for. */
  readonly blind: readonly BlindKey[];
  /** Content hash of rows. Another key would make every record look changed, so it stays. */
  readonly row: RingKey;
  /**
   * Keyed hash in a person's subject key. Never rotated: the subject key of a record is part of its id and is never updated, so
   * under another key the same person would become another subject and every correction a second record.
   */
  readonly subject: RingKey;
}

/** Every key has 256 random bits; the algorithms derive what they need. */
export const KEY_BYTES = 32;
const ID_BYTES = 4;

/** New random keys. Made once in the life of an installation. */
export function makeKeyRing(options: { readonly now: Date; readonly algorithm?: SealAlgorithm }): KeyRing {
  const { now, algorithm = 'aes-256-gcm' } = options;
  return {
    seal: [{ ...newKey(now), algorithm, state: 'active' }],
    blind: [{ ...newKey(now), algorithm: blindAlgorithmBeside(algorithm), state: 'active' }],
    row: newKey(now),
    subject: newKey(now),
  };
}

/** A ring whose values are sealed with a new key from now on; old keys stay to open what they sealed. */
export function rotateSealKey(ring: KeyRing, now: Date, algorithm?: SealAlgorithm): KeyRing {
  const before = activeOf(ring.seal);
  const fresh: SealKey = { ...newKey(now), algorithm: algorithm ?? before.algorithm, state: 'active' };
  return { ...ring, seal: [...ring.seal.map((key) => ({ ...key, state: 'old' as const })), fresh] };
}

/** A ring whose blind indexes are written with a new key; searches ask with every key until the old entries are made again. */
export function rotateBlindKey(ring: KeyRing, now: Date): KeyRing {
  const fresh: BlindKey = { ...newKey(now), algorithm: blindAlgorithmBeside(activeOf(ring.seal).algorithm), state: 'active' };
  return { ...ring, blind: [...ring.blind.map((key) => ({ ...key, state: 'old' as const })), fresh] };
}

/** The key in use. A ring without one never leaves the loader. */
export function activeOf<K extends { readonly state: KeyState }>(keys: readonly K[]): K {
  const active = keys.find((key) => key.state === 'active');
  if (active === undefined) throw new Error('a key ring without an active key');
  return active;
}

/**
 * Tells rings apart without revealing them: kept in the database, so that keys restored from another installation's backup are noticed
 * before they make new subjects of known persons. The same before and after rotation.
 */
export function keyRingFingerprint(ring: KeyRing): string {
  return createHmac('sha256', ring.subject.key)
    .update('xincheng key ring')
    .update(createHmac('sha256', ring.row.key).update('row').digest())
    .digest('hex')
    .slice(0, 32);
}

/** True when this build of Node can do it; some builds leave the commercial algorithms out. */
export function isAlgorithmAvailable(algorithm: SealAlgorithm): boolean {
  if (algorithm === 'aes-256-gcm') return true;
  return getCiphers().includes('sm4-cbc') && getHashes().includes('sm3');
}

function blindAlgorithmBeside(algorithm: SealAlgorithm): BlindAlgorithm {
  return algorithm === 'sm4-cbc-hmac-sm3' ? 'hmac-sm3' : 'hmac-sha256';
}

function newKey(now: Date): RingKey {
  return { id: randomBytes(ID_BYTES).toString('hex'), key: createSecretKey(randomBytes(KEY_BYTES)), createdAt: now };
}
