export { columnCell, fillLabel, fillParagraphs, namedRows, praisedRows, rulesOn, shownCell } from './compose.ts';
export { BULLETIN_OCCASIONS } from './types.ts';
export type {
  BulletinCell,
  BulletinColumn,
  BulletinCondition,
  BulletinContent,
  BulletinDefinition,
  BulletinOccasion,
  BulletinParagraph,
  BulletinRow,
  BulletinRules,
  BulletinSnapshot,
  BulletinSource,
  BulletinText,
} from './types.ts';
