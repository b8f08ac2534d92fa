/**
 * Checks a due day against its proof without trusting the clock that made it: the clock walks and decides, this
 * reads the finished list and judges it as a whole. Kept apart on purpose; it shares no step with the clock.
 */
import type { Calendar } from './calendar.ts';
import type { ClockInput, DueResult, Pause } from './clock.ts';
import { LAST_DAY, dayNumber } from './day.ts';
import type { Day } from './day.ts';

/** What is wrong with a proof. */
export const PROOF_FAULTS = [
  'start', // it does not begin with the start day
  'gap', // a day is missing, repeated or out of order
  'counted', // other days count than should
  'end', // the last day is not the day on which the term ends
  'due', // the due day is not the last day of the proof, or null without need
  'provisional',
] as const;
export type ProofFault = (typeof PROOF_FAULTS)[number];

/** The first thing wrong with the result of a clock; null when it holds. */
export function verifyProof(calendar: Calendar, input: Omit<ClockInput, 'calendar'>, result: DueResult): ProofFault | null {
  const days = result.proof.map((step) => step.day);
  const last = days.at(-1);
  if (days[0] !== input.start || last === undefined) return 'start';
  const first = dayNumber(input.start);
  if (days.some((day, at) => dayNumber(day) !== first + at)) return 'gap';

  const total = input.budget.days + (input.extensionDays ?? 0);
  const isWorkingClock = input.budget.unit === 'working-day';
  const eligible = days.slice(1).filter((day) => !liesInPause(input.pauses, day) && (!isWorkingClock || calendar.isWorking(day)));
  const spent = eligible.slice(0, total);
  const counted = result.proof.filter((step) => step.counted).map((step) => step.day);
  if (counted.join() !== spent.join()) return 'counted';

  const isSpent = spent.length === total;
  const budgetEnd = isSpent ? (spent.at(-1) ?? input.start) : null;
  const tail = budgetEnd === null ? [] : days.filter((day) => day >= budgetEnd);
  const canEnd = (day: Day): boolean => !liesInPause(input.pauses, day) && calendar.isWorking(day);
  const isEnded = isSpent && (input.rolls ? canEnd(last) && !tail.slice(0, -1).some(canEnd) : last === budgetEnd);
  if (result.due === null ? !isStuck(input, last) || isEnded : !isEnded) return 'end';
  if (result.due !== null && result.due !== last) return 'due';

  const askedOf = [...(isWorkingClock ? days.slice(1) : []), ...(input.rolls ? tail : [])];
  const isProvisional = askedOf.some((day) => !liesInPause(input.pauses, day) && calendar.isProvisional(day));
  return isProvisional === result.provisional ? null : 'provisional';
}

/** Inside [from, to): the day of the pause itself no longer counts, the day of resuming does again. */
function liesInPause(pauses: readonly Pause[], day: Day): boolean {
  return pauses.some((pause) => !(day < pause.from) && !(pause.to !== undefined && day >= pause.to));
}

/** No further day can be reached: an open pause has begun after the start, or the calendar is at its end. */
function isStuck(input: Pick<ClockInput, 'pauses' | 'start'>, last: Day): boolean {
  const isHeld = last > input.start && input.pauses.some((pause) => pause.to === undefined && pause.from <= last);
  return isHeld || last === LAST_DAY;
}
