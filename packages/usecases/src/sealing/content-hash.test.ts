import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHasher, hmacSha256 } from './content-hash.ts';

const anyKey = fc.uint8Array({ minLength: 0, maxLength: 150 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 3000 }),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
);

describe('content hash', () => {
  it('is HMAC-SHA-256 for every key and text', () => {
    fc.assert(
      fc.property(anyKey, fc.array(anyText, { minLength: 1, maxLength: 5 }), (key, texts) => {
        const hash = hmacSha256(key);
        for (const text of texts) expect(hash(text)).toBe(createHmac('sha256', key).update(text, 'utf16le').digest('binary'));
      }),
      { numRuns: 500 },
    );
  });

  it('grows with a long text and forgets it for the next', () => {
    const key = Buffer.alloc(32, 7);
    const hash = hmacSha256(key);
    for (const text of ['短', '长'.repeat(100_000), '短', '', '\ud800 lone'])
      expect(hash(text)).toBe(createHmac('sha256', key).update(text, 'utf16le').digest('binary'));
  });

  it('keeps the first 128 bits, and writes nothing else', () => {
    const key = Buffer.alloc(32, 9);
    const target = Buffer.alloc(20);
    contentHasher(key)('甲\u001f乙', target, 2);
    const kept = createHmac('sha256', key).update('甲\u001f乙', 'utf16le').digest('hex').slice(0, 32);
    expect(target.toString('hex')).toBe(`0000${kept}0000`);
  });
});
