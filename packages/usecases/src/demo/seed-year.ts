/** The year before the first start: invented filings of some forty units, so that lists, rates and charts have something to show. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoYearSchema } from '@xincheng/contract/standards';
import type { DemoSeries, DemoYear } from '@xincheng/contract/standards';
import { asDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { readFact, writeFact } from '@xincheng/store/standards';
import { parse } from 'yaml';
import { submitBatch } from '../intake/index.ts';
import type { Platform } from '../platform/index.ts';
import { deliveriesOf } from './deliveries.ts';
import type { Delivery } from './deliveries.ts';
import { demoContext, FIRST_START } from './first-start.ts';

const FILE = 'year.yaml';
const OWNER = { actor: 'xincheng', scope: 'all' } as const;
/** Noted of a series when all of it is filed; until then, how many of its files are. */
const WHOLE = 'whole';
/** A line of progress after so many units and datasets. */
const TOLD_EVERY = 10;

/**
 * Files the year described by `year.yaml` of a demo folder, up to the day of the first start. Takes a minute or two and may be broken off at
 * any point: the next start goes on where this one stopped, and a file that was filed already is answered from its receipt. Does nothing
 * where the demo data did not come in here.
 */
export async function seedDemoYear(
  platform: Platform,
  folder: string,
  log: (line: string) => void,
  isStopping: () => boolean,
): Promise<void> {
  const path = join(folder, FILE);
  const started = await fact(platform, FIRST_START);
  if (!platform.pack.district.isDemo || started === null || !existsSync(path)) return;
  const year = demoYearSchema.parse(parse(await readFile(path, 'utf8')));
  let rows = 0;
  for (const [index, series] of year.series.entries()) {
    for await (const accepted of fileSeries(platform, year, series, asDay(started))) {
      rows += accepted;
      if (isStopping()) return;
    }
    if ((index + 1) % TOLD_EVERY === 0 && rows > 0)
      log(`演示数据：一年的报送，已载入 ${rows.toLocaleString('zh')} 行（${String(index + 1)}/${String(year.series.length)}）`);
  }
  if (rows > 0) log(`演示数据：一年的报送载入完毕，共 ${rows.toLocaleString('zh')} 行`);
}

/** Files what is left of a series, one delivery a step; yields how many rows each took in. */
async function* fileSeries(platform: Platform, year: DemoYear, series: DemoSeries, today: Day): AsyncGenerator<number> {
  const name = `demo-year/${series.unit}/${series.dataset}`;
  const filed = await fact(platform, name);
  if (filed === WHOLE) return;
  const deliveries = deliveriesOf(platform.pack, year, series, today);
  if (!deliveries.ok) throw new Error(`${FILE}: ${series.unit} ${series.dataset}: ${deliveries.error.message}`);
  for (const [index, delivery] of deliveries.value.entries()) {
    if (index < Number(filed ?? 0)) continue;
    const accepted = await file(platform, series, delivery);
    const isLast = index + 1 === deliveries.value.length;
    await withTransaction(platform.database.owner, OWNER, (client) =>
      writeFact(client, name, isLast ? WHOLE : String(index + 1)),
    );
    yield accepted;
  }
}

async function file(platform: Platform, { unit, dataset }: DemoSeries, { on, text }: Delivery): Promise<number> {
  const fileName = `${dataset}.${unit}.csv`;
  const path = join(platform.home.temporary, `demo-${fileName}`);
  await writeFile(path, text);
  try {
    const submission = { unitId: unit, dataset, path, fileName, source: 'file' as const, idempotencyKey: null };
    const receipt = await submitBatch(platform, demoContext(on, [unit]), submission);
    if (!receipt.ok) throw new Error(`${fileName}: ${receipt.error.message}`);
    return receipt.value.accepted;
  } finally {
    await rm(path, { force: true });
  }
}

async function fact(platform: Platform, name: string): Promise<string | null> {
  return withTransaction(platform.database.owner, OWNER, (client) => readFact(client, name));
}
