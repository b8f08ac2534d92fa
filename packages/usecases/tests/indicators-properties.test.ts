/** After any sequence of acts every number is what brute force says: live, frozen, and for every reader. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCity } from './_forwarding.ts';
import type { City } from './_forwarding.ts';
import { ACTS, proveNumbers } from './_indicator-run.ts';
import type { Act } from './_indicator-run.ts';

const SEED = 20210420;
const RUNS = 6;

const PLAIN = { firm: 1, form: 'plain', daysAgo: 5, replaces: false } as const;
/** Every kind of act once, so that none is left to chance. */
const EACH: readonly Act[] = [
  { kind: 'send', dataset: 'licence', lines: [1, 2, 3].map((number) => ({ ...PLAIN, number })) },
  { kind: 'send', dataset: 'penalty', lines: [{ ...PLAIN, number: 4, form: 'waits' }] },
  { kind: 'decide', nth: 0, as: 'row' },
  { kind: 'forward', dataset: 'licence' },
  { kind: 'answer', refused: [2] },
  { kind: 'word', word: 'declared', set: 'dual-publicity-declared', item: 'licence', count: 4, monthsAgo: 0 },
  { kind: 'suspend', nth: 0 },
  { kind: 'withdraw', nth: 1 },
  { kind: 'fold' },
  { kind: 'wait', days: 60 },
  { kind: 'freeze' },
  { kind: 'send', dataset: 'licence', lines: [{ ...PLAIN, number: 5, daysAgo: 40 }] },
  { kind: 'wait', days: 400 },
  { kind: 'sweep' },
];

let city: City;

beforeAll(async () => {
  city = await openCity();
});

afterAll(() => city.desk.close());

it(`numbers equal brute force (seed ${String(SEED)})`, async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(ACTS, async (acts) => {
      for (const kind of await proveNumbers(city, acts)) done.add(kind);
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true, examples: [[EACH]] },
  );
  // A proof over acts that were all refused would prove nothing.
  expect([...done]).toEqual(expect.arrayContaining(['withdraw', 'declared', 'decide']));
}, 120_000);
