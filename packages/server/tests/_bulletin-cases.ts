/** The calls by which the operations about bulletins are tried: the scene holds one that was issued and one in draft. */
import { LICENSOR } from './_world.ts';
import type { Call, World } from './_world.ts';

const NOBODY = '00000000-0000-8000-8000-000000000000';
const MISSING = `/api/v1/bulletins/${NOBODY}`;

/** Months that the scene freezes: of one the bulletin is issued, of one drafted, of one there is none yet. */
const FROZEN = ['2020-11', '2020-12', '2021-01'] as const;
const [ISSUED, DRAFTED, FREE] = FROZEN;

interface BulletinScene {
  readonly bulletins: { readonly issued: string; readonly drafted: string };
}

interface Case {
  readonly succeeds: readonly (readonly [number, (scene: BulletinScene) => Call])[];
  readonly fails: readonly (readonly [number, string, (scene: BulletinScene) => Call])[];
}

function draft(month: string, more: object = {}, unit?: string): Call {
  const payload = { month, name: '赵起草', ...more };
  return { method: 'POST', url: '/api/v1/bulletins', payload, ...(unit === undefined ? {} : { unit }) };
}

function act(id: string, payload: object): Call {
  return { method: 'POST', url: `/api/v1/bulletins/${id}/acts`, payload };
}

const ISSUE = { act: 'issue', name: '钱签发' };
const DROP = { act: 'drop', name: '赵起草', reason: '口径写错' };
const EDIT = { act: 'edit', name: '孙修改', paragraphs: [{ heading: null, text: { zh: '正文。', en: 'Text.' } }] };

/** A form that only what was issued has. */
function ofIssued(path: string): Case {
  return {
    succeeds: [[200, ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.issued}${path}` })]],
    fails: [
      [404, 'no-such-bulletin', () => ({ url: `${MISSING}${path}` })],
      [409, 'not-issued', ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.drafted}${path}` })],
    ],
  };
}

/** Drafts two bulletins of frozen months and issues the first. */
export async function issueOne(call: World['call']): Promise<BulletinScene['bulletins']> {
  for (const period of FROZEN) await call({ method: 'POST', url: '/api/v1/freezes', payload: { period } });
  const drafted = async (month: string): Promise<string> => (await call(draft(month))).json<{ id: string }>().id;
  const issued = await drafted(ISSUED);
  await call(act(issued, ISSUE));
  return { issued, drafted: await drafted(DRAFTED) };
}

export const BULLETIN_CASES: Readonly<Record<string, Case>> = {
  'GET /api/v1/bulletins': { succeeds: [[200, () => ({ url: '/api/v1/bulletins' })]], fails: [] },
  'POST /api/v1/bulletins': {
    succeeds: [[201, () => draft(FREE)]],
    fails: [
      [409, 'month-has-bulletin', () => draft(ISSUED)],
      [409, 'month-not-over', () => draft('2021-05')],
      [409, 'month-not-frozen', () => draft('2021-03')],
      [409, 'nothing-to-correct', () => draft('2021-03', { isCorrection: true })],
      [400, 'bad-month', () => draft('2021-Q1')],
      [403, 'bulletin-office-only', () => draft('2021-03', {}, LICENSOR)],
      [400, 'name-missing', () => draft('2021-03', { name: '' })],
    ],
  },
  'GET /api/v1/bulletins/{id}': {
    succeeds: [
      [200, ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.issued}` })],
      [200, ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.issued}`, unit: LICENSOR })],
      [200, ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.drafted}` })],
    ],
    fails: [
      [404, 'no-such-bulletin', () => ({ url: MISSING })],
      [404, 'no-such-bulletin', ({ bulletins }) => ({ url: `/api/v1/bulletins/${bulletins.drafted}`, unit: LICENSOR })],
    ],
  },
  'GET /api/v1/bulletins/{id}/page': ofIssued('/page'),
  'GET /api/v1/bulletins/{id}/pdf': ofIssued('/pdf'),
  'GET /api/v1/bulletins/{id}/difference': ofIssued('/difference'),
  'POST /api/v1/bulletins/{id}/acts': {
    succeeds: [
      [200, ({ bulletins }) => act(bulletins.drafted, EDIT)],
      [200, ({ bulletins }) => act(bulletins.drafted, DROP)],
    ],
    fails: [
      [409, 'already-issued', ({ bulletins }) => act(bulletins.issued, ISSUE)],
      [409, 'already-issued', ({ bulletins }) => act(bulletins.issued, EDIT)],
      [409, 'already-issued', ({ bulletins }) => act(bulletins.issued, DROP)],
      [409, 'already-dropped', ({ bulletins }) => act(bulletins.drafted, ISSUE)],
      [404, 'no-such-bulletin', () => act(NOBODY, ISSUE)],
      [400, 'invalid-request', ({ bulletins }) => act(bulletins.drafted, { act: 'close' })],
    ],
  },
};
