/** What each role may ask for, how far it sees, and the ways in which peers let that slip. */
import { isTransferable, RIGHTS, rightsOf, ROLES } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import { withTransaction } from '@xincheng/store/connection';
import { personsOf, mayApprove } from '@xincheng/core/identity';
import { visitorOf } from '@xincheng/usecases/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../src/app.ts';
import { OPERATION_RIGHTS } from '../src/http/operation-rights.ts';
import { OPEN } from './_contract-cases.ts';
import { OPENAPI } from './_openapi.ts';
import { Browser, enrol, OWN_PASSWORD, person } from './_people.ts';
import { licencesOf, LICENSOR, openWorld, push, REGULATOR } from './_world.ts';
import type { Call, World } from './_world.ts';

let world: World;
let office: string;
const browsers = new Map<string, Browser>();

interface Described {
  readonly operationId: string;
}

/** Guarded operations by their id. */
const GUARDED = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => !OPEN.test(`${method.toUpperCase()} ${path}`))
    .map(([method, operation]) => {
      const id = (operation as unknown as Described).operationId;
      return { id, method: method.toUpperCase() as NonNullable<Call['method']>, url: path.replaceAll(/\{\w+\}/gu, 'x') };
    }),
);

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000 });
  office = world.platform.pack.district.creditOffice;
  for (const role of ROLES) browsers.set(role, await person(world, { login: `b-${role}`, unit: office, roles: [role] }));
  for (const unit of [LICENSOR, REGULATOR])
    expect((await world.call(push(licencesOf(world.platform, unit, [1, 2, 3]), `${unit}-1`, { unit }))).statusCode).toBe(201);
});

afterAll(async () => {
  await world.close();
});

function codeOf(answer: { readonly body: string }): string {
  return (JSON.parse(answer.body) as { code: string }).code;
}

function manage(login: string, payload: object): Call {
  return { method: 'POST', url: `/api/v1/accounts/${login}/acts`, payload };
}

describe('every operation', () => {
  it('stands in the table of rights', () => {
    expect(Object.keys(OPERATION_RIGHTS).sort()).toEqual(GUARDED.map(({ id }) => id).sort());
  });

  it.each(ROLES)('is closed to %s unless the role holds its right', async (role) => {
    const held = rightsOf([role]);
    for (const { id, method, url } of GUARDED.filter((one) => one.id !== 'signOut')) {
      const asked = OPERATION_RIGHTS[id] ?? [];
      const answer = await browsers.get(role)?.call({ method, url, ...(method === 'GET' ? {} : { payload: {} }) });
      const isClosed = answer?.statusCode === 403 && codeOf(answer) === 'no-right';
      expect([id, isClosed]).toEqual([id, asked !== 'self' && !asked.some((right) => held.includes(right))]);
    }
  });
});

