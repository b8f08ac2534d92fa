/** Looking at what went to the city: batches, rows without an answer, refused rows, numbers, and what is due. */
import { dayNumber, dayFromNumber, dayOf } from '@xincheng/core/calendar';
import type { Calendar, Day } from '@xincheng/core/calendar';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ForwardTemplate } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  countForwarding,
  decisionDays,
  listForwardBatches,
  listItems,
  markToResend,
  notForwarded,
} from '@xincheng/store/forwarding';
import type { ForwardBatchFilter, ForwardBatchRow, ForwardingCount, ItemFilter, ListedItem } from '@xincheng/store/forwarding';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict, readerOf, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { timelinessOf } from '../records/timeliness.ts';
import { forwardProblem } from './problem.ts';
import type { ForwardProblem } from './problem.ts';

/** A page of batches, the newest first. */
export async function readForwardBatches(
  platform: Platform,
  context: ActContext,
  filter: ForwardBatchFilter,
): Promise<readonly ForwardBatchRow[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'forwarding.read'), (client) =>
    listForwardBatches(client, filter),
  );
}

/** A row that was handed over and has no answer, with the working days since. */
export interface UnansweredItem extends ListedItem {
  readonly workingDays: number;
}

/** Rows without an answer for at least so many working days, by batch and row. */
export async function readUnanswered(
  platform: Platform,
  context: ActContext,
  filter: Pick<ItemFilter, 'dataset' | 'unitId' | 'after' | 'limit'> & { readonly days: number },
): Promise<readonly UnansweredItem[]> {
  const { days, ...rest } = filter;
  const handedBefore = days === 0 ? null : startOf(workingDayBack(platform.calendar, context.today, days));
  const items = await withTransaction(platform.database.app, readerOf(context.actor, 'forwarding.read'), (client) =>
    listItems(client, { ...rest, state: 'sent', handedBefore }),
  );
  return items.map((item) => ({
    ...item,
    workingDays: item.handedAt === null ? 0 : workingDaysBetween(platform.calendar, dayOf(item.handedAt), context.today),
  }));
}

/** Rows the city refused and that nothing has mended yet, with its words. A unit sees its own. */
export async function readRefused(
  platform: Platform,
  context: ActContext,
  filter: Pick<ItemFilter, 'dataset' | 'unitId' | 'after' | 'limit'>,
): Promise<readonly ListedItem[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'forwarding.read'), (client) =>
    listItems(client, { ...filter, state: 'refused', handedBefore: null }),
  );
}

/** Sends refused records again as they are, on the word of a named person: the next batch takes them. Gives the ids that were refused. */
export async function resendRecords(
  platform: Platform,
  context: ActContext,
  {
    records,
    name: typed,
    reason,
  }: { readonly records: readonly string[]; readonly name?: string | undefined; readonly reason: string },
): Promise<Result<readonly string[], ForwardProblem>> {
  if (!mayActForDistrict(context.actor, 'forwarding.make')) return forwardProblem('credit-office-only');
  const name = signed(context, typed);
  if (!name.ok) return name;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const marked = await markToResend(client, records);
    for (const { recordId, unitId } of marked)
      await writeAct(client, context, {
        act: 'forward.resend',
        objectKind: 'record',
        objectId: recordId,
        unitId,
        details: { name: name.value, reason },
      });
    return ok(marked.map(({ recordId }) => recordId));
  });
}

/** A record that was never handed over, with the last day in time. */
export interface DueForwarding {
  readonly recordId: string;
  readonly dataset: string;
  readonly unitId: string;
  readonly number: string;
  readonly subjectName: string;
  readonly decidedOn: string;
  readonly dueOn: Day | null;
  /** Days left; negative when the day has passed. */
  readonly daysLeft: number | null;
}

/** Records that must go to the city within so many days, the most urgent first; those already late are among them. */
export async function readDueForwarding(
  platform: Platform,
  context: ActContext,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<readonly DueForwarding[]> {
  const found = await withTransaction(platform.database.app, readerOf(context.actor, 'forwarding.read'), async (client) => {
    const lists: DueForwarding[] = [];
    for (const template of platform.pack.forwarding.values())
      lists.push(...(await dueOf(platform, client, context, template, limit)));
    return lists;
  });
  return found
    .filter(({ daysLeft }) => daysLeft !== null && daysLeft <= days)
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
    .slice(0, limit);
}

async function dueOf(
  platform: Platform,
  client: Client,
  { today }: ActContext,
  template: ForwardTemplate,
  limit: number,
): Promise<readonly DueForwarding[]> {
  // The older the decision, the earlier the day: the first records are the most urgent.
  const records = await notForwarded(client, template.id, template.kinds, limit);
  return records.map((record) => {
    const dueOn = cityDueOn(platform, template.id, record.decidedOn);
    return { ...record, dataset: template.id, dueOn, daysLeft: dueOn === null ? null : dayNumber(dueOn) - dayNumber(today) };
  });
}

/** The last day in time of a decision, under the jurisdiction that governs; null without a clock. */
function cityDueOn(platform: Platform, dataset: string, decidedOn: string): Day | null {
  const deadline = platform.pack.datasets.get(dataset)?.deadline;
  return timelinessOf(platform, deadline, decidedOn, decidedOn as Day)[0]?.dueOn ?? null;
}

/** Numbers by dataset and unit, within the actor's scope. */
export async function readForwardingCounts(platform: Platform, context: ActContext): Promise<readonly ForwardingCount[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'forwarding.read'), async (client) => {
    const counts: ForwardingCount[] = [];
    for (const { id, kinds } of platform.pack.forwarding.values()) {
      const days = await decisionDays(client, id, kinds);
      const due = days.map((day): [string, string | null] => [day, cityDueOn(platform, id, day)]);
      counts.push(...(await countForwarding(client, id, kinds, due)));
    }
    return counts;
  });
}

/** Working days after a day, up to and with another. */
function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (calendar.isWorking(dayFromNumber(day))) count += 1;
  return count;
}

/** The working day that is so many back from today: what was handed over before it has waited that long. */
function workingDayBack(calendar: Calendar, today: Day, days: number): Day {
  let left = days;
  let day = dayNumber(today);
  for (; left > 0; day -= 1) if (calendar.isWorking(dayFromNumber(day))) left -= 1;
  return dayFromNumber(day + 1);
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
