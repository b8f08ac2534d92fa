export {
  FIRST_DAY,
  LAST_DAY,
  addDays,
  addMonths,
  asDay,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  dayOf,
  dayOfWeek,
  daysBetween,
  endOfDay,
  isDay,
  isRealDate,
  parseDay,
  yearOf,
} from './day.ts';
export type { Day, DayProblem } from './day.ts';
export { CALENDAR_PROBLEMS, DAY_CAUSES, calendarProblems, compileCalendar } from './calendar.ts';
export type { Calendar, CalendarOverride, CalendarProblem, DayCause, DayKind } from './calendar.ts';
export { dueDay, isLate, latenessDays, plainClock } from './clock.ts';
export type { Budget, ClockInput, DueResult, Pause, ProofStep } from './clock.ts';
export { deadlineValueFor, deadlineValuesFor } from './deadlines.ts';
export { PROOF_FAULTS, verifyProof } from './verify-proof.ts';
export type { ProofFault } from './verify-proof.ts';
