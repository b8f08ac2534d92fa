/** Letting an event happen, by the use cases everybody uses. */
import { dayOf } from '@xincheng/core/calendar';
import { submitBatch } from '../intake/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { endByRepair } from '../publicity/index.ts';
import { readRecords } from '../records/index.ts';
import { answerBatches, forwardDue } from './city.ts';
import type { DemoEvent, FileEvent, RepairEvent } from './event.ts';
import { withFile } from './temporary-file.ts';

const SEEDER = '演示数据';
/** When files begin to come, and when the rest is done. */
const HOURS: Readonly<Record<DemoEvent['kind'], string>> = { file: '09:30', answer: '14:00', repair: '15:00', forward: '16:00' };
const APART_MS = 60_000;

/** The instant of an event that is the n-th of its kind on its day; never behind now. */
export function instantOf({ kind, on }: DemoEvent, nth: number, now: Date): Date {
  // One after another, so that lists by time of arrival have an order.
  const at = new Date(new Date(`${on}T${HOURS[kind]}:00+08:00`).getTime() + nth * APART_MS);
  return at < now ? at : now;
}

/**
 * Lets it happen and says in a few words what came of it, if anybody is to be told. What had happened before a stop and happens again
 * changes nothing. A file that cannot be used is told and passed over: nobody's start depends on it.
 */
export async function perform(platform: Platform, event: DemoEvent, at: Date): Promise<string | null> {
  switch (event.kind) {
    case 'file':
      return submit(platform, event, at);
    case 'forward':
      await forwardDue(platform, creditOffice(at));
      return null;
    case 'answer':
      await answerBatches(platform, creditOffice(at), event.city);
      return null;
    case 'repair':
      return putRight(platform, event, at);
  }
}

async function submit(platform: Platform, { unit, dataset, text, isTold }: FileEvent, at: Date): Promise<string | null> {
  const receipt = await withFile(platform, `${dataset}.${unit}.csv`, await text(), (path, fileName) => {
    const submission = { unitId: unit, dataset, path, fileName, source: 'file' as const, idempotencyKey: null };
    return submitBatch(platform, contextAt(at, { scope: 'units', units: [unit] }), submission);
  });
  const name = `${dataset}.${unit}.csv`;
  if (!receipt.ok) return `${name}：没有载入：${receipt.error.message}（${receipt.error.code}）`;
  if (!isTold) return null;
  const { rows, accepted, changed, unchanged, rejected, waiting } = receipt.value;
  const counts = { 入库: accepted, 更正: changed, 未变化: unchanged, 退回: rejected, 待确认: waiting };
  const said = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${String(count)}`);
  return `${name}：${String(rows)} 行，${said.join('，')}`;
}

async function putRight(platform: Platform, { subject, repair }: RepairEvent, at: Date): Promise<string | null> {
  const context = creditOffice(at);
  const { dataset, number, ...documented } = repair;
  const filter = { dataset, unitId: null, parentId: null, decidedFrom: null, decidedTo: null, after: null, limit: MOST_RECORDS };
  const records = await readRecords(platform, context, { ...filter, subjectKey: subject });
  const record = records.find((each) => each.number === number);
  if (record === undefined) return `修复 ${number}：没有这条记录`;
  const ended = await endByRepair(platform, context, record.recordId, documented);
  // Ended before a stop.
  if (!ended.ok && ended.error.code === 'not-possible-now') return null;
  return `修复 ${number}：${ended.ok ? '已停止公示' : `${ended.error.message}（${ended.error.code}）`}`;
}

/** More than one organisation of the demonstration has of one dataset. */
const MOST_RECORDS = 500;

function creditOffice(at: Date): ActContext {
  return contextAt(at, { scope: 'all', units: [] });
}

function contextAt(now: Date, actor: Pick<Actor, 'scope' | 'units'>): ActContext {
  return { now, today: dayOf(now), actor: { id: SEEDER, subjects: [], ...actor } };
}
