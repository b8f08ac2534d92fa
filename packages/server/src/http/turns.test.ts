import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('work under one key runs one after another, in order, also after a failure; other keys go on', async () => {
  const turns = createTurns();
  const log: string[] = [];
  const work =
    (name: string, ms: number, fails = false) =>
    async (): Promise<string> => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    turns.take('a', work('a1', 30, true)),
    turns.take('a', work('a2', 1)),
    turns.take('b', work('b1', 1)),
    turns.take('a', work('a3', 1)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(log.filter((line) => line.startsWith('a'))).toEqual([
    'a1 begins',
    'a1 ends',
    'a2 begins',
    'a2 ends',
    'a3 begins',
    'a3 ends',
  ]);
  expect(log.indexOf('b1 ends')).toBeLessThan(log.indexOf('a1 ends'));
});
