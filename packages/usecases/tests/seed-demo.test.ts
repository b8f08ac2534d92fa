/** Demo data come in once, in a demo district only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { noteFirstStart, seedDemo } from '@xincheng/usecases/demo';
import { readBatches, submitBatch, templateCsv } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';

const NOW = new Date('2021-05-06T09:00:00+08:00');
const UNIT = 'lc-shili-sp';
let platform: Platform;
let folder = '';

beforeAll(async () => {
  platform = await testPlatform();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-demo-'));
  await writeFile(join(folder, `licence.${UNIT}.csv`), templateCsv(datasetOf(platform, 'licence')));
  await writeFile(join(folder, '说明.txt'), '不是数据');
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

async function batches(): Promise<number> {
  return (await readBatches(platform, actAt('2021-05-06T09:00', [UNIT]), { dataset: null, before: null, limit: 10 })).length;
}

/** A start of the service: the day is noted before anybody can send anything, the data come behind. */
async function start(on: Platform, from: string, log: (line: string) => void = () => undefined): Promise<void> {
  await noteFirstStart(on, NOW);
  await seedDemo(on, { folder: from, now: NOW, log, isStopping: () => false });
}

it('nothing in a real district, nothing without the folder', async () => {
  const real = { ...platform, pack: { ...platform.pack, district: { ...platform.pack.district, isDemo: false } } };
  await start(real, folder);
  await start(platform, join(folder, 'none'));
  expect(await batches()).toBe(0);
});

it('every file at the first start, none at the next', async () => {
  const lines: string[] = [];
  await start(platform, folder, (line) => lines.push(line));
  expect([await batches(), lines.length]).toEqual([1, 2]);
  expect(lines[0]).toContain(`licence.${UNIT}.csv：4 行`);
  await start(platform, folder, (line) => lines.push(line));
  expect([await batches(), lines.length]).toEqual([1, 2]);
});

it('nothing where somebody sent something before', async () => {
  const used = await testPlatform();
  try {
    await seedDemo(used, { folder, now: NOW, log: () => undefined, isStopping: () => false });
    await pushRows(used);
    const before = await used.database.owner.query('select 1 from intake_batch');
    await start(used, folder);
    expect([before.rows.length, (await used.database.owner.query('select 1 from intake_batch')).rows.length]).toEqual([1, 1]);
  } finally {
    await used.close();
  }
});

async function pushRows(on: Platform): Promise<void> {
  const path = join(folder, `licence.${UNIT}.csv`);
  const submission = {
    unitId: UNIT,
    dataset: 'licence',
    path,
    fileName: '许可.csv',
    source: 'file' as const,
    idempotencyKey: null,
  };
  const receipt = await submitBatch(on, actAt('2021-05-06T08:00', [UNIT]), submission);
  expect(receipt.ok).toBe(true);
}
