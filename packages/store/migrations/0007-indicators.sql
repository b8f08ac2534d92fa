-- Indicators: contributions of records by unit and day, appended with every change and folded afterwards; expected sets; frozen numbers.
-- Rules of docs/decisions/0011: no hot counter row, no stored total of the district.

-- Written by the owner alone, from the definitions in force. These two hold no rows of units: the one says how the district counts, the
-- other is a calendar. So they have no row-level security, and every change of a record reads them without a policy.
create table indicator_program (
  dataset text primary key,
  deadline text,
  measures text[] not null,
  statement text not null
);
comment on table indicator_program is 'For each dataset that is counted: which measures, by the hash of what they say, and the query that gives the contributions of some records to them.';
comment on column indicator_program.statement is 'Gives measure, day, unit_id, member and value over {rows}: records that stand, with their due day and the city''s receipt.';

create table indicator_due_day (
  deadline text not null,
  decided_on date not null,
  due_on date not null,
  primary key (deadline, decided_on)
);
comment on table indicator_due_day is 'The due day that follows from each day of decision under the district''s first jurisdiction, by the calendar in force.';

create table indicator_delta (
  id uuid primary key,
  measure text not null collate "C",
  day date not null,
  unit_id text not null collate "C",
  member uuid not null,
  value bigint not null
);
comment on table indicator_delta is 'What changes of records added to measures or took from them, not yet folded. A reading is the fold and the deltas together.';
comment on column indicator_delta.member is 'For measures that count how many different: whom; otherwise all zeros.';
create index indicator_delta_day on indicator_delta (measure, day);

create table indicator_fold (
  measure text not null collate "C",
  grain text not null collate "C" check (grain in ('day', 'month')),
  day date not null,
  unit_id text not null collate "C",
  member uuid not null,
  value bigint not null,
  primary key (measure, grain, day, unit_id, member)
);
comment on table indicator_fold is 'Folded deltas, by day and by month: a period takes whole months, and days where it has no whole month.';

create table indicator_freeze (
  indicator text not null,
  period text not null,
  version text not null,
  definition jsonb not null,
  numerator bigint,
  denominator bigint,
  absence text check (absence in ('no-data', 'zero-report', 'waived', 'unmeasured')),
  rows_hash text not null,
  frozen_at timestamptz not null,
  frozen_by text not null,
  primary key (indicator, period)
);
comment on table indicator_freeze is 'Append-only: an indicator of a period as it was published, with the definition it was made by and a hash of everything behind it.';

create table indicator_frozen_cell (
  indicator text not null,
  period text not null,
  unit_id text not null references unit,
  numerator bigint,
  denominator bigint,
  absence text check (absence in ('no-data', 'zero-report', 'waived', 'unmeasured')),
  primary key (indicator, period, unit_id),
  foreign key (indicator, period) references indicator_freeze
);
comment on table indicator_frozen_cell is 'Append-only: the units'' cells of a frozen indicator.';

create table expected_entry (
  set_id text not null,
  unit_id text not null references unit,
  item text not null,
  period text not null,
  ordinal integer not null check (ordinal >= 1),
  kind text not null check (kind in ('declared', 'zero', 'waived', 'revoked')),
  expected bigint check (expected >= 0),
  reason text,
  name text not null,
  at timestamptz not null,
  primary key (set_id, unit_id, item, period, ordinal),
  check ((kind = 'declared') = (expected is not null)),
  check (kind not in ('waived', 'revoked') or reason is not null)
);
comment on table expected_entry is 'Append-only: what people said of an entry of an expected set; the last word counts, and after a revocation the entry is as if nothing had been said.';

alter table indicator_delta enable row level security;
alter table indicator_delta force row level security;
alter table indicator_fold enable row level security;
alter table indicator_fold force row level security;
alter table indicator_freeze enable row level security;
alter table indicator_freeze force row level security;
alter table indicator_frozen_cell enable row level security;
alter table indicator_frozen_cell force row level security;
alter table expected_entry enable row level security;
alter table expected_entry force row level security;

