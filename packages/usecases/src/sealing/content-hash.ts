/**
 * HMAC-SHA-256 (RFC 2104) of a row's text, a million times in an import. Written out as two one-shot hashes over buffers that are
 * used again: `createHmac` makes objects for every call and costs nearly half as much again. The text counts in UTF-16, in which
 * it lies in memory: turning it into UTF-8 would cost more than hashing it.
 */
import { hash } from 'node:crypto';

/** 128 bits are kept: equality within one register, under a key nobody outside has. */
export const HASH_BYTES = 16;

const BLOCK = 64;
const DIGEST = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
const FIRST_CAPACITY = 16_384;
const BYTES_A_UNIT = 2;

/** Makes the hash of row texts under a key: writes the first half of the HMAC, sixteen bytes, at a place. */
export function contentHasher(key: Uint8Array): (text: string, target: Uint8Array, at: number) => void {
  const full = hmacSha256(key);
  return (text, target, at) => {
    const digest = full(text);
    for (let byte = 0; byte < HASH_BYTES; byte += 1) target[at + byte] = digest.charCodeAt(byte);
  };
}

/** HMAC-SHA-256 of texts in UTF-16LE, one character a byte; the same as `createHmac('sha256', key)` of those bytes. */
export function hmacSha256(key: Uint8Array): (text: string) => string {
  const outer = Buffer.concat([padded(key, OUTER_PAD), Buffer.alloc(DIGEST)]);
  let inner = Buffer.concat([padded(key, INNER_PAD)], FIRST_CAPACITY);
  return (text) => {
    const whole = BLOCK + text.length * BYTES_A_UNIT;
    if (whole > inner.length) inner = Buffer.concat([inner.subarray(0, BLOCK)], whole * 2);
    inner.write(text, BLOCK, 'utf16le');
    outer.write(hash('sha256', inner.subarray(0, whole), 'binary'), BLOCK, 'binary');
    return hash('sha256', outer, 'binary');
  };
}

/** The key, hashed first when longer than a block, filled up with zeros, each byte combined with the pad. */
function padded(key: Uint8Array, pad: number): Buffer {
  const short = key.length > BLOCK ? Buffer.from(hash('sha256', key, 'hex'), 'hex') : key;
  return Buffer.from(Array.from({ length: BLOCK }, (_, at) => (short[at] ?? 0) ^ pad));
}
