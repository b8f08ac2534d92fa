/** How things go wrong: one shape, one sentence, a number to quote, and nothing that should stay inside. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Receipt } from '@xincheng/contract/api';
import { problemSchema } from '@xincheng/contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../src/app.ts';
import { STATUS, TITLES } from '../src/http/problem-status.ts';
import { licences, openWorld, push, requestOf, upload } from './_world.ts';
import type { Answer, Call, World } from './_world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(async () => {
  await world.close();
});

function problemOf(answer: Answer): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.strict().parse(answer.json());
  expect([problem.status, problem.title, problem.instance]).toEqual([
    answer.statusCode,
    TITLES[answer.statusCode as keyof typeof TITLES],
    `urn:xincheng:request:${String(answer.headers['xincheng-request'])}`,
  ]);
  expect(problem.detail).toMatch(/\p{Script=Han}.*。$/u);
  expect(answer.body).not.toMatch(/\bat .*\.ts|node_modules|Error:/u);
  return problem;
}

const json = { 'content-type': 'application/json', 'idempotency-key': 'k' };
const BAD: readonly (readonly [string, Call, number, string, RegExp])[] = [
  ['no such route', { url: '/api/v1/nothing' }, 404, 'no-such-route', /接口文档/u],
  ['a broken address', { url: '/api/v1/%E4%' }, 400, 'bad-url', /网址/u],
  [
    'broken JSON',
    { method: 'POST', url: '/api/v1/batches', headers: json, payload: '{"dataset":' },
    400,
    'unreadable-body',
    /JSON/u,
  ],
  ['an empty body', { method: 'POST', url: '/api/v1/batches', headers: json, payload: '' }, 400, 'unreadable-body', /JSON/u],
  [
    'a forbidden key',
    { method: 'POST', url: '/api/v1/batches', headers: json, payload: '{"__proto__":{"x":1}}' },
    400,
    'unreadable-body',
    /JSON/u,
  ],
  [
    'a type we do not take',
    { method: 'POST', url: '/api/v1/batches', headers: { ...json, 'content-type': 'application/xml' }, payload: '<a/>' },
    415,
    'unsupported-media-type',
    /application\/json/u,
  ],
  [
    'JSON where a form is due',
    { method: 'POST', url: '/api/v1/batches/file?dataset=licence&unit=lc-shili-sp', headers: json, payload: '{}' },
    415,
    'unsupported-media-type',
    /multipart/u,
  ],
  [
    'too much JSON',
    { method: 'POST', url: '/api/v1/batches', headers: json, payload: `"${'x'.repeat(33 * 2 ** 20)}"` },
    413,
    'too-large',
    /上限/u,
  ],
  [
    'a missing item',
    { method: 'POST', url: '/api/v1/batches', headers: json, payload: { dataset: 'licence', records: [{}] } },
    400,
    'invalid-request',
    /^请求正文：unit 没有给出。/u,
  ],
  [
    'items of the wrong kind',
    { method: 'POST', url: '/api/v1/batches', headers: json, payload: { dataset: 7, unit: 7, records: [] } },
    400,
    'invalid-request',
    /^请求正文：dataset 类型不对，应为 string（另有 2 处）。/u,
  ],
  [
    'a deep one',
    {
      method: 'POST',
      url: '/api/v1/batches',
      headers: json,
      payload: { dataset: 'licence', unit: 'u', records: [{}, { XK_WSH: true }] },
    },
    400,
    'invalid-request',
    /records\.1\.XK_WSH/u,
  ],
  [
    'a bad key',
    {
      method: 'POST',
      url: '/api/v1/batches',
      headers: { ...json, 'idempotency-key': 'a/b' },
      payload: { dataset: 'licence', unit: 'u', records: [{}] },
    },
    400,
    'invalid-request',
    /^请求头：idempotency-key 须为/u,
  ],
  [
    'an item asked for twice',
    { url: '/api/v1/due?days=1&unit=working-day&from=2021-04-01&from=2021-04-02' },
    400,
    'invalid-request',
    /^查询参数：from 类型不对/u,
  ],
  ['no real day', { url: '/api/v1/due?days=1&unit=working-day&from=2021-02-29' }, 400, 'invalid-request', /日历上没有这一天/u],
  [
    'a choice outside the set',
    { url: '/api/v1/due?days=1&unit=week&from=2021-02-28' },
    400,
    'invalid-request',
    /只能是 working-day、natural-day/u,
  ],
];

describe('a request that cannot be served', () => {
  it.each(BAD)('%s', async (_name, call, status, code, sentence) => {
    const answer = await world.call(call);
    const problem = problemOf(answer);
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(problem.detail).toMatch(sentence);
  });

  it('has a status with a title for every code', () => {
    for (const [code, status] of Object.entries(STATUS))
      expect([code, TITLES[status]]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
  });
});

describe('a fault of ours', () => {
  it('gives a number to quote, and tells the operator where it was without headers or bodies', async () => {
    const sent = await world.call(push(licences(world.platform, [1], { BZ: '请勿外传的备注' }), 'secret-key'));
    const { batch } = sent.json<{ receipt: Receipt }>().receipt;
    await rm(join(world.platform.home.batches, `${batch}.rows`));
    const answer = await world.call({ url: `/api/v1/batches/${batch}/result` });
    const problem = problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    const number = String(answer.headers['xincheng-request']);
    expect(problem.detail).toContain(number);
    const logged = world.lines.filter((line) => line.includes(number));
    expect(logged.length).toBe(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      level: 'error',
      method: 'GET',
      route: '/api/v1/batches/:id/result',
      message: expect.stringContaining('ENOENT') as unknown,
      stack: expect.any(String) as unknown,
    });
    expect(world.lines.join('\n')).not.toMatch(new RegExp(`${world.token}|secret-key|外传`, 'u'));
  });

  it('shows in the health of the service', async () => {
    await world.platform.database.owner.query('revoke usage on schema xincheng from xincheng_app');
    try {
      const answer = await world.call({ url: '/api/v1/health', token: null });
      expect([answer.statusCode, answer.json()]).toMatchObject([503, { status: 'failing', database: 'unreachable' }]);
    } finally {
      await world.platform.database.owner.query('grant usage on schema xincheng to xincheng_app');
    }
    expect((await world.call({ url: '/api/v1/health', token: null })).statusCode).toBe(200);
  });
});

describe('limits', () => {
  it('of requests in a minute', async () => {
    const app = await buildServer(world.platform, { now: () => world.clock.now, log: () => undefined, requestsPerMinute: 3 });
    const answers: Answer[] = [];
    for (let count = 0; count < 4; count += 1) answers.push(await app.inject(requestOf({ url: '/api/v1/units' }, world.token)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
    const last = answers.at(-1);
    if (last === undefined) throw new Error('no answer');
    expect(problemOf(last).code).toBe('too-many-requests');
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    await app.close();
  });

  it('of a file, by what it says of its size and by what it turns out to be', async () => {
    const app = await buildServer(world.platform, { now: () => world.clock.now, log: () => undefined, mostUploadBytes: 1000 });
    for (const size of [1001, 200_000]) {
      const answer = await app.inject(requestOf(upload([{ name: '大.csv', bytes: Buffer.alloc(size, 'x') }]), world.token));
      expect([size, problemOf(answer).code]).toEqual([size, 'too-large']);
    }
    await app.close();
  });
});

describe('headers', () => {
  it('let nothing be framed, guessed, kept or run', async () => {
    const { headers } = await world.call({ url: '/api/v1/units' });
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
    });
  });

  it('of the documentation allow our own scripts and nothing inline', async () => {
    const page = await world.call({ url: '/api/docs/', token: null });
    expect([page.statusCode, page.headers['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self'; style-src 'self'") as unknown,
    ]);
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|https?:\/\//u);
    const scripts = [...page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/gu)].map(([, path]) => `/api/docs/${path ?? ''}`);
    expect(scripts.length).toBeGreaterThan(3);
    for (const url of scripts) expect([url, (await world.call({ url, token: null })).statusCode]).toEqual([url, 200]);
  });
});
