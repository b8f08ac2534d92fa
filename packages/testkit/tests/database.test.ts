import { withClient } from '@xincheng/store/connection';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, testDatabase } from '../src/database/index.ts';
import type { TestDatabase } from '../src/database/index.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open: TestDatabase[] = [];
afterAll(async () => {
  for (const test of open) await test.close();
});

async function make(migrations?: null): Promise<TestDatabase> {
  const test = await testDatabase(migrations === undefined ? {} : { migrations });
  open.push(test);
  return test;
}

describe('testDatabase', () => {
  it('gives each caller a migrated database of its own on one server', async () => {
    const [one, two] = await Promise.all([make(), make()]);
    expect(new URL(one.ownerUrl).port).toBe(new URL(two.ownerUrl).port);
    await one.database.owner.query(
      "insert into unit (id, name, uscc, kind, is_synthetic_code) values ('u', '样例单位', '11370112MB2850012A', 'department', true)",
    );
    const count = async (test: TestDatabase): Promise<unknown> =>
      (await test.database.app.query<{ n: bigint }>('select count(*) as n from unit')).rows[0]?.n;
    expect([await count(one), await count(two)]).toEqual([1n, 0n]);
  });

  it('gives an empty schema when asked', async () => {
    const { database } = await make(null);
    expect((await database.owner.query("select tablename from pg_tables where schemaname = 'xincheng'")).rows).toEqual([]);
  });

  it('leaves no database behind, and keeps the server while another uses it', async () => {
    const server = await startTestServer();
    const test = await testDatabase();
    await test.close();
    const names = await withClient(
      { connectionString: server.ownerUrl },
      async (client) => (await client.query<{ name: string }>('select datname as name from pg_database')).rows,
    );
    expect(names.map(({ name }) => name)).not.toContain(test.name);
    expect(names.some(({ name }) => name.startsWith('template_'))).toBe(true);
    await server.stop();
  });
});
