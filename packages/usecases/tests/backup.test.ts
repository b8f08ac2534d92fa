/** Backup and restore: what comes back is equal, what is not whole is refused, and nothing half done ever starts. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sealAudit, verifyAudit } from '@xincheng/usecases/audit';
import { foldDeltas } from '@xincheng/usecases/indicators';
import { backUp } from '@xincheng/usecases/backup';
import type { BackupManifest } from '@xincheng/usecases/backup';
import { seedDemo } from '@xincheng/usecases/demo';
import { readBatch } from '@xincheng/usecases/intake';
import type { Platform } from '@xincheng/usecases/platform';
import { openKeyRing } from '@xincheng/usecases/sealing';
import { actAt, DISTRICT_DIR } from '@xincheng/testkit/platform';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  backedUp,
  bringKeys,
  emptyPlace,
  everything,
  MIGRATIONS_DIR,
  NOW,
  opened,
  OFFICE,
  restored,
  tryOpen,
  tryRestore,
} from './_backup.ts';
import type { Place } from './_backup.ts';
import { Desk } from './_intake.ts';

let source: Place;
let platform: Platform;
let folder: string;
let place: string;
let manifest: BackupManifest;
/** What the installation held when it was backed up. */
let before: Awaited<ReturnType<typeof everything>>;
const targets: Place[] = [];

beforeAll(async () => {
  source = await emptyPlace();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-backup-'));
  platform = await opened(source);
  const desk = new Desk(platform, folder);
  const person = { kind: 'natural' as const, set: { personId: '370112198206070030', number: '济历城审许〔2021〕77号' } };
  await desk.send({ dataset: 'licence', rows: [{}, person], at: '2021-05-06T09:00' });
  await desk.send({ dataset: 'licence', rows: [{ set: { remark: '换行\n与\\反斜杠\t制表' } }], at: '2021-05-07T09:00' });
  await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/22' } }], at: '2021-05-08T09:00' });
  await sealAudit(platform, NOW, 2);
  // A start folds what is not folded.
  await foldDeltas(platform);
  before = await everything(platform);
  place = join(folder, 'backup');
  manifest = await backedUp(platform, { place, program: '0.0.0-test' });
}, 60_000);

afterEach(async () => {
  for (const target of targets.splice(0)) await target.close();
});

