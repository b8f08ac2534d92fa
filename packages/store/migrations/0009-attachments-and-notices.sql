-- Files that belong to something, and notices to units with their ways out. Both belong to a unit, which alone sees them beside the
-- credit office (scope 'all'), whoever it shows a file, and the parties of a case; who sent a notice sees what became of it.

create table attachment (
  id uuid primary key,
  owner_kind text not null check (owner_kind ~ '^[a-z]+(-[a-z]+)*$'),
  owner_id text not null check (owner_id <> ''),
  owner_version integer check (owner_version >= 1),
  unit_id text not null references unit,
  file_name text not null check (char_length(file_name) between 1 and 200),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd', 'text')),
  bytes bigint not null check (bytes >= 1),
  sha256 text not null,
  scan text not null check (scan in ('clean', 'not-scanned')),
  added_at timestamptz not null,
  added_by text not null,
  keep_until date not null,
  keep_basis text not null,
  shown_to text[] not null default '{}',
  shown_in text[] not null default '{}',
  unique nulls not distinct (owner_kind, owner_id, owner_version, unit_id, sha256)
);
comment on table attachment is 'Append-only but for shown_to and shown_in: a file bound to a version or an act of something. The file lies sealed on disk under its hash, as it was after its metadata were taken out.';
comment on column attachment.owner_version is 'Null where what owns it has no versions.';
comment on column attachment.shown_to is 'Units that may open it beside its own: those that an act in which it is named concerns.';
comment on column attachment.shown_in is 'Cases in which it was named: their parties may open it.';
comment on column attachment.keep_basis is 'Instrument that says how long it is kept.';

create table notice (
  id uuid primary key,
  template text not null,
  unit_id text not null references unit,
  to_role text not null,
  from_unit text references unit,
  about_kind text not null,
  about_id text not null,
  case_id text,
  title text not null,
  body text not null,
  sent_at timestamptz not null,
  sent_on date not null,
  sent_by text not null,
  answer_due_on date,
  read_at timestamptz,
  read_by text,
  answered_at timestamptz,
  answered_by text,
  answer text,
  unique (about_kind, about_id, template, unit_id, to_role, sent_on),
  unique (id, unit_id, from_unit),
  check ((read_at is null) = (read_by is null)),
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
);
comment on table notice is 'What a unit was told: words, who read it first, by when an answer is due, the answer. The same about the same once a day.';
comment on column notice.to_role is 'Function at the unit that it is meant for; blank for whoever is on duty.';
comment on column notice.from_unit is 'Unit in whose name it was sent; null for the credit office and for jobs.';
comment on column notice.case_id is 'The case that it tells of: the parties of the case see it.';
create index notice_inbox on notice (unit_id, id);

create table notice_delivery (
  notice_id uuid not null references notice,
  channel text not null check (channel in ('inbox', 'mail', 'sms')),
  unit_id text not null references unit,
  from_unit text references unit,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'given-up')),
  attempts integer not null check (attempts >= 0),
  unsure integer not null default 0 check (unsure between 0 and 1),
  queued_at timestamptz not null,
  next_at timestamptz,
  sent_at timestamptz,
  proof text,
  problem text,
  primary key (notice_id, channel),
  -- The way out of a unit's notice is its own; the office's, which name no sender, are held by the key of the notice alone.
  foreign key (notice_id, unit_id, from_unit) references notice (id, unit_id, from_unit),
  check ((state in ('queued', 'sending', 'failed')) = (next_at is not null)),
  check ((state = 'sent') = (sent_at is not null and proof is not null))
);
comment on table notice_delivery is 'One way out of one notice. Written with the notice; a job takes it up, and what the other side answered is the proof.';
comment on column notice_delivery.next_at is 'When it is taken up again; while it is being sent, until when the sender may be silent.';
comment on column notice_delivery.unsure is 'Times a sender died between sending and noting it: after the second nobody tries again, so nothing arrives three times.';
create index notice_delivery_due on notice_delivery (next_at) where next_at is not null;

alter table attachment enable row level security;
alter table attachment force row level security;
alter table notice enable row level security;
alter table notice force row level security;
alter table notice_delivery enable row level security;
alter table notice_delivery force row level security;

create policy attachment_owner on attachment to xincheng_owner using (true) with check (true);
create policy notice_owner on notice to xincheng_owner using (true) with check (true);
create policy notice_delivery_owner on notice_delivery to xincheng_owner using (true) with check (true);

create policy attachment_read on attachment for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and (unit_id = any (string_to_array(current_setting('app.units', true), ','))
      or shown_to && string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) in ('subject', 'party') and shown_in && string_to_array(current_setting('app.parties', true), ',')));
-- Its own unit shows a file by naming it; the credit office when a task gets another lead. Nothing else of it ever changes.
create policy attachment_show on attachment for update to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy attachment_add on attachment for insert to xincheng_app
  with check (added_by = current_setting('app.actor', true) and unit_id = any (string_to_array(current_setting('app.units', true), ',')));

create policy notice_read on notice for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and (unit_id = any (string_to_array(current_setting('app.units', true), ','))
      or from_unit = any (string_to_array(current_setting('app.units', true), ','))))
    or (current_setting('app.scope', true) in ('subject', 'party') and case_id = any (string_to_array(current_setting('app.parties', true), ','))));
create policy notice_send on notice for insert to xincheng_app
  with check (sent_by = current_setting('app.actor', true) and (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and from_unit = any (string_to_array(current_setting('app.units', true), ',')))));
-- Read and answered by whoever it was sent to, and by nobody for them; an answer that was given stays as it is.
create policy notice_answer on notice for update to xincheng_app
  using (answered_at is null and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
  with check (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy notice_delivery_read on notice_delivery for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and (unit_id = any (string_to_array(current_setting('app.units', true), ','))
      or from_unit = any (string_to_array(current_setting('app.units', true), ',')))));
create policy notice_delivery_queue on notice_delivery for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and from_unit = any (string_to_array(current_setting('app.units', true), ','))));
-- What has come to its end stays as it is.
create policy notice_delivery_go_on on notice_delivery for update to xincheng_app
  using (current_setting('app.scope', true) = 'all' and next_at is not null) with check (current_setting('app.scope', true) = 'all');

grant select, insert on attachment, notice, notice_delivery to xincheng_app;
grant update (shown_to, shown_in) on attachment to xincheng_app;
grant update (read_at, read_by, answered_at, answered_by, answer) on notice to xincheng_app;
grant update (state, attempts, unsure, next_at, sent_at, proof, problem) on notice_delivery to xincheng_app;
