import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import pg from 'pg';
import { ROLES, SCHEMA, urlAs } from './names.ts';
import type { DatabaseSecrets } from './secrets.ts';
import { hasChineseTrigrams, OLDEST_SERVER } from './server-checks.ts';

const LOGINS = ['app', 'importer', 'portal'] as const;

/** Why a database cannot be used. */
export type RolesCode =
  | 'database-unreachable'
  | 'server-too-old'
  | 'encoding-not-utf8'
  | 'chinese-search-unavailable'
  | 'roles-not-permitted'
  | 'role-too-powerful';

/** Code, one Chinese sentence, and where an administrator must act the statements to run. */
export interface RolesProblem {
  readonly code: RolesCode;
  readonly message: string;
  readonly detail?: string;
}

/**
 * Sees that server, database and roles are as the schema needs them, and makes what is missing: roles, their passwords, the schema,
 * rights on the database, its time zone. May be run at every start and by several processes at once.
 */
export async function ensureRoles(
  ownerUrl: string,
  secrets: Pick<DatabaseSecrets, 'app' | 'importer' | 'portal'>,
): Promise<Result<null, RolesProblem>> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'xincheng-setup',
    connectionTimeoutMillis: 15_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return err({
      code: 'database-unreachable',
      message: '无法连接数据库：请检查 XINCHENG_DATABASE_URL 的地址、端口、用户名和口令。',
      detail: wordsOf(error),
    });
  }
  try {
    const unfit = await findUnfit(client);
    if (unfit !== null) return err(unfit);
    return await prepare(client, ownerUrl, secrets);
  } finally {
    await client.end();
  }
}

async function findUnfit(client: pg.Client): Promise<RolesProblem | null> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < OLDEST_SERVER)
    return { code: 'server-too-old', message: `数据库服务器是 PostgreSQL ${major}，需要 ${OLDEST_SERVER} 或更高版本。` };
  if (rows[0]?.encoding !== 'UTF8')
    return { code: 'encoding-not-utf8', message: `数据库编码是 ${rows[0]?.encoding ?? ''}，必须为 UTF8：请另建数据库。` };
  return null;
}

async function prepare(
  client: pg.Client,
  ownerUrl: string,
  secrets: Pick<DatabaseSecrets, 'app' | 'importer' | 'portal'>,
): Promise<Result<null, RolesProblem>> {
  // Roles belong to the whole server, and two sessions changing one at the same time fail; the lock holds within one database only,
  // hence also the second try.
  await client.query("select pg_advisory_lock(hashtextextended('xincheng/roles', 0))");
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createRoles(client, ownerUrl, secrets);
      await prepareDatabase(client);
      if (await hasChineseTrigrams(client)) break;
      return err({
        code: 'chinese-search-unavailable',
        message: '该数据库不能检索中文名称（pg_trgm 对中文不起作用）：请用 C.UTF-8 或 zh_CN.UTF-8 的字符分类另建数据库。',
      });
    } catch (error) {
      const code = sqlState(error);
      if (code === '42501')
        return err({
          code: 'roles-not-permitted',
          message: '数据库用户没有建立角色或授权的权限：请由数据库管理员执行详情中的语句后重试。',
          detail: `${administratorStatements(ownerUrl)}\n${wordsOf(error)}`,
        });
      const isRace = code === 'XX000' || code === '23505' || code === '42710' || code === '42P06';
      if (!isRace || attempt > 5) throw error;
    }
  }
  const powerful = await findPowerful(client);
  return powerful === null ? ok(null) : err(powerful);
}

async function createRoles(
  client: pg.Client,
  ownerUrl: string,
  secrets: Pick<DatabaseSecrets, 'app' | 'importer' | 'portal'>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; hasPath: boolean }>(
    `select rolname as name, exists (select from unnest(rolconfig) setting where setting like 'search_path=%') as "hasPath"
      from pg_roles where rolname = any ($1)`,
    [Object.values(ROLES)],
  );
  const existing = new Set(rows.map((row) => row.name));
  // Looked at by itself: a start that was killed may have made the role and no more.
  const complete = new Set(rows.filter((row) => row.hasPath).map((row) => row.name));
  if (!existing.has(ROLES.owner)) await client.query(`create role ${ROLES.owner} nologin`);
  // Since version 16 the maker of a role is its member without being able to become it.
  const { rows: membership } = await client.query<{ canBecome: boolean }>(
    `select pg_has_role('${ROLES.owner}', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as "canBecome"`,
  );
  if (membership[0]?.canBecome !== true) await client.query(`grant ${ROLES.owner} to current_user`);
  for (const login of LOGINS) {
    const role = ROLES[login];
    if (!existing.has(role)) await client.query(`create role ${role} login password '${verifierOf(secrets[login])}'`);
    else if (!(await canLogIn(urlAs(ownerUrl, role, secrets[login]))))
      await client.query(`alter role ${role} login password '${verifierOf(secrets[login])}'`);
    if (!complete.has(role)) await client.query(`alter role ${role} set search_path = ${SCHEMA}`);
  }
}