describe('an administrator of one unit', () => {
  let boss: Browser;
  beforeAll(async () => {
    boss = await person(world, { login: 'boss', unit: LICENSOR, roles: ['administrator'] });
    await enrol(world, { login: 'ours', unit: LICENSOR, roles: ['clerk'] });
    await enrol(world, { login: 'theirs', unit: REGULATOR, roles: ['clerk'] });
    await enrol(world, { login: 'wide', unit: LICENSOR, scope: 'all', roles: ['leader'] });
  });

  const place = { name: '改过的人', unit: LICENSOR, scope: 'units', roles: ['data-officer'] };

  it('manages its people', async () => {
    expect((await boss.call(manage('ours', { act: 'change', ...place }))).json()).toMatchObject({
      account: { roles: ['data-officer'] },
    });
    const { items } = (await boss.call({ url: '/api/v1/accounts' })).json<{ items: { login: string; unit: string }[] }>();
    expect(items.map(({ login }) => login)).toEqual(['boss', 'ours', 'wide']);
  });

  // RuoYi#328: the departments of a role that is edited were not held against the editor's own scope.
  it.each([
    ['an account elsewhere', 'theirs', place, 404, 'no-such-account'],
    ['an account that sees the district', 'wide', place, 403, 'account-out-of-scope'],
    ['an own account, into another unit', 'ours', { ...place, unit: REGULATOR }, 403, 'account-out-of-scope'],
    ['an own account, to see the district', 'ours', { ...place, scope: 'all' }, 403, 'account-out-of-scope'],
    ['an own account, to the credit office', 'ours', { ...place, roles: ['credit-office'] }, 422, 'role-of-credit-office'],
    ['itself', 'boss', { ...place, roles: ['administrator', 'data-officer'] }, 403, 'own-account'],
  ])('does not change %s', async (_name, login, changed, status, code) => {
    const answer = await boss.call(manage(login, { act: 'change', ...changed }));
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    const made = await boss.call({
      method: 'POST',
      url: '/api/v1/accounts',
      payload: { ...place, login: 'made', unit: REGULATOR },
    });
    expect(codeOf(made)).toBe('account-out-of-scope');
    const all = await boss.call({ method: 'POST', url: '/api/v1/accounts', payload: { ...place, login: 'made', scope: 'all' } });
    expect(codeOf(all)).toBe('account-out-of-scope');
  });

  it('takes nobody of the identity provider away from an account elsewhere', async () => {
    const link = { act: 'link', issuer: 'https://id.example', subject: 'somebody' };
    expect((await world.call(manage('theirs', link))).statusCode).toBe(200);
    expect(codeOf(await boss.call(manage('ours', link)))).toBe('linked-elsewhere');
    expect((await boss.call(manage('ours', { ...link, subject: 'another' }))).statusCode).toBe(200);
  });

  it('is held to that by the database as well', async () => {
    const identity = { actor: 'boss', scope: 'units', units: [LICENSOR] } as const;
    const attempt = (sql: string): Promise<string> =>
      withTransaction(
        world.platform.database.app,
        identity,
        async (client) => `${String((await client.query(sql)).rowCount)} rows`,
      ).catch((thrown: unknown) => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown)));
    expect(await attempt("update account set roles = '{administrator}' where login = 'theirs'")).toBe('0 rows');
    expect(await attempt("update account set roles = '{administrator}' where login = 'wide'")).toBe('0 rows');
    expect(await attempt("update account set scope = 'all' where login = 'ours'")).toBe('42501');
    expect(await attempt(`update account set unit_id = '${REGULATOR}' where login = 'ours'`)).toBe('42501');
    expect(await attempt('select * from account_credential')).toBe('0 rows');
  });
});

describe('an administrator of the district', () => {
  it('cannot be the last to go, nor go by the own hand', async () => {
    const one = await person(world, { login: 'one', unit: office, scope: 'all', roles: ['administrator'] });
    const two = await person(world, { login: 'two', unit: office, scope: 'all', roles: ['administrator'] });
    expect(codeOf(await one.call(manage('one', { act: 'disable' })))).toBe('own-account');
    const both = await Promise.all([one.call(manage('two', { act: 'disable' })), two.call(manage('one', { act: 'disable' }))]);
    const codes = both.map((answer) => (answer.statusCode === 200 ? 200 : codeOf(answer)));
    expect(codes.filter((code) => code === 200).length).toBe(1);
    const left = both[0].statusCode === 200 ? one : two;
    const gone = left === one ? two : one;
    expect(codeOf(await gone.call({ url: '/api/v1/session' }))).toBe('session-ended');
    const machine = await world.call(manage(left === one ? 'one' : 'two', { act: 'disable' }));
    expect(codeOf(machine)).toBe('last-administrator');
  });

  it('ends sessions with what it takes away', async () => {
    const worker = await person(world, { login: 'worker', unit: LICENSOR, roles: ['data-officer'] });
    const place = { name: '工作人员', unit: REGULATOR, scope: 'units', roles: ['clerk'] };
    expect((await world.call(manage('worker', { act: 'change', ...place }))).statusCode).toBe(200);
    expect(codeOf(await worker.call({ url: '/api/v1/session' }))).toBe('session-ended');
    const again = new Browser(world);
    expect((await again.signIn('worker', OWN_PASSWORD)).json()).toMatchObject({ unit: REGULATOR, roles: ['clerk'] });
    const reset = (await world.call(manage('worker', { act: 'reset-password' }))).json<{ password: string }>();
    expect(codeOf(await again.call({ url: '/api/v1/session' }))).toBe('session-ended');
    expect((await new Browser(world).signIn('worker', OWN_PASSWORD)).statusCode).toBe(401);
    expect((await new Browser(world).signIn('worker', reset.password)).json()).toMatchObject({ mustChangePassword: true });
  });
});