afterAll(async () => {
  await platform.close();
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

async function target(): Promise<Place> {
  const made = await emptyPlace();
  targets.push(made);
  return made;
}

/** A copy of the backup to be spoilt. */
async function copyOfBackup(): Promise<string> {
  const copy = join(folder, `copy-${String(performance.now())}`);
  await cp(place, copy, { recursive: true });
  return copy;
}

/** What marked results and views show of the sealed values. */
async function openedPersons(from: Platform): Promise<unknown> {
  const desk = new Desk(from, folder);
  const records = await desk.records('licence');
  const batches = await desk.rows<{ id: string; unit: string }>('select id, unit_id as unit from intake_batch order by id');
  const outcomes: unknown[] = [];
  for (const { id, unit } of batches) outcomes.push(await desk.outcome(id, unit));
  return { records, outcomes };
}

describe('a restored copy', () => {
  it('is equal in every table, opens with its keys alone, shows the same, and goes on', async () => {
    expect(await readdir(place)).not.toContain('keys');
    const to = await target();
    expect(await restored(place, to)).toMatchObject({ keys: 'absent', rows: Object.values(before).flat().length });
    expect(await tryOpen(to)).toMatchObject({ ok: false, error: { code: 'keys-missing' } });
    expect((await openKeyRing(join(to.home, 'keys'), { now: NOW, mayCreate: true })).ok).toBe(true);
    expect(await tryOpen(to)).toMatchObject({ ok: false, error: { code: 'keys-of-another-installation' } });
    await bringKeys(source.home, to.home);
    const copy = await opened(to);
    try {
      expect(await everything(copy)).toEqual(before);
      expect((await verifyAudit(copy)).notedHead).toEqual(manifest.auditHead);
      expect(await openedPersons(copy)).toEqual(await openedPersons(platform));
      // Rights came back too: the application still sees nothing without an identity.
      expect((await copy.database.app.query('select from credit_record')).rowCount).toBe(0);
      await new Desk(copy, folder).send({ dataset: 'licence', rows: [{ set: { remark: '又改' } }], at: '2026-03-02T10:00' });
      await sealAudit(copy, NOW);
      expect((await verifyAudit(copy)).isSound).toBe(true);
    } finally {
      await copy.close();
    }
  });

  it('brings its keys along where they were asked for, for their owner alone', async () => {
    const withKeys = join(folder, 'with-keys');
    expect((await backedUp(platform, { place: withKeys, program: 'x', withKeys: true })).hasKeys).toBe(true);
    expect((await stat(join(withKeys, 'keys/keys.json'))).mode & 0o777).toBe(0o600);
    const to = await target();
    expect((await restored(withKeys, to)).keys).toBe('from-backup');
    const copy = await opened(to);
    expect(copy.keys.subject.key.equals(platform.keys.subject.key)).toBe(true);
    await copy.close();
  });

  it('of the demonstration district holds all of its acts', async () => {
    const demo = await target();
    const from = await opened(demo);
    const demoPlace = join(folder, 'demo');
    try {
      await seedDemo(from, { folder: join(DISTRICT_DIR, 'demo'), now: NOW, log: () => undefined, isStopping: () => false });
      await sealAudit(from, NOW);
      const held = await everything(from);
      await backedUp(from, { place: demoPlace, program: 'x' });
      const to = await target();
      await restored(demoPlace, to);
      await bringKeys(demo.home, to.home);
      const copy = await opened(to);
      expect(await everything(copy)).toEqual(held);
      await copy.close();
    } finally {
      await from.close();
    }
  });
});

describe('a backup', () => {
  it('is of one instant while others write, and misses no file of it', async () => {
    const desk = new Desk(platform, folder);
    const over = new AbortController();
    const writing = (async () => {
      for (let no = 0; !over.signal.aborted; no += 1)
        await desk.send({
          dataset: 'licence',
          rows: [{ set: { number: `济历城审许〔2026〕${String(no)}号` } }],
          at: '2026-03-02T11:00',
        });
    })();
    const live = join(folder, 'live');
    const { missing, tables } = await backedUp(platform, { place: live, program: 'x' });
    over.abort();
    await writing;
    expect(missing).toEqual([]);
    // The parts of one import are there together or not at all: the chain and the comparison would say so.
    const to = await target();
    await restored(live, to);
    const rowsOf = (name: string): number => tables.find((table) => table.name === name)?.rows ?? -1;
    expect(rowsOf('audit_event')).toBeGreaterThanOrEqual(rowsOf('intake_batch') * 2 - 1);
  });

  it('tells of a received file that is not on the disk', async () => {
    const [first] = (await platform.database.owner.query<{ name: string }>('select file_sha256 as name from intake_batch')).rows;
    const name = first?.name ?? '';
    const path = join(platform.home.files, name);
    const bytes = await readFile(path);
    await rm(path);
    try {
      expect((await backedUp(platform, { place: join(folder, 'lacking'), program: 'x' })).missing).toEqual([name]);
    } finally {
      await writeFile(path, bytes);
    }
  });

  it('is not written over another, nor where nothing can be written, and leaves nothing behind', async () => {
    const unit = actAt('2026-03-02T09:00', ['lc-scjg']);
    expect(await backUp(platform, unit, { place: join(folder, 'mine'), program: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'backup-office-only' },
    });
    expect(await backUp(platform, OFFICE, { place, program: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'backup-exists' },
    });
    const nowhere = join(folder, 'no/such/folder');
    expect(await backUp(platform, OFFICE, { place: nowhere, program: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'backup-place' },
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a restored copy that differs', () => {
  it('is taken back whole, and what it leaves does not start', async () => {
    const forged = await copyOfBackup();
    const bytes = gunzipSync(await readFile(join(forged, 'tables/unit.gz'))).toString();
    const changed = gzipSync(bytes.replace('局', '处'));
    await writeFile(join(forged, 'tables/unit.gz'), changed);
    // Whoever changes a table can also write down its file's new hash; the hash of its rows is another.
    const file = { path: 'tables/unit.gz', bytes: changed.length, sha256: createHash('sha256').update(changed).digest('hex') };
    const files = manifest.files.map((one) => (one.path === file.path ? file : one));
    const text = JSON.stringify({ ...manifest, files });
    await writeFile(join(forged, 'manifest.json'), text);
    await writeFile(join(forged, 'manifest.sha256'), createHash('sha256').update(text).digest('hex'));
    const to = await target();
    expect(await tryRestore(forged, to)).toMatchObject({
      ok: false,
      error: { code: 'restore-differs', message: expect.stringMatching(/表 unit/u) as string },
    });
    await bringKeys(source.home, to.home);
    expect(await tryOpen(to)).toMatchObject({ ok: false, error: { code: 'restore-unfinished' } });
    expect((await to.test?.database.owner.query('select from credit_record'))?.rowCount).toBe(0);
  });

  it('is told from one whose log was not sound when it was backed up', async () => {
    const { owner } = platform.database;
    await owner.query("update audit_event set actor = actor || '!' where act = 'batch.merge'");
    const unsound = join(folder, 'unsound');
    await backedUp(platform, { place: unsound, program: 'x' });
    await owner.query("update audit_event set actor = rtrim(actor, '!') where act = 'batch.merge'");
    const { audit } = await restored(unsound, await target());
    expect([audit.isSound, audit.faults[0]?.code]).toEqual([false, 'event-changed']);
  });
});

describe('is refused, with nothing written:', () => {
  async function refusal(from: string, to: Place, code: string): Promise<string> {
    const done = await tryRestore(from, to);
    if (done.ok) throw new Error('restored');
    expect(done.error.code).toBe(code);
    expect(done.error.message).toMatch(/\p{Script=Han}.*。$/u);
    return done.error.message;
  }

  async function untouched(to: Place, work: () => Promise<unknown>): Promise<void> {
    const held = to.test === null ? null : await everything(to.test);
    await work();
    if (to.test !== null) expect(await everything(to.test)).toEqual(held);
  }

  function refused(from: string, to: Place, code: string): Promise<void> {
    return untouched(to, () => refusal(from, to, code));
  }

  it('one changed byte, in any file, or a file that is gone', async () => {
    const to = await target();
    const copy = await copyOfBackup();
    await untouched(to, async () => {
      for (const { path } of [...manifest.files.slice(0, 3), ...manifest.files.slice(-2), { path: 'manifest.json' }]) {
        const whole = await readFile(join(copy, path));
        const bytes = Buffer.from(whole);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        await writeFile(join(copy, path), bytes);
        expect(await refusal(copy, to, 'backup-damaged')).toContain(path);
        await truncate(join(copy, path), 5);
        await refusal(copy, to, 'backup-damaged');
        await rm(join(copy, path));
        await refusal(copy, to, path === 'manifest.json' ? 'not-a-backup' : 'backup-damaged');
        await writeFile(join(copy, path), whole);
      }
    });
  });

  it('something else than a backup', async () => {
    const to = await target();
    await refused(join(folder, 'nothing'), to, 'not-a-backup');
    await mkdir(join(folder, 'something'));
    await refused(join(folder, 'something'), to, 'not-a-backup');
  });

  it('another version of the schema, older, newer or changed', async () => {
    const to = await target();
    const migrations = join(folder, 'migrations');
    await cp(MIGRATIONS_DIR, migrations, { recursive: true });
    const last = (await readdir(migrations)).sort().at(-1) ?? '';
    const attempt = async (): Promise<unknown> => {
      const done = await tryRestore(place, to, migrations);
      return done.ok ? 'restored' : done.error;
    };
    await writeFile(join(migrations, '0999-more.sql'), 'select 1;');
    expect(await attempt()).toMatchObject({
      code: 'backup-other-version',
      message: expect.stringMatching(/0999-more.*0\.0\.0|0\.0\.0.*0999-more/u) as string,
    });
    await rm(join(migrations, '0999-more.sql'));
    await writeFile(join(migrations, last), `${await readFile(join(migrations, last), 'utf8')}\n-- changed`);
    expect(await attempt()).toMatchObject({ code: 'backup-other-version' });
    await rm(join(migrations, last));
    expect(await attempt()).toMatchObject({ code: 'backup-other-version' });
  });

  it('a place with keys of another installation, in use, or not empty', async () => {
    const used = await target();
    const other = await opened(used);
    await refused(place, used, 'backup-other-keys');
    await rm(join(used.home, 'keys/keys.json'));
    try {
      await refused(place, used, 'target-in-use');
    } finally {
      await other.close();
    }
    await refused(place, used, 'target-not-empty');
    const files = await target();
    await mkdir(join(files.home, 'files'));
    await writeFile(join(files.home, 'files/x'), 'x');
    await refused(place, files, 'target-not-empty');
  });
});

it('killed in its middle does not start, and is finished by the same command', async () => {
  const to = await target();
  const holder = await (to.test?.database.owner.connect() ?? Promise.reject(new Error('no database')));
  // Somebody else holds one of the last rows: when the restore meets it, other tables are filled already.
  await holder.query("begin; insert into installation_fact values ('key-ring', '')");
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, '_restore-child.ts'), place, to.home, to.databaseUrl ?? ''],
    { stdio: 'inherit' },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const isInItsMiddle = async (): Promise<boolean> =>
    ((
      await to.test?.database.owner.query(
        `select from pg_locks l join pg_stat_activity a using (pid)
         where not l.granted and l.locktype = 'transactionid' and a.datname = current_database()`,
      )
    )?.rowCount ?? 0) > 0;
  while (!(await isInItsMiddle())) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGKILL');
  await ended;
  await holder.query('rollback');
  holder.release();
  expect((await to.test?.database.owner.query('select from credit_record'))?.rowCount).toBe(0);
  await bringKeys(source.home, to.home);
  expect(await tryOpen(to)).toMatchObject({ ok: false, error: { code: 'restore-unfinished' } });
  await restored(place, to);
  const copy = await opened(to);
  expect((await verifyAudit(copy)).isSound).toBe(true);
  const [batch] = (await copy.database.owner.query<{ id: string; unit: string }>('select id, unit_id as unit from intake_batch'))
    .rows;
  expect(await readBatch(copy, actAt('2026-03-02T09:00', [batch?.unit ?? '']), batch?.id ?? '')).not.toBeNull();
  await copy.close();
});
