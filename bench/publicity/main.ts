/**
 * What the index for the sweep costs an import of so many rows, and how long a sweep takes: `npx tsx bench/publicity/main.ts [rows] [repeats]`.
 * Rows are written by one statement in the order of their ids, as the merge of an import writes them.
 */
import { asDay } from '@xincheng/core/calendar';
import { testPlatform } from '@xincheng/testkit/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { sweepPublicity, SWEEPER } from '@xincheng/usecases/publicity';

const ROWS = Number(process.argv[2] ?? '1000000');
const REPEATS = Number(process.argv[3] ?? '3');
const INDEXES = {
  shown: "create index credit_record_shown on credit_record (shown_until) where state = 'published'",
  written: 'create index credit_record_written on credit_record using brin (written_at)',
} as const;
const NOW = new Date('2026-01-01T08:00:00+08:00');
/** Days of the last day on show are spread over so many; the last day of all lies before the sweep's. */
const DAYS = 1100;

const FILL = `insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on,
    received_at, state, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, shown_until, payload)
  select md5(i::text)::uuid, 'U' || (i % 200000), 'penalty', 'lc-scjg', 'legal', '济南示例第' || (i % 200000) || '有限公司', '11370112009000015N',
    '济历城市监罚〔2021〕' || i || '号', date '2021-01-01' + i % 365, now(), 'published', 1, '2018.1', gen_random_uuid(),
    '00000000-0000-7000-8000-000000000001', i, now(), '测', '首次报送', date '2022-01-01' + i % ${String(DAYS)}, jsonb_build_object('CF_NR', repeat('罚', 100))
  from generate_series(1, $1::integer) i order by 1`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

async function fill({ database: { owner } }: Platform, indexes: readonly (keyof typeof INDEXES)[]): Promise<number> {
  await owner.query('truncate credit_record, publicity_event');
  await owner.query('drop index if exists credit_record_shown, credit_record_written');
  for (const name of indexes) await owner.query(INDEXES[name]);
  await owner.query('checkpoint').catch(() => undefined);
  return timed(() => owner.query(FILL, [ROWS]));
}

const platform = await testPlatform();
try {
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const without = await fill(platform, []);
    const shown = await fill(platform, ['shown']);
    const both = await fill(platform, ['shown', 'written']);
    console.log(
      `fill ${String(ROWS)} rows: without ${without.toFixed(1)} s, with the sweep's index ${shown.toFixed(1)} s, with both ${both.toFixed(1)} s`,
    );
  }
  await platform.database.owner.query('analyze credit_record');
  const context = { now: NOW, today: asDay('2026-01-01'), actor: SWEEPER };
  const nothing = await timed(() => sweepPublicity(platform, context, asDay('2022-01-01')));
  const oneDay = await timed(async () => console.log(await sweepPublicity(platform, context, asDay('2022-01-02'))));
  await platform.database.owner.query('drop index credit_record_shown');
  const scan = await timed(() =>
    platform.database.owner.query("select count(*) from credit_record where state = 'published' and shown_until < '2022-01-01'"),
  );
  await platform.database.owner.query(INDEXES.shown);
  const all = await timed(async () => console.log(await sweepPublicity(platform, context, asDay('2026-01-01'))));
  console.log(
    `sweep: nothing due ${(nothing * 1000).toFixed(0)} ms, one day ${(oneDay * 1000).toFixed(0)} ms, everything ${all.toFixed(1)} s; a scan without the index ${(scan * 1000).toFixed(0)} ms`,
  );
} finally {
  await platform.close();
}