describe('what somebody sees', () => {
  const unitsSeen = async (browser: Browser): Promise<string[]> => {
    const { items } = (await browser.call({ url: '/api/v1/records' })).json<{ items: { unit: string }[] }>();
    return [...new Set(items.map(({ unit }) => unit))].sort();
  };

  // RuoYi#261: after a restart everybody saw everything.
  it('is the same after a restart', async () => {
    const officer = await person(world, { login: 'restart', unit: LICENSOR, roles: ['data-officer'] });
    expect(await unitsSeen(officer)).toEqual([LICENSOR]);
    const again = await buildServer(world.platform, { now: () => world.clock.now, log: () => undefined });
    const answer = await again.inject({
      url: '/api/v1/records',
      headers: { host: 'xincheng.example', cookie: officer.cookie ?? '' },
    });
    expect(new Set(answer.json<{ items: { unit: string }[] }>().items.map(({ unit }) => unit))).toEqual(new Set([LICENSOR]));
    await again.close();
  });

  it('is the district only for scope all, and there nothing but reading for a leader', async () => {
    const leader = await person(world, { login: 'leader', unit: office, scope: 'all', roles: ['leader'] });
    expect(await unitsSeen(leader)).toEqual([LICENSOR, REGULATOR].sort());
    expect(codeOf(await leader.call(push(licencesOf(world.platform, LICENSOR, [9]), 'leader', { unit: LICENSOR })))).toBe(
      'no-right',
    );
  });

  // ruoyi-vue-pro#589: an identity stayed behind on a thread and showed rows of other units.
  it('stays apart on pooled connections, also after errors', async () => {
    const people = await Promise.all(
      [LICENSOR, REGULATOR].map(async (unit, index) => ({
        unit,
        browser: await person(world, { login: `pool-${String(index)}`, unit, roles: ['data-officer'] }),
      })),
    );
    const bad = async (unit: string): Promise<void> => {
      const failing = withTransaction(world.platform.database.app, { actor: 'x', scope: 'all', units: [unit] }, (client) =>
        client.query('select 1 / 0'),
      );
      await expect(failing).rejects.toMatchObject({ code: '22012' });
    };
    for (let round = 0; round < 10; round += 1) {
      const seen = await Promise.all([
        ...people.flatMap(({ unit, browser }) => [
          unitsSeen(browser).then((units) => [unit, units]),
          unitsSeen(browser).then((units) => [unit, units]),
        ]),
        bad(LICENSOR),
        bad(REGULATOR),
      ]);
      for (const one of seen) if (one !== undefined) expect(one[1]).toEqual([one[0]]);
    }
  });
});

describe('a program', () => {
  it('may do what its token says, for its unit, until it is revoked or over', async () => {
    const rights: Right[] = ['record.read', 'intake.submit'];
    const payload = { name: '办案系统', unit: LICENSOR, rights, days: 30 };
    const made = (await world.call({ method: 'POST', url: '/api/v1/api-clients', payload })).json<{
      token: string;
      client: { id: string };
    }>();
    const { token } = made;
    expect(token).toMatch(/^xc_[A-Za-z0-9_-]{43}$/u);
    const { items } = (await world.call({ url: '/api/v1/records', token })).json<{ items: { unit: string }[] }>();
    expect(new Set(items.map(({ unit }) => unit))).toEqual(new Set([LICENSOR]));
    expect((await world.call({ ...push(licencesOf(world.platform, LICENSOR, [31]), 'program'), token })).statusCode).toBe(201);
    const other = push(licencesOf(world.platform, REGULATOR, [32]), 'program-2', { unit: REGULATOR });
    expect(codeOf(await world.call({ ...other, token }))).toBe('not-your-unit');
    expect(codeOf(await world.call({ url: '/api/v1/waiting', token }))).toBe('no-right');
    expect(codeOf(await world.call({ url: '/api/v1/records', token: `${token}x` }))).toBe('bad-token');
    const before = world.clock.now;
    world.clock.now = new Date(before.getTime() + 31 * 86_400_000);
    expect(codeOf(await world.call({ url: '/api/v1/records', token }))).toBe('bad-token');
    world.clock.now = before;
    await world.call({ method: 'POST', url: `/api/v1/api-clients/${made.client.id}/revocation` });
    expect(codeOf(await world.call({ url: '/api/v1/records', token }))).toBe('bad-token');
    const kept = await world.platform.database.owner.query<{ text: string }>('select c::text as text from api_client c');
    expect(kept.rows.filter(({ text }) => text.includes(token))).toEqual([]);
  });
});

