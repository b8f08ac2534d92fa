-- Publicity: what changed a record's standing, the classes given by deciding units, marks, texts for the public.
-- Rules of docs/decisions/0009: the state stands in credit_record; only what changes it later is an event.

-- Asked by the daily sweep. Most rows of an import share few days, so entries are packed: measured in docs/decisions/0009.
create index credit_record_shown on credit_record (shown_until) where state = 'published';
-- Asked by the change feed: rows come in the order of time, so a summary of each range of pages is enough.
create index credit_record_written on credit_record using brin (written_at);

create table publicity_event (
  record_id uuid not null,
  subject_key text not null collate "C",
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null,
  dataset text not null,
  at timestamptz not null,
  day date not null,
  from_state text not null check (from_state in ('held', 'published', 'ended', 'withdrawn', 'suspended')),
  to_state text not null check (to_state in ('held', 'published', 'ended', 'withdrawn', 'suspended')),
  reason text not null check (reason in ('decision-changed', 'decision-revoked', 'decision-unlawful', 'decision-void', 'error', 'secret',
    'objection-upheld', 'maximum-reached', 'repaired', 'reorganisation', 'reorganisation-ended', 'class-changed', 'terms-changed', 'version-changed', 'not-shown')),
  words text,
  actor text not null,
  changed_on date,
  document text,
  primary key (record_id, subject_key, ordinal)
);
comment on table publicity_event is 'Append-only: every change of a record''s standing after it was first filed.';
comment on column publicity_event.day is 'From which day the new state counts: for an end by the longest term the day whose midnight ended it, whenever the sweep ran.';
comment on column publicity_event.changed_on is 'Withdrawal only: the day on which the decision was changed, revoked or found unlawful or void. The clock of withdrawal starts here.';
comment on column publicity_event.document is 'The paper behind the act: number of the decision, the ruling, the repair.';
create index publicity_event_at on publicity_event (at, record_id);

create table publicity_class (
  record_id uuid not null,
  subject_key text not null collate "C",
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null,
  class text not null,
  reason text not null,
  at timestamptz not null,
  name text not null,
  primary key (record_id, subject_key, ordinal)
);
comment on table publicity_class is 'Append-only: the class a deciding unit gave a record in place of the one the rules tell; the last one counts.';

create table publicity_mark (
  record_id uuid not null,
  subject_key text not null collate "C",
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null,
  mark text not null check (mark in ('disputed', 'statement')),
  since date not null,
  words text,
  at timestamptz not null,
  name text not null,
  until date,
  cleared_at timestamptz,
  cleared_by text,
  clear_reason text,
  primary key (record_id, subject_key, ordinal),
  check ((mark = 'statement') = (words is not null)),
  check ((cleared_at is null) = (until is null) and (cleared_at is null) = (cleared_by is null))
);
comment on table publicity_mark is 'Marks shown with a record wherever it is presented: disputed since a day, and the firm''s own words.';
create unique index publicity_mark_open on publicity_mark (record_id, subject_key, mark) where until is null;

create table publicity_text (
  record_id uuid not null,
  subject_key text not null collate "C",
  field text not null,
  ordinal integer not null check (ordinal >= 1),
  unit_id text not null,
  text text not null,
  reason text not null,
  at timestamptz not null,
  name text not null,
  primary key (record_id, subject_key, field, ordinal)
);
comment on table publicity_text is 'Append-only: a narrative as written by hand for the public, with who wrote it and why; the last one counts.';

alter table publicity_event enable row level security;
alter table publicity_event force row level security;
alter table publicity_class enable row level security;
alter table publicity_class force row level security;
alter table publicity_mark enable row level security;
alter table publicity_mark force row level security;
alter table publicity_text enable row level security;
alter table publicity_text force row level security;
create policy publicity_event_owner on publicity_event to xincheng_owner using (true) with check (true);
create policy publicity_class_owner on publicity_class to xincheng_owner using (true) with check (true);
create policy publicity_mark_owner on publicity_mark to xincheng_owner using (true) with check (true);
create policy publicity_text_owner on publicity_text to xincheng_owner using (true) with check (true);
create policy publicity_event_read on publicity_event for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy publicity_class_read on publicity_class for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy publicity_mark_read on publicity_mark for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
create policy publicity_text_read on publicity_text for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))));
-- Written by whoever acts for the record's unit, or for the credit office, which sees all.
create policy publicity_class_add on publicity_class for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' or unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy publicity_mark_add on publicity_mark for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' or unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy publicity_mark_clear on publicity_mark for update to xincheng_app
  using (current_setting('app.scope', true) = 'all' or unit_id = any (string_to_array(current_setting('app.units', true), ',')));
