/** Alarms, what was answered, void numbers and sightings. Row-level security decides what is seen. */
import type { AlarmAnswer, AlarmKind, AlarmStep } from '@xincheng/core/concealment';
import type pg from 'pg';

export interface AlarmRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: AlarmKind;
  readonly dataset: string;
  readonly about: string;
  readonly series: string | null;
  readonly serials: readonly number[];
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly foundAt: Date;
  readonly foundOn: string;
  readonly foundBy: string;
}

export interface AnswerRow {
  readonly alarmId: string;
  readonly ordinal: number;
  readonly unitId: string;
  readonly step: AlarmStep;
  readonly answer: AlarmAnswer | null;
  readonly words: string;
  readonly document: string | null;
  readonly name: string;
  readonly actor: string;
  readonly at: Date;
}

/** Where a number that was noted stands. */
export interface VoidPlace {
  readonly unitId: string;
  readonly series: string;
  readonly serial: number;
}

export interface VoidRow extends VoidPlace {
  readonly reason: string;
  readonly document: string | null;
  readonly alarmId: string | null;
  readonly name: string;
  readonly at: Date;
}

export type SeenIn = 'repair' | 'objection' | 'credit-check' | 'inspection' | 'complaint' | 'publication';

export interface SightingRow {
  readonly id: string;
  readonly unitId: string;
  readonly dataset: string;
  readonly number: string;
  readonly seenIn: SeenIn;
  readonly words: string;
  readonly document: string | null;
  readonly name: string;
  readonly at: Date;
}

const ALARM = `a.id, a.unit_id as "unitId", a.kind, a.dataset, a.about, a.series, a.serials, a.evidence, a.found_at as "foundAt",
  a.found_on as "foundOn", a.found_by as "foundBy"`;

/** Adds an alarm; false when the same thing was told before. */
export async function insertAlarm(client: pg.ClientBase, alarm: AlarmRow): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into concealment_alarm (id, unit_id, kind, dataset, about, series, serials, evidence, found_at, found_on, found_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      alarm.id,
      alarm.unitId,
      alarm.kind,
      alarm.dataset,
      alarm.about,
      alarm.series,
      alarm.serials,
      JSON.stringify(alarm.evidence),
      alarm.foundAt,
      alarm.foundOn,
      alarm.foundBy,
    ],
  );
  return rowCount === 1;
}

/** One alarm in scope. */
export async function findAlarm(client: pg.ClientBase, id: string): Promise<AlarmRow | null> {
  const { rows } = await client.query<AlarmRow>(`select ${ALARM} from concealment_alarm a where a.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Waits until nobody else acts upon the alarm: what is said of it is numbered in order. */
export async function takeAlarm(client: pg.ClientBase, id: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('concealment/' || $1, 0))", [id]);
}

export interface AlarmFilter {
  readonly unitId: string | null;
  /** Of these, by the last thing that was said. */
  readonly state?: 'open' | 'answered' | 'returned' | 'closed' | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Alarms in scope, the newest first. */
export async function listAlarms(
  client: pg.ClientBase,
  { unitId, state = null, after, limit }: AlarmFilter,
): Promise<readonly AlarmRow[]> {
  const { rows } = await client.query<AlarmRow>(
    `select ${ALARM} from concealment_alarm a
       left join lateral (select step from concealment_answer where alarm_id = a.id order by ordinal desc limit 1) l on $4::text is not null
     where ($1::text is null or a.unit_id = $1) and ($2::uuid is null or a.id < $2)
       and ($4::text is null or $4 = case l.step when 'answer' then 'answered' when 'return' then 'returned' when 'accept' then 'closed'
         else 'open' end)
     order by a.id desc limit $3`,
    [unitId, after, limit, state],
  );
  return rows;
}

/** Every alarm of gaps that was ever raised, for the finder. */
export async function listGapAlarms(client: pg.ClientBase): Promise<readonly AlarmRow[]> {
  const { rows } = await client.query<AlarmRow>(`select ${ALARM} from concealment_alarm a where a.kind = 'gap'`);
  return rows;
}

/** An alarm that a unit has to answer, and when its last answer was returned. */
export interface OpenAlarmRow extends AlarmRow {
  readonly returnedAt: Date | null;
}

/** Alarms without an answer, or whose answer was returned; the oldest first. */
export async function listOpenAlarms(client: pg.ClientBase): Promise<readonly OpenAlarmRow[]> {
  const { rows } = await client.query<OpenAlarmRow>(
    `select ${ALARM}, l.at as "returnedAt" from concealment_alarm a
       left join lateral (select step, at from concealment_answer where alarm_id = a.id order by ordinal desc limit 1) l on true
     where l.step is null or l.step = 'return' order by a.id`,
  );
  return rows;
}

/** What the gaps of a unit in a dataset turned out to be, by accepted answers. */
export interface OutcomeRow {
  readonly unitId: string;
  readonly dataset: string;
  readonly found: number;
  readonly answered: number;
}

/** Outcomes of all gaps that are closed. */
export async function listGapOutcomes(client: pg.ClientBase): Promise<readonly OutcomeRow[]> {
  const { rows } = await client.query<OutcomeRow>(
    `select a.unit_id as "unitId", a.dataset, count(*) filter (where n.answer = 'found')::integer as found, count(*)::integer as answered
     from concealment_alarm a join concealment_answer y on y.alarm_id = a.id and y.step = 'accept'
       join concealment_answer n on n.alarm_id = a.id and n.ordinal = y.ordinal - 1
     where a.kind = 'gap' group by a.unit_id, a.dataset`,
  );
  return rows;
}

/** What was said of some alarms, in order. */
export async function listAnswers(client: pg.ClientBase, alarmIds: readonly string[]): Promise<readonly AnswerRow[]> {
  const { rows } = await client.query<AnswerRow>(
    `select alarm_id as "alarmId", ordinal, unit_id as "unitId", step, answer, words, document, name, actor, at
     from concealment_answer where alarm_id = any ($1) order by alarm_id, ordinal`,
    [alarmIds],
  );
  return rows;
}

/** Appends a step to an alarm that the caller has taken. */
export async function insertAnswer(client: pg.ClientBase, answer: Omit<AnswerRow, 'ordinal'>): Promise<void> {
  await client.query(
    `insert into concealment_answer (alarm_id, ordinal, unit_id, step, answer, words, document, name, actor, at)
     select $1, 1 + count(*), $2, $3, $4, $5, $6, $7, $8, $9 from concealment_answer where alarm_id = $1`,
    [
      answer.alarmId,
      answer.unitId,
      answer.step,
      answer.answer,
      answer.words,
      answer.document,
      answer.name,
      answer.actor,
      answer.at,
    ],
  );
}

/** Notes void numbers of a unit; how many it had not noted before. */
export async function insertVoids(
  client: pg.ClientBase,
  { unitId, series, reason, document, alarmId, name, at }: Omit<VoidRow, 'serial'>,
  serials: readonly number[],
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into concealment_void (unit_id, series, serial, reason, document, alarm_id, name, at)
     select $1, $2, s, $4, $5, $6, $7, $8 from unnest($3::integer[]) s on conflict do nothing`,
    [unitId, series, serials, reason, document, alarmId, name, at],
  );
  return rowCount ?? 0;
}

