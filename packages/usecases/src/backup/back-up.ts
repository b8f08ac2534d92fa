/**
 * A backup: every table as of one instant and every received file, while the service goes on. It gets its name when it is whole and on
 * the disk. Received files stay sealed as they are; the keys are left out unless they are asked for.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { chainHead } from '@xincheng/store/audit';
import { appliedMigrations, backedUpTables, copyOut, keptFileHashes } from '@xincheng/store/backup';
import type { BackedUpTable } from '@xincheng/store/backup';
import { withSnapshot, withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { serverVersion } from '@xincheng/store/standards';
import { headOf, writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { isUnfinishedCopy } from '../intake/kept-file.ts';
import type { Platform } from '../platform/index.ts';
import { keyRingFingerprint } from '../sealing/index.ts';
import { FORMAT, writeManifest } from './manifest.ts';
import type { BackupFile, BackupManifest, BackupTable } from './manifest.ts';
import { backupProblem } from './problem.ts';
import type { BackupProblem } from './problem.ts';
import { TableDigest, watched } from './table-digest.ts';

export interface BackupProgress {
  readonly stage: 'saving' | 'checking' | 'restoring';
  readonly rows: number;
  /** Bytes done, and of how many, roughly. */
  readonly done: number;
  readonly total: number;
}

export interface BackupOptions {
  /** Folder that is made. */
  readonly place: string;
  /** Version of the program. */
  readonly program: string;
  readonly withKeys?: boolean;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/** Folders of the home that are part of a backup. */
export const HOME_FOLDERS = ['files', 'batches'] as const;
const KEYS = 'keys/keys.json';
/** Quick rather than small: the text shrinks to a quarter all the same. */
const GZIP_LEVEL = 1;

/** Makes a backup. What breaks off leaves no folder of that name. That it was made is an event of its own, behind what is in it. */
export async function backUp(
  platform: Platform,
  context: ActContext,
  options: BackupOptions,
): Promise<Result<BackupManifest, BackupProblem>> {
  const { place } = options;
  if (context.actor.scope !== 'all') return backupProblem('backup-office-only');
  if (existsSync(place)) return backupProblem('backup-exists', { place });
  const part = `${place}.${randomBytes(6).toString('hex')}.part`;
  try {
    const manifest = await new Writer(platform, part, options).write(context.now);
    await rename(part, place);
    await syncFolder(dirname(place));
    await noteBackup(platform, context, manifest);
    return ok(manifest);
  } catch (thrown) {
    await rm(part, { recursive: true, force: true });
    // A full disk, a missing folder, a lost right.
    if (thrown instanceof Error && 'syscall' in thrown) return backupProblem('backup-place', { place, reason: thrown.message });
    throw thrown;
  }
}

/** A copy of everything left the house. */
async function noteBackup(platform: Platform, context: ActContext, manifest: BackupManifest): Promise<void> {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    writeAct(client, context, {
      act: 'backup.make',
      objectKind: 'backup',
      objectId: manifest.madeAt,
      unitId: null,
      details: { tables: manifest.tables.length, rows, files: manifest.files.length, hasKeys: manifest.hasKeys },
    }),
  );
}

class Writer {
  readonly #platform: Platform;
  readonly #folder: string;
  readonly #options: BackupOptions;
  readonly #files: BackupFile[] = [];
  #rows = 0;
  #done = 0;
  #total = 0;

  constructor(platform: Platform, folder: string, options: BackupOptions) {
    this.#platform = platform;
    this.#folder = folder;
    this.#options = options;
  }

