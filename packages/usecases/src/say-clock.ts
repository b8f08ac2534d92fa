import { dayOf } from '@xincheng/core/calendar';

const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as a clock in Shanghai shows it, to the minute: for sentences that say when somebody did something. */
export function sayClock(at: Date): string {
  return `${dayOf(at)} ${new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(11, 16)}`;
}
