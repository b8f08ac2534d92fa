import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('names the fields that a version changed, in the order of the form', () => {
  const before = { a: '1', b: ['x', 'y'], gone: '旧' };
  const now = { b: ['x'], a: '1', fresh: '新' };
  expect(differences(before, now, ['b', 'a'])).toEqual([
    { code: 'b', before: 'x；y', now: 'x' },
    { code: 'gone', before: '旧', now: '' },
    { code: 'fresh', before: '', now: '新' },
  ]);
  expect(differences(now, now, [])).toEqual([]);
});
