/** The calls by which plans are tried: one goes from its file to its end, another is dropped. */
import type { Case } from './_contract-cases.ts';
import { PLAN } from './_contract-cases-of-supervision.ts';
import { upload } from './_world.ts';
import type { Call } from './_world.ts';

const [MADE, DROPPED] = ['made-2021', 'dropped-2021'];
const UNIT = 'lc-sfj';
const BY = { name: '赵导入', reason: '已核对原件' };
const TASKS = [
  '1.学习制度。（责任单位：区月球局，完成时限：2021年6月30日前）',
  '2.安排经费。（牵头单位：区财政局，完成时限：2021年10月前）',
];

function importing(id: string, text: string | Buffer, unit?: string): Call {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const url = `/api/v1/plan-drafts?id=${encodeURIComponent(id)}&name=${encodeURIComponent(BY.name)}`;
  return { ...upload([{ name: '方案.txt', bytes }]), url, ...(unit === undefined ? {} : { unit }) };
}

function plan(title: string, tasks: readonly string[] = TASKS): string {
  return [title, '2021年3月1日', '一、重点任务', ...tasks].join('\n');
}

function get(path: string, unit?: string): () => Call {
  return () => ({ url: `/api/v1${path}`, ...(unit === undefined ? {} : { unit }) });
}

function post(path: string, payload: object, unit?: string): () => Call {
  return () => ({ method: 'POST', url: `/api/v1${path}`, payload, ...(unit === undefined ? {} : { unit }) });
}

function amending(more: object, unit?: string): () => Call {
  return post(`/plan-drafts/${MADE}/amendments`, { ...BY, number: '一1', ...more }, unit);
}

function confirming(name: string, unit?: string): () => Call {
  return post(`/plan-drafts/${MADE}/confirmation`, { name }, unit);
}

function settling(ordinals: readonly number[]): () => Call {
  return post(`/plan-drafts/${MADE}/settlements`, { ...BY, ordinals, as: 'resolved' });
}

function papering(more: object, unit?: string): () => Call {
  const by = { ...BY, preparedBy: '吴拟办' };
  return post(`/plans/${MADE}/amendments`, { ...by, number: '一1', document: '函〔2021〕1号', ...more }, unit);
}

const TASK = encodeURIComponent('一1');

