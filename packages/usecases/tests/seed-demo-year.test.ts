/** The year before the first start of a demonstration district, broken off and taken up again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPlatform } from '@xincheng/testkit/platform';
import { seedDemo, seedDemoYear } from '@xincheng/usecases/demo';
import type { Platform } from '@xincheng/usecases/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';

const FIRST_START = new Date('2026-03-31T14:00:00+08:00');
const YEAR = `
days: 120
mark: 示例
series:
  - { unit: lc-scjg, dataset: penalty, rows: 90, everyDays: 15, bad: 0 }
  - { unit: lc-xzsp, dataset: licence, rows: 60, everyDays: 60, bad: 0.05 }
  - { unit: lc-sfj, dataset: commitment, rows: 40, everyDays: 30, bad: 0 }
`;
let platform: Platform;
let folder = '';

beforeAll(async () => {
  platform = await testPlatform();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-demo-year-'));
  await writeFile(join(folder, 'year.yaml'), YEAR);
});

afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

function silent(): void {
  // Nobody reads along.
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await platform.database.owner.query<T>(sql)).rows;
}

async function batches(): Promise<number> {
  return (await rows('select 1 from intake_batch')).length;
}

it('does not come in where the demo data did not', async () => {
  await seedDemoYear(platform, folder, silent, () => false);
  expect(await batches()).toBe(0);
});

it('goes on where it was broken off, and files nothing twice', async () => {
  await seedDemo(platform, folder, FIRST_START, silent);
  let left = 2;
  await seedDemoYear(platform, folder, silent, () => (left -= 1) < 0);
  expect(await batches()).toBe(3);
  const lines: string[] = [];
  await seedDemoYear(
    platform,
    folder,
    (line) => lines.push(line),
    () => false,
  );
  expect(lines).toHaveLength(1);
  const after = await batches();
  await seedDemoYear(
    platform,
    folder,
    (line) => lines.push(line),
    () => false,
  );
  expect([await batches(), lines.length]).toEqual([after, 1]);
  const [{ twice } = { twice: 0 }] = await rows<{ twice: number }>(
    'select count(*)::integer as twice from (select 1 from intake_batch group by file_sha256, unit_id having count(*) > 1) again',
  );
  expect(twice).toBe(0);
});

it('holds decisions of the year, each filed after it was made; seldom filing is late filing', async () => {
  const late = await rows<{ dataset: string; late: number; records: number; most: number }>(
    `select dataset, count(*) filter (where waited > 15)::integer as late, count(*)::integer as records, max(waited) as most
     from (select dataset, (received_at at time zone 'Asia/Shanghai')::date - decided_on as waited from credit_record) waits
     group by dataset order by dataset`,
  );
  expect(late.map(({ dataset }) => dataset)).toEqual(['commitment', 'licence', 'penalty']);
  const [, licences, penalties] = late;
  expect([penalties?.late, penalties?.most]).toEqual([0, 15]);
  expect(licences?.late).toBeGreaterThan((licences?.records ?? 0) / 3);
  expect(licences?.records).toBeGreaterThan(50);
  const outside = await rows(`select 1 from credit_record where decided_on < '2025-12-01' or decided_on > '2026-03-31'`);
  expect(outside).toEqual([]);
});

it('is invented and says so; a unit files its own decisions only, and no good row is sent back', async () => {
  expect(await rows(`select 1 from credit_record where subject_kind <> 'natural' and subject_name not like '%示例%'`)).toEqual(
    [],
  );
  expect(await rows('select 1 from credit_record r join unit u on u.id = r.unit_id where r.authority_uscc <> u.uscc')).toEqual(
    [],
  );
  expect(await rows(`select 1 from intake_batch where dataset <> 'licence' and rejected > 0`)).toEqual([]);
});
