/** Reading alarms: a unit its own, the credit office all. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { findAlarm, listAlarms, listAnswers } from '@xincheng/store/concealment';
import { withTransaction } from '@xincheng/store/connection';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { ConcealmentProblem } from './problem.ts';
import { alarmView, isFiled } from './view.ts';
import type { AlarmView } from './view.ts';

export interface AlarmQuery {
  readonly unitId: string | null;
  /** By the last thing that was said; all when absent. */
  readonly state?: 'open' | 'answered' | 'returned' | 'closed' | null;
  /** Id behind which to go on; the newest come first. */
  readonly after: string | null;
  readonly limit: number;
}

/** Alarms with what was answered. Whether what is missing has come is looked up for one alarm alone: see `readAlarm`. */
export async function readAlarms(platform: Platform, context: ActContext, query: AlarmQuery): Promise<readonly AlarmView[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'concealment.read'), async (client) => {
    const alarms = await listAlarms(client, query);
    const answers = await listAnswers(
      client,
      alarms.map(({ id }) => id),
    );
    return alarms.map((alarm) =>
      alarmView(
        platform,
        context.today,
        alarm,
        answers.filter(({ alarmId }) => alarmId === alarm.id),
        false,
      ),
    );
  });
}

/** One alarm, held against the records of today. */
export async function readAlarm(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<AlarmView, ConcealmentProblem>> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'concealment.read'), async (client) => {
    const alarm = await findAlarm(client, id);
    if (alarm === null) return refused('no-such-alarm');
    const rules = platform.pack.concealment;
    const hasCome = rules !== null && (await isFiled(client, rules, alarm));
    return ok(alarmView(platform, context.today, alarm, await listAnswers(client, [id]), hasCome));
  });
}
