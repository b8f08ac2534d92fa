/** Demo data: what the units of a demo district would have sent, submitted the way they would send it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, isDay } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { keepFact } from '@xincheng/store/standards';
import { submitBatch, readBatches } from '../intake/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { demoContext, FIRST_START } from './first-start.ts';

const FILE = /^(?<dataset>[a-z0-9.-]+)\.(?<unit>[a-z0-9-]+)\.csv$/u;
/** When the file of a day arrives. */
const MORNING = 'T09:30:00+08:00';
const APART_MS = 60_000;

interface DemoFile {
  readonly path: string;
  readonly fileName: string;
  readonly dataset: string;
  readonly unit: string;
  readonly at: Date;
}

/**
 * On the first start of a demo district, submits every `<dataset>.<unit>.csv` of a folder, and those of its subfolders named by a day as
 * if they had arrived on that day. Does nothing in a real district, where anything was ever sent, or without the folder. A file that
 * cannot be used is told and passed over: nobody's start depends on it.
 */
export async function seedDemo(platform: Platform, folder: string, now: Date, log: (line: string) => void): Promise<void> {
  if (!platform.pack.district.isDemo || !existsSync(folder)) return;
  const everything = contextFor(now, [...platform.pack.units.keys()]);
  const earlier = await readBatches(platform, everything, { dataset: null, before: null, limit: 1 });
  if (earlier.length > 0) return;
  await withTransaction(platform.database.owner, { actor: 'xincheng', scope: 'all' }, (client) =>
    keepFact(client, FIRST_START, dayOf(now)),
  );
  for (const [index, file] of (await demoFiles(platform, folder, now)).entries()) {
    // One after another, so that lists by time of arrival have an order.
    const at = new Date(file.at.getTime() + index * APART_MS);
    log(`演示数据 ${file.fileName}：${await submit(platform, { ...file, at: at < now ? at : now })}`);
  }
}

/** Day by day; on one day in the order of the datasets: parents before what hangs on them, and what is referred to before what refers. */
async function demoFiles(platform: Platform, folder: string, now: Date): Promise<DemoFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const days = entries.filter((entry) => entry.isDirectory() && isDay(entry.name)).map(({ name }) => name);
  const ofDays = await Promise.all(days.map(async (day) => filesIn(join(folder, day), new Date(`${day}${MORNING}`))));
  const files = [...ofDays.flat(), ...(await filesIn(folder, now))];
  const order = [...platform.pack.datasets.keys()];
  const rank = ({ dataset }: DemoFile): number => order.indexOf(dataset);
  return files.sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b) || (a.fileName < b.fileName ? -1 : 1));
}

async function filesIn(folder: string, at: Date): Promise<DemoFile[]> {
  return (await readdir(folder)).flatMap((fileName) => {
    const { dataset, unit } = FILE.exec(fileName)?.groups ?? {};
    return dataset === undefined || unit === undefined ? [] : [{ path: join(folder, fileName), fileName, dataset, unit, at }];
  });
}

/** What became of a file, in a few words. */
async function submit(platform: Platform, { path, fileName, dataset, unit, at }: DemoFile): Promise<string> {
  const submission = { unitId: unit, dataset, path, fileName, source: 'file' as const, idempotencyKey: null };
  const receipt = await submitBatch(platform, contextFor(at, [unit]), submission);
  if (!receipt.ok) return `没有载入：${receipt.error.message}（${receipt.error.code}）`;
  const { rows, accepted, changed, unchanged, rejected, waiting } = receipt.value;
  const counts = { 入库: accepted, 更正: changed, 未变化: unchanged, 退回: rejected, 待确认: waiting };
  const said = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${String(count)}`);
  return `${String(rows)} 行，${said.join('，')}`;
}

function contextFor(now: Date, units: readonly string[]): ActContext {
  return { ...demoContext(dayOf(now), units), now };
}
