/** Opening an installation: standards, keys, database, in that order, each with one clear sentence when it fails. */
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { compileCalendar } from '@xincheng/core/calendar';
import type { Calendar } from '@xincheng/core/calendar';
import { compileDataset } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import { databaseSecrets, ensureRoles, openDatabase, withTransaction } from '@xincheng/store/connection';
import type { Database, DatabaseSecrets } from '@xincheng/store/connection';
import { keepFact, readFact } from '@xincheng/store/standards';
import { startEmbedded } from '@xincheng/store/embedded';
import { SEGMENT_ROWS } from '@xincheng/store/intake';
import { holdDatabase } from '@xincheng/store/keys';
import type { Hold } from '@xincheng/store/keys';
import { migrate } from '@xincheng/store/schema';
import { prepareIndicators } from '../indicators/prepare.ts';
import { createLimiter, IMPORTS_AT_ONCE } from '../limiter.ts';
import type { Limiter } from '../limiter.ts';
import { createProgressBoard } from '../progress-board.ts';
import type { ProgressBoard } from '../progress-board.ts';
import { layoutOf } from '../records/layout.ts';
import type { RecordLayout } from '../records/layout.ts';
import { commandScanner } from '../scanning/index.ts';
import type { FileScanner } from '../scanning/index.ts';
import { keyRingFingerprint, openKeyRing, openSealer } from '../sealing/index.ts';
import type { KeyRing, SealAlgorithm, Sealer } from '../sealing/index.ts';
import { loadPack } from '../standards/index.ts';
import { tryHome } from './home.ts';
import type { Home } from './home.ts';
import { refusedPack } from './refused-pack.ts';
import { RESTORE_UNFINISHED, RESTORING } from './restoring.ts';
import { savePack } from './save-pack.ts';

/** Where an installation lies. */
interface Place {
  /** Data folder (`XINCHENG_HOME`). */
  readonly home: string;
  /** A real server (`XINCHENG_DATABASE_URL`); null starts or adopts the embedded one. */
  readonly databaseUrl: string | null;
  readonly migrationsDir: string;
  readonly log: (line: string) => void;
}

export interface PlatformOptions extends Place {
  readonly standardsDir: string;
  readonly districtDir: string;
  readonly now: Date;
  /** Loaded already by whoever opens; without it they are loaded here. */
  readonly standards?: LoadedStandards;
  /** For the keys of a new installation; those that exist keep theirs until they are rotated. */
  readonly sealAlgorithm?: SealAlgorithm | undefined;
  /** Program that looks for viruses in attached files (`XINCHENG_SCAN_COMMAND`); without it none are scanned. */
  readonly scanCommand?: string | null;
  /** True when nobody else may have the database open meanwhile, as for changing the keys. */
  readonly isAlone?: boolean;
}

/** One opened installation. Handed to every use case; nothing in it is global. */
export interface Platform {
  readonly home: Home;
  readonly pack: StandardsPack;
  readonly calendar: Calendar;
  readonly layouts: ReadonlyMap<string, RecordLayout>;
  readonly keys: KeyRing;
  readonly sealer: Sealer;
  readonly database: Database;
  readonly isEmbedded: boolean;
  /** Null where nothing is scanned. */
  readonly scanner: FileScanner | null;
  /** Imports take turns here. */
  readonly imports: Limiter;
  /** How far they are. */
  readonly progress: ProgressBoard;
  /** New rows of an import that are merged at once while the next are read. */
  readonly segmentRows: number;
  /** Waits for work in progress, unless it is urgent: then an embedded server is stopped under it, and a batch goes on at the next start. */
  readonly close: (options?: { readonly isUrgent?: boolean }) => Promise<void>;
}

export interface PlatformProblem {
  readonly code: string;
  readonly message: string;
  /** For an administrator: file and line, statements to run. */
  readonly detail?: string;
}

/** Opens everything. On failure what was opened is closed again. */
export async function openPlatform(options: PlatformOptions): Promise<Result<Platform, PlatformProblem>> {
  const pack =
    options.standards === undefined ? await loadStandards(options.standardsDir, options.districtDir) : ok(options.standards);
  if (!pack.ok) return pack;
  const home = tryHome(options.home);
  if (!home.ok) return home;
  const server = await reachServer(options, home.value);
  if (!server.ok) return server;
  const opened = await openWithServer(options, home.value, pack.value, server.value);
  if (!opened.ok) await server.value.stop();
  return opened;
}

