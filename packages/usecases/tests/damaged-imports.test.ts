/** Some of what the long test does by the thousand. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importManyDamaged, openDamagedDesk } from './_damaged-imports.ts';
import type { Desk } from './_intake.ts';

const FILES = 300;

let desk: Desk;

beforeAll(async () => {
  desk = await openDamagedDesk();
});
afterAll(() => desk.close());

it('damaged files are taken in whole or not at all', async () => {
  const seed = Number(process.env['XINCHENG_SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`damaged imports: seed ${String(seed)}`);
  const { refused, read, repeats, rows } = await importManyDamaged(desk, seed, FILES);
  expect(refused + read + repeats).toBe(FILES);
  // Neither everything is refused nor everything taken, and rows have every fate.
  expect(Math.min(refused, read)).toBeGreaterThan(FILES / 20);
  expect(Math.min(...Object.values(rows))).toBeGreaterThan(FILES / 20);
});