create policy publicity_text_add on publicity_text for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' or unit_id = any (string_to_array(current_setting('app.units', true), ',')));
grant select on publicity_event, publicity_class, publicity_mark, publicity_text to xincheng_app;
grant insert on publicity_class, publicity_mark, publicity_text to xincheng_app;
grant update (until, cleared_at, cleared_by, clear_reason) on publicity_mark to xincheng_app;

-- The state of a record whose term was computed anew, as `stateAfter` of core says for the act `recompute`; nobody takes back what was
-- withdrawn, suspended or repaired.
create function publicity_state(p_state text, p_reason text, p_until date, p_today date) returns text
language sql immutable as $$
  select case when p_state in ('withdrawn', 'suspended') or (p_state = 'ended' and p_reason = 'repaired') then p_state
    when p_until is null then 'held' when p_until < p_today then 'ended' else 'published' end
$$;

create function publicity_state_reason(p_state text, p_reason text, p_to text) returns text
language sql immutable as $$
  select case when p_to = p_state then p_reason when p_to = 'ended' then 'maximum-reached' end
$$;

-- Notes one change of a record that is locked by the caller; nothing where the state stays.
create function publicity_note(r credit_record, p_to text, p_reason text, p_day date, p_words text, p_at timestamptz, p_actor text,
  p_changed_on date default null, p_document text default null) returns void
language sql security definer set search_path = xincheng, pg_temp as $$
  insert into publicity_event (record_id, subject_key, ordinal, unit_id, dataset, at, day, from_state, to_state, reason, words, actor, changed_on, document)
  select r.record_id, r.subject_key, coalesce(max(e.ordinal), 0) + 1, r.unit_id, r.dataset, p_at, p_day, r.state, p_to, p_reason, p_words, p_actor, p_changed_on, p_document
  from publicity_event e where e.record_id = r.record_id and e.subject_key = r.subject_key
  having p_to <> r.state
$$;
revoke all on function publicity_note(credit_record, text, text, date, text, timestamptz, text, date, text) from public;

-- Notes that records give way to others that were filed in their place.
create function publicity_note_replaced(p_ids uuid[], p_at timestamptz, p_actor text) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  r credit_record;
begin
  for r in select * from credit_record where record_id = any (p_ids) order by record_id for update loop
    perform publicity_note(r, 'withdrawn', 'error', (p_at at time zone 'Asia/Shanghai')::date, null, p_at, p_actor);
  end loop;
end $$;
revoke all on function publicity_note_replaced(uuid[], timestamptz, text) from public;

