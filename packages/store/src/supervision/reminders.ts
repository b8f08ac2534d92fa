/** Parts of tasks as they were bound over time, and the reminders that were sent. */
import type pg from 'pg';

/** A unit's part of a task, also one that has ended. */
export interface PartRow {
  readonly planId: string;
  readonly number: string;
  readonly unitId: string;
  readonly role: 'lead' | 'responsible' | 'supporting';
  readonly since: string;
  /** First day on which it no longer binds. */
  readonly until: string | null;
  /** Last due day of the task. */
  readonly dueOn: string | null;
}

/** Parts of the tasks of plans in effect; with an id those of one plan. */
export async function partsOfPlans(client: pg.ClientBase, planId: string | null): Promise<readonly PartRow[]> {
  const { rows } = await client.query<PartRow>(
    `select u.plan_id as "planId", u.number, u.unit_id as "unitId", u.role, u.since, u.ended_on as "until",
       coalesce((select d.due_on from plan_task_due d where d.plan_id = t.plan_id and d.number = t.number order by d.ordinal desc limit 1), t.due_on) as "dueOn"
     from plan p join plan_task t on t.plan_id = p.id join plan_task_unit u on u.plan_id = t.plan_id and u.number = t.number
     where p.state = 'confirmed' and ($1::text is null or p.id = $1) order by p.id, t.ordinal, u.ordinal`,
    [planId],
  );
  return rows;
}

export interface ReminderRow {
  readonly about: 'task' | 'report' | 'order' | 'decision' | 'alarm';
  readonly aboutId: string;
  readonly unitId: string;
  readonly dueOn: string;
  readonly daysAhead: number;
}

/** Every reminder that was sent. */
export async function listReminders(client: pg.ClientBase): Promise<readonly ReminderRow[]> {
  const { rows } = await client.query<ReminderRow>(
    `select about, about_id as "aboutId", unit_id as "unitId", due_on as "dueOn", days_ahead as "daysAhead" from supervision_reminder`,
  );
  return rows;
}

/** Notes a reminder; false when another has sent it meanwhile. */
export async function noteReminder(client: pg.ClientBase, reminder: ReminderRow, at: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into supervision_reminder (about, about_id, unit_id, due_on, days_ahead, sent_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [reminder.about, reminder.aboutId, reminder.unitId, reminder.dueOn, reminder.daysAhead, at],
  );
  return rowCount === 1;
}

/** A unit's part of a task that has a due day and is not proven. */
export interface OpenPart {
  readonly planId: string;
  readonly number: string;
  readonly unitId: string;
  readonly isLead: boolean;
  readonly dueOn: string;
}

/** Parts of today, each unit once; a task counts as proven while its last noted proof holds. */
export async function openParts(client: pg.ClientBase): Promise<readonly OpenPart[]> {
  const { rows } = await client.query<OpenPart>(
    `select u.plan_id as "planId", u.number, u.unit_id as "unitId", bool_or(u.role = 'lead') as "isLead", d.due_on as "dueOn"
     from plan p join plan_task t on t.plan_id = p.id join plan_task_unit u on u.plan_id = t.plan_id and u.number = t.number and u.ended_on is null
       cross join lateral (select coalesce((select d.due_on from plan_task_due d where d.plan_id = t.plan_id and d.number = t.number
         order by d.ordinal desc limit 1), t.due_on) as due_on) d
     where p.state = 'confirmed' and d.due_on is not null
       and coalesce((select e.to_outcome from plan_proof_event e where e.plan_id = t.plan_id and e.number = t.number and e.condition = 'all'
         order by e.ordinal desc limit 1), '') <> 'holds'
     group by u.plan_id, u.number, u.unit_id, d.due_on, t.ordinal order by u.plan_id, t.ordinal, u.unit_id`,
  );
  return rows;
}
