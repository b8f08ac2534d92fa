/** Many more sequences of acts than the short test has time for: every number equals brute force. */
import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { openCity } from '../tests/_forwarding.ts';
import type { City } from '../tests/_forwarding.ts';
import { ACTS, proveNumbers } from '../tests/_indicator-run.ts';

const RUNS = Number(process.env['XINCHENG_INDICATOR_RUNS'] ?? '60');
const SEED = Number(process.env['XINCHENG_SEED'] ?? '1');

let city: City;

beforeAll(async () => {
  city = await openCity();
});

afterAll(() => city.desk.close());

it(`numbers equal brute force ${String(RUNS)} times (seed ${String(SEED)})`, async () => {
  await fc.assert(
    fc.asyncProperty(ACTS, async (acts) => {
      await proveNumbers(city, acts);
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
}, 900_000);
