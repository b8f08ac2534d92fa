/** Who signed in acts under the own name: nobody types another's, and nobody approves what is their own, whatever they are called. */
import { dayOf } from '@xincheng/core/calendar';
import { OPENAPI } from './_openapi.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPlan } from '@xincheng/usecases/plans';
import { visitorOf } from '@xincheng/usecases/identity';
import type { ActContext } from '@xincheng/usecases/identity';
import { draftOf, task } from '../../usecases/tests/_plans.ts';
import { OWN_PASSWORD, person } from './_people.ts';
import type { Browser } from './_people.ts';
import { licencesOf, LICENSOR, openWorld, push } from './_world.ts';
import type { Answer, World } from './_world.ts';

let world: World;
let office: string;
const desks = new Map<string, Browser>();

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000 });
  office = world.platform.pack.district.creditOffice;
  const same = { unit: office, scope: 'all', roles: ['credit-office'], name: '王丽' } as const;
  for (const login of ['wang.li', 'wang.li2', 'stand-in'])
    desks.set(login, await person(world, { ...same, login, ...(login === 'stand-in' ? { name: '张三' } : {}) }));
  desks.set('officer', await person(world, { unit: LICENSOR, roles: ['data-officer'], login: 'officer', name: '李专员' }));
});

afterAll(() => world.close());

function codeOf(answer: Answer): string {
  return answer.statusCode < 300 ? 'done' : answer.json<{ code: string }>().code;
}

function at(login: string): Browser {
  const browser = desks.get(login);
  if (browser === undefined) throw new Error(`nobody called ${login}`);
  return browser;
}

async function contextOf(login: string): Promise<ActContext> {
  const visitor = await visitorOf(world.platform, world.clock.now, at(login).cookie?.split('=')[1] ?? '', null);
  if (!visitor.ok) throw new Error(visitor.error.message);
  return { now: world.clock.now, today: dayOf(world.clock.now), actor: visitor.value.actor };
}

describe('a row that waits', () => {
  it('is confirmed under the name of the account, and under no other', async () => {
    const [row] = licencesOf(world.platform, LICENSOR, [7]);
    await at('officer').call(push([{ ...row, XK_XDR_MC: '另一个示例商行', XK_JDRQ: '2021/04/30' }], 'first'));
    await at('officer').call(push([{ ...row, XK_JDRQ: '2021/05/02' }], 'second'));
    const { items } = (await at('officer').call({ url: '/api/v1/waiting' })).json<{ items: { id: string }[] }>();
    const decide = (name?: string): Promise<Answer> =>
      at('officer').call({
        method: 'POST',
        url: `/api/v1/waiting/${items[0]?.id ?? ''}/decision`,
        payload: { as: 'drop', reason: '日期填错', ...(name === undefined ? {} : { name }) },
      });
    expect(codeOf(await decide('王丽'))).toBe('not-your-name');
    expect(codeOf(await decide('王丽（wang.li）'))).toBe('not-your-name');
    expect(codeOf(await decide())).toBe('done');
    const { rows } = await world.platform.database.owner.query<{ name: string }>(
      "select details::jsonb ->> 'name' as name from audit_event where act = 'waiting.drop'",
    );
    expect(rows).toEqual([{ name: '李专员（officer）' }]);
  });
});

describe('a plan', () => {
  const importBy = async (login: string, id: string): Promise<void> => {
    const draft = draftOf([task('一1')], { title: `方案${id}` });
    const kept = await importPlan(world.platform, await contextOf(login), draft, { id, fileName: 'x', fileSha256: null });
    expect(kept).toMatchObject({ ok: true, value: { importedBy: '王丽（wang.li）' } });
  };
  const confirm = (login: string, id: string, payload: object = {}): Promise<Answer> =>
    at(login).call({ method: 'POST', url: `/api/v1/plan-drafts/${id}/confirmation`, payload });

  it('is confirmed by another person of the same name, but not by whoever made it under a new one', async () => {
    await importBy('wang.li', 'one');
    expect(codeOf(await confirm('wang.li', 'one', { name: '王丽' }))).toBe('same-person');
    expect(codeOf(await confirm('wang.li', 'one', { name: '赵另人' }))).toBe('not-your-name');
    const changed = { act: 'change', name: '王莉', unit: office, scope: 'all', roles: ['credit-office'] };
    expect(codeOf(await world.call({ method: 'POST', url: '/api/v1/accounts/wang.li/acts', payload: changed }))).toBe('done');
    await at('wang.li').signIn('wang.li', OWN_PASSWORD);
    expect(codeOf(await confirm('wang.li', 'one'))).toBe('same-person');
    expect(codeOf(await confirm('wang.li2', 'one'))).toBe('done');
    await world.call({
      method: 'POST',
      url: '/api/v1/accounts/wang.li/acts',
      payload: { ...changed, name: '王丽' },
    });
    await at('wang.li').signIn('wang.li', OWN_PASSWORD);
  });

  it('is not confirmed by whoever stands in for who made it, nor typed by the machine under that name', async () => {
    await importBy('wang.li', 'two');
    const away = { to: 'stand-in', fromOn: '2021-05-06', untilOn: '2021-05-07', reason: '出差' };
    const made = await at('wang.li').call({ method: 'POST', url: '/api/v1/delegations', payload: away });
    expect(made.statusCode).toBe(201);
    expect(codeOf(await confirm('stand-in', 'two'))).toBe('same-person');
    const typed = (name: string): Promise<Answer> =>
      world.call({ method: 'POST', url: '/api/v1/plan-drafts/two/confirmation', payload: { name } });
    expect(codeOf(await typed('王 丽'))).toBe('same-person');
    expect(codeOf(await typed('钱确认（qian）'))).toBe('not-your-name');
    await at('wang.li').call({ method: 'POST', url: `/api/v1/delegations/${made.json<{ id: string }>().id}/end` });
    expect(codeOf(await confirm('stand-in', 'two'))).toBe('done');
  });

  it('is amended by what another person with an account prepared', async () => {
    const paper = { number: '一1', reason: '机构调整', document: '函1号', dueOn: '2021-08-31' };
    const amend = (preparedBy: string): Promise<Answer> =>
      at('stand-in').call({ method: 'POST', url: '/api/v1/plans/two/amendments', payload: { ...paper, preparedBy } });
    expect(codeOf(await amend('随便写的人'))).toBe('unknown-preparer');
    expect(codeOf(await amend('officer'))).toBe('unknown-preparer');
    expect(codeOf(await amend('王丽'))).toBe('unknown-preparer');
    expect(codeOf(await amend('张三'))).toBe('same-person');
    expect(codeOf(await amend('wang.li'))).toBe('done');
  });
});

it('no operation asks a person for a name that is not a signature', () => {
  const asked = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { requestBody?: unknown }>)
      .filter(([, { requestBody }]) => /"required":\[[^\]]*"name"/u.test(JSON.stringify(requestBody ?? '')))
      .map(([method]) => `${method} ${path}`),
  );
  // Names of things that are made, and of figures in a report.
  expect(asked).toEqual([
    'post /api/v1/supervision/matters',
    'post /api/v1/accounts',
    'post /api/v1/accounts/{login}/acts',
    'post /api/v1/api-clients',
  ]);
});
