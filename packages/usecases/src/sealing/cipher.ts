/** Sealing of one value under one key: authenticated encryption, bound to the place where the value belongs. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SealAlgorithm, SealKey } from './key-ring.ts';

/** Seals bytes and opens what it sealed; `open` returns null when key, place or content do not fit. */
export interface ValueCipher {
  readonly seal: (plaintext: string, place: Buffer) => Buffer;
  readonly open: (sealed: Buffer, place: Buffer) => string | null;
}

/** The cipher of a key. */
export function valueCipher(key: SealKey): ValueCipher {
  return CIPHERS[key.algorithm](key);
}

const CIPHERS: Readonly<Record<SealAlgorithm, (key: SealKey) => ValueCipher>> = {
  'aes-256-gcm': aesGcm,
  'sm4-cbc-hmac-sm3': sm4,
};

/** 96 random bits a value: safe for some four thousand million values under one key (NIST SP 800-38D, 8.3). */
const GCM_IV = 12;
const GCM_TAG = 16;

function aesGcm({ key }: SealKey): ValueCipher {
  const nextIv = randomSource(GCM_IV);
  return {
    seal: (plaintext, place) => {
      const iv = nextIv();
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: GCM_TAG });
      cipher.setAAD(place);
      return Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, place) => {
      if (sealed.length < GCM_IV + GCM_TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_IV), { authTagLength: GCM_TAG });
      decipher.setAAD(place);
      decipher.setAuthTag(sealed.subarray(sealed.length - GCM_TAG));
      const start = decipher.update(sealed.subarray(GCM_IV, sealed.length - GCM_TAG));
      return finished(decipher, start);
    },
  };
}

const SM4_KEY = 16;
const SM4_IV = 16;
const SM3_BYTES = 32;
const LENGTH_BYTES = 8;

/** SM4-CBC, then HMAC-SM3 over place and ciphertext, under two keys derived from the one in the ring (HKDF, RFC 5869). */
function sm4({ key }: SealKey): ValueCipher {
  const derived = Buffer.from(hkdfSync('sm3', key, '', 'xincheng s1 sm4-cbc-hmac-sm3', SM4_KEY + SM3_BYTES));
  const cipherKey = derived.subarray(0, SM4_KEY);
  const tagKey = derived.subarray(SM4_KEY);
  const nextIv = randomSource(SM4_IV);
  const tagOf = (place: Buffer, body: Buffer): Buffer => {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeBigUInt64BE(BigInt(place.length));
    return createHmac('sm3', tagKey).update(length).update(place).update(body).digest();
  };
  return {
    seal: (plaintext, place) => {
      const iv = nextIv();
      const cipher = createCipheriv('sm4-cbc', cipherKey, iv);
      const body = Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final()]);
      return Buffer.concat([body, tagOf(place, body)]);
    },
    open: (sealed, place) => {
      if (sealed.length < SM4_IV + SM3_BYTES) return null;
      const body = sealed.subarray(0, sealed.length - SM3_BYTES);
      if (!timingSafeEqual(tagOf(place, body), sealed.subarray(body.length))) return null;
      const decipher = createDecipheriv('sm4-cbc', cipherKey, body.subarray(0, SM4_IV));
      return finished(decipher, decipher.update(body.subarray(SM4_IV)));
    },
  };
}

/** The whole plaintext, or null when the cipher finds that it is not what was sealed. */
function finished(decipher: { final: () => Buffer }, start: Buffer): string | null {
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const POOL_VALUES = 512;

/** Random bytes drawn many at a time: a single draw costs as much as the sealing itself. */
function randomSource(bytes: number): () => Buffer {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at >= pool.length) {
      pool = randomBytes(bytes * POOL_VALUES);
      at = 0;
    }
    at += bytes;
    return pool.subarray(at - bytes, at);
  };
}