/** A pack with its datasets compiled: all that a check without a server needs. */
export interface LoadedStandards {
  readonly pack: StandardsPack;
  readonly layouts: ReadonlyMap<string, RecordLayout>;
  readonly calendar: Calendar;
}

/** Loads and compiles the standards; the first ten faults are named with file and line. */
export async function loadStandards(
  standardsDir: string,
  districtDir: string,
): Promise<Result<LoadedStandards, PlatformProblem>> {
  const loaded = await loadPack({ standardsDir, districtDir });
  if (!loaded.ok) return err(refusedPack(loaded.error));
  const layouts = new Map<string, RecordLayout>();
  for (const id of loaded.value.datasets.keys()) {
    const compiled = compileDataset(loaded.value, id);
    if (!compiled.ok)
      return err({
        code: 'standards-refused',
        message: `数据集 ${id} 的定义有误，系统没有启动。`,
        detail: compiled.error.map((problem) => `${problem.where}: ${problem.message}`).join('\n'),
      });
    layouts.set(id, layoutOf(compiled.value));
  }
  return ok({ pack: loaded.value, layouts, calendar: compileCalendar(loaded.value.calendar) });
}

/** The layout of a dataset that is known to be in the pack. */
export function datasetOf(platform: { readonly layouts: ReadonlyMap<string, RecordLayout> }, id: string): RecordLayout {
  const layout = platform.layouts.get(id);
  if (layout === undefined) throw new Error(`no dataset ${id}`);
  return layout;
}

interface Server {
  readonly ownerUrl: string;
  readonly secrets: DatabaseSecrets;
  readonly isEmbedded: boolean;
  readonly stop: () => Promise<void>;
}

async function reachServer({ databaseUrl, log }: Place, home: Home): Promise<Result<Server, PlatformProblem>> {
  if (databaseUrl !== null) {
    return ok({
      ownerUrl: databaseUrl,
      secrets: await databaseSecrets(home.root),
      isEmbedded: false,
      stop: () => Promise.resolve(),
    });
  }
  const started = await startEmbedded({ home: home.root, log, sharedBuffers: `${String(sharedBuffersMb())}MB` });
  if (!started.ok) return started;
  const { ownerUrl, secrets, stop } = started.value;
  return ok({ ownerUrl, secrets, isEmbedded: true, stop });
}

/** An eighth of the memory, from 256 MB to 1 GB: large enough that the indexes of a district stay in memory. */
function sharedBuffersMb(): number {
  return Math.min(1024, Math.max(256, Math.floor(totalmem() / 8 / 2 ** 20)));
}

async function openWithServer(
  options: PlatformOptions,
  home: Home,
  standards: LoadedStandards,
  server: Server,
): Promise<Result<Platform, PlatformProblem>> {
  const roles = await ensureRoles(server.ownerUrl, server.secrets);
  if (!roles.ok) return roles;
  const database = openDatabase({ ownerUrl: server.ownerUrl, secrets: server.secrets });
  const opened = await prepareAndHold(options, home, standards, database);
  if (!opened.ok) {
    await database.close();
    return opened;
  }
  const { keys, hold } = opened.value;
  const { scanCommand = null } = options;
  return ok({
    home,
    ...standards,
    keys,
    sealer: openSealer(keys),
    database,
    isEmbedded: server.isEmbedded,
    scanner: scanCommand === null || scanCommand.trim() === '' ? null : commandScanner(scanCommand),
    imports: createLimiter(IMPORTS_AT_ONCE),
    progress: createProgressBoard(),
    segmentRows: SEGMENT_ROWS,
    close: closer(hold, database, server),
  });
}

function closer(hold: Hold, database: Database, server: Server): Platform['close'] {
  return async ({ isUrgent = false } = {}) => {
    hold.release();
    const closed = database.close();
    if (!isUrgent) await closed;
    await server.stop();
  };
}

const OWNER = { actor: 'xincheng', scope: 'all' } as const;

/** How long to wait for whoever holds the database against us: a process just killed lets go in a moment. */
const HOLD_WAIT_MS = 3000;

