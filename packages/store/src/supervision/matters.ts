/** Matters around tasks and the acts upon them. */
import type { MatterAct, MatterKind } from '@xincheng/core/supervision';
import type pg from 'pg';

export interface MatterRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly planId: string;
  /** Null for an action plan. */
  readonly number: string | null;
  readonly unitId: string;
  readonly period: string | null;
  readonly otherUnit: string | null;
  readonly openedAt: Date;
  readonly seenBy: readonly string[];
}

export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** One act; what does not belong to its kind is null. */
export interface ActRow {
  readonly matterId: string;
  readonly ordinal: number;
  readonly act: MatterAct;
  readonly byUnit: string | null;
  readonly actor: string;
  readonly name: string;
  readonly at: Date;
  readonly day: string;
  readonly words: string | null;
  readonly figures: readonly Figure[];
  readonly attachments: readonly string[];
  readonly sinceOn: string | null;
  readonly dueOn: string | null;
  readonly year: number | null;
  readonly serial: number | null;
  readonly document: string | null;
}

const MATTER = `m.id, m.kind, m.plan_id as "planId", m.number, m.unit_id as "unitId", m.period, m.other_unit as "otherUnit", m.opened_at as "openedAt",
  m.seen_by as "seenBy"`;
const ACT = `a.matter_id as "matterId", a.ordinal, a.act, a.by_unit as "byUnit", a.actor, a.name, a.at, a.day, a.words, a.figures, a.attachments, a.since_on as "sinceOn",
  a.due_on as "dueOn", a.year, a.serial, a.document`;

/** Acts around one plan take turns; held until the transaction ends. */
export async function takeSupervisionTurn(client: pg.ClientBase, planId: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('supervision/' || $1, 0))", [planId]);
}

/** Opens a matter. */
export async function insertMatter(client: pg.ClientBase, matter: MatterRow): Promise<void> {
  await client.query(
    `insert into supervision_matter (id, kind, plan_id, number, unit_id, period, other_unit, opened_at, seen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      matter.id,
      matter.kind,
      matter.planId,
      matter.number,
      matter.unitId,
      matter.period,
      matter.otherUnit,
      matter.openedAt,
      [...matter.seenBy],
    ],
  );
}

/** Adds an act; whoever may see the matter may see it. */
export async function insertAct(
  client: pg.ClientBase,
  act: ActRow,
  { kind, unitId, seenBy }: Pick<MatterRow, 'kind' | 'unitId' | 'seenBy'>,
): Promise<void> {
  await client.query(
    `insert into supervision_act (matter_id, ordinal, act, by_unit, actor, name, at, day, words, figures, attachments, since_on, due_on, year, serial, document, seen_by, kind, unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      act.matterId,
      act.ordinal,
      act.act,
      act.byUnit,
      act.actor,
      act.name,
      act.at,
      act.day,
      act.words,
      JSON.stringify(act.figures),
      [...act.attachments],
      act.sinceOn,
      act.dueOn,
      act.year,
      act.serial,
      act.document,
      [...seenBy],
      kind,
      unitId,
    ],
  );
}

/** A matter by its id; null when there is none, or none that may be seen. */
export async function findMatter(client: pg.ClientBase, id: string): Promise<MatterRow | null> {
  const { rows } = await client.query<MatterRow>(`select ${MATTER} from supervision_matter m where m.id = $1`, [id]);
  return rows[0] ?? null;
}

/** The report of a unit on a period of a task. */
export async function findReport(
  client: pg.ClientBase,
  { planId, number, unitId, period }: Pick<MatterRow, 'planId' | 'number' | 'unitId' | 'period'>,
): Promise<MatterRow | null> {
  const { rows } = await client.query<MatterRow>(
    `select ${MATTER} from supervision_matter m
     where m.kind = 'report' and m.plan_id = $1 and m.number = $2 and m.unit_id = $3 and m.period = $4`,
    [planId, number, unitId, period],
  );
  return rows[0] ?? null;
}

/** The action plan of a unit. */
export async function findActionPlan(client: pg.ClientBase, planId: string, unitId: string): Promise<MatterRow | null> {
  const { rows } = await client.query<MatterRow>(
    `select ${MATTER} from supervision_matter m where m.kind = 'action-plan' and m.plan_id = $1 and m.unit_id = $2`,
    [planId, unitId],
  );
  return rows[0] ?? null;
}

