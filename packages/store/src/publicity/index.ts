export { addClass, addMark, addText, endMark, findClass, listMarks } from './additions.ts';
export type { Mark, MarkRow } from './additions.ts';
export { findPublic, listChanges, listHeld, publicRecords } from './public.ts';
export type { FeedPosition, HeldRow, PublicChange, PublicRow } from './public.ts';
export { listStandingEvents, moveStanding, sweepOnce } from './standing.ts';
export type { StandingEvent, StandingMove } from './standing.ts';
