import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dumpSchema, LINT_RULES, lintSchema } from '../src/schema/index.ts';
import type { LintFinding } from '../src/schema/index.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let test: TestDatabase;
let owner: pg.Pool;

/** A schema that keeps every rule; each trial plants one breach in it and takes it away again. */
const SOUND = `
  create table unit (id text primary key, name text not null);
  comment on table unit is 'Small.';
  create table credit_record (subject_key text not null, record_id uuid not null, unit_id text not null references unit, day date, primary key (subject_key, record_id));
  comment on table credit_record is 'Big.';
  create unique index credit_record_day on credit_record (subject_key, day) include (unit_id);
  create table case_act (subject_key text not null, case_id uuid not null, record_id uuid not null, act_no integer not null, primary key (subject_key, case_id, act_no),
    foreign key (subject_key, record_id) references credit_record (subject_key, record_id));
  comment on table case_act is 'Big.';
  alter table credit_record enable row level security; alter table credit_record force row level security;
  alter table case_act enable row level security; alter table case_act force row level security;
  create policy record_owner on credit_record to xincheng_owner using (true) with check (true);
  create policy record_read on credit_record for select to xincheng_app using (unit_id = any (string_to_array(current_setting('app.units', true), ',')));
  grant select on credit_record to xincheng_app;
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create function may_read() returns boolean language sql stable as $$ select exists (select from xincheng.unit) $$`;

beforeAll(async () => {
  test = await testDatabase({ migrations: null });
  owner = test.database.owner;
  await owner.query(SOUND);
});
afterAll(async () => test.close());

