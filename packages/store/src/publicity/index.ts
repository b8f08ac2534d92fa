export { addClass, addMark, addText, endMark, findClass, findTexts, listMarks, MARKS } from './additions.ts';
export type { Mark, MarkRow } from './additions.ts';
export { CHANGE_KINDS, findPublic, listChanges, listHeld, publicRecords } from './public.ts';
export type { FeedPosition, HeldRow, PublicChange, PublicRow } from './public.ts';
export { listStandingEvents, moveStanding, sweepOnce } from './standing.ts';
export type { StandingEvent, StandingMove } from './standing.ts';
