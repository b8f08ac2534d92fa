/** Plans in effect: tasks, the units they bind, their due days, what was declared. */
import type pg from 'pg';
import type { CitedInstrument, DraftArea, DueKind, PlanTarget } from '@xincheng/core/plans';

export type UnitRole = 'lead' | 'responsible' | 'supporting';

export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly draftId: string;
  readonly importedBy: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  readonly confirmedOn: string;
  readonly state: 'confirmed' | 'closed';
  readonly closedAt: Date | null;
}

export interface PlanTaskRow {
  readonly number: string;
  readonly area: string;
  readonly text: string;
  /** As the document says; what counts today is `dueOn`. */
  readonly plannedDueOn: string | null;
  readonly dueOn: string | null;
  readonly dueKind: DueKind;
  readonly targets: readonly PlanTarget[];
  readonly instruments: readonly CitedInstrument[];
}

/** A unit that a task binds. */
export interface BoundUnit {
  readonly number: string;
  readonly unitId: string;
  readonly role: UnitRole;
  readonly namedAs: string;
  readonly viaGroup: string | null;
  readonly since: string;
}

const PLAN = `p.id, p.title, p.issued_on as "issuedOn", p.draft_id as "draftId", p.imported_by as "importedBy", p.confirmed_by as "confirmedBy",
  p.confirmed_at as "confirmedAt", p.confirmed_on as "confirmedOn", p.state,
  p.closed_at as "closedAt"`;

/** A part of a plan under which tasks stand. */
export type AreaRow = Pick<DraftArea, 'number' | 'title'>;

/** A plan with all that it gives out. */
export interface PlanToMake extends Omit<PlanRow, 'state' | 'closedAt'> {
  readonly areas: readonly AreaRow[];
  readonly tasks: readonly Omit<PlanTaskRow, 'dueOn'>[];
  readonly bound: readonly BoundUnit[];
}

/** Writes a plan that was confirmed. */
export async function insertPlan(client: pg.ClientBase, plan: PlanToMake): Promise<void> {
  await client.query(
    `insert into plan (id, title, issued_on, draft_id, imported_by, confirmed_by, confirmed_at, confirmed_on, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'confirmed')`,
    [plan.id, plan.title, plan.issuedOn, plan.draftId, plan.importedBy, plan.confirmedBy, plan.confirmedAt, plan.confirmedOn],
  );
  await client.query(
    `insert into plan_area (plan_id, number, ordinal, title)
     select $1, a.number, a.ordinal, a.title from unnest($2::text[], $3::text[]) with ordinality as a (number, title, ordinal)`,
    [plan.id, plan.areas.map(({ number }) => number), plan.areas.map(({ title }) => title)],
  );
  await client.query(
    `insert into plan_task (plan_id, number, ordinal, area, text, due_on, due_kind, targets, instruments)
     select $1, t.number, t.ordinal, t.area, t.text, t.due_on, t.due_kind, t.targets, t.instruments
     from unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::jsonb[], $8::jsonb[])
       with ordinality as t (number, area, text, due_on, due_kind, targets, instruments, ordinal)`,
    [
      plan.id,
      plan.tasks.map(({ number }) => number),
      plan.tasks.map(({ area }) => area),
      plan.tasks.map(({ text }) => text),
      plan.tasks.map(({ plannedDueOn }) => plannedDueOn),
      plan.tasks.map(({ dueKind }) => dueKind),
      plan.tasks.map(({ targets }) => JSON.stringify(targets)),
      plan.tasks.map(({ instruments }) => JSON.stringify(instruments)),
    ],
  );
  await bindUnits(client, plan.id, plan.bound);
}

/** Binds units to tasks. */
export async function bindUnits(client: pg.ClientBase, planId: string, bound: readonly BoundUnit[]): Promise<void> {
  await client.query(
    `insert into plan_task_unit (plan_id, number, ordinal, unit_id, role, since, named_as, via_group)
     select $1, b.number,
       (select coalesce(max(o.ordinal), 0) from plan_task_unit o where o.plan_id = $1 and o.number = b.number) + row_number() over (partition by b.number),
       b.unit_id, b.role, b.since, b.named_as, b.via_group
     from unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[]) as b (number, unit_id, role, since, named_as, via_group)`,
    [
      planId,
      bound.map(({ number }) => number),
      bound.map(({ unitId }) => unitId),
      bound.map(({ role }) => role),
      bound.map(({ since }) => since),
      bound.map(({ namedAs }) => namedAs),
      bound.map(({ viaGroup }) => viaGroup),
    ],
  );
}

/** Ends what binds a unit to a task in a role. */
export async function releaseUnit(
  client: pg.ClientBase,
  planId: string,
  bound: Pick<BoundUnit, 'number' | 'unitId' | 'role'>,
  endedOn: string,
): Promise<void> {
  await client.query(
    `update plan_task_unit set ended_on = $5 where plan_id = $1 and number = $2 and unit_id = $3 and role = $4 and ended_on is null`,
    [planId, bound.number, bound.unitId, bound.role, endedOn],
  );
}

