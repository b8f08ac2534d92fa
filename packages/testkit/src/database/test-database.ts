import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ensureRoles, openDatabase, withClient } from '@xincheng/store/connection';
import type { Database, DatabaseSecrets } from '@xincheng/store/connection';
import type { EmbeddedServer } from '@xincheng/store/embedded';
import { migrate, readMigrations } from '@xincheng/store/schema';
import { startTestServer } from './server.ts';

/** What kind of database a test wants. */
export interface TestDatabaseOptions {
  /** Folder of migrations, default the project's own; null for a database with roles and an empty schema. */
  readonly migrations?: string | null;
}

/** A database of one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Superuser's address. */
  readonly ownerUrl: string;
  readonly secrets: DatabaseSecrets;
  /** Pools of all roles. */
  readonly database: Database;
  /** Closes the pools, drops the database and gives the server back. */
  readonly close: () => Promise<void>;
}

const OWN_MIGRATIONS = join(dirname(dirname(dirname(import.meta.dirname))), 'store', 'migrations');
/** Raise when `ensureRoles` prepares a database differently, so that old templates are not used again. */
const PREPARED_AS = '1';
/** Templates of other branches and states of the migrations that are kept for a later run. */
const TEMPLATES_KEPT = 4;

let made = 0;

/** Gives a fresh, migrated database: a copy of a template that is made once per state of the migrations. Close it in `afterAll`. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await startTestServer();
  try {
    made += 1;
    const name = `test_${process.pid}_${made}`;
    await onServer(server, async (maintain) => {
      if (made === 1) await dropDead(maintain);
      const template = await findTemplate(
        server,
        maintain,
        options.migrations === undefined ? OWN_MIGRATIONS : options.migrations,
      );
      await maintain(`create database ${name} template ${template}`);
    });
    const ownerUrl = urlOf(server, name);
    const database = openDatabase({ ownerUrl, secrets: server.secrets });
    return { name, ownerUrl, secrets: server.secrets, database, close: async () => closeAll(server, database, name) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function closeAll(server: EmbeddedServer, database: Database, name: string): Promise<void> {
  try {
    await database.close();
    await onServer(server, async (maintain) => maintain(`drop database if exists ${name} with (force)`));
  } finally {
    await server.stop();
  }
}

type Maintain = (sql: string) => Promise<readonly { name: string }[]>;

/** Runs statements in the maintenance database, one caller at a time: templates are shared by every process of the run. */
async function onServer<T>(server: EmbeddedServer, work: (maintain: Maintain) => Promise<T>): Promise<T> {
  return withClient({ connectionString: urlOf(server, 'postgres') }, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended('xincheng/test-databases', 0))");
    return work(async (sql) => (await client.query<{ name: string }>(sql)).rows);
  });
}

function urlOf(server: EmbeddedServer, name: string): string {
  const url = new URL(server.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The template's name says what is in it; it gets that name when it is complete. */
async function findTemplate(server: EmbeddedServer, maintain: Maintain, folder: string | null): Promise<string> {
  const name = `template_${await digestOf(folder)}`;
  const templates = await maintain("select datname as name from pg_database where datname like 'template\\_%' order by oid desc");
  if (templates.some((template) => template.name === name)) return name;
  for (const old of templates.slice(TEMPLATES_KEPT)) await maintain(`drop database if exists ${old.name} with (force)`);
  const unfinished = `unfinished_${process.pid}`;
  await maintain(`drop database if exists ${unfinished} with (force)`);
  await maintain(`create database ${unfinished}`);
  await fillTemplate(urlOf(server, unfinished), server.secrets, folder);
  await maintain(`alter database ${unfinished} rename to ${name}`);
  return name;
}

async function digestOf(folder: string | null): Promise<string> {
  const hash = createHash('sha256').update(PREPARED_AS);
  if (folder !== null) {
    const files = await readMigrations(folder);
    if (!files.ok) throw new Error(`${files.error.code}: ${files.error.detail}`);
    for (const file of files.value) hash.update(`${file.name} ${file.digest}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

async function fillTemplate(ownerUrl: string, secrets: DatabaseSecrets, folder: string | null): Promise<void> {
  const roles = await ensureRoles(ownerUrl, secrets);
  if (!roles.ok) throw new Error(`${roles.error.code}: ${roles.error.detail ?? roles.error.message}`);
  if (folder === null) return;
  const database = openDatabase({ ownerUrl, secrets });
  try {
    const applied = await migrate(database.owner, folder);
    if (!applied.ok) throw new Error(`${applied.error.code}: ${applied.error.detail}`);
  } finally {
    await database.close();
  }
}

/** Databases of test processes that were killed. */
async function dropDead(maintain: Maintain): Promise<void> {
  for (const { name } of await maintain("select datname as name from pg_database where datname ~ '^(test|unfinished)_[0-9]+'")) {
    if (!isRunning(Number(name.split('_')[1]))) await maintain(`drop database if exists ${name} with (force)`);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