/** Void numbers by series, then by the unit that noted them. */
export type VoidsBySeries = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;

/** All void numbers in scope. */
export async function listVoids(client: pg.ClientBase): Promise<VoidsBySeries> {
  const { rows } = await client.query<{ series: string; unitId: string; serials: number[] }>(
    'select series, unit_id as "unitId", array_agg(serial) as serials from concealment_void group by series, unit_id',
  );
  const voids = new Map<string, Map<string, ReadonlySet<number>>>();
  for (const { series, unitId, serials } of rows)
    voids.set(series, (voids.get(series) ?? new Map<string, ReadonlySet<number>>()).set(unitId, new Set(serials)));
  return voids;
}

export interface VoidFilter {
  readonly unitId: string | null;
  /** Days of the noting. */
  readonly noted: { readonly from: string; readonly to: string } | null;
  readonly after: VoidPlace | null;
  readonly limit: number;
}

/** Void numbers in scope, by unit, series and serial. */
export async function listVoidNumbers(
  client: pg.ClientBase,
  { unitId, noted, after, limit }: VoidFilter,
): Promise<readonly VoidRow[]> {
  const { rows } = await client.query<VoidRow>(
    `select unit_id as "unitId", series, serial, reason, document, alarm_id as "alarmId", name, at from concealment_void
     where ($1::text is null or unit_id = $1)
       and ($2::date is null or at >= $2::date::timestamp at time zone 'Asia/Shanghai')
       and ($3::date is null or at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai')
       and ($4::text is null or (unit_id, series, serial) > ($4, $5::text, $6::integer))
     order by unit_id, series, serial limit $7`,
    [unitId, noted?.from, noted?.to, after?.unitId, after?.series, after?.serial, limit],
  );
  return rows;
}

/** Numbers in scope that were met with elsewhere and of which an alarm told. */
export async function listSeenNumbers(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ about: string }>(`select distinct about from concealment_alarm where kind = 'seen'`);
  return rows.map(({ about }) => about);
}

/** Notes a decision that was met with elsewhere; false when that was noted before. */
export async function insertSighting(client: pg.ClientBase, sighting: SightingRow): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into concealment_sighting (id, unit_id, dataset, number, seen_in, words, document, name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      sighting.id,
      sighting.unitId,
      sighting.dataset,
      sighting.number,
      sighting.seenIn,
      sighting.words,
      sighting.document,
      sighting.name,
      sighting.at,
    ],
  );
  return rowCount === 1;
}

/** Every sighting. */
export async function listSightings(client: pg.ClientBase): Promise<readonly SightingRow[]> {
  const { rows } = await client.query<SightingRow>(
    `select id, unit_id as "unitId", dataset, number, seen_in as "seenIn", words, document, name, at from concealment_sighting order by id`,
  );
  return rows;
}
