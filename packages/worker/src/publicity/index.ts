export { startDailySweep } from './daily-sweep.ts';
export type { DailySweep, SweepOptions } from './daily-sweep.ts';
