export { startSealing } from './sealing.ts';
export type { Sealing, SealingOptions } from './sealing.ts';
