/** Alarms that units still owe an answer to, by unit and day: a reminder speaks of all that are due on one day. */
import type { Day } from '@xincheng/core/calendar';
import { listOpenAlarms } from '@xincheng/store/concealment';
import type { Client } from '@xincheng/store/connection';
import type { Platform } from '../platform/index.ts';
import { byUnit } from './tell.ts';
import { answerDue, owedSince, stillMissing } from './view.ts';

export interface UnansweredAlarms {
  readonly unitId: string;
  readonly dueOn: Day;
  readonly count: number;
}

/** All of them; what has come meanwhile is owed no more. */
export async function readUnanswered(client: Client, platform: Platform): Promise<readonly UnansweredAlarms[]> {
  const rules = platform.pack.concealment;
  if (rules === null) return [];
  const unanswered: UnansweredAlarms[] = [];
  for (const [unitId, own] of byUnit(await listOpenAlarms(client))) {
    const counts = new Map<Day, number>();
    for (const alarm of await stillMissing(client, rules, unitId, own)) {
      const dueOn = answerDue(platform, owedSince(alarm, alarm.returnedAt));
      if (dueOn !== null) counts.set(dueOn, (counts.get(dueOn) ?? 0) + 1);
    }
    for (const [dueOn, count] of counts) unanswered.push({ unitId, dueOn, count });
  }
  return unanswered;
}
