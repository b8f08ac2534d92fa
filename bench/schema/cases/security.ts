/** Case 5: row-level security beside COPY, and what its policy costs. */
import { HEADER_COLUMNS } from '../encode.ts';
import { connect, createRecordTable, run, value } from '../database.ts';
import type { Bench } from '../bench.ts';
import type { Session } from '../database.ts';

const UNIT = 'unit-07';
const POLICY = `current_setting('app.scope', true) = 'all' or unit_id = any (string_to_array(current_setting('app.units', true), ','))`;
const LOOKUPS = 5_000;
const TIMES = 20;

/** Who asks: without any policy, or under it with the rights of one unit or of all. */
const READERS: readonly (readonly [string, readonly string[]])[] = [
  ['no policy', ['reset role']],
  [
    'policy, one unit',
    ['set role bench_app', `select set_config('app.scope', 'units', false), set_config('app.units', '${UNIT}', false)`],
  ],
  [
    'policy, all units',
    ['set role bench_app', `select set_config('app.scope', 'all', false), set_config('app.units', '', false)`],
  ],
];

const QUERIES: readonly (readonly [string, string])[] = [
  [
    '50 newest rows of a unit',
    `select record_id, number, subject_name, payload from credit_record where unit_id = '${UNIT}' and dataset = 'licence' order by decided_on desc limit 50`,
  ],
  ['count of a unit', `select count(*) from credit_record where unit_id = '${UNIT}' and dataset = 'licence'`],
  [
    '50 newest rows, policy alone narrows',
    `select record_id, number, subject_name, payload from credit_record where dataset = 'licence' order by decided_on desc limit 50`,
  ],
  ['count, policy alone narrows', 'select count(*) from credit_record'],
];

/** Everything about row-level security. */
export async function rowSecurity(bench: Bench): Promise<void> {
  const { session } = bench;
  await run(
    session,
    'drop role if exists bench_owner',
    'drop role if exists bench_app',
    'create role bench_owner',
    'create role bench_app',
    'grant create, usage on schema public to bench_owner',
    'grant select on stage_slim to bench_owner',
  );
  await mergeUnderPolicy(bench);
  await copyIsRefused(bench);
  await readers(bench);
  await run(
    session,
    'drop table credit_record',
    'drop function bench_merge()',
    'drop owned by bench_owner, bench_app',
    'drop role bench_owner, bench_app',
  );
}

async function prepare(session: Session, isGuarded: boolean): Promise<void> {
  await run(session, 'reset role', 'drop function if exists bench_merge()');
  await createRecordTable(session, 2);
  await run(session, 'alter table credit_record owner to bench_owner', 'grant select, insert on credit_record to bench_app');
  if (isGuarded) {
    await run(
      session,
      'alter table credit_record enable row level security',
      'alter table credit_record force row level security',
      'create policy owner_all on credit_record to bench_owner using (true) with check (true)',
      `create policy app_read on credit_record to bench_app using (${POLICY})`,
    );
  }
  await run(
    session,
    `create function bench_merge() returns void language sql security definer set search_path = public, pg_temp
    as $$ insert into credit_record select * from stage_slim order by record_id $$`,
    'alter function bench_merge() owner to bench_owner',
    'checkpoint',
    'set role bench_app',
  );
}

async function mergeUnderPolicy({ session, inputs, report }: Bench): Promise<void> {
  for (const [variant, isGuarded] of [
    ['owner function, no policy', false],
    ['owner function, forced policy using (true)', true],
  ] as const) {
    await report.measure({
      case: 'security-merge',
      variant,
      rows: inputs.rows,
      before: () => prepare(session, isGuarded),
      run: () => run(session, 'select bench_merge()'),
      after: async () => {
        await run(session, 'reset role');
        return Promise.resolve({});
      },
    });
  }
  await run(session, 'vacuum analyze credit_record');
}

async function copyIsRefused({ ownerUrl, report }: Bench): Promise<void> {
  const other = await connect(ownerUrl);
  await run(other, 'set role bench_app', `set app.scope = 'all'`);
  const answer = await other.query(`copy credit_record (${HEADER_COLUMNS}, payload) from stdin`).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  report.fact('copyUnderRowSecurity', answer);
  await other.end();
}

async function readers({ session, report }: Bench): Promise<void> {
  const { rows: keys } = await session.query<{ record_id: string; subject_key: string }>(
    `select record_id, subject_key from credit_record where unit_id = '${UNIT}' limit ${LOOKUPS}`,
  );
  for (const [reader, identity] of READERS) {
    await run(session, ...identity);
    for (const [query, sql] of QUERIES) {
      if (reader === 'no policy' && query.includes('policy alone')) continue;
      const note = (await session.query<Record<string, string>>(`explain (costs off) ${sql}`)).rows
        .map((row) => String(row['QUERY PLAN']).trim())
        .filter((line) => line.includes('Scan'))
        .join(' / ');
      await report.measure({
        case: 'security-read',
        variant: `${query}, ${TIMES} times: ${reader}`,
        rows: TIMES,
        isWriting: false,
        run: async () => {
          for (let left = TIMES; left > 0; left -= 1) await session.query(sql);
        },
        after: async () => Promise.resolve({ note }),
      });
    }
    await report.measure({
      case: 'security-read',
      variant: `${keys.length} lookups by key: ${reader}`,
      rows: keys.length,
      isWriting: false,
      run: async () => {
        for (const key of keys)
          await session.query({
            name: `lookup ${reader}`,
            text: 'select payload from credit_record where record_id = $1 and subject_key = $2',
            values: [key.record_id, key.subject_key],
          });
      },
    });
    report.fact(`rowsSeen: ${reader}`, Number(await value(session, 'select count(*) from credit_record')));
  }
  await run(session, 'reset role');
}
