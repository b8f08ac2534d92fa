export { logLook, readRecord, readRecords, readRecordsOf, readVersions } from './read-record.ts';
