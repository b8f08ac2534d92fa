export { draftBulletin, dropBulletin, editBulletin, issueBulletin } from './acts.ts';
export { bulletinProblem } from './problem.ts';
export type { BulletinProblem } from './problem.ts';
export { bulletinDifference, bulletinPdf, readBulletin, readBulletins } from './read.ts';
export type { BulletinChange, BulletinView } from './read.ts';
