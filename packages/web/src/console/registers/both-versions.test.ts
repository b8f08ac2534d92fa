import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disputes, firstSide, settled } from './both-versions.ts';

const before = { a: '1', b: '1', c: '1', d: '1' };
const theirs = { a: '2', b: '1', c: '2', d: '2' };
const mine = { a: '1', b: '3', c: '3', d: '2' };

it('names what differs and gives each side what only it touched', () => {
  const all = disputes(before, theirs, mine, ['a', 'b', 'c', 'd']);
  expect(all.map((one) => [one.code, firstSide(one)])).toEqual([
    ['a', 'theirs'],
    ['b', 'mine'],
    ['c', 'mine'],
  ]);
  expect(settled(theirs, all, firstSide)).toEqual({ a: '2', b: '3', c: '3', d: '2' });
});

it('loses no choice', () => {
  const cells = fc.record({ a: fc.string(), b: fc.string() });
  fc.assert(
    fc.property(cells, cells, cells, (one, two, three) => {
      const all = disputes(one, two, three, ['a', 'b']);
      expect(settled(two, all, () => 'theirs')).toEqual(two);
      expect(settled(two, all, () => 'mine')).toEqual(three);
    }),
  );
});