/** A password that already works is left alone, so an ordinary start changes nothing. */
async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Only a wrong password (28P01) or a role without login (28000) is a reason to change the role.
    if (['28P01', '28000'].includes(sqlState(error))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepareDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; zone: string | null; rights: boolean; schema: boolean }>(`
    select quote_ident(d.datname) as name,
      (select s from pg_db_role_setting r, unnest(r.setconfig) s where r.setdatabase = d.oid and r.setrole = 0 and lower(s) like 'timezone=%') as zone,
      has_database_privilege('${ROLES.owner}', d.oid, 'create') as rights,
      exists (select from pg_namespace where nspname = '${SCHEMA}') as schema
    from pg_database d where d.datname = current_database()`);
  const found = rows[0];
  if (found === undefined) throw new Error('the database does not know itself');
  // Days are made by an explicit zone everywhere; this is for people at a prompt and for workers that session settings do not reach.
  if (found.zone === null) await client.query(`alter database ${found.name} set timezone = 'Asia/Shanghai'`);
  if (!found.rights) await client.query(`grant connect, create, temporary on database ${found.name} to ${ROLES.owner}`);
  if (!found.schema) await client.query(`create schema ${SCHEMA} authorization ${ROLES.owner}`);
  await client.query(`grant connect on database ${found.name} to ${ROLES.app}, ${ROLES.importer}, ${ROLES.portal}`);
  await client.query(`grant usage on schema ${SCHEMA} to ${ROLES.app}, ${ROLES.importer}, ${ROLES.portal}`);
}

/** Row-level security is only as good as the roles: one that owns tables, bypasses policies or may become another makes it void. */
async function findPowerful(client: pg.Client): Promise<RolesProblem | null> {
  const { rows } = await client.query<{ name: string; why: string }>(
    `select r.rolname as name, concat_ws(', ',
        case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
        case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
        case when exists (select from pg_auth_members m where m.member = r.oid) then 'member of another role' end,
        case when exists (select from pg_class c where c.relowner = r.oid and c.relpersistence <> 't') then 'owns tables' end) as why
      from pg_roles r where r.rolname = any ($1)`,
    [LOGINS.map((login) => ROLES[login])],
  );
  const bad = rows.filter((row) => row.why !== '');
  if (bad.length === 0) return null;
  return {
    code: 'role-too-powerful',
    message: '数据库角色的权限超出了规定，行级隔离将失去作用，拒绝启动：请由数据库管理员收回详情中所列权限。',
    detail: bad.map((row) => `${row.name}: ${row.why}`).join('\n'),
  };
}

function administratorStatements(ownerUrl: string): string {
  const { username, pathname } = new URL(ownerUrl);
  const database = pg.escapeIdentifier(decodeURIComponent(pathname.slice(1)));
  const all = [ROLES.app, ROLES.importer, ROLES.portal].join(', ');
  return [
    `create role ${ROLES.owner} nologin;`,
    `grant ${ROLES.owner} to ${pg.escapeIdentifier(decodeURIComponent(username))};`,
    ...LOGINS.map((login) => `create role ${ROLES[login]} login password '…';  -- as "${login}" in keys/database.json`),
    ...LOGINS.map((login) => `alter role ${ROLES[login]} set search_path = ${SCHEMA};`),
    `grant connect, create, temporary on database ${database} to ${ROLES.owner};`,
    `grant connect on database ${database} to ${all};`,
    `create schema ${SCHEMA} authorization ${ROLES.owner};`,
    `grant usage on schema ${SCHEMA} to ${all};`,
    `alter database ${database} set timezone = 'Asia/Shanghai';`,
  ].join('\n');
}

/** SCRAM-SHA-256 verifier (RFC 5803): the server and its logs never see the password itself. Passwords are ASCII, so SASLprep is idle. */
function verifierOf(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Never the URL: it holds the password. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
