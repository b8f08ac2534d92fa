/**
 * Taking a backup back into an empty installation: everything is checked before anything is written, the tables come back in one
 * transaction, and are compared with the backup before it is committed. Until then a mark keeps the platform from starting on them.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { analyzeTables, backedUpTables, copyIn, copyOut, filledTables, withTablesOpen } from '@xincheng/store/backup';
import { withTransaction } from '@xincheng/store/connection';
import type { Client, Database } from '@xincheng/store/connection';
import { readMigrations } from '@xincheng/store/schema';
import { dropFact } from '@xincheng/store/standards';
import { verifyAuditWith, writeHeadFile } from '../audit/index.ts';
import type { AuditVerification } from '../audit/index.ts';
import { factOf, noteFact, openForRestore, RESTORING } from '../platform/index.ts';
import type { Home, PlatformProblem, RestoreTarget } from '../platform/index.ts';
import { keyRingFingerprint, keysFolderOf, loadKeyRing } from '../sealing/index.ts';
import { HOME_FOLDERS } from './back-up.ts';
import type { BackupProgress } from './back-up.ts';
import { checkFiles, readManifest, schemaDifference } from './manifest.ts';
import type { BackupManifest, BackupTable } from './manifest.ts';
import { backupProblem } from './problem.ts';
import type { BackupProblem } from './problem.ts';
import { TableDigest, watched } from './table-digest.ts';

export interface RestoreOptions {
  /** The backup's folder. */
  readonly place: string;
  /** Data folder to be filled. */
  readonly home: string;
  /** A real server; null makes the embedded one. */
  readonly databaseUrl: string | null;
  readonly migrationsDir: string;
  readonly log: (line: string) => void;
  readonly onProgress?: (progress: BackupProgress) => void;
  /** Hears how to close what was opened, for who may have to break off. */
  readonly onOpen?: (close: RestoreTarget['close']) => void;
}

/** What was taken back, proven equal to the backup. */
export interface Restored {
  readonly manifest: BackupManifest;
  readonly rows: number;
  /** Where the keys are: in the backup, in the data folder before, or nowhere yet. */
  readonly keys: 'from-backup' | 'in-place' | 'absent';
  /** Faults here were in the backup: the copy is equal all the same. */
  readonly audit: AuditVerification;
}

type Problem = BackupProblem | PlatformProblem;

/** Restores. A run that broke off is simply run again. */
export async function restoreBackup(options: RestoreOptions): Promise<Result<Restored, Problem>> {
  const manifest = await fittingManifest(options);
  if (!manifest.ok) return manifest;
  const keys = await fittingKeys(options, manifest.value);
  if (!keys.ok) return keys;
  const target = await openForRestore(options);
  if (!target.ok) return target;
  options.onOpen?.(target.value.close);
  try {
    const empty = await emptyTarget(target.value);
    if (!empty.ok) return empty;
    return await fill(target.value, options, manifest.value, keys.value);
  } finally {
    await target.value.close();
  }
}

/** The list of a backup that is whole, made by a program with the same schema. Nothing was written before this is known. */
async function fittingManifest({ place, migrationsDir, onProgress }: RestoreOptions): Promise<Result<BackupManifest, Problem>> {
  const manifest = await readManifest(place);
  if (!manifest.ok) return manifest;
  const { program, migrations, files } = manifest.value;
  const known = await readMigrations(migrationsDir);
  if (!known.ok) return known;
  const difference = schemaDifference(migrations, known.value);
  if (difference !== null) return backupProblem('backup-other-version', { program, difference });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const checked = await checkFiles(place, manifest.value, (bytes) => {
    done += bytes;
    onProgress?.({ stage: 'checking', rows: 0, done, total });
  });
  return checked.ok ? manifest : checked;
}

/** Keys that lie in the data folder already must be the backup's. */
async function fittingKeys(
  { home }: RestoreOptions,
  { hasKeys, keyRing }: BackupManifest,
): Promise<Result<Restored['keys'], Problem>> {
  const ring = await loadKeyRing(keysFolderOf(home));
  if (ring.ok) return keyRingFingerprint(ring.value) === keyRing ? ok('in-place') : backupProblem('backup-other-keys');
  if (ring.error.code !== 'keys-missing') return err(ring.error);
  return ok(hasKeys ? 'from-backup' : 'absent');
}

