import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { withClient } from '../src/connection/index.ts';
import { startEmbedded } from '../src/embedded/index.ts';
import { ask, endChild, firstLine, IS_ROOT, isRunning, killHard, NOBODY, QUICK, until, Workshop } from './_embedded.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workshop = new Workshop();
afterAll(async () => workshop.clear());

/** A home with a stopped cluster, shared by tests that leave it so; a new cluster takes a second. */
let settled: Promise<string> | undefined;

async function settledHome(): Promise<string> {
  settled ??= (async () => {
    const home = workshop.folder();
    await (await workshop.start(home)).stop();
    return home;
  })();
  return settled;
}

/** The user the server runs as when this user starts it. */
const SERVER_USER = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};

describe('start and stop', () => {
  it('makes a cluster that reads Chinese, keeps data and port, and stops cleanly', async () => {
    const home = workshop.folder();
    const first = await workshop.start(home);
    const settings = await ask(
      first.ownerUrl,
      `select string_agg(name || '=' || setting, ' ' order by lower(name)) from pg_settings where name in ('listen_addresses', 'unix_socket_directories', 'max_wal_size',
        'checkpoint_completion_target', 'max_connections', 'jit', 'TimeZone', 'server_encoding', 'password_encryption', 'shared_buffers')`,
    );
    expect(settings).toBe(
      'checkpoint_completion_target=0.9 jit=off listen_addresses=127.0.0.1 max_connections=60 max_wal_size=4096 ' +
        'password_encryption=scram-sha-256 server_encoding=UTF8 shared_buffers=4096 TimeZone=Asia/Shanghai unix_socket_directories=',
    );
    expect(await ask(first.ownerUrl, 'select datcollate || datctype from pg_database where datname = current_database()')).toBe(
      'C.UTF-8C.UTF-8',
    );
    await ask(first.ownerUrl, 'create extension pg_trgm');
    expect(await ask(first.ownerUrl, "select cardinality(show_trgm('中文公司')) > 0")).toBe(true);
    await ask(first.ownerUrl, "create table kept as select '历城' as name");
    await first.stop();
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);

    const second = await workshop.start(home);
    expect(second).toMatchObject({ isAdopted: false, port: first.port, ownerUrl: first.ownerUrl });
    expect(await ask(second.ownerUrl, 'select name from kept')).toBe('历城');
  });

  it('keeps the passwords to itself', async () => {
    const home = await settledHome();
    const { ownerUrl, port, stop } = await workshop.start(home);
    expect(statSync(join(home, 'keys', 'database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(home).filter((name) => name.includes('.new-'))).toEqual([]);
    const wrong = ownerUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(ownerUrl).toContain(`@127.0.0.1:${port}/xincheng`);
    await stop();
  });

  it('works below a long path with blanks, quotes and Chinese', async () => {
    const home = join(workshop.folder(), "it's 数据 目录", 'x'.repeat(100), 'home');
    const { ownerUrl, dataDir } = await workshop.start(home);
    expect(Buffer.byteLength(dataDir)).toBeGreaterThan(107);
    expect(await ask(ownerUrl, 'select 1')).toBe(1);
  });
});

describe('several processes', () => {
  it('adopts the server of a parent that was killed, and then stops it', async () => {
    const home = workshop.folder();
    const { child, said } = await workshop.startElsewhere(home);
    await ask(said.ownerUrl, 'create table kept as select 1 as one');
    await killHard(child);
    expect(isRunning(said.pid)).toBe(true);
    const adopted = await workshop.start(home);
    expect(adopted).toMatchObject({ isAdopted: true, pid: said.pid, port: said.port });
    expect(await ask(adopted.ownerUrl, 'select one from kept')).toBe(1);
    await adopted.stop();
    expect(isRunning(said.pid)).toBe(false);
  });

  it('finishes the first start of a parent that was killed before its database was made', async () => {
    const home = workshop.folder();
    const { child, said } = await workshop.startElsewhere(home);
    await killHard(child);
    await ask(said.ownerUrl.replace(/xincheng$/u, 'postgres'), 'drop database xincheng');
    rmSync(join(home, 'postgres.json'));
    const adopted = await workshop.start(home);
    expect(adopted).toMatchObject({ isAdopted: true, pid: said.pid });
    expect(await ask(adopted.ownerUrl, 'select current_database()')).toBe('xincheng');
    expect(existsSync(join(home, 'postgres.json'))).toBe(true);
    await adopted.stop();
  });

  it('waits for the database that a killed parent is still having made', async () => {
    const home = workshop.folder();
    const { child, said } = await workshop.startElsewhere(home);
    await killHard(child);
    const beside = said.ownerUrl.replace(/xincheng$/u, 'postgres');
    await ask(beside, 'drop database xincheng');
    rmSync(join(home, 'postgres.json'));
    let adopting: Promise<unknown> = Promise.resolve();
    await withClient({ connectionString: beside }, async (left) => {
      await left.query('select pg_advisory_lock(hashtextextended($1, 0))', ['create-database']);
      adopting = workshop.start(home);
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      await left.query('create database xincheng');
    });
    await adopting;
    expect(await ask(said.ownerUrl, 'select current_database()')).toBe('xincheng');
  });

  it('starts one server for three starters at once; the last to stop stops it', async () => {
    const home = workshop.folder();
    const others = [workshop.spawnChild(home), workshop.spawnChild(home)];
    const [mine, ...said] = await Promise.all([workshop.start(home), ...others.map(async (child) => firstLine(child))]);
    expect(new Set([mine.pid, ...said.map(({ pid }) => pid)]).size).toBe(1);
    expect([mine, ...said].filter(({ isAdopted }) => !isAdopted)).toHaveLength(1);
    for (const child of others) await endChild(child);
    expect(await ask(mine.ownerUrl, 'select 1')).toBe(1);
    await mine.stop();
    expect(isRunning(mine.pid)).toBe(false);
  });

  it('counts two starts within one process as two users', async () => {
    const home = workshop.folder();
    const [one, two] = await Promise.all([workshop.start(home), workshop.start(home)]);
    await one.stop();
    expect(await ask(two.ownerUrl, 'select 1')).toBe(1);
    await two.stop();
    expect(isRunning(two.pid)).toBe(false);
  });
});

describe('what a crash leaves behind', () => {
  it('starts again after kill -9 of the server, while one of its processes still holds shared memory', async () => {
    const home = workshop.folder();
    const first = await workshop.start(home);
    await ask(first.ownerUrl, 'create table kept as select 7 as seven');
    const stuck = "do $$ begin while clock_timestamp() < statement_timestamp() + interval '3 s' loop end loop; end $$";
    const loop = ask(first.ownerUrl, stuck).catch(() => null);
    while ((await ask(first.ownerUrl, "select count(*) from pg_stat_activity where query like 'do $$%'")) === 0n);
    process.kill(first.pid, 'SIGKILL');
    const second = await workshop.start(home);
    expect(second.isAdopted).toBe(false);
    expect(readFileSync(join(home, 'logs', 'postgres.log'), 'utf8')).toMatch(/pre-existing shared memory block/);
    expect(await ask(second.ownerUrl, 'select seven from kept')).toBe(7);
    await loop;
  });

  it('takes a lock over from a dead process, also when its number lives again', async () => {
    const home = await settledHome();
    for (const holder of [
      { pid: 4_000_000, started: '1' },
      { pid: process.pid, started: '1' },
    ]) {
      writeFileSync(join(home, 'run', 'database.lock'), JSON.stringify(holder));
      const server = await workshop.start(home);
      expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
      await server.stop();
      expect(existsSync(join(home, 'run', 'database.lock'))).toBe(false);
    }
  });

  it('is not held up by a server number that now belongs to another program', async () => {
    const home = await settledHome();
    const first = await workshop.start(home);
    const note = readFileSync(join(first.dataDir, 'postmaster.pid'), 'utf8');
    await first.stop();
    const other = spawn('sleep', ['60'], { stdio: 'ignore', ...SERVER_USER });
    writeFileSync(join(first.dataDir, 'postmaster.pid'), note.replace(/^\d+/, String(other.pid)));
    const second = await workshop.start(home);
    expect(second.isAdopted).toBe(false);
    expect(other.exitCode).toBeNull();
    other.kill();
    await second.stop();
  });

  it('makes a cluster anew when its making was killed', async () => {
    const home = workshop.folder();
    const child = workshop.spawnChild(home);
    await until(
      () => readdirSync(home).some((name) => /^postgres\.new-\d+$/.test(name) && existsSync(join(home, name, 'base'))),
      'initdb at work',
    );
    await killHard(child);
    expect(existsSync(join(home, 'postgres'))).toBe(false);
    const server = await workshop.start(home);
    expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
    expect(readdirSync(home).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
  });
});

interface Trial {
  readonly platform?: string;
  readonly bytesNeeded?: number;
  readonly binaries?: string | (() => string);
}

/** As on a system without the C library the programs were built for. */
function brokenPrograms(): string {
  const folder = workshop.folder('programs');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'postgres'), '#!/nonexistent/ld.so\n', { mode: 0o755 });
  return folder;
}

describe('refusals: a code and a Chinese sentence', () => {
  it.each<[string, Trial, string, RegExp]>([
    ['an unsupported platform', { platform: 'win32-x64' }, 'unsupported-platform', /XINCHENG_DATABASE_URL/],
    ['a full disk', { bytesNeeded: 1e18 }, 'disk-full', /磁盘空间不足/],
    ['programs that are not there', { binaries: '/nonexistent' }, 'binaries-missing', /npm ci/],
    ['programs that do not run', { binaries: brokenPrograms }, 'binaries-unusable', /无法运行/],
  ])('%s', async (_, options, code, sentence) => {
    const home = workshop.folder();
    const binaries = typeof options.binaries === 'function' ? options.binaries() : (options.binaries ?? 'auto');
    const started = await startEmbedded({ ...QUICK, home, ...options, binaries });
    expect(started).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(sentence) as string } });
    expect(existsSync(join(home, 'postgres'))).toBe(false);
  });

  it('a named port that is taken; an unnamed one is exchanged', async () => {
    const home = await settledHome();
    const first = await workshop.start(home);
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => {
      squatter.listen(first.port, '127.0.0.1', resolve);
    });
    const refused = await startEmbedded({ ...QUICK, home, port: first.port });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'port-in-use', message: expect.stringContaining(String(first.port)) as string },
    });
    const elsewhere = await workshop.start(home);
    expect(elsewhere.port).not.toBe(first.port);
    await elsewhere.stop();
    squatter.close();
  });

  it('lost or spoilt keys, another version, lost data', async () => {
    const home = await settledHome();
    const { dataDir, stop } = await workshop.start(home);
    await stop();
    const keys = join(home, 'keys', 'database.json');
    const version = join(dataDir, 'PG_VERSION');
    const kept = { keys: readFileSync(keys, 'utf8'), version: readFileSync(version, 'utf8') };
    const refusal = async (): Promise<unknown> => {
      const started = await startEmbedded({ ...QUICK, home });
      return started.ok ? 'started' : started.error.code;
    };
    rmSync(keys);
    expect(await refusal()).toBe('keys-missing');
    writeFileSync(keys, '{"superuser":');
    expect(await refusal()).toBe('keys-damaged');
    writeFileSync(keys, kept.keys);
    writeFileSync(version, '14\n');
    expect(await refusal()).toBe('data-version');
    writeFileSync(version, kept.version);
    renameSync(dataDir, `${dataDir}-lost`);
    expect(await refusal()).toBe('data-missing');
    renameSync(`${dataDir}-lost`, dataDir);
    expect(await workshop.start(home)).toMatchObject({ isAdopted: false });
  });
});
