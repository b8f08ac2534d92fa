/** The sweep of publicity in a running service. What is public changes at midnight itself, without it. */
import type { Day } from '@xincheng/core/calendar';
import { sweepPublicity, SWEEPER } from '@xincheng/usecases/publicity';
import type { Platform } from '@xincheng/usecases/platform';
import { startDaily } from '../daily.ts';
import type { Daily, DailyOptions } from '../daily.ts';

export type DailySweep = Daily;
export type SweepOptions = DailyOptions;

/** Starts the schedule. */
export function startDailySweep(platform: Platform, options: SweepOptions): DailySweep {
  return startDaily(options, (now, today) => sweepNow(platform, now, today, options.log));
}

async function sweepNow(platform: Platform, now: Date, today: Day, log: SweepOptions['log']): Promise<boolean> {
  try {
    const { ended } = await sweepPublicity(platform, { now, today, actor: SWEEPER }, today);
    if (ended > 0) log(`公示期满：${String(ended)} 条记录停止公示（${today}）`);
    return true;
  } catch (thrown) {
    log(
      `公示期满的登记没有完成，一小时内再试；到期的记录已不再公开：${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
    return false;
  }
}
