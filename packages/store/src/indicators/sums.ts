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

/** Values of one question by unit; under `ALL_UNITS` that of all units together. */
export type Sums = ReadonlyMap<string, bigint>;

/** Stands for all units together. */
export const ALL_UNITS = '';

interface UnitValue {
  /** Place of the question in the list. */
  readonly at: number;
  readonly unitId: string;
  readonly value: bigint;
}

/**
 * Whole months are taken as such, the days before and behind them one by one. Each range is a look into the index of its own, whatever
 * the planner knows of the tables: `offset 0` keeps it from reading one of them whole.
 */
const CONTRIBUTIONS = `
  with asked as (select * from jsonb_to_recordset($1::jsonb) as a (at integer, measure text, "from" date, "to" date)),
  bounded as (
    select *, (date_trunc('month', "from" - 1) + interval '1 month')::date as first_month, date_trunc('month', "to" + 1)::date as past_month from asked),
  ranges as (
    select at, measure, 'month' as grain, first_month as "from", past_month - 1 as "to" from bounded where first_month < past_month
    union all
    select at, measure, 'day', "from", case when first_month < past_month then first_month - 1 else "to" end from bounded
    union all
    select at, measure, 'day', past_month, "to" from bounded where first_month < past_month),
  contributions as (
    select r.at, f.unit_id, f.member, f.value from ranges r cross join lateral (
      select unit_id, member, value from indicator_fold
      where measure = r.measure and grain = r.grain and day between r."from" and r."to" offset 0) f
    where r."from" <= r."to"
    union all
    select a.at, d.unit_id, d.member, d.value from asked a cross join lateral (
      select unit_id, member, value from indicator_delta where measure = a.measure and day between a."from" and a."to" offset 0) d)`;

/** What was asked. The sum over units is made here; of different members, each is counted once. */
export async function sumRecords(client: pg.ClientBase, asked: readonly AskedRecords[]): Promise<readonly Sums[]> {
  const sums = asked.map(() => new Map<string, bigint>());
  await addContributions(client, asked, sums);
  for (const { at, unitId, value } of await countMembers(client, asked)) sums[at]?.set(unitId, value);
  return sums;
}

