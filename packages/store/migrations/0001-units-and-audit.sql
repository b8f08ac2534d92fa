-- Units, definitions in force, the audit log.

create table unit (
  id text primary key,
  name text not null,
  uscc text not null unique,
  kind text not null,
  is_synthetic_code boolean not null
);
comment on table unit is 'Units of the district, carried over from the district pack at start; reference data.';

create table dataset_definition (
  dataset text not null,
  version text not null,
  digest text not null,
  definition jsonb not null,
  loaded_at timestamptz not null,
  primary key (dataset, version)
);
comment on table dataset_definition is 'Every version of a dataset under which a record was ever made; old records keep theirs.';

create table installation_fact (
  name text primary key,
  value text not null
);
comment on table installation_fact is 'Few facts about this installation, such as the fingerprint of the key ring its data was made with.';

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  unit_id text,
  act text not null,
  object_kind text not null,
  object_id text not null,
  details jsonb not null,
  digest bytea not null
);
comment on table audit_event is 'Append-only: one row for every official act and every look at a person''s record.';
create index audit_event_object on audit_event (object_kind, object_id);

grant select on unit to xincheng_app, xincheng_importer;
grant select on dataset_definition to xincheng_app, xincheng_importer;
grant insert on audit_event to xincheng_app, xincheng_importer;
grant select on audit_event to xincheng_app;
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_owner on audit_event to xincheng_owner using (true) with check (true);
create policy audit_write on audit_event for insert to xincheng_app, xincheng_importer
  with check (actor = current_setting('app.actor', true));
create policy audit_read on audit_event for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
