export {
  answerItems,
  findAnswer,
  findForwardBatch,
  findTemplate,
  insertAnswer,
  keepCityNumber,
  listForwardBatches,
  listSentItems,
  lockForwardBatch,
  markHanded,
} from './batches.ts';
export type { AnswerRow, ForwardBatchFilter, ForwardBatchRow, ItemAnswer, SentItem } from './batches.ts';
export { countForwarding, decisionDays, findForwarding, listItems, markToResend } from './lists.ts';
export type { ForwardingCount, ItemFilter, ListedItem, RecordForwarding } from './lists.ts';
export { dueRecords, insertForwardBatch, keepTemplate, nextOrdinal, notForwarded, sentRecords, takeForwardTurn } from './make.ts';
export type { DueRecord, ItemToMake } from './make.ts';
