export {
  insertBulletin,
  insertDrop,
  insertEdit,
  insertIssue,
  listBulletins,
  listDrops,
  listEdits,
  listIssues,
  nextNumber,
  takeBulletins,
} from './bulletins.ts';
export type { BulletinDraftRow, BulletinDropRow, BulletinIssueRow } from './bulletins.ts';
