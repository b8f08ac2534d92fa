-- The chain over the audit log: blocks made by one sealer, the events that wait for it, and the digest of an import.
-- Rules of docs/decisions/0012.

-- As written, letter for letter: what the digest was made of can be read back. jsonb would put keys and numbers into a form of its own.
alter table audit_event alter column details type json;
alter table audit_event add constraint audit_event_digest_length check (length(digest) = 32);
create index audit_event_at on audit_event (at, id);

-- Filled with the event, in its transaction; emptied by the sealer. No foreign key: an event that somebody removed must leave its trace.
create table audit_unsealed (
  event_id uuid primary key
);
comment on table audit_unsealed is 'Events that are in no block yet. The sealer takes them out with the same transaction that writes their block.';

create table audit_block (
  no bigint primary key check (no >= 1),
  events integer not null check (events >= 1),
  total bigint not null check (total >= events),
  event_ids uuid[] not null check (cardinality(event_ids) = events),
  digests bytea not null check (length(digests) = 32 * events),
  merkle_root bytea not null check (length(merkle_root) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null unique check (length(hash) = 32),
  sealed_at timestamptz not null
);
comment on table audit_block is 'Append-only: the order of events as it was sealed. Written by the owner alone, numbers given under the sealer''s lock.';
comment on column audit_block.total is 'Events in all blocks up to this one.';
comment on column audit_block.digests is 'Digests of the events in their order, 32 bytes each: tells which event of a block was changed, also when its own digest was changed with it.';

alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
alter table audit_block enable row level security;
alter table audit_block force row level security;
create policy audit_unsealed_owner on audit_unsealed to xincheng_owner using (true) with check (true);
create policy audit_unsealed_add on audit_unsealed for insert to xincheng_app, xincheng_importer
  with check (current_setting('app.actor', true) <> '');
create policy audit_unsealed_read on audit_unsealed for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');
create policy audit_block_owner on audit_block to xincheng_owner using (true) with check (true);
create policy audit_block_read on audit_block for select to xincheng_app
  using (current_setting('app.scope', true) = 'all');
grant insert on audit_unsealed to xincheng_app, xincheng_importer;
grant select on audit_unsealed, audit_block to xincheng_app;

-- SHA-256 over (record, version, content hash) of what a batch wrote, sorted by record; read from its stage, before the stage is dropped.
-- A changed record's version is the first that the batch gave it.
create function intake_digest(p_batch uuid) returns text
language plpgsql stable security definer set search_path = xincheng, pg_temp set work_mem = '128MB' as $$
declare
  b intake_batch;
  written text;
begin
  select * into b from intake_batch where id = p_batch;
  if b.id is null or not (b.unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then
    raise exception 'batch % is not of the acting unit', p_batch using errcode = 'insufficient_privilege';
  end if;
  execute format('select encode(sha256(coalesce(string_agg(uuid_send(record_id) || int4send(version) || uuid_send(content_hash), '''' order by record_id), '''')), ''hex'')
    from (
      select record_id, 1 as version, content_hash from stage.row_%1$s where action = ''new''
      union all
      select t.record_id, first.version, t.content_hash from stage.row_%1$s t cross join lateral (
        select min(version) as version from (
          select version from credit_record r where r.record_id = t.record_id and r.subject_key = t.subject_key and r.batch_id = $1
          union all
          select version from credit_record_version v where v.record_id = t.record_id and v.subject_key = t.subject_key and v.batch_id = $1) own) first
      where t.action = ''changed'') wrote', replace(b.id::text, '-', ''))
    into written using b.id;
  return written;
end $$;
revoke all on function intake_digest(uuid) from public;
grant execute on function intake_digest(uuid) to xincheng_importer;
