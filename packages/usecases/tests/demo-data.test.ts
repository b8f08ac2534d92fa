/** The demonstration district's own files: every one loads, and they show what their README promises. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAt, DISTRICT_DIR, testPlatform } from '@xincheng/testkit/platform';
import { noteFirstStart, seedDemo } from '@xincheng/usecases/demo';
import type { Platform } from '@xincheng/usecases/platform';
import { readRecords, readVersions } from '@xincheng/usecases/records';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SHOP = '92370112MA0000G5X0';
const EVERYONE = { ...actAt('2021-06-01T09:00', []), actor: { id: '测试员', scope: 'all' as const, units: [], subjects: [] } };
const lines: string[] = [];
let platform: Platform;
let folder = '';

beforeAll(async () => {
  platform = await testPlatform();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-demo-data-'));
  await cp(join(DISTRICT_DIR, 'demo'), folder, { recursive: true });
  await writeFile(join(folder, 'licence.lc-nobody.csv'), '不是数据');
  // The year before the first start has a test of its own.
  for (const name of ['year.yaml', 'story.yaml']) await rm(join(folder, name));
  const now = new Date('2021-06-01T01:00:00Z');
  await noteFirstStart(platform, now);
  await seedDemo(platform, { folder, now, log: (line) => lines.push(line), isStopping: () => false });
}, 60_000);

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await platform.database.owner.query<T>(sql)).rows;
}

it('arrive day by day, parents before what hangs on them, stages before payments; a file that cannot be used is passed over', async () => {
  const batches = await rows<{ day: string; file: string }>(
    `select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, file_name as file from intake_batch order by received_at`,
  );
  expect(batches.map(({ day, file }) => `${day} ${file}`)).toEqual([
    '2021-04-26 commitment.lc-xzsp.csv',
    '2021-04-26 contract.lc-jd-hongjialou.csv',
    '2021-04-26 contract.stage.lc-jd-hongjialou.csv',
    '2021-04-26 licence.lc-xzsp.csv',
    '2021-05-08 commitment.lc-xzsp.csv',
    '2021-05-08 licence.lc-xzsp.csv',
    '2021-05-08 penalty.lc-scjg.csv',
    '2021-05-24 contract.stage.lc-jd-hongjialou.csv',
    '2021-05-24 contract.payment.lc-jd-hongjialou.csv',
    '2021-05-24 penalty.lc-scjg.csv',
  ]);
  expect(lines).toHaveLength(12);
  expect(lines.at(-2)).toMatch(/^演示数据 2021-06-01 licence\.lc-nobody\.csv：没有载入：.*（unknown-unit）$/u);
});

it('show every outcome, and few faults', async () => {
  const [sums] = await rows<Record<string, number>>(
    `select sum(rows)::integer as rows, sum(accepted)::integer as accepted, sum(changed)::integer as changed, sum(unchanged)::integer as unchanged,
       sum(rejected)::integer as rejected, sum(waiting)::integer as waiting from intake_batch`,
  );
  expect(sums).toEqual({ rows: 432, accepted: 403, changed: 7, unchanged: 2, rejected: 16, waiting: 4 });
  const waits = await rows<{ code: string }>('select unnest(codes) as code from intake_waiting order by 1');
  expect(waits.map(({ code }) => code)).toEqual(['R12', 'R15.other-day', 'R15.other-day', 'R19']);
});

it('are invented and say so', async () => {
  const names = await rows<{ name: string }>(
    `select distinct subject_name as name from credit_record where subject_kind <> 'natural'`,
  );
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter(({ name }) => !name.includes('示例'))).toEqual([]);
});

it('tell the story of the corner shop', async () => {
  const filter = { dataset: null, unitId: null, parentId: null, decidedFrom: null, decidedTo: null, after: null, limit: 50 };
  const records = await readRecords(platform, EVERYONE, { ...filter, subjectKey: SHOP });
  const of = (dataset: string) => records.filter((record) => record.dataset === dataset);
  expect(records.map(({ dataset }) => dataset).sort()).toEqual([
    'commitment',
    'contract',
    'contract.payment',
    'contract.stage',
    'contract.stage',
    'contract.stage',
    'licence',
    'penalty',
  ]);
  expect(of('contract')[0]?.rollups).toEqual({ paid: '0.800000', payable: '2.400000' });
  expect(of('licence')[0]?.timeliness.map(({ isLate }) => isLate)).toEqual([false, false]);
  const promise = await readVersions(platform, EVERYONE, of('commitment')[0]?.recordId ?? '');
  expect(promise.map(({ values }) => values['fulfillmentStatus'])).toEqual(['全部履行', '履行中']);
});

it('hold licences that came late', async () => {
  const filter = {
    unitId: 'lc-xzsp',
    subjectKey: null,
    parentId: null,
    decidedFrom: null,
    decidedTo: null,
    after: null,
    limit: 500,
  };
  const licences = await readRecords(platform, EVERYONE, { ...filter, dataset: 'licence' });
  const late = licences.filter(({ timeliness }) => timeliness[0]?.isLate === true);
  expect(late.length).toBeGreaterThan(5);
  expect(late.length).toBeLessThan(licences.length / 2);
});
