-- Alarms of concealment (瞒报): what seems to be missing, what people answered, numbers that were lawfully never used, and decisions that
-- were seen elsewhere. The credit office (scope 'all') looks and judges; a unit sees and answers its own.

create table concealment_alarm (
  id uuid primary key,
  unit_id text not null references unit,
  kind text not null check (kind in ('gap', 'drop', 'seen')),
  dataset text not null,
  about text not null,
  series text,
  serials integer[] not null,
  evidence jsonb not null,
  found_at timestamptz not null,
  found_on date not null,
  found_by text not null,
  unique (kind, dataset, unit_id, about),
  unique (id, unit_id),
  check ((kind = 'gap') = (series is not null) and (kind = 'gap') = (cardinality(serials) > 0))
);
comment on table concealment_alarm is 'Append-only: each thing that seems to be missing is told once. Whether it still is, is looked up.';
comment on column concealment_alarm.about is 'What is missing: the series and the first number of the run, the month, or the number that was seen.';

create table concealment_answer (
  alarm_id uuid not null,
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null,
  step text not null check (step in ('answer', 'accept', 'return')),
  answer text check (answer in ('found', 'lawful-gap', 'explained')),
  words text not null,
  document text,
  name text not null,
  actor text not null,
  at timestamptz not null,
  primary key (alarm_id, ordinal),
  foreign key (alarm_id, unit_id) references concealment_alarm (id, unit_id),
  check ((step = 'answer') = (answer is not null))
);
comment on table concealment_answer is 'Append-only: what the unit answered and what the credit office made of it; the state of an alarm is a fold over these.';

create table concealment_void (
  unit_id text not null references unit,
  series text not null collate "C",
  serial integer not null check (serial >= 1),
  reason text not null,
  document text,
  alarm_id uuid references concealment_alarm,
  name text not null,
  at timestamptz not null,
  primary key (unit_id, series, serial)
);
comment on table concealment_void is 'Append-only: numbers of a series that were lawfully never used for a decision to be filed, by the word of a named person. It counts for gaps that fall to that unit.';

create table concealment_sighting (
  id uuid primary key,
  unit_id text not null references unit,
  dataset text not null,
  number text not null,
  seen_in text not null check (seen_in in ('repair', 'objection', 'credit-check', 'inspection', 'complaint', 'publication')),
  words text not null,
  document text,
  name text not null,
  at timestamptz not null,
  unique (dataset, unit_id, number, seen_in)
);
comment on table concealment_sighting is 'Append-only: a decision that somebody met with outside the register; without personal data.';

alter table concealment_alarm enable row level security;
alter table concealment_alarm force row level security;
alter table concealment_answer enable row level security;
alter table concealment_answer force row level security;
alter table concealment_void enable row level security;
alter table concealment_void force row level security;
alter table concealment_sighting enable row level security;
alter table concealment_sighting force row level security;
create policy concealment_alarm_owner on concealment_alarm to xincheng_owner using (true) with check (true);
create policy concealment_answer_owner on concealment_answer to xincheng_owner using (true) with check (true);
create policy concealment_void_owner on concealment_void to xincheng_owner using (true) with check (true);
create policy concealment_sighting_owner on concealment_sighting to xincheng_owner using (true) with check (true);
create policy concealment_alarm_read on concealment_alarm for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy concealment_alarm_raise on concealment_alarm for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');
create policy concealment_answer_read on concealment_answer for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
-- A unit answers for itself, and alarms of its own; only the credit office accepts or returns.
create policy concealment_answer_add on concealment_answer for insert to xincheng_app
  with check (actor = current_setting('app.actor', true) and (current_setting('app.scope', true) = 'all'
    or (step = 'answer' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))));
create policy concealment_void_read on concealment_void for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
-- What closes an alarm is accepted by the credit office; a unit speaks of its numbers beforehand.
create policy concealment_void_add on concealment_void for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (alarm_id is null and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy concealment_sighting_read on concealment_sighting for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');
create policy concealment_sighting_add on concealment_sighting for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');
grant select, insert on concealment_alarm, concealment_answer, concealment_void, concealment_sighting to xincheng_app;

