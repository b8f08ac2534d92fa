/** Sealing of audit events in a running service: every second, and once more at the end. */
import { sealAudit } from '@xincheng/usecases/audit';
import type { Platform } from '@xincheng/usecases/platform';

export interface Sealing {
  /** Ends the schedule and seals what is left. */
  readonly stop: () => Promise<void>;
}

export interface SealingOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

const EVERY_MS = 1000;

/** Starts the schedule. A failure is told once, and tried again every second. */
export function startSealing(platform: Platform, { now, log }: SealingOptions): Sealing {
  let isStopped = false;
  let isFailing = false;
  let timer: NodeJS.Timeout | undefined;
  const seal = async (): Promise<void> => {
    try {
      await sealAudit(platform, now());
      isFailing = false;
    } catch (thrown) {
      if (!isFailing)
        log(`审计日志没有封存，每秒再试；事件已登记，没有丢失：${thrown instanceof Error ? thrown.message : String(thrown)}`);
      isFailing = true;
    }
    if (!isStopped)
      timer = setTimeout(() => {
        running = seal();
      }, EVERY_MS).unref();
  };
  let running = seal();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await seal();
    },
  };
}
