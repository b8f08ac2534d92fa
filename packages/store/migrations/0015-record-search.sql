-- Search of records by part of a name or of a number. Names and the words of numbers are few beside the records, so they are kept once each and
-- looked through; the digits of a number, which tell it from all others, have an index of trigrams.
-- Everything here only narrows: whether a record matches is asked of the record.

create extension if not exists pg_trgm schema xincheng;

create table credit_record_name (
  subject_key text not null collate "C",
  name text not null,
  primary key (subject_key, name)
);
comment on table credit_record_name is 'Every name under which anything was ever filed for a subject. Masked names of persons stand here under the key P, of no one person.';

create table number_form (
  unit_id text not null,
  dataset text not null,
  form text not null,
  primary key (unit_id, dataset, form)
);
comment on table number_form is 'What the numbers of a unit''s records in a dataset hold besides digits, brackets and blanks, each once.';

alter table credit_record_name enable row level security;
alter table credit_record_name force row level security;
alter table number_form enable row level security;
alter table number_form force row level security;
create policy record_name_owner on credit_record_name to xincheng_owner using (true) with check (true);
-- An organisation may be known from another unit's record alone.
create policy record_name_read on credit_record_name for select to xincheng_app using (current_setting('app.scope', true) = 'all');
create policy number_form_owner on number_form to xincheng_owner using (true) with check (true);
create policy number_form_read on number_form for select to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
grant select on credit_record_name, number_form to xincheng_app;

-- Its digits alone. Whatever a number holds, its digits hold the digits of.
create function number_digits(p_number text) returns text
language sql immutable parallel safe as $$
  select translate(p_number, translate(p_number, '0123456789', ''), '')
$$;

-- A number as it is compared: brackets and blanks do not matter, nor does upper or lower case.
create function number_loose(p_number text) returns text
language sql immutable parallel safe as $$
  select translate(upper(p_number), '〔〕[]［］【】()（） 　', '')
$$;

-- The extension may stand in another schema, where an administrator put it.
do $$ begin
  execute format('create index credit_record_digits on credit_record using gin (number_digits(number) %I.gin_trgm_ops) with (gin_pending_list_limit = 16384)',
    (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end $$;

-- Takes the names and the words of numbers of rows over. p_rows: SQL that gives subject_kind, subject_key, subject_name and number. In order,
-- and late in a merge: two that bring the same names wait for each other and never in a ring.
create function record_search_note(p_unit text, p_dataset text, p_rows text) returns void
language plpgsql security definer set search_path = xincheng, pg_temp as $$
begin
  execute format('insert into credit_record_name select distinct case subject_kind when ''natural'' then ''P'' else subject_key end, subject_name from (%s) r
    order by 1, 2 on conflict do nothing', p_rows);
  execute format('insert into number_form select $1, $2, form from (select distinct translate(number_loose(number), ''0123456789'', '''') as form from (%s) r) f
    order by form on conflict do nothing', p_rows) using p_unit, p_dataset;
end $$;
revoke all on function record_search_note(text, text, text) from public;

-- Keys under which something was filed by a name that holds a text; null when they are more than p_most, or a masked name is among them.
-- Keys only: whose records the reader sees is asked of the records.
create function subjects_by_name(p_text text, p_most integer) returns text[]
language plpgsql stable security definer set search_path = xincheng, pg_temp as $$
declare
  found_keys text[];
begin
  if coalesce(current_setting('app.scope', true), '') not in ('all', 'units') then return '{}'; end if;
  found_keys := array(select subject_key from credit_record_name where position(p_text in name) > 0 limit p_most + 1);
  return case when cardinality(found_keys) > p_most or 'P' = any (found_keys) then null else found_keys end;
end $$;
revoke all on function subjects_by_name(text, integer) from public;
grant execute on function subjects_by_name(text, integer) to xincheng_app;

-- Records in the reader's scope whose numbers hold these digits; null when they are more than p_most. The policy would keep the reader from
-- the index: its operator is not proof against leaks, so the scope is asked for here.
create function records_by_digits(p_digits text, p_most integer) returns uuid[]
language plpgsql stable security definer set search_path = xincheng, pg_temp as $$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
  found_ids uuid[];
begin
  if p_digits !~ '^[0-9]{3,}$' then return null; end if;
  execute format('select array_agg(record_id) from (select record_id from credit_record where number_digits(number) like %L and %s limit $1) r',
      '%' || p_digits || '%',
      case scope when 'all' then 'true'
        when 'units' then 'unit_id = any (string_to_array(current_setting(''app.units'', true), '',''))'
        when 'subject' then 'subject_key = any (string_to_array(current_setting(''app.subjects'', true), '',''))'
        else 'false' end)
    into found_ids using p_most + 1;
  return case when cardinality(found_ids) > p_most then null else coalesce(found_ids, '{}') end;
end $$;
revoke all on function records_by_digits(text, integer) from public;
grant execute on function records_by_digits(text, integer) to xincheng_app;
