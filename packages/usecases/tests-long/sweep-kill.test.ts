/** kill -9 in the middle of sweeps, two at a time: every end of publicity is noted once, under the day of its own midnight. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CHILD = join(import.meta.dirname, '../tests/_sweep-child.ts');
const KILLS = Number(process.env['XINCHENG_KILLS'] ?? '30');
const SEED = Number(process.env['XINCHENG_SEED'] ?? '1');
const ROWS = 20_000;
const DAY = '2026-01-10';
/** So few a transaction that a sweep is long enough to be killed. */
const BATCH = 5;
const LONGEST_MS = 150;

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.database.owner.query(
    `insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on, received_at,
       state, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, shown_until, payload)
     select md5(i::text)::uuid, 'U' || i, 'penalty', 'u', 'legal', '示例', '1', i::text, date '2022-01-01', now(), 'published', 1, '1', gen_random_uuid(),
       gen_random_uuid(), i, now(), '测', '首次报送', date '2026-01-01' + i % 12, '{}'
     from generate_series(1, $1::integer) i`,
    [ROWS],
  );
});

afterAll(() => test.close());

it(`notes every end once after ${String(KILLS)} kills, seed ${String(SEED)}`, async () => {
  let killed = 0;
  let random = SEED;
  for (let kill = 0; kill < KILLS; kill += 1) {
    random = (random * 48_271) % 2_147_483_647;
    const ends = await Promise.all([sweepFor((random % LONGEST_MS) + 1), sweepFor(((random >> 8) % LONGEST_MS) + 1)]);
    killed += ends.filter((end) => end === 'killed').length;
  }
  await sweepFor(null);
  process.stdout.write(`${String(killed)} of ${String(KILLS * 2)} sweeps were killed\n`);
  const { owner } = test.database;
  const due = "shown_until < date '2026-01-10'";
  const counts = await owner.query<Record<string, string>>(
    `select (select count(*) from credit_record where ${due})::text as due,
       (select count(*) from credit_record where ${due} and state = 'ended' and state_reason = 'maximum-reached')::text as ended,
       (select count(*) from credit_record where not (${due}) and state = 'published')::text as left,
       (select count(*) from publicity_event)::text as events,
       (select count(distinct record_id) from publicity_event)::text as records,
       (select count(*) from publicity_event e join credit_record r using (record_id, subject_key) where e.day = r.shown_until + 1 and e.ordinal = 1)::text as right,
       (select sum((details ->> 'ended')::integer) from audit_event where act = 'publicity.sweep')::text as audited`,
  );
  const row = counts.rows[0] ?? {};
  const { due: expected } = row;
  expect(row).toEqual({
    due: expected,
    ended: expected,
    left: String(ROWS - Number(expected)),
    events: expected,
    records: expected,
    right: expected,
    audited: expected,
  });
  expect(killed).toBeGreaterThan(KILLS);
});

/** Sweeps in a process of its own and kills it so long after it was ready; null lets it end. */
function sweepFor(ms: number | null): Promise<'killed' | 'ended'> {
  const orders = { ownerUrl: test.ownerUrl, secrets: test.secrets, day: DAY, now: '2026-01-10T00:00:05+08:00', batch: BATCH };
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => {
    if (ms !== null) setTimeout(() => child.kill('SIGKILL'), ms);
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('ended');
      else reject(new Error(`the sweep ended with ${String(code)}`));
    });
  });
}
