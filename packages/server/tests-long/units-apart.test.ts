/** Two units at work at the same time: ten thousand mixed requests over 64 connections, and no row of the other. */
import { Agent, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OWN_PASSWORD, Browser, person } from '../tests/_people.ts';
import { licencesOf, LICENSOR, openWorld, push, REGULATOR } from '../tests/_world.ts';
import type { World } from '../tests/_world.ts';

const REQUESTS = 10_000;
const CONNECTIONS = 64;
const UNITS = [LICENSOR, REGULATOR] as const;

let world: World;
let port: number;
/** By unit: cookies of its people, ids of its records. */
const cookies = new Map<string, string[]>();
const records = new Map<string, string[]>();

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000, requestsPerMinute: 1_000_000 });
  for (const unit of UNITS) {
    expect(
      (await world.call({ ...push(licencesOf(world.platform, unit, [1, 2, 3, 4, 5]), unit, { unit }), unit })).statusCode,
    ).toBe(201);
    const { items } = (await world.call({ url: '/api/v1/records', unit })).json<{ items: { recordId: string }[] }>();
    records.set(
      unit,
      items.map(({ recordId }) => recordId),
    );
    for (const role of ['data-officer', 'reviewer'] as const) {
      const login = `${unit}-${role}`;
      await person(world, { login, unit, roles: [role] });
      const browser = new Browser(world, 'localhost');
      await browser.signIn(login, OWN_PASSWORD);
      cookies.set(unit, [...(cookies.get(unit) ?? []), browser.cookie ?? '']);
    }
  }
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  port = (world.app.server.address() as AddressInfo).port;
}, 120_000);

afterAll(() => world.close());

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function get(path: string, cookie: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = ask({ agent, host: '127.0.0.1', port, path: `/api/v1${path}`, headers: { cookie } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

/** Numbers that look drawn and are the same for the same seed. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('never shows either a row of the other', { timeout: 600_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const draw = drawer(seed);
  const faults: string[] = [];
  let left = REQUESTS;
  const one = async (): Promise<void> => {
    const unit = UNITS[draw(2)] ?? LICENSOR;
    const other = unit === LICENSOR ? REGULATOR : LICENSOR;
    const cookie = cookies.get(unit)?.[draw(2)] ?? '';
    const own = records.get(unit)?.[draw(5)] ?? '';
    const foreign = records.get(other)?.[draw(5)] ?? '';
    const [path, expected] = (
      [
        ['/records', 200],
        [`/records?unit=${other}`, 200],
        ['/batches', 200],
        ['/notices', 200],
        [`/records/${own}`, 200],
        [`/records/${foreign}`, 404],
        [`/records/${foreign}/versions`, 404],
        ['/records?cursor=x', 400],
        ['/accounts', 403],
        ['/session', 200],
      ] as const
    )[draw(10)] ?? ['/records', 200];
    const { status, body } = await get(path, cookie);
    // Of 404 answers and lists alike: no id, and no name of the other unit in what is given.
    const shows = status === 200 && (body.includes(`"unit":"${other}"`) || body.includes(foreign));
    if (status !== expected || shows) faults.push(`${unit} ${path}: ${String(status)} ${body.slice(0, 200)}`);
  };
  const line = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  agent.destroy();
  expect({ seed, faults: faults.slice(0, 5), count: faults.length }).toEqual({ seed, faults: [], count: 0 });
});
