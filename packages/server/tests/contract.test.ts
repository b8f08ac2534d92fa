/** Every path of the description is called, and what it really answers is held against it. */
import type { Receipt } from '@xincheng/contract/api';
import { asDay } from '@xincheng/core/calendar';
import type { Platform } from '@xincheng/usecases/platform';
import { confirmPlan, importPlan } from '@xincheng/usecases/plans';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../src/app.ts';
import { issueOne } from './_bulletin-cases.ts';
import { RAISING } from './_concealment-cases.ts';
import { CASES, OPEN, OTHER_FIRM, THIRD_FIRM } from './_contract-cases.ts';
import { matter, PLAN } from './_contract-cases-of-supervision.ts';
import { attaching, sending } from './_contract-cases-of-notices.ts';
import type { Scene } from './_contract-cases.ts';
import { faultsOf, OPENAPI, OPERATIONS } from './_openapi.ts';
import { COLLEAGUES } from './_identity-cases.ts';
import { Browser, OWN_PASSWORD, person } from './_people.ts';
import { exampleCells, licenceNumber, licences, LICENSOR, openWorld, push } from './_world.ts';
import type { World } from './_world.ts';

let scene: Scene;

beforeAll(async () => {
  const world = await openWorld();
  const { platform, call } = world;
  const bad = exampleCells(platform, 'licence', { XK_WSH: licenceNumber(902), XK_XDR_SHXYM: '91370112MA0000015X' });
  const first = (await call(push([...licences(platform, [901]), bad], 'scene-1'))).json<{ receipt: Receipt }>().receipt;
  const again = (await call(push(licences(platform, [901], { XK_JDRQ: '2021/04/25', XK_YXQZ: '2021/04/25' }), 'scene-2'))).json<{
    receipt: Receipt;
  }>().receipt;
  const otherFirm = { XK_XDR_SHXYM: OTHER_FIRM, XK_XDR_MC: '济南另一示例食品有限公司' };
  expect((await call(push(licences(platform, [903], otherFirm), 'scene-3'))).statusCode).toBe(201);
  const third = { uscc: THIRD_FIRM, number: THIRD_FIRM, name: '济南第三示例食品有限公司' };
  const registered = [exampleCells(platform, 'registration'), exampleCells(platform, 'registration', third)];
  expect((await call(push(registered, 'scene-5', { dataset: 'registration' }))).json()).toMatchObject({
    receipt: { accepted: 2 },
  });
  const records = (await call({ url: '/api/v1/records?dataset=licence' })).json<{ items: { recordId: string }[] }>().items;
  await call(push([exampleCells(platform, 'penalty')], 'scene-4', { dataset: 'penalty' }));
  const penalties = (await call({ url: '/api/v1/records?dataset=penalty' })).json<{ items: { recordId: string }[] }>().items;
  const waiting = (await call({ url: '/api/v1/waiting' })).json<{ items: { id: string }[] }>().items;
  const made = (await call({ method: 'POST', url: '/api/v1/forwarding/batches', payload: { dataset: 'licence' } })).json<{
    items: { id: string }[];
  }>().items;
  for (const raising of RAISING) expect((await call(raising)).statusCode).toBeLessThan(300);
  const alarms = (await call({ url: '/api/v1/concealment/alarms' })).json<{ items: { id: string }[] }>().items;
  const [notice, attachment] = await Promise.all(
    [sending('世界'), attaching('a.txt', Buffer.from('世界'))].map(async (made) => (await call(made)).json<{ id: string }>().id),
  );
  expect({ first, again }).toMatchObject({ first: { accepted: 1, rejected: 1 }, again: { waiting: 1 } });
  await givePlanOut(platform);
  const opened = async (body: object, unit?: string) => (await call(matter(body, unit))).json<{ id: string }>().id;
  scene = {
    world,
    batch: first.batch,
    record: records[0]?.recordId ?? '',
    penalty: penalties[0]?.recordId ?? '',
    waitingBatch: again.batch,
    waiting: waiting[0]?.id ?? '',
    forwardBatch: made[0]?.id ?? '',
    alarm: alarms[0]?.id ?? '',
    supervision: {
      report: await opened({ kind: 'report', period: '2021-04' }, 'lc-sfj'),
      order: await opened({ kind: 'order', sinceOn: '2021-05-01', name: '周主任' }),
    },
    bulletins: await issueOne(call),
    notice: notice ?? '',
    attachment: attachment ?? '',
    ...(await somebody(world)),
  };
});

