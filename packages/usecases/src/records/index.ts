export { newerVersions, sayNewer, unmasked } from './newer-versions.ts';
export { logLook, readRecord, readRecords, readRecordsOf, readVersions } from './read-record.ts';
