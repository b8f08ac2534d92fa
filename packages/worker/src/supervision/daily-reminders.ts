/** Reminders of what is due, in a running service. */
import type { Day } from '@xincheng/core/calendar';
import type { Platform } from '@xincheng/usecases/platform';
import { REMINDER, sendReminders } from '@xincheng/usecases/supervision';
import { startDaily } from '../daily.ts';
import type { Daily, DailyOptions } from '../daily.ts';

/** Starts the schedule. */
export function startDailyReminders(platform: Platform, options: DailyOptions): Daily {
  return startDaily(options, (now, today) => remindNow(platform, now, today, options.log));
}

async function remindNow(platform: Platform, now: Date, today: Day, log: DailyOptions['log']): Promise<boolean> {
  try {
    const { sent } = await sendReminders(platform, { now, today, actor: REMINDER });
    if (sent > 0) log(`到期提醒：发出 ${String(sent)} 份（${today}）`);
    return true;
  } catch (thrown) {
    log(`到期提醒没有发完，一小时内再试；已发的不会重发：${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return false;
  }
}
