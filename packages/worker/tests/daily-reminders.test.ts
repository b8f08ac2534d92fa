/** Reminders in a running service: once a day, and nothing twice when the service starts again. */
import { testPlatform } from '@xincheng/testkit/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { startDailyReminders } from '@xincheng/worker/supervision';
import { afterAll, beforeAll, expect, it } from 'vitest';

let platform: Platform;

beforeAll(async () => {
  platform = await testPlatform();
  await givePlanOut();
});
afterAll(() => platform.close());

/** A task due on 15 June 2021 that binds one unit. */
async function givePlanOut(): Promise<void> {
  const at = '2021-04-20T09:00:00+08:00';
  await owner(
    `insert into plan_draft values ('01920000-0000-7000-8000-000000000001', 'p', '方案', '2021-04-01', '方案.txt', null, '{}', 'confirmed', '赵录入', '${at}', default, '钱确认', '${at}')`,
  );
  await owner(
    `insert into plan values ('p', '方案', '2021-04-01', '01920000-0000-7000-8000-000000000001', '赵录入', '钱确认', '${at}', '2021-04-20', 'confirmed')`,
  );
  await owner("insert into plan_area values ('p', '一', 1, '领域')");
  await owner(
    "insert into plan_task (plan_id, number, ordinal, area, text, due_on, due_kind, targets, instruments) values ('p', '一1', 1, '一', '任务', '2021-06-15', 'day', '[]', '[]')",
  );
  await owner("insert into plan_task_unit values ('p', '一1', 1, 'lc-sfj', 'responsible', '2021-06-01', '区司法局', null, null)");
}

function owner(sql: string) {
  return platform.database.owner.query<{ step: number }>(sql);
}

async function stepsSent(): Promise<readonly number[]> {
  const { rows } = await owner(
    "select days_ahead as step from supervision_reminder where about = 'task' order by days_ahead desc",
  );
  return rows.map(({ step }) => step);
}

it('sends at the start and after midnight, tells the operator, and ends cleanly', async () => {
  let now = new Date('2021-06-14T10:00:00+08:00');
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const options = {
    now: () => now,
    log: (line: string) => said.push(line),
    after: (_ms: number, work: () => void) => {
      waiting.push(work);
      return () => undefined;
    },
  };
  const running = startDailyReminders(platform, options);
  await running.first;
  expect(await stepsSent()).toEqual([1]);
  expect(said).toEqual(['到期提醒：发出 1 份（2021-06-14）']);
  now = new Date('2021-06-14T11:00:00+08:00');
  waiting.shift()?.();
  await running.stop();
  // Started again on the same day, as after an update.
  const again = startDailyReminders(platform, options);
  await again.first;
  await again.stop();
  expect(await stepsSent()).toEqual([1]);
  now = new Date('2021-06-16T00:01:00+08:00');
  const later = startDailyReminders(platform, options);
  await later.first;
  await later.stop();
  expect(await stepsSent()).toEqual([1, -1]);
});
