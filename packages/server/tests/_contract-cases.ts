/** The calls by which every operation of the description is tried: some that succeed, some that are refused. */
import { usccFrom } from '@xincheng/core/subjects';
import { BULLETIN_CASES } from './_bulletin-cases.ts';
import { CONCEALMENT_CASES } from './_concealment-cases.ts';
import { IDENTITY_CASES } from './_identity-cases.ts';
import { CASES_OF_NOTICES } from './_contract-cases-of-notices.ts';
import { CASES_OF_PLANS } from './_contract-cases-of-plans.ts';
import { CASES_OF_SUPERVISION } from './_contract-cases-of-supervision.ts';
import { get, posted, stranger } from './_contract-calls.ts';
import { CASES_OF_FORWARDING } from './_contract-cases-of-forwarding.ts';
import { CASES_OF_NUMBERS } from './_contract-cases-of-numbers.ts';
import { csvOf, exampleCells, LICENSOR, licences, push, upload } from './_world.ts';
import type { Call, World } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';
const FIRM = '91370112MA0000015R';
export const OTHER_FIRM = '91370112MA000004X7';
/** Registered and living, like the first. */
export const THIRD_FIRM = usccFrom('91370112MB', 1);
const STRANGER = '93370112MA00000319';
const BY_WHOM = { name: '王核对', reason: '同一企业两个代码' };
const RECTIFIED = { rectification: { document: '济历城赋码更正〔2021〕3号' } };

/** What the calls speak of, made before them. */
export interface Scene {
  readonly world: World;
  readonly batch: string;
  readonly record: string;
  readonly penalty: string;
  readonly waitingBatch: string;
  readonly waiting: string;
  readonly forwardBatch: string;
  readonly alarm: string;
  readonly supervision: { readonly report: string; readonly order: string };
  readonly bulletins: { readonly issued: string; readonly drafted: string };
  readonly notice: string;
  readonly attachment: string;
  /** Of somebody who has signed in. */
  readonly cookie: string;
  readonly csrf: string;
  readonly client: string;
  readonly delegation: string;
}

export interface Case {
  /** Calls that succeed, each with its status. */
  readonly succeeds: readonly (readonly [number, (scene: Scene) => Call])[];
  /** Calls that are refused, each with its status and code. */
  readonly fails: readonly (readonly [number, string, (scene: Scene) => Call])[];
}

