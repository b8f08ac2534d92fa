export {
  decideWaiting,
  digestBatch,
  findBatch,
  findByIdempotencyKey,
  findSameFile,
  findWaiting,
  findWaitingDecision,
  findWaitingPayload,
  finishBatch,
  groupIssues,
  insertBatch,
  isOvertaken,
  isSuperseded,
  listBatches,
  listIssues,
  listWaiting,
  lockReceipts,
  refuseBatch,
  unfinishedBatches,
  waitingOfBatch,
} from './batches.ts';
export type {
  BasedOn,
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
