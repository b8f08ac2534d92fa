-- Forwarding to the city platform: batches, their rows, the city's answers, and what the city holds of each record.
-- The credit office (scope 'all') makes, hands over and takes in answers; a unit sees the rows of its own records.

create table forward_template (
  dataset text not null,
  version text not null,
  digest text not null,
  definition jsonb not null,
  first_used_at timestamptz not null,
  primary key (dataset, version)
);
comment on table forward_template is 'Every version of the city''s form under which a batch was made: the file of a batch can be written again for ever.';

create table forward_batch (
  id uuid primary key,
  number text not null unique,
  dataset text not null,
  template_version text not null,
  made_at timestamptz not null,
  made_on date not null,
  ordinal integer not null check (ordinal >= 1),
  made_by text not null,
  rows integer not null check (rows >= 1),
  file_name text not null,
  file_sha256 text not null,
  state text not null check (state in ('made', 'handed', 'answered')),
  handed_at timestamptz,
  handed_by text,
  city_number text,
  answered_at timestamptz,
  unique (dataset, made_on, ordinal),
  check ((state = 'made') = (handed_at is null)),
  check ((state = 'answered') = (answered_at is not null)),
  foreign key (dataset, template_version) references forward_template (dataset, version)
);
comment on table forward_batch is 'One file for the city platform. It is made, handed over, and answered once the city has spoken of its last row.';
comment on column forward_batch.file_sha256 is 'The file is not kept: it is written again from its rows and must come out the same.';
comment on column forward_batch.city_number is 'The city''s own number for the batch, from its receipt.';

create table forward_item (
  batch_id uuid not null references forward_batch,
  row_no integer not null check (row_no >= 1),
  record_id uuid not null,
  subject_key text not null collate "C",
  unit_id text not null,
  version integer not null check (version >= 1),
  subject_kind text not null check (subject_kind in ('legal', 'soleTrader', 'natural')),
  operation text not null check (operation in ('add', 'change', 'withdraw')),
  number text not null,
  subject_code text not null,
  state text not null check (state in ('sent', 'accepted', 'refused')),
  code text,
  message text,
  answered_at timestamptz,
  primary key (batch_id, row_no),
  check ((state = 'sent') = (answered_at is null))
);
comment on table forward_item is 'One version of one record in one batch, and the city''s answer. Answered once, then never changed; sent again it is a new row of a new batch.';
comment on column forward_item.number is 'As it is compared: the city''s answer may name a row by number and code of the subject.';
comment on column forward_item.subject_code is 'The code as the file shows it; blank for a person, whose number lies sealed in the record alone.';
-- Whatever two makers do at once: a record is in one open batch at most, and no version is accepted twice.
create unique index forward_item_open on forward_item (record_id, subject_key) where state = 'sent';
create unique index forward_item_accepted on forward_item (record_id, subject_key, version) where state = 'accepted';

create table forward_answer (
  id uuid primary key,
  batch_id uuid not null references forward_batch,
  file_name text not null,
  file_sha256 text not null,
  received_at timestamptz not null,
  received_by text not null,
  rows integer not null,
  accepted integer not null,
  refused integer not null,
  unchanged integer not null,
  differing integer not null,
  unknown integer not null,
  unique (batch_id, file_sha256)
);
comment on table forward_answer is 'Append-only: every answer file of the city that was taken in, with what it brought.';

create table credit_record_forwarding (
  record_id uuid not null,
  subject_key text not null collate "C",
  dataset text not null,
  unit_id text not null,
  forwarded_at timestamptz,
  city_receipt_at timestamptz,
  batch_id uuid not null,
  version_sent integer not null check (version_sent >= 1),
  hash_sent uuid not null,
  operation text not null check (operation in ('add', 'change', 'withdraw')),
  state text not null check (state in ('sent', 'accepted', 'refused')),
  is_at_city boolean not null,
  is_to_resend boolean not null,
  primary key (record_id, subject_key)
);
comment on table credit_record_forwarding is 'What the city platform was last sent of a record, what it said, and since when it has it. No row: never put into a batch.';
comment on column credit_record_forwarding.forwarded_at is 'When the first batch with this record was handed over; never moved.';
comment on column credit_record_forwarding.city_receipt_at is 'The city''s first acceptance: decides timeliness in the plan''s sense, for ever.';
comment on column credit_record_forwarding.hash_sent is 'content_hash of the version sent: when another stands, there is something to send.';
comment on column credit_record_forwarding.is_at_city is 'True while the city holds the record: accepted, and its withdrawal not yet.';
create index credit_record_forwarding_open on credit_record_forwarding (dataset, batch_id) where state <> 'accepted';

alter table forward_batch enable row level security;
alter table forward_batch force row level security;
alter table forward_item enable row level security;
alter table forward_item force row level security;
alter table forward_answer enable row level security;
alter table forward_answer force row level security;
alter table credit_record_forwarding enable row level security;
alter table credit_record_forwarding force row level security;

create policy forward_batch_owner on forward_batch to xincheng_owner using (true) with check (true);
create policy forward_item_owner on forward_item to xincheng_owner using (true) with check (true);
create policy forward_answer_owner on forward_answer to xincheng_owner using (true) with check (true);
create policy record_forwarding_owner on credit_record_forwarding to xincheng_owner using (true) with check (true);

-- A batch names no record: whoever has rows in it may see what became of the whole.
create policy forward_batch_read on forward_batch for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy forward_batch_make on forward_batch for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and made_by = current_setting('app.actor', true));
create policy forward_batch_go_on on forward_batch for update to xincheng_app
  using (current_setting('app.scope', true) = 'all');
create policy forward_item_read on forward_item for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy forward_item_make on forward_item for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and state = 'sent');
-- What was answered is history.
create policy forward_item_answer on forward_item for update to xincheng_app
  using (current_setting('app.scope', true) = 'all' and state = 'sent')
  with check (current_setting('app.scope', true) = 'all');
create policy forward_answer_read on forward_answer for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');
create policy forward_answer_add on forward_answer for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and received_by = current_setting('app.actor', true));
create policy record_forwarding_read on credit_record_forwarding for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy record_forwarding_make on credit_record_forwarding for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');
create policy record_forwarding_go_on on credit_record_forwarding for update to xincheng_app
  using (current_setting('app.scope', true) = 'all');

grant select, insert on forward_template to xincheng_app;
grant select, insert on forward_batch, forward_item, forward_answer, credit_record_forwarding to xincheng_app;
grant update (state, handed_at, handed_by, city_number, answered_at) on forward_batch to xincheng_app;
grant update (state, code, message, answered_at) on forward_item to xincheng_app;
grant update (forwarded_at, city_receipt_at, batch_id, version_sent, hash_sent, operation, state, is_at_city, is_to_resend)
  on credit_record_forwarding to xincheng_app;