/** The keys are read under the hold: while it lasts, nobody changes them. */
async function prepareAndHold(
  options: PlatformOptions,
  home: Home,
  standards: LoadedStandards,
  database: Database,
): Promise<Result<{ readonly keys: KeyRing; readonly hold: Hold }, PlatformProblem>> {
  const { isAlone = false } = options;
  const hold = await holdDatabase(database.owner, isAlone ? 'exclusive' : 'shared', HOLD_WAIT_MS);
  if (hold === null && isAlone)
    return err({
      code: 'platform-running',
      message: '平台正在运行，不能更换密钥。请先停止服务和其他命令，再试一次；数据未改动。',
    });
  if (hold === null)
    return err({ code: 'keys-being-changed', message: '管理员正在更换密钥，平台暂不能启动。请等更换完成后再试。' });
  try {
    const keys = await prepare(options, home, standards, database);
    if (keys.ok) return ok({ keys: keys.value, hold });
    hold.release();
    return keys;
  } catch (thrown) {
    hold.release();
    throw thrown;
  }
}

async function prepare(
  { now, migrationsDir, sealAlgorithm }: PlatformOptions,
  home: Home,
  standards: LoadedStandards,
  database: Database,
): Promise<Result<KeyRing, PlatformProblem>> {
  const migrated = await migrate(database.owner, migrationsDir);
  if (!migrated.ok) return migrated;
  const restoring = await withTransaction(database.owner, OWNER, (client) => readFact(client, RESTORING));
  if (restoring !== null) return err(RESTORE_UNFINISHED);
  const saved = await savePack(database, standards.pack, now);
  if (!saved.ok) return saved;
  await prepareIndicators(database, standards);
  const keys = await openKeyRing(join(home.root, 'keys'), {
    now,
    mayCreate: !saved.value.hasRecords,
    ...(sealAlgorithm === undefined ? {} : { algorithm: sealAlgorithm }),
  });
  return keys.ok ? fittingKeys(database, keys.value) : keys;
}

/** Keys of another installation would make second subjects of known persons and leave every sealed value shut. */
async function fittingKeys(database: Database, keys: KeyRing): Promise<Result<KeyRing, PlatformProblem>> {
  const fingerprint = keyRingFingerprint(keys);
  const known = await withTransaction(database.owner, OWNER, (client) => keepFact(client, 'key-ring', fingerprint));
  if (known === fingerprint) return ok(keys);
  return err({
    code: 'keys-of-another-installation',
    message:
      '密钥文件不是这个数据库的：原有数据是用另一套密钥封存的。请恢复与数据库一起使用的 keys.json；系统没有启动，数据未改动。',
  });
}

/** What a restore fills: home and database with the schema and nothing else, and nobody else at work on them. */
export interface RestoreTarget {
  readonly home: Home;
  readonly database: Database;
  /** Waits for work in progress, unless it is urgent: then an embedded server is stopped under it. */
  readonly close: (options?: { readonly isUrgent?: boolean }) => Promise<void>;
}

/** Opens one, making what is missing; standards and keys are not looked at. */
export async function openForRestore(place: Place): Promise<Result<RestoreTarget, PlatformProblem>> {
  const home = tryHome(place.home);
  if (!home.ok) return home;
  const server = await reachServer(place, home.value);
  if (!server.ok) return server;
  const opened = await holdForRestore(place, server.value);
  if (!opened.ok) {
    await server.value.stop();
    return opened;
  }
  const { database, hold } = opened.value;
  return ok({ home: home.value, database, close: closer(hold, database, server.value) });
}

async function holdForRestore(
  { migrationsDir }: Place,
  { ownerUrl, secrets }: Server,
): Promise<Result<{ readonly database: Database; readonly hold: Hold }, PlatformProblem>> {
  const roles = await ensureRoles(ownerUrl, secrets);
  if (!roles.ok) return roles;
  const database = openDatabase({ ownerUrl, secrets });
  const hold = await holdDatabase(database.owner, 'exclusive', HOLD_WAIT_MS);
  const migrated = hold === null ? err(IN_USE) : await migrate(database.owner, migrationsDir);
  if (migrated.ok && hold !== null) return ok({ database, hold });
  hold?.release();
  await database.close();
  return migrated.ok ? err(IN_USE) : migrated;
}

const IN_USE: PlatformProblem = {
  code: 'target-in-use',
  message: '数据库正被平台或其他命令使用，不能恢复。请先停止它们，再试一次。',
};
