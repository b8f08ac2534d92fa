export {
  insertBulletin,
  insertEdit,
  insertIssue,
  listBulletins,
  listEdits,
  listIssues,
  nextNumber,
  takeBulletins,
} from './bulletins.ts';
export type { BulletinDraftRow, BulletinIssueRow } from './bulletins.ts';
