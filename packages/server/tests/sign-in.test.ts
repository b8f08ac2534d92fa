/** Signing in, and what guards it: passwords, delays, cookies, one-time codes, the end of sessions. */
import type { OwnSessionBody, SessionBody } from '@xincheng/contract/api';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../src/app.ts';
import { Browser, enrol, OWN_PASSWORD, person } from './_people.ts';
import { licencesOf, LICENSOR, openWorld, push, REGULATOR, requestOf } from './_world.ts';
import type { World } from './_world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000 });
});

afterAll(async () => {
  await world.close();
});

function codeOf(answer: { readonly body: string }): string {
  return (JSON.parse(answer.body) as { code: string }).code;
}

function later(minutes: number): void {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
}

async function rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await world.platform.database.owner.query(sql, [...values])).rows as T[];
}

describe('a first password', () => {
  it('opens nothing but its own change', async () => {
    const first = await enrol(world, { login: 'xin', unit: LICENSOR, roles: ['data-officer'] });
    const browser = new Browser(world);
    const session = (await browser.signIn('xin', first)).json<SessionBody>();
    expect([session.mustChangePassword, session.rights]).toEqual([true, []]);
    expect(codeOf(await browser.call({ url: '/api/v1/records' }))).toBe('password-due');
    expect(codeOf(await browser.call({ method: 'POST', url: '/api/v1/me/totp', payload: { password: first } }))).toBe(
      'password-due',
    );
    const before = browser.cookie;
    const change = (next: string) =>
      browser.call({ method: 'PUT', url: '/api/v1/me/password', payload: { current: first, next } });
    expect(codeOf(await change(first))).toBe('password-same');
    expect(codeOf(await change('太短'))).toBe('password-too-short');
    expect(codeOf(await change('xin-2026-qilihe'.replace('xin', 'xincheng')))).toBe('password-of-name');
    for (const common of ['Password1234', 'qwertyuiop12', '1q2w3e4r5t6y', 'aaaaaaaaaaaa', 'admin@123456', 'woaini1314520'])
      expect([common, codeOf(await change(common))]).toEqual([common, 'password-common']);
    const changed = await change(OWN_PASSWORD);
    expect(changed.json<SessionBody>()).toMatchObject({
      mustChangePassword: false,
      rights: expect.arrayContaining(['intake.submit']) as unknown,
    });
    expect(browser.cookie).not.toBe(before);
    expect((await browser.call({ url: '/api/v1/records' })).statusCode).toBe(200);
    expect((await new Browser(world).signIn('xin', first)).statusCode).toBe(401);
    expect((await new Browser(world).signIn('XIN ', OWN_PASSWORD)).statusCode).toBe(200);
  });

  it('is kept as argon2id, and nowhere in the audit log', async () => {
    const [credential] = await rows<{ hash: string }>(
      "select password_hash as hash from account_credential c join account a on a.id = c.account_id where login = 'xin'",
    );
    expect(credential?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    const events = await rows<{ text: string }>('select details::text as text from audit_event');
    expect(events.filter(({ text }) => text.includes(OWN_PASSWORD))).toEqual([]);
  });
});

describe('failures', () => {
  it('are answered alike whether there is such an account or not, with the same delays', async () => {
    await enrol(world, { login: 'mei', unit: LICENSOR, roles: ['clerk'] });
    const attempts = async (login: string): Promise<unknown[]> => {
      const said: unknown[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const { statusCode, body } = await new Browser(world).signIn(login, '错的口令错的口令错的');
        const { code, detail } = JSON.parse(body) as { code: string; detail: string };
        said.push([statusCode, code, detail]);
      }
      return said;
    };
    const known = await attempts('mei');
    expect(await attempts('nobody-at-all')).toEqual(known);
    expect(known.slice(4).map((one) => (one as [number, string])[1])).toEqual([
      'sign-in-refused',
      'sign-in-locked',
      'sign-in-locked',
    ]);
  });

  it('keep the right password out as well until the delay is over, and longer each time', async () => {
    await person(world, { login: 'lao', unit: LICENSOR, roles: ['clerk'] });
    const attempt = async (password: string): Promise<string | number> => {
      const answer = await new Browser(world).signIn('lao', password);
      return answer.statusCode === 200 ? 200 : codeOf(answer);
    };
    for (let failed = 0; failed < 5; failed += 1) expect(await attempt('不是这个口令不是')).toBe('sign-in-refused');
    expect(await attempt(OWN_PASSWORD)).toBe('sign-in-locked');
    later(0.5);
    expect(await attempt('不是这个口令不是')).toBe('sign-in-refused');
    later(0.5);
    expect(await attempt(OWN_PASSWORD)).toBe('sign-in-locked');
    later(0.6);
    expect(await attempt(OWN_PASSWORD)).toBe(200);
    expect(await attempt('不是这个口令不是')).toBe('sign-in-refused');
    expect(await attempt(OWN_PASSWORD)).toBe(200);
  });

  it('that come all at once are counted all', async () => {
    await enrol(world, { login: 'duo', unit: LICENSOR, roles: ['clerk'] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Browser(world).signIn('duo', '错的口令错的口令错的')));
    expect(answers.filter((answer) => codeOf(answer) === 'sign-in-refused').length).toBe(5);
    expect(answers.filter((answer) => codeOf(answer) === 'sign-in-locked').length).toBe(15);
  });

  it('survive a restart, stand in the log, and name no login that was typed', async () => {
    const again = await buildServer(world.platform, { now: () => world.clock.now, log: () => undefined });
    const answer = await again.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'duo', password: OWN_PASSWORD },
    });
    expect(codeOf(answer)).toBe('sign-in-locked');
    await again.close();
    const [refusals] = await rows<{ count: number }>(
      "select count(*)::integer as count from audit_event e join account a on a.id::text = e.object_id where act = 'session.refuse' and login = 'duo'",
    );
    expect(refusals?.count).toBe(5);
    expect(
      await rows("select 1 from audit_event where details::text like '%nobody-at-all%' or object_id like '%nobody%'"),
    ).toEqual([]);
  });

  it('of one address are held up', async () => {
    const small = await buildServer(world.platform, { now: () => world.clock.now, log: () => undefined, signInsPerMinute: 3 });
    const codes: string[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const payload = { login: `anyone-${String(attempt)}`, password: 'x' };
      codes.push(codeOf(await small.inject({ method: 'POST', url: '/api/v1/session', payload })));
    }
    expect(codes).toEqual(['sign-in-refused', 'sign-in-refused', 'sign-in-refused', 'too-many-requests']);
    await small.close();
  });
});

