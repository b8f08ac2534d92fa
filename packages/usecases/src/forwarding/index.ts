export { batchFile, handBatch } from './hand-batch.ts';
export type { Handed } from './hand-batch.ts';
export { importAnswer } from './import-answer.ts';
export type { TakenAnswer } from './import-answer.ts';
export { makeBatches, readForwardBatch } from './make-batches.ts';
export type { ForwardCode, ForwardProblem } from './problem.ts';
export {
  readDueForwarding,
  readForwardBatches,
  readForwardingCounts,
  readRefused,
  readUnanswered,
  resendRecords,
} from './read-forwarding.ts';
export type { DueForwarding, UnansweredItem } from './read-forwarding.ts';
export { folderTransport, forwardingFolders } from './transport.ts';
export type { Transport } from './transport.ts';