  async write(now: Date): Promise<BackupManifest> {
    const { pack, keys } = this.#platform;
    const { program, withKeys = false } = this.#options;
    await mkdir(this.#folder, { mode: 0o700 });
    await mkdir(join(this.#folder, 'tables'), { mode: 0o700 });
    const { kept, ...saved } = await withSnapshot(this.#platform.database.owner, (client) => this.#saveDatabase(client));
    // Behind the snapshot: a file more than the tables know does no harm, and none goes.
    const names = await this.#saveHome();
    if (withKeys) await this.#saveFile(join(this.#platform.home.keys, 'keys.json'), KEYS);
    const manifest = {
      format: FORMAT,
      program,
      madeAt: now.toISOString(),
      district: pack.district.id,
      standardsDigest: pack.digest,
      ...saved,
      files: this.#files,
      missing: kept.filter((sha256) => !names.has(sha256)),
      hasKeys: withKeys,
      keyRing: keyRingFingerprint(keys),
    };
    await writeManifest(this.#folder, manifest);
    await syncFolder(this.#folder);
    return manifest;
  }

  async #saveDatabase(client: Client) {
    const tables = await backedUpTables(client);
    this.#total = tables.reduce((sum, { bytes }) => sum + bytes, 0) + (await homeBytes(this.#platform.home.root));
    const written: BackupTable[] = [];
    for (const table of tables) written.push(await this.#saveTable(client, table));
    const head = await chainHead(client);
    return {
      serverVersion: await serverVersion(client),
      migrations: await appliedMigrations(client),
      tables: written,
      auditHead: head === null ? null : headOf(head),
      kept: await keptFileHashes(client),
    };
  }

  async #saveTable(client: Client, { name, columns, bytes }: BackedUpTable): Promise<BackupTable> {
    const path = `tables/${name}.gz`;
    const digest = new TableDigest();
    const before = this.#done;
    let textBytes = 0;
    const look = watched((part) => {
      digest.add(part);
      textBytes += part.length;
      this.#tell(Math.min(before + textBytes, before + bytes), this.#rows + digest.rows);
    });
    const out = createWriteStream(join(this.#folder, path), { mode: 0o600, flush: true });
    const hash = createHash('sha256');
    let size = 0;
    const weigh = watched((part) => {
      hash.update(part);
      size += part.length;
    });
    await pipeline(copyOut(client, { name, columns }), look, createGzip({ level: GZIP_LEVEL }), weigh, out);
    this.#files.push({ path, bytes: size, sha256: hash.digest('hex') });
    this.#rows += digest.rows;
    this.#tell(before + bytes, this.#rows);
    return { name, columns, rows: digest.rows, content: digest.content(), textBytes, path };
  }

  /** Names of the received files that were copied. */
  async #saveHome(): Promise<ReadonlySet<string>> {
    const { root } = this.#platform.home;
    const names = new Set<string>();
    for (const folder of HOME_FOLDERS) {
      await mkdir(join(this.#folder, folder), { mode: 0o700 });
      for (const name of await filesBelow(join(root, folder))) {
        await this.#saveFile(join(root, folder, name), `${folder}/${name}`);
        if (folder === 'files') names.add(name);
      }
    }
    return names;
  }

  async #saveFile(from: string, path: string): Promise<void> {
    await mkdir(dirname(join(this.#folder, path)), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let bytes = 0;
    const look = watched((part) => {
      hash.update(part);
      bytes += part.length;
      this.#tell(this.#done + part.length, this.#rows);
    });
    await pipeline(createReadStream(from), look, createWriteStream(join(this.#folder, path), { mode: 0o600, flush: true }));
    this.#files.push({ path, bytes, sha256: hash.digest('hex') });
  }

  #tell(done: number, rows: number): void {
    this.#done = done;
    this.#options.onProgress?.({ stage: 'saving', rows, done, total: this.#total });
  }
}

/** Paths of all whole files in a folder and those below, from the folder on. What is being written may go at any moment. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of await readdir(folder, { recursive: true }))
    if (!isUnfinishedCopy(name) && (await stat(join(folder, name))).isFile()) files.push(name);
  return files;
}

async function homeBytes(root: string): Promise<number> {
  let bytes = 0;
  for (const folder of HOME_FOLDERS)
    for (const name of await filesBelow(join(root, folder))) bytes += (await stat(join(root, folder, name))).size;
  return bytes;
}

/** A name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
