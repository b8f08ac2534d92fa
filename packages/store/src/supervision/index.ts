export {
  acceptedActionPlans,
  actsOf,
  findActionPlan,
  findMatter,
  findReport,
  insertAct,
  insertMatter,
  letSee,
  listMatters,
  nextOrderSerial,
  reportsOf,
  takeSupervisionTurn,
  unansweredOrders,
} from './matters.ts';
export type { ActRow, Figure, MatterFilter, MatterRow, ReportRow } from './matters.ts';
export { listReminders, noteReminder, openParts, partsOfPlans } from './reminders.ts';
export type { OpenPart, PartRow, ReminderRow } from './reminders.ts';