/** Two colleagues, the first of whom has signed in and is away in July; a program. */
async function somebody(world: World): Promise<Pick<Scene, 'cookie' | 'csrf' | 'client' | 'delegation'>> {
  const [first, second] = COLLEAGUES;
  const browser = new Browser(world, 'localhost');
  await person(world, { login: first, unit: LICENSOR, roles: ['data-officer'] });
  await person(world, { login: second, unit: LICENSOR, roles: ['data-officer'] });
  await browser.signIn(first, OWN_PASSWORD);
  const program = { name: '办案系统', unit: LICENSOR, rights: ['record.read'], days: 30 };
  const made = await world.call({ method: 'POST', url: '/api/v1/api-clients', payload: program });
  const away = { to: second, fromOn: '2021-07-01', untilOn: '2021-07-02', reason: '出差' };
  const delegated = await browser.call({ method: 'POST', url: '/api/v1/delegations', payload: away });
  return {
    cookie: browser.cookie ?? '',
    csrf: browser.csrf,
    client: made.json<{ client: { id: string } }>().client.id,
    delegation: delegated.json<{ id: string }>().id,
  };
}

/** One task, read in by one person and confirmed by another. */
async function givePlanOut(platform: Platform): Promise<void> {
  const context = {
    now: new Date('2021-04-20T09:00:00+08:00'),
    today: asDay('2021-04-20'),
    actor: { id: '信用办', scope: 'all' as const, units: [], subjects: [] },
  };
  const unit = platform.pack.units.get('lc-sfj')?.name ?? '';
  const task = { number: '一1', area: '一', text: '清理制度文件', due: asDay('2021-06-15'), dueKind: 'day' as const };
  const named = {
    leads: [],
    responsible: [unit],
    supporting: [],
    targets: [],
    instruments: [],
    assignment: '',
    isOpenEnded: false,
  };
  const read = { dueWords: null, lines: { first: 1, last: 1 } };
  const areas = [{ number: '一', title: '领域', lines: null }];
  const draft = { title: '示例分工', issuedOn: null, headings: [], areas, tasks: [{ ...task, ...named, ...read }], unread: [] };
  const imported = await importPlan(platform, context, draft, { id: PLAN, name: '赵录入', fileName: 'x', fileSha256: null });
  const confirmed = await confirmPlan(platform, context, PLAN, { name: '钱确认' });
  expect([imported.ok, confirmed.ok]).toEqual([true, true]);
}

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

  it('refuses whoever has no token, but where everybody may ask', async () => {
    const made = (succeeds[0]?.[1] ?? fails[0]?.[2])?.(scene);
    if (made === undefined) throw new Error('no call');
    const { cookie: _cookie, ...headers } = made.headers ?? {};
    const answer = await scene.world.call({ ...made, headers, token: null });
    expect([answer.statusCode, faultsOf(operation, answer)]).toEqual([
      OPEN.test(operation) ? (succeeds[0]?.[0] ?? fails[0]?.[0]) : 401,
      [],
    ]);
  });
});

it('judges: an answer that differs from the description is found', async () => {
  const answer = await scene.world.call({ url: '/api/v1/units' });
  expect(faultsOf('GET /api/v1/units', answer)).toEqual([]);
  expect(faultsOf('GET /api/v1/checks', answer)).not.toEqual([]);
  expect(faultsOf('GET /api/v1/batches/{id}/result', answer)).toEqual(['content type application/json is not described for 200']);
});
