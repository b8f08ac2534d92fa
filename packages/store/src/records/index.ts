export {
  countSameNumber,
  findByBlind,
  findRecord,
  findRecordAsOf,
  findRecords,
  listShowable,
  listVersions,
  sumOfChildren,
} from './records.ts';
export type { RecordRow } from './records.ts';
export { listRecords } from './list-records.ts';
export type { ReadingUnits, RecordFilter } from './list-records.ts';
