-- Monthly bulletins (月通报). The credit office drafts and edits; another person issues; what is issued every unit may read.

create table bulletin (
  id uuid primary key,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  corrects uuid references bulletin,
  content text not null,
  name text not null,
  actor text not null,
  at timestamptz not null,
  unique (id, month)
);
comment on table bulletin is 'Append-only: a bulletin as it was drafted, with every number it shows.';

create table bulletin_edit (
  bulletin_id uuid not null references bulletin,
  ordinal integer not null check (ordinal >= 1),
  paragraphs text not null,
  name text not null,
  actor text not null,
  at timestamptz not null,
  primary key (bulletin_id, ordinal)
);
comment on table bulletin_edit is 'Append-only: the paragraphs of a draft as a person wrote them; the last ones count.';

create table bulletin_drop (
  bulletin_id uuid primary key references bulletin,
  reason text not null,
  name text not null,
  actor text not null,
  at timestamptz not null
);
comment on table bulletin_drop is 'Append-only: drafts that were given up. The month is free for another.';

create table bulletin_issue (
  bulletin_id uuid primary key,
  month text not null,
  corrects uuid unique references bulletin_issue,
  writers text[] not null check (cardinality(writers) >= 1),
  year integer not null,
  number integer not null check (number >= 1),
  snapshot text not null,
  snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  actor text not null,
  at timestamptz not null,
  unique (year, number),
  foreign key (bulletin_id, month) references bulletin (id, month),
  check (name <> all (writers))
);
comment on table bulletin_issue is 'Append-only: an issued bulletin. Page and PDF are made of the snapshot alone.';
comment on column bulletin_issue.writers is 'Whoever drafted or edited, none of whom issues.';
create unique index bulletin_issue_first on bulletin_issue (month) where corrects is null;

alter table bulletin enable row level security;
alter table bulletin force row level security;
alter table bulletin_edit enable row level security;
alter table bulletin_edit force row level security;
alter table bulletin_drop enable row level security;
alter table bulletin_drop force row level security;
alter table bulletin_issue enable row level security;
alter table bulletin_issue force row level security;
create policy bulletin_owner on bulletin to xincheng_owner using (true) with check (true);
create policy bulletin_edit_owner on bulletin_edit to xincheng_owner using (true) with check (true);
create policy bulletin_drop_owner on bulletin_drop to xincheng_owner using (true) with check (true);
create policy bulletin_issue_owner on bulletin_issue to xincheng_owner using (true) with check (true);
create policy bulletin_read on bulletin for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy bulletin_add on bulletin for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
create policy bulletin_edit_read on bulletin_edit for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy bulletin_edit_add on bulletin_edit for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
create policy bulletin_drop_read on bulletin_drop for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy bulletin_drop_add on bulletin_drop for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
-- Units are named openly inside the government.
create policy bulletin_issue_read on bulletin_issue for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy bulletin_issue_add on bulletin_issue for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
grant select, insert on bulletin, bulletin_edit, bulletin_drop, bulletin_issue to xincheng_app;
