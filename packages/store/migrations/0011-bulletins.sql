-- Monthly bulletins (月通报). The credit office drafts and edits; another person issues; what is issued every unit may read.

create table bulletin (
  id uuid primary key,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  corrects uuid references bulletin,
  content text not null,
  name text not null,
  actor text not null,
  at timestamptz not null
);
comment on table bulletin is 'Append-only: a bulletin as it was drafted, with every number it shows.';
create unique index bulletin_first on bulletin (month) where corrects is null;
create unique index bulletin_correction on bulletin (corrects);

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

create table bulletin_issue (
  bulletin_id uuid primary key references bulletin,
  month text not null,
  year integer not null,
  number integer not null check (number >= 1),
  snapshot text not null,
  snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  actor text not null,
  at timestamptz not null,
  unique (year, number)
);
comment on table bulletin_issue is 'Append-only: an issued bulletin. Page and PDF are made of the snapshot alone.';

alter table bulletin enable row level security;
alter table bulletin force row level security;
alter table bulletin_edit enable row level security;
alter table bulletin_edit force row level security;
alter table bulletin_issue enable row level security;
alter table bulletin_issue force row level security;
create policy bulletin_owner on bulletin to xincheng_owner using (true) with check (true);
create policy bulletin_edit_owner on bulletin_edit to xincheng_owner using (true) with check (true);
create policy bulletin_issue_owner on bulletin_issue to xincheng_owner using (true) with check (true);
create policy bulletin_read on bulletin for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy bulletin_add on bulletin for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
create policy bulletin_edit_read on bulletin_edit for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy bulletin_edit_add on bulletin_edit for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
-- Units are named openly inside the government.
create policy bulletin_issue_read on bulletin_issue for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy bulletin_issue_add on bulletin_issue for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and actor = current_setting('app.actor', true));
grant select, insert on bulletin, bulletin_edit, bulletin_issue to xincheng_app;