describe('a session', () => {
  it('has a cookie that no script reads and no other site sends', async () => {
    await person(world, { login: 'kuki', unit: LICENSOR, roles: ['data-officer'] });
    const outside = await new Browser(world).signIn('kuki', OWN_PASSWORD);
    expect(outside.headers['set-cookie']).toMatch(
      /^__Host-xincheng=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u,
    );
    const local = await world.call({
      method: 'POST',
      url: '/api/v1/session',
      token: null,
      headers: { host: '127.0.0.1:8080' },
      payload: { login: 'kuki', password: OWN_PASSWORD },
    });
    expect(local.headers['set-cookie']).toMatch(/^xincheng=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
  });

  it('is known to the database by its hash alone', async () => {
    const browser = new Browser(world);
    await browser.signIn('kuki', OWN_PASSWORD);
    const token = browser.cookie?.split('=')[1] ?? '';
    const sessions = await rows<{ text: string }>('select s::text as text from account_session s');
    expect(sessions.length).toBeGreaterThan(3);
    expect(sessions.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it('is not the one that was there before: an id set beforehand opens nothing', async () => {
    const browser = new Browser(world);
    const planted = `__Host-xincheng=${'A'.repeat(43)}`;
    browser.cookie = planted;
    await browser.signIn('kuki', OWN_PASSWORD);
    expect(browser.cookie).not.toBe(planted);
    const thief = new Browser(world);
    thief.cookie = planted;
    expect(codeOf(await thief.call({ url: '/api/v1/session' }))).toBe('session-ended');
    thief.cookie = browser.cookie;
    expect((await thief.call({ url: '/api/v1/session' })).statusCode).toBe(200);
    await browser.signIn('kuki', OWN_PASSWORD);
    expect(codeOf(await thief.call({ url: '/api/v1/session' }))).toBe('session-ended');
  });

  it('changes nothing without the header of our own pages', async () => {
    const browser = new Browser(world);
    await browser.signIn('kuki', OWN_PASSWORD);
    const sent = push(licencesOf(world.platform, LICENSOR, [1]), 'csrf-1', { unit: LICENSOR });
    const { csrf } = browser;
    const other = new Browser(world);
    await other.signIn('kuki', OWN_PASSWORD);
    for (const wrong of ['', 'x', other.csrf]) {
      browser.csrf = wrong;
      expect(codeOf(await browser.call(sent))).toBe('csrf');
    }
    browser.csrf = csrf;
    const crossed = { ...sent, headers: { ...sent.headers, 'sec-fetch-site': 'cross-site' } };
    expect(codeOf(await browser.call(crossed))).toBe('csrf');
    expect((await browser.call(sent)).statusCode).toBe(201);
    browser.csrf = '';
    expect((await browser.call({ url: '/api/v1/records' })).statusCode).toBe(200);
  });

  it('ends when nothing is asked, and at the latest after twelve hours', async () => {
    const [resting, busy] = [new Browser(world), new Browser(world)];
    await resting.signIn('kuki', OWN_PASSWORD);
    await busy.signIn('kuki', OWN_PASSWORD);
    for (let asked = 0; asked < 35; asked += 1) {
      later(20);
      expect((await busy.call({ url: '/api/v1/session' })).statusCode).toBe(200);
      if (asked === 0) expect((await resting.call({ url: '/api/v1/session' })).statusCode).toBe(200);
      if (asked === 2) expect(codeOf(await resting.call({ url: '/api/v1/session' }))).toBe('session-ended');
    }
    later(20);
    expect(codeOf(await busy.call({ url: '/api/v1/session' }))).toBe('session-ended');
  });

  it('is ended by signing out, here or everywhere', async () => {
    const browsers = [new Browser(world), new Browser(world), new Browser(world)];
    for (const browser of browsers) await browser.signIn('kuki', OWN_PASSWORD);
    const [one, two, three] = browsers as [Browser, Browser, Browser];
    const cookies = browsers.map(({ cookie }) => cookie);
    const states = async (): Promise<number[]> => {
      browsers.forEach((browser, index) => (browser.cookie = cookies[index] ?? null));
      return Promise.all(browsers.map(async (browser) => (await browser.call({ url: '/api/v1/session' })).statusCode));
    };
    expect((await one.call({ method: 'DELETE', url: '/api/v1/session' })).headers['set-cookie']).toContain('Max-Age=0');
    expect(await states()).toEqual([401, 200, 200]);
    expect((await two.call({ method: 'DELETE', url: '/api/v1/session?everywhere=true' })).statusCode).toBe(200);
    expect(await states()).toEqual([401, 401, 401]);
    await three.signIn('kuki', OWN_PASSWORD);
    expect((await three.call({ url: '/api/v1/session' })).statusCode).toBe(200);
  });

  it('is listed to its owner, who ends one that was left behind, and nobody else does', async () => {
    const [here, there] = [new Browser(world), new Browser(world)];
    for (const browser of [here, there]) await browser.signIn('kuki', OWN_PASSWORD);
    const stranger = await person(world, { login: 'list', unit: REGULATOR, roles: ['clerk'] });
    const list = async (browser: Browser): Promise<OwnSessionBody[]> =>
      (await browser.call({ url: '/api/v1/me/sessions' })).json<{ items: OwnSessionBody[] }>().items;
    const own = await list(here);
    expect(own.filter(({ isThis }) => isThis).length).toBe(1);
    expect((await list(stranger)).length).toBe(1);
    const other = (await list(there)).find(({ isThis }) => isThis)?.id ?? '';
    expect(own.map(({ id }) => id)).toContain(other);
    // What is told of a session does not open it.
    const thief = new Browser(world);
    thief.cookie = `__Host-xincheng=${other}`;
    expect((await thief.call({ url: '/api/v1/session' })).statusCode).toBe(401);
    const end = (browser: Browser) => browser.call({ method: 'DELETE', url: `/api/v1/me/sessions/${other}` });
    expect(codeOf(await end(stranger))).toBe('no-such-session');
    expect((await end(here)).statusCode).toBe(200);
    expect(codeOf(await end(here))).toBe('no-such-session');
    expect(codeOf(await there.call({ url: '/api/v1/session' }))).toBe('session-ended');
    expect((await here.call({ url: '/api/v1/session' })).statusCode).toBe(200);
    later(31);
    await here.signIn('kuki', OWN_PASSWORD);
    expect((await list(here)).length).toBe(1);
  });

  it('of a program is none', async () => {
    expect(codeOf(await world.call({ url: '/api/v1/session' }))).toBe('no-session');
    expect(codeOf(await world.call({ method: 'PUT', url: '/api/v1/me/password', payload: { current: 'x', next: 'y' } }))).toBe(
      'no-account',
    );
  });
});

describe('one-time codes', () => {
  /** RFC 6238 once more, written apart. */
  function codeAt(secret: string, at: Date): string {
    const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
    const counter = Buffer.from(
      BigInt(Math.floor(at.getTime() / 30_000))
        .toString(16)
        .padStart(16, '0'),
      'hex',
    );
    const mac = createHmac('sha1', key).update(counter).digest('hex');
    const from = Number.parseInt(mac.slice(-1), 16) * 2;
    return String((Number.parseInt(mac.slice(from, from + 8), 16) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }

  it('are asked for once confirmed, used once, and replaced by recovery codes that open once', async () => {
    const browser = await person(world, { login: 'totp', unit: REGULATOR, roles: ['reviewer'] });
    const post = (url: string, payload: object) => browser.call({ method: 'POST', url: `/api/v1/me/totp${url}`, payload });
    expect(codeOf(await post('', { password: '不是我的口令' }))).toBe('password-wrong');
    const { secret } = (await post('', { password: OWN_PASSWORD })).json<{ secret: string }>();
    const [secretRow] = await rows<{ kept: string }>(
      'select totp_secret as kept from account_credential where totp_secret is not null',
    );
    expect(secretRow?.kept).toMatch(/^s1\./u);
    expect((await new Browser(world).signIn('totp', OWN_PASSWORD)).statusCode).toBe(200);
    expect(codeOf(await post('/confirmation', { code: '000000' }))).toBe('code-wrong');
    const now = codeAt(secret, world.clock.now);
    const { recoveryCodes } = (await post('/confirmation', { code: now })).json<{ recoveryCodes: string[] }>();
    expect([recoveryCodes.length, new Set(recoveryCodes).size]).toEqual([10, 10]);
    const attempt = async (code?: string): Promise<string | number> => {
      const answer = await new Browser(world).signIn('totp', OWN_PASSWORD, code);
      return answer.statusCode === 200 ? 200 : codeOf(answer);
    };
    expect(await attempt()).toBe('code-needed');
    // The one that confirmed was used up by that.
    expect(await attempt(now)).toBe('code-wrong');
    later(1);
    const next = codeAt(secret, world.clock.now);
    expect([await attempt(next), await attempt(next)]).toEqual([200, 'code-wrong']);
    const [first = ''] = recoveryCodes;
    expect([await attempt(first.toUpperCase()), await attempt(first)]).toEqual([200, 'code-wrong']);
    expect((await post('/removal', { password: OWN_PASSWORD })).statusCode).toBe(200);
    expect(await attempt()).toBe(200);
  });

  it('are demanded of the roles that the district names: before that there is no right', async () => {
    const { platform } = world;
    const accounts = { ...platform.pack.accounts, secondFactor: ['reviewer'] as const };
    const app = await buildServer(
      { ...platform, pack: { ...platform.pack, accounts } },
      { now: () => world.clock.now, log: () => undefined, signInsPerMinute: 10_000 },
    );
    const strict: World = { ...world, app, call: (call) => app.inject(requestOf(call, world.token)) };
    const free = await person(strict, { login: 'free', unit: REGULATOR, roles: ['data-officer'] });
    expect((await free.call({ url: '/api/v1/records' })).statusCode).toBe(200);
    const bound = await person(strict, { login: 'bound', unit: REGULATOR, roles: ['data-officer', 'reviewer'] });
    expect((await bound.call({ url: '/api/v1/session' })).json()).toMatchObject({ mustAddTotp: true, rights: [] });
    for (const url of ['/records', '/me/sessions', '/units'])
      expect(codeOf(await bound.call({ url: `/api/v1${url}` }))).toBe('second-factor-due');
    const post = (url: string, payload: object) => bound.call({ method: 'POST', url: `/api/v1/me/totp${url}`, payload });
    const { secret } = (await post('', { password: OWN_PASSWORD })).json<{ secret: string }>();
    expect(codeOf(await bound.call({ url: '/api/v1/records' }))).toBe('second-factor-due');
    expect((await post('/confirmation', { code: codeAt(secret, world.clock.now) })).statusCode).toBe(200);
    expect((await bound.call({ url: '/api/v1/records' })).statusCode).toBe(200);
    expect((await post('/removal', { password: OWN_PASSWORD })).statusCode).toBe(200);
    expect(codeOf(await bound.call({ url: '/api/v1/records' }))).toBe('second-factor-due');
    await app.close();
  });

  it('cannot be guessed by asking in between with the password alone', async () => {
    const browser = await person(world, { login: 'guess', unit: REGULATOR, roles: ['reviewer'] });
    const { secret } = (
      await browser.call({ method: 'POST', url: '/api/v1/me/totp', payload: { password: OWN_PASSWORD } })
    ).json<{ secret: string }>();
    const code = codeAt(secret, world.clock.now);
    await browser.call({ method: 'POST', url: '/api/v1/me/totp/confirmation', payload: { code } });
    const said: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      said.push(codeOf(await new Browser(world).signIn('guess', OWN_PASSWORD)));
      said.push(codeOf(await new Browser(world).signIn('guess', OWN_PASSWORD, '000000')));
    }
    expect(said.filter((one) => one === 'code-wrong').length).toBe(5);
    expect(said.at(-1)).toBe('sign-in-locked');
  });
});
