/** Carrying notices out in a running service: at once, then every half minute. */
import { deliverNotices } from '@xincheng/usecases/notices';
import type { NoticeTransports } from '@xincheng/usecases/notices';
import type { Platform } from '@xincheng/usecases/platform';

export interface NoticeDelivery {
  /** Ends the schedule and waits for the message on its way. */
  readonly stop: () => Promise<void>;
}

export interface DeliveryOptions {
  readonly transports: NoticeTransports;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  readonly everyMs?: number;
}

const EVERY_MS = 30_000;

/** Starts the schedule. Where no transport is set up there is nothing to do. */
export function startNoticeDelivery(platform: Platform, options: DeliveryOptions): NoticeDelivery {
  const { transports, now, log, everyMs = EVERY_MS } = options;
  if (Object.keys(transports).length === 0) return { stop: () => Promise.resolve() };
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const deliver = async (): Promise<void> => {
    try {
      const { sent, failed, givenUp } = await deliverNotices(platform, now, transports, () => isStopped);
      if (sent + failed + givenUp > 0)
        log(`通知投递：送出 ${String(sent)}，未成、稍后再试 ${String(failed)}，放弃 ${String(givenUp)}`);
    } catch (thrown) {
      log(`通知投递出错，稍后再试：${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      running = deliver();
    }, everyMs).unref();
  };
  let running = deliver();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
