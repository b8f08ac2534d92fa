import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyRing, rotateBlindKey, rotateSealKey, SEAL_ALGORITHMS } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { isSealed, openSealer } from './sealer.ts';
import type { SealContext, Sealer } from './sealer.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const CARD = '370112199001010012';
const HERE: SealContext = { dataset: 'licence', field: 'XK_XDR_ZJHM', subjectKey: 'P00112233445566778899aabbccddeeff' };

function contentHashOf(sealer: Sealer, text: string): string {
  const target = Buffer.alloc(16);
  sealer.writeContentHash(text, target, 0);
  return target.toString('hex');
}

function ringOf(algorithm: (typeof SEAL_ALGORITHMS)[number] = 'aes-256-gcm'): KeyRing {
  return makeKeyRing({ now: NOW, algorithm });
}

describe.each(SEAL_ALGORITHMS)('sealing by %s', (algorithm) => {
  const sealer = openSealer(ringOf(algorithm));

  it('opens what it sealed, at the same place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (plaintext, subjectKey) => {
          const place = { ...HERE, subjectKey };
          const sealed = sealer.seal(plaintext, place);
          expect(isSealed(sealed)).toBe(true);
          expect(sealer.unseal(sealed, place)).toEqual({ ok: true, value: plaintext });
        },
      ),
    );
  });

  it('never makes the same text twice', () => {
    const many = Array.from({ length: 2_000 }, () => sealer.seal(CARD, HERE));
    expect(new Set(many).size).toBe(many.length);
    for (const sealed of many.slice(-3)) expect(sealer.unseal(sealed, HERE)).toEqual({ ok: true, value: CARD });
  });

  it('does not open at another place', () => {
    const sealed = sealer.seal(CARD, HERE);
    const others = [
      { ...HERE, dataset: 'penalty' },
      { ...HERE, field: 'XK_FR_ZJHM' },
      { ...HERE, subjectKey: 'P0' },
      // Moving the border between two parts is another place too.
      { ...HERE, dataset: 'licence","XK_XDR_ZJHM', field: '' },
    ];
    for (const other of others)
      expect(sealer.unseal(sealed, other)).toMatchObject({ ok: false, error: { code: 'does-not-open' } });
  });

  it('does not open when any one bit is changed, or when it is cut', () => {
    const sealed = sealer.seal(CARD, HERE);
    const [form, keyId, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    const remade = (changed: Buffer): string => `${String(form)}.${String(keyId)}.${changed.toString('base64url')}`;
    expect(remade(bytes)).toBe(sealed);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sealer.unseal(remade(changed), HERE)).toMatchObject({ ok: false, error: { code: 'does-not-open' } });
    }
    for (let length = 1; length < bytes.length; length += 1) {
      expect(sealer.unseal(remade(bytes.subarray(0, length)), HERE)).toMatchObject({
        ok: false,
        error: { code: 'does-not-open' },
      });
    }
  });

  it('does not open with another key, even one of the same id', () => {
    const ring = ringOf(algorithm);
    const sealed = openSealer(ring).seal(CARD, HERE);
    expect(sealer.unseal(sealed, HERE)).toMatchObject({ error: { code: 'unknown-key' } });
    const [own] = ring.seal;
    const [other] = ringOf(algorithm).seal;
    if (own === undefined || other === undefined) throw new Error('a new ring has a key');
    const forged = openSealer({ ...ring, seal: [{ ...own, key: other.key }] });
    expect(forged.unseal(sealed, HERE)).toMatchObject({ error: { code: 'does-not-open' } });
  });

  it('says so of what is not sealed', () => {
    for (const text of ['', CARD, 's1', 's1.0.A', 's2.00112233.AAAA', 's1.00112233.', 's1.00112233.A=', 's1.0011223Z.AAAA']) {
      expect(sealer.unseal(text, HERE)).toMatchObject({ error: { code: 'not-sealed' } });
      expect(isSealed(text)).toBe(false);
    }
  });
});

