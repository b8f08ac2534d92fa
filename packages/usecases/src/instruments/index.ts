export { instrumentNamed, listInstruments } from './list-instruments.ts';
export type { InstrumentEntry } from './list-instruments.ts';
export type { InstrumentProblem } from './problem.ts';
export { readTouched, repealImpact } from './repeal-impact.ts';
export type { RepealImpact, TouchedRecord } from './repeal-impact.ts';
