/**
 * Two units at work at the same time: ten thousand mixed requests over 64 connections, every operation of the description that reads and
 * some that write, by every role, and nothing of the other unit in any answer.
 */
import { Agent, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rightsOf } from '@xincheng/core/identity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATION_RIGHTS } from '../src/http/operation-rights.ts';
import { OPEN } from '../tests/_contract-cases.ts';
import { OPENAPI } from '../tests/_openapi.ts';
import { licencesOf, openWorld, push } from '../tests/_world.ts';
import type { World } from '../tests/_world.ts';
import { everybody, fillTwo, MARKS, PLAN, UNITS } from './_two-units.ts';
import type { Own, Somebody } from './_two-units.ts';

const REQUESTS = 10_000;
const CONNECTIONS = 64;

let world: World;
let port: number;
let own: Readonly<Record<string, Own>>;
let people: readonly Somebody[];

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000, requestsPerMinute: 1_000_000 });
  own = await fillTwo(world);
  people = await everybody(world);
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  port = (world.app.server.address() as AddressInfo).port;
}, 240_000);

afterAll(() => world.close());

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Sending {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** It names something of the other unit, which is not there for whoever asks. */
  readonly isForeign: boolean;
}

function send(
  { method, path, headers = {}, body }: Sending,
  { cookie, csrf }: Somebody,
): Promise<{ status: number; body: string }> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, method, path: `/api/v1${path}` };
    const sent = ask({ ...options, headers: { cookie, 'xincheng-csrf': csrf, ...json, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }));
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
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

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

/** Every guarded operation that reads, as the description states it. */
const READING = Object.entries(OPENAPI.paths).flatMap(([path, methods]) => {
  const get = methods['get'] as unknown as { operationId: string; parameters?: readonly Parameter[] } | undefined;
  if (get === undefined || OPEN.test(`GET ${path}`)) return [];
  const asked = (get.parameters ?? []).filter((one) => one.in === 'query');
  return [{ operation: get.operationId, path: path.replace('/api/v1', ''), asked }];
});

/** What stands for the id in a path that is about a thing of one unit. */
const OWNED: readonly (readonly [RegExp, keyof Own])[] = [
  [/^\/batches\/\{id\}/u, 'batches'],
  [/^\/records\/\{id\}/u, 'records'],
  [/^\/supervision\/matters\/\{id\}/u, 'matters'],
  [/^\/attachments\/\{id\}/u, 'attachments'],
  [/^\/concealment\/alarms\/\{id\}/u, 'alarms'],
];
const NONE = '00000000-0000-8000-8000-000000000000';
/** What stands for the others: things of the whole district. */
const COMMON: Readonly<Record<string, string>> = {
  '/datasets/{dataset}': 'licence',
  '/instruments/{id}': 'admin-penalty-law-2021',
  '/subjects/{key}': '91370112MA000004X7',
  '/forwarding/batches/{id}': NONE,
  '/bulletins/{id}': NONE,
  '/indicators/{id}': 'licences',
  '/expected/{set}': 'dual-publicity-declared',
  '/plan-drafts/{id}': PLAN,
  '/plans/{id}': PLAN,
};
const REQUIRED: Readonly<Record<string, string>> = {
  from: '2021-04-30',
  plan: PLAN,
  ownerKind: 'task',
  ownerId: `${PLAN}/一1`,
  part: 'numerator',
  days: '5',
};

