/** Sealing in a running service: by itself within seconds, through failures, and to the last event at the end. */
import { testPlatform } from '@xincheng/testkit/platform';
import { verifyAudit, writeAct } from '@xincheng/usecases/audit';
import { withTransaction } from '@xincheng/store/connection';
import type { Platform } from '@xincheng/usecases/platform';
import { SWEEPER } from '@xincheng/usecases/publicity';
import { asDay } from '@xincheng/core/calendar';
import { startSealing } from '@xincheng/worker/audit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

let platform: Platform;

beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

async function act(): Promise<void> {
  const context = { now: new Date(), today: asDay('2026-03-02'), actor: SWEEPER };
  await withTransaction(platform.database.app, { actor: SWEEPER.id, scope: 'all' }, (client) =>
    writeAct(client, context, { act: 'test', objectKind: 'test', objectId: '1', unitId: null, details: {} }),
  );
}

async function counts(): Promise<readonly [number, number]> {
  const { events, unsealed, isSound } = await verifyAudit(platform);
  expect(isSound).toBe(true);
  return [events, unsealed.events];
}

it('seals by itself, tells once that it cannot, goes on when it can, and leaves nothing at its end', async () => {
  const said: string[] = [];
  const sealing = startSealing(platform, { now: () => new Date(), log: (line) => said.push(line) });
  await act();
  await vi.waitFor(async () => expect(await counts()).toEqual([1, 0]), { timeout: 60_000, interval: 100 });
  await platform.database.owner.query('alter table audit_block rename to audit_block_away');
  await act();
  await vi.waitFor(() => expect(said).toEqual([expect.stringMatching(/^审计日志没有封存.*audit_block/u)]), { timeout: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(said).toHaveLength(1);
  await platform.database.owner.query('alter table audit_block_away rename to audit_block');
  await vi.waitFor(async () => expect(await counts()).toEqual([2, 0]), { timeout: 60_000, interval: 100 });
  await act();
  await sealing.stop();
  expect(await counts()).toEqual([3, 0]);
  await act();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await counts()).toEqual([3, 1]);
});
