/** A register of some years without its imports: records, receipts of the city, submissions and declared totals, written past the front door. */
import type { Platform } from '@xincheng/usecases/platform';

const MONTHS = 24;

/** Writes them in pieces; days of decision lie in the two years before July 2021. */
export async function fill(
  { database: { owner } }: Platform,
  units: readonly string[],
  records: number,
  say: (line: string) => void,
): Promise<void> {
  const piece = 500_000;
  for (let from = 0; from < records; from += piece) {
    await owner.query(RECORDS, [from + 1, Math.min(records, from + piece), units]);
    say(`${String(Math.min(records, from + piece))} records`);
  }
  await owner.query(RECEIPTS, [records]);
  await owner.query(SUBMISSIONS, [units]);
  await owner.query(DECLARED, [units, MONTHS]);
  await owner.query('analyze');
}

/** In the order of their ids, as a merge writes them. */
const RECORDS = `insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on,
    received_at, state, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, shown_until, payload)
  select md5(i::text)::uuid, 'U' || (i % 300000), case when i % 5 = 0 then 'penalty' else 'licence' end, ($3::text[])[1 + i % cardinality($3)],
    case i % 10 when 0 then 'natural' when 1 then 'soleTrader' else 'legal' end, '济南示例第' || (i % 300000) || '有限公司', '11370112009000015N',
    '济历城测〔2021〕' || i || '号', d.day, (d.day + 1 + i % 25)::timestamp at time zone 'Asia/Shanghai', case i % 10 when 0 then 'held' else 'published' end,
    1, '2018.1', md5('h' || i)::uuid, '00000000-0000-7000-8000-000000000001', i, (d.day + 1 + i % 25)::timestamp at time zone 'Asia/Shanghai', '测', '首次报送',
    case i % 10 when 0 then null else d.day + 365 end, jsonb_build_object('XK_NR', repeat('许', 60), 'CF_NR_FK', 100000 + i % 1000)
  from generate_series($1::integer, $2::integer) i cross join lateral (select date '2019-07-01' + (i * 7919::bigint % 730)::integer as day) d
  order by 1`;

/** Two records in three have a receipt of the city. */
const RECEIPTS = `insert into credit_record_forwarding (record_id, subject_key, dataset, unit_id, forwarded_at, city_receipt_at, batch_id, version_sent, hash_sent,
    operation, state, is_at_city, is_to_resend)
  select record_id, subject_key, dataset, unit_id, received_at, received_at + interval '2 days', batch_id, 1, content_hash, 'add', 'accepted', true, false
  from credit_record where row_no % 3 <> 0 and row_no <= $1`;

/** One submission of each unit on every day. */
const SUBMISSIONS = `insert into intake_batch (id, receipt_no, unit_id, dataset, definition_version, standards_digest, source, file_name, file_sha256, file_bytes,
    received_at, received_by, state, finished_at, rows, accepted, rejected)
  select gen_random_uuid(), u || '-' || d, u, 'licence', (select min(version) from dataset_definition where dataset = 'licence'), '', 'file', 'x.csv', md5(u || d), 1,
    d::date::timestamp at time zone 'Asia/Shanghai', '测', 'done', d::date::timestamp at time zone 'Asia/Shanghai', 171, 170, 1
  from unnest($1::text[]) u cross join generate_series(date '2019-07-01', date '2021-06-29', interval '1 day') d`;

const DECLARED = `insert into expected_entry (set_id, unit_id, item, period, ordinal, kind, expected, name, at)
  select 'dual-publicity-declared', u, i, to_char(date '2019-07-01' + make_interval(months => m), 'YYYY-MM'), 1, 'declared', 2700, '测', now()
  from unnest($1::text[]) u cross join unnest(array['licence', 'penalty']) i cross join generate_series(0, $2::integer - 1) m`;
