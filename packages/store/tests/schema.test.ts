import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../src/connection/index.ts';
import { migrate } from '../src/schema/index.ts';
import { splitStatements } from '../src/schema/split.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('splitStatements', () => {
  it.each<[string, string, string[]]>([
    ['plain statements', 'select 1; select 2;\n', ['select 1', 'select 2']],
    ['no last semicolon, nothing between', ';;select 1;; select 2', ['select 1', 'select 2']],
    ['quotes', `select 'a;''b;', "c;""d"; select 2`, [`select 'a;''b;', "c;""d"`, 'select 2']],
    ['escapes after E only', String.raw`select E'a\';b', 'c\'; select 2`, [String.raw`select E'a\';b', 'c\'`, 'select 2']],
    ['a name that ends in e before a quote', `select name'x\\'; select 2`, [`select name'x\\'`, 'select 2']],
    ['comments', 'select 1 -- a; b\n + 2; /* c; /* d; */ e; */ select 3', ['select 1 -- a; b\n + 2', 'select 3']],
    ['only comments', '-- a;\n/* b; */', []],
    [
      'dollar quotes',
      'do $$ begin; end $$; do $a$ $$ ; $b$ ; $a$; select $1',
      ['do $$ begin; end $$', 'do $a$ $$ ; $b$ ; $a$', 'select $1'],
    ],
    ['a dollar inside a name', 'select a$b$ ; select c$b$', ['select a$b$', 'select c$b$']],
    ['Chinese', "comment on table a is '表;一'; select '二'", ["comment on table a is '表;一'", "select '二'"]],
    ['an open quote to the end', "select 'a; b", ["select 'a; b"]],
  ])('%s', (_, sql, statements) => {
    expect(splitStatements(sql).map(({ text }) => text)).toEqual(statements);
  });

  it('tells the line of the statement, not of the comment before it', () => {
    expect(splitStatements('-- one\n\nselect 1;\n\n/* two */\n  select\n2;').map(({ line }) => line)).toEqual([3, 6]);
  });

  it('refuses what it would cut in the wrong place, but not the words in a comment', () => {
    expect(() => splitStatements('create function f() returns int begin atomic select 1; end')).toThrow('begin atomic');
    expect(splitStatements("select 'begin atomic' -- begin atomic")).toHaveLength(1);
  });

  it('finds the statements of any file put together from whole pieces', () => {
    const piece = fc.constantFrom(
      'select 1',
      "'a;''b'",
      '"c;d"',
      '$$e;f$$',
      '$t$ g; $$ $t$',
      '/* h; */',
      '-- i;\n',
      '中文',
      ' ',
      '\n',
      'x$1',
    );
    const statement = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `k ${pieces.join(' ')} `);
    let cut = 0;
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        cut += statements.length > 1 ? 1 : 0;
        expect(splitStatements(statements.map((text) => `${text};`).join('\n')).map(({ text }) => text)).toEqual(
          statements.map((text) => text.trimEnd()),
        );
      }),
      { numRuns: 500 },
    );
    expect(cut).toBeGreaterThan(200);
  });
});

