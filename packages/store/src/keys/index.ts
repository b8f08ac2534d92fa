export { holdDatabase } from './hold.ts';
export type { Hold, HoldKind } from './hold.ts';
export { dropOrphanBlinds, nextBlindSources, nextStale, patchPayloads, replaceBlinds, SEALED_TABLES } from './sealed-values.ts';
export type { BlindEntry, BlindSource, PayloadPatch, SealedRow, SealedTable } from './sealed-values.ts';
