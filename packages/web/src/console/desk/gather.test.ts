import { expect, it } from 'vitest';
import { gather, mapped } from './gather.ts';

/** A list of so many, in pages. */
function listOf(count: number): Parameters<typeof gather<number>>[0] {
  return ({ limit, cursor = '0' }) => {
    const from = Number(cursor);
    const items = Array.from({ length: Math.min(limit, count - from) }, (_, at) => from + at);
    return Promise.resolve({ items, next: from + limit < count ? String(from + limit) : null });
  };
}

it('reads to the end and says where it did not', async () => {
  expect(await gather(listOf(3))).toEqual({ items: [0, 1, 2], isCut: false });
  const whole = await gather(listOf(2000));
  expect([whole.items.length, whole.isCut, whole.items[1999]]).toEqual([2000, false, 1999]);
  const cut = mapped(await gather(listOf(2001)), String);
  expect([cut.items.length, cut.isCut, cut.items[1999]]).toEqual([2000, true, '1999']);
});
