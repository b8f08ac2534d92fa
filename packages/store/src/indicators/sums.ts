/** Reading measures: always what is folded and what is not yet, in one statement; never a stored total. */
import type { RowOutcome } from '@xincheng/core/indicators';
import type pg from 'pg';

/** Days in a row, both ends counted. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** One number that is asked for: measures with the days of each that count. */
export interface AskedRecords {
  readonly parts: readonly ({ readonly measure: string } & DayRange)[];
  /** How many different members, over all parts together, instead of a sum. */
  readonly isDistinct: boolean;
}

/** A number of one unit; `unitId` is empty for the number of all units together. */
export interface AskedSum {
  /** Place of the question in the list. */
  readonly at: number;
  readonly unitId: string;
  readonly value: bigint;
}

/** Whole months are taken as such, the days before and behind them one by one. */
const SUMS = `
  with asked as (select * from jsonb_to_recordset($1::jsonb) as a (at integer, measure text, "from" date, "to" date, distinct_ boolean)),
  bounded as (select *, date_trunc('month', "from" - 1)::date + interval '1 month' as first_month, date_trunc('month', "to" + 1)::date as past_month from asked),
  parts as (
    select at, measure, distinct_, 'month' as grain, first_month::date as "from", past_month - 1 as "to" from bounded where first_month < past_month
    union all
    select at, measure, distinct_, 'day', "from", case when first_month < past_month then first_month::date - 1 else "to" end from bounded
    union all
    select at, measure, distinct_, 'day', past_month, "to" from bounded where first_month < past_month),
  sums as (
    select p.at, s.unit_id, s.value from parts p cross join lateral (
      select unit_id, sum(value) as value from indicator_fold f
      where f.measure = p.measure and f.grain = p.grain and f.day between p."from" and p."to" group by 1) s
    where not p.distinct_
    union all
    select a.at, s.unit_id, s.value from asked a cross join lateral (
      select unit_id, sum(value) as value from indicator_delta d
      where d.measure = a.measure and d.day between a."from" and a."to" group by 1) s
    where not a.distinct_),
  members as (
    select p.at, m.unit_id, m.member, m.value from parts p cross join lateral (
      select unit_id, member, sum(value) as value from indicator_fold f
      where f.measure = p.measure and f.grain = p.grain and f.day between p."from" and p."to" group by 1, 2) m
    where p.distinct_
    union all
    select a.at, m.unit_id, m.member, m.value from asked a cross join lateral (
      select unit_id, member, sum(value) as value from indicator_delta d
      where d.measure = a.measure and d.day between a."from" and a."to" group by 1, 2) m
    where a.distinct_)`;

/** What was asked, by unit and for all units. The sum over units is made here; of different members, each is counted once. */
export async function sumRecords(client: pg.ClientBase, asked: readonly AskedRecords[]): Promise<readonly AskedSum[]> {
  const parts = asked.flatMap(({ parts: each, isDistinct }, at) =>
    each.filter(({ from, to }) => from <= to).map((part) => ({ at, ...part, distinct_: isDistinct })),
  );
  if (parts.length === 0) return [];
  const { rows } = await client.query<AskedSum>(
    `${SUMS}
    select at, unit_id as "unitId", sum(value)::bigint as value from sums group by 1, 2
    union all
    select at, '', sum(value)::bigint from sums group by 1
    union all
    select at, unit_id, count(*) from (select at, unit_id, member from members group by 1, 2, 3 having sum(value) > 0) m group by 1, 2
    union all
    select at, '', count(*) from (select at, member from members group by 1, 2 having sum(value) > 0) m group by 1`,
    [JSON.stringify(parts)],
  );
  return rows;
}

/** Rows of submissions that are asked for. */
export interface AskedRows extends DayRange {
  readonly datasets: readonly string[];
  readonly outcomes: readonly RowOutcome[];
}