/** Acts of matters, each matter's in order. */
export async function actsOf(
  client: pg.ClientBase,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ActRow[]>> {
  const { rows } = await client.query<ActRow>(
    `select ${ACT} from supervision_act a where a.matter_id = any ($1) order by a.matter_id, a.ordinal`,
    [matterIds],
  );
  return new Map(matterIds.map((id) => [id, rows.filter(({ matterId }) => matterId === id)]));
}

export interface MatterFilter {
  readonly kind: MatterKind | null;
  readonly planId: string | null;
  readonly number: string | null;
  readonly unitId: string | null;
  /** Only matters whose last act is none of these. */
  readonly butBehind: readonly MatterAct[];
  /** Matters behind this one: the newest come first. */
  readonly before: string | null;
  readonly limit: number;
}

/** Matters, the newest first: ids are made in the order of time. */
export async function listMatters(client: pg.ClientBase, filter: MatterFilter): Promise<readonly MatterRow[]> {
  const { rows } = await client.query<MatterRow>(
    `select ${MATTER} from supervision_matter m
     where ($1::text is null or m.kind = $1) and ($2::text is null or m.plan_id = $2) and ($3::text is null or m.number = $3)
       and ($4::text is null or m.unit_id = $4) and ($5::uuid is null or m.id < $5)
       and not exists (select from supervision_act a where a.matter_id = m.id and a.act = any ($6)
         and a.ordinal = (select max(l.ordinal) from supervision_act l where l.matter_id = m.id))
     order by m.id desc limit $7`,
    [filter.kind, filter.planId, filter.number, filter.unitId, filter.before, filter.butBehind, filter.limit],
  );
  return rows;
}

/** The next serial number of the orders of a year; under the turn of the orders, so that none is left out or given twice. */
export async function nextOrderSerial(client: pg.ClientBase, year: number): Promise<number> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('supervision-order', 0))");
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(serial), 0) + 1 as next from supervision_act where year = $1',
    [year],
  );
  return rows[0]?.next ?? 1;
}

/** Lets a unit look at everything around a task, files too: it has taken a lead over. */
export async function letSee(client: pg.ClientBase, planId: string, number: string, unitId: string): Promise<void> {
  await client.query(
    `update supervision_act a set seen_by = a.seen_by || $3::text from supervision_matter m
     where m.plan_id = $1 and m.number = $2 and a.matter_id = m.id and $3 <> all (a.seen_by)`,
    [planId, number, unitId],
  );
  await client.query(
    `update attachment set shown_to = shown_to || $3::text
     where $3 <> all (shown_to) and id in (select unnest(a.attachments) from supervision_act a join supervision_matter m on m.id = a.matter_id
       where m.plan_id = $1 and m.number = $2)`,
    [planId, number, unitId],
  );
  await client.query(
    'update supervision_matter set seen_by = seen_by || $3::text where plan_id = $1 and number = $2 and $3 <> all (seen_by)',
    [planId, number, unitId],
  );
}

/** Units whose action plan was accepted: an accepted one is final. */
export async function acceptedActionPlans(client: pg.ClientBase, planId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ unitId: string }>(
    `select m.unit_id as "unitId" from supervision_matter m join supervision_act a on a.matter_id = m.id and a.act = 'accept'
     where m.kind = 'action-plan' and m.plan_id = $1 order by 1`,
    [planId],
  );
  return rows.map(({ unitId }) => unitId);
}

/** Reports of a plan as they stand, in short. */
export interface ReportRow {
  readonly matterId: string;
  readonly number: string;
  readonly unitId: string;
  readonly period: string;
  readonly lastAct: MatterAct;
  readonly firstFiledOn: string | null;
  /** By when it was called for. */
  readonly dueOn: string | null;
}

/** Every report of a plan, called for or filed. */
export async function reportsOf(client: pg.ClientBase, planId: string): Promise<readonly ReportRow[]> {
  const { rows } = await client.query<ReportRow>(
    `select m.id as "matterId", m.number, m.unit_id as "unitId", m.period, min(a.day) filter (where a.act = 'file') as "firstFiledOn",
       max(a.due_on) filter (where a.act = 'call') as "dueOn", (array_agg(a.act order by a.ordinal desc))[1] as "lastAct"
     from supervision_matter m join supervision_act a on a.matter_id = m.id
     where m.kind = 'report' and m.plan_id = $1 group by m.id`,
    [planId],
  );
  return rows;
}

/** Orders that wait for an answer. */
export async function unansweredOrders(client: pg.ClientBase): Promise<
  readonly (Pick<MatterRow, 'id' | 'planId' | 'unitId'> & {
    readonly number: string;
    readonly dueOn: string;
    readonly document: string;
  })[]
> {
  const { rows } = await client.query<{
    id: string;
    planId: string;
    number: string;
    unitId: string;
    dueOn: string;
    document: string;
  }>(
    `select m.id, m.plan_id as "planId", m.number, m.unit_id as "unitId", a.due_on as "dueOn", i.document
     from supervision_matter m join supervision_act a on a.matter_id = m.id and a.act in ('issue', 'return') and a.due_on is not null
       and a.ordinal = (select max(l.ordinal) from supervision_act l where l.matter_id = m.id)
     join supervision_act i on i.matter_id = m.id and i.act = 'issue'
     where m.kind = 'order' order by m.id`,
  );
  return rows;
}
