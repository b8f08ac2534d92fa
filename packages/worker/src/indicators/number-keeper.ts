/** The upkeep of numbers in a running service: folding every second, judging the plans every minute, once a day freezing what is due. */
import { dayOf } from '@xincheng/core/calendar';
import { foldDeltas, freezeDue, FREEZER } from '@xincheng/usecases/indicators';
import { evaluatePlans } from '@xincheng/usecases/plans';
import type { Platform } from '@xincheng/usecases/platform';

export interface NumberKeeper {
  /** Ends the schedule and waits for work in progress. */
  readonly stop: () => Promise<void>;
}

export interface KeeperOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Pause between two foldings; a test has less patience. */
  readonly pauseMs?: number;
  /** Pause between two judgements of the plans. */
  readonly judgeMs?: number;
}

const PAUSE_MS = 1000;
/** A task counts as proven from the day on which it was seen to be: what is filed on its last evening must be seen that evening. */
const JUDGE_MS = 60_000;
/** After a failure, which is told once and not every second. */
const PAUSE_AFTER_FAILURE_MS = 60_000;

/** Starts it. Readings are right without it, and another process may do the same at the same time. */
export function startNumberKeeper(
  platform: Platform,
  { now, log, pauseMs = PAUSE_MS, judgeMs = JUDGE_MS }: KeeperOptions,
): NumberKeeper {
  let isStopped = false;
  let frozenDay = '';
  let judgedAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  const work = async (): Promise<void> => {
    let pause = pauseMs;
    try {
      await foldDeltas(platform, () => isStopped);
      const at = now();
      if (dayOf(at) !== frozenDay) {
        for (const { period, indicators } of await freezeDue(platform, { now: at, today: dayOf(at), actor: FREEZER }))
          log(`指标冻结：${period} 的 ${String(indicators.length)} 项指标已冻结`);
        frozenDay = dayOf(at);
      }
      if (performance.now() - judgedAt >= judgeMs) {
        await evaluatePlans(platform, { now: at, today: dayOf(at) });
        judgedAt = performance.now();
      }
    } catch (thrown) {
      log(`指标的归并或冻结没有完成，稍后再试；查到的数字不受影响：${thrown instanceof Error ? thrown.message : String(thrown)}`);
      pause = Math.max(pauseMs, PAUSE_AFTER_FAILURE_MS);
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work();
    }, pause).unref();
  };
  let running = work();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
