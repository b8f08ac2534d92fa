/** The accounts an installation begins with, and what becomes of sealed secrets when the keys change. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { DISTRICT_DIR, testPlatform } from '@xincheng/testkit/platform';
import { beginTotp, firstAccounts, signIn, totpPlace, visitorOf } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { openSealer, rotateSealKey } from '@xincheng/usecases/sealing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resealSecrets } from '../src/keys/reseal-secrets.ts';

const NOW = new Date('2026-11-26T09:00:00+08:00');
const START = { demoFolder: join(DISTRICT_DIR, 'demo'), now: NOW };

const NOBODY = { login: '', password: '' };

let demo: Platform;
let real: Platform;

beforeAll(async () => {
  demo = await testPlatform();
  const made = await testPlatform();
  real = { ...made, pack: { ...made.pack, district: { ...made.pack.district, isDemo: false } } };
});

afterAll(async () => {
  await demo.close();
  await real.close();
});

it('of a demonstration are made once, one for each role, with passwords that are kept for the operator alone', async () => {
  const told = await firstAccounts(demo, START);
  expect(told.length).toBe(10);
  expect(await firstAccounts(demo, START)).toEqual(told);
  const kept = join(demo.home.keys, 'demo-accounts.json');
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(kept, 'utf8'))).toEqual(told);
  expect(new Set(told.map(({ password }) => password)).size).toBe(told.length);
  for (const { login, password } of told) {
    const signedIn = await signIn(demo, NOW, { login, password });
    const visitor = signedIn.ok ? await visitorOf(demo, NOW, signedIn.value.token, null) : signedIn;
    expect(visitor).toMatchObject({ ok: true, value: { session: { login, mustChangePassword: false } } });
  }
});

it('of a real district are one administrator, told once, whose password must be changed', async () => {
  const told = await firstAccounts(real, START);
  expect(told).toMatchObject([{ login: 'admin' }]);
  expect(await firstAccounts(real, START)).toEqual([]);
  const { login, password } = told[0] ?? NOBODY;
  const signedIn = await signIn(real, NOW, { login, password });
  const visitor = signedIn.ok ? await visitorOf(real, NOW, signedIn.value.token, null) : signedIn;
  expect(visitor).toMatchObject({
    ok: true,
    value: { actor: { rights: [], scope: 'all' }, session: { roles: ['administrator'], mustChangePassword: true } },
  });
  const { rows } = await real.database.owner.query<{ act: string }>("select act from audit_event where act = 'account.create'");
  expect(rows.length).toBe(1);
});

it('keep their authenticators when the seal key is replaced', async () => {
  const { login, password } = (await firstAccounts(demo, START))[0] ?? NOBODY;
  const signedIn = await signIn(demo, NOW, { login, password });
  const visitor = signedIn.ok ? await visitorOf(demo, NOW, signedIn.value.token, null) : signedIn;
  if (!visitor.ok) throw new Error(visitor.error.message);
  const context = { now: NOW, today: dayOf(NOW), actor: visitor.value.actor };
  const begun = await beginTotp(demo, context, password);
  const ring = rotateSealKey(demo.keys, NOW);
  const office = { ...context, actor: { id: '测试', scope: 'all' as const, units: [], subjects: [] } };
  const work = { platform: demo, context: office, ring, pageRows: 100, onProgress: () => undefined };
  expect(await resealSecrets(work)).toEqual({ rows: 1, unreadable: [] });
  expect(await resealSecrets(work)).toEqual({ rows: 0, unreadable: [] });
  const { rows } = await demo.database.owner.query<{ id: string; sealed: string }>(
    'select account_id as id, totp_secret as sealed from account_credential where totp_secret is not null',
  );
  const { id, sealed } = rows[0] ?? { id: '', sealed: '' };
  expect(openSealer(ring).unseal(sealed, totpPlace(id))).toMatchObject({ value: begun.ok ? begun.value.secret : null });
  expect(openSealer(demo.keys).unseal(sealed, totpPlace(id)).ok).toBe(false);
});
