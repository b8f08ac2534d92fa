/**
 * Received files, kept sealed under the hash of their content. One file is one AES-256-GCM stream of frames: a frame that was
 * changed, dropped or moved does not open, and the plain content never lies on our disk.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Platform } from '../platform/index.ts';
import type { ByteSource } from '../reading/index.ts';
import type { KeyRing, SealKey } from '../sealing/index.ts';

const MAGIC = Buffer.from('XCK1');
const SALT_BYTES = 32;
const FRAME_BYTES = 1 << 20;
const TAG_BYTES = 16;
/** The seal key's id, padded with zeros. */
const KEY_ID_BYTES = 32;
const HEADER_BYTES = MAGIC.length + KEY_ID_BYTES + SALT_BYTES;
const PART = '.part';

/** A copy on its way: it counts once it is kept. */
export interface Copy {
  readonly keep: () => Promise<void>;
  /** Takes back what nobody shall keep. */
  readonly drop: () => Promise<void>;
}

/** Copies a file while it is looked at otherwise; the same content is kept once. */
export async function copyFile(platform: Platform, source: ByteSource, sha256: string): Promise<Copy> {
  const target = keptPath(platform, sha256);
  if (existsSync(target)) return { keep: () => Promise.resolve(), drop: () => Promise.resolve() };
  const part = await writePart(source.blocks(), target, activeKey(platform.keys));
  return { keep: () => rename(part, target), drop: () => rm(part, { force: true }) };
}

/** Seals a kept file anew when another key than the active one sealed it. What no key of the ring opens stays as it is. */
export async function resealKeptFile(path: string, keys: KeyRing): Promise<'resealed' | 'current' | 'unreadable'> {
  const key = activeKey(keys);
  if ((await keyIdOf(path)) === key.id) return 'current';
  try {
    await writeKept(plainFrames(path, keys), path, key);
    return 'resealed';
  } catch (thrown) {
    // A full disk or a lost right is not the file's fault.
    if (thrown instanceof Error && 'syscall' in thrown) throw thrown;
    return 'unreadable';
  }
}

/** True for what a process left that died while it was keeping a file. */
export function isUnfinishedCopy(name: string): boolean {
  return name.endsWith(PART);
}

/** The file has its name only when it is whole and on the disk. */
async function writeKept(blocks: AsyncIterable<Uint8Array>, target: string, key: SealKey): Promise<void> {
  await rename(await writePart(blocks, target, key), target);
}

/** Seals into a file beside the target; whole and on the disk when it resolves. */
async function writePart(blocks: AsyncIterable<Uint8Array>, target: string, key: SealKey): Promise<string> {
  const part = `${target}.${randomBytes(6).toString('hex')}${PART}`;
  try {
    await pipeline(Readable.from(sealedFrames(framesOf(blocks), key)), createWriteStream(part, { mode: 0o600, flush: true }));
    return part;
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
}

function activeKey(keys: KeyRing): SealKey {
  const key = keys.seal.find(({ state }) => state === 'active');
  if (key === undefined) throw new Error('a key ring without an active seal key');
  return key;
}

/** A kept file as a source to read: it is opened frame by frame, nothing plain is written. */
export async function keptSource(
  platform: Platform,
  batch: { readonly fileSha256: string; readonly fileName: string; readonly fileBytes: bigint },
): Promise<ByteSource> {
  const path = keptPath(platform, batch.fileSha256);
  await access(path);
  return { name: batch.fileName, size: Number(batch.fileBytes), blocks: () => plainFrames(path, platform.keys) };
}

function keptPath(platform: Platform, sha256: string): string {
  return join(platform.home.files, sha256);
}

/** Cuts a stream into frames of one size; the last may be shorter, and there is always one. */
async function* framesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ frame: Uint8Array; isLast: boolean }> {
  let rest: Uint8Array = Buffer.alloc(0);
  for await (const part of source) {
    rest = rest.length === 0 ? Buffer.from(part) : Buffer.concat([rest, part]);
    while (rest.length > FRAME_BYTES) {
      yield { frame: rest.subarray(0, FRAME_BYTES), isLast: false };
      rest = rest.subarray(FRAME_BYTES);
    }
  }
  yield { frame: rest, isLast: true };
}

async function* sealedFrames(
  frames: AsyncIterable<{ frame: Uint8Array; isLast: boolean }>,
  { id, key }: SealKey,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const keyId = Buffer.alloc(KEY_ID_BYTES);
  keyId.write(id);
  yield Buffer.concat([MAGIC, keyId, salt]);
  const frameKey = keyFor(key, salt);
  let number = 0;
  for await (const { frame, isLast } of frames) {
    const cipher = createCipheriv('aes-256-gcm', frameKey, nonce(number, isLast));
    yield Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

async function* plainFrames(path: string, keys: KeyRing): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = await headerOf(file);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('not a kept file');
    const id = keyIdIn(header);
    const key = keys.seal.find((one) => one.id === id);
    if (key === undefined) throw new Error(`the kept file's key ${id} is not in the key ring`);
    const frameKey = keyFor(key.key, header.subarray(MAGIC.length + KEY_ID_BYTES));
    for (let at = HEADER_BYTES, number = 0; at < size; number += 1) {
      const length = Math.min(FRAME_BYTES + TAG_BYTES, size - at);
      const sealed = Buffer.alloc(length);
      await file.read(sealed, 0, length, at);
      at += length;
      const decipher = createDecipheriv('aes-256-gcm', frameKey, nonce(number, at >= size));
      decipher.setAuthTag(sealed.subarray(length - TAG_BYTES));
      yield Buffer.concat([decipher.update(sealed.subarray(0, length - TAG_BYTES)), decipher.final()]);
    }
  } finally {
    await file.close();
  }
}

async function headerOf(file: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(HEADER_BYTES);
  await file.read(header, 0, HEADER_BYTES, 0);
  return header;
}

function keyIdIn(header: Buffer): string {
  return header.toString('utf8', MAGIC.length, MAGIC.length + KEY_ID_BYTES).replace(/\0+$/u, '');
}

async function keyIdOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return keyIdIn(await headerOf(file));
  } finally {
    await file.close();
  }
}

/** Each file has a key of its own, so that frame numbers can serve as nonces. */
function keyFor(key: KeyObject, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key.export(), salt, 'xincheng kept file', 32));
}

/** The last frame is marked in its nonce: a file cut off at a frame's end does not open. */
function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(isLast ? 1 : 0, 0);
  bytes.writeUInt32BE(number, 8);
  return bytes;
}
