-- Accounts, sessions, tokens of programs, delegation. Who is there is found out under the scope 'identity', which sees these tables and
-- no others: passwords, sessions and failures of sign-in are seen under no other scope. An administrator sees and changes accounts of
-- the own unit, or under scope 'all' those of the district.

create table account (
  id uuid primary key,
  login text not null collate "C" unique check (login ~ '^[a-z][a-z0-9._-]{1,39}$'),
  name text not null check (name ~ '\S'),
  unit_id text not null references unit,
  scope text not null check (scope in ('units', 'all')),
  roles text[] not null check (cardinality(roles) >= 1
    and roles <@ array['data-officer', 'reviewer', 'credit-office', 'clerk', 'leader', 'auditor', 'administrator']
    and not roles @> array['administrator', 'auditor']),
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  disabled_at timestamptz,
  disabled_by text,
  check ((disabled_at is null) = (disabled_by is null))
);
comment on table account is 'People who sign in: never removed, so a login in the audit log means one person for ever.';
comment on column account.scope is 'units: sees the rows of the own unit; all: of the whole district.';

create table account_credential (
  account_id uuid primary key references account,
  password_hash text,
  must_change boolean not null,
  changed_at timestamptz not null,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_step bigint,
  check (totp_confirmed_at is null or totp_secret is not null)
);
comment on table account_credential is 'How an account proves itself. Null password: through the identity provider only.';
comment on column account_credential.totp_step is 'Last time step whose code was used: neither it nor an earlier one is taken again.';

create table account_recovery_code (
  account_id uuid not null references account,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table account_recovery_code is 'Codes for who lost the device; each opens once. A new set uses up the old one.';

create table account_link (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  linked_at timestamptz not null,
  linked_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (issuer, subject),
  check ((ended_at is null) = (ended_by is null))
);
comment on table account_link is 'The person whom an identity provider calls so is the person of this account, until it is ended.';

create table account_session (
  id_hash text primary key,
  account_id uuid not null references account,
  method text not null check (method in ('password', 'provider')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_for text check (ended_for in ('signed-out', 'signed-out-everywhere', 'account-changed', 'password-changed')),
  check ((ended_at is null) = (ended_for is null))
);
comment on table account_session is 'Sessions by the hash of their id; whether one has run out is computed.';
create index account_session_account on account_session (account_id) where ended_at is null;

create table sign_in_failure (
  login_hash text primary key,
  failures integer not null check (failures >= 0),
  failed_at timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_failure is 'Attempts in a row by keyed hash of the login that was given, whether there is such an account or not.';

create table api_client (
  id uuid primary key,
  name text not null check (name ~ '\S'),
  unit_id text not null references unit,
  rights text[] not null check (cardinality(rights) >= 1),
  token_hash text not null unique,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  check (expires_at > created_at),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table api_client is 'Programs of a unit: a token that was shown once, what it may do, until when.';

create table delegation (
  id uuid primary key,
  from_account uuid not null references account,
  to_account uuid not null references account,
  unit_id text not null references unit,
  from_on date not null,
  until_on date not null,
  reason text not null check (reason ~ '\S'),
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  ended_by text,
  check (from_account <> to_account),
  check (until_on >= from_on),
  check ((ended_at is null) = (ended_by is null))
);
comment on table delegation is 'Who stands in for whom while they are away, both of one unit.';
create index delegation_to on delegation (to_account) where ended_at is null;

alter table account enable row level security;
alter table account force row level security;
alter table account_credential enable row level security;
alter table account_credential force row level security;
alter table account_recovery_code enable row level security;
alter table account_recovery_code force row level security;
alter table account_link enable row level security;
alter table account_link force row level security;
alter table account_session enable row level security;
alter table account_session force row level security;
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
alter table api_client enable row level security;
alter table api_client force row level security;
alter table delegation enable row level security;
alter table delegation force row level security;
create policy account_owner on account to xincheng_owner using (true) with check (true);
create policy account_credential_owner on account_credential to xincheng_owner using (true) with check (true);
create policy account_recovery_code_owner on account_recovery_code to xincheng_owner using (true) with check (true);
create policy account_link_owner on account_link to xincheng_owner using (true) with check (true);
create policy account_session_owner on account_session to xincheng_owner using (true) with check (true);
create policy sign_in_failure_owner on sign_in_failure to xincheng_owner using (true) with check (true);
create policy api_client_owner on api_client to xincheng_owner using (true) with check (true);
create policy delegation_owner on delegation to xincheng_owner using (true) with check (true);

create policy account_credential_identity on account_credential to xincheng_app
  using (current_setting('app.scope', true) = 'identity') with check (current_setting('app.scope', true) = 'identity');
create policy account_recovery_code_identity on account_recovery_code to xincheng_app
  using (current_setting('app.scope', true) = 'identity') with check (current_setting('app.scope', true) = 'identity');
create policy account_link_identity on account_link to xincheng_app
  using (current_setting('app.scope', true) = 'identity') with check (current_setting('app.scope', true) = 'identity');
create policy account_session_identity on account_session to xincheng_app
  using (current_setting('app.scope', true) = 'identity') with check (current_setting('app.scope', true) = 'identity');
create policy sign_in_failure_identity on sign_in_failure to xincheng_app
  using (current_setting('app.scope', true) = 'identity') with check (current_setting('app.scope', true) = 'identity');

create policy account_read on account for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'identity')
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy account_add on account for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and scope = 'units'
      and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
-- Who manages one unit neither touches an account that sees the district nor makes one, nor moves an account elsewhere.
create policy account_change on account for update to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and scope = 'units'
      and unit_id = any (string_to_array(current_setting('app.units', true), ','))))
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and scope = 'units'
      and unit_id = any (string_to_array(current_setting('app.units', true), ','))));

create policy api_client_read on api_client for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'identity')
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy api_client_add on api_client for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy api_client_change on api_client for update to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'identity')
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));

create policy delegation_read on delegation for select to xincheng_app
  using (current_setting('app.scope', true) in ('all', 'identity')
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy delegation_add on delegation for insert to xincheng_app
  with check (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));
create policy delegation_end on delegation for update to xincheng_app
  using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ','))));

grant select, insert on account, account_credential, account_recovery_code, account_link, account_session, sign_in_failure, api_client,
  delegation to xincheng_app;
grant update (name, unit_id, scope, roles, changed_at, disabled_at, disabled_by) on account to xincheng_app;
grant update (password_hash, must_change, changed_at, totp_secret, totp_confirmed_at, totp_step) on account_credential to xincheng_app;
grant update (used_at) on account_recovery_code to xincheng_app;
grant update (account_id, linked_at, linked_by, ended_at, ended_by) on account_link to xincheng_app;
grant update (seen_at, ended_at, ended_for) on account_session to xincheng_app;
grant update (failures, failed_at, locked_until) on sign_in_failure to xincheng_app;
grant update (used_at, revoked_at, revoked_by) on api_client to xincheng_app;
grant update (ended_at, ended_by) on delegation to xincheng_app;