function reading(draw: (below: number) => number, unit: string, other: string): Sending {
  const { operation, path, asked } = READING[draw(READING.length)] ?? { operation: '', path: '', asked: [] };
  const kind = OWNED.find(([form]) => form.test(path))?.[1];
  const isForeign = kind !== undefined && draw(2) === 0;
  const ids = kind === undefined ? [] : (own[isForeign || own[unit] === undefined ? other : unit]?.[kind] ?? []);
  const common = Object.entries(COMMON).find(([beginning]) => path.startsWith(beginning))?.[1] ?? NONE;
  const named = path
    .replace('{number}', encodeURIComponent('一1'))
    .replace(/\{\w+\}/u, kind === undefined ? common : (ids[draw(ids.length)] ?? NONE));
  const query = asked.flatMap((one) => {
    if (one.required === true || ['part', 'days'].includes(one.name))
      return [`${one.name}=${encodeURIComponent(REQUIRED[one.name] ?? '')}`];
    if (one.name === 'unit' && operation !== 'computeDue') return draw(3) === 0 ? [`unit=${draw(2) === 0 ? unit : other}`] : [];
    return one.name === 'limit' && draw(2) === 0 ? ['limit=2'] : [];
  });
  if (operation === 'computeDue') query.push('unit=working-day');
  return {
    operation,
    method: 'GET',
    path: `${named}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    isForeign: isForeign || (kind !== undefined && own[unit] === undefined),
  };
}

let pushed = 0;

/** Writing into the other unit, and now and then into the own one. */
function writing(draw: (below: number) => number, unit: string, other: string): Sending {
  const of = (kind: keyof Own): string => own[other]?.[kind][0] ?? NONE;
  const foreign = (operation: string, path: string, body: object): Sending => ({
    operation,
    method: 'POST',
    path,
    body,
    isForeign: true,
  });
  const words = { words: '越界', reason: '越界' };
  const filing = (to: string, isForeign: boolean): Sending => {
    pushed += 1;
    const { payload, headers = {} } = push(
      licencesOf(world.platform, to, [100 + pushed]).map((row) => ({ ...row, XK_NR: `${MARKS[to] ?? ''}追加` })),
      `apart-${String(pushed)}`,
      { unit: to },
    );
    return { operation: 'pushBatch', method: 'POST', path: '/batches', headers, body: payload as object, isForeign };
  };
  const tries: readonly (() => Sending)[] = [
    () => filing(own[unit] === undefined ? other : unit, own[unit] === undefined),
    () => filing(other, true),
    () => foreign('decideWaiting', `/waiting/${of('waiting')}/decision`, { as: 'drop', ...words }),
    () => foreign('actUponPublicity', `/records/${of('records')}/publicity/acts`, { act: 'set-mark', mark: 'disputed' }),
    () => foreign('answerNotice', `/notices/${of('notices')}/answer`, { text: '越界' }),
    () => foreign('readNotice', `/notices/${of('notices')}/reading`, {}),
    () => foreign('actInMatter', `/supervision/matters/${of('matters')}/acts`, { act: 'accept', ...words }),
    () => foreign('openMatter', '/supervision/matters', { kind: 'release', plan: PLAN, number: '一1', unit: other, ...words }),
    () => foreign('declareTask', `/plans/${PLAN}/tasks/${encodeURIComponent('一1')}/declarations`, { unit: other, ...words }),
    () =>
      foreign('actUponConcealmentAlarm', `/concealment/alarms/${of('alarms')}/acts`, {
        act: 'answer',
        answer: 'explained',
        ...words,
      }),
    () =>
      foreign('sayExpected', '/expected/dual-publicity-declared/words', {
        kind: 'zero',
        unit: other,
        item: 'licence',
        period: '2021-04',
        ...words,
      }),
    () => foreign('actUponAccount', `/accounts/${other}-clerk/acts`, { act: 'disable' }),
    () => foreign('createApiClient', '/api-clients', { name: '越界程序', unit: other, rights: ['record.read'], days: 5 }),
  ];
  return (tries[draw(tries.length)] ?? filing.bind(null, unit, false))();
}

it('never shows nor changes anything of the other', { timeout: 1_200_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const draw = drawer(seed);
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const [seenBy, shownOwn] = [new Map<string, Set<string>>(), new Map<string, number>()];
  let left = REQUESTS;
  const one = async (): Promise<void> => {
    const who = people[draw(people.length)];
    if (who === undefined) throw new Error('nobody');
    const other = UNITS.find((unit) => unit !== who.unit && (own[who.unit] !== undefined || draw(2) === 0)) ?? UNITS[1];
    const sending = draw(10) === 0 ? writing(draw, who.unit, other) : reading(draw, who.unit, other);
    const { status, body } = await send(sending, who);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    seenBy.set(sending.operation, (seenBy.get(sending.operation) ?? new Set()).add(who.role));
    const asked = OPERATION_RIGHTS[sending.operation];
    const may = asked === 'self' || asked?.some((right) => rightsOf([who.role]).includes(right)) === true;
    // The office is told of reports by notices to itself; of what it sees else nothing is of either unit.
    const isTold = who.role === 'credit-office' && sending.operation === 'listNotices';
    const foreign = UNITS.filter((unit) => unit !== who.unit && !isTold);
    const shows = foreign.some(
      (unit) =>
        body.includes(MARKS[unit] ?? '') ||
        (status < 300 &&
          Object.values(own[unit] ?? {})
            .flat()
            .some((id) => body.includes(id))),
    );
    if (body.includes(MARKS[who.unit] ?? '\0')) shownOwn.set(sending.operation, (shownOwn.get(sending.operation) ?? 0) + 1);
    const isWrong = may ? status >= 500 || (sending.isForeign && status < 400) : status !== 403;
    if (isWrong || shows)
      faults.push(`${who.unit} ${who.role} ${sending.method} ${sending.path}: ${String(status)} ${body.slice(0, 300)}`);
  };
  const line = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  const before = await countRows();
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  console.info(
    `${String(REQUESTS)} requests in ${seconds.toFixed(1)} s over ${String(CONNECTIONS)} connections, seed ${String(seed)}`,
  );
  console.info(`statuses ${JSON.stringify([...statuses].sort())}`);
  console.info(
    `${String(seenBy.size)} operations, ${String([...seenBy.values()].reduce((sum, roles) => sum + roles.size, 0))} pairs of operation and role; own rows shown by ${JSON.stringify([...shownOwn])}`,
  );
  expect({ seed, faults: faults.slice(0, 5), count: faults.length }).toEqual({ seed, faults: [], count: 0 });
  // Every operation was asked, and the own rows were there to be seen.
  expect(READING.map(({ operation }) => operation).filter((operation) => !seenBy.has(operation))).toEqual([]);
  for (const operation of [
    'listRecords',
    'readRecord',
    'listNotices',
    'listMatters',
    'readMatter',
    'listAttachments',
    'readAttachment',
    'listVoidNumbers',
    'listAccounts',
  ])
    expect([operation, (shownOwn.get(operation) ?? 0) > 0]).toEqual([operation, true]);
  expect(await countRows()).toEqual(before);
});

/** Rows that only whoever crosses over would have changed. */
async function countRows(): Promise<unknown> {
  const { rows } = await world.platform.database.owner.query<{ counts: unknown }>(
    `select json_build_object('waiting', (select count(*) from intake_waiting where state = 'dropped'), 'marks', (select count(*) from publicity_mark),
       'answers', (select count(*) from notice where answered_at is not null), 'read', (select count(*) from notice where read_by like '%越界%'),
       'acts', (select count(*) from supervision_act where words like '%越界%'), 'alarms', (select count(*) from concealment_answer),
       'declared', (select count(*) from plan_declaration), 'disabled', (select count(*) from account where disabled_at is not null),
       'clients', (select count(*) from api_client where name = '越界程序')) as counts`,
  );
  return rows[0]?.counts;
}
