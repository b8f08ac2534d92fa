/** Every path of the description is called, and what it really answers is held against it. */
import type { Receipt } from '@xincheng/contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../src/app.ts';
import { faultsOf, OPENAPI, OPERATIONS } from './_openapi.ts';
import { csvOf, exampleCells, licenceNumber, licences, openWorld, push, upload } from './_world.ts';
import type { Call, World } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';

/** What the calls speak of, made before them. */
interface Scene {
  readonly world: World;
  readonly batch: string;
  readonly record: string;
  readonly waitingBatch: string;
  readonly waiting: string;
}

interface Case {
  /** Calls that succeed, each with its status. */
  readonly succeeds: readonly (readonly [number, (scene: Scene) => Call])[];
  /** Calls that are refused, each with its status and code. */
  readonly fails: readonly (readonly [number, string, (scene: Scene) => Call])[];
}

function get(url: string | ((scene: Scene) => string)): (scene: Scene) => Call {
  return (scene) => ({ url: `/api/v1${typeof url === 'string' ? url : url(scene)}` });
}

function stranger(url: string): (scene: Scene) => Call {
  return () => ({ url: `/api/v1${url}`, token: null });
}

const CASES: Readonly<Record<string, Case>> = {
  'GET /api/v1/health': { succeeds: [[200, stranger('/health')]], fails: [] },
  'GET /api/v1/datasets': { succeeds: [[200, get('/datasets')]], fails: [[401, 'no-token', stranger('/datasets')]] },
  'GET /api/v1/datasets/{dataset}': {
    succeeds: [
      [200, get('/datasets/licence')],
      [200, get('/datasets/contract.stage')],
    ],
    fails: [[404, 'unknown-dataset', get('/datasets/licences')]],
  },
  'GET /api/v1/datasets/{dataset}/template': {
    succeeds: [
      [200, get('/datasets/penalty/template')],
      [200, get('/datasets/contract.payment/template?format=xlsx')],
    ],
    fails: [[404, 'unknown-dataset', get('/datasets/x/template')]],
  },
  'GET /api/v1/units': { succeeds: [[200, get('/units')]], fails: [[401, 'no-token', stranger('/units')]] },
  'GET /api/v1/checks': { succeeds: [[200, get('/checks')]], fails: [[401, 'no-token', stranger('/checks')]] },
  'GET /api/v1/deadlines': { succeeds: [[200, get('/deadlines')]], fails: [[401, 'no-token', stranger('/deadlines')]] },
  'GET /api/v1/due': {
    succeeds: [
      [200, get('/due?deadline=objection.close&from=2021-04-30')],
      [200, get('/due?days=5&unit=working-day&from=2026-12-25&roll=true')],
    ],
    fails: [
      [400, 'invalid-request', get('/due?from=2021-04-30')],
      [400, 'invalid-request', get('/due?days=5&from=2021-04-30')],
      [400, 'invalid-request', get('/due?days=5&unit=working-day&from=2021-02-30')],
      [400, 'unknown-deadline', get('/due?deadline=objection.open&from=2021-04-30')],
      [400, 'unknown-jurisdiction', get('/due?deadline=objection.close&jurisdiction=mars&from=2021-04-30')],
      [422, 'before-first-value', get('/due?deadline=objection.close&from=1999-04-30')],
    ],
  },
  'POST /api/v1/batches': {
    succeeds: [
      [201, ({ world }) => push(licences(world.platform, [801]), 'contract-1')],
      [200, ({ world }) => push(licences(world.platform, [801]), 'contract-1')],
    ],
    fails: [
      [409, 'idempotency-key-reused', ({ world }) => push(licences(world.platform, [802]), 'contract-1')],
      [404, 'unknown-dataset', ({ world }) => push(licences(world.platform, [803]), 'contract-2', { dataset: 'nothing' })],
      [400, 'unknown-unit', ({ world }) => push(licences(world.platform, [803]), 'contract-2', { unit: 'nobody' })],
      [400, 'invalid-request', ({ world }) => ({ ...push(licences(world.platform, [803]), ''), headers: {} })],
      [
        400,
        'unknown-children',
        ({ world }) =>
          push([{ ...exampleCells(world.platform, 'contract'), children: { stages: [] } }], 'contract-3', {
            dataset: 'contract',
          }),
      ],
      [403, 'not-your-unit', ({ world }) => ({ ...push(licences(world.platform, [803]), 'contract-2'), unit: 'lc-xyb' })],
    ],
  },
  'POST /api/v1/batches/file': {
    succeeds: [
      [
        201,
        ({ world }) =>
          upload([{ name: '许可.csv', bytes: Buffer.from(csvOf(world.platform, 'licence', licences(world.platform, [811]))) }]),
      ],
      [
        200,
        ({ world }) =>
          upload([{ name: '许可.csv', bytes: Buffer.from(csvOf(world.platform, 'licence', licences(world.platform, [811]))) }]),
      ],
      [
        202,
        ({ world }) =>
          upload([{ name: '许可.csv', bytes: Buffer.from(csvOf(world.platform, 'licence', licences(world.platform, [812]))) }], {
            headers: { prefer: 'respond-async' },
          }),
      ],
    ],
    fails: [
      [415, 'document', () => upload([{ name: '通知.pdf', bytes: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n') }])],
      [422, 'empty-file', () => upload([{ name: '空.csv', bytes: Buffer.alloc(0) }])],
      [400, 'one-file', () => upload([])],
    ],
  },
  'GET /api/v1/batches': {
    succeeds: [[200, get('/batches?limit=2')]],
    fails: [
      [400, 'bad-cursor', get('/batches?cursor=nonsense')],
      [400, 'invalid-request', get('/batches?limit=0')],
    ],
  },
  'GET /api/v1/batches/{id}': {
    succeeds: [[200, get(({ batch }) => `/batches/${batch}`)]],
    fails: [
      [404, 'no-such-batch', get(`/batches/${NOBODY}`)],
      [400, 'invalid-request', get('/batches/17')],
    ],
  },
  'GET /api/v1/batches/{id}/issues': {
    succeeds: [[200, get(({ batch }) => `/batches/${batch}/issues`)]],
    fails: [[404, 'no-such-batch', get(`/batches/${NOBODY}/issues`)]],
  },
  'GET /api/v1/batches/{id}/waiting': {
    succeeds: [[200, get(({ waitingBatch }) => `/batches/${waitingBatch}/waiting`)]],
    fails: [[404, 'no-such-batch', get(`/batches/${NOBODY}/waiting`)]],
  },
  'GET /api/v1/batches/{id}/result': {
    succeeds: [
      [200, get(({ batch }) => `/batches/${batch}/result`)],
      [200, get(({ batch }) => `/batches/${batch}/result?format=xlsx`)],
    ],
    fails: [[404, 'no-such-batch', get(`/batches/${NOBODY}/result`)]],
  },
  'GET /api/v1/waiting': { succeeds: [[200, get('/waiting')]], fails: [[400, 'bad-cursor', get('/waiting?cursor=%7B%7D')]] },
  'POST /api/v1/waiting/{id}/decision': {
    succeeds: [[200, ({ waiting }) => decision(waiting, { as: 'correction', name: '王核对', reason: '日期填错' })]],
    fails: [
      [404, 'not-found', () => decision(NOBODY, { as: 'row', name: '王核对', reason: '核对无误' })],
      [409, 'not-waiting', ({ waiting }) => decision(waiting, { as: 'correction', name: '王核对', reason: '日期填错' })],
      [400, 'invalid-request', ({ waiting }) => decision(waiting, { as: 'maybe', name: '王核对', reason: '日期填错' })],
      [400, 'invalid-request', ({ waiting }) => decision(waiting, { as: 'row', reason: '日期填错' })],
      [400, 'invalid-request', ({ waiting }) => decision(waiting, { as: 'row', name: '  　 ', reason: '日期填错' })],
      [400, 'invalid-request', ({ waiting }) => decision(waiting, { as: 'row', name: '王核对', reason: '  　 ' })],
    ],
  },
  'GET /api/v1/records': {
    succeeds: [[200, get('/records?dataset=licence&decidedFrom=2021-01-01&limit=3')]],
    fails: [
      [400, 'bad-cursor', get('/records?cursor=WyIyMDIxLTAyLTMwIl0')],
      [400, 'invalid-request', get('/records?decidedTo=2021-02-30')],
    ],
  },
  'GET /api/v1/records/{id}': {
    succeeds: [
      [200, get(({ record }) => `/records/${record}`)],
      [200, get(({ record }) => `/records/${record}?asOf=2021-05-06T23:00:00%2B08:00`)],
    ],
    fails: [
      [404, 'no-such-record', get(`/records/${NOBODY}`)],
      [404, 'no-such-record', get(({ record }) => `/records/${record}?asOf=2020-01-01T00:00:00Z`)],
    ],
  },
  'GET /api/v1/records/{id}/versions': {
    succeeds: [[200, get(({ record }) => `/records/${record}/versions`)]],
    fails: [[404, 'no-such-record', get(`/records/${NOBODY}/versions`)]],
  },
};

function decision(id: string, payload: object): Call {
  return { method: 'POST', url: `/api/v1/waiting/${id}/decision`, payload };
}

let scene: Scene;

beforeAll(async () => {
  const world = await openWorld();
  const { platform, call } = world;
  const bad = exampleCells(platform, 'licence', { XK_WSH: licenceNumber(902), XK_XDR_SHXYM: '91370112MA0000015X' });
  const first = (await call(push([...licences(platform, [901]), bad], 'scene-1'))).json<{ receipt: Receipt }>().receipt;
  const again = (await call(push(licences(platform, [901], { XK_JDRQ: '2021/04/25', XK_YXQZ: '2021/04/25' }), 'scene-2'))).json<{
    receipt: Receipt;
  }>().receipt;
  const records = (await call({ url: '/api/v1/records?dataset=licence' })).json<{ items: { recordId: string }[] }>().items;
  const waiting = (await call({ url: '/api/v1/waiting' })).json<{ items: { id: string }[] }>().items;
  expect({ first, again }).toMatchObject({ first: { accepted: 1, rejected: 1 }, again: { waiting: 1 } });
  scene = {
    world,
    batch: first.batch,
    record: records[0]?.recordId ?? '',
    waitingBatch: again.batch,
    waiting: waiting[0]?.id ?? '',
  };
});

afterAll(async () => {
  await scene.world.close();
});

it('is committed as the routes state it', async () => {
  expect(await describeApi()).toEqual(OPENAPI);
});

it('has a case for every operation of the description', () => {
  expect(Object.keys(CASES).sort()).toEqual([...OPERATIONS].sort());
});

describe.each(Object.entries(CASES))('%s', (operation, { succeeds, fails }) => {
  it('answers as described, done or refused', async () => {
    for (const [status, make] of succeeds) {
      const answer = await scene.world.call(make(scene));
      expect([answer.statusCode, faultsOf(operation, answer)], answer.body.slice(0, 500)).toEqual([status, []]);
    }
    for (const [status, code, make] of fails) {
      const answer = await scene.world.call(make(scene));
      expect([answer.statusCode, answer.json<{ code: string }>().code, faultsOf(operation, answer)], answer.body).toEqual([
        status,
        code,
        [],
      ]);
      expect(answer.json<{ detail: string }>().detail).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(succeeds.length + fails.length).toBeGreaterThan(0);
  });

  it('refuses whoever has no token, but for health', async () => {
    const made = (succeeds[0]?.[1] ?? fails[0]?.[2])?.(scene);
    if (made === undefined) throw new Error('no call');
    const answer = await scene.world.call({ ...made, token: null });
    expect([answer.statusCode, faultsOf(operation, answer)]).toEqual([operation.endsWith('/health') ? 200 : 401, []]);
  });
});

it('judges: an answer that differs from the description is found', async () => {
  const answer = await scene.world.call({ url: '/api/v1/units' });
  expect(faultsOf('GET /api/v1/units', answer)).toEqual([]);
  expect(faultsOf('GET /api/v1/checks', answer)).not.toEqual([]);
  expect(faultsOf('GET /api/v1/batches/{id}/result', answer)).toEqual(['content type application/json is not described for 200']);
});
