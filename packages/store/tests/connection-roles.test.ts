/** Roles belong to the whole server, so these tests have servers of their own: the embedded one and, where installed, a real one. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { databaseSecrets, ensureRoles, openDatabase, withClient, withTransaction } from '../src/connection/index.ts';
import type { EmbeddedServer } from '../src/embedded/index.ts';
import { Workshop } from './_embedded.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workshop = new Workshop();
afterAll(async () => workshop.clear());

const DEBIAN = '/usr/lib/postgresql';
const REAL = existsSync(DEBIAN)
  ? readdirSync(DEBIAN).filter((major) => Number(major) >= 15 && existsSync(join(DEBIAN, major, 'bin', 'postgres')))
  : [];
const SERVERS: readonly (readonly [string, string])[] = [
  ['the embedded server', 'auto'],
  ...REAL.map((major) => [`PostgreSQL ${major} of this machine`, join(DEBIAN, major)] as const),
];

function inDatabase(server: EmbeddedServer, name: string): string {
  const url = new URL(server.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(url: string, ...statements: string[]): Promise<void> {
  await withClient({ connectionString: url }, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

describe.each(SERVERS)('%s', (_, binaries) => {
  let server: EmbeddedServer;

  it('gets its roles once, also from several processes at once, and every later run changes nothing', async () => {
    server = await workshop.start(workshop.folder(), { binaries });
    const { ownerUrl, secrets } = server;
    const outcomes = await Promise.all([1, 2, 3, 4].map(async () => ensureRoles(ownerUrl, secrets)));
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: null })));
    const roles = async (): Promise<unknown> =>
      withClient(
        { connectionString: ownerUrl },
        async (client) =>
          (
            await client.query<Record<string, unknown>>(
              "select rolname, rolcanlogin, rolpassword, xmin::text from pg_authid where rolname like 'xincheng%' order by 1",
            )
          ).rows,
      );
    const before = await roles();
    expect(before).toMatchObject([
      { rolname: 'xincheng_app', rolcanlogin: true, rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) as string },
      { rolname: 'xincheng_importer', rolcanlogin: true },
      { rolname: 'xincheng_owner', rolcanlogin: false, rolpassword: null },
      { rolname: 'xincheng_portal', rolcanlogin: true },
    ]);
    expect(await ensureRoles(ownerUrl, secrets)).toMatchObject({ ok: true });
    expect(await roles()).toEqual(before);
  });

  it('finishes roles that a killed start left half-made', async () => {
    const { ownerUrl, secrets } = server;
    await run(ownerUrl, 'alter role xincheng_importer reset search_path');
    expect(await ensureRoles(ownerUrl, secrets)).toMatchObject({ ok: true });
    const database = openDatabase({ ownerUrl, secrets });
    try {
      const { rows } = await database.importer.query("select current_setting('search_path') as path");
      expect(rows).toEqual([{ path: 'xincheng' }]);
    } finally {
      await database.close();
    }
  });

  it('opens its pools, with an address that carries settings of its own', async () => {
    const database = openDatabase({ ownerUrl: `${server.ownerUrl}?options=-c%20geqo%3Doff`, secrets: server.secrets });
    try {
      const { rows } = await database.owner.query(
        "select current_user as who, current_setting('geqo') as geqo, current_setting('search_path') as path",
      );
      expect(rows).toEqual([{ who: 'xincheng_owner', geqo: 'off', path: 'xincheng,public' }]);
      const zone = await withTransaction(
        database.app,
        { actor: 'x', scope: 'none' },
        async (tx) => (await tx.query<{ TimeZone: string }>('show timezone')).rows[0]?.TimeZone,
      );
      expect(zone).toBe('Asia/Shanghai');
    } finally {
      await database.close();
    }
  });

  it('takes new passwords when the old file was replaced', async () => {
    const other = await databaseSecrets(workshop.folder());
    expect(other.app).not.toBe(server.secrets.app);
    expect(await ensureRoles(server.ownerUrl, other)).toMatchObject({ ok: true });
    const database = openDatabase({ ownerUrl: server.ownerUrl, secrets: other });
    expect((await database.app.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(await ensureRoles(server.ownerUrl, server.secrets)).toMatchObject({ ok: true });
  });

  it('refuses roles that could step round row-level security', async () => {
    await run(server.ownerUrl, 'alter role xincheng_app bypassrls');
    const refused = await ensureRoles(server.ownerUrl, server.secrets);
    expect(refused).toMatchObject({ ok: false, error: { code: 'role-too-powerful', detail: 'xincheng_app: bypassrls' } });
    await run(server.ownerUrl, 'alter role xincheng_app nobypassrls', 'grant xincheng_owner to xincheng_portal');
    const member = await ensureRoles(server.ownerUrl, server.secrets);
    expect(member).toMatchObject({
      ok: false,
      error: { code: 'role-too-powerful', detail: 'xincheng_portal: member of another role' },
    });
    await run(server.ownerUrl, 'revoke xincheng_owner from xincheng_portal');
    expect(await ensureRoles(server.ownerUrl, server.secrets)).toMatchObject({ ok: true });
  });

  it('refuses databases that cannot hold or find Chinese', async () => {
    await run(
      server.ownerUrl,
      "create database ascii encoding 'SQL_ASCII' locale 'C' template template0",
      "create database plain encoding 'UTF8' locale 'C' template template0",
    );
    expect(await ensureRoles(inDatabase(server, 'ascii'), server.secrets)).toMatchObject({
      ok: false,
      error: { code: 'encoding-not-utf8' },
    });
    const plain = await ensureRoles(inDatabase(server, 'plain'), server.secrets);
    expect(plain).toMatchObject({
      ok: false,
      error: { code: 'chinese-search-unavailable', message: expect.stringContaining('中文') as string },
    });
  });

  it('names an unreachable database without telling the password', async () => {
    const refused = await ensureRoles('postgres://postgres:geheim@127.0.0.1:1/xincheng', server.secrets);
    expect(refused).toMatchObject({ ok: false, error: { code: 'database-unreachable' } });
    expect(JSON.stringify(refused)).not.toContain('geheim');
  });

  it('works for an owner of the database who is no superuser, and tells one without rights what the administrator must run', async () => {
    await run(
      server.ownerUrl,
      "create role keeper login password 'k' createrole",
      'create database kept owner keeper',
      "create role guest login password 'g'",
      'create database hosted',
    );
    // As on a managed server, where our roles are not there yet.
    await dropRoles(server.ownerUrl);
    const asGuest = inDatabase(server, 'hosted').replace(/\/\/[^@]+@/, '//guest:g@');
    const refused = await ensureRoles(asGuest, server.secrets);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'roles-not-permitted', detail: expect.stringContaining('create role xincheng_app login') as string },
    });

    const asKeeper = inDatabase(server, 'kept').replace(/\/\/[^@]+@/, '//keeper:k@');
    expect(await ensureRoles(asKeeper, server.secrets)).toEqual({ ok: true, value: null });
    const database = openDatabase({ ownerUrl: asKeeper, secrets: server.secrets });
    await database.owner.query('create table mine (x int)');
    await expect(database.app.query('select * from mine')).rejects.toMatchObject({ code: '42501' });
    await database.close();
  });
});

async function dropRoles(url: string): Promise<void> {
  for (const role of ['xincheng_app', 'xincheng_importer', 'xincheng_portal', 'xincheng_owner']) {
    await run(url, `drop owned by ${role} cascade`);
    for (const database of ['plain']) await run(url.replace(/\/xincheng$/, `/${database}`), `drop owned by ${role} cascade`);
    await run(url, `drop role ${role}`);
  }
}
