export {
  decideWaiting,
  digestBatch,
  findBatch,
  findByIdempotencyKey,
  findSameFile,
  findWaiting,
  findWaitingPayload,
  finishBatch,
  groupIssues,
  insertBatch,
  isOvertaken,
  listBatches,
  listIssues,
  listWaiting,
  lockReceipts,
  refuseBatch,
  unfinishedBatches,
  waitingOfBatch,
} from './batches.ts';
export type {
  BatchCounts,
  BatchFilter,
  BatchRow,
  BlindRow,
  IssueGroup,
  IssueRow,
  NewBatch,
  WaitingDecision,
  WaitingDecisionResult,
  WaitingRow,
} from './batches.ts';
export { openImportSession, PROBE_VERDICTS, SUBJECT_VERDICTS } from './import-session.ts';
export type { ImportSession, MergeResult, Probe, SubjectProbe } from './import-session.ts';
export { SEGMENT_ROWS } from './row-segments.ts';
