/** Demo data: what the units of a demo district would have sent and the credit office done before its first start, done the way they would do it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoStorySchema, demoYearSchema } from '@xincheng/contract/standards';
import { asDay, dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { parse } from 'yaml';
import { readBatches } from '../intake/index.ts';
import { factOf, noteFact } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { sweepPublicity, SWEEPER } from '../publicity/index.ts';
import { inOrder } from './event.ts';
import type { DemoEvent } from './event.ts';
import { folderEvents } from './folder.ts';
import { instantOf, perform } from './perform.ts';
import { storyEvents } from './story.ts';
import { yearEvents } from './year.ts';

/** Facts of the installation: the day from which the demo data are counted back, and how many events of them have happened. */
const FIRST_START = 'demo-first-start';
const HAPPENED = 'demo-events';
const WHOLE = 'whole';
/** A line of progress after so many events. */
const TOLD_EVERY = 200;

export interface SeedOptions {
  readonly folder: string;
  readonly now: Date;
  readonly log: (line: string) => void;
  /** Asked between events: the next start goes on where this one stopped. */
  readonly isStopping: () => boolean;
}

/** Notes the day of the first start of a demo district, before anybody can send anything. Not where something was sent, nor in a real district. */
export async function noteFirstStart(platform: Platform, now: Date): Promise<void> {
  if (!platform.pack.district.isDemo || (await factOf(platform, FIRST_START)) !== null) return;
  const everything = { now, today: dayOf(now), actor: { id: 'xincheng', scope: 'all' as const, units: [], subjects: [] } };
  const sent = await readBatches(platform, everything, { dataset: null, before: null, limit: 1 });
  if (sent.length === 0) await noteFact(platform, FIRST_START, dayOf(now));
}

/**
 * Brings the demo data of a folder in: files in folders named by a day, and, as if counted back from the first start, the year of
 * `year.yaml` and the story of `story.yaml`. Takes a minute or two and may be broken off at any point; what had happened already
 * changes nothing. Does nothing without the folder, or where no first start was noted.
 */
export async function seedDemo(platform: Platform, { folder, now, log, isStopping }: SeedOptions): Promise<void> {
  const noted = await factOf(platform, FIRST_START);
  const happened = await factOf(platform, HAPPENED);
  if (noted === null || happened === WHOLE || !existsSync(folder)) return;
  const today = asDay(noted);
  const made = await eventsOf(platform, folder, today, isStopping);
  if (made === null) return;
  const events = inOrder(made, platform.pack);
  for (const [index, event] of events.entries()) {
    if (index < Number(happened ?? 0)) continue;
    if (isStopping()) return;
    const said = await perform(platform, event, instantOf(event, nthOfKind(events, index), now));
    await noteFact(platform, HAPPENED, String(index + 1));
    if (said !== null) log(`演示数据 ${event.on} ${said}`);
    if ((index + 1) % TOLD_EVERY === 0)
      log(`演示数据：已载入 ${String(Math.round(((index + 1) / events.length) * 100))}%，到 ${event.on}`);
  }
  // What has run its time in the years that were told in minutes.
  await sweepPublicity(platform, { now, today: dayOf(now), actor: SWEEPER }, dayOf(now));
  await noteFact(platform, HAPPENED, WHOLE);
  log(`演示数据载入完毕，共 ${String(events.length)} 件`);
}

/** Null when it is time to stop. */
async function eventsOf(platform: Platform, folder: string, today: Day, isStopping: () => boolean): Promise<DemoEvent[] | null> {
  const events: DemoEvent[] = await folderEvents(folder, today);
  const year = await yamlOf(join(folder, 'year.yaml'));
  if (year !== null) {
    const made = await yearEvents(platform.pack, demoYearSchema.parse(year), today, isStopping);
    if (made === null) return null;
    if (!made.ok) throw new Error(`year.yaml: ${made.error.message}`);
    events.push(...made.value);
  }
  const story = await yamlOf(join(folder, 'story.yaml'));
  return story === null ? events : [...events, ...storyEvents(demoStorySchema.parse(story), today)];
}

async function yamlOf(path: string): Promise<unknown> {
  return existsSync(path) ? parse(await readFile(path, 'utf8')) : null;
}

function nthOfKind(events: readonly DemoEvent[], index: number): number {
  const { on, kind } = events[index] ?? {};
  let nth = 0;
  for (let before = index - 1; before >= 0 && events[before]?.on === on; before -= 1)
    nth += Number(events[before]?.kind === kind);
  return nth;
}
