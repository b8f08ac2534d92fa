/** The calls by which the work around tasks is tried. */
import type { Case, Scene } from './_contract-cases.ts';
import type { Call } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';

/** A plan in effect with one task, a unit that it binds and one that it does not. */
export const PLAN = 'scene-2021';
const BOUND = 'lc-sfj';
const UNBOUND = 'lc-kjj';
const PART = { plan: PLAN, number: '一1', unit: BOUND };

/** Opens a matter about a part of that task, in the name of its unit or of the credit office. */
export function matter(body: object, unit?: string): Call {
  const payload = { ...PART, name: '孙报送', words: '已按要求办理', ...body };
  return { method: 'POST', url: '/api/v1/supervision/matters', payload, ...(unit === undefined ? {} : { unit }) };
}

function matterAct(id: (scene: Scene) => string, body: object, unit?: string): (scene: Scene) => Call {
  return (scene) => ({ ...matter({}, unit), url: `/api/v1/supervision/matters/${id(scene)}/acts`, payload: body });
}

/** The report that was filed, and the order that was drafted. */
function report({ supervision }: Scene): string {
  return supervision.report;
}

function order({ supervision }: Scene): string {
  return supervision.order;
}

function get(url: string | ((scene: Scene) => string), unit?: string): (scene: Scene) => Call {
  return (scene) => ({
    url: `/api/v1${typeof url === 'string' ? url : url(scene)}`,
    ...(unit === undefined ? {} : { unit }),
  });
}

export const CASES_OF_SUPERVISION: Readonly<Record<string, Case>> = {
  'POST /api/v1/supervision/matters': {
    succeeds: [
      [201, () => matter({ kind: 'report', period: '2021-05', figures: [{ name: '件数', value: '3' }] }, BOUND)],
      [201, () => matter({ kind: 'report-call', period: '2021-Q2', dueOn: '2021-05-20' })],
      [201, () => matter({ kind: 'urging' })],
      [201, () => matter({ kind: 'extension', dueOn: '2021-07-31' }, BOUND)],
      [201, () => matter({ kind: 'hand-over', to: UNBOUND }, BOUND)],
    ],
    fails: [
      [409, 'already-filed', () => matter({ kind: 'report', period: '2021-05' }, BOUND)],
      [400, 'period-in-future', () => matter({ kind: 'report', period: '2021-06' }, BOUND)],
      [400, 'bad-period', () => matter({ kind: 'report', period: '五月' }, BOUND)],
      [409, 'not-bound', () => matter({ kind: 'report', period: '2021-05', unit: UNBOUND }, UNBOUND)],
      [403, 'not-your-unit', () => matter({ kind: 'report', period: '2021-05' }, UNBOUND)],
      [404, 'no-such-plan', () => matter({ kind: 'urging', plan: 'nothing' })],
      [403, 'credit-office-only', () => matter({ kind: 'order', sinceOn: '2021-05-01' }, BOUND)],
      [400, 'day-in-future', () => matter({ kind: 'order', sinceOn: '2021-06-01' })],
      [409, 'already-open', () => matter({ kind: 'release' }, BOUND)],
      [404, 'unknown-attachment', () => matter({ kind: 'action-plan', attachments: [NOBODY] }, BOUND)],
      [400, 'invalid-request', () => matter({ kind: 'action-plan', attachments: [] }, BOUND)],
      [400, 'invalid-request', () => matter({ kind: 'letter' })],
    ],
  },
  'GET /api/v1/supervision/matters': {
    succeeds: [
      [200, get('/supervision/matters?open=true&limit=2')],
      [200, get(`/supervision/matters?kind=report&plan=${PLAN}&unit=${BOUND}`)],
    ],
    fails: [
      [400, 'bad-cursor', get('/supervision/matters?cursor=x')],
      [400, 'invalid-request', get('/supervision/matters?kind=letter')],
    ],
  },
  'GET /api/v1/supervision/matters/{id}': {
    succeeds: [[200, get((scene) => `/supervision/matters/${report(scene)}`)]],
    fails: [
      [404, 'no-such-matter', get(`/supervision/matters/${NOBODY}`)],
      [404, 'no-such-matter', get((scene) => `/supervision/matters/${report(scene)}`, UNBOUND)],
    ],
  },
  'POST /api/v1/supervision/matters/{id}/acts': {
    succeeds: [
      [200, matterAct(report, { act: 'accept', name: '周主任' })],
      [200, matterAct(order, { act: 'issue', name: '吴局长' })],
      [200, matterAct(order, { act: 'reply', name: '孙报送', words: '已补报' }, BOUND)],
    ],
    fails: [
      [409, 'not-possible-now', matterAct(report, { act: 'accept', name: '周主任' })],
      [400, 'words-missing', matterAct(report, { act: 'reopen', name: '周主任' })],
      [403, 'not-yours-to-do', matterAct(order, { act: 'close', name: '郑核实' }, BOUND)],
      [409, 'same-person', matterAct(order, { act: 'close', name: '孙报送' })],
      [404, 'no-such-matter', matterAct(() => NOBODY, { act: 'accept', name: '周主任' })],
      [400, 'invalid-request', matterAct(report, { act: 'file', name: '周主任' })],
    ],
  },
  'GET /api/v1/supervision/matters/{id}/paper': {
    succeeds: [[200, get((scene) => `/supervision/matters/${order(scene)}/paper`)]],
    fails: [[409, 'not-an-order', get((scene) => `/supervision/matters/${report(scene)}/paper`)]],
  },
  'GET /api/v1/supervision/reports': {
    succeeds: [[200, get(`/supervision/reports?plan=${PLAN}`)]],
    fails: [[404, 'no-such-plan', get('/supervision/reports?plan=nothing')]],
  },
};
