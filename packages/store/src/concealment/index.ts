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
  listSightings,
  listVoids,
  takeAlarm,
} from './alarms.ts';
export type { AlarmRow, AnswerRow, OpenAlarmRow, OutcomeRow, SeenIn, VoidsBySeries } from './alarms.ts';
export { numbersOfUnit, readNumbers } from './numbers.ts';
export type { NumberRow } from './numbers.ts';
