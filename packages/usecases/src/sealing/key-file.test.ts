import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeKeyRing, keysFolderOf, loadKeyRing, openKeyRing } from './key-file.ts';
import { keyRingFingerprint, makeKeyRing, rotateBlindKey, rotateSealKey } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';

const NOW = new Date('2026-11-23T00:00:00Z');

let home = '';
let folder = '';
let file = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'xincheng-keys-'));
  folder = keysFolderOf(home);
  file = join(folder, 'keys.json');
});
afterEach(() => rm(home, { recursive: true }));

async function firstStart(): Promise<KeyRing> {
  const opened = await openKeyRing(folder, { now: NOW, mayCreate: true });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function edit(change: (content: Record<string, unknown>) => unknown): Promise<void> {
  const content = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify(change(content) ?? content));
}

describe('first start', () => {
  it('makes keys for the owner alone and finds the same keys later', async () => {
    const made = await firstStart();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual(['keys.json']);
    const again = await openKeyRing(folder, { now: new Date(), mayCreate: false });
    expect(again.ok && keyRingFingerprint(again.value)).toBe(keyRingFingerprint(made));
  });

  it('gives two first starts at once the same keys', async () => {
    const rings = await Promise.all(Array.from({ length: 12 }, firstStart));
    expect(new Set(rings.map((ring) => ring.seal[0]?.id)).size).toBe(1);
    expect(new Set(rings.map(keyRingFingerprint)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('makes no keys beside data that others sealed', async () => {
    const opened = await openKeyRing(folder, { now: NOW, mayCreate: false });
    expect(opened).toMatchObject({ ok: false, error: { code: 'keys-missing' } });
    expect(await readdir(home)).toEqual([]);
  });

  it('takes the algorithm of the configuration, which existing keys keep', async () => {
    const opened = await openKeyRing(folder, { now: NOW, mayCreate: true, algorithm: 'sm4-cbc-hmac-sm3' });
    expect(opened).toMatchObject({
      ok: true,
      value: { seal: [{ algorithm: 'sm4-cbc-hmac-sm3' }], blind: [{ algorithm: 'hmac-sm3' }] },
    });
    expect(await openKeyRing(folder, { now: NOW, mayCreate: true, algorithm: 'aes-256-gcm' })).toMatchObject({
      value: { seal: [{ algorithm: 'sm4-cbc-hmac-sm3' }] },
    });
  });

  it('says what is wrong with a folder it cannot use', async () => {
    await writeFile(folder, 'a file where the folder should be');
    expect(await openKeyRing(folder, { now: NOW, mayCreate: true })).toMatchObject({ ok: false, error: { code: 'keys-folder' } });
  });
});

describe('loading refuses', () => {
  beforeEach(firstStart);

  it.each([0o640, 0o604, 0o644, 0o660])('a file of mode %o', async (mode) => {
    await chmod(file, mode);
    expect(await loadKeyRing(folder)).toMatchObject({ ok: false, error: { code: 'keys-readable-by-others', path: file } });
  });

  it('a folder others may write to', async () => {
    await chmod(folder, 0o770);
    expect(await loadKeyRing(folder)).toMatchObject({ ok: false, error: { code: 'keys-readable-by-others', path: folder } });
  });

  it.each(['', '{', '[]', 'null', '"x"', '{"format":"xincheng-keys-2"}', '\u0000\u0001'])(
    'what is no key file: %j',
    async (text) => {
      await writeFile(file, text);
      expect(await loadKeyRing(folder)).toMatchObject({ ok: false, error: { code: 'keys-damaged' } });
    },
  );

  it('every text that is cut short', async () => {
    const text = (await readFile(file, 'utf8')).trimEnd();
    for (let length = 0; length < text.length; length += 13) {
      await writeFile(file, text.slice(0, length));
      expect(await loadKeyRing(folder)).toMatchObject({ ok: false, error: { code: 'keys-damaged' } });
    }
  });

  it.each(['seal', 'blind', 'row', 'subject'])('a ring without %s', async (part) => {
    await edit((content) => Object.fromEntries(Object.entries(content).filter(([name]) => name !== part)));
    const loaded = await loadKeyRing(folder);
    expect(loaded).toMatchObject({ ok: false, error: { code: 'keys-incomplete' } });
    expect(!loaded.ok && loaded.error.message).toContain(part);
  });

  it.each([
    ['a short key', { key: 'AAAA' }],
    ['no key', { key: undefined }],
    ['an id of another kind', { id: '../x' }],
    ['an unknown algorithm', { algorithm: 'rot13' }],
    ['an unknown state', { state: 'lost' }],
    ['no instant', { createdAt: 'yesterday' }],
  ])('a seal key with %s', async (_, change) => {
    await edit((content) => ({ ...content, seal: [{ ...(content['seal'] as object[])[0], ...change }] }));
    expect(await loadKeyRing(folder)).toMatchObject({ ok: false, error: { code: 'keys-damaged' } });
  });

  it('a ring without an active key, or with two', async () => {
    await edit((content) => ({ ...content, seal: [{ ...(content['seal'] as object[])[0], state: 'old' }] }));
    expect(await loadKeyRing(folder)).toMatchObject({ error: { code: 'keys-incomplete' } });
    await edit((content) => {
      const key = (content['seal'] as object[])[0];
      return {
        ...content,
        seal: [
          { ...key, state: 'active' },
          { ...key, state: 'active', id: '00000000' },
        ],
      };
    });
    expect(await loadKeyRing(folder)).toMatchObject({ error: { code: 'keys-damaged' } });
  });
});

describe('changing keys', () => {
  it('keeps old keys and replaces the file', async () => {
    const before = await firstStart();
    const changed = await changeKeyRing(folder, (ring) => rotateBlindKey(rotateSealKey(ring, NOW), NOW));
    expect(changed.ok).toBe(true);
    const loaded = await loadKeyRing(folder);
    if (!loaded.ok) throw new Error(loaded.error.code);
    expect(loaded.value.seal.map(({ state }) => state)).toEqual(['old', 'active']);
    expect(loaded.value.seal[0]?.id).toBe(before.seal[0]?.id);
    expect(keyRingFingerprint(loaded.value)).toBe(keyRingFingerprint(before));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['keys.json']);
  });

  it('loses no key when two change at once', async () => {
    await firstStart();
    const results = await Promise.all(Array.from({ length: 6 }, () => changeKeyRing(folder, (ring) => rotateSealKey(ring, NOW))));
    const done = results.filter((result) => result.ok).length;
    for (const result of results) if (!result.ok) expect(result.error.code).toBe('keys-busy');
    const loaded = await loadKeyRing(folder);
    expect(done).toBeGreaterThan(0);
    expect(loaded.ok && loaded.value.seal.length).toBe(1 + done);
  });

  it('throws on a change that drops a key, and unlocks', async () => {
    await firstStart();
    await expect(changeKeyRing(folder, () => makeKeyRing({ now: NOW }))).rejects.toThrow('keep every key');
    expect((await changeKeyRing(folder, (ring) => rotateSealKey(ring, NOW))).ok).toBe(true);
  });

  it('says that there are none, and sweeps up after a process that died', async () => {
    expect(await changeKeyRing(folder, (ring) => ring)).toMatchObject({ error: { code: 'keys-missing' } });
    await firstStart();
    await writeFile(join(folder, '.keys.json.left'), 'x');
    expect((await changeKeyRing(folder, (ring) => ring)).ok).toBe(true);
    expect(await readdir(folder)).toEqual(['keys.json']);
    await mkdir(join(folder, 'keys.lock'));
    expect(await changeKeyRing(folder, (ring) => ring)).toMatchObject({ error: { code: 'keys-busy' } });
  });
});
