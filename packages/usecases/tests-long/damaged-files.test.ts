/** A hundred thousand damaged workbooks and CSVs: every one is refused with a code or read to its end, none hangs. */
import { expect, it } from 'vitest';
import { readManyDamaged } from '../tests/_mutations.ts';

const FILES = Number(process.env['XINCHENG_DAMAGED_FILES'] ?? 100_000);
const PER_SEED = 1_000_000;

it(`${String(FILES)} damaged files`, async () => {
  const seed = Number(process.env['XINCHENG_SEED'] ?? 1) * PER_SEED;
  const began = performance.now();
  const { refused, read, slowestMs } = await readManyDamaged(seed, FILES);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `seed ${String(seed)}: ${String(refused)} refused, ${String(read)} read, ${String(seconds)} s, slowest ${String(Math.round(slowestMs))} ms`,
  );
  expect(refused + read).toBe(FILES);
});
