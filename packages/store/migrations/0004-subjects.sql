-- Subjects: the organisations of the base register, what else they are or were called, and joins made by hand.
-- A natural person never has a row here. What is not in the register is provisional and has no row either: only its records have a key.

create table subject (
  subject_key text not null collate "C" primary key check (subject_key not like 'P%'),
  kind text not null check (kind in ('legal', 'soleTrader')),
  body text,
  name text not null,
  name_form text not null collate "C",
  standing text not null,
  standing_on date,
  record_id uuid not null,
  registered_at timestamptz not null,
  written_at timestamptz not null
);
comment on table subject is 'The base register: one row for each registered organisation, made by the accepted rows of the dataset that registers subjects. Never a natural person.';
comment on column subject.subject_key is 'As in credit_record: the unified code, or R, registration number, bar and name where there is none.';
comment on column subject.name_form is 'The name as it is compared: subject_name_form(name).';
comment on column subject.standing is 'How it stands, a value of the dataset''s own code list: existing, deregistered, …';
comment on column subject.standing_on is 'Since when it stands so; null where the register does not say.';
comment on column subject.record_id is 'The record that says so, in its current version.';
create index subject_name on subject (name_form);

create table subject_alias (
  subject_key text not null collate "C" references subject on delete cascade,
  kind text not null check (kind in ('name', 'code', 'registration-no')),
  value text not null collate "C",
  shown text not null,
  source text not null check (source in ('stated', 'change')),
  known_at timestamptz not null,
  ended_at timestamptz,
  primary key (subject_key, kind, value)
);
comment on table subject_alias is 'What a registered subject is called besides, or was: former names, former codes, registration numbers.';
comment on column subject_alias.value is 'As it is compared; shown holds it as it was filed.';
comment on column subject_alias.source is 'stated: the register''s row says so, and may take it back. change: an earlier row of the register said so, which is never forgotten.';
comment on column subject_alias.ended_at is 'When the register brought another; null where it is in use or the day is not known.';
create index subject_alias_value on subject_alias (value, kind);

create table subject_join (
  id uuid not null,
  subject_key text not null collate "C" check (subject_key not like 'P%'),
  into_key text not null collate "C" check (into_key not like 'P%' and into_key <> subject_key),
  joined_at timestamptz not null,
  joined_by text not null,
  reason text not null,
  document text,
  undone_at timestamptz,
  undone_by text,
  undone_reason text,
  primary key (id, subject_key),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null))
);
comment on table subject_join is 'What is filed under one key belongs to the subject of another, by decision of a named person; undone joins stay as a trace.';
comment on column subject_join.document is 'Number of the document by which the codes were rectified; null where none was named.';
create unique index subject_join_open on subject_join (subject_key) where undone_at is null;
create index subject_join_into on subject_join (into_key) where undone_at is null;

alter table subject enable row level security;
alter table subject force row level security;
alter table subject_alias enable row level security;
alter table subject_alias force row level security;
alter table subject_join enable row level security;
alter table subject_join force row level security;
create policy subject_owner on subject to xincheng_owner using (true) with check (true);
create policy subject_alias_owner on subject_alias to xincheng_owner using (true) with check (true);
create policy subject_join_owner on subject_join to xincheng_owner using (true) with check (true);
-- Who an organisation is, every unit may know; a firm's agent sees its own.
create policy subject_read on subject for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'units')
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy subject_alias_read on subject_alias for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'units')
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy subject_join_read on subject_join for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'units')
    or (current_setting('app.scope', true) = 'subject' and into_key = any (string_to_array(current_setting('app.subjects', true), ','))));
-- Joining is the credit office's.
create policy subject_join_add on subject_join for insert to xincheng_app with check (current_setting('app.scope', true) = 'all');
create policy subject_join_undo on subject_join for update to xincheng_app
  using (current_setting('app.scope', true) = 'all') with check (current_setting('app.scope', true) = 'all');
grant select on subject, subject_alias, subject_join to xincheng_app;
grant insert (id, subject_key, into_key, joined_at, joined_by, reason, document), update (undone_at, undone_by, undone_reason) on subject_join to xincheng_app;

