export { readRecord, readRecords, readVersions } from './read-record.ts';