describe('migrate', () => {
  const tests: TestDatabase[] = [];
  const folders: string[] = [];
  let test: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    test = await testDatabase({ migrations: null });
    tests.push(test);
    folder = mkdtempSync(join(tmpdir(), 'xincheng-migrations-'));
    folders.push(folder);
  });

  afterAll(async () => {
    for (const made of tests) await made.close();
    for (const made of folders) rmSync(made, { recursive: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  }

  async function has(table: string): Promise<boolean> {
    const { rows } = await test.database.owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table]);
    return rows[0]?.found === true;
  }

  it('applies each file once, in order, as the owner role, and later only what is new', async () => {
    write({
      '0001-one.sql': 'create table a (x int);\n',
      '0002-two.sql': 'alter table a add column y int; create table b (x int);',
    });
    expect(await migrate(test.database.owner, folder)).toEqual({ ok: true, value: ['0001-one.sql', '0002-two.sql'] });
    write({ '0010-ten.sql': 'create table c (x int)' });
    expect(await migrate(test.database.owner, folder)).toEqual({ ok: true, value: ['0010-ten.sql'] });
    expect(await migrate(test.database.owner, folder)).toEqual({ ok: true, value: [] });
    const { rows } = await test.database.owner.query(
      "select schemaname || '.' || tablename as name, tableowner as owner from pg_tables where tablename in ('a', 'b', 'c') order by 1",
    );
    expect(rows).toEqual(['a', 'b', 'c'].map((name) => ({ name: `xincheng.${name}`, owner: 'xincheng_owner' })));
  });

  it('takes other line ends for the same file, but no other change', async () => {
    write({ '0001-one.sql': 'create table a (x int);\n-- end\n' });
    expect((await migrate(test.database.owner, folder)).ok).toBe(true);
    write({ '0001-one.sql': 'create table a (x int);\r\n-- end\r\n' });
    expect(await migrate(test.database.owner, folder)).toEqual({ ok: true, value: [] });
    write({ '0001-one.sql': 'create table a (x int);\n-- END\n' });
    expect(await migrate(test.database.owner, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-changed', detail: '0001-one.sql' },
    });
  });

  it('undoes the whole of a file that fails, names the line, keeps the files before', async () => {
    write({
      '0001-one.sql': 'create table a (x int)',
      '0002-two.sql': '-- second\ncreate table b (x int);\n\n-- wrong\ninsert into nowhere values (1);',
    });
    const failed = await migrate(test.database.owner, folder);
    expect(failed).toMatchObject({
      ok: false,
      error: {
        code: 'migration-failed',
        message: expect.stringContaining('第 5 行') as string,
        detail: expect.stringContaining('0002-two.sql:5') as string,
      },
    });
    expect([await has('a'), await has('b')]).toEqual([true, false]);
    write({ '0002-two.sql': 'create table b (x int)' });
    expect(await migrate(test.database.owner, folder)).toEqual({ ok: true, value: ['0002-two.sql'] });
  });

  it('sends one statement a call, so that an index can be built beside work going on', async () => {
    write({
      '0001-one.sql': 'create table a (x int)',
      '0002-two.sql':
        '-- outside a transaction\ncreate index concurrently a_x on a (x);\ncreate index concurrently a_x2 on a (x);',
    });
    expect(await migrate(test.database.owner, folder)).toMatchObject({ ok: true });
    expect([await has('a_x'), await has('a_x2')]).toEqual([true, true]);
  });

  it('refuses a database newer than the program, late numbers, wrong names and doubled numbers', async () => {
    write({ '0001-one.sql': 'create table a (x int)', '0003-three.sql': 'create table c (x int)' });
    expect((await migrate(test.database.owner, folder)).ok).toBe(true);
    write({ '0002-two.sql': 'create table b (x int)' });
    expect(await migrate(test.database.owner, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-out-of-order', detail: '0002-two.sql' },
    });
    rmSync(join(folder, '0002-two.sql'));
    rmSync(join(folder, '0003-three.sql'));
    expect(await migrate(test.database.owner, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-unknown', detail: '0003-three.sql' },
    });
    for (const name of ['3-three.sql', '0003_three.sql', '0001-again.sql']) {
      write({ [name]: '' });
      expect(await migrate(test.database.owner, folder)).toMatchObject({ ok: false, error: { code: 'migration-misnamed' } });
      rmSync(join(folder, name));
    }
  });

  it('lets migrators that come together queue: each file is applied once', async () => {
    write({ '0001-one.sql': 'create table a (x int); select pg_sleep(0.2)', '0002-two.sql': 'create table b (x int)' });
    const others = [1, 2, 3].map(() => openDatabase({ ownerUrl: test.ownerUrl, secrets: test.secrets }));
    const outcomes = await Promise.all([test.database, ...others].map(async ({ owner }) => migrate(owner, folder)));
    await Promise.all(others.map(async (database) => database.close()));
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : [outcome.error.code])).sort()).toEqual([
      '0001-one.sql',
      '0002-two.sql',
    ]);
  });
});
