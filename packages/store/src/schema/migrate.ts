/**
 * Applies the migrations: plain SQL files `NNNN-name.sql`, in order, each once.
 *
 * A runner of our own. node-pg-migrate was tried: it sends a file as one call (a distributed server wants one statement a call, and
 * `create index concurrently` cannot run so), and an applied file that was changed later goes unnoticed.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type pg from 'pg';
import { SCHEMA } from '../connection/index.ts';
import { splitStatements } from './split.ts';

/** Why migrations were refused or stopped. */
export type MigrationCode =
  'migration-misnamed' | 'migration-changed' | 'migration-unknown' | 'migration-out-of-order' | 'migration-failed';

/** Code, one Chinese sentence, and the place. */
export interface MigrationProblem {
  readonly code: MigrationCode;
  readonly message: string;
  readonly detail: string;
}

/** A migration file as read. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** A file whose first line is this comment runs statement by statement without a transaction (`create index concurrently`). */
const NO_TRANSACTION = '-- outside a transaction';

const REGISTER = `
  create table if not exists ${SCHEMA}.schema_migration (
    name text primary key,
    digest text not null,
    applied_at timestamptz not null
  )`;

/** Reads the files of a folder in order; 'NNNN-name.sql' and no number twice, everything else is refused. */
export async function readMigrations(folder: string): Promise<Result<readonly MigrationFile[], MigrationProblem>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files: MigrationFile[] = [];
  for (const [index, name] of names.entries()) {
    const isRight = /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name) && name.slice(0, 5) !== names[index - 1]?.slice(0, 5);
    if (!isRight)
      return err({ code: 'migration-misnamed', message: `数据库升级文件 ${name} 的名称不合规定，或编号重复。`, detail: name });
    // Line ends are evened out: a checkout on another system must not look like a changed file.
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    files.push({ name, sql, digest: createHash('sha256').update(sql).digest('hex') });
  }
  return ok(files);
}

/**
 * Brings the schema up to date; gives the names of the files applied now. Each file is one transaction. Several processes may call
 * it at once: they queue. Refused: an applied file that was changed, one that is gone (the database is newer than the program), and
 * a new file numbered below an applied one.
 */
export async function migrate(owner: pg.Pool, folder: string): Promise<Result<readonly string[], MigrationProblem>> {
  const files = await readMigrations(folder);
  if (!files.ok) return files;
  const client = await owner.connect();
  let isSound = false;
  try {
    await client.query("select pg_advisory_lock(hashtextextended('xincheng/migrate', 0))");
    const outcome = await applyMissing(client, files.value);
    await client.query("select pg_advisory_unlock(hashtextextended('xincheng/migrate', 0))");
    isSound = true;
    return outcome;
  } finally {
    // Closing the connection also gives the lock back.
    client.release(!isSound);
  }
}

async function applyMissing(
  client: pg.PoolClient,
  files: readonly MigrationFile[],
): Promise<Result<readonly string[], MigrationProblem>> {
  const { rows: there } = await client.query('select from pg_tables where schemaname = $1 and tablename = $2', [
    SCHEMA,
    'schema_migration',
  ]);
  if (there.length === 0) {
    // One message is one transaction.
    await client.query(
      `${REGISTER}; comment on table ${SCHEMA}.schema_migration is 'Which migration files were applied, when, and their SHA-256.'`,
    );
  }
  const { rows: applied } = await client.query<{ name: string; digest: string }>(
    `select name, digest from ${SCHEMA}.schema_migration order by name collate "C"`,
  );
  const refusal = compare(files, applied);
  if (refusal !== null) return err(refusal);
  const done: string[] = [];
  for (const file of files.slice(applied.length)) {
    const problem = await apply(client, file);
    if (problem !== null) return err(problem);
    done.push(file.name);
  }
  return ok(done);
}

/** Applied files must be the first of the folder, unchanged. */
function compare(files: readonly MigrationFile[], applied: readonly { name: string; digest: string }[]): MigrationProblem | null {
  for (const [index, row] of applied.entries()) {
    const file = files.find(({ name }) => name === row.name);
    if (file === undefined)
      return {
        code: 'migration-unknown',
        message: `数据库已执行升级 ${row.name}，而本程序没有这一文件：数据库比程序新，请升级程序。`,
        detail: row.name,
      };
    if (file.digest !== row.digest)
      return {
        code: 'migration-changed',
        message: `已执行过的数据库升级文件 ${row.name} 内容被改动：请恢复原文件，另写新的升级文件。`,
        detail: row.name,
      };
    const expected = files[index];
    if (expected?.name !== row.name) {
      return {
        code: 'migration-out-of-order',
        message: `升级文件 ${expected?.name ?? ''} 的编号排在已执行的文件之前：请改用更大的编号。`,
        detail: expected?.name ?? '',
      };
    }
  }
  return null;
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<MigrationProblem | null> {
  const isTransaction = !file.sql.startsWith(NO_TRANSACTION);
  let line = 1;
  try {
    if (isTransaction) await client.query('begin');
    for (const statement of splitStatements(file.sql)) {
      line = statement.line;
      await client.query(statement.text);
    }
    await client.query(
      `insert into ${SCHEMA}.schema_migration (name, digest, applied_at) values ($1, $2, statement_timestamp())`,
      [file.name, file.digest],
    );
    if (isTransaction) await client.query('commit');
    return null;
  } catch (error) {
    if (isTransaction) await client.query('rollback');
    const said = error instanceof Error ? error.message : String(error);
    const state = isTransaction ? '该文件的改动已全部撤回' : '该文件不在事务中执行，此前的语句已生效';
    return {
      code: 'migration-failed',
      message: `数据库升级 ${file.name} 第 ${line} 行的语句执行失败，${state}。`,
      detail: `${file.name}:${line}: ${said}`,
    };
  }
}
