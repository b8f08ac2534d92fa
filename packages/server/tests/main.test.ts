/** The service as a process: what it says, and how it ends. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Receipt, RecordView } from '@xincheng/contract/api';
import type { DatasetDefinition } from '@xincheng/core/standards';
import { parse } from 'yaml';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const ROOT = join(import.meta.dirname, '../../..');
const CLEAN_END_MS = 60_000;
const ROWS = 8000;

let home = '';
const running: ChildProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'xincheng-main-'));
});

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    cwd: ROOT,
    env: { ...process.env, XINCHENG_HOME: home, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part.toString()));
  return { child, said: () => parts.join(''), ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** Starts and waits until it says where it answers. */
async function start(): Promise<Run & { readonly url: string; readonly authorization: string }> {
  const begun = run({ XINCHENG_PORT: '0' });
  await expect.poll(() => begun.said(), { timeout: 120_000, interval: 100 }).toMatch(/Ctrl-C/u);
  const url = /(http:\/\/127\.0\.0\.1:\d+)\/api\/docs/u.exec(begun.said())?.[1] ?? '';
  const token = await readFile(join(home, 'keys/development-token'), 'utf8');
  return { ...begun, url, authorization: `Bearer ${token.trim()}` };
}

/** A form with licences enough to keep the service busy for some seconds. */
function manyLicences(rows: number): FormData {
  const { fields, examples } = parse(readFileSync(join(ROOT, 'standards/datasets/licence.yaml'), 'utf8')) as Pick<
    DatasetDefinition,
    'fields' | 'examples'
  >;
  const values = examples[0]?.values ?? {};
  const line = (number: number): string =>
    fields.map(({ code }) => (code === 'XK_WSH' ? `济历城审许〔2021〕${String(number)}号` : (values[code] ?? ''))).join(',');
  const text = [fields.map(({ code }) => code).join(','), ...Array.from({ length: rows }, (_, index) => line(index + 1))].join(
    '\n',
  );
  const form = new FormData();
  form.set('file', new Blob([text]), '许可.csv');
  return form;
}

describe('main', () => {
  it('starts on nothing, says where it answers, answers there, and ends on a signal', async () => {
    const { child, said, ended, url, authorization } = await start();
    const tokenPath = /development token: (\S+)/u.exec(said())?.[1] ?? '';
    expect(tokenPath).toBe(join(home, 'keys/development-token'));
    expect(await (await fetch(`${url}/api/v1/health`)).json()).toMatchObject({ status: 'ok', database: 'ok', isDemo: true });
    expect(said()).not.toContain(authorization.slice('Bearer '.length));
    const datasets = await fetch(`${url}/api/v1/datasets`, { headers: { authorization } });
    expect([datasets.status, ((await datasets.json()) as { items: unknown[] }).items.length > 3]).toEqual([200, true]);
    const begun = performance.now();
    child.kill('SIGINT');
    // Under npm one Ctrl-C comes twice.
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(CLEAN_END_MS);
    expect(said()).toContain('Stopped');
  }, 120_000);

  it('killed in the middle of a batch, it finishes it at the next start, every row once', async () => {
    const first = await start();
    const headers = { authorization: first.authorization, prefer: 'respond-async' };
    const sent = await fetch(`${first.url}/api/v1/batches/file?dataset=licence&unit=lc-shili-sp`, {
      method: 'POST',
      headers,
      body: manyLicences(ROWS),
    });
    const receipt = (await sent.json()) as Receipt;
    expect([sent.status, receipt.state], JSON.stringify(receipt)).toEqual([202, 'received']);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start();
    const read = async (path: string): Promise<unknown> =>
      (await fetch(`${second.url}/api/v1${path}`, { headers: { authorization: second.authorization } })).json();
    await expect
      .poll(async () => ((await read(`/batches/${receipt.batch}`)) as Receipt).state, { timeout: 120_000, interval: 200 })
      .toBe('done');
    expect(second.said()).toContain(receipt.receiptNo);
    expect(await read(`/batches/${receipt.batch}`)).toMatchObject({ rows: ROWS, accepted: ROWS, receivedAt: receipt.receivedAt });
    const { items } = (await read('/records?limit=500&unit=lc-shili-sp')) as { items: RecordView[] };
    expect([items.length, items.every(({ version, lineage }) => version === 1 && lineage.batch === receipt.batch)]).toEqual([
      500,
      true,
    ]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 180_000);

  it('says in one sentence that its port is taken, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { said, ended } = run({ XINCHENG_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said()).toMatch(new RegExp(`端口 ${String(port)} 已被占用。.*（port-in-use）`, 'u'));
    expect(said()).not.toMatch(/^\s+at /mu);
    other.close();
  }, 120_000);

  it.each([
    [{ XINCHENG_PORT: 'eighty' }, /XINCHENG_PORT .*（bad-port）/u],
    [{ XINCHENG_DISTRICT: join(tmpdir(), 'no-such-district') }, /。.*（standards-refused）/u],
    [{ XINCHENG_DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, /无法连接数据库.*（database-unreachable）/u],
  ])(
    'refuses to start with %o',
    async (environment, sentence) => {
      const { said, ended } = run({ XINCHENG_PORT: '0', ...environment });
      expect(await ended).toBe(1);
      expect(said()).toMatch(sentence);
      expect(said()).not.toMatch(/^\s+at /mu);
    },
    120_000,
  );
});
