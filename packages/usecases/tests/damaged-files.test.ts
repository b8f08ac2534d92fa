/** Some of what the long test does by the hundred thousand. */
import { expect, it } from 'vitest';
import { readManyDamaged } from './_mutations.ts';

const FILES = 500;

it('damaged files are refused or read whole, and never hang', async () => {
  const seed = Number(process.env['XINCHENG_SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`damaged files: seed ${String(seed)}`);
  const { refused, read } = await readManyDamaged(seed, FILES);
  expect(refused + read).toBe(FILES);
  // Neither everything is refused nor everything taken.
  expect(Math.min(refused, read)).toBeGreaterThan(FILES / 20);
});
