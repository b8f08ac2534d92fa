/** The program with its own database server: first start, serving, and a clean end. */
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, ensureBuilt, errorCode, LICENSOR, run, start } from './_program.ts';

const children: ReturnType<typeof start>[] = [];
let folder = '';
let home = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-serve-'));
  // Root's database server runs as another user and must get through to the home.
  await chmod(folder, 0o711);
  home = join(folder, 'home');
  env = { XINCHENG_HOME: home, XINCHENG_PORT: '0' };
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

it('starts, says where it answers, keeps its data in the home and stops in order', async () => {
  const child = start(['serve', '--json'], { cwd: folder, env });
  children.push(child);
  const end = ended(child);
  const first = await new Promise<string>((resolve) => child.stdout.once('data', (part: string) => resolve(part)));
  const { url, api } = JSON.parse(first) as { url: string; api: string };
  expect((await fetch(`${api}/health`)).status).toBe(200);
  expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(true);
  const second = await run(['serve', '--json'], { cwd: folder, env: { ...env, XINCHENG_PORT: new URL(url).port } });
  expect([second.code, errorCode(second)]).toEqual([1, 'port-in-use']);
  const rotating = await run(['keys', 'rotate', '--seal', '--json'], { cwd: folder, env });
  expect([rotating.code, errorCode(rotating)]).toEqual([1, 'platform-running']);
  child.kill('SIGINT');
  const stopped = await end;
  expect([stopped.code, stopped.json]).toEqual([0, { stopped: true }]);
  expect(stopped.stderr).toContain(url);
  expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(false);
});

it('broken off while it starts, leaves no database server behind', async () => {
  await run(['generate', '--dataset', 'licence', '--rows', '10', '--unit', LICENSOR, '--out', 'few.csv'], { cwd: folder });
  const child = start(['submit', 'few.csv', '--dataset', 'licence', '--unit', LICENSOR], { cwd: folder, env });
  children.push(child);
  const end = ended(child);
  while (child.exitCode === null && !(await isStarting())) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGTERM');
  const broken = await end;
  expect([broken.code, broken.stdout]).toEqual([143, '']);
  expect(broken.stderr).toContain('已中断');
  expect(existsSync(join(home, 'postgres/postmaster.pid'))).toBe(false);
});

async function isStarting(): Promise<boolean> {
  return (await readFile(join(home, 'postgres/postmaster.pid'), 'utf8').catch(() => '')) !== '';
}
