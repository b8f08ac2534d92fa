/** Root may not run PostgreSQL, so root's server runs as somebody else, wherever the checkout and the home lie. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { findBinaries } from '../src/embedded/binaries.ts';
import { startEmbedded } from '../src/embedded/index.ts';
import { ask, endChild, IS_ROOT, isRunning, killHard, NOBODY, QUICK, until, Workshop } from './_embedded.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workshop = new Workshop();
afterAll(async () => workshop.clear());

const PACKAGED = IS_ROOT ? findBinaries(`${process.platform}-${process.arch}`).folder : '';
const ACCOUNTS = ['/etc/passwd', '/etc/group', '/etc/shadow'];

function userOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function closedFolder(): string {
  const folder = workshop.folder('closed');
  chmodSync(folder, 0o700);
  return folder;
}

/** Programs that the server's user can reach, also where this checkout is in a closed folder. */
function openBinaries(): { binaries?: string } {
  const isOpen = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', PACKAGED], { cwd: '/', uid: NOBODY, gid: NOBODY }).status === 0;
  if (isOpen) return {};
  const copy = join(workshop.folder('programs'), 'native');
  cpSync(PACKAGED, copy, { recursive: true, verbatimSymlinks: true });
  return { binaries: copy };
}

describe.runIf(IS_ROOT)('as root', () => {
  it('runs the server as nobody, data in the home, accounts of the machine untouched', async () => {
    const accounts = ACCOUNTS.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''));
    const home = workshop.folder();
    const server = await workshop.start(home);
    expect(userOf(server.pid)).toBe(NOBODY);
    expect(server.dataDir).toBe(join(home, 'postgres'));
    expect(statSync(server.dataDir).uid).toBe(NOBODY);
    expect(statSync(join(home, 'keys', 'database.json'))).toMatchObject({ uid: 0 });
    expect(ACCOUNTS.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))).toEqual(accounts);
  });

  it('keeps data and programs where nobody reaches them when home and checkout are closed to others', async () => {
    const closed = closedFolder();
    const programs = join(closed, 'native');
    cpSync(PACKAGED, programs, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
    const home = join(closed, 'home');
    const server = await workshop.start(home, { binaries: programs });
    workshop.alsoRemove(dirname(server.dataDir));
    expect(server.dataDir).toMatch(/^\/var\/(lib|tmp)\/xincheng-[0-9a-f]{16}\/postgres$/);
    expect(readdirSync(dirname(server.dataDir)).some((name) => name.startsWith('postgres-binaries-'))).toBe(true);
    expect(statSync(dirname(server.dataDir))).toMatchObject({ uid: 0, mode: 0o40711 });
    await ask(server.ownerUrl, 'create table kept as select 3 as three');
    await server.stop();

    // Moved, the home still finds its data; copied, it must not share it.
    const moved = join(closed, 'moved');
    renameSync(home, moved);
    const again = await workshop.start(moved, { binaries: programs });
    expect(await ask(again.ownerUrl, 'select three from kept')).toBe(3);
    await again.stop();
    cpSync(moved, join(closed, 'copy'), { recursive: true });
    renameSync(moved, home);
    await (await workshop.start(home, { binaries: programs })).stop();
    expect(await startEmbedded({ ...QUICK, home: join(closed, 'copy'), binaries: programs })).toMatchObject({
      ok: false,
      error: { code: 'data-elsewhere' },
    });

    // Removed and made again, the home begins anew; the old data is put aside, not lost.
    const { child } = await workshop.startElsewhere(home, { binaries: programs });
    await killHard(child);
    rmSync(home, { recursive: true });
    const lines: string[] = [];
    const fresh = await workshop.start(home, { binaries: programs, log: (line) => lines.push(line) });
    expect(lines.join()).toContain('.aside-');
    expect(readdirSync(dirname(fresh.dataDir)).filter((name) => name.startsWith('postgres.aside-'))).toHaveLength(1);
    await expect(ask(fresh.ownerUrl, 'select three from kept')).rejects.toMatchObject({ code: '42P01' });
  });

  it('refuses to begin anew when data outside the home is lost', async () => {
    const home = join(closedFolder(), 'home');
    const server = await workshop.start(home);
    workshop.alsoRemove(dirname(server.dataDir));
    await server.stop();
    rmSync(server.dataDir, { recursive: true });
    expect(await startEmbedded({ ...QUICK, home })).toMatchObject({ ok: false, error: { code: 'data-missing' } });
  });

  it('names a disk that fills up while the cluster is made', async ({ skip }) => {
    const home = workshop.folder('small');
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=755', 'tmpfs', home]).status === 0;
    if (!mounted) skip('this machine lets nobody mount');
    try {
      const started = await startEmbedded({ ...QUICK, home, bytesNeeded: 0 });
      expect(started).toMatchObject({
        ok: false,
        error: { code: 'disk-full', message: expect.stringContaining('磁盘空间不足') as string },
      });
      expect(readdirSync(home).filter((name) => name.startsWith('postgres'))).toEqual([]);
    } finally {
      spawnSync('umount', [home]);
    }
  });
});

describe.runIf(IS_ROOT)('as an ordinary user', () => {
  it('runs the server as that user in a home closed to others; root may start it meanwhile without taking it away', async () => {
    const binaries = openBinaries();
    const own = workshop.folder('own');
    chownSync(own, NOBODY, NOBODY);
    chmodSync(own, 0o700);
    const home = join(own, 'home');
    const first = await workshop.startElsewhere(home, { uid: NOBODY, ...binaries });
    expect(first.said).toMatchObject({ isAdopted: false, dataDir: join(home, 'postgres') });
    expect(userOf(first.said.pid)).toBe(NOBODY);
    await endChild(first.child);
    expect(isRunning(first.said.pid)).toBe(false);

    const asRoot = await workshop.start(home, binaries);
    expect(userOf(asRoot.pid)).toBe(NOBODY);
    await asRoot.stop();

    const second = await workshop.startElsewhere(home, { uid: NOBODY, ...binaries });
    expect(second.said.error).toBeUndefined();
    await killHard(second.child);
    const third = await workshop.startElsewhere(home, { uid: NOBODY, ...binaries });
    expect(third.said).toMatchObject({ isAdopted: true, pid: second.said.pid });
    await endChild(third.child);
    await until(() => !isRunning(second.said.pid), 'adopted server stopped');
  });

  it('is refused a home that is not its own, with the reason', async () => {
    const home = workshop.folder('foreign');
    mkdirSync(join(home, 'deep'));
    const { said } = await workshop.startElsewhere(join(home, 'deep', 'home'), { uid: NOBODY });
    expect(said.error).toMatchObject({ code: 'home-not-writable', message: expect.stringContaining('XINCHENG_HOME') as string });
  });

  it('uses a copy of programs whose folder cannot be completed', async () => {
    const folder = join(workshop.folder('programs'), 'native');
    cpSync(PACKAGED, folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
    const own = workshop.folder('own');
    chownSync(own, NOBODY, NOBODY);
    const { child, said } = await workshop.startElsewhere(join(own, 'home'), { uid: NOBODY, binaries: folder });
    expect(said.error).toBeUndefined();
    expect(readdirSync(join(own, 'home')).some((name) => name.startsWith('postgres-binaries-'))).toBe(true);
    await endChild(child);
  });
});