/** By the day of receipt; a row that a person confirmed counts as accepted on the day of confirming. */
export async function sumRows(client: pg.ClientBase, asked: readonly AskedRows[]): Promise<readonly AskedSum[]> {
  if (asked.length === 0) return [];
  const { rows } = await client.query<AskedSum>(
    `with asked as (
       select a.*, "from"::timestamp at time zone 'Asia/Shanghai' as since, ("to" + 1)::timestamp at time zone 'Asia/Shanghai' as before
       from jsonb_to_recordset($1::jsonb) as a (at integer, datasets text[], outcomes text[], "from" date, "to" date)),
     counted as (
       select a.at, b.unit_id,
         case when 'accepted' = any (outcomes) then b.accepted else 0 end + case when 'changed' = any (outcomes) then b.changed else 0 end
         + case when 'unchanged' = any (outcomes) then b.unchanged else 0 end + case when 'rejected' = any (outcomes) then b.rejected else 0 end
         + case when 'waiting' = any (outcomes) then b.waiting else 0 end as value
       from asked a cross join lateral (
         select unit_id, sum(accepted) as accepted, sum(changed) as changed, sum(unchanged) as unchanged, sum(rejected) as rejected, sum(waiting) as waiting
         from intake_batch where state = 'done' and dataset = any (a.datasets) and received_at >= a.since and received_at < a.before group by 1) b
       union all
       select a.at, w.unit_id, w.rows
       from asked a cross join lateral (
         select unit_id, count(*) as rows from intake_waiting
         where state = 'confirmed' and dataset = any (a.datasets) and decided_at >= a.since and decided_at < a.before group by 1) w
       where 'accepted' = any (a.outcomes))
     select at, unit_id as "unitId", sum(value)::bigint as value from counted group by 1, 2
     union all
     select at, '', sum(value)::bigint from counted group by 1`,
    [JSON.stringify(asked.map((one, at) => ({ at, ...one })))],
  );
  return rows;
}

/** Acts that are asked for, as the audit log names them. */
export interface AskedActs extends DayRange {
  readonly acts: readonly string[];
}

/** By the day of the act. An act of no unit is one of the credit office, `office`. */
export async function sumActs(client: pg.ClientBase, asked: readonly AskedActs[], office: string): Promise<readonly AskedSum[]> {
  if (asked.length === 0) return [];
  const { rows } = await client.query<AskedSum>(
    `with asked as (
       select a.*, "from"::timestamp at time zone 'Asia/Shanghai' as since, ("to" + 1)::timestamp at time zone 'Asia/Shanghai' as before
       from jsonb_to_recordset($1::jsonb) as a (at integer, acts text[], "from" date, "to" date)),
     counted as (
       select a.at, e.unit_id, e.acts as value
       from asked a cross join lateral (
         select coalesce(unit_id, $2) as unit_id, count(*) as acts from audit_event
         where act = any (a.acts) and at >= a.since and at < a.before group by 1) e)
     select at, unit_id as "unitId", sum(value)::bigint as value from counted group by 1, 2
     union all
     select at, '', sum(value)::bigint from counted group by 1`,
    [JSON.stringify(asked.map((one, at) => ({ at, ...one }))), office],
  );
  return rows;
}

const SIDES = { before: '<', 'on-or-before': '<=', after: '>', 'on-or-after': '>=' } as const;

/** Days of decision within a range whose due day lies on one side of a day, as ranges. */
export async function dueRanges(
  client: pg.ClientBase,
  {
    deadline,
    is,
    today,
    from,
    to,
  }: { readonly deadline: string; readonly is: keyof typeof SIDES; readonly today: string } & DayRange,
): Promise<readonly DayRange[]> {
  const { rows } = await client.query<DayRange>(
    `select min(decided_on) as "from", max(decided_on) as "to" from (
       select decided_on, decided_on - (row_number() over (order by decided_on))::integer as run from indicator_due_day
       where deadline = $1 and decided_on between $2 and $3 and due_on ${SIDES[is]} $4) runs
     group by run order by 1`,
    [deadline, from, to, today],
  );
  return rows;
}
