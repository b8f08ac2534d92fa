/** The finder of concealment in a running service. */
import type { Day } from '@xincheng/core/calendar';
import { SCANNER, scanConcealment } from '@xincheng/usecases/concealment';
import type { Platform } from '@xincheng/usecases/platform';
import { startDaily } from '../daily.ts';
import type { Daily, DailyOptions } from '../daily.ts';

/** Starts the schedule. */
export function startDailyScan(platform: Platform, options: DailyOptions): Daily {
  return startDaily(options, (now, today) => scanNow(platform, now, today, options.log));
}

/** A district that looks for nothing is done with it. */
async function scanNow(platform: Platform, now: Date, today: Day, log: DailyOptions['log']): Promise<boolean> {
  try {
    const scanned = await scanConcealment(platform, { now, today, actor: SCANNER });
    if (scanned.ok && scanned.value.raised > 0) log(`瞒报排查：新增线索 ${String(scanned.value.raised)} 条（${today}）`);
    return true;
  } catch (thrown) {
    log(`瞒报排查没有完成，一小时内再试：${thrown instanceof Error ? thrown.message : String(thrown)}`);
    return false;
  }
}
