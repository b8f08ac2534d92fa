-- The work around tasks: matters (reports, action plans, orders, extensions, hand-overs, releases, urging), the acts upon them, and the
-- reminders that were sent. What state a matter is in follows from its acts and is stored nowhere. The credit office (scope 'all') sees
-- everything, a unit its own matters and those of tasks it leads or takes over, a party to a case that case.

create table supervision_matter (
  id uuid primary key,
  kind text not null check (kind in ('report', 'action-plan', 'order', 'extension', 'hand-over', 'release', 'urging')),
  plan_id text not null references plan,
  number text,
  unit_id text not null references unit,
  period text,
  other_unit text references unit,
  opened_at timestamptz not null,
  seen_by text[] not null check (unit_id = any (seen_by)),
  foreign key (plan_id, number) references plan_task,
  check ((kind = 'action-plan') = (number is null)),
  check ((kind = 'report') = (period is not null)),
  check ((kind = 'hand-over') = (other_unit is not null) and other_unit <> unit_id),
  unique (id, kind, unit_id)
);
comment on table supervision_matter is 'One matter around a task, about the part of one unit; an action plan is about all its parts of a plan.';
comment on column supervision_matter.other_unit is 'Hand-over: who is to take the part over.';
comment on column supervision_matter.seen_by is 'Units that may look: its own, leads of the task, who takes over.';
create unique index supervision_matter_report on supervision_matter (plan_id, number, unit_id, period) where kind = 'report';
create unique index supervision_matter_action_plan on supervision_matter (plan_id, unit_id) where kind = 'action-plan';
create index supervision_matter_task on supervision_matter (plan_id, number);

create table supervision_act (
  matter_id uuid not null,
  kind text not null,
  unit_id text not null,
  ordinal integer not null check (ordinal >= 1),
  act text not null check (act in ('call', 'file', 'return', 'accept', 'reopen', 'draft', 'issue', 'drop', 'reply', 'close', 'ask', 'agree',
    'decline', 'grant', 'refuse', 'urge')),
  by_unit text references unit,
  actor text not null,
  name text not null,
  at timestamptz not null,
  day date not null,
  words text,
  figures jsonb not null,
  attachments uuid[] not null,
  since_on date,
  due_on date,
  year integer,
  serial integer check (serial >= 1),
  document text,
  seen_by text[] not null,
  primary key (matter_id, ordinal),
  foreign key (matter_id, kind, unit_id) references supervision_matter (id, kind, unit_id),
  check ((act = 'issue') = (serial is not null) and (serial is null) = (year is null) and (serial is null) = (document is null))
);
comment on table supervision_act is 'Append-only: what was done in a matter, by whom, in order. The state of the matter is a fold over it.';
comment on column supervision_act.unit_id is 'Unit of the matter, as kind is its kind: by them it is known who may do what.';
comment on column supervision_act.by_unit is 'For which unit; null for the credit office.';
comment on column supervision_act.figures is 'Numbers of a report: [{name, value}].';
comment on column supervision_act.attachments is 'Files of the part of the task that the act speaks of.';
comment on column supervision_act.since_on is 'Order: since when it is owed.';
comment on column supervision_act.due_on is 'Order: by when to answer. Extension: the day that is asked for. Report that was called for: by when it is wanted.';
comment on column supervision_act.document is 'Order: its number, such as 〔2021〕3号 behind the word of the office.';
create unique index supervision_act_serial on supervision_act (year, serial);

create table supervision_reminder (
  about text not null check (about in ('task', 'report', 'order', 'decision', 'alarm')),
  about_id text not null,
  unit_id text not null references unit,
  due_on date not null,
  days_ahead integer not null,
  sent_at timestamptz not null,
  primary key (about, about_id, unit_id, due_on, days_ahead)
);
comment on table supervision_reminder is 'Append-only: reminders sent, each once, whatever runs twice. A due day that moves is reminded of anew.';
comment on column supervision_reminder.days_ahead is 'The step of the district''s rules, negative behind the day.';

alter table supervision_matter enable row level security;
alter table supervision_matter force row level security;
alter table supervision_act enable row level security;
alter table supervision_act force row level security;
alter table supervision_reminder enable row level security;
alter table supervision_reminder force row level security;

create policy supervision_matter_owner on supervision_matter to xincheng_owner using (true) with check (true);
create policy supervision_act_owner on supervision_act to xincheng_owner using (true) with check (true);
create policy supervision_reminder_owner on supervision_reminder to xincheng_owner using (true) with check (true);

create policy supervision_matter_read on supervision_matter for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and seen_by && string_to_array(current_setting('app.units', true), ','))
    or (current_setting('app.scope', true) in ('subject', 'party') and id::text = any (string_to_array(current_setting('app.parties', true), ','))));
create policy supervision_act_read on supervision_act for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and seen_by && string_to_array(current_setting('app.units', true), ','))
    or (current_setting('app.scope', true) in ('subject', 'party') and matter_id::text = any (string_to_array(current_setting('app.parties', true), ','))));
create policy supervision_reminder_read on supervision_reminder for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy supervision_matter_open on supervision_matter for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))
      and kind in ('report', 'action-plan', 'extension', 'hand-over', 'release')));
-- A unit files, replies and asks in its own matters; who is to take a part over agrees or declines; a lead reviews reports of others.
create policy supervision_act_add on supervision_act for insert to xincheng_app
  with check (actor = current_setting('app.actor', true)
    and (current_setting('app.scope', true) = 'all'
      or (current_setting('app.scope', true) = 'units' and by_unit = any (string_to_array(current_setting('app.units', true), ','))
        and by_unit = any (seen_by)
        and ((act in ('file', 'reply', 'ask') and by_unit = unit_id)
          or (act in ('agree', 'decline') and by_unit <> unit_id)
          or (act in ('accept', 'return') and by_unit <> unit_id and kind = 'report')))));
create policy supervision_reminder_add on supervision_reminder for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');
-- Who takes a lead over must see what came before; nothing else of a matter ever changes.
create policy supervision_matter_show on supervision_matter for update to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy supervision_act_show on supervision_act for update to xincheng_app using (current_setting('app.scope', true) = 'all');

grant select, insert on supervision_matter, supervision_act, supervision_reminder to xincheng_app;
grant update (seen_by) on supervision_matter, supervision_act to xincheng_app;
