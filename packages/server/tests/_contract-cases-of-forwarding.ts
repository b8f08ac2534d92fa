/** The calls by which forwarding to the city platform is tried. */
import { get, posted, stranger } from './_contract-calls.ts';
import type { Case, Scene } from './_contract-cases.ts';
import { LICENSOR, upload } from './_world.ts';
import type { Call } from './_world.ts';

/** Of the batch that the scene makes. */
const FORWARDED = 'licheng-licence-20210506-001';
const NOBODY = '00000000-0000-8000-8000-000000000000';

export const CASES_OF_FORWARDING: Readonly<Record<string, Case>> = {
  'POST /api/v1/forwarding/batches': {
    succeeds: [[201, () => ({ method: 'POST', url: '/api/v1/forwarding/batches', payload: { dataset: 'penalty' } })]],
    fails: [
      [404, 'no-forward-template', posted('/forwarding/batches', { dataset: 'contract' })],
      [400, 'invalid-request', () => ({ method: 'POST', url: '/api/v1/forwarding/batches', payload: {} })],
      [
        403,
        'credit-office-only',
        () => ({ method: 'POST', url: '/api/v1/forwarding/batches', payload: { dataset: 'licence' }, unit: LICENSOR }),
      ],
    ],
  },
  'GET /api/v1/forwarding/batches': {
    succeeds: [[200, get('/forwarding/batches?dataset=licence&limit=1')]],
    fails: [[400, 'bad-cursor', get('/forwarding/batches?cursor=nonsense')]],
  },
  'GET /api/v1/forwarding/batches/{id}': {
    succeeds: [[200, get(({ forwardBatch }) => `/forwarding/batches/${forwardBatch}`)]],
    fails: [[404, 'no-such-forward-batch', get(`/forwarding/batches/${NOBODY}`)]],
  },
  'POST /api/v1/forwarding/batches/{id}/handing': {
    succeeds: [
      [200, handing(({ forwardBatch }) => forwardBatch)],
      [200, handing(({ forwardBatch }) => forwardBatch)],
    ],
    fails: [
      [404, 'no-such-forward-batch', handing(() => NOBODY)],
      [403, 'credit-office-only', handing(({ forwardBatch }) => forwardBatch, LICENSOR)],
    ],
  },
  'GET /api/v1/forwarding/unanswered': {
    succeeds: [[200, get('/forwarding/unanswered?dataset=licence&days=0')]],
    fails: [[400, 'invalid-request', get('/forwarding/unanswered?days=-1')]],
  },
  'POST /api/v1/forwarding/answers': {
    succeeds: [
      [201, answerFile(FORWARDED)],
      [200, answerFile(FORWARDED)],
    ],
    fails: [
      [422, 'answer-unknown-batch', answerFile('licheng-licence-20200101-001')],
      [
        415,
        'document',
        () => ({
          ...upload([{ name: '回执.pdf', bytes: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n') }]),
          url: '/api/v1/forwarding/answers',
        }),
      ],
      [400, 'one-file', () => ({ ...upload([]), url: '/api/v1/forwarding/answers' })],
      [403, 'credit-office-only', (scene) => ({ ...answerFile(FORWARDED)(scene), unit: LICENSOR })],
    ],
  },
  'GET /api/v1/forwarding/refused': {
    succeeds: [
      [200, get('/forwarding/refused')],
      [200, (scene) => ({ ...get('/forwarding/refused')(scene), unit: LICENSOR })],
    ],
    fails: [[400, 'bad-cursor', get('/forwarding/refused?cursor=nonsense')]],
  },
  'POST /api/v1/forwarding/resends': {
    succeeds: [[200, (one) => resend({ records: [one.record], name: '王核对', reason: '市平台已补录主体' })(one)]],
    fails: [
      [400, 'invalid-request', resend({ records: [], name: '王核对', reason: '无' })],
      [
        403,
        'credit-office-only',
        (one) => ({ ...resend({ records: [one.record], name: '王核对', reason: '重报' })(one), unit: LICENSOR }),
      ],
    ],
  },
  'GET /api/v1/forwarding/due': {
    succeeds: [[200, get('/forwarding/due?days=30')]],
    fails: [[400, 'invalid-request', get('/forwarding/due?days=x')]],
  },
  'GET /api/v1/forwarding/counts': {
    succeeds: [[200, get('/forwarding/counts')]],
    fails: [[401, 'no-token', stranger('/forwarding/counts')]],
  },
};

function answerFile(number: string): (scene: Scene) => Call {
  return () => ({
    ...upload([
      {
        name: '回执.csv',
        bytes: Buffer.from(
          `批次号,行号,处理状态,错误代码,错误原因\r\n${number},1,入库失败,1001,主体不符\r\n${number},2,入库成功,,\r\n`,
        ),
      },
    ]),
    url: '/api/v1/forwarding/answers',
  });
}

function resend(payload: object): (scene: Scene) => Call {
  return () => ({ method: 'POST', url: '/api/v1/forwarding/resends', payload });
}

function handing(id: (scene: Scene) => string, unit?: string): (scene: Scene) => Call {
  return (scene) => ({
    method: 'POST',
    url: `/api/v1/forwarding/batches/${id(scene)}/handing`,
    ...(unit === undefined ? {} : { unit }),
  });
}
