/** Work that is done once a day: at the start, for days on which nothing ran, then after every midnight. */
import { dayOf, endOfDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';

export interface Daily {
  /** The first time, done or given up. */
  readonly first: Promise<void>;
  /** Ends the schedule and waits for work in progress. */
  readonly stop: () => Promise<void>;
}

export interface DailyOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Does the work after so many milliseconds; what it returns calls it off. Without it the timer of the process. */
  readonly after?: (ms: number, work: () => void) => () => void;
}

/** After midnight, so that clocks a little apart agree on the day. */
const AFTER_MIDNIGHT_MS = 5000;
/** Work that failed is tried again, and a clock that was set is noticed. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** Starts the schedule; `work` tells whether it is done for the day. */
export function startDaily(
  { now: clock, after = processTimer }: DailyOptions,
  work: (now: Date, today: Day) => Promise<boolean>,
): Daily {
  let isStopped = false;
  let callOff = (): void => undefined;
  let doneDay = '';
  const turn = async (): Promise<void> => {
    const now = clock();
    const today = dayOf(now);
    if (today !== doneDay && (await work(now, today))) doneDay = today;
    if (isStopped) return;
    const untilNext = endOfDay(today).getTime() + AFTER_MIDNIGHT_MS - clock().getTime();
    callOff = after(Math.min(Math.max(untilNext, 1000), LONGEST_WAIT_MS), () => {
      running = turn();
    });
  };
  let running = turn();
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
