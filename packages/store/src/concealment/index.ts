export {
  findAlarm,
  insertAlarm,
  insertAnswer,
  insertSighting,
  insertVoids,
  listAlarms,
  listAnswers,
  listGapAlarms,
  listGapOutcomes,
  listOpenAlarms,
  listSeenNumbers,
  listSightings,
  listVoidNumbers,
  listVoids,
  takeAlarm,
} from './alarms.ts';
export type { AlarmRow, AnswerRow, OpenAlarmRow, OutcomeRow, SeenIn, VoidPlace, VoidRow, VoidsBySeries } from './alarms.ts';
export { numbersOfUnit, readNumbers } from './numbers.ts';
export type { NumberRow } from './numbers.ts';
