/** Which measures are kept, and filling them from the records: at a start that finds definitions changed, and for proof. */
import type pg from 'pg';
import { programSql } from './measure-sql.ts';
import type { MeasureSql } from './measure-sql.ts';

/** All measures of one dataset. */
export interface MeasuredDataset {
  readonly dataset: string;
  readonly deadline: string | null;
  readonly measures: readonly MeasureSql[];
}

/** Days of decision with the days due that follow from them. */
export interface DueDays {
  readonly deadline: string;
  readonly days: readonly { readonly decidedOn: string; readonly dueOn: string }[];
}

/** A measure differs from the records that it counts. */
export interface Difference {
  readonly measure: string;
  readonly unitId: string;
  readonly day: string;
  readonly kept: bigint;
  readonly counted: bigint;
}

/** Datasets whose kept measures are not these, by their names. */
export async function changedDatasets(client: pg.ClientBase, datasets: readonly MeasuredDataset[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ dataset: string; measures: string[]; deadline: string | null }>(
    'select dataset, measures, deadline from indicator_program',
  );
  const kept = new Map(rows.map(({ dataset, measures, deadline }) => [dataset, keyOf(measures, deadline)]));
  const wanted = new Map(
    datasets.map(({ dataset, deadline, measures }) => [
      dataset,
      keyOf(
        measures.map(({ id }) => id),
        deadline,
      ),
    ]),
  );
  return [...new Set([...kept.keys(), ...wanted.keys()])].filter((dataset) => kept.get(dataset) !== wanted.get(dataset));
}

function keyOf(measures: readonly string[], deadline: string | null): string {
  return JSON.stringify([deadline, [...measures].sort()]);
}

/**
 * Keeps exactly these measures from now on. What is new is counted from the records in one pass, what is gone is dropped. Nobody changes
 * a record meanwhile: whoever has begun to is waited for, whoever comes later finds the new measures.
 */
export async function keepMeasures(
  client: pg.ClientBase,
  datasets: readonly MeasuredDataset[],
  deadlines: readonly DueDays[],
): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('indicator/fold', 0))");
  await client.query('lock table credit_record in exclusive mode');
  const { rows } = await client.query<{ dataset: string; measures: string[] }>('select dataset, measures from indicator_program');
  for (const days of deadlines) await saveDueDays(client, days);
  const kept = new Set(rows.flatMap(({ measures }) => measures));
  const wanted = datasets.flatMap(({ measures }) => measures.map(({ id }) => id));
  for (const table of ['indicator_delta', 'indicator_fold'])
    await client.query(`delete from ${table} where measure = any ($1)`, [[...kept].filter((id) => !wanted.includes(id))]);
  await client.query('delete from indicator_program where dataset <> all ($1)', [datasets.map(({ dataset }) => dataset)]);
  for (const { dataset, deadline, measures } of datasets) {
    await client.query(
      `insert into indicator_program (dataset, deadline, measures, statement) values ($1, $2, $3, $4)
       on conflict (dataset) do update set deadline = excluded.deadline, measures = excluded.measures, statement = excluded.statement`,
      [dataset, deadline, measures.map(({ id }) => id), programSql(measures)],
    );
    await countIn(
      client,
      dataset,
      measures.filter(({ id }) => !kept.has(id)),
    );
  }
}

async function countIn(client: pg.ClientBase, dataset: string, measures: readonly MeasureSql[]): Promise<void> {
  if (measures.length === 0) return;
  await client.query(
    `insert into indicator_fold (measure, grain, day, unit_id, member, value)
     select c.measure, g.grain, g.day, c.unit_id, c.member, sum(c.value)
     from (${countedSql(measures)}) c cross join lateral (values ('day', c.day), ('month', date_trunc('month', c.day)::date)) g (grain, day)
     where c.value <> 0 and c.day is not null group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    [dataset],
  );
}

/** Counts everything anew, as if no measure were kept. */
export async function dropMeasures(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('indicator/fold', 0))");
  await client.query('lock table credit_record in exclusive mode');
  await client.query('delete from indicator_delta');
  await client.query('delete from indicator_fold');
  await client.query('delete from indicator_program');
}

/** Where what is kept of a dataset's measures is not what its records give, by the same conditions; at most `limit`. */
export async function differencesOf(
  client: pg.ClientBase,
  { dataset, measures }: MeasuredDataset,
  limit: number,
): Promise<readonly Difference[]> {
  const { rows } = await client.query<Difference>(
    `with counted as (select measure, day, unit_id, member, sum(value) as value from (${countedSql(measures)}) c where day is not null group by 1, 2, 3, 4),
     kept as (
       select measure, day, unit_id, member, sum(value) as value from (
         select measure, day, unit_id, member, value from indicator_fold where grain = 'day' and measure = any ($2)
         union all
         select measure, day, unit_id, member, value from indicator_delta where measure = any ($2)) k group by 1, 2, 3, 4)
     select measure, unit_id as "unitId", day, coalesce(k.value, 0)::bigint as kept, coalesce(c.value, 0)::bigint as counted
     from counted c full join kept k using (measure, day, unit_id, member)
     where coalesce(k.value, 0) <> coalesce(c.value, 0)
     order by measure, day, unit_id limit $3`,
    [dataset, measures.map(({ id }) => id), limit],
  );
  return rows;
}

function countedSql(measures: readonly MeasureSql[]): string {
  return programSql(measures).replaceAll('{rows}', '(select * from indicator_record where dataset = $1)');
}

/** Folds deltas that are there, at most so many at once; how many. */
export async function foldBite(client: pg.ClientBase, limit: number): Promise<number> {
  const { rows } = await client.query<{ folded: number }>('select indicator_fold_bite($1) as folded', [limit]);
  return rows[0]?.folded ?? 0;
}

async function saveDueDays(client: pg.ClientBase, { deadline, days }: DueDays): Promise<void> {
  await client.query('delete from indicator_due_day where deadline = $1', [deadline]);
  await client.query(
    'insert into indicator_due_day (deadline, decided_on, due_on) select $1, d, u from unnest($2::date[], $3::date[]) as x (d, u)',
    [deadline, days.map(({ decidedOn }) => decidedOn), days.map(({ dueOn }) => dueOn)],
  );
}
