/** Lists read to their end page by page: everything once. */
import type { Receipt } from '@xincheng/contract/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleCells, licenceNumber, licences, openWorld, push } from './_world.ts';
import type { World } from './_world.ts';

const RECORDS = 23;
let world: World;
let batch = '';

beforeAll(async () => {
  world = await openWorld();
  const { platform, call, clock } = world;
  const numbers = Array.from({ length: RECORDS }, (_, index) => index + 1);
  const bad = numbers.map((number) =>
    exampleCells(platform, 'licence', { XK_WSH: licenceNumber(1000 + number), XK_XDR_SHXYM: 'x', XK_JDRQ: 'y' }),
  );
  const sent = await call(push([...licences(platform, numbers), ...bad], 'first'));
  const { receipt } = sent.json<{ receipt: Receipt }>();
  expect(receipt).toMatchObject({ accepted: RECORDS, rejected: RECORDS });
  batch = receipt.batch;
  // The same instant for some of them: the order must still be one.
  for (let count = 0; count < 7; count += 1) {
    if (count === 4) clock.now = new Date(clock.now.getTime() + 1000);
    await call(push(licences(platform, [1], { XK_BZ: `第${String(count)}次` }), `again-${String(count)}`));
  }
  await call(push(licences(platform, numbers, { XK_JDRQ: '2021/04/26', XK_YXQZ: '2021/04/26' }), 'moved'));
});

afterAll(async () => {
  await world.close();
});

/** Every item of a list, and how many pages that took. */
async function readAll(path: string, limit: number): Promise<{ items: Record<string, unknown>[]; pages: number }> {
  const items: Record<string, unknown>[] = [];
  for (let next: string | null = '', pages = 1; ; pages += 1) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page: { items: Record<string, unknown>[]; next: string | null } = (
      await world.call({ url: `/api/v1${path}limit=${String(limit)}${cursor}` })
    ).json();
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    next = page.next;
    if (next === null) return { items, pages };
  }
}

it.each([
  ['records of one day', '/records?dataset=licence&', 'recordId', RECORDS],
  ['batches', '/batches?', 'batch', 9],
  ['waiting rows', '/waiting?', 'id', RECORDS],
])('%s', async (_name, path, key, count) => {
  for (const limit of [1, 5, count, 500]) {
    const { items } = await readAll(path, limit);
    expect([limit, items.length, new Set(items.map((item) => item[key])).size]).toEqual([limit, count, count]);
  }
});

it('issues, several of a row', async () => {
  const whole = (await readAll(`/batches/${batch}/issues?`, 500)).items;
  expect(whole.length).toBeGreaterThanOrEqual(2 * RECORDS);
  const rows = whole.map((issue) => Number(issue['row']));
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  const { items, pages } = await readAll(`/batches/${batch}/issues?`, 3);
  expect(items).toEqual(whole);
  expect(pages).toBe(Math.floor(whole.length / 3) + 1);
});

it('a cursor of one list means nothing to another', async () => {
  const { next } = (await world.call({ url: '/api/v1/records?limit=1' })).json<{ next: string }>();
  const answer = await world.call({ url: `/api/v1/batches?cursor=${next}` });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'bad-cursor']);
});
