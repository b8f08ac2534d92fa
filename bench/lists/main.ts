/**
 * How long a page of a list takes over so many records, wherever in the list it lies: `npm run bench -- lists [records] [requests]`. Asked over
 * HTTP, as the credit office and as an officer of one unit, with and without filters.
 */
import { join } from 'node:path';
import { developmentToken } from '@xincheng/usecases/identity';
import { testPlatform } from '@xincheng/testkit/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { buildServer } from '../../packages/server/src/app.ts';
import { saveResults } from '../shared/save.ts';

const RECORDS = Number(process.argv[2] ?? '1000000');
const REQUESTS = Number(process.argv[3] ?? '60');
const PAGE_ROWS = 100;
const WARM_UP = 5;
/** Half of all records are the largest unit's. */
const LARGEST = 'lc-scjg';

const FILL = `insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on,
    received_at, state, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, shown_until, payload)
  select overlay(overlay(md5(i::text) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid, 'U' || (i % 200000), (array['licence', 'penalty', 'inspection'])[1 + i % 3],
    case when i % 2 = 0 then $2 else ($3::text[])[1 + (i / 2) % cardinality($3::text[])] end,
    'legal', '济南示例第' || (i % 200000) || '有限公司', '11370112009000015N', '济历城市监罚〔2021〕' || i || '号',
    date '2021-01-01' + (i * 7919::bigint % 1500)::integer, now(), case when i % 10 = 0 then 'held' else 'published' end, 1, '2018.1', gen_random_uuid(),
    '00000000-0000-7000-8000-000000000001', i, now(), '测', '首次报送', date '2022-01-01' + i % 1100, jsonb_build_object('CF_NR', repeat('罚', 100))
  from generate_series(1, $1::integer) i order by 1`;

interface Question {
  readonly name: string;
  readonly query: string;
  readonly unit?: string;
}

const QUESTIONS: readonly Question[] = [
  { name: 'credit office, everything', query: '' },
  { name: 'credit office, one dataset', query: 'dataset=penalty' },
  { name: 'credit office, the largest unit', query: `unit=${LARGEST}` },
  { name: 'credit office, held', query: 'state=held' },
  { name: 'credit office, one month', query: 'decidedFrom=2022-03-01&decidedTo=2022-03-31' },
  { name: 'credit office, part of many names', query: `text=${encodeURIComponent('第1')}` },
  { name: 'credit office, one number', query: `text=${encodeURIComponent('〔2021〕777777号')}` },
  { name: 'credit office, one name', query: `text=${encodeURIComponent('例第17777有')}` },
  { name: 'credit office, no name and no number', query: `text=${encodeURIComponent('华为')}` },
  { name: 'credit office, part of many numbers', query: `text=${encodeURIComponent('监罚〔2021〕')}` },
  { name: 'credit office, digits of a number', query: `text=${encodeURIComponent('777')}` },
  { name: 'credit office, suspended', query: 'state=suspended' },
  { name: 'officer of the largest unit', query: '', unit: LARGEST },
  { name: 'officer of the largest unit, one dataset', query: 'dataset=licence', unit: LARGEST },
  { name: 'officer of the largest unit, one number', query: `text=${encodeURIComponent('〔2021〕777777号')}`, unit: LARGEST },
];

async function fill({ database: { owner }, pack }: Platform): Promise<void> {
  const units = [...pack.units.keys()].filter((unit) => unit !== LARGEST);
  await owner.query("set maintenance_work_mem = '256MB'");
  await owner.query(FILL, [RECORDS, LARGEST, units]);
  await owner.query(
    `select record_search_note(unit_id, dataset, format('select subject_kind, subject_key, subject_name, number from credit_record
       where unit_id = %L and dataset = %L', unit_id, dataset)) from (select distinct unit_id, dataset from credit_record) place`,
  );
  await owner.query('vacuum analyze credit_record, credit_record_name, number_form');
}

/** Positions in the list, evenly spread: behind each of them a page is asked for. */
async function positions({ database: { owner } }: Platform): Promise<readonly string[]> {
  const { rows } = await owner.query<{ day: string; id: string }>(
    'select decided_on as day, record_id as id from credit_record tablesample system (1) repeatable (7) order by md5(record_id::text) limit $1',
    [REQUESTS],
  );
  return rows.map(({ day, id }) => Buffer.from(JSON.stringify([day, id])).toString('base64url'));
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

const platform = await testPlatform();
try {
  await fill(platform);
  const cursors = await positions(platform);
  const app = await buildServer(platform, { now: () => new Date(), log: () => undefined });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const token = (await developmentToken(platform.home, platform.pack.district)) ?? '';
  const measured = [];
  for (const { name, query, unit } of QUESTIONS) {
    const headers = { authorization: `Bearer ${token}`, ...(unit === undefined ? {} : { 'xincheng-unit': unit }) };
    const times: number[] = [];
    for (const [index, cursor] of [undefined, ...cursors].entries()) {
      const from = performance.now();
      const answer = await fetch(
        `${url}/api/v1/records?limit=${String(PAGE_ROWS)}&${query}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        { headers },
      );
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
      await answer.arrayBuffer();
      if (index >= WARM_UP) times.push(performance.now() - from);
    }
    times.sort((one, other) => one - other);
    const result = { name, requests: times.length, median: at(times, 0.5), p99: at(times, 0.99), worst: at(times, 1) };
    measured.push(result);
    console.log(
      `${name}: median ${String(result.median)} ms, p99 ${String(result.p99)} ms, worst ${String(result.worst)} ms (${String(result.requests)} pages of ${String(PAGE_ROWS)})`,
    );
  }
  await app.close();
  await saveResults(join(import.meta.dirname, '../results'), 'lists', { records: RECORDS, rowsOfAPage: PAGE_ROWS, measured });
} finally {
  await platform.close();
}
