/** The upkeep of numbers: what changes appended is folded behind them, and readings are the same before and after. */
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { readIndicator } from '@xincheng/usecases/indicators';
import { pushBatch } from '@xincheng/usecases/intake';
import type { Platform } from '@xincheng/usecases/platform';
import { startNumberKeeper } from '@xincheng/worker/indicators';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const UNIT = 'lc-shili-sp';
const CONTEXT = actAt('2021-05-06T10:00', [UNIT]);

let platform: Platform;

beforeAll(async () => {
  platform = await testPlatform();
});

afterAll(() => platform.close());

async function deltas(): Promise<number> {
  const { rows } = await platform.database.owner.query<{ count: number }>(
    'select count(*)::integer as count from indicator_delta',
  );
  return rows[0]?.count ?? -1;
}

async function licences(): Promise<bigint | null> {
  const reading = await readIndicator(platform, CONTEXT, { indicator: 'licences', period: '2021-04' });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value.total.numerator;
}

it('folds deltas while it runs, and no number moves', async () => {
  const example = platform.pack.datasets.get('licence')?.examples[0]?.values ?? {};
  const pushed = await pushBatch(platform, CONTEXT, { dataset: 'licence', unit: UNIT, records: [example] }, 'keeper-1');
  expect(pushed.ok && pushed.value.receipt.accepted).toBe(1);
  expect(await deltas()).toBeGreaterThan(0);
  const before = await licences();
  expect(before).toBe(1n);
  const lines: string[] = [];
  const keeper = startNumberKeeper(platform, { now: () => CONTEXT.now, log: (line) => lines.push(line), pauseMs: 20 });
  await vi.waitFor(async () => {
    expect(await deltas()).toBe(0);
  }, 60_000);
  await keeper.stop();
  expect([await licences(), lines]).toEqual([before, []]);
});
