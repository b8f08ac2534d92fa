/** The list of what a backup holds, with the hash of each thing; and beside it its own. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { AuditHead } from '../audit/index.ts';
import { backupProblem } from './problem.ts';
import type { BackupProblem } from './problem.ts';

/** Raised when a program could not read what another one wrote. */
export const FORMAT = 1;

/** A file of the backup; `path` from its folder, with slashes. */
export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table of the backup. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of its rows in any order. */
  readonly content: string;
  /** Bytes of the rows as text. */
  readonly textBytes: number;
  /** The file that holds them. */
  readonly path: string;
}

export interface BackupManifest {
  readonly format: number;
  /** Version of the program that made it. */
  readonly program: string;
  readonly madeAt: string;
  readonly district: string;
  readonly standardsDigest: string;
  readonly serverVersion: string;
  readonly migrations: readonly { readonly name: string; readonly digest: string }[];
  readonly tables: readonly BackupTable[];
  readonly files: readonly BackupFile[];
  /** Received files that rows speak of and that were not on the disk. */
  readonly missing: readonly string[];
  readonly hasKeys: boolean;
  /** Fingerprint of the keys that the data were sealed with. */
  readonly keyRing: string;
  readonly auditHead: AuditHead | null;
}

const NAME = 'manifest.json';
const OWN_HASH = 'manifest.sha256';

/** Writes it into the folder; to be the last thing written. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, OWN_HASH), `${sha256Of(text)}\n`, { mode: 0o600, flush: true });
  await writeFile(join(folder, NAME), text, { mode: 0o600, flush: true });
}

/** Reads it; refused where it is not whole. */
export async function readManifest(folder: string): Promise<Result<BackupManifest, BackupProblem>> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => null);
  if (text === null) return backupProblem('not-a-backup', { place: folder });
  const hash = await readFile(join(folder, OWN_HASH), 'utf8').catch(() => '');
  if (hash.trim() !== sha256Of(text)) return backupProblem('backup-damaged', { file: NAME });
  const manifest = JSON.parse(text) as BackupManifest;
  if (manifest.format === FORMAT) return ok(manifest);
  return backupProblem('backup-format', {
    found: String(manifest.format),
    known: String(FORMAT),
    program: manifest.program,
  });
}

/** Reads every file of the backup and holds it against the list. `onBytes` hears of each part. */
export async function checkFiles(
  folder: string,
  { files }: BackupManifest,
  onBytes: (bytes: number) => void,
): Promise<Result<null, BackupProblem>> {
  for (const { path, bytes, sha256 } of files) {
    const found = await hashFile(join(folder, path), onBytes).catch(() => null);
    if (found?.bytes !== bytes || found.sha256 !== sha256) return backupProblem('backup-damaged', { file: path });
  }
  return ok(null);
}

/** Length and SHA-256 of a file. */
async function hashFile(path: string, onBytes: (bytes: number) => void): Promise<Omit<BackupFile, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
    onBytes(part.length);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What of the schema differs; null where the backup fits. */
export function schemaDifference(backup: BackupManifest['migrations'], program: BackupManifest['migrations']): string | null {
  for (const { name, digest } of backup) {
    const known = program.find((one) => one.name === name);
    if (known === undefined) return `本程序没有升级文件 ${name}`;
    if (known.digest !== digest) return `升级文件 ${name} 的内容不同`;
  }
  const more = program.filter(({ name }) => !backup.some((one) => one.name === name));
  return more[0] === undefined ? null : `备份缺少升级文件 ${more[0].name}`;
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