-- A name as it is compared: half width, brackets too, without spaces, upper case. The application makes subject keys by the same rule.
-- Looked at first: translate walks its whole list for every character, ten times the cost, and few names hold any of it. Without a
-- search_path of its own, so that it becomes part of the query that calls it.
create function subject_name_form(p_name text) returns text
language sql immutable parallel safe as $$
  select upper(case when p_name ~ '[\uff01-\uff5e\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]'
    then translate(p_name, E'！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff', E'!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~')
    else p_name end)
$$;

-- The registered subject that a key meant earlier: a former code, or registration number and name of what has a code now.
-- Null where none does, or more than one.
create function subject_of_alias(p_key text) returns text
language sql stable set search_path = xincheng, pg_temp as $$
  select case when p_key not like 'R%' then (
    select min(a.subject_key) from subject_alias a where a.value = p_key and a.kind = 'code' having count(*) = 1)
  else (
    select min(a.subject_key)
    from subject_alias a join subject s on s.subject_key = a.subject_key
    where a.value = split_part(substr(p_key, 2), '|', 1) and a.kind = 'registration-no'
      and (s.name_form = split_part(p_key, '|', 2)
        or exists (select from subject_alias n where n.subject_key = a.subject_key and n.kind = 'name' and n.value = split_part(p_key, '|', 2)))
    having count(*) = 1) end
$$;

-- The key that a key stands for: where it was joined to, or else, if it is not registered itself, the subject whose alias it is.
create function subject_next(p_key text) returns text
language sql stable set search_path = xincheng, pg_temp as $$
  select coalesce(
    (select into_key from subject_join where subject_key = p_key and undone_at is null),
    case when not exists (select from subject where subject_key = p_key) then subject_of_alias(p_key) end)
$$;

-- The one key for which all of a subject's keys stand in the end. The register can close a ring of joins and aliases later: then it
-- is the least of the ring, wherever one begins.
create function subject_root(p_key text) returns text
language plpgsql stable set search_path = xincheng, pg_temp as $$
declare
  passed text[] := array[p_key];
  next text;
begin
  loop
    next := subject_next(passed[cardinality(passed)]);
    if next is null then return passed[cardinality(passed)]; end if;
    if next = any (passed) then
      return (select min(k) from unnest(passed[array_position(passed, next):]) k);
    end if;
    passed := passed || next;
  end loop;
end $$;

-- Every key that stands for a root, itself among them.
create function subject_keys(p_root text) returns text[]
language plpgsql stable set search_path = xincheng, pg_temp as $$
declare
  found_keys text[] := array[p_root];
  newest text[] := array[p_root];
begin
  while cardinality(newest) > 0 loop
    select coalesce(array_agg(distinct c.key), '{}') into newest
    from unnest(newest) n (key)
    cross join lateral (
      select subject_key as key from subject_join where into_key = n.key and undone_at is null
      union all
      select value from subject_alias where subject_key = n.key and kind = 'code'
      union all
      select 'R' || a.value || '|' || names.form
      from subject_alias a
      cross join lateral (select name_form as form from subject where subject_key = n.key
        union all select value from subject_alias where subject_key = n.key and kind = 'name') names
      where a.subject_key = n.key and a.kind = 'registration-no') c
    where c.key <> all (found_keys) and subject_next(c.key) = n.key;
    found_keys := found_keys || newest;
  end loop;
  return found_keys;
end $$;

-- Field codes by role of a dataset that registers subjects; null for others.
create function subject_fields(p_dataset text, p_version text) returns jsonb
language sql stable set search_path = xincheng, pg_temp as $$
  select jsonb_object_agg(f ->> 'role', f ->> 'code')
  from dataset_definition d cross join lateral jsonb_array_elements(d.definition -> 'fields') f
  where d.dataset = p_dataset and d.version = p_version and d.definition ->> 'registers' = 'subject' and f ? 'role'
$$;

