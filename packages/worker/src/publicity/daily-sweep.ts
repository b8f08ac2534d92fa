/** The sweep of publicity in a running service: once at the start, for days on which nothing ran, then after every midnight. */
import { dayOf, endOfDay } from '@xincheng/core/calendar';
import { sweepPublicity, SWEEPER } from '@xincheng/usecases/publicity';
import type { Platform } from '@xincheng/usecases/platform';

export interface DailySweep {
  /** The first sweep, done or given up. */
  readonly first: Promise<void>;
  /** Ends the schedule and waits for a sweep in progress. */
  readonly stop: () => Promise<void>;
}

export interface SweepOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Does the work after so many milliseconds; what it returns calls it off. Without it the timer of the process. */
  readonly after?: (ms: number, work: () => void) => () => void;
}

/** After midnight, so that clocks a little apart agree on the day. What is public changes at midnight itself, without the sweep. */
const AFTER_MIDNIGHT_MS = 5000;
/** A failed sweep is tried again, and a clock that was set is noticed. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** Starts the schedule. */
export function startDailySweep(platform: Platform, options: SweepOptions): DailySweep {
  const { now: clock, log, after = processTimer } = options;
  let isStopped = false;
  let callOff = (): void => undefined;
  let sweptDay = '';
  const sweep = async (): Promise<void> => {
    const now = clock();
    const today = dayOf(now);
    if (today !== sweptDay && (await sweepNow(platform, now, log))) sweptDay = today;
    if (isStopped) return;
    const untilNext = endOfDay(today).getTime() + AFTER_MIDNIGHT_MS - clock().getTime();
    callOff = after(Math.min(Math.max(untilNext, 1000), LONGEST_WAIT_MS), () => {
      running = sweep();
    });
  };
  let running = sweep();
  return {
    first: running,
    stop: async () => {
      isStopped = true;
      callOff();
      await running;
    },
  };
}

/** It keeps no process alive. */
function processTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
}

async function sweepNow(platform: Platform, now: Date, log: SweepOptions['log']): Promise<boolean> {
  const today = dayOf(now);
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
