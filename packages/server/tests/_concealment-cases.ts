/** The calls by which the operations about concealment are tried. */
import { LICENSOR } from './_world.ts';
import type { Call } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';
const BY = { name: '李答复', words: '该文号用于内部文件' };
/** The unit of the alarm, and the dataset in which it was seen. */
const SEEN = { unit: LICENSOR, dataset: 'licence', seenIn: 'repair', name: '赵经办', words: '企业申请时出示' } as const;

const VOID = { unit: LICENSOR, numbers: ['济历城审许〔2021〕9号'], document: '登记簿' };

function post(url: string, payload?: object, unit?: string): Call {
  return {
    method: 'POST',
    url: `/api/v1/concealment/${url}`,
    ...(payload === undefined ? {} : { payload }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A decision that nobody filed, noted and looked for: raises the alarm of which the cases speak. */
export const RAISING: readonly Call[] = [post('sightings', { ...SEEN, number: '济历城审许〔2021〕7788号' }), post('scans')];

interface AlarmScene {
  readonly alarm: string;
}

interface Case {
  readonly succeeds: readonly (readonly [number, (scene: AlarmScene) => Call])[];
  readonly fails: readonly (readonly [number, string, (scene: AlarmScene) => Call])[];
}

export const CONCEALMENT_CASES: Readonly<Record<string, Case>> = {
  'POST /api/v1/concealment/scans': {
    succeeds: [[200, () => post('scans')]],
    fails: [[403, 'credit-office-only', () => post('scans', undefined, LICENSOR)]],
  },
  'GET /api/v1/concealment/alarms': {
    succeeds: [
      [200, () => ({ url: '/api/v1/concealment/alarms?limit=1' })],
      [200, () => ({ url: '/api/v1/concealment/alarms?state=returned' })],
      [200, () => ({ url: `/api/v1/concealment/alarms?unit=${LICENSOR}` })],
    ],
    fails: [[400, 'bad-cursor', () => ({ url: '/api/v1/concealment/alarms?cursor=x' })]],
  },
  'GET /api/v1/concealment/alarms/{id}': {
    succeeds: [[200, ({ alarm }) => ({ url: `/api/v1/concealment/alarms/${alarm}` })]],
    fails: [[404, 'no-such-alarm', () => ({ url: `/api/v1/concealment/alarms/${NOBODY}` })]],
  },
  'POST /api/v1/concealment/alarms/{id}/acts': {
    succeeds: [
      [200, ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'answer', answer: 'explained', ...BY }, LICENSOR)],
      [200, ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'return', name: '赵审核', words: '请附文件' })],
    ],
    fails: [
      [409, 'not-possible-now', ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'accept', name: '赵审核', words: '属实' })],
      [409, 'still-missing', ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'answer', answer: 'found', ...BY })],
      [400, 'wrong-answer', ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'answer', answer: 'lawful-gap', ...BY })],
      [404, 'no-such-alarm', () => post(`alarms/${NOBODY}/acts`, { act: 'answer', answer: 'explained', ...BY })],
      [400, 'invalid-request', ({ alarm }) => post(`alarms/${alarm}/acts`, { act: 'close' })],
    ],
  },
  'POST /api/v1/concealment/void-numbers': {
    succeeds: [[200, () => post('void-numbers', { ...VOID, ...BY }, LICENSOR)]],
    fails: [
      [400, 'document-missing', () => post('void-numbers', { ...VOID, document: undefined, ...BY }, LICENSOR)],
      [
        409,
        'foreign-series',
        () => post('void-numbers', { unit: LICENSOR, numbers: ['济历城审他〔2021〕9号'], document: '登记簿', ...BY }),
      ],
    ],
  },
  'GET /api/v1/concealment/voids': {
    succeeds: [
      [200, () => ({ url: '/api/v1/concealment/voids?limit=1' })],
      [200, () => ({ url: `/api/v1/concealment/voids?unit=${LICENSOR}`, unit: LICENSOR })],
    ],
    fails: [
      [400, 'bad-month', () => ({ url: '/api/v1/concealment/voids?month=2021' })],
      [400, 'bad-cursor', () => ({ url: '/api/v1/concealment/voids?cursor=x' })],
      [403, 'not-your-unit', () => ({ url: '/api/v1/concealment/voids?unit=lc-sfj', unit: LICENSOR })],
    ],
  },
  'POST /api/v1/concealment/sightings': {
    succeeds: [[201, () => post('sightings', { ...SEEN, number: '济历城审许〔2021〕7789号' })]],
    fails: [
      [409, 'number-seen', () => post('sightings', { ...SEEN, number: '济历城审许〔2021〕7788号' })],
      [400, 'unknown-unit', () => post('sightings', { ...SEEN, unit: 'x', number: '济历城审许〔2021〕7780号' })],
      [400, 'no-number', () => post('sightings', { ...SEEN, number: '七号' })],
      [404, 'unknown-dataset', () => post('sightings', { ...SEEN, dataset: 'contract', number: '济历城审许〔2021〕1号' })],
    ],
  },
};