-- Takes rows of the register over into subjects. p_rows: SQL that gives record_id, row_no, subject_key, subject_kind, subject_name and
-- payload of rows that stand in credit_record. How many subjects were made or changed.
create function subject_take(p_fields jsonb, p_rows text, p_at timestamptz) returns integer
language plpgsql set search_path = xincheng, pg_temp as $$
declare
  taken integer;
  stated text := format($q$
    select t.subject_key, 'code' as kind, t.payload ->> %1$L as value, t.payload ->> %1$L as shown
    from taken t where t.payload ? %1$L
    union all
    select t.subject_key, 'registration-no', t.payload ->> %2$L, t.payload ->> %2$L
    from taken t where t.payload ? %2$L
    union all
    select t.subject_key, 'name', subject_name_form(n), btrim(n)
    from taken t cross join lateral regexp_split_to_table(t.payload ->> %3$L, '[;；]') n
    where t.payload ? %3$L and subject_name_form(n) not in ('', subject_name_form(t.subject_name))
    $q$, coalesce(p_fields ->> 'subjectFormerUscc', ''), coalesce(p_fields ->> 'subjectRegistrationNo', ''), coalesce(p_fields ->> 'subjectFormerNames', ''));
  -- A subject that two authorities report stands as the later row says.
  rows text := format('taken as materialized (select distinct on (subject_key) * from (%s) rows order by subject_key, row_no desc)', p_rows);
