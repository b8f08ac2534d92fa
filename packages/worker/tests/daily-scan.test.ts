/** The finder of concealment in a running service: at the start and after midnight, once a day, tried again after a failure. */
import { testPlatform } from '@xincheng/testkit/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { startDailyScan } from '@xincheng/worker/concealment';
import { afterAll, beforeAll, expect, it } from 'vitest';

let platform: Platform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

async function owner(sql: string): Promise<readonly { found_on: string }[]> {
  return (await platform.database.owner.query<{ found_on: string }>(sql)).rows;
}

/** A decision that somebody saw and nobody filed: the scan of the same day raises an alarm. */
async function see(serial: number): Promise<void> {
  await owner(
    `insert into concealment_sighting values (gen_random_uuid(), 'lc-scjg', 'penalty', '济历城市监罚〔2021〕${String(serial)}号',
       'repair', '企业来申请修复', null, '赵经办', now())`,
  );
}

it('scans at the start and after midnight, tells the operator, tries again, and ends cleanly', async () => {
  let now = new Date('2021-07-01T10:00:00+08:00');
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
  const daily = async (local: string): Promise<readonly string[]> => {
    now = new Date(`${local}+08:00`);
    const running = startDailyScan(platform, options);
    await running.first;
    await running.stop();
    return (await owner('select found_on from concealment_alarm order by found_on')).map(({ found_on }) => found_on);
  };
  await see(88);
  expect(await daily('2021-07-01T10:00:00')).toEqual(['2021-07-01']);
  expect(said).toEqual(['瞒报排查：新增线索 1 条（2021-07-01）']);
  const notices = await owner('select unit_id, template from notice');
  expect(notices).toEqual([{ unit_id: 'lc-scjg', template: 'concealment-found' }]);
  expect(await daily('2021-07-01T12:00:00')).toHaveLength(1);

  await see(89);
  const right = 'insert on concealment_alarm';
  await owner(`revoke ${right} from xincheng_app`);
  try {
    expect(await daily('2021-07-02T00:00:05')).toHaveLength(1);
  } finally {
    await owner(`grant insert on concealment_alarm to xincheng_app`);
  }
  expect(said.at(-1)).toMatch(/^瞒报排查没有完成，一小时内再试：.*permission denied/u);
  // The same day: work that failed is not taken for done.
  waiting.length = 0;
  const again = startDailyScan(platform, options);
  await again.first;
  await again.stop();
  expect((await owner('select found_on from concealment_alarm order by found_on')).map(({ found_on }) => found_on)).toEqual([
    '2021-07-01',
    '2021-07-02',
  ]);
});
