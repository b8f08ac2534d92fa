/** Who gets in, and how far. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt, RecordView } from '@xincheng/contract/api';
import { developmentToken, developmentTokenPath, isSameToken } from '@xincheng/usecases/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../src/app.ts';
import { OPEN } from './_contract-cases.ts';
import { OPERATIONS } from './_openapi.ts';
import { licences, licencesOf, LICENSOR, openWorld, push, REGULATOR, requestOf } from './_world.ts';
import type { World } from './_world.ts';

let world: World;
const batches: Record<string, string> = {};

beforeAll(async () => {
  world = await openWorld();
  for (const unit of [LICENSOR, REGULATOR]) {
    const rows = licencesOf(world.platform, unit, [1, 2, 3, 4, 5]);
    const answer = await world.call({ ...push(rows, `${unit}-1`, { unit }), unit });
    const { receipt } = answer.json<{ receipt: Receipt }>();
    expect(receipt, answer.body).toMatchObject({ accepted: 5, unit });
    batches[unit] = receipt.batch;
  }
});

afterAll(async () => {
  await world.close();
});

describe('the development token', () => {
  it('is made once, for its owner only', async () => {
    const path = developmentTokenPath(world.platform.home);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toBe(world.token);
    expect(await developmentToken(world.platform.home, { isDemo: true })).toBe(world.token);
  });

  it('is the same for processes that start at once', async () => {
    const keys = join(world.platform.home.root, 'keys-of-many');
    await mkdir(keys);
    const tokens = await Promise.all(Array.from({ length: 8 }, () => developmentToken({ keys }, { isDemo: true })));
    expect(new Set(tokens).size).toBe(1);
    await rm(keys, { recursive: true });
  });

  it('is compared whole', () => {
    expect(isSameToken(world.token, world.token)).toBe(true);
    expect(isSameToken(world.token, world.token.slice(0, -1))).toBe(false);
    expect(isSameToken('', world.token)).toBe(false);
  });

  it.each([
    ['another', 'x'.repeat(43), 401, 'bad-token'],
    ['none', null, 401, 'no-token'],
  ])('%s is refused', async (_name, token, status, code) => {
    const answer = await world.call({ url: '/api/v1/units', token });
    expect([answer.statusCode, answer.json<{ code: string }>().code, answer.headers['www-authenticate']]).toEqual([
      status,
      code,
      'Bearer',
    ]);
  });

  it('of a name that is no unit is refused', async () => {
    const answer = await world.call({ url: '/api/v1/units', unit: 'nobody' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'unknown-unit-header']);
  });
});

describe('outside a demo district', () => {
  it('every guarded route is closed, a token left behind opens nothing, and none is made', async () => {
    const { platform } = world;
    const district = { ...platform.pack.district, isDemo: false };
    const path = developmentTokenPath(platform.home);
    const left = await readFile(path);
    const app = await buildServer(
      { ...platform, pack: { ...platform.pack, district } },
      { now: () => world.clock.now, log: () => undefined },
    );
    try {
      for (const operation of OPERATIONS.filter((one) => !OPEN.test(one))) {
        const [method = 'GET', url = ''] = operation.split(' ');
        const answer = await app.inject(
          requestOf({ method: method as 'GET', url: url.replaceAll(/\{\w+\}/gu, batches[LICENSOR] ?? '') }, world.token),
        );
        expect([operation, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([operation, 401, 'bad-token']);
      }
      expect((await app.inject({ url: '/api/v1/health' })).json()).toMatchObject({ status: 'ok', isDemo: false });
      await rm(path);
      expect(await developmentToken(platform.home, district)).toBeNull();
      await expect(stat(path)).rejects.toThrow('ENOENT');
    } finally {
      await writeFile(path, left, { mode: 0o600 });
      await app.close();
    }
  });
});

describe('narrowed to one unit', () => {
  it('sees its own and nothing of the other', async () => {
    const own = (await world.call({ url: '/api/v1/records', unit: REGULATOR })).json<{ items: RecordView[] }>().items;
    expect(own.map(({ unit }) => unit)).toEqual(Array.from({ length: 5 }, () => REGULATOR));
    const asked = (await world.call({ url: `/api/v1/records?unit=${LICENSOR}`, unit: REGULATOR })).json<{ items: RecordView[] }>()
      .items;
    expect(asked).toEqual([]);
    const sent = (await world.call({ url: '/api/v1/batches', unit: REGULATOR })).json<{ items: Receipt[] }>().items;
    expect(sent.map(({ batch }) => batch)).toEqual([batches[REGULATOR]]);
    const both = (await world.call({ url: '/api/v1/records' })).json<{ items: RecordView[] }>().items;
    expect(both.length).toBe(10);
  });

  it('does not find what belongs to the other', async () => {
    const [record] = (await world.call({ url: '/api/v1/records', unit: LICENSOR })).json<{ items: RecordView[] }>().items;
    const batch = batches[LICENSOR] ?? '';
    const id = record?.recordId ?? '';
    for (const url of [
      `/records/${id}`,
      `/records/${id}/versions`,
      `/records/${id}?asOf=2021-05-07T00:00:00Z`,
      `/batches/${batch}`,
      `/batches/${batch}/issues`,
      `/batches/${batch}/waiting`,
      `/batches/${batch}/result`,
    ]) {
      expect([url, (await world.call({ url: `/api/v1${url}`, unit: REGULATOR })).statusCode]).toEqual([url, 404]);
      expect([url, (await world.call({ url: `/api/v1${url}`, unit: LICENSOR })).statusCode]).toEqual([url, 200]);
    }
  });

  it('may not send for the other', async () => {
    const answer = await world.call({ ...push(licences(world.platform, [77]), 'for-another'), unit: REGULATOR });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'not-your-unit']);
  });

  it('does not decide what waits for the other', async () => {
    const moved = licencesOf(world.platform, LICENSOR, [1]).map((row) => ({
      ...row,
      XK_JDRQ: '2021/04/26',
      XK_YXQZ: '2021/04/26',
    }));
    await world.call(push(moved, 'moved-day'));
    const [row] = (await world.call({ url: '/api/v1/waiting', unit: LICENSOR })).json<{ items: { id: string }[] }>().items;
    const decide = {
      method: 'POST' as const,
      url: `/api/v1/waiting/${row?.id ?? ''}/decision`,
      payload: { as: 'correction', name: '王核对', reason: '日期填错' },
    };
    expect((await world.call({ ...decide, unit: REGULATOR })).json()).toMatchObject({ status: 404, code: 'not-found' });
    expect((await world.call({ url: '/api/v1/waiting', unit: REGULATOR })).json()).toEqual({ items: [], next: null });
    expect((await world.call({ ...decide, unit: LICENSOR })).json()).toMatchObject({ state: 'confirmed' });
  });

  it('keeps apart what two units ask at the same time', async () => {
    const asked = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? LICENSOR : REGULATOR));
    const seen = await Promise.all(
      asked.map(async (unit, index) => {
        const answer = await world.call({ url: index % 3 === 0 ? '/api/v1/batches' : '/api/v1/records', unit });
        const { items } = answer.json<{ items: { unit: string }[] }>();
        expect(items.length).toBeGreaterThan(0);
        return items.every((item) => item.unit === unit);
      }),
    );
    expect(seen.filter(Boolean).length).toBe(200);
  });
});
