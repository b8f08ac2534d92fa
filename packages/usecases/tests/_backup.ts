/** What the tests of backup and restore share: an installation with data of every kind, and empty places to restore into. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restoreBackup } from '@xincheng/usecases/backup';
import type { BackupManifest, BackupOptions, Restored } from '@xincheng/usecases/backup';
import { loadStandards, openPlatform } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { testDatabase } from '@xincheng/testkit/database';
import type { TestDatabase } from '@xincheng/testkit/database';
import { actAt, DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';

export const MIGRATIONS_DIR = join(import.meta.dirname, '../../store/migrations');
export const NOW = new Date('2026-03-02T09:00:00+08:00');
export const OFFICE = {
  ...actAt('2026-03-02T09:00', []),
  actor: { id: '管理员', scope: 'all' as const, units: [], subjects: [] },
};

/** A data folder with a database of its own, and nothing in it yet. */
export interface Place {
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly test: TestDatabase | null;
  readonly close: () => Promise<void>;
}

/** On a server addressed by URL. */
export async function emptyPlace(): Promise<Place> {
  const home = await mkdtemp(join(tmpdir(), 'xincheng-place-'));
  const test = await testDatabase();
  // The roles belong to the whole test server, so this home must know their passwords.
  await mkdir(join(home, 'keys'), { mode: 0o700 });
  await writeFile(join(home, 'keys/database.json'), JSON.stringify(test.secrets), { mode: 0o600 });
  const close = async (): Promise<void> => {
    await test.close();
    await rm(home, { recursive: true, force: true });
  };
  return { home, databaseUrl: test.ownerUrl, test, close };
}

/** Opens the platform of a place. */
export async function opened({ home, databaseUrl }: Pick<Place, 'home' | 'databaseUrl'>): Promise<Platform> {
  const platform = await tryOpen({ home, databaseUrl });
  if (!platform.ok) throw new Error(`${platform.error.code}: ${platform.error.message}`);
  return platform.value;
}

/** Reading the standards takes longer than all else: once for all places of a file. */
let standards: ReturnType<typeof loadStandards> | null = null;

export async function tryOpen({ home, databaseUrl }: Pick<Place, 'home' | 'databaseUrl'>): ReturnType<typeof openPlatform> {
  standards ??= loadStandards(STANDARDS_DIR, DISTRICT_DIR);
  const loaded = await standards;
  if (!loaded.ok) return loaded;
  const dirs = { standardsDir: STANDARDS_DIR, districtDir: DISTRICT_DIR, migrationsDir: MIGRATIONS_DIR };
  return openPlatform({ home, databaseUrl, ...dirs, standards: loaded.value, now: NOW, log: () => undefined });
}

export async function backedUp(platform: Platform, options: BackupOptions): Promise<BackupManifest> {
  const made = await backUp(platform, OFFICE, options);
  if (!made.ok) throw new Error(`${made.error.code}: ${made.error.message}`);
  return made.value;
}

export function tryRestore(
  place: string,
  { home, databaseUrl }: Pick<Place, 'home' | 'databaseUrl'>,
  migrationsDir = MIGRATIONS_DIR,
) {
  return restoreBackup({ place, home, databaseUrl, migrationsDir, log: () => undefined });
}

export async function restored(place: string, target: Pick<Place, 'home' | 'databaseUrl'>): Promise<Restored> {
  const done = await tryRestore(place, target);
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`);
  return done.value;
}

/** The keys, brought from where they were kept apart. */
export async function bringKeys(from: string, to: string): Promise<void> {
  await cp(join(from, 'keys/keys.json'), join(to, 'keys/keys.json'), { mode: 0, preserveTimestamps: true });
}

/** Every row of every table, looked at another way than the backup does: as JSON, sorted by the database. */
export async function everything(platform: Pick<Platform, 'database'>): Promise<Readonly<Record<string, readonly string[]>>> {
  const { owner } = platform.database;
  const { rows: tables } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'xincheng'::regnamespace and relkind = 'r' and relname <> 'schema_migration' order by 1",
  );
  const all: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from xincheng.${name} t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