describe('rotation', () => {
  it('seals with the new key, opens with the old, and reseals once', () => {
    const before = ringOf();
    const sealed = openSealer(before).seal(CARD, HERE);
    const sealer = openSealer(rotateSealKey(before, NOW, 'sm4-cbc-hmac-sm3'));
    expect(sealer.unseal(sealed, HERE)).toEqual({ ok: true, value: CARD });
    const again = sealer.reseal(sealed, HERE);
    if (!again.ok) throw new Error(again.error.code);
    expect(again.value).not.toBe(sealed);
    expect(sealer.unseal(again.value, HERE)).toEqual({ ok: true, value: CARD });
    expect(sealer.reseal(again.value, HERE)).toEqual(again);
    expect(openSealer(before).unseal(again.value, HERE)).toMatchObject({ error: { code: 'unknown-key' } });
  });

  it('reseals nothing that does not open', () => {
    const before = ringOf();
    const sealed = openSealer(before).seal(CARD, HERE);
    const sealer = openSealer(rotateSealKey(before, NOW));
    expect(sealer.reseal(sealed, { ...HERE, field: 'X' })).toMatchObject({ error: { code: 'does-not-open' } });
  });

  it('leaves one active key and keeps the hashes of rows and persons', () => {
    const before = ringOf();
    const after = rotateBlindKey(rotateSealKey(before, NOW), NOW);
    expect(after.seal.map(({ state }) => state)).toEqual(['old', 'active']);
    expect(after.blind.map(({ state }) => state)).toEqual(['old', 'active']);
    expect(contentHashOf(openSealer(after), '甲')).toBe(contentHashOf(openSealer(before), '甲'));
    expect(openSealer(after).personHash(CARD)).toBe(openSealer(before).personHash(CARD));
  });
});

describe('blind index', () => {
  it.each(SEAL_ALGORITHMS)('finds the number however it was typed (%s)', (algorithm) => {
    const sealer = openSealer(ringOf(algorithm));
    const { blind } = sealer.blindIndex('11010519491231002X');
    expect(blind).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
    for (const typed of [
      '11010519491231002x',
      ' 11010519491231002X ',
      '１１０１０５１９４９１２３１００２Ｘ',
      '110105 19491231 002X',
    ]) {
      expect(sealer.blindIndex(typed).blind).toBe(blind);
    }
    expect(sealer.blindIndex('11010519491231002X', 'phone').blind).not.toBe(blind);
    expect(sealer.blindIndex(CARD).blind).not.toBe(blind);
  });

  it('is another under another key; a search asks with all of them', () => {
    const before = ringOf();
    const old = openSealer(before).blindIndex(CARD);
    const sealer = openSealer(rotateBlindKey(before, NOW));
    expect(sealer.blindIndex(CARD).blind).not.toBe(old.blind);
    expect(sealer.blindIndexes(CARD)).toEqual([old, sealer.blindIndex(CARD)]);
  });

  it('is neither the hash in a subject key nor that of a row', () => {
    const sealer = openSealer(ringOf());
    const hashes = [sealer.blindIndex(CARD).blind.replaceAll('-', ''), sealer.personHash(CARD), contentHashOf(sealer, CARD)];
    expect(new Set(hashes).size).toBe(3);
    expect(sealer.personHash(` ${CARD}`)).toBe(hashes[1]);
  });
});

const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.postMessage(workerData.ring.seal.map(({ id, algorithm, key }) => [id, algorithm, key.export().length]));
`;

describe('keys for threads', () => {
  it('are cloned as they are', async () => {
    const ring = rotateSealKey(ringOf(), NOW, 'sm4-cbc-hmac-sm3');
    const cloned = structuredClone(ring);
    expect(openSealer(cloned).unseal(openSealer(ring).seal(CARD, HERE), HERE)).toEqual({ ok: true, value: CARD });
    const worker = new Worker(WORKER, { eval: true, workerData: { ring } });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toEqual(ring.seal.map(({ id, algorithm }) => [id, algorithm, 32]));
  });
});
