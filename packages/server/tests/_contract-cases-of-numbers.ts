/** The calls by which instruments, registers, indicators, expected sets and the audit log are tried. */
import { get, stranger } from './_contract-calls.ts';
import type { Case } from './_contract-cases.ts';
import { LICENSOR } from './_world.ts';
import type { Call } from './_world.ts';

/** The same call in the name of the credit office. */
function asOffice({ unit: _unit, ...call }: Call): Call {
  return call;
}

/** A word on an entry, of the licensing unit unless it says otherwise. */
function word(changed: object, set = 'dual-publicity-declared'): Call {
  const said = { unit: LICENSOR, item: 'licence', period: '2021-05', name: '王核对', ...changed };
  return { method: 'POST', url: `/api/v1/expected/${set}/words`, payload: said, unit: LICENSOR };
}

export const CASES_OF_NUMBERS: Readonly<Record<string, Case>> = {
  'GET /api/v1/instruments': { succeeds: [[200, get('/instruments')]], fails: [[401, 'no-token', stranger('/instruments')]] },
  'GET /api/v1/registers/decisions': {
    succeeds: [[200, get('/registers/decisions?limit=2')]],
    fails: [[400, 'invalid-request', get('/registers/decisions?limit=0')]],
  },
  'GET /api/v1/registers/funds': {
    succeeds: [[200, get('/registers/funds')]],
    fails: [[401, 'no-token', stranger('/registers/funds')]],
  },
  'GET /api/v1/instruments/{id}/impact': {
    succeeds: [
      [200, get('/instruments/gbf-2020-49/impact')],
      [200, get(`/instruments/${encodeURIComponent('国办发〔2020〕49号')}/impact`)],
    ],
    fails: [
      [404, 'no-such-instrument', get('/instruments/gbf-2020-490/impact')],
      [409, 'several-instruments', get('/instruments/gbf-2020-49;pipl/impact')],
    ],
  },
  'GET /api/v1/instruments/{id}/records': {
    succeeds: [[200, get('/instruments/gbf-2020-49/records?limit=2')]],
    fails: [
      [404, 'no-such-instrument', get('/instruments/nothing/records')],
      [400, 'bad-cursor', get('/instruments/pipl/records?cursor=nonsense')],
    ],
  },
  'GET /api/v1/indicators': { succeeds: [[200, get('/indicators')]], fails: [[401, 'no-token', stranger('/indicators')]] },
  'GET /api/v1/indicators/{id}': {
    succeeds: [
      [200, get('/indicators/submission-rate?period=2021-05')],
      [200, get(`/indicators/records-held?unit=${LICENSOR}`)],
    ],
    fails: [
      [404, 'no-such-indicator', get('/indicators/nothing')],
      [400, 'bad-period', get('/indicators/submission-rate?period=may')],
      [400, 'period-kind', get('/indicators/submission-rate?period=2021')],
      [400, 'period-in-future', get('/indicators/submission-rate?period=2999-01')],
      [400, 'unknown-unit', get('/indicators/submission-rate?unit=nobody')],
      [403, 'not-your-unit', () => ({ url: '/api/v1/indicators/submission-rate?unit=lc-xyb', unit: LICENSOR })],
    ],
  },
  'GET /api/v1/indicators/{id}/rows': {
    succeeds: [
      [200, get('/indicators/licences/rows?period=2021-04&limit=1')],
      [200, get('/indicators/compliance-rate/rows?period=2021-05&part=denominator')],
      [200, get('/indicators/records-withdrawn/rows?period=2021-05')],
      [200, get('/indicators/provision-coverage/rows?period=2021-05&part=denominator&limit=5')],
    ],
    fails: [
      [404, 'unmeasured-part', get('/indicators/licences/rows?part=denominator')],
      [400, 'bad-cursor', get('/indicators/licences/rows?cursor=nonsense')],
      [400, 'invalid-request', get('/indicators/licences/rows?part=both')],
    ],
  },
  'GET /api/v1/board': {
    succeeds: [
      [200, get('/board?period=2021-05')],
      [200, get('/board')],
    ],
    fails: [[400, 'bad-period', get('/board?period=2021-13')]],
  },
  'GET /api/v1/expected/{set}': {
    succeeds: [[200, get('/expected/dual-publicity-declared?period=2021-05')]],
    fails: [
      [404, 'no-such-set', get('/expected/nothing')],
      [400, 'bad-period', get('/expected/dual-publicity-declared?period=2021')],
    ],
  },
  'POST /api/v1/expected/{set}/words': {
    succeeds: [
      [201, () => word({ kind: 'declared', count: 3 })],
      [201, () => word({ kind: 'revoked', reason: '填错单位' })],
      [201, () => word({ kind: 'zero', period: '2021-03' })],
      [201, () => asOffice(word({ kind: 'waived', reason: '系统迁移' }))],
    ],
    fails: [
      [404, 'no-such-set', () => word({ kind: 'zero' }, 'nothing')],
      [409, 'waived-already', () => word({ kind: 'declared', count: 4 })],
      [409, 'nothing-said', () => word({ kind: 'revoked', reason: '填错', period: '2021-02' })],
      [400, 'reason-missing', () => asOffice(word({ kind: 'waived' }))],
      [403, 'credit-office-only', () => word({ kind: 'waived', reason: '系统迁移' })],
      [400, 'not-a-count', () => word({ kind: 'declared', count: -1 })],
      [400, 'zero-is-a-report', () => word({ kind: 'declared', count: 0 })],
      [400, 'item-not-in-set', () => word({ kind: 'zero', item: 'contract' })],
      [409, 'no-provision', () => ({ ...word({ kind: 'zero', unit: 'lc-xyb' }), unit: 'lc-xyb' })],
      [403, 'not-your-unit', () => word({ kind: 'zero', unit: 'lc-xyb' })],
      [400, 'period-in-future', () => word({ kind: 'zero', period: '2999-01' })],
      [400, 'name-missing', () => word({ kind: 'zero', name: ' ' })],
    ],
  },
  'POST /api/v1/freezes': {
    succeeds: [[200, () => ({ method: 'POST', url: '/api/v1/freezes', payload: { period: '2021-01' } })]],
    fails: [
      [409, 'not-ended', () => ({ method: 'POST', url: '/api/v1/freezes', payload: { period: '2021-05' } })],
      [400, 'not-frozen-kind', () => ({ method: 'POST', url: '/api/v1/freezes', payload: { period: 'total' } })],
      [
        403,
        'credit-office-only',
        () => ({ method: 'POST', url: '/api/v1/freezes', payload: { period: '2021-01' }, unit: LICENSOR }),
      ],
    ],
  },
  'GET /api/v1/audit': {
    succeeds: [
      [200, get('/audit?limit=3')],
      [200, get(({ batch }) => `/audit?objectKind=batch&objectId=${batch}&from=2020-01-01T00:00:00Z`)],
    ],
    fails: [
      [400, 'bad-cursor', get('/audit?cursor=nonsense')],
      [400, 'invalid-request', get('/audit?from=yesterday')],
      [403, 'audit-office-only', (scene) => ({ ...get('/audit')(scene), unit: LICENSOR })],
    ],
  },
  'GET /api/v1/audit/head': {
    succeeds: [[200, get('/audit/head')]],
    fails: [[403, 'audit-office-only', (scene) => ({ ...get('/audit/head')(scene), unit: LICENSOR })]],
  },
};