create policy indicator_delta_owner on indicator_delta to xincheng_owner using (true) with check (true);
create policy indicator_fold_owner on indicator_fold to xincheng_owner using (true) with check (true);
create policy indicator_freeze_owner on indicator_freeze to xincheng_owner using (true) with check (true);
create policy indicator_frozen_cell_owner on indicator_frozen_cell to xincheng_owner using (true) with check (true);
create policy expected_entry_owner on expected_entry to xincheng_owner using (true) with check (true);
create policy indicator_delta_read on indicator_delta for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy indicator_fold_read on indicator_fold for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
-- The total of the district is for every unit to see.
create policy indicator_freeze_read on indicator_freeze for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and current_setting('app.units', true) <> ''));
create policy indicator_freeze_add on indicator_freeze for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all' and frozen_by = current_setting('app.actor', true));
create policy indicator_frozen_cell_read on indicator_frozen_cell for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy indicator_frozen_cell_add on indicator_frozen_cell for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all');
create policy expected_entry_read on expected_entry for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
-- A unit speaks for itself; only the credit office excuses.
create policy expected_entry_add on expected_entry for insert to xincheng_app
  with check ((kind in ('waived', 'revoked') and current_setting('app.scope', true) = 'all')
    or (kind <> 'waived' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
grant select on indicator_program, indicator_due_day, indicator_delta, indicator_fold to xincheng_app;
grant select, insert on indicator_freeze, indicator_frozen_cell, expected_entry to xincheng_app;

-- Rows of submissions and acts are counted where they stand.
create index intake_batch_received on intake_batch (received_at) where state = 'done';
create index intake_waiting_confirmed on intake_waiting (decided_at) where state = 'confirmed';
create index audit_event_act on audit_event (act, at);

-- Records that stand, as everything that counts reads them: with their due day and the day of the city's first receipt.
create view indicator_record with (security_invoker = true) as
  select r.record_id, r.subject_key, r.dataset, r.unit_id, r.subject_kind, r.decided_on, r.shown_until, r.state, r.state_reason, r.version, r.payload,
    (r.received_at at time zone 'Asia/Shanghai')::date as received_on, (f.city_receipt_at at time zone 'Asia/Shanghai')::date as city_receipt_on, u.due_on
  from credit_record r
  left join credit_record_forwarding f on f.record_id = r.record_id and f.subject_key = r.subject_key
  left join indicator_program p on p.dataset = r.dataset
  left join indicator_due_day u on u.deadline = p.deadline and u.decided_on = r.decided_on
  where r.state <> 'withdrawn';
comment on view indicator_record is 'Records that count, under the rights of whoever reads.';
grant select on indicator_record to xincheng_app;

-- Appends what the records of one relation give to the measures of their dataset, times p_sign. The relation is a query over $1.
create function indicator_append(p indicator_program, p_rows text, p_ids uuid[], p_sign integer) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
begin
  execute 'insert into indicator_delta (id, measure, day, unit_id, member, value)
    select gen_random_uuid(), c.measure, c.day, c.unit_id, c.member, $2 * c.value
    from (' || replace(p.statement, '{rows}', p_rows) || ') c where c.value <> 0 and c.day is not null'
    using p_ids, p_sign;
end $$;
revoke all on function indicator_append(indicator_program, text, uuid[], integer) from public;

-- Notes what some records count for as they stand: with -1 before they change, with +1 afterwards. Whoever calls it with -1 has locked them.
create function indicator_note(p_ids uuid[], p_sign integer) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  p indicator_program;
begin
  if cardinality(p_ids) = 0 or not exists (select from indicator_program) then return; end if;
  for p in select * from indicator_program where dataset in (select r.dataset from credit_record r where r.record_id = any (p_ids)) loop
    perform indicator_append(p, format('(select * from indicator_record where record_id = any ($1) and dataset = %L)', p.dataset), p_ids, p_sign);
  end loop;
end $$;
revoke all on function indicator_note(uuid[], integer) from public;

-- Notes the new records of one segment, read from the segment itself: they are as the merge has just added them.
create function indicator_note_segment(b intake_batch, p_segment text, p_today date) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  p indicator_program;
begin
  select * into p from indicator_program where dataset = b.dataset;
  if not found then return; end if;
  perform indicator_append(p, format('(select %1$L::text as unit_id, t.subject_key, t.subject_kind, t.decided_on, t.until as shown_until,
      publicity_state(''held'', null, t.until, %4$L) as state, case when t.until < %4$L then ''maximum-reached'' end as state_reason, t.payload,
      %2$L::date as received_on, null::date as city_receipt_on, u.due_on
    from (select *, nullif(shown_until, ''-infinity'') as until from stage.%3$I where action = ''new'') t
    left join indicator_due_day u on u.deadline = %5$L and u.decided_on = t.decided_on)',
    b.unit_id, (b.received_at at time zone 'Asia/Shanghai')::date, p_segment, p_today, p.deadline), null, 1);
end $$;
revoke all on function indicator_note_segment(intake_batch, text, date) from public;

-- Carries the city's answers to some rows of a batch over to their records; the first receipt stands for ever. For the credit office.
create function forward_carry(p_batch uuid, p_rows integer[]) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
declare
  ids uuid[];
begin
  if coalesce(current_setting('app.scope', true), '') <> 'all' then
    raise exception 'answers are taken in by the credit office' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(record_id), '{}') into ids from (
    select r.record_id from forward_item i join credit_record r on r.record_id = i.record_id and r.subject_key = i.subject_key
    where i.batch_id = p_batch and i.row_no = any (p_rows) order by r.record_id for update of r) locked;
  perform indicator_note(ids, -1);
  update credit_record_forwarding f set state = i.state,
    is_at_city = case when i.state = 'accepted' then i.operation <> 'withdraw' else f.is_at_city end,
    city_receipt_at = case when i.state = 'accepted' and i.operation <> 'withdraw' then coalesce(f.city_receipt_at, i.answered_at) else f.city_receipt_at end
  from forward_item i
  where i.batch_id = p_batch and i.row_no = any (p_rows) and f.record_id = i.record_id and f.subject_key = i.subject_key;
  perform indicator_note(ids, 1);
end $$;
revoke all on function forward_carry(uuid, integer[]) from public;
grant execute on function forward_carry(uuid, integer[]) to xincheng_app;

-- Folds some deltas: how many. One folds at a time; readings are right before, during and after.
create function indicator_fold_bite(p_limit integer) returns integer
language plpgsql security definer set search_path = xincheng, pg_temp set enable_seqscan = off as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('indicator/fold', 0)) then return 0; end if;
  -- By place, and never by looking through all of them for each: so would a plan made while hardly any delta was there.
  with bite as (
    delete from indicator_delta where ctid = any (array(select ctid from indicator_delta limit p_limit))
    returning measure, day, unit_id, member, value),
  grained as (
    insert into indicator_fold as f (measure, grain, day, unit_id, member, value)
    select b.measure, g.grain, g.day, b.unit_id, b.member, sum(b.value)
    from bite b cross join lateral (values ('day', b.day), ('month', date_trunc('month', b.day)::date)) g (grain, day)
    group by 1, 2, 3, 4, 5
    having sum(b.value) <> 0
    order by 1, 2, 3, 4, 5
    on conflict (measure, grain, day, unit_id, member) do update set value = f.value + excluded.value)
  select count(*) into folded from bite;
  return folded;
end $$;
revoke all on function indicator_fold_bite(integer) from public;
