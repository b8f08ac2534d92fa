export {
  findKeys,
  findSubject,
  hasRecords,
  insertJoin,
  isAnyStanding,
  keysOf,
  listAliases,
  listJoins,
  lockJoins,
  recordCounts,
  rootOf,
  takeBatch,
  takeWaiting,
  undoJoin,
} from './subjects.ts';
export type { AliasRow, JoinRow, RecordCount, SubjectRow } from './subjects.ts';