/** What several questions ask alike, such as the records under many rates, is looked up once. */
async function addContributions(
  client: pg.ClientBase,
  asked: readonly AskedRecords[],
  sums: readonly Map<string, bigint>[],
): Promise<void> {
  const questionsOf = new Map<string, number[]>();
  for (const [at, { parts, isDistinct }] of asked.entries())
    for (const { measure, from, to } of isDistinct ? [] : parts.filter(isNotEmpty)) {
      const key = JSON.stringify({ measure, from, to });
      questionsOf.set(key, [...(questionsOf.get(key) ?? []), at]);
    }
  if (questionsOf.size === 0) return;
  const questions = [...questionsOf.values()];
  const { rows } = await client.query<UnitValue>(
    `${CONTRIBUTIONS} select at, unit_id as "unitId", sum(value)::bigint as value from contributions group by 1, 2`,
    [`[${[...questionsOf.keys()].map((key, at) => `{"at":${String(at)},${key.slice(1)}`).join(',')}]`],
  );
  for (const { at, unitId, value } of rows) for (const question of questions[at] ?? []) add(sums[question], unitId, value);
}

async function countMembers(client: pg.ClientBase, asked: readonly AskedRecords[]): Promise<readonly UnitValue[]> {
  const parts = asked.flatMap(({ parts: each, isDistinct }, at) =>
    isDistinct ? each.filter(isNotEmpty).map((part) => ({ at, ...part })) : [],
  );
  if (parts.length === 0) return [];
  const { rows } = await client.query<UnitValue>(
    `${CONTRIBUTIONS},
    held as (select at, unit_id, member from contributions group by 1, 2, 3 having sum(value) > 0)
    select at, unit_id as "unitId", count(*) as value from held group by 1, 2
    union all
    select at, $2, count(distinct member) from held group by 1`,
    [JSON.stringify(parts), ALL_UNITS],
  );
  return rows;
}

function isNotEmpty({ from, to }: DayRange): boolean {
  return from <= to;
}

/** Adds to a unit's value and to that of all units. */
function add(sums: Map<string, bigint> | undefined, unitId: string, value: bigint): void {
  for (const whose of [unitId, ALL_UNITS]) sums?.set(whose, (sums.get(whose) ?? 0n) + value);
}

/** Rows of submissions that are asked for. */
export interface AskedRows extends DayRange {
  readonly datasets: readonly string[];
  readonly outcomes: readonly RowOutcome[];
}

/** By the day of receipt; a row that a person confirmed counts as accepted on the day of confirming. */
export async function sumRows(client: pg.ClientBase, asked: readonly AskedRows[]): Promise<readonly Sums[]> {
  const sums = asked.map(() => new Map<string, bigint>());
  const submissions = new Map<string, number[]>();
  for (const [at, { datasets, outcomes, from, to }] of asked.entries()) {
    const key = JSON.stringify({ datasets, from, to, with_confirmed: outcomes.includes('accepted') });
    submissions.set(key, [...(submissions.get(key) ?? []), at]);
  }
  if (submissions.size === 0) return sums;
  const questions = [...submissions.values()];
  const { rows } = await client.query<{ at: number; unitId: string } & Record<RowOutcome, bigint>>(SUBMITTED, [
    `[${[...submissions.keys()].join(',')}]`,
  ]);
  for (const { at, unitId, ...counts } of rows)
    for (const question of questions[at] ?? [])
      add(sums[question], unitId, asked[question]?.outcomes.reduce((sum, outcome) => sum + counts[outcome], 0n) ?? 0n);
  return sums;
}

const SUBMITTED = `
  with asked as (
    select (ordinality - 1)::integer as at, with_confirmed, datasets,
      "from"::timestamp at time zone 'Asia/Shanghai' as since, ("to" + 1)::timestamp at time zone 'Asia/Shanghai' as before
    from rows from (jsonb_to_recordset($1::jsonb) as (datasets text[], "from" date, "to" date, with_confirmed boolean)) with ordinality)
  select at, unit_id as "unitId", sum(accepted)::bigint as accepted, sum(changed)::bigint as changed, sum(unchanged)::bigint as unchanged,
    sum(rejected)::bigint as rejected, sum(waiting)::bigint as waiting
  from (
    select a.at, b.* from asked a cross join lateral (
      select unit_id, accepted, changed, unchanged, rejected, waiting from intake_batch
      where state = 'done' and dataset = any (a.datasets) and received_at >= a.since and received_at < a.before offset 0) b
    union all
    select a.at, w.unit_id, 1, 0, 0, 0, 0 from asked a cross join lateral (
      select unit_id from intake_waiting
      where state = 'confirmed' and dataset = any (a.datasets) and decided_at >= a.since and decided_at < a.before offset 0) w
    where a.with_confirmed) s
  group by 1, 2`;

/** Acts that are asked for, as the audit log names them. */
export interface AskedActs extends DayRange {
  readonly acts: readonly string[];
}

/** By the day of the act. An act of no unit is one of the credit office, `office`. */
export async function sumActs(client: pg.ClientBase, asked: readonly AskedActs[], office: string): Promise<readonly Sums[]> {
  const sums = asked.map(() => new Map<string, bigint>());
  if (asked.length === 0) return sums;
  const { rows } = await client.query<UnitValue>(
    `with asked as (
       select a.*, "from"::timestamp at time zone 'Asia/Shanghai' as since, ("to" + 1)::timestamp at time zone 'Asia/Shanghai' as before
       from jsonb_to_recordset($1::jsonb) as a (at integer, acts text[], "from" date, "to" date))
     select a.at, e.unit_id as "unitId", e.acts as value
     from asked a cross join lateral (
       select coalesce(unit_id, $2) as unit_id, count(*) as acts from audit_event
       where act = any (a.acts) and at >= a.since and at < a.before group by 1) e`,
    [JSON.stringify(asked.map((one, at) => ({ at, ...one }))), office],
  );
  for (const { at, unitId, value } of rows) add(sums[at], unitId, value);
  return sums;
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