async function findingsAfter(breach: string): Promise<readonly LintFinding[]> {
  // One connection, one transaction: nothing stays.
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(breach);
    return await lintSchema(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Planted breach → the rule and the object it must be found at. Everything else must stay silent. */
const BREACHES: readonly (readonly [LintFinding['rule'], string, string])[] = [
  [
    'subject-key-column',
    'xincheng.credit_record',
    'alter table case_act drop constraint case_act_subject_key_record_id_fkey; alter table credit_record drop constraint credit_record_pkey; alter table credit_record alter subject_key drop not null',
  ],
  [
    'subject-key-column',
    'xincheng.publication_page',
    keyed(
      'create domain k as text; create table publication_page (subject_key k not null, primary key (subject_key))',
      'publication_page',
    ),
  ],
  [
    'subject-key-in-key',
    'xincheng.credit_record credit_record_record_id_key',
    'alter table credit_record add unique (record_id)',
  ],
  [
    'subject-key-in-key',
    'xincheng.credit_record only_included',
    'create unique index only_included on credit_record (record_id) include (subject_key)',
  ],
  [
    'subject-key-in-key',
    'xincheng.credit_record only_expression',
    'create unique index only_expression on credit_record (lower(subject_key), record_id)',
  ],
  [
    'subject-key-in-key',
    'xincheng.credit_record no_overlap',
    'alter table credit_record add constraint no_overlap exclude using btree (record_id with =)',
  ],
  [
    'subject-key-in-key',
    'xincheng.case_act crossed',
    'create unique index by_two on credit_record (subject_key, unit_id); alter table case_act add other text, add constraint crossed foreign key (other, subject_key) references credit_record (subject_key, unit_id)',
  ],
  ['sequence-in-key', 'xincheng.case_act act_no', 'alter table case_act alter act_no add generated always as identity'],
  ['sequence-in-key', 'xincheng.note id', "create table note (id bigserial primary key); comment on table note is 'n'"],
  [
    'foreign-key-to-big-table',
    'xincheng.note note_subject_key_record_id_fkey',
    "create table note (subject_key text, record_id uuid, foreign key (subject_key, record_id) references credit_record); comment on table note is 'n'",
  ],
  [
    'trigger',
    'xincheng.case_act touched',
    'create trigger touched before update on case_act for each row execute function touch()',
  ],
  ['row-security-forced', 'xincheng.case_act', 'alter table case_act no force row level security'],
  ['row-security-forced', 'xincheng.credit_record', 'alter table credit_record disable row level security'],
  [
    'policy-subquery',
    'xincheng.case_act sub',
    "create policy sub on case_act for select to xincheng_app using (subject_key in (select id from unit) and current_setting('app.scope', true) = 'all')",
  ],
  [
    'policy-function',
    'xincheng.case_act call',
    "create policy call on case_act for select to xincheng_app using (may_read() and current_setting('app.scope', true) = 'all')",
  ],
  ['policy-open', 'xincheng.case_act open', 'create policy open on case_act for select to xincheng_app using (true)'],
  [
    'policy-open',
    'xincheng.case_act open_add',
    'create policy open_add on case_act for insert to public with check (act_no > 0)',
  ],
  [
    'policy-setting',
    'xincheng.case_act strict',
    "create policy strict on case_act for select to xincheng_app using (current_setting('app.scope') = 'all')",
  ],
  [
    'definer-function',
    'xincheng.anybody',
    "create function anybody() returns int language sql security definer set search_path = xincheng as 'select 1'",
  ],
  [
    'definer-function',
    'xincheng.anywhere',
    "create function anywhere() returns int language sql security definer as 'select 1'; revoke all on function anywhere() from public",
  ],
  ['table-comment', 'xincheng.note', 'create table note (x int)'],
  ['table-comment', 'xincheng.unit', 'comment on table unit is null'],
];

function keyed(sql: string, table: string): string {
  return `${sql}; comment on table ${table} is 'p'; alter table ${table} enable row level security; alter table ${table} force row level security`;
}

describe('lintSchema', () => {
  it('finds nothing in a sound schema', async () => {
    expect(await findingsAfter('select 1')).toEqual([]);
  });

  it.each(BREACHES)('%s at %s', async (rule, object, breach) => {
    expect((await findingsAfter(breach)).map((finding) => [finding.rule, finding.object])).toEqual([[rule, object]]);
  });

  it('has a planted breach for every rule', () => {
    expect(new Set(BREACHES.map(([rule]) => rule))).toEqual(new Set(LINT_RULES));
  });
});

describe('dumpSchema', () => {
  it('shows every kind of thing, and nothing of the owner alone', async () => {
    await owner.query(`create type kind as enum ('b', 'a'); create domain fen as bigint check (value >= 0); create sequence numbers;
      create table every (id text collate "C" primary key, n integer default 7 not null, twice integer generated always as (n * 2) stored, amount fen, kind kind, check (n > 0));
      comment on table every is '样例''s'; comment on column every.n is 'count';
      create index every_n on every (n desc) where n > 1; create view seen as select id from every;
      grant select, insert on every to xincheng_app; grant update (n) on every to xincheng_importer`);
    const text = await dumpSchema(owner);
    const blockOf = (object: string): string[] =>
      text
        .split('\n\n')
        .find((block) => block.startsWith(`${object}\n`))
        ?.trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.trim()) ?? [];
    expect(blockOf('table xincheng.every')).toEqual([
      "comment '样例''s'",
      'column id text collate "C" not null',
      "column n integer not null default 7 comment 'count'",
      'column twice integer generated always as ((n * 2)) stored',
      'column amount xincheng.fen',
      'column kind xincheng.kind',
      'constraint every_n_check CHECK (n > 0)',
      'constraint every_pkey PRIMARY KEY (id)',
      'CREATE INDEX every_n on USING btree (n DESC) WHERE (n > 1)',
      'grant insert, select to xincheng_app',
      'grant update to xincheng_importer on column n',
    ]);
    expect(blockOf('table xincheng.credit_record')).toContain(
      "policy record_read for select to xincheng_app using ((unit_id = ANY (string_to_array(current_setting('app.units'::text, true), ','::text))))",
    );
    expect(blockOf('table xincheng.credit_record')[0]).toBe("comment 'Big.' row security forced");
    expect(blockOf('type xincheng.kind')).toEqual(["enum ('b', 'a')"]);
    expect(blockOf('type xincheng.fen')[0]).toContain('domain over bigint');
    expect(blockOf('view xincheng.seen').join(' ')).toContain('FROM xincheng.every');
    expect(blockOf('function xincheng.touch()')).toContain('grant execute to public');
    expect(text).toContain('sequence xincheng.numbers');
    expect(text).not.toMatch(/to xincheng_owner$/m);
  });

  it('is the same whatever order things were made in and whoever asks, and changes with the schema', async () => {
    const other = await testDatabase({ migrations: null });
    try {
      const statements = [
        "create table b (x int); comment on table b is 'b'",
        "create table a (x int); comment on table a is 'a'",
        'create index a_x on a (x)',
        'grant select on a to xincheng_app',
      ];
      for (const statement of statements) await other.database.owner.query(statement);
      const first = await dumpSchema(other.database.owner);
      await other.database.owner.query('drop table a, b');
      for (const index of [1, 3, 2, 0]) await other.database.owner.query(statements[index] ?? '');
      expect(await dumpSchema(other.database.owner)).toBe(first);
      await other.database.owner.query('revoke select on a from xincheng_app');
      expect(await dumpSchema(other.database.owner)).not.toBe(first);
    } finally {
      await other.close();
    }
  });
});