export const CASES: Readonly<Record<string, Case>> = {
  ...CONCEALMENT_CASES,
  ...BULLETIN_CASES,
  ...IDENTITY_CASES,
  'GET /api/v1/health': { succeeds: [[200, stranger('/health')]], fails: [] },
  'GET /api/v1/door': { succeeds: [[200, stranger('/door')]], fails: [] },
  'GET /api/v1/datasets': { succeeds: [[200, get('/datasets')]], fails: [[401, 'no-token', stranger('/datasets')]] },
  'GET /api/v1/datasets/{dataset}': {
    succeeds: [
      [200, get('/datasets/licence')],
      [200, get('/datasets/contract.stage')],
    ],
    fails: [[404, 'unknown-dataset', get('/datasets/licences')]],
  },
  'GET /api/v1/datasets/{dataset}/rules': {
    succeeds: [
      [200, get('/datasets/licence/rules')],
      [200, get('/datasets/contract.stage/rules')],
    ],
    fails: [[404, 'unknown-dataset', get('/datasets/licences/rules')]],
  },
  'GET /api/v1/datasets/{dataset}/template': {
    succeeds: [
      [200, get('/datasets/penalty/template')],
      [200, get('/datasets/contract.payment/template?format=xlsx')],
    ],
    fails: [[404, 'unknown-dataset', get('/datasets/x/template')]],
  },
  'GET /api/v1/catalog': { succeeds: [[200, get('/catalog')]], fails: [[401, 'no-token', stranger('/catalog')]] },
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
    succeeds: [
      [200, get('/batches?limit=2')],
      [200, get(`/batches?unit=${LICENSOR}&state=done&from=2021-05-01&until=2021-05-31`)],
    ],
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
      [400, 'name-missing', ({ waiting }) => decision(waiting, { as: 'row', reason: '日期填错' })],
      [400, 'name-missing', ({ waiting }) => decision(waiting, { as: 'row', name: '  　 ', reason: '日期填错' })],
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
  'GET /api/v1/records/{id}/publicity': {
    succeeds: [[200, get(({ record }) => `/records/${record}/publicity`)]],
    fails: [[404, 'no-such-record', get(`/records/${NOBODY}/publicity`)]],
  },
  'POST /api/v1/records/{id}/publicity/acts': {
    succeeds: [
      [200, ({ record }) => publicityAct(record, { act: 'set-mark', mark: 'disputed', name: '王核对' })],
      [200, ({ record }) => publicityAct(record, { act: 'suspend', name: '王核对', reason: '法院裁定' })],
      [200, ({ record }) => publicityAct(record, { act: 'resume', name: '王核对', reason: '不再执行' })],
    ],
    fails: [
      [404, 'no-such-record', () => publicityAct(NOBODY, { act: 'suspend', name: '王核对', reason: '法院裁定' })],
      [409, 'mark-set', ({ record }) => publicityAct(record, { act: 'set-mark', mark: 'disputed', name: '王核对' })],
      [
        409,
        'no-terms',
        ({ record }) => publicityAct(record, { act: 'set-class', class: 'severe', name: '王核对', reason: '认定' }),
      ],
      [
        400,
        'invalid-request',
        ({ record }) => publicityAct(record, { act: 'withdraw', because: 'mood', name: '王', reason: '无' }),
      ],
      [
        400,
        'changed-on-missing',
        ({ record }) => publicityAct(record, { act: 'withdraw', because: 'decision-void', name: '王核对', reason: '复议' }),
      ],
    ],
  },
  'GET /api/v1/records/{id}/repair-notice': {
    succeeds: [[200, get(({ penalty }) => `/records/${penalty}/repair-notice`)]],
    fails: [[409, 'no-notice', get(({ record }) => `/records/${record}/repair-notice`)]],
  },
  'GET /api/v1/publicity/held': {
    succeeds: [[200, get('/publicity/held')]],
    fails: [[400, 'bad-cursor', get('/publicity/held?cursor=x')]],
  },
  'GET /api/v1/public/records/{id}': {
    succeeds: [[200, get(({ penalty }) => `/public/records/${penalty}`)]],
    fails: [[404, 'not-on-show', stranger(`/public/records/${NOBODY}`)]],
  },
  'GET /api/v1/open-data': { succeeds: [[200, stranger('/open-data')]], fails: [] },
  'GET /api/v1/open-data/{dataset}.csv': {
    succeeds: [[200, stranger('/open-data/penalty.csv')]],
    fails: [[404, 'no-such-file', stranger('/open-data/contract.csv')]],
  },
  'GET /api/v1/open-data/{dataset}.json': {
    succeeds: [[200, stranger('/open-data/penalty.json')]],
    fails: [[404, 'no-such-file', stranger('/open-data/contract.json')]],
  },
  'GET /api/v1/open-data/changes': {
    succeeds: [[200, stranger('/open-data/changes?limit=5')]],
    fails: [[400, 'bad-cursor', stranger('/open-data/changes?after=x')]],
  },
  'GET /api/v1/subjects/{key}': {
    succeeds: [[200, get(`/subjects/${FIRM}`)]],
    fails: [
      [404, 'no-such-subject', get(`/subjects/${STRANGER}`)],
      [404, 'no-such-subject', get('/subjects/P0123456789abcdef')],
    ],
  },
  'POST /api/v1/subjects/{key}/joins': {
    succeeds: [[200, posted(`/subjects/${FIRM}/joins`, { into: OTHER_FIRM, ...RECTIFIED, ...BY_WHOM })]],
    fails: [
      [409, 'same-subject', posted(`/subjects/${OTHER_FIRM}/joins`, { into: FIRM, ...BY_WHOM })],
      [409, 'both-living', posted(`/subjects/${OTHER_FIRM}/joins`, { into: THIRD_FIRM, ...BY_WHOM })],
      [
        400,
        'invalid-request',
        posted(`/subjects/${OTHER_FIRM}/joins`, { into: THIRD_FIRM, rectification: { document: '' }, ...BY_WHOM }),
      ],
      [404, 'no-such-subject', posted(`/subjects/${FIRM}/joins`, { into: STRANGER, ...BY_WHOM })],
      [400, 'invalid-request', posted(`/subjects/${FIRM}/joins`, { into: OTHER_FIRM, name: '王核对' })],
      [
        403,
        'not-credit-office',
        () => ({ ...posted(`/subjects/${FIRM}/joins`, { into: OTHER_FIRM, ...BY_WHOM })(), unit: LICENSOR }),
      ],
    ],
  },
  'POST /api/v1/subjects/{key}/joins/undo': {
    succeeds: [[200, posted(`/subjects/${FIRM}/joins/undo`, BY_WHOM)]],
    fails: [
      [409, 'not-joined', posted(`/subjects/${FIRM}/joins/undo`, BY_WHOM)],
      [403, 'not-credit-office', () => ({ ...posted(`/subjects/${FIRM}/joins/undo`, BY_WHOM)(), unit: LICENSOR })],
    ],
  },
  ...CASES_OF_FORWARDING,
  ...CASES_OF_NOTICES,
  ...CASES_OF_NUMBERS,
  ...CASES_OF_PLANS,
  ...CASES_OF_SUPERVISION,
};

/** Open to everybody. */
export const OPEN = /^POST \/api\/v1\/session$|\/session\/provider|\/(?:health|door|public\/.*|open-data.*)$/u;

function publicityAct(id: string, payload: object): Call {
  return { method: 'POST', url: `/api/v1/records/${id}/publicity/acts`, payload };
}

function decision(id: string, payload: object): Call {
  return { method: 'POST', url: `/api/v1/waiting/${id}/decision`, payload };
}
