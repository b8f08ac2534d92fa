/** Records found by part of a name or a number: whatever way leads to them, the same ones as by looking at each. */
import type { Receipt, RecordView } from '@xincheng/contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licenceNumber, licences, licencesOf, LICENSOR, openWorld, push, REGULATOR } from './_world.ts';
import type { Cells, World } from './_world.ts';

const NAMES = ['济南历城示例食品有限公司', '山东Demo(中国)科技100有限公司', '济南历城示例百货店'];
let world: World;
let everything: readonly RecordView[] = [];

beforeAll(async () => {
  world = await openWorld();
  const { platform } = world;
  await send([...named([1, 23, 456, 45678], 0), ...named([1001, 1002], 1), ...named([145], 2), ...persons()], LICENSOR);
  await send(licencesOf(platform, REGULATOR, [777, 1777]), REGULATOR);
  // One is corrected: found under what it says now.
  await send(licences(platform, [23], { XK_XDR_MC: '济南历城改名有限公司' }), LICENSOR);
  // Another waits for somebody to say that it is a correction.
  await send(
    licences(platform, [456], { XK_XDR_MC: '济南历城定名有限公司', XK_JDRQ: '2021/04/26', XK_YXQZ: '2021/04/26' }),
    LICENSOR,
  );
  await decideWaiting();
  everything = await search('');
  expect(everything).toHaveLength(10);
});

afterAll(async () => {
  await world.close();
});

function named(numbers: readonly number[], name: number): Cells[] {
  return licences(world.platform, numbers, { XK_XDR_MC: NAMES[name] ?? '', XK_BZ: String(name) });
}

function persons(): Cells[] {
  const example = world.platform.pack.datasets.get('licence')?.examples.find(({ kind }) => kind === 'natural');
  if (example === undefined) throw new Error('no example of a person');
  return [{ ...example.values, XK_WSH: licenceNumber(5001) }];
}

let sent = 0;

async function send(rows: readonly Cells[], unit: string): Promise<void> {
  sent += 1;
  const answer = await world.call({ ...push(rows, `search-${String(sent)}`, { unit }), unit });
  expect(answer.json<{ receipt: Receipt }>().receipt, answer.body).toMatchObject({ rows: rows.length, rejected: 0 });
}

async function decideWaiting(): Promise<void> {
  const { items } = (await world.call({ url: '/api/v1/waiting', unit: LICENSOR })).json<{ items: { id: string }[] }>();
  const answer = await world.call({
    method: 'POST',
    url: `/api/v1/waiting/${items[0]?.id ?? ''}/decision`,
    unit: LICENSOR,
    payload: { as: 'correction', name: '王岩', reason: '日期有误' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

async function search(query: string, unit?: string): Promise<readonly RecordView[]> {
  const answer = await world.call({ url: `/api/v1/records?limit=100&${query}`, ...(unit === undefined ? {} : { unit }) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: RecordView[] }>().items;
}

function loose(text: string): string {
  return text.toUpperCase().replaceAll(/[〔〕[\]［］【】()（） \u3000]/gu, '');
}

function holds(text: string, { subject, number }: RecordView): boolean {
  return subject.name.includes(text) || loose(number).includes(loose(text));
}

const TEXTS = [
  ...['示例', '历城', '食品有限', '改名', '定名', 'Demo(', 'demo', '100', '百货', '华为', '*', '店'],
  ...['45', '456', '5678号', '1777', '〔2021〕1777号', '(2021)1号', '2021 45', '审许', '审许〔2021', '7779', '号', '〔'],
];

describe.each([
  ['the office', undefined],
  ['the licensing unit', LICENSOR],
  ['another unit', REGULATOR],
])('%s', (_name, unit) => {
  it.each(TEXTS)('finds %s', async (text) => {
    const seen = everything.filter((record) => unit === undefined || record.unit === unit);
    const expected = seen.filter((record) => holds(text, record)).map(({ recordId }) => recordId);
    const found = await search(`text=${encodeURIComponent(text)}`, unit);
    expect(found.map(({ recordId }) => recordId)).toEqual(expected);
  });
});

it('a search and other filters hold together, and pages follow each other', async () => {
  const text = `text=${encodeURIComponent('示例')}`;
  const all = (await search(text)).map(({ recordId }) => recordId);
  expect(all.length).toBeGreaterThan(3);
  expect(await search(`${text}&dataset=penalty`)).toEqual([]);
  expect(await search(`${text}&state=withdrawn`)).toEqual([]);
  expect(await search(`${text}&decidedTo=2000-01-01`)).toEqual([]);
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await world.call({ url: `/api/v1/records?limit=2&${text}${cursor === '' ? '' : `&cursor=${cursor}`}` });
    const page = answer.json<{ items: RecordView[]; next: string | null }>();
    pages.push(...page.items.map(({ recordId }) => recordId));
    cursor = page.next;
  }
  expect(pages).toEqual(all);
});
