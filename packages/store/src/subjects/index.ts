export {
  findKeys,
  findSubject,
  hasRecords,
  insertJoin,
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