describe('whoever stands in', () => {
  it('acts in the place of a colleague on the days said, under both names, and approves nothing of either', async () => {
    const away = await person(world, { login: 'away', unit: LICENSOR, roles: ['data-officer'] });
    const stays = await person(world, { login: 'stays', unit: LICENSOR, roles: ['clerk'] });
    await enrol(world, { login: 'elsewhere', unit: REGULATOR, roles: ['data-officer'] });
    const words = { to: 'stays', fromOn: '2021-05-07', untilOn: '2021-05-08', reason: '出差' };
    const ask = (payload: object) => away.call({ method: 'POST', url: '/api/v1/delegations', payload });
    expect(codeOf(await ask({ ...words, to: 'elsewhere' }))).toBe('delegate-unfit');
    expect(codeOf(await ask({ ...words, untilOn: '2021-12-31' }))).toBe('delegation-days');
    const made = (await ask(words)).json<{ id: string }>();
    const before = world.clock.now;
    const send = (key: string) =>
      stays.call({
        ...push(licencesOf(world.platform, LICENSOR, [41]), key),
        headers: { 'idempotency-key': key, 'xincheng-acting-for': 'away' },
      });
    const on = async (day: string): Promise<void> => {
      world.clock.now = new Date(`${day}T09:00:00+08:00`);
      await stays.signIn('stays', OWN_PASSWORD);
    };
    expect(codeOf(await send('too-early'))).toBe('not-standing-in');
    await on('2021-05-08');
    expect(codeOf(await stays.call(push(licencesOf(world.platform, LICENSOR, [41]), 'own')))).toBe('no-right');
    expect((await send('in-time')).statusCode).toBe(201);
    const { rows } = await world.platform.database.owner.query<{ actor: string; other: string }>(
      "select actor, details::jsonb #>> '{onBehalfOf,id}' as other from audit_event where act like 'batch%' or act like 'intake%' order by id desc limit 1",
    );
    expect(rows).toEqual([{ actor: 'stays', other: 'away' }]);
    const token = stays.cookie?.split('=')[1] ?? '';
    const visitor = await visitorOf(world.platform, world.clock.now, token, null);
    const actor = visitor.ok ? visitor.value.actor : null;
    if (actor === null) throw new Error('nobody there');
    expect([mayApprove(actor, ['away']), mayApprove(actor, ['stays']), mayApprove(actor, ['other'])]).toEqual([
      false,
      false,
      true,
    ]);
    const acting = await visitorOf(world.platform, world.clock.now, token, 'away');
    expect(acting.ok ? personsOf(acting.value.actor) : []).toEqual(['stays', 'away']);
    expect(acting.ok ? acting.value.actor.rights : []).toEqual(rightsOf(['data-officer']).filter(isTransferable));
    await on('2021-05-09');
    expect(codeOf(await send('too-late'))).toBe('not-standing-in');
    await on('2021-05-08');
    await stays.call({ method: 'POST', url: `/api/v1/delegations/${made.id}/end` });
    expect(codeOf(await send('ended'))).toBe('not-standing-in');
    world.clock.now = before;
  });

  it('never holds what is personal', () => {
    expect(RIGHTS.filter((right) => !isTransferable(right))).toEqual([
      'audit.read',
      'account.read',
      'account.manage',
      'client.manage',
    ]);
  });
});