/** Nothing there but what a restore that broke off has left. */
async function emptyTarget({ home, database }: RestoreTarget): Promise<Result<null, BackupProblem>> {
  if ((await factOf({ database }, RESTORING)) !== null) return ok(null);
  const filled = await withOwner(database, async (client) => filledTables(client, await backedUpTables(client)));
  if (filled.length > 0) return backupProblem('target-not-empty', { what: `数据库（${filled.slice(0, 3).join('、')}）` });
  for (const folder of HOME_FOLDERS)
    if ((await readdir(home[folder])).length > 0) return backupProblem('target-not-empty', { what: `数据目录 ${home[folder]} ` });
  return ok(null);
}

async function fill(
  target: RestoreTarget,
  options: RestoreOptions,
  manifest: BackupManifest,
  keys: Restored['keys'],
): Promise<Result<Restored, BackupProblem>> {
  const { home, database } = target;
  await noteFact(target, RESTORING, manifest.madeAt);
  const progress = new Progress(manifest, options.onProgress);
  for (const { path } of manifest.files.filter((file) => isOfHome(file.path, keys)))
    await restoreFile(options.place, home, path, progress);
  const audit = await fillTables(options.place, database, manifest, progress);
  if (!audit.ok) return audit;
  if (manifest.auditHead !== null) await writeHeadFile(home, manifest.auditHead);
  await analyzeTables(database.owner, manifest.tables);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return ok({ manifest, rows, keys, audit: audit.value });
}

/** All tables and the end of the mark, in one transaction: equal to the backup, or nothing. */
async function fillTables(
  place: string,
  { owner }: Database,
  { tables, auditHead }: BackupManifest,
  progress: Progress,
): Promise<Result<AuditVerification, BackupProblem>> {
  try {
    return await withTablesOpen(owner, tables, async (client) => {
      // The mark goes with the commit; the facts of the backup take its place.
      await dropFact(client, RESTORING);
      for (const table of tables) await fillTable(client, place, table, progress);
      for (const table of tables) await compareTable(client, table, progress);
      return ok(await verifyAuditWith(client, auditHead));
    });
  } catch (thrown) {
    if (thrown instanceof Difference) return backupProblem('restore-differs', { what: thrown.message });
    throw thrown;
  }
}

/** Restored content that is not the backup's: everything is rolled back. */
class Difference extends Error {}

/** A list that was made up must not lead out of the data folder. */
function isOfHome(path: string, keys: Restored['keys']): boolean {
  if (path.split('/').includes('..')) return false;
  return HOME_FOLDERS.some((folder) => path.startsWith(`${folder}/`)) || (keys === 'from-backup' && path.startsWith('keys/'));
}

async function restoreFile(place: string, home: Home, path: string, progress: Progress): Promise<void> {
  const target = join(home.root, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const look = watched((part) => progress.add(part.length, 0));
  await pipeline(createReadStream(join(place, path)), look, createWriteStream(target, { mode: 0o600, flush: true }));
  // A file that a broken run had made keeps its mode.
  await chmod(target, 0o600);
}

async function fillTable(client: Client, place: string, table: BackupTable, progress: Progress): Promise<void> {
  const look = watched((part) => progress.add(part.length, 0));
  await pipeline(createReadStream(join(place, table.path)), createGunzip(), look, copyIn(client, table));
  progress.add(0, table.rows);
}

async function compareTable(client: Client, table: BackupTable, progress: Progress): Promise<void> {
  const digest = new TableDigest();
  for await (const part of copyOut(client, table) as AsyncIterable<Buffer>) {
    digest.add(part);
    progress.add(part.length, 0);
  }
  if (digest.rows !== table.rows || digest.content() !== table.content)
    throw new Difference(`表 ${table.name}：备份 ${String(table.rows)} 行，恢复 ${String(digest.rows)} 行`);
}

/** Tables are written and read again, so their bytes count twice. */
class Progress {
  readonly #tell: (progress: BackupProgress) => void;
  readonly #total: number;
  #done = 0;
  #rows = 0;

  constructor({ tables, files }: BackupManifest, tell: (progress: BackupProgress) => void = () => undefined) {
    const ofTables = tables.reduce((sum, { textBytes }) => sum + textBytes, 0);
    const ofFiles = files.filter(({ path }) => !path.startsWith('tables/')).reduce((sum, { bytes }) => sum + bytes, 0);
    this.#total = 2 * ofTables + ofFiles;
    this.#tell = tell;
  }

  add(bytes: number, rows: number): void {
    this.#done += bytes;
    this.#rows += rows;
    this.#tell({ stage: 'restoring', rows: this.#rows, done: this.#done, total: this.#total });
  }
}

function withOwner<T>({ owner }: Database, work: (client: Client) => Promise<T>): Promise<T> {
  return withTransaction(owner, { actor: 'xincheng', scope: 'all' }, work);
}
