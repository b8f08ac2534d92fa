/** Thousands of damaged workbooks and CSVs sent in: after each the register holds what its receipt says, or nothing of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importManyDamaged, openDamagedDesk } from '../tests/_damaged-imports.ts';
import type { Desk } from '../tests/_intake.ts';

const FILES = Number(process.env['XINCHENG_DAMAGED_IMPORTS'] ?? '3000');
const PER_SEED = 1_000_000;

let desk: Desk;

beforeAll(async () => {
  desk = await openDamagedDesk();
});
afterAll(() => desk.close());

it(`${String(FILES)} damaged imports`, async () => {
  const seed = Number(process.env['XINCHENG_SEED'] ?? 1) * PER_SEED;
  const began = performance.now();
  const { refused, read, repeats, rows } = await importManyDamaged(desk, seed, FILES);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `seed ${String(seed)}: ${String(refused)} refused, ${String(read)} taken in, ${String(repeats)} seen before, ${String(seconds)} s; rows ${JSON.stringify(rows)}`,
  );
  expect(refused + read + repeats).toBe(FILES);
});
