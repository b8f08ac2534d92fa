-- Records of every dataset: the current version hot, superseded ones in history.
-- Rules of docs/decisions/0001: deterministic record_id, slim payload, two secondary indexes, no triggers.

create table credit_record (
  record_id uuid not null,
  subject_key text not null collate "C",
  dataset text not null,
  unit_id text not null,
  subject_kind text not null check (subject_kind in ('legal', 'soleTrader', 'natural')),
  subject_name text not null,
  authority_uscc text not null,
  number text not null,
  decided_on date not null,
  received_at timestamptz not null,
  state text not null check (state in ('held', 'published', 'ended', 'withdrawn', 'suspended')),
  state_reason text,
  version integer not null check (version >= 1),
  definition_version text not null,
  content_hash uuid not null,
  batch_id uuid not null,
  row_no integer not null,
  written_at timestamptz not null,
  written_by text not null,
  reason text not null,
  parent_id uuid,
  same_number_as uuid,
  shown_until date,
  payload jsonb not null,
  primary key (record_id, subject_key) include (content_hash)
);
comment on table credit_record is 'One fact about one subject, in its current version. record_id is a UUIDv8 made from the natural key, so the primary key is the natural key.';
comment on column credit_record.content_hash is 'Keyed hash over unit, day and every value; a withdrawn record carries another. Equal hash: the same row of the same unit, nothing to do.';
comment on column credit_record.received_at is 'When the whole file of the first accepted version had arrived: decides lateness for ever.';
comment on column credit_record.same_number_as is 'Set when a second decision was confirmed under a number already used: the record that used it first.';
comment on column credit_record.shown_until is 'Last day on public show by the terms of law; null: not shown. On show while state is published and this day is not over.';
comment on column credit_record.payload is 'Only what is neither blank nor in a column; sensitive values sealed.';
create index credit_record_subject on credit_record (subject_key, decided_on);
create index credit_record_unit on credit_record (unit_id, dataset, decided_on);
create index credit_record_same_number on credit_record (same_number_as) where same_number_as is not null;
create index credit_record_parent on credit_record (parent_id) where parent_id is not null;
create index credit_record_set_apart on credit_record (state, decided_on, record_id) where state in ('suspended', 'withdrawn');

create table credit_record_version (
  record_id uuid not null,
  subject_key text not null collate "C",
  version integer not null check (version >= 1),
  dataset text not null,
  unit_id text not null,
  subject_name text not null,
  number text not null,
  decided_on date not null,
  state text not null check (state in ('held', 'published', 'ended', 'withdrawn', 'suspended')),
  state_reason text,
  definition_version text not null,
  content_hash uuid not null,
  batch_id uuid not null,
  row_no integer not null,
  written_at timestamptz not null,
  written_by text not null,
  reason text not null,
  superseded_at timestamptz not null,
  payload jsonb not null,
  primary key (record_id, subject_key, version)
);
comment on table credit_record_version is 'Versions that were replaced, with who wrote them, when and why, and until when they stood.';

create table credit_record_blind (
  record_id uuid not null,
  subject_key text not null collate "C",
  field text not null,
  unit_id text not null,
  blind text not null collate "C",
  key_id text not null,
  primary key (record_id, subject_key, field)
);
comment on table credit_record_blind is 'Keyed hashes of sealed certificate numbers, so that a person''s request finds every record that holds theirs.';
create index credit_record_blind_value on credit_record_blind (blind);

alter table credit_record enable row level security;
alter table credit_record force row level security;
alter table credit_record_version enable row level security;
alter table credit_record_version force row level security;
alter table credit_record_blind enable row level security;
alter table credit_record_blind force row level security;

create policy record_owner on credit_record to xincheng_owner using (true) with check (true);
create policy record_read on credit_record for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy record_version_owner on credit_record_version to xincheng_owner using (true) with check (true);
create policy record_version_read on credit_record_version for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy record_blind_owner on credit_record_blind to xincheng_owner using (true) with check (true);
create policy record_blind_read on credit_record_blind for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');
grant select on credit_record, credit_record_version, credit_record_blind to xincheng_app;