begin
  execute format('with %s, stated as (%s)
    delete from subject_alias a using taken t where a.subject_key = t.subject_key and a.source = ''stated''
      and not exists (select from stated s where s.subject_key = a.subject_key and s.kind = a.kind and s.value = a.value)', rows, stated);

  execute format($q$with %s,
    renamed as (select s.subject_key, s.name_form, s.name from subject s join taken t on t.subject_key = s.subject_key
      where s.name_form <> subject_name_form(t.subject_name)),
    made as (
      insert into subject (subject_key, kind, body, name, name_form, standing, standing_on, record_id, registered_at, written_at)
      select subject_key, subject_kind, payload ->> %L, subject_name, subject_name_form(subject_name), payload ->> %L, (payload ->> %L)::date, record_id, $1, $1
      from taken order by subject_key
      on conflict (subject_key) do update set kind = excluded.kind, body = excluded.body, name = excluded.name, name_form = excluded.name_form,
        standing = excluded.standing, standing_on = excluded.standing_on, record_id = excluded.record_id, written_at = excluded.written_at
      returning subject_key),
    kept as (
      insert into subject_alias (subject_key, kind, value, shown, source, known_at, ended_at)
      select subject_key, 'name', name_form, name, 'change', $1, $1 from renamed
      on conflict (subject_key, kind, value) do update set source = excluded.source, ended_at = excluded.ended_at)
    select count(*) from made$q$, rows, p_fields ->> 'subjectCategory', p_fields ->> 'subjectStanding',
    coalesce(p_fields ->> 'subjectStandingOn', '')) into taken using p_at;

  execute format('with %s, stated as (%s)
    insert into subject_alias (subject_key, kind, value, shown, source, known_at)
    select distinct on (subject_key, kind, value) subject_key, kind, value, shown, ''stated'', $1 from stated
    order by subject_key, kind, value
    on conflict (subject_key, kind, value) do nothing', rows, stated) using p_at;

  -- What the register held under an earlier code, or under registration number and name, goes on as an alias of what it is now. The
  -- name must agree too: a slip in a code must not swallow another firm.
  execute format($q$with %s,
    earlier as (
      select t.subject_key, t.payload ->> %L as old_key from taken t where t.payload ? %2$L
      union
      select t.subject_key, 'R' || (t.payload ->> %3$L) || '|' || n.form
      from taken t
      cross join lateral (select subject_name_form(t.subject_name) as form
        union all select value from subject_alias where subject_key = t.subject_key and kind = 'name') n
      where t.payload ? %3$L),
    superseded as (
      select e.subject_key, o.subject_key as old_key, o.name, o.name_form, s.name_form as new_form from earlier e
      join subject o on o.subject_key = e.old_key and o.subject_key <> e.subject_key
      join subject s on s.subject_key = e.subject_key
      where o.name_form = s.name_form or exists (
        select from subject_alias n where n.subject_key = e.subject_key and n.kind = 'name' and n.value = o.name_form)),
    handed as (
      insert into subject_alias (subject_key, kind, value, shown, source, known_at, ended_at)
      select distinct on (subject_key, kind, value) * from (
        select subject_key, 'name' as kind, name_form as value, name as shown, 'change' as source, $1 as known_at, $1 as ended_at
        from superseded where name_form <> new_form
        union all
        select x.subject_key, a.kind, a.value, a.shown, 'change', a.known_at, a.ended_at
        from superseded x join subject_alias a on a.subject_key = x.old_key) handed
      order by subject_key, kind, value
      on conflict (subject_key, kind, value) do nothing)
    delete from subject where subject_key in (select old_key from superseded)$q$,
    rows, coalesce(p_fields ->> 'subjectFormerUscc', ''), coalesce(p_fields ->> 'subjectRegistrationNo', '')) using p_at;
  return taken;
end $$;
revoke all on function subject_take(jsonb, text, timestamptz) from public;

-- After a merge: the batch's rows of the base register become subjects; what a replaced row had made goes. Does nothing for other
-- datasets. Segment by segment, in the order of the rows: so memory does not grow with them, and no sort leaves it.
create function subject_take_batch(p_batch uuid, p_at timestamptz) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp set work_mem = '64MB' as $$
declare
  b intake_batch := intake_open_batch(p_batch);
  fields jsonb := subject_fields(b.dataset, b.definition_version);
  s text := replace(p_batch::text, '-', '');
  segment regclass;
  taken integer := 0;
begin
  if fields is null then return 0; end if;
  for segment in select inhrelid::regclass from pg_inherits join pg_class c on c.oid = inhrelid
    where inhparent = format('stage.row_%s', s)::regclass order by length(c.relname), c.relname
  loop
    taken := taken + subject_take(fields, format('select record_id, row_no, subject_key, subject_kind, subject_name, payload
      from %s where action in (''new'', ''changed'')', segment), p_at);
  end loop;
  execute format('select subject_forget(r.record_id, r.subject_key, $1) from stage.row_%s t join credit_record r on r.record_id = t.replaces
    where t.replaces is not null and r.state = ''withdrawn''', s) using p_at;
  return taken;
end $$;

-- The same for one row that waited and was confirmed as a record.
create function subject_take_waiting(p_waiting uuid, p_record uuid, p_at timestamptz) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  w intake_waiting;
  fields jsonb;
  taken integer;
begin
  select * into w from intake_waiting where id = p_waiting and state = 'confirmed';
  if w.id is null or not (w.unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then
    raise exception 'waiting row % is not a confirmed one of the acting unit', p_waiting using errcode = 'insufficient_privilege';
  end if;
  select subject_fields(b.dataset, b.definition_version) into fields from intake_batch b where b.id = w.batch_id;
  if fields is null then return 0; end if;
  taken := subject_take(fields, format('select record_id, row_no, subject_key, subject_kind, subject_name, payload
    from credit_record where record_id = %L and unit_id = %L', p_record, w.unit_id), p_at);
  perform subject_forget(old.record_id, old.subject_key, p_at) from credit_record old where old.record_id = w.replaces and old.state = 'withdrawn';
  return taken;
end $$;

-- A registration was withdrawn: the subject it had made goes, unless another one about the same body still stands; then it is as that says.
create function subject_forget(p_record uuid, p_key text, p_at timestamptz) returns void
language plpgsql set search_path = xincheng, pg_temp as $$
declare
  other credit_record;
begin
  delete from subject where subject_key = p_key and record_id = p_record;
  if not found then return; end if;
  select * into other from credit_record r
  where r.subject_key = p_key and r.state <> 'withdrawn' and r.record_id <> p_record and subject_fields(r.dataset, r.definition_version) is not null
  order by r.written_at desc, r.record_id limit 1;
  if other.record_id is null then return; end if;
  perform subject_take(subject_fields(other.dataset, other.definition_version), format('select record_id, row_no, subject_key, subject_kind, subject_name,
    payload from credit_record where record_id = %L and subject_key = %L', other.record_id, p_key), p_at);
end $$;
revoke all on function subject_forget(uuid, text, timestamptz) from public;

-- Whether there is a register to hold rows against.
create function intake_has_register() returns boolean
language sql stable security definer set search_path = xincheng, pg_temp as $$
  select exists (select from subject)
$$;

-- Names, codes and days of a chunk's rows against the register; p_names as filed, p_ended: the standings of what is no longer there.
-- Rows that agree are not returned; a row can be returned twice.
-- verdict: 1 unknown, 2 another name (expected: the register's), 3 a former name (expected: the present one), 4 a former code
-- (expected: the present key), 5 decided after the subject had ended (expected: the day on which it did).
create function intake_subjects(p_batch uuid, p_keys text[], p_names text[], p_days date[], p_ended text[]) returns table (ord integer, verdict smallint, expected text)
language plpgsql stable security definer set search_path = xincheng, pg_temp
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  perform intake_open_batch(p_batch);
  return query
  with asked as materialized (
    select k.ord, k.key, k.day, subject_name_form(k.name) as form, s.subject_key as held, s.name_form, s.standing_on
    from unnest(p_keys, p_names, p_days) with ordinality k (key, name, day, ord)
    left join subject s on s.subject_key = k.key),
  odd as materialized (
    select a.ord, a.day, a.form, a.held, coalesce(a.held, subject_of_alias(a.key)) as found
    from asked a where a.held is null or a.name_form <> a.form or a.standing_on < a.day),
  judged as (
    select o.ord, o.found, s.name,
      case when o.found is null then 1
        when s.name_form <> o.form and not exists (
          select from subject_alias n where n.subject_key = o.found and n.kind = 'name' and n.value = o.form) then 2
        when o.held is null then 4
        when s.name_form <> o.form then 3 end as verdict,
      case when s.standing = any (p_ended) and s.standing_on < o.day then s.standing_on end as ended_on
    from odd o left join subject s on s.subject_key = o.found)
  select j.ord::integer, v.verdict::smallint, v.expected
  from judged j
  cross join lateral (values (j.verdict, case j.verdict when 4 then j.found else j.name end),
    (case when j.ended_on is not null then 5 end, j.ended_on::text)) v (verdict, expected)
  where v.verdict is not null;
end $$;

-- Whether a finished batch of the acting unit has rows that wait with one of these codes, which the register answers, and the register
-- has changed since: then the same bytes may fare otherwise.
create function intake_awaits_register(p_batch uuid, p_codes text[]) returns boolean
language sql stable security definer set search_path = xincheng, pg_temp as $$
  with registers as (select distinct dataset from dataset_definition where definition ->> 'registers' = 'subject')
  select exists (select from intake_waiting where batch_id = b.id and state = 'waiting' and codes && p_codes)
    and (exists (select from intake_batch o join registers using (dataset) where o.finished_at >= b.finished_at and o.accepted + o.changed > 0)
      or exists (select from intake_waiting w join registers using (dataset) where w.state = 'confirmed' and w.decided_at >= b.finished_at))
  from intake_batch b
  where b.id = p_batch and b.unit_id = any (string_to_array(current_setting('app.units', true), ','))
$$;

revoke all on function subject_take_batch(uuid, timestamptz), subject_take_waiting(uuid, uuid, timestamptz), intake_has_register(),
  intake_subjects(uuid, text[], text[], date[], text[]), intake_awaits_register(uuid, text[]) from public;
grant execute on function subject_take_batch(uuid, timestamptz), subject_take_waiting(uuid, uuid, timestamptz), intake_has_register(),
  intake_subjects(uuid, text[], text[], date[], text[]) to xincheng_importer;
grant execute on function intake_awaits_register(uuid, text[]) to xincheng_app, xincheng_importer;
