import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginAs, openDatabase, withClient, withTransaction } from '../src/connection/index.ts';
import type { Identity } from '../src/connection/index.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase({ migrations: null });
  const { owner } = test.database;
  await owner.query(
    "create table note (id int primary key, unit_id text not null, subject_key text not null, text text not null default '')",
  );
  await owner.query('alter table note enable row level security');
  await owner.query('alter table note force row level security');
  await owner.query('create policy note_owner on note to xincheng_owner using (true)');
  await owner.query(`create policy note_unit on note to xincheng_app using (current_setting('app.scope', true) = 'all'
    or (current_setting('app.scope', true) = 'units' and unit_id = any (string_to_array(current_setting('app.units', true), ',')))
    or (current_setting('app.scope', true) = 'subject' and subject_key = any (string_to_array(current_setting('app.subjects', true), ','))))`);
  await owner.query('grant select, insert on note to xincheng_app');
  await owner.query("insert into note (id, unit_id, subject_key) values (1, 'a', 's1'), (2, 'b', 's1'), (3, 'a', 's2')");
});

afterAll(async () => test.close());

async function idsSeenBy(identity: Identity): Promise<number[]> {
  return withTransaction(test.database.app, identity, async (tx) => {
    const { rows } = await tx.query<{ id: number }>('select id from note order by id');
    return rows.map(({ id }) => id);
  });
}

describe('column types', () => {
  it('keeps days as text, big integers and numerics exact, instants as Date', async () => {
    const { rows } = await test.database.app
      .query(`select date '2021-07-15' as day, array[date '2021-07-15', null] as days, 9007199254740993::int8 as big,
      array[9007199254740993::int8, null] as bigs, 12.500000::numeric as exact, timestamptz '2021-07-15 08:00+08' as instant, count(*) as counted, '{"a": 1}'::jsonb as json from note where false`);
    expect(rows[0]).toEqual({
      day: '2021-07-15',
      days: ['2021-07-15', null],
      big: 9_007_199_254_740_993n,
      bigs: [9_007_199_254_740_993n, null],
      exact: '12.500000',
      instant: new Date('2021-07-15T00:00:00Z'),
      counted: 0n,
      json: { a: 1 },
    });
  });
});

