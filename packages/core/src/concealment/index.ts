export { ALARM_ANSWERS, ALARM_KINDS, ALARM_STATES, ALARM_STEPS, alarmState, answersOf, canFollow } from './alarm.ts';
export type { AlarmAnswer, AlarmKind, AlarmState, AlarmStep } from './alarm.ts';
export { judgeDrop } from './drops.ts';
export type { Drop, DropRules, MonthCount } from './drops.ts';
export { confidenceOf, judgeSeries } from './gaps.ts';
export type { Gap, GapOutcomes, GapRules, SeriesEntry, SeriesJudgement } from './gaps.ts';
export type { ConcealmentDefinition } from './rules.ts';
export { numberAt, seriesPlace } from './series.ts';
export type { SeriesPlace } from './series.ts';
