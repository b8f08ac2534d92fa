export { instrumentFinder } from './finder.ts';
export type { CitedPart, InstrumentFinder } from './finder.ts';
