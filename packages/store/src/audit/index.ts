export { chainHead, hasUnsealed, insertBlock, takeSealerTurn, takeUnsealed } from './blocks.ts';
export type { BlockRow, ChainHead, TakenEvents } from './blocks.ts';
export { batchDigests, findStrayIds, readChain, readUnsealed } from './chain.ts';
export type { BatchDigests, ChainPart, DigestedEvent, StrayIds } from './chain.ts';
export { insertAuditEvent, listAuditEvents } from './events.ts';
export type { AuditEvent, AuditFilter, StatedEvent } from './events.ts';
