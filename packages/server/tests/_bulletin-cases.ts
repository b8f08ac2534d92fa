/** The calls by which the operations about bulletins are tried. No month of the scene is frozen: the tests of bulletins issue them. */
import { LICENSOR } from './_world.ts';
import type { Call } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';
const MISSING = `/api/v1/bulletins/${NOBODY}`;

interface Case {
  readonly succeeds: readonly (readonly [number, () => Call])[];
  readonly fails: readonly (readonly [number, string, () => Call])[];
}

function draft(month: string, more: object = {}, unit?: string): Call {
  const payload = { month, name: '赵起草', ...more };
  return { method: 'POST', url: '/api/v1/bulletins', payload, ...(unit === undefined ? {} : { unit }) };
}

function missing(path = ''): Case {
  return { succeeds: [], fails: [[404, 'no-such-bulletin', () => ({ url: `${MISSING}${path}` })]] };
}

export const BULLETIN_CASES: Readonly<Record<string, Case>> = {
  'GET /api/v1/bulletins': { succeeds: [[200, () => ({ url: '/api/v1/bulletins' })]], fails: [] },
  'POST /api/v1/bulletins': {
    succeeds: [],
    fails: [
      [409, 'month-not-over', () => draft('2021-05')],
      [409, 'month-not-frozen', () => draft('2021-03')],
      [409, 'nothing-to-correct', () => draft('2021-03', { isCorrection: true })],
      [400, 'bad-month', () => draft('2021-Q1')],
      [403, 'bulletin-office-only', () => draft('2021-03', {}, LICENSOR)],
      [400, 'invalid-request', () => draft('2021-03', { name: '' })],
    ],
  },
  'GET /api/v1/bulletins/{id}': missing(),
  'GET /api/v1/bulletins/{id}/page': missing('/page'),
  'GET /api/v1/bulletins/{id}/pdf': missing('/pdf'),
  'GET /api/v1/bulletins/{id}/difference': missing('/difference'),
  'POST /api/v1/bulletins/{id}/acts': {
    succeeds: [],
    fails: [
      [404, 'no-such-bulletin', () => ({ method: 'POST', url: `${MISSING}/acts`, payload: { act: 'issue', name: '钱签发' } })],
      [400, 'invalid-request', () => ({ method: 'POST', url: `${MISSING}/acts`, payload: { act: 'close' } })],
    ],
  },
};
