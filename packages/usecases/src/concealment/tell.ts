/** A unit is told of new alarms, one notice for all that a scan found, and of an answer that was returned. */
import type { AlarmRow } from '@xincheng/store/concealment';
import type { Client } from '@xincheng/store/connection';
import type { ActContext } from '../identity/index.ts';
import { sendNotice, wordsAskedFor } from '../notices/index.ts';
import type { Platform } from '../platform/index.ts';
import { answerDue, sentenceOf } from './view.ts';

/** So many are told in full; all lie in the list. */
const TOLD_IN_FULL = 3;

/** Tells each unit of its new alarms. */
export async function tellOfAlarms(
  client: Client,
  context: ActContext,
  platform: Platform,
  template: string,
  alarms: readonly AlarmRow[],
): Promise<void> {
  for (const [unitId, own] of byUnit(alarms)) {
    const sentences = own.slice(0, TOLD_IN_FULL).map((alarm) => sentenceOf(platform, alarm));
    const rest = own.length > TOLD_IN_FULL ? `其余 ${String(own.length - TOLD_IN_FULL)} 条请在线索清单中查看。` : '';
    const words = { count: String(own.length), about: '', name: '', words: sentences.join('') + rest };
    // The first of them: a second scan of the day finds others, and tells of them.
    await tell(client, context, platform, { template, unitId, id: own[0]?.id ?? '', words });
  }
}

/** Tells the unit of an alarm that its answer was returned, and why. */
export async function tellOfReturn(
  client: Client,
  context: ActContext,
  platform: Platform,
  template: string,
  alarm: AlarmRow,
  said: { readonly name: string; readonly words: string },
): Promise<void> {
  const words = { count: '1', about: sentenceOf(platform, alarm), ...said };
  await tell(client, context, platform, { template, unitId: alarm.unitId, id: alarm.id, words });
}

interface Telling {
  readonly template: string;
  readonly unitId: string;
  readonly id: string;
  readonly words: Readonly<Record<'count' | 'about' | 'name' | 'words', string>>;
}

async function tell(
  client: Client,
  context: ActContext,
  platform: Platform,
  { template, unitId, id, words }: Telling,
): Promise<void> {
  const dueOn = answerDue(platform, context.today);
  const known = { ...words, unit: platform.pack.units.get(unitId)?.name ?? unitId, dueOn: dueOn ?? '规定的日期' };
  await sendNotice(client, context, platform, {
    template,
    toUnit: unitId,
    about: { kind: 'concealment', id },
    words: wordsAskedFor(platform, template, known),
    ...(dueOn === null ? {} : { answerDueOn: dueOn }),
  });
}

/** Alarms by the unit that is asked. */
export function byUnit<T extends { readonly unitId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const units = new Map<string, T[]>();
  for (const row of rows) units.set(row.unitId, [...(units.get(row.unitId) ?? []), row]);
  return units;
}
