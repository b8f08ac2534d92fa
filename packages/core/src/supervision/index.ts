export {
  ACT_REFUSALS,
  DECISIONS,
  judgeAct,
  MATTER_ACTS,
  MATTER_KINDS,
  MATTER_STATES,
  needsWords,
  PARTIES,
  possibleActs,
  SETTLING_ACTS,
  stateOf,
} from './acts.ts';
export type { Acted, Acting, ActRefusal, Decision, Judged, MatterAct, MatterKind, MatterState, Party } from './acts.ts';
export { owedReports, reportKey } from './owed.ts';
export type { BoundPart, OwedReport, ReportStanding } from './owed.ts';
export { dueReminders, reminderKey } from './reminders.ts';
export type { DueThing, Step } from './reminders.ts';
export { MATTER_ACT_PAST, MATTER_ACT_WORDS, MATTER_STATE_WORDS, MATTER_WORDS } from './words.ts';
