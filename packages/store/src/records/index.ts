export {
  countSameNumber,
  findByBlind,
  findRecord,
  findRecordAsOf,
  findRecords,
  listRecords,
  listShowable,
  listVersions,
  sumOfChildren,
} from './records.ts';
export type { RecordFilter, RecordRow } from './records.ts';