-- Notes what the changed rows of a batch do to the states of their records, which the caller has locked.
create function publicity_note_versions(s text, p_at timestamptz, p_actor text) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  today date := (p_at at time zone 'Asia/Shanghai')::date;
begin
  execute format('insert into publicity_event (record_id, subject_key, ordinal, unit_id, dataset, at, day, from_state, to_state, reason, actor)
    select r.record_id, r.subject_key,
      1 + (select count(*) from publicity_event e where e.record_id = r.record_id and e.subject_key = r.subject_key),
      r.unit_id, r.dataset, $1, $2, r.state, publicity_state(r.state, r.state_reason, t.shown_until, $2), ''version-changed'', $3
    from stage.row_%s t join credit_record r on r.record_id = t.record_id and r.subject_key = t.subject_key
    where t.action = ''changed'' and publicity_state(r.state, r.state_reason, t.shown_until, $2) <> r.state', s)
    using p_at, today, p_actor;
end $$;
revoke all on function publicity_note_versions(text, timestamptz, text) from public;

-- One official act upon the standing of a record, in the caller's name: only for its own unit, or with sight of all. False when the
-- record no longer stands as the caller saw it.
create function publicity_move(p_record uuid, p_version integer, p_from text, p_to text, p_reason text, p_until date, p_day date, p_words text,
  p_changed_on date, p_document text, p_at timestamptz, p_actor text) returns boolean
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  r credit_record;
begin
  select * into r from credit_record where record_id = p_record for update;
  if r.record_id is null or not (coalesce(current_setting('app.scope', true), '') = 'all'
      or r.unit_id = any (string_to_array(coalesce(current_setting('app.units', true), ''), ','))) then
    raise exception 'record % is not of the acting unit', p_record using errcode = 'insufficient_privilege';
  end if;
  if r.state <> p_from or r.version <> p_version then return false; end if;
  perform publicity_note(r, p_to, p_reason, p_day, p_words, p_at, p_actor, p_changed_on, p_document);
  if p_to = 'withdrawn' then
    perform record_withdraw(array[p_record], p_reason, p_words, p_at, p_actor);
    perform subject_forget(p_record, r.subject_key, p_at);
    return true;
  end if;
  perform indicator_note(array[p_record], -1);
  update credit_record set state = p_to, shown_until = p_until,
    state_reason = case when p_to = r.state then state_reason when p_to in ('ended', 'suspended') then p_reason end
  where record_id = p_record;
  perform indicator_note(array[p_record], 1);
  return true;
end $$;
revoke all on function publicity_move(uuid, integer, text, text, text, date, date, text, date, text, timestamptz, text) from public;
grant execute on function publicity_move(uuid, integer, text, text, text, date, date, text, date, text, timestamptz, text) to xincheng_app;

-- Ends the publicity of records whose last day on show was before p_day, the longest overdue first. How many. Rows that another sweep
-- has in hand are left to it, and a record that has ended is not published any more: so no end is noted twice.
create function publicity_sweep(p_day date, p_limit integer, p_at timestamptz, p_actor text) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  due uuid[];
begin
  select coalesce(array_agg(record_id), '{}') into due from (
    select record_id from credit_record
    where state = 'published' and shown_until < p_day order by shown_until limit p_limit for update skip locked) locked;
  perform indicator_note(due, -1);
  insert into publicity_event (record_id, subject_key, ordinal, unit_id, dataset, at, day, from_state, to_state, reason, actor)
  select r.record_id, r.subject_key,
    1 + (select count(*) from publicity_event e where e.record_id = r.record_id and e.subject_key = r.subject_key),
    r.unit_id, r.dataset, p_at, r.shown_until + 1, 'published', 'ended', 'maximum-reached', p_actor
  from credit_record r where r.record_id = any (due);
  update credit_record set state = 'ended', state_reason = 'maximum-reached' where record_id = any (due);
  perform indicator_note(due, 1);
  return cardinality(due);
end $$;
revoke all on function publicity_sweep(date, integer, timestamptz, text) from public;
grant execute on function publicity_sweep(date, integer, timestamptz, text) to xincheng_app;

-- The only window for the public: what is on show today, at midnight exactly, whether or not the sweep ran; never a person's record.
create view public_record with (security_barrier) as
  select record_id, subject_key, dataset, subject_kind, subject_name, authority_uscc, number, decided_on, shown_until, version,
    definition_version, written_at, payload
  from credit_record
  where state = 'published' and subject_kind <> 'natural'
    and shown_until >= nullif(current_setting('app.today', true), '')::date;
comment on view public_record is 'Records on public show on app.today; payload still holds fields that are not public: only the public view of core may present it.';
create view public_mark with (security_barrier) as
  select m.record_id, m.subject_key, m.mark, m.since, m.words
  from publicity_mark m join public_record r on r.record_id = m.record_id and r.subject_key = m.subject_key
  where m.until is null;
comment on view public_mark is 'Marks in force on records on public show.';
create view public_text with (security_barrier) as
  select distinct on (t.record_id, t.field) t.record_id, t.subject_key, t.field, t.text
  from publicity_text t join public_record r on r.record_id = t.record_id and r.subject_key = t.subject_key
  order by t.record_id, t.field, t.ordinal desc;
comment on view public_text is 'Narratives in the words written for the public, of records on public show.';
create view public_class with (security_barrier) as
  select distinct on (c.record_id) c.record_id, c.subject_key, c.class
  from publicity_class c join public_record r on r.record_id = c.record_id and r.subject_key = c.subject_key
  order by c.record_id, c.ordinal desc;
comment on view public_class is 'Classes given by deciding units to records on public show.';
grant select on public_record, public_mark, public_text, public_class to xincheng_portal;

-- What changed on public show, in the order of time: day, record and dataset, never content. Nothing is told of the last minute or of a
-- time in which an import still runs: an entry that appears later never lies behind a position already given.
create function publicity_feed(p_after timestamptz, p_after_id uuid, p_limit integer, p_now timestamptz)
returns table (at timestamptz, record_id uuid, dataset text, what text, day date)
language sql stable security definer set search_path = xincheng, pg_temp as $$
  with horizon as (
    select least(p_now - interval '1 minute', min(b.received_at)) as at from intake_batch b where b.state = 'received'),
  entries as (
    select r.written_at as at, r.record_id, r.dataset, case r.version when 1 then 'published' else 'changed' end as what,
      (r.written_at at time zone 'Asia/Shanghai')::date as day
    from credit_record r, horizon h
    where r.state = 'published' and r.subject_kind <> 'natural' and r.written_at >= p_after and r.written_at < h.at
      and r.shown_until >= (p_now at time zone 'Asia/Shanghai')::date
    union all
    select e.at, e.record_id, e.dataset, case e.to_state when 'published' then 'published' when 'withdrawn' then 'withdrawn' else 'ended' end, e.day
    from publicity_event e, horizon h
    where (e.from_state = 'published' or e.to_state = 'published') and e.at >= p_after and e.at < h.at)
  select at, record_id, dataset, what, day from entries
  where (at, record_id) > (p_after, p_after_id)
  order by at, record_id, what limit p_limit
$$;
revoke all on function publicity_feed(timestamptz, uuid, integer, timestamptz) from public;
grant execute on function publicity_feed(timestamptz, uuid, integer, timestamptz) to xincheng_portal;
