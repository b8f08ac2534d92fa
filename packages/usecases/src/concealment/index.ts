export { answerAlarm, declareVoidNumbers, noteSighting, reviewAlarm } from './acts.ts';
export type { ConcealmentProblem } from './problem.ts';
export { readAlarm, readAlarms } from './read-alarms.ts';
export { SCANNER, scanConcealment } from './scan.ts';
export { readVoidNumbers } from './read-voids.ts';
export { readUnanswered } from './unanswered.ts';
export type { AlarmView } from './view.ts';
