export { useDatasets, useInstruments, useUnits } from './reference.ts';
export type { DatasetSummary } from './reference.ts';
export { today, useWorkingDays } from './days.ts';
export { sayDay, sayInstant, sayLongDay } from './say-day.ts';
