-- Intake: batches, what became of their rows, the waiting rows, and the only door into credit_record.

create schema stage;
comment on schema stage is 'Unlogged tables of imports in progress, one set per batch; dropped with the merge or at the next start.';
grant usage on schema stage to xincheng_importer;

create table intake_batch (
  id uuid primary key,
  receipt_no text not null unique,
  unit_id text not null references unit,
  dataset text not null,
  definition_version text not null,
  standards_digest text not null,
  source text not null check (source in ('file', 'api', 'form')),
  file_name text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  sheet text,
  template_version text,
  idempotency_key text,
  based_on jsonb not null default '[]',
  received_at timestamptz not null,
  received_by text not null,
  state text not null check (state in ('received', 'done', 'refused')),
  refusal_code text,
  refusal_message text,
  finished_at timestamptz,
  rows integer not null default 0,
  accepted integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  waiting integer not null default 0,
  issues integer not null default 0,
  checks_not_run text[] not null default '{}',
  columns_not_read text[] not null default '{}',
  change_no integer not null default 0,
  foreign key (dataset, definition_version) references dataset_definition (dataset, version)
);
comment on table intake_batch is 'One submission of one unit: what was received, and the receipt. received_at never changes, whatever time processing takes.';
comment on column intake_batch.sheet is 'The sheet of a workbook that the sender asked for; null: the one whose header matches. The same workbook with another sheet is another submission.';
comment on column intake_batch.template_version is 'Version of the dataset by which the template was made that was filled in; null for every other file.';
comment on column intake_batch.based_on is 'Versions of records that the sender had in view, [record id, version]: the batch is refused when one of them has been superseded by then.';
comment on column intake_batch.change_no is 'How many files had changed what this unit has in the dataset once this one was merged: tells which word is the newest.';
create unique index intake_batch_idempotency on intake_batch (unit_id, idempotency_key) where idempotency_key is not null;
create index intake_batch_file on intake_batch (unit_id, dataset, file_sha256);

create table intake_issue (
  batch_id uuid not null references intake_batch,
  row_no integer not null,
  ordinal smallint not null,
  unit_id text not null,
  column_code text,
  label text,
  value text not null,
  expected text,
  rule text not null,
  code text not null,
  severity text not null check (severity in ('error', 'confirm', 'warning')),
  message text not null,
  fix text not null,
  primary key (batch_id, row_no, ordinal)
);
comment on table intake_issue is 'Every finding of every row; values of sensitive fields are masked before they come here.';

create table intake_waiting (
  id uuid primary key,
  batch_id uuid not null references intake_batch,
  unit_id text not null references unit,
  dataset text not null,
  row_no integer not null,
  record_id uuid not null,
  subject_key text not null collate "C",
  subject_kind text not null check (subject_kind in ('legal', 'soleTrader', 'natural')),
  subject_name text not null,
  authority_uscc text not null,
  number text not null,
  decided_on date not null,
  content_hash uuid not null,
  parent_id uuid,
  replaces uuid,
  payload jsonb not null,
  codes text[] not null,
  state text not null check (state in ('waiting', 'confirmed', 'dropped', 'superseded')),
  decided_at timestamptz,
  decided_by text,
  decision_reason text
);
comment on table intake_waiting is 'Rows without errors that a named person of the unit must confirm or drop; they count nowhere until then.';
create unique index intake_waiting_open on intake_waiting (unit_id, record_id) where state = 'waiting';

alter table intake_batch enable row level security;
alter table intake_batch force row level security;
alter table intake_issue enable row level security;
alter table intake_issue force row level security;
alter table intake_waiting enable row level security;
alter table intake_waiting force row level security;

