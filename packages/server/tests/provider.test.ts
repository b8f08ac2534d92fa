/** Signing in through a real OpenID Connect provider. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayOf } from '@xincheng/core/calendar';
import { actUponAccount } from '@xincheng/usecases/identity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../src/app.ts';
import type { App } from '../src/http/parts.ts';
import { enrol } from './_people.ts';
import { LICENSOR, openWorld } from './_world.ts';
import type { World } from './_world.ts';

/** The package has no types of its own. */
type ProviderClass = new (issuer: string, settings: object) => { readonly callback: () => RequestListener };
const PACKAGE = 'oidc-provider';
const CALLBACK = 'http://localhost:8080/api/v1/session/provider/callback';

let world: World;
let server: Server;
let issuer: string;
let app: App;

beforeAll(async () => {
  world = await openWorld();
  const { default: Provider } = (await import(PACKAGE)) as { default: ProviderClass };
  let listener: RequestListener = () => undefined;
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const client = { client_id: 'xincheng', client_secret: 'secret-of-the-test', redirect_uris: [CALLBACK] };
  listener = new Provider(issuer, { clients: [client], pkce: { required: () => true }, cookies: { keys: ['test'] } }).callback();
  // The provider knows the time of this machine, and so must we here.
  world.clock.now = new Date();
  app = await buildServer(world.platform, {
    now: () => world.clock.now,
    log: () => undefined,
    provider: { issuer, clientId: client.client_id, clientSecret: client.client_secret, redirectUri: CALLBACK },
  });
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await app.close();
  await world.close();
});

/** Begins with us: the address of the provider and our ticket. */
async function begin(): Promise<{ url: string; ticket: string }> {
  const answer = await app.inject({ url: '/api/v1/session/provider' });
  expect(answer.statusCode, answer.body).toBe(302);
  return { url: String(answer.headers.location), ticket: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

/** What a person does there in a browser: gives a name, agrees, and is sent back. Returns where to. */
async function atProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers,
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    form = null;
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(CALLBACK)) return url;
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/u.exec(page)?.[1];
    if (action === undefined) throw new Error(`${String(answer.status)} ${page}`);
    url = new URL(action, url).href;
    form = page.includes('value="login"')
      ? new URLSearchParams({ prompt: 'login', login, password: 'x' })
      : new URLSearchParams({ prompt: 'consent' });
  }
  throw new Error('no end at the provider');
}

function back(url: string, ticket: string) {
  const { pathname, search } = new URL(url);
  return app.inject({ url: `${pathname}${search}`, headers: { cookie: ticket } });
}

function codeOf(answer: { readonly body: string }): string {
  return (JSON.parse(answer.body) as { code: string }).code;
}

it('opens no account that is not linked, and makes none', async () => {
  const { url, ticket } = await begin();
  const answer = await back(await atProvider(url, 'somebody'), ticket);
  expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'provider-unknown-person']);
  expect((await world.platform.database.owner.query('select 1 from account')).rowCount).toBe(0);
});

it('opens the account that is linked, without its password, and not when it is disabled', async () => {
  await enrol(world, { login: 'linked', unit: LICENSOR, roles: ['data-officer'] });
  const { now } = world.clock;
  const context = { now, today: dayOf(now), actor: { id: '测试', scope: 'all' as const, units: [], subjects: [] } };
  const act = (what: Parameters<typeof actUponAccount>[3]) => actUponAccount(world.platform, context, 'linked', what);
  expect((await act({ act: 'link', issuer, subject: 'somebody' })).ok).toBe(true);
  const { url, ticket } = await begin();
  const asked = new URL(url).searchParams;
  expect([asked.get('code_challenge_method'), asked.get('state')?.length, asked.get('nonce')?.length]).toEqual(['S256', 43, 43]);
  const answer = await back(await atProvider(url, 'somebody'), ticket);
  expect([answer.statusCode, answer.headers.location], answer.body).toEqual([302, '/console/']);
  const cookie = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith('xincheng=')) ?? '';
  const session = await app.inject({ url: '/api/v1/session', headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(session.json()).toMatchObject({ login: 'linked', mustChangePassword: false });
  const look = () => app.inject({ url: '/api/v1/session', headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect((await act({ act: 'unlink' })).ok).toBe(true);
  expect(codeOf(await look())).toBe('session-ended');
  const unlinked = await begin();
  expect(codeOf(await back(await atProvider(unlinked.url, 'somebody'), unlinked.ticket))).toBe('provider-unknown-person');
  expect(await act({ act: 'unlink' })).toMatchObject({ ok: false, error: { code: 'not-linked' } });
  expect((await act({ act: 'link', issuer, subject: 'somebody' })).ok).toBe(true);
  const relinked = await begin();
  expect((await back(await atProvider(relinked.url, 'somebody'), relinked.ticket)).statusCode).toBe(302);
  expect((await act({ act: 'disable' })).ok).toBe(true);
  const again = await begin();
  expect(codeOf(await back(await atProvider(again.url, 'somebody'), again.ticket))).toBe('provider-unknown-person');
});

it('takes nothing that it did not ask for itself', async () => {
  const [mine, other] = [await begin(), await begin()];
  const returned = await atProvider(mine.url, 'somebody');
  expect(codeOf(await back(returned, other.ticket))).toBe('provider-unavailable');
  expect(codeOf(await back(returned, ''))).toBe('session-ended');
  expect(codeOf(await back(returned, `${mine.ticket.slice(0, -2)}xx`))).toBe('session-ended');
  const before = world.clock.now;
  world.clock.now = new Date(before.getTime() + 11 * 60_000);
  expect(codeOf(await back(returned, mine.ticket))).toBe('session-ended');
  world.clock.now = before;
  const changed = new URL(returned);
  changed.searchParams.set('code', 'x');
  expect(codeOf(await back(changed.href, mine.ticket))).toBe('provider-unavailable');
});

it('says so when the provider does not answer', async () => {
  const dead = await buildServer(world.platform, {
    now: () => world.clock.now,
    log: () => undefined,
    provider: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', redirectUri: CALLBACK },
  });
  const answer = await dead.inject({ url: '/api/v1/session/provider' });
  expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'provider-unavailable']);
  await dead.close();
});