export const CASES_OF_PLANS: Readonly<Record<string, Case>> = {
  'POST /api/v1/plan-drafts': {
    succeeds: [
      [201, () => importing(MADE, plan('甲方案'))],
      [201, () => importing(DROPPED, plan('乙方案'))],
    ],
    fails: [
      [409, 'plan-name-taken', () => importing('other-2021', plan('甲方案'))],
      [409, 'plan-id-taken', () => importing(MADE, plan('丙方案'))],
      [400, 'bad-plan-id', () => importing('Plan 2021', plan('丙方案'))],
      [422, 'no-task', () => importing('other-2021', '关于召开会议的通知\n定于明日开会。')],
      [422, 'document-empty', () => importing('other-2021', '')],
      [415, 'document-kind', () => importing('other-2021', '%PDF-1.7\n')],
      [403, 'credit-office-only', () => importing('other-2021', plan('丙方案'), UNIT)],
      [400, 'one-file', () => ({ ...upload([]), url: importing(MADE, '').url })],
    ],
  },
  'POST /api/v1/plan-drafts/{id}/amendments': {
    succeeds: [
      [200, amending({ leads: ['各街道'], responsible: [], due: { kind: 'day', on: '2021-02-28' } })],
      [200, amending({ number: '一2', due: { kind: 'day', on: '2021-09-30' } })],
      [
        200,
        amending({
          number: '一2',
          targets: [{ kind: 'percent', is: 'at-least', value: '98.5', words: '不低于98.5%' }],
          instruments: [{ title: '示例通知', number: '示例〔2021〕1号' }],
        }),
      ],
    ],
    fails: [
      [400, 'unknown-unit', amending({ leads: ['区火星局'] })],
      [404, 'no-such-task', amending({ number: '九9', leads: ['各街道'] })],
      [409, 'nothing-changes', amending({ leads: ['各街道'] })],
      [400, 'invalid-request', amending({ targets: [{ kind: 'percent', is: 'at-least', value: '很多', words: '很多' }] })],
      [400, 'day-missing', amending({ due: { kind: 'day', on: null } })],
      [409, 'unread-left', confirming('钱确认')],
      [400, 'invalid-request', amending({ reason: '' })],
    ],
  },
  'POST /api/v1/plan-drafts/{id}/settlements': {
    succeeds: [[200, settling([1])]],
    fails: [
      [404, 'no-such-unread', settling([9])],
      [409, 'same-person', confirming('赵导入')],
      [409, 'due-before-plan', confirming('钱确认')],
      [400, 'invalid-request', settling([])],
    ],
  },
  'GET /api/v1/plan-drafts/{id}': {
    succeeds: [
      [200, get(`/plan-drafts/${MADE}`)],
      // The last thing that keeps it from being confirmed.
      [200, amending({ acceptsEarlyDue: true })],
    ],
    fails: [
      [404, 'no-such-draft', get('/plan-drafts/none-2021')],
      [409, 'plan-in-effect', get(`/plan-drafts/${PLAN}`)],
      [403, 'credit-office-only', get(`/plan-drafts/${MADE}`, UNIT)],
    ],
  },
  'POST /api/v1/plan-drafts/{id}/dropping': {
    succeeds: [[200, post(`/plan-drafts/${DROPPED}/dropping`, BY)]],
    fails: [[404, 'no-such-draft', post(`/plan-drafts/${DROPPED}/dropping`, BY)]],
  },
  'POST /api/v1/plan-drafts/{id}/confirmation': {
    succeeds: [[200, confirming('钱确认')]],
    fails: [
      [409, 'plan-in-effect', confirming('钱确认')],
      [403, 'credit-office-only', confirming('钱确认', UNIT)],
    ],
  },
  'GET /api/v1/plans': {
    succeeds: [
      [200, get('/plans')],
      [200, get('/plans', UNIT)],
    ],
    fails: [],
  },
  'GET /api/v1/plans/{id}': {
    succeeds: [[200, get(`/plans/${MADE}`, UNIT)]],
    fails: [[404, 'no-such-plan', get('/plans/none-2021')]],
  },
  'GET /api/v1/plans/{id}/board': {
    succeeds: [[200, get(`/plans/${MADE}/board`)]],
    fails: [[404, 'no-such-plan', get('/plans/none-2021/board')]],
  },
  'POST /api/v1/plans/{id}/amendments': {
    succeeds: [
      [200, papering({ dueOn: '2021-07-31', units: { leads: ['区财政局'], responsible: ['区司法局'], supporting: [] } })],
    ],
    fails: [
      [409, 'nothing-changes', papering({ dueOn: '2021-07-31' })],
      [409, 'task-without-unit', papering({ units: { leads: [], responsible: [], supporting: [] } })],
      [403, 'credit-office-only', papering({ dueOn: '2021-08-31' }, UNIT)],
      [409, 'same-person', papering({ dueOn: '2021-08-31', preparedBy: BY.name })],
      [400, 'invalid-request', papering({ dueOn: '2021-08-31', preparedBy: ' ' })],
      [400, 'invalid-request', papering({ dueOn: '2021-02-30' })],
    ],
  },
  'POST /api/v1/plans/{id}/tasks/{number}/declarations': {
    succeeds: [[201, post(`/plans/${MADE}/tasks/${TASK}/declarations`, { unit: UNIT, words: '已学习', name: '孙申报' }, UNIT)]],
    fails: [
      [
        409,
        'not-bound',
        post(`/plans/${MADE}/tasks/${TASK}/declarations`, { unit: 'lc-kjj', words: '已学习', name: '孙' }, 'lc-kjj'),
      ],
      [
        403,
        'not-your-unit',
        post(`/plans/${MADE}/tasks/${TASK}/declarations`, { unit: UNIT, words: '已学习', name: '孙' }, 'lc-kjj'),
      ],
      [400, 'name-missing', post(`/plans/${MADE}/tasks/${TASK}/declarations`, { unit: UNIT, words: '已学习', name: ' ' }, UNIT)],
    ],
  },
  'GET /api/v1/plans/{id}/tasks/{number}': {
    succeeds: [[200, get(`/plans/${MADE}/tasks/${TASK}`)]],
    fails: [[404, 'no-such-task', get(`/plans/${MADE}/tasks/9`)]],
  },
  'POST /api/v1/plans/{id}/closing': {
    succeeds: [[200, post(`/plans/${MADE}/closing`, BY)]],
    fails: [[409, 'plan-closed', post(`/plans/${MADE}/closing`, BY)]],
  },
};
