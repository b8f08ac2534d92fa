export { answerAlarm, declareVoidNumbers, noteSighting, reviewAlarm } from './acts.ts';
export type { ConcealmentProblem } from './problem.ts';
export { readAlarm, readAlarms } from './read-alarms.ts';
export { scanConcealment } from './scan.ts';
export type { AlarmView } from './view.ts';