describe('identity', () => {
  it.each<[string, Identity, number[]]>([
    ['one unit', { actor: 'x', scope: 'units', units: ['a'] }, [1, 3]],
    ['two units', { actor: 'x', scope: 'units', units: ['a', 'b'] }, [1, 2, 3]],
    ['units without any', { actor: 'x', scope: 'units' }, []],
    ['a subject', { actor: 'x', scope: 'subject', subjects: ['s1'] }, [1, 2]],
    ['all', { actor: 'x', scope: 'all' }, [1, 2, 3]],
    ['none', { actor: 'x', scope: 'none', units: ['a'], subjects: ['s1'] }, []],
  ])('%s', async (_, identity, ids) => {
    expect(await idsSeenBy(identity)).toEqual(ids);
  });

  it('sees nothing when unset, and nothing is left over for the next user of the connection', async () => {
    const client = await test.database.app.connect();
    try {
      const count = async (): Promise<unknown> =>
        (await client.query<{ n: bigint }>('select count(*) as n from note')).rows[0]?.n;
      expect(await count()).toBe(0n);
      await beginAs(client, { actor: 'x', scope: 'all' });
      expect(await count()).toBe(3n);
      await client.query('commit');
      expect(await count()).toBe(0n);
      await beginAs(client, { actor: 'y', scope: 'units' });
      expect(await count()).toBe(0n);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });

  it('carries any text to the database unchanged', async () => {
    let withQuotes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0')),
        fc.string({ unit: fc.constantFrom("'", '\\', '"', ';', '$', 'a', '中', '%', ' ') }),
        async (any, hostile) => {
          const actor = `${any}${hostile}`;
          const unit = hostile === '' ? 'u' : hostile;
          if (/['\\]/.test(actor)) withQuotes += 1;
          const seen = await withTransaction(test.database.app, { actor, scope: 'units', units: [unit, 'z'] }, async (tx) => {
            const { rows } = await tx.query<{ actor: string; units: string }>(
              "select current_setting('app.actor') as actor, current_setting('app.units') as units",
            );
            return rows[0];
          });
          expect(seen).toEqual({ actor, units: `${unit},z` });
        },
      ),
      { numRuns: 200 },
    );
    expect(withQuotes).toBeGreaterThan(50);
  });

  it.each<[string, Identity]>([
    ['a comma in a unit', { actor: 'x', scope: 'units', units: ['a,b'] }],
    ['an empty unit', { actor: 'x', scope: 'units', units: [''] }],
    ['a comma in a subject', { actor: 'x', scope: 'subject', subjects: ['s1,s2'] }],
    ['no actor', { actor: '', scope: 'all' }],
    ['a zero byte', { actor: 'a\0b', scope: 'all' }],
    ['an unknown scope', { actor: 'x', scope: "all'; --" as 'all' }],
    ['a day that is none', { actor: 'x', scope: 'all', today: '2021/7/15' }],
  ])('refuses %s before it asks the database', async (_, identity) => {
    await expect(idsSeenBy(identity)).rejects.toThrow();
    expect(test.database.app.idleCount).toBe(test.database.app.totalCount);
  });
});

describe('transactions', () => {
  const all: Identity = { actor: 'x', scope: 'all' };
  const add = "insert into note (id, unit_id, subject_key) values ($1, 'c', 's3')";

  it('commits what returns and undoes what throws', async () => {
    expect(await withTransaction(test.database.app, all, async (tx) => (await tx.query(add, [10])).rowCount)).toBe(1);
    await expect(
      withTransaction(test.database.app, all, async (tx) => {
        await tx.query(add, [11]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await idsSeenBy({ actor: 'x', scope: 'units', units: ['c'] })).toEqual([10]);
  });

  it('does not take a swallowed failure for success', async () => {
    const careless = withTransaction(test.database.app, all, async (tx) => {
      await tx.query(add, [12]);
      await tx.query(add, [12]).catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('rolled back');
    expect(await idsSeenBy({ actor: 'x', scope: 'units', units: ['c'] })).toEqual([10]);
  });

  it('throws a broken connection away', async () => {
    const { app } = test.database;
    const broken = withTransaction(app, all, async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await withClient({ connectionString: test.ownerUrl }, async (client) =>
        client.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
      );
      await tx.query('select 1');
    });
    await expect(broken).rejects.toThrow();
    expect(await idsSeenBy({ actor: 'x', scope: 'units', units: ['c'] })).toEqual([10]);
  });
});

describe('pools', () => {
  it('run each as its role; the owner pool makes objects of the owner role', async () => {
    const { app, importer, portal, owner } = test.database;
    const who = async (pool: typeof app): Promise<unknown> =>
      (await pool.query<{ who: string }>('select current_user as who')).rows[0]?.who;
    expect(await Promise.all([app, importer, portal, owner].map(who))).toEqual([
      'xincheng_app',
      'xincheng_importer',
      'xincheng_portal',
      'xincheng_owner',
    ]);
    const { rows } = await app.query("select tableowner from pg_tables where schemaname = 'xincheng' and tablename = 'note'");
    expect(rows).toEqual([{ tableowner: 'xincheng_owner' }]);
  });

  it.each([
    'create table xincheng.mine (x int)',
    'create schema mine',
    'set role xincheng_owner',
    'set row_security = off; select * from note',
    'update note set text = 1::text',
    'alter table note disable row level security',
    'drop policy note_unit on note',
  ])('lets the app not: %s', async (sql) => {
    await expect(test.database.app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('stop a statement and a transaction that take too long', async () => {
    const hasty = openDatabase({
      ownerUrl: test.ownerUrl,
      secrets: test.secrets,
      statementTimeoutMs: 100,
      idleInTransactionTimeoutMs: 100,
    });
    try {
      await expect(hasty.app.query('select pg_sleep(2)')).rejects.toMatchObject({ code: '57014' });
      const dawdling = withTransaction(hasty.app, { actor: 'x', scope: 'none' }, async (tx) => {
        await new Promise((resolve) => {
          setTimeout(resolve, 300);
        });
        await tx.query('select 1');
      });
      await expect(dawdling).rejects.toThrow();
    } finally {
      await hasty.close();
    }
  });
});
