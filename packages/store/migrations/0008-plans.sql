-- Plans: what was read from a document and not yet confirmed, and what was confirmed and given out: tasks, the units they bind, due days,
-- what was declared, and when which proof began or ceased to hold. What a task says and how it stands is open to every unit of the
-- district; drafts are the credit office's.

create table plan_draft (
  id uuid primary key,
  plan_id text not null check (plan_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  issued_on date,
  file_name text not null,
  file_sha256 text,
  content jsonb not null,
  state text not null check (state in ('open', 'confirmed', 'dropped')),
  imported_by text not null,
  imported_at timestamptz not null,
  amended_by text[] not null default '{}',
  decided_by text,
  decided_at timestamptz,
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  -- The person who enters does not approve.
  check (state <> 'confirmed' or (decided_by <> imported_by and not decided_by = any (amended_by)))
);
comment on table plan_draft is 'A plan as read from its document and amended by hand, until another person confirms it or it is dropped.';
comment on column plan_draft.content is 'Areas and tasks as they stand, units still as they are named.';
comment on column plan_draft.amended_by is 'Who put tasks right or settled what was not understood; who did so last stands last.';
create unique index plan_draft_open_id on plan_draft (plan_id) where state = 'open';
create unique index plan_draft_open_title on plan_draft (title) where state = 'open';

create table plan_unread (
  draft_id uuid not null references plan_draft,
  ordinal integer not null check (ordinal >= 1),
  reason text not null check (reason in ('text-outside-tasks', 'bracket-not-understood', 'due-not-understood', 'unit-not-understood',
    'number-twice', 'no-units', 'due-before-plan', 'table-not-understood', 'picture')),
  line integer not null,
  text text not null,
  task text,
  settled_as text check (settled_as in ('resolved', 'irrelevant')),
  settled_words text,
  settled_by text,
  settled_at timestamptz,
  primary key (draft_id, ordinal),
  check ((settled_as is null) = (settled_at is null) and (settled_as is null) = (settled_by is null) and (settled_as is null) = (settled_words is null))
);
comment on table plan_unread is 'What was not understood of a document, and how a person settled it; kept for the record.';

create table plan (
  id text primary key,
  title text not null unique,
  issued_on date,
  draft_id uuid not null unique references plan_draft,
  imported_by text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  confirmed_on date not null,
  state text not null check (state in ('confirmed', 'closed')),
  closed_by text,
  closed_at timestamptz,
  check (confirmed_by <> imported_by),
  check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null))
);
comment on table plan is 'Plans in effect: confirmed by another person than the one who read them in, and given out on that day.';

create table plan_area (
  plan_id text not null references plan,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  title text not null,
  primary key (plan_id, number)
);
comment on table plan_area is 'Parts of a plan under which its tasks stand.';

create table plan_task (
  plan_id text not null references plan,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  area text not null,
  text text not null,
  due_on date,
  due_kind text not null check (due_kind in ('day', 'standing', 'none')),
  targets jsonb not null,
  instruments jsonb not null,
  primary key (plan_id, number),
  foreign key (plan_id, area) references plan_area (plan_id, number),
  check ((due_kind = 'day') = (due_on is not null))
);
comment on table plan_task is 'Tasks as they were given out; never changed. A later due day is a row of plan_task_due.';

create table plan_task_unit (
  plan_id text not null,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null references unit,
  role text not null check (role in ('lead', 'responsible', 'supporting')),
  since date not null,
  named_as text not null,
  via_group text,
  ended_on date,
  primary key (plan_id, number, ordinal),
  foreign key (plan_id, number) references plan_task,
  check (ended_on is null or ended_on >= since)
);
comment on table plan_task_unit is 'Units that a task binds. Groups were expanded when it was given out: who joins or leaves a group later changes nothing here.';
comment on column plan_task_unit.named_as is 'The words of the document, or of the paper that amended it.';
create unique index plan_task_unit_bound on plan_task_unit (plan_id, number, unit_id, role) where ended_on is null;
create index plan_task_unit_unit on plan_task_unit (unit_id);

create table plan_task_due (
  plan_id text not null,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  due_on date not null,
  reason text not null,
  document text,
  asked_by text not null,
  approved_by text not null,
  at timestamptz not null,
  primary key (plan_id, number, ordinal),
  foreign key (plan_id, number) references plan_task,
  check (asked_by <> approved_by)
);
comment on table plan_task_due is 'Append-only: due days given after the plan took effect, by extension or by a paper that amends it; the last one counts.';

create table plan_amendment (
  plan_id text not null,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  document text not null,
  reason text not null,
  prepared_by text not null,
  approved_by text not null,
  at timestamptz not null,
  primary key (plan_id, number, ordinal),
  foreign key (plan_id, number) references plan_task,
  check (prepared_by <> approved_by)
);
comment on table plan_amendment is 'Append-only: papers that gave a task of a plan in effect another due day or other units, each prepared by one person and approved by another.';

create table plan_declaration (
  plan_id text not null,
  number text not null,
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null references unit,
  words text not null,
  name text not null,
  at timestamptz not null,
  day date not null,
  primary key (plan_id, number, ordinal),
  foreign key (plan_id, number) references plan_task
);
comment on table plan_declaration is 'Append-only: a bound unit says that a task is done. It is shown as said; it proves nothing.';

