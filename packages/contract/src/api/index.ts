export { askedDaySchema, listOf, pageOf, pageQuerySchema, problemSchema, uuidSchema } from './common.ts';
export type { NewerVersion, Problem } from './common.ts';
export {
  issueSchema,
  MOST_PUSHED_RECORDS,
  pushBatchSchema,
  pushResultSchema,
  receiptSchema,
  waitingDecisionSchema,
  waitingSchema,
} from './batches.ts';
export type { BasedOn, PushBatch, Receipt } from './batches.ts';
export {
  bulletinActSchema,
  bulletinChangeSchema,
  bulletinDraftSchema,
  bulletinPageQuerySchema,
  bulletinParamsSchema,
  bulletinSchema,
} from './bulletins.ts';
export type { BulletinBody } from './bulletins.ts';
export {
  alarmActSchema,
  alarmParamsSchema,
  alarmQuerySchema,
  alarmSchema,
  notedSchema,
  scannedSchema,
  sightingSchema,
  voidNumberSchema,
  voidNumbersSchema,
  voidQuerySchema,
} from './concealment.ts';
export { auditEventSchema, auditHeadSchema, auditQuerySchema } from './audit.ts';
export {
  attachmentListQuerySchema,
  attachmentParamsSchema,
  attachmentSchema,
  attachmentUploadQuerySchema,
} from './attachments.ts';
export type { AttachmentBody } from './attachments.ts';
export {
  freeNoticeSchema,
  noticeAnswerSchema,
  noticeListQuerySchema,
  noticeParamsSchema,
  noticeReadingSchema,
  noticeSchema,
} from './notices.ts';
export type { NoticeBody } from './notices.ts';
export { catalogEntrySchema } from './catalog.ts';
export {
  changesQuerySchema,
  heldSchema,
  openCsvParamsSchema,
  openDatasetSchema,
  openIndexSchema,
  publicChangeSchema,
  publicityActSchema,
  publicitySchema,
  publicRecordSchema,
  repairNoticeSchema,
} from './publicity.ts';
export type { PublicityActBody } from './publicity.ts';
export { fundsSchema, openDecisionQuerySchema, openDecisionSchema } from './registers.ts';
export { instrumentEntrySchema, instrumentParamsSchema, repealImpactSchema, touchedRecordSchema } from './instruments.ts';
export { recordSchema } from './records.ts';
export type { RecordView } from './records.ts';
export { joinRequestSchema, subjectParamsSchema, subjectSchema, undoRequestSchema } from './subjects.ts';
export type { SubjectView } from './subjects.ts';
export { dueQuerySchema, dueSchema } from './due.ts';
export {
  checkSchema,
  datasetFormSchema,
  datasetRulesSchema,
  datasetSummarySchema,
  deadlineSchema,
  healthSchema,
  unitSchema,
} from './standards.ts';
export {
  asOfQuerySchema,
  batchListQuerySchema,
  batchParamsSchema,
  formatQuerySchema,
  datasetParamsSchema,
  guardedHeadersSchema,
  pushHeadersSchema,
  recordListQuerySchema,
  recordParamsSchema,
  uploadHeadersSchema,
  uploadQuerySchema,
  waitingParamsSchema,
} from './requests.ts';
export type { UploadQuery } from './requests.ts';
export {
  answerQuerySchema,
  dueForwardingQuerySchema,
  dueForwardingSchema,
  forwardBatchParamsSchema,
  forwardBatchQuerySchema,
  forwardBatchSchema,
  forwardingCountSchema,
  forwardItemQuerySchema,
  handedBatchSchema,
  makeForwardBatchesSchema,
  refusedItemSchema,
  resendSchema,
  resentSchema,
  takenAnswerSchema,
  unansweredItemSchema,
  unansweredQuerySchema,
} from './forwarding.ts';
export type { ForwardBatch, TakenForwardAnswer } from './forwarding.ts';
export {
  boardSchema,
  expectedParamsSchema,
  expectedSetSchema,
  expectedWordSchema,
  freezeSchema,
  frozenSchema,
  indicatorParamsSchema,
  indicatorQuerySchema,
  indicatorReadingSchema,
  indicatorRowsQuerySchema,
  indicatorRowsSchema,
  indicatorSchema,
  saidSchema,
} from './indicators.ts';
export type { CellView, EntryView, ExpectedWordBody, IndicatorView, ReadingView, RowsView } from './indicators.ts';
export {
  matterActSchema,
  matterParamsSchema,
  matterQuerySchema,
  matterSchema,
  openMatterSchema,
  owedReportQuerySchema,
  owedReportSchema,
} from './supervision.ts';
export type { MatterAnswer, OpenMatter } from './supervision.ts';
export {
  declarationSchema,
  declareSchema,
  dispatchedSchema,
  draftAmendmentSchema,
  draftSettlementSchema,
  namedSchema,
  planAmendedSchema,
  planAmendmentSchema,
  planBoardSchema,
  planDoneSchema,
  planDraftSchema,
  planImportQuerySchema,
  planListSchema,
  planParamsSchema,
  planSchema,
  reasonedSchema,
  taskDetailSchema,
  taskParamsSchema,
} from './plans.ts';
export type { BoundAnswer, PlanAnswer, PlanBoardAnswer, PlanDraftAnswer, TaskAnswer, TaskDetailAnswer } from './plans.ts';
export {
  accountActSchema,
  accountListQuerySchema,
  accountOutcomeSchema,
  accountParamsSchema,
  accountSchema,
  apiClientParamsSchema,
  apiClientSchema,
  delegationParamsSchema,
  delegationSchema,
  doorSchema,
  loginCursorSchema,
  madeApiClientSchema,
  newAccountSchema,
  newApiClientSchema,
  colleagueSchema,
  newDelegationSchema,
  newPasswordSchema,
  ownPasswordSchema,
  ownSessionParamsSchema,
  ownSessionSchema,
  providerCallbackSchema,
  recoveryCodesSchema,
  roleTableSchema,
  sessionSchema,
  signInSchema,
  signOutQuerySchema,
  totpCodeSchema,
  totpSecretSchema,
} from './identity.ts';
export type { OwnSessionBody, SessionBody, AccountBody, ApiClientBody, DelegationBody } from './identity.ts';