/** A plan in effect or closed; null when there is none. */
export async function findPlan(client: pg.ClientBase, id: string): Promise<PlanRow | null> {
  const { rows } = await client.query<PlanRow>(`select ${PLAN} from plan p where p.id = $1`, [id]);
  return rows[0] ?? null;
}

/** All plans, the newest first. */
export async function listPlans(client: pg.ClientBase): Promise<readonly PlanRow[]> {
  const { rows } = await client.query<PlanRow>(`select ${PLAN} from plan p order by p.confirmed_at desc, p.id`);
  return rows;
}

/** Areas of a plan in their order. */
export async function listAreas(client: pg.ClientBase, planId: string): Promise<readonly AreaRow[]> {
  const { rows } = await client.query<AreaRow>('select number, title from plan_area where plan_id = $1 order by ordinal', [
    planId,
  ]);
  return rows;
}

/** Day by which a task is due today: its own, unless a later act gave another. */
const DUE = `coalesce((select d.due_on from plan_task_due d where d.plan_id = t.plan_id and d.number = t.number order by d.ordinal desc limit 1), t.due_on)`;

/** Tasks of a plan in their order. */
export async function listTasks(client: pg.ClientBase, planId: string): Promise<readonly PlanTaskRow[]> {
  const { rows } = await client.query<PlanTaskRow>(
    `select t.number, t.area, t.text, t.due_on as "plannedDueOn", ${DUE} as "dueOn", t.due_kind as "dueKind", t.targets, t.instruments
     from plan_task t where t.plan_id = $1 order by t.ordinal`,
    [planId],
  );
  return rows;
}

/** The day by which a task is due, with every extension and amendment; null where there is none. */
export async function dueDayOf(client: pg.ClientBase, planId: string, number: string): Promise<string | null> {
  const { rows } = await client.query<{ dueOn: string | null }>(
    `select ${DUE} as "dueOn" from plan_task t where t.plan_id = $1 and t.number = $2`,
    [planId, number],
  );
  return rows[0]?.dueOn ?? null;
}

/** A due day given later than the plan. */
export interface DueChange {
  readonly number: string;
  readonly dueOn: string;
  readonly reason: string;
  readonly document: string | null;
  /** Who asked for an extension, or prepared the paper that amends the plan. */
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
}

/** Gives a task another due day. */
export async function changeDueDay(client: pg.ClientBase, planId: string, change: DueChange): Promise<void> {
  await client.query(
    `insert into plan_task_due (plan_id, number, ordinal, due_on, reason, document, asked_by, approved_by, at)
     select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7, $8 from plan_task_due where plan_id = $1 and number = $2`,
    [planId, change.number, change.dueOn, change.reason, change.document, change.askedBy, change.approvedBy, change.at],
  );
}

/** Due days that tasks of a plan were given later, in order of time. */
export async function listDueChanges(client: pg.ClientBase, planId: string): Promise<readonly DueChange[]> {
  const { rows } = await client.query<DueChange>(
    `select number, due_on as "dueOn", reason, document, asked_by as "askedBy", approved_by as "approvedBy", at
     from plan_task_due where plan_id = $1 order by number, ordinal`,
    [planId],
  );
  return rows;
}

/** A paper that amended a task of a plan in effect. */
export interface AmendmentRow {
  readonly number: string;
  readonly document: string;
  readonly reason: string;
  readonly preparedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
}

/** Keeps a paper with its two persons. */
export async function insertAmendment(client: pg.ClientBase, planId: string, paper: AmendmentRow): Promise<void> {
  await client.query(
    `insert into plan_amendment (plan_id, number, ordinal, document, reason, prepared_by, approved_by, at)
     select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7 from plan_amendment where plan_id = $1 and number = $2`,
    [planId, paper.number, paper.document, paper.reason, paper.preparedBy, paper.approvedBy, paper.at],
  );
}

/** Papers that amended tasks of a plan, in order of time. */
export async function listAmendments(client: pg.ClientBase, planId: string): Promise<readonly AmendmentRow[]> {
  const { rows } = await client.query<AmendmentRow>(
    `select number, document, reason, prepared_by as "preparedBy", approved_by as "approvedBy", at
     from plan_amendment where plan_id = $1 order by number, ordinal`,
    [planId],
  );
  return rows;
}

/** Units that the tasks of a plan bind today; with a number those of one task. */
export async function boundUnits(
  client: pg.ClientBase,
  planId: string,
  number: string | null = null,
): Promise<readonly BoundUnit[]> {
  const { rows } = await client.query<BoundUnit>(
    `select u.number, u.unit_id as "unitId", u.role, u.named_as as "namedAs", u.via_group as "viaGroup", u.since
     from plan_task_unit u join plan_task t on t.plan_id = u.plan_id and t.number = u.number
     where u.plan_id = $1 and ($2::text is null or u.number = $2) and u.ended_on is null
     order by t.ordinal, array_position(array['lead', 'responsible', 'supporting'], u.role), u.unit_id`,
    [planId, number],
  );
  return rows;
}

/** Closes a plan; false when it is closed already. */
export async function closePlanRow(client: pg.ClientBase, id: string, by: string, at: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    "update plan set state = 'closed', closed_by = $2, closed_at = $3 where id = $1 and state = 'confirmed'",
    [id, by, at],
  );
  return rowCount === 1;
}