create table plan_proof_event (
  plan_id text not null,
  number text not null,
  condition text not null,
  ordinal integer not null check (ordinal >= 1),
  from_outcome text check (from_outcome in ('holds', 'fails', 'no-data', 'missing')),
  to_outcome text not null check (to_outcome in ('holds', 'fails', 'no-data', 'missing')),
  at timestamptz not null,
  day date not null,
  version text not null,
  snapshot jsonb not null,
  primary key (plan_id, number, condition, ordinal),
  foreign key (plan_id, number) references plan_task,
  check (from_outcome is distinct from to_outcome)
);
comment on table plan_proof_event is 'Append-only: when a condition of a task, or all of them together (condition all), began or ceased to hold, and by which numbers.';
comment on column plan_proof_event.version is 'Version of the file of proofs by which it was judged.';

alter table plan_draft enable row level security;
alter table plan_draft force row level security;
alter table plan_unread enable row level security;
alter table plan_unread force row level security;
alter table plan enable row level security;
alter table plan force row level security;
alter table plan_area enable row level security;
alter table plan_area force row level security;
alter table plan_task enable row level security;
alter table plan_task force row level security;
alter table plan_task_unit enable row level security;
alter table plan_task_unit force row level security;
alter table plan_task_due enable row level security;
alter table plan_task_due force row level security;
alter table plan_amendment enable row level security;
alter table plan_amendment force row level security;
alter table plan_declaration enable row level security;
alter table plan_declaration force row level security;
alter table plan_proof_event enable row level security;
alter table plan_proof_event force row level security;

create policy plan_draft_owner on plan_draft to xincheng_owner using (true) with check (true);
create policy plan_unread_owner on plan_unread to xincheng_owner using (true) with check (true);
create policy plan_owner on plan to xincheng_owner using (true) with check (true);
create policy plan_area_owner on plan_area to xincheng_owner using (true) with check (true);
create policy plan_task_owner on plan_task to xincheng_owner using (true) with check (true);
create policy plan_task_unit_owner on plan_task_unit to xincheng_owner using (true) with check (true);
create policy plan_task_due_owner on plan_task_due to xincheng_owner using (true) with check (true);
create policy plan_amendment_owner on plan_amendment to xincheng_owner using (true) with check (true);
create policy plan_declaration_owner on plan_declaration to xincheng_owner using (true) with check (true);
create policy plan_proof_event_owner on plan_proof_event to xincheng_owner using (true) with check (true);

create policy plan_draft_office on plan_draft to xincheng_app
  using (current_setting('app.scope', true) = 'all') with check (current_setting('app.scope', true) = 'all');
create policy plan_unread_office on plan_unread to xincheng_app
  using (current_setting('app.scope', true) = 'all') with check (current_setting('app.scope', true) = 'all');

-- What a plan asks and how far it is come is no secret among the units of a district; no firm sees it here.
create policy plan_read on plan for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_area_read on plan_area for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_task_read on plan_task for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_task_unit_read on plan_task_unit for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_task_due_read on plan_task_due for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_amendment_read on plan_amendment for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy plan_declaration_read on plan_declaration for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
-- The numbers are sums over units; a unit is told what concerns it by the reading alone.
create policy plan_proof_event_read on plan_proof_event for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');

create policy plan_make on plan for insert to xincheng_app with check (current_setting('app.scope', true) = 'all' and state = 'confirmed');
create policy plan_close on plan for update to xincheng_app
  using (current_setting('app.scope', true) = 'all' and state = 'confirmed') with check (current_setting('app.scope', true) = 'all');
create policy plan_area_make on plan_area for insert to xincheng_app with check (current_setting('app.scope', true) = 'all');
create policy plan_task_make on plan_task for insert to xincheng_app with check (current_setting('app.scope', true) = 'all');
create policy plan_task_unit_make on plan_task_unit for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and ended_on is null);
create policy plan_task_unit_end on plan_task_unit for update to xincheng_app
  using (current_setting('app.scope', true) = 'all' and ended_on is null) with check (current_setting('app.scope', true) = 'all');
create policy plan_task_due_add on plan_task_due for insert to xincheng_app with check (current_setting('app.scope', true) = 'all');
create policy plan_amendment_add on plan_amendment for insert to xincheng_app with check (current_setting('app.scope', true) = 'all');
create policy plan_declaration_add on plan_declaration for insert to xincheng_app
  with check (current_setting('app.scope', true) in ('all', 'units') and unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy plan_proof_event_add on plan_proof_event for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');

grant select, insert on plan_draft, plan_unread, plan, plan_area, plan_task, plan_task_unit, plan_task_due, plan_amendment, plan_declaration,
  plan_proof_event to xincheng_app;
grant update (content, amended_by, state, decided_by, decided_at) on plan_draft to xincheng_app;
grant update (settled_as, settled_words, settled_by, settled_at) on plan_unread to xincheng_app;
grant update (state, closed_by, closed_at) on plan to xincheng_app;
grant update (ended_on) on plan_task_unit to xincheng_app;
