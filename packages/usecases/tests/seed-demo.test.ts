/** Demo data come in once, in a demo district only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { seedDemo } from '@xincheng/usecases/demo';
import { readBatches, templateCsv } from '@xincheng/usecases/intake';
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

it('nothing in a real district, nothing without the folder', async () => {
  const real = { ...platform, pack: { ...platform.pack, district: { ...platform.pack.district, isDemo: false } } };
  await seedDemo(real, folder, NOW, () => undefined);
  await seedDemo(platform, join(folder, 'none'), NOW, () => undefined);
  expect(await batches()).toBe(0);
});

it('every file at the first start, none at the next', async () => {
  const lines: string[] = [];
  await seedDemo(platform, folder, NOW, (line) => lines.push(line));
  expect([await batches(), lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain(`licence.${UNIT}.csv`);
  await writeFile(join(folder, `penalty.${UNIT}.csv`), templateCsv(datasetOf(platform, 'penalty')));
  await seedDemo(platform, folder, NOW, (line) => lines.push(line));
  expect([await batches(), lines.length]).toEqual([1, 1]);
});
