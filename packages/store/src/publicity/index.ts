export { addClass, addMark, addText, endMark, findClass, findClasses, findMarks, listMarks } from './additions.ts';
export type { Mark, MarkInForce, MarkRow } from './additions.ts';
export { findPublic, listChanges, listHeld, publicRecords } from './public.ts';
export type { FeedPosition, HeldRow, PublicChange, PublicRow } from './public.ts';
export { findStandingAsOf, listStandingEvents, moveStanding, sweepOnce, takeTurnAt } from './standing.ts';
export type { StandingEvent, StandingMove, StandingThen } from './standing.ts';