create policy batch_owner on intake_batch to xincheng_owner using (true) with check (true);
create policy issue_owner on intake_issue to xincheng_owner using (true) with check (true);
create policy waiting_owner on intake_waiting to xincheng_owner using (true) with check (true);
-- Importing is done for units that are named, never for all.
create policy batch_import on intake_batch for select to xincheng_importer
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy batch_read on intake_batch for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy batch_add on intake_batch for insert to xincheng_importer
  with check (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy batch_finish on intake_batch for update to xincheng_importer
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy issue_read on intake_issue for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy waiting_import on intake_waiting for select to xincheng_importer
  using (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy waiting_read on intake_waiting for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
grant select on intake_batch, intake_issue, intake_waiting to xincheng_app;
grant select, insert on intake_batch to xincheng_importer;
-- What was received, by whom and when is written once.
grant update (state, refusal_code, refusal_message, finished_at, rows, accepted, changed, unchanged, rejected, waiting, issues, checks_not_run, columns_not_read, change_no)
  on intake_batch to xincheng_importer;
grant select on intake_waiting to xincheng_importer;

-- The batch, if the caller acts for its unit and it is still open; otherwise an error.
create function intake_open_batch(p_batch uuid) returns intake_batch
language plpgsql stable security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch;
begin
  select * into b from intake_batch where id = p_batch;
  if b.id is null or not (b.unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then
    raise exception 'batch % is not of the acting unit', p_batch using errcode = 'insufficient_privilege';
  end if;
  if b.state <> 'received' then
    raise exception 'batch % is already %', p_batch, b.state using errcode = 'object_not_in_prerequisite_state';
  end if;
  return b;
end $$;

-- Whether the same bytes may fare otherwise now than they did in this finished batch of the acting unit: a row was sent back with one of
-- these codes, whose findings hang on something outside the file; a waiting row was dropped or gave way; or the unit's records of that
-- dataset were changed since, or are about to be.
create function intake_is_overtaken(p_batch uuid, p_on_register text[], p_on_day text[], p_today date) returns boolean
language sql stable security definer set search_path = xincheng, pg_temp as $$
  select (exists (select from intake_issue where batch_id = b.id and severity = 'error' and code = any (p_on_register))
      and (exists (select from intake_batch o where o.unit_id = b.unit_id and o.id <> b.id and o.finished_at >= b.finished_at
          and o.accepted + o.changed > 0)
        or exists (select from intake_waiting w where w.unit_id = b.unit_id and w.state = 'confirmed' and w.decided_at >= b.finished_at)))
    or (p_today <> (b.received_at at time zone 'Asia/Shanghai')::date
      and exists (select from intake_issue where batch_id = b.id and severity = 'error' and code = any (p_on_day)))
    or exists (select from intake_waiting where batch_id = b.id and state in ('dropped', 'superseded'))
    or exists (select from intake_batch o where o.unit_id = b.unit_id and o.dataset = b.dataset and o.id <> b.id
      and (o.state = 'received' or o.change_no > b.change_no))
  from intake_batch b
  where b.id = p_batch and b.unit_id = any (string_to_array(current_setting('app.units', true), ','))
$$;
revoke all on function intake_is_overtaken(uuid, text[], text[], date) from public;
grant execute on function intake_is_overtaken(uuid, text[], text[], date) to xincheng_app, xincheng_importer;

-- Stage tables of a batch. Made anew at each attempt: an attempt that died leaves nothing that counts.
-- shown_until: null where the record is not shown, -infinity where only the class that the rules tell says so.
-- Rows lie in segments that inherit from one table: a segment can be merged while the next is filled, and all are read as one.
create function intake_prepare_stage(p_batch uuid) returns text
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch := intake_open_batch(p_batch);
  suffix text := replace(b.id::text, '-', '');
begin
  execute format('drop table if exists stage.row_%s, stage.issue_%s cascade', suffix, suffix);
  execute format('create unlogged table stage.row_%s (
    action text not null, record_id uuid not null, codes text, row_no integer not null, subject_key text not null collate "C",
    subject_kind text not null, subject_name text not null, authority_uscc text not null, number text not null,
    decided_on date not null, content_hash uuid not null, parent_id uuid, replaces uuid, shown_until date, blinds text, payload jsonb not null)', suffix);
  execute format('create unlogged table stage.issue_%s (
    row_no integer not null, ordinal smallint not null, column_code text, label text, value text not null, expected text,
    rule text not null, code text not null, severity text not null, message text not null, fix text not null)', suffix);
  execute format('grant insert on stage.issue_%s to xincheng_importer', suffix);
  return suffix;
end $$;

-- The next segment of a batch's rows.
create function intake_open_segment(p_batch uuid, p_no integer) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch := intake_open_batch(p_batch);
  suffix text := replace(b.id::text, '-', '');
begin
  execute format('create unlogged table stage.row_%s_%s () inherits (stage.row_%1$s)', suffix, p_no);
  execute format('grant insert on stage.row_%s_%s to xincheng_importer', suffix, p_no);
end $$;

create function intake_drop_stage(p_batch uuid) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  suffix text := replace(p_batch::text, '-', '');
begin
  -- Also after the batch was finished.
  if not exists (select from intake_batch
      where id = p_batch and unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then
    raise exception 'batch % is not of the acting unit', p_batch using errcode = 'insufficient_privilege';
  end if;
  execute format('drop table if exists stage.row_%s, stage.issue_%s cascade', suffix, suffix);
end $$;

-- What the register already holds under these keys. Says only what the sender may know: nothing of another unit's record.
-- verdict: 1 new, 2 changed, 3 other day, 4 key of another unit, 5 withdrawn before, 6 unchanged as a further decision under its
-- number (`target` is that decision). Other unchanged rows are not returned.
create function intake_probe(p_batch uuid, p_ids uuid[], p_hashes uuid[], p_days date[])
returns table (ord integer, verdict smallint, others integer, target uuid)
language plpgsql stable security definer set search_path = xincheng, pg_temp
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  b intake_batch := intake_open_batch(p_batch);
begin
  -- The first step reads nothing but the primary key, whose entries carry the content hash: most rows of most files end there.
  return query
  with differing as materialized (
    select k.ord, k.id, k.hash, k.day, h.record_id is null as is_new
    from unnest(p_ids, p_hashes, p_days) with ordinality k (id, hash, day, ord)
    left join credit_record h on h.record_id = k.id
    where h.record_id is null or h.content_hash <> k.hash)
  select d.ord::integer,
    (case when d.is_new then 1 when r.unit_id <> b.unit_id then 4 when r.state = 'withdrawn' then 5
      when r.decided_on = d.day then 2 when second.record_id is null then 3 when second.content_hash = d.hash then 6 else 2 end)::smallint,
    case when d.is_new then (
      select count(*)::integer from credit_record o
      where o.record_id between (left(d.id::text, 19) || '8000-000000000000')::uuid and (left(d.id::text, 19) || 'bfff-ffffffffffff')::uuid
        and o.state <> 'withdrawn') else 0 end,
    second.record_id
  from differing d
  left join credit_record r on not d.is_new and r.record_id = d.id
  left join lateral (
    select s.record_id, s.content_hash from credit_record s
    where s.same_number_as = d.id and s.decided_on = d.day and r.decided_on <> d.day limit 1) second on true;
end $$;

-- Which of these records the unit may replace or hang a child on: its own, of that dataset, not withdrawn.
create function intake_known(p_batch uuid, p_dataset text, p_ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch := intake_open_batch(p_batch);
begin
  return query select r.record_id from credit_record r
  where r.record_id = any (p_ids) and r.dataset = p_dataset and r.unit_id = b.unit_id and r.state <> 'withdrawn';
end $$;

-- Merging and deciding of one unit in one dataset take turns, so that neither meets the other half-way.
create function intake_take_turn(p_unit text, p_dataset text) returns void
language sql set search_path = xincheng, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('merge/' || p_unit || '/' || p_dataset, 0))
$$;
revoke all on function intake_take_turn(text, text) from public;

-- Keeps the current version of some records as history. Every change of a record goes through here first.
-- The rows are locked first: between this copy and the change nobody else makes a version.
create function record_keep_version(p_ids uuid[], p_at timestamptz) returns void
language sql security definer set search_path = xincheng, pg_temp as $$
  with current as (select * from credit_record where record_id = any (p_ids) order by record_id for update)
  insert into credit_record_version (record_id, subject_key, version, dataset, unit_id, subject_name, number, decided_on, state, state_reason,
    definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, superseded_at, payload)
  select record_id, subject_key, version, dataset, unit_id, subject_name, number, decided_on, state, state_reason,
    definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, p_at, payload
  from current
$$;
revoke all on function record_keep_version(uuid[], timestamptz) from public;

-- Adds the new rows of one segment, sorted by key (hence the memory), in the caller's transaction, which merges the rest too.
-- How many; null when another unit took a key in the meantime: the batch is to be run again.
create function intake_merge_segment(p_batch uuid, p_no integer, p_at timestamptz, p_actor text) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp set work_mem = '128MB' as $$
declare
  b intake_batch := intake_open_batch(p_batch);
  added integer;
begin
  perform intake_take_turn(b.unit_id, b.dataset);
  -- Plain insert: another unit taking a key meanwhile is rare, and ON CONFLICT would cost every row.
  begin
    execute format('insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number,
        decided_on, received_at, state, state_reason, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, parent_id,
        shown_until, payload)
      select record_id, subject_key, $1, $2, subject_kind, subject_name, authority_uscc, number,
        decided_on, $3, case when until is null then ''held'' when until < $8 then ''ended'' else ''published'' end,
        case when until < $8 then ''maximum-reached'' end, 1, $4, content_hash, $5, row_no, $6, $7, ''首次报送'', parent_id, until, payload
      from (select *, nullif(shown_until, ''-infinity'') as until from stage.row_%s_%s) t where action = ''new'' order by record_id', replace(b.id::text, '-', ''), p_no)
      using b.dataset, b.unit_id, b.received_at, b.definition_version, b.id, p_at, p_actor, (p_at at time zone 'Asia/Shanghai')::date;
    get diagnostics added = row_count;
  exception when unique_violation then
    return null;
  end;
  perform indicator_note_segment(b, format('row_%s_%s', replace(b.id::text, '-', ''), p_no), (p_at at time zone 'Asia/Shanghai')::date);
  return added;
end $$;

-- Merges what the segments hold besides new rows. p_taken_back: rows that a later row of the file contradicted;
-- p_not_replacing: rows whose record to replace turned out to stand in the file itself; p_sets: checks over sets that the standards
-- declare for the dataset, as intake_check_sets reads them.
create function intake_merge(p_batch uuid, p_taken_back integer[], p_not_replacing integer[], p_at timestamptz, p_actor text, p_sets jsonb)
returns table (updated integer, held_back integer, warned integer)
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch := intake_open_batch(p_batch);
  s text := replace(p_batch::text, '-', '');
  touched uuid[];
begin
  perform intake_take_turn(b.unit_id, b.dataset);
  if cardinality(p_taken_back) > 0 then
    -- A new row among them was added a moment ago, by this very transaction.
    execute format('select coalesce(array_agg(record_id), ''{}'') from stage.row_%s where row_no = any ($1) and action = ''new''', s)
      into touched using p_taken_back;
    perform indicator_note(touched, -1);
    execute format('with gone as (delete from stage.row_%s where row_no = any ($1) returning action, record_id, subject_key)
      delete from credit_record r using gone g
      where g.action = ''new'' and r.record_id = g.record_id and r.subject_key = g.subject_key and r.batch_id = $2', s)
      using p_taken_back, b.id;
  end if;
  if cardinality(p_not_replacing) > 0 then
    execute format('update stage.row_%s set replaces = null where row_no = any ($1)', s) using p_not_replacing;
  end if;

  execute format('select coalesce(array_agg(record_id), ''{}'') from stage.row_%s where action = ''changed''', s) into touched;
  updated := cardinality(touched);
  if updated > 0 then
    -- The planner must know how many there are: one look-up each is right for a few, wrong for a whole register.
    execute format('analyze stage.row_%s', s);
    perform record_keep_version(touched, p_at);
    perform indicator_note(touched, -1);
    -- A class that the deciding unit gave stands, and so does the term that follows from it; but a record that is not shown whatever its
    -- class comes down.
    execute format('update stage.row_%s t set shown_until = r.shown_until
      from credit_record r join publicity_class c on c.record_id = r.record_id and c.subject_key = r.subject_key
      where t.action = ''changed'' and t.shown_until is not null and r.record_id = t.record_id and r.subject_key = t.subject_key', s);
    execute format('update stage.row_%s set shown_until = null where action = ''changed'' and shown_until = ''-infinity''', s);
    perform publicity_note_versions(s, p_at, p_actor);
    execute format('update credit_record r set subject_name = t.subject_name, subject_kind = t.subject_kind, number = t.number, decided_on = t.decided_on,
        version = r.version + 1, definition_version = $1, content_hash = t.content_hash, batch_id = $2, row_no = t.row_no,
        written_at = $3, written_by = $4, reason = ''更正报送'', parent_id = t.parent_id, shown_until = t.shown_until,
        state = publicity_state(r.state, r.state_reason, t.shown_until, $5),
        state_reason = publicity_state_reason(r.state, r.state_reason, publicity_state(r.state, r.state_reason, t.shown_until, $5)), payload = t.payload
      from stage.row_%s t where t.action = ''changed'' and r.record_id = t.record_id and r.subject_key = t.subject_key', s)
      using b.definition_version, b.id, p_at, p_actor, (p_at at time zone 'Asia/Shanghai')::date;
    perform indicator_note(touched, 1);
  end if;

  held_back := intake_merge_rest(b, s, p_at, p_actor);
  warned := intake_check_sets(b, s, p_sets);
  perform record_search_note(b.unit_id, b.dataset, format(
    'select subject_kind, subject_key, subject_name, number from stage.row_%s where action in (''new'', ''changed'')', s));
  return next;
end $$;

-- The rarer parts of a merge: replaced records, blind index, waits, issues.
create function intake_merge_rest(b intake_batch, s text, p_at timestamptz, p_actor text) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  replaced uuid[];
  replacing uuid[];
  held_back integer;
begin
  -- A record gives way only to its own unit and dataset, and once; whatever takes its place keeps the earlier receipt.
  execute format('select coalesce(array_agg(old.record_id), ''{}''), coalesce(array_agg(t.record_id), ''{}'') from stage.row_%s t
      join credit_record old on old.record_id = t.replaces
    where t.replaces is not null and t.action <> ''waiting'' and old.unit_id = $1 and old.dataset = $2 and old.state <> ''withdrawn''', s) into replaced, replacing using b.unit_id, b.dataset;
  if cardinality(replaced) > 0 then
    perform indicator_note(replacing, -1);
    execute format('update credit_record r set received_at = least(r.received_at, old.received_at)
      from stage.row_%s t join credit_record old on old.record_id = t.replaces
      where t.replaces is not null and old.record_id = any ($1) and t.action <> ''waiting'' and r.record_id = t.record_id and r.subject_key = t.subject_key', s) using replaced;
    perform indicator_note(replacing, 1);
    perform publicity_note_replaced(replaced, p_at, p_actor);
    perform record_withdraw(replaced, 'error', '错误上传', p_at, p_actor);
    perform record_hand_over(replaced, replacing, p_at, p_actor);
  end if;

  execute format('insert into credit_record_blind (record_id, subject_key, field, unit_id, blind, key_id)
    select t.record_id, t.subject_key, e ->> 0, $1, e ->> 1, e ->> 2
    from stage.row_%s t cross join lateral jsonb_array_elements(t.blinds::jsonb) e
    where t.blinds is not null and t.action in (''new'', ''changed'')
    on conflict (record_id, subject_key, field) do update set blind = excluded.blind, key_id = excluded.key_id', s) using b.unit_id;

  execute format('update intake_waiting w set state = ''superseded'', decided_at = $2, decided_by = $3, decision_reason = ''再次报送''
    from stage.row_%s t where w.unit_id = $1 and w.state = ''waiting'' and w.record_id = t.record_id
      and not (t.action = ''waiting'' and t.content_hash = w.content_hash)', s) using b.unit_id, p_at, p_actor;
  execute format('insert into intake_waiting (id, batch_id, unit_id, dataset, row_no, record_id, subject_key, subject_kind, subject_name,
      authority_uscc, number, decided_on, content_hash, parent_id, replaces, payload, codes, state)
    select gen_random_uuid(), $1, $2, $3, row_no, record_id, subject_key, subject_kind, subject_name,
      authority_uscc, number, decided_on, content_hash, parent_id, replaces, payload, string_to_array(codes, '',''), ''waiting''
    from stage.row_%s where action = ''waiting''
    on conflict (unit_id, record_id) where state = ''waiting'' do nothing', s) using b.id, b.unit_id, b.dataset;
  get diagnostics held_back = row_count;

  execute format('insert into intake_issue select $1, row_no, ordinal, $2, column_code, label, value, expected, rule, code, severity, message, fix
    from stage.issue_%s order by row_no, ordinal', s) using b.id, b.unit_id;
  return held_back;
end $$;
revoke all on function intake_merge_rest(intake_batch, text, timestamptz, text) from public;

-- A condition of the standards as SQL over r, the version that stands, and v, the one before. It comes as data, and only what is
-- named here can be said in it; names of fields and values are quoted.
create function intake_condition(n jsonb) returns text
language plpgsql immutable set search_path = xincheng, pg_temp as $$
declare
  op text := n ->> 'op';
  version text := case op when 'now' then 'r' when 'before' then 'v' end;
begin
  if op in ('and', 'or', '=', '<>', '<', '<=', '>', '>=', '+', '-', '*') then
    return format('(%s %s %s)', intake_condition(n -> 'left'), op, intake_condition(n -> 'right'));
  elsif op = 'not' then
    return format('(not %s)', intake_condition(n -> 'of'));
  elsif op = 'value' then
    return format(case n ->> 'as' when 'number' then '%L::numeric' else '(%L::text collate "C")' end, n ->> 'value');
  elsif version is null then
    raise exception 'no condition: %', n;
  elsif n ->> 'as' = 'number' then
    return format('trim_scale((%s.payload ->> %L)::numeric / %L::numeric)', version, n ->> 'code', n ->> 'scale');
  elsif n ->> 'code' is null then
    return format('(to_char(%s.decided_on, ''YYYY-MM-DD'') collate "C")', version);
  end if;
  return format('((%s.payload ->> %L) collate "C")', version, n ->> 'code');
end $$;
revoke all on function intake_condition(jsonb) from public;

-- Puts the figures into a sentence of the standards.
create function intake_fill(p_sentence text, p_row integer, p_value text, p_expected text) returns text
language sql immutable set search_path = xincheng, pg_temp as $$
  select replace(replace(replace(p_sentence, '{row}', p_row::text), '{value}', coalesce(p_value, '空白')), '{expected}', coalesce(p_expected, '空白'))
$$;
revoke all on function intake_fill(text, integer, text, text) from public;

-- The second phase of checking: what only all records together can show, once a batch, on what stands after the merge.
-- It warns and changes nothing: one finding for each record summed up, on its last row of the batch, and for each changed row. How many.
create function intake_check_sets(b intake_batch, s text, p_sets jsonb) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  c jsonb;
  found_rows text;
  added integer;
  warned integer := 0;
  -- Behind every ordinal that a row's own issues have.
  place integer := 20000;
begin
  for c in select * from jsonb_array_elements(p_sets) loop
    if c -> 'rule' ->> 'kind' = 'sum' then
      found_rows := format('with touched as (
          select case $1 -> ''rule'' ->> ''side'' when ''child'' then parent_id else record_id end as id, max(row_no) as row_no
          from stage.row_%s where action in (''new'', ''changed'') group by 1),
        sums as (
          select t.row_no, (p.payload ->> ($1 -> ''rule'' ->> ''parentField''))::numeric as bound,
            sum((child.payload ->> ($1 -> ''rule'' ->> ''field''))::numeric) as total
          from touched t
          join credit_record p on p.record_id = t.id and p.dataset = $1 -> ''rule'' ->> ''parent'' and p.unit_id = $3 and p.state <> ''withdrawn''
          join credit_record child on child.parent_id = t.id and child.dataset = $1 -> ''rule'' ->> ''child'' and child.state <> ''withdrawn''
          group by t.row_no, p.record_id, p.subject_key)
        select row_no, trim_scale(total / ($1 -> ''rule'' ->> ''scale'')::numeric)::text as value,
          trim_scale(bound / ($1 -> ''rule'' ->> ''scale'')::numeric)::text as expected
        from sums, (select ($1 -> ''rule'' ->> ''tolerance'')::numeric as share) tolerated
        where case $1 -> ''rule'' ->> ''is'' when ''at-most'' then total > bound * (1 + share) when ''at-least'' then total < bound * (1 - share)
          when ''equal'' then abs(total - bound) > bound * share end', s);
    else
      found_rows := format('select t.row_no, coalesce(%s::text, '''') as value, %s::text as expected
        from stage.row_%s t
        join credit_record r on r.record_id = t.record_id and r.subject_key = t.subject_key
        join credit_record_version v on v.record_id = r.record_id and v.subject_key = r.subject_key and v.version = r.version - 1
        where t.action = ''changed'' and %s is false',
        intake_condition(c -> 'rule' -> 'now'), intake_condition(c -> 'rule' -> 'before'), s, intake_condition(c -> 'rule' -> 'condition'));
    end if;
    execute format('insert into intake_issue (batch_id, row_no, ordinal, unit_id, column_code, label, value, expected, rule, code, severity, message, fix)
      select $2, row_no, $4, $3, w ->> ''column'', w ->> ''label'', value, intake_fill(w ->> ''expected'', row_no, value, expected),
        w ->> ''rule'', w ->> ''code'', ''warning'', intake_fill(w ->> ''message'', row_no, value, expected),
        intake_fill(w ->> ''fix'', row_no, value, expected)
      from (%s) found, (select $1 -> ''words'' as w) words', found_rows)
      using c, b.id, b.unit_id, place;
    get diagnostics added = row_count;
    warned := warned + added;
    place := place + 1;
  end loop;
  return warned;
end $$;
revoke all on function intake_check_sets(intake_batch, text, jsonb) from public;

-- Takes records back: the code of the reason, and the reason in words; content stays for the audit, nothing is deleted.
create function record_withdraw(p_ids uuid[], p_code text, p_reason text, p_at timestamptz, p_actor text) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
begin
  perform record_keep_version(p_ids, p_at);
  perform indicator_note(p_ids, -1);
  update credit_record set state = 'withdrawn', state_reason = p_code, content_hash = gen_random_uuid(),
    version = version + 1, written_at = p_at, written_by = p_actor, reason = p_reason
  where record_id = any (p_ids);
end $$;
revoke all on function record_withdraw(uuid[], text, text, timestamptz, text) from public;

-- What hangs on a withdrawn record, and what waits to, goes on to the record in its place.
create function record_hand_over(p_old uuid[], p_new uuid[], p_at timestamptz, p_actor text) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  children uuid[];
begin
  select coalesce(array_agg(record_id), '{}') into children
  from credit_record where parent_id = any (p_old) and state <> 'withdrawn';
  if cardinality(children) > 0 then
    perform record_keep_version(children, p_at);
    update credit_record c set parent_id = x.new, version = c.version + 1, written_at = p_at, written_by = p_actor, reason = '所属记录已更换'
    from unnest(p_old, p_new) x (old, new) where c.record_id = any (children) and c.parent_id = x.old;
  end if;
  update intake_waiting w set parent_id = x.new
  from unnest(p_old, p_new) x (old, new) where w.parent_id = x.old and w.state = 'waiting';
end $$;
revoke all on function record_hand_over(uuid[], uuid[], timestamptz, text) from public;

-- A named person of the unit confirms or drops one waiting row. p_as: 'row' | 'correction' | 'new-decision' | 'drop'.
-- p_record_id: the id under which a second decision of the same number is kept; p_blinds: [field, blind, key id] of sealed numbers
-- (both made by the application); 'id-taken': make another id and try again. Where no record is held under the key, the row is
-- itself, whatever it was called.
create function intake_decide_waiting(p_waiting uuid, p_as text, p_record_id uuid, p_at timestamptz, p_actor text, p_reason text, p_blinds jsonb,
  p_shown_until date)
returns text
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  w intake_waiting;
  r credit_record;
  b intake_batch;
  replaced credit_record;
  further boolean;
  kept uuid;
  today date := (p_at at time zone 'Asia/Shanghai')::date;
begin
  select * into w from intake_waiting where id = p_waiting;
  if w.id is null or not (w.unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then return 'not-found'; end if;
  perform intake_take_turn(w.unit_id, w.dataset);
  select * into w from intake_waiting where id = p_waiting for update;
  if w.state <> 'waiting' then return 'not-waiting'; end if;
  if p_as <> 'drop' then
    select * into b from intake_batch where id = w.batch_id;
    select * into replaced from credit_record
    where record_id = w.replaces and unit_id = w.unit_id and dataset = w.dataset and state <> 'withdrawn' for update;
    loop
      select * into r from credit_record where record_id = w.record_id for update;
      if r.record_id is not null and r.unit_id <> w.unit_id then return 'key-other-unit'; end if;
      if r.record_id is not null and r.decided_on <> w.decided_on and p_as not in ('correction', 'new-decision') then return 'say-which'; end if;
      further := r.record_id is not null and r.decided_on <> w.decided_on and p_as = 'new-decision';
      kept := case when further then p_record_id else w.record_id end;
      exit when r.record_id is not null and not further;
      insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on, received_at,
        state, state_reason, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, parent_id, same_number_as, shown_until, payload)
      values (kept, w.subject_key, w.dataset, w.unit_id, w.subject_kind, w.subject_name, w.authority_uscc, w.number, w.decided_on,
        coalesce(replaced.received_at, p_at), publicity_state('held', null, p_shown_until, today),
        publicity_state_reason('held', null, publicity_state('held', null, p_shown_until, today)), 1, b.definition_version, w.content_hash, w.batch_id, w.row_no, p_at, p_actor, p_reason,
        w.parent_id, case when further then w.record_id end, p_shown_until, w.payload)
      on conflict do nothing;
      exit when found;
      if further then return 'id-taken'; end if;
      -- Another unit took the key at this very moment: it is looked at again.
    end loop;
    if r.record_id is not null and not further then
      perform record_keep_version(array[w.record_id], p_at);
      perform indicator_note(array[kept], -1);
      perform publicity_note(r, publicity_state(case r.state when 'withdrawn' then 'held' else r.state end, r.state_reason, p_shown_until, today),
        'version-changed', today, null, p_at, p_actor);
      update credit_record set subject_name = w.subject_name, subject_kind = w.subject_kind, number = w.number, decided_on = w.decided_on,
        received_at = least(case when state = 'withdrawn' then p_at else received_at end, replaced.received_at),
        state = publicity_state(case state when 'withdrawn' then 'held' else state end, state_reason, p_shown_until, today),
        state_reason = publicity_state_reason(state, state_reason, publicity_state(case state when 'withdrawn' then 'held' else state end, state_reason, p_shown_until, today)),
        shown_until = p_shown_until, version = version + 1, definition_version = b.definition_version, content_hash = w.content_hash, batch_id = w.batch_id,
        row_no = w.row_no, written_at = p_at, written_by = p_actor, reason = p_reason, parent_id = w.parent_id, payload = w.payload
      where record_id = w.record_id;
    end if;
    perform indicator_note(array[kept], 1);
    if replaced.record_id is not null then
      perform publicity_note_replaced(array[replaced.record_id], p_at, p_actor);
      perform record_withdraw(array[replaced.record_id], 'error', '错误上传', p_at, p_actor);
      perform record_hand_over(array[replaced.record_id], array[kept], p_at, p_actor);
    end if;
    insert into credit_record_blind (record_id, subject_key, field, unit_id, blind, key_id)
    select kept, w.subject_key, e ->> 0, w.unit_id, e ->> 1, e ->> 2 from jsonb_array_elements(p_blinds) e
    on conflict (record_id, subject_key, field) do update set blind = excluded.blind, key_id = excluded.key_id;
    perform record_search_note(w.unit_id, w.dataset,
      format('select subject_kind, subject_key, subject_name, number from credit_record where record_id = %L', kept));
  end if;
  update intake_waiting set state = case when p_as = 'drop' then 'dropped' else 'confirmed' end, decided_at = p_at, decided_by = p_actor, decision_reason = p_reason
  where id = p_waiting;
  return 'done';
end $$;

-- Whether somebody else has written a version of a record that is newer than the one the sender had in view. Asked after the merge and
-- inside its transaction. What the batch wrote is its own, and so is what went with it: a record replaced, children handed over.
create function intake_superseded(p_batch uuid, p_at timestamptz, p_actor text) returns boolean
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  b intake_batch := intake_open_batch(p_batch);
begin
  return exists (
    select from jsonb_array_elements(b.based_on) e
      join credit_record r on r.record_id = (e ->> 0)::uuid and r.unit_id = b.unit_id and r.version > (e ->> 1)::integer
    where exists (
      select from (select r.batch_id, r.written_at, r.written_by, r.reason
        union all select v.batch_id, v.written_at, v.written_by, v.reason from credit_record_version v
          where v.record_id = r.record_id and v.subject_key = r.subject_key and v.version > (e ->> 1)::integer) w
      where w.batch_id <> b.id
        and not (w.written_at = p_at and w.written_by = p_actor and w.reason in ('错误上传', '所属记录已更换'))));
end $$;
revoke all on function intake_superseded(uuid, timestamptz, text) from public;
grant execute on function intake_superseded(uuid, timestamptz, text) to xincheng_importer;

revoke all on function intake_open_batch(uuid), intake_prepare_stage(uuid), intake_open_segment(uuid, integer), intake_drop_stage(uuid), intake_probe(uuid, uuid[], uuid[], date[]),
  intake_known(uuid, text, uuid[]), intake_merge_segment(uuid, integer, timestamptz, text),
  intake_merge(uuid, integer[], integer[], timestamptz, text, jsonb), intake_decide_waiting(uuid, text, uuid, timestamptz, text, text, jsonb, date) from public;
grant execute on function intake_open_batch(uuid), intake_prepare_stage(uuid), intake_open_segment(uuid, integer), intake_drop_stage(uuid), intake_probe(uuid, uuid[], uuid[], date[]),
  intake_known(uuid, text, uuid[]), intake_merge_segment(uuid, integer, timestamptz, text),
  intake_merge(uuid, integer[], integer[], timestamptz, text, jsonb), intake_decide_waiting(uuid, text, uuid, timestamptz, text, text, jsonb, date) to xincheng_importer;
