/** Whatever is printed, serialised or thrown, no key and no plaintext is in it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { changeKeyRing, loadKeyRing, openKeyRing } from './key-file.ts';
import { SEAL_ALGORITHMS, keyRingFingerprint, makeKeyRing, rotateSealKey } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { openSealer } from './sealer.ts';
import type { Sealer } from './sealer.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const PLAIN = '370112199001010012';
const PLACE = { dataset: 'licence', field: 'XK_XDR_ZJHM', subjectKey: 'P0' };

function contentHashOf(sealer: Sealer, text: string): string {
  const target = Buffer.alloc(16);
  sealer.writeContentHash(text, target, 0);
  return target.toString('hex');
}

/** Every way a key may be written. */
function formsOf(ring: KeyRing): string[] {
  const keys = [...ring.seal, ...ring.blind, ring.row, ring.subject].map(({ key }) => key.export());
  return keys.flatMap((key) => [
    key.toString('base64').slice(0, 40),
    key.toString('base64url').slice(0, 40),
    key.toString('hex'),
    [...key].join(','),
    [...key].join(', '),
    [...key.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
  ]);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value, (_, item: unknown) =>
    item instanceof Error ? { ...item, message: item.message, stack: item.stack } : item,
  );
  return (
    inspect(value, { depth: Infinity, showHidden: true, maxStringLength: null, maxArrayLength: null }) + json + String(value)
  );
}

async function thrownBy(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (thrown) {
    return thrown;
  }
}

describe('nothing secret is shown', () => {
  it.each(SEAL_ALGORITHMS)('by rings, sealers and failures (%s)', async (algorithm) => {
    const ring = makeKeyRing({ now: NOW, algorithm });
    const sealer = openSealer(ring);
    const sealed = sealer.seal(PLAIN, PLACE);
    const things = [
      ring,
      sealer,
      structuredClone(ring),
      sealed,
      keyRingFingerprint(ring),
      sealer.blindIndexes(PLAIN),
      sealer.personHash(PLAIN),
      contentHashOf(sealer, PLAIN),
      sealer.unseal(PLAIN, PLACE),
      sealer.unseal(sealed, { ...PLACE, field: 'other' }),
      sealer.unseal(sealed.replace('s1.', 's1.f'), PLACE),
      openSealer(rotateSealKey(makeKeyRing({ now: NOW }), NOW)).unseal(sealed, PLACE),
      await thrownBy(() => openSealer({ ...ring, seal: [] })),
      await thrownBy(() => sealer.seal(undefined as unknown as string, PLACE)),
      await thrownBy(() => contentHashOf(sealer, undefined as unknown as string)),
    ];
    const secrets = [...formsOf(ring), PLAIN];
    for (const thing of things) for (const secret of secrets) expect(shown(thing)).not.toContain(secret);
    expect(shown({ key: ring.row.key.export().toString('hex') })).toContain(ring.row.key.export().toString('hex'));
  });

  it('by the loader, whatever stands in the file', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'xincheng-secrecy-')), 'keys');
    const opened = await openKeyRing(folder, { now: NOW, mayCreate: true });
    if (!opened.ok) throw new Error(opened.error.code);
    const secrets = formsOf(opened.value);
    const text = await readFile(join(folder, 'keys.json'), 'utf8');
    const damaged = [
      text.replace('"format"', 'format'),
      text.replaceAll('"key": "', '"key": "!'),
      text.replaceAll('"active"', '"lost"'),
      text.slice(0, 400),
      `${text}x`,
    ];
    let refused = 0;
    for (const content of damaged) {
      await writeFile(join(folder, 'keys.json'), content);
      const loaded = await loadKeyRing(folder);
      if (!loaded.ok) refused += 1;
      const changed = await changeKeyRing(folder, (ring) => ring);
      for (const secret of secrets) expect(shown([loaded, changed])).not.toContain(secret);
    }
    expect(refused).toBe(damaged.length);
    await rm(join(folder, '..'), { recursive: true });
  });

  it('by a process that dies of it', () => {
    const key = Buffer.alloc(32, 0x5a);
    const script = `const { createSecretKey } = require('node:crypto');
      const ring = { row: { key: createSecretKey(Buffer.alloc(32, 0x5a)) } };
      console.log(ring, JSON.stringify(ring)); throw Object.assign(new Error('died'), { ring });`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('died');
    for (const secret of [key.toString('hex'), key.toString('base64'), key.toString('latin1')])
      expect(stdout + stderr).not.toContain(secret);
  });
});
