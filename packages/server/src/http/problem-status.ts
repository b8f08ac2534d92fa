/** Which HTTP status each problem answers with: one table, which the compiler keeps complete. */
import type { BulletinProblem } from '@xincheng/usecases/bulletins';
import type { ConcealmentProblem } from '@xincheng/usecases/concealment';
import type { AuditProblem } from '@xincheng/usecases/audit';
import type { AttachmentCode } from '@xincheng/usecases/attachments';
import type { NoticeCode } from '@xincheng/usecases/notices';
import type { DueProblem } from '@xincheng/usecases/calendar';
import type { PublicityProblem } from '@xincheng/usecases/publicity';
import type { ForwardCode } from '@xincheng/usecases/forwarding';
import type { IndicatorCode } from '@xincheng/usecases/indicators';
import type { SubmitProblem, WaitingProblem } from '@xincheng/usecases/intake';
import type { InstrumentProblem } from '@xincheng/usecases/instruments';
import type { DocumentProblem } from '@xincheng/usecases/documents';
import type { JoinProblem } from '@xincheng/usecases/subjects';
import type { PlanCode, PlanFileCode } from '@xincheng/usecases/plans';
import type { IdentityCode, RightMissing, SignatureProblem } from '@xincheng/usecases/identity';
import type { SupervisionCode } from '@xincheng/usecases/supervision';
import type { HttpProblemCode } from './sentences.ts';

/** Every code an answer can carry. */
export type ProblemCode =
  | HttpProblemCode
  | BulletinProblem['code']
  | ConcealmentProblem['code']
  | AttachmentCode
  | NoticeCode
  | DueProblem['code']
  | ForwardCode
  | IndicatorCode
  | SubmitProblem['code']
  | WaitingProblem['code']
  | PublicityProblem['code']
  | JoinProblem['code']
  | AuditProblem['code']
  | InstrumentProblem['code']
  | DocumentProblem['code']
  | PlanCode
  | PlanFileCode
  | IdentityCode
  | RightMissing['code']
  | SignatureProblem['code']
  | SupervisionCode;

/** Statuses a problem can have. */
export const PROBLEM_STATUSES = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

/** A received file is ours from then on: when it cannot be read from our own disk, that is a fault of ours. */
const OUR_FAULT = {
  'missing-file': 500,
  'is-directory': 500,
  'not-a-file': 500,
  'unreadable-file': 500,
  'read-failed': 500,
  'file-changed': 500,
} as const;

const WRONG_KIND = {
  'legacy-office': 415,
  'workbook-macros': 415,
  'workbook-binary': 415,
  'workbook-opendocument': 415,
  archive: 415,
  document: 415,
  image: 415,
  program: 415,
  binary: 415,
  'web-page': 415,
  xml: 415,
  email: 415,
  'sql-script': 415,
} as const;

const UNUSABLE_CONTENT = {
  'empty-file': 422,
  'blank-file': 422,
  'no-rows': 422,
  'no-records': 422,
  'odd-utf16': 422,
  'bad-encoding': 422,
  'nul-byte': 422,
  'too-many-columns': 422,
  'record-too-long': 422,
  'unterminated-quote': 422,
  'no-header': 422,
  'wrong-header': 422,
  'wrong-members': 422,
  'missing-columns': 422,
  'duplicate-column': 422,
  'full-width-delimiter': 422,
  'encrypted-workbook': 422,
  'damaged-archive': 422,
  'workbook-damaged': 422,
  'workbook-bomb': 422,
  'workbook-no-sheet': 422,
  'workbook-blank': 422,
  'workbook-formula': 422,
  'several-sheets': 422,
  'json-syntax': 422,
  'json-truncated': 422,
  'json-shape': 422,
  'json-depth': 422,
} as const;

const FORWARDING = {
  'credit-office-only': 403,
  'no-forward-template': 404,
  'no-such-forward-batch': 404,
  'template-changed': 409,
  'file-differs': 409,
  'handing-failed': 409,
  'batch-not-handed': 409,
  'answer-wrong-batch': 409,
  'answer-unknown-batch': 422,
  'answer-no-batch': 422,
  'answer-several-batches': 422,
  'answer-unknown-form': 422,
  'answer-damaged-row': 422,
  'answer-unknown-state': 422,
  'answer-bad-time': 422,
  'answer-bad-row': 422,
  'answer-rows-differ': 422,
  'answer-contradicts-itself': 422,
  'answer-incomplete': 422,
  'answer-no-known-row': 422,
} as const;

const CONCEALMENT = {
  'not-configured': 409,
  'no-such-alarm': 404,
  'wrong-answer': 400,
  'still-missing': 409,
  'same-person': 409,
  'document-missing': 400,
  'no-number': 400,
  'foreign-series': 409,
  'number-filed': 409,
  'number-seen': 409,
} as const;

const BULLETINS = {
  'no-bulletins': 409,
  'bulletin-office-only': 403,
  'no-such-bulletin': 404,
  'bad-month': 400,
  'month-not-over': 409,
  'month-not-frozen': 409,
  'month-has-bulletin': 409,
  'nothing-to-correct': 409,
  'already-issued': 409,
  'already-dropped': 409,
  'not-issued': 409,
  'drafter-issues': 409,
  'paragraphs-missing': 400,
  'no-such-paragraph': 400,
  'pdf-differs': 409,
  'fonts-missing': 409,
  'renderer-missing': 409,
} as const;

const INDICATORS = {
  'no-such-indicator': 404,
  'no-such-set': 404,
  'bad-period': 400,
  'period-kind': 400,
  'period-in-future': 400,
  'unmeasured-part': 404,
  'not-declared-here': 409,
  'item-not-in-set': 400,
  'no-provision': 409,
  'not-bound': 409,
  'not-a-count': 400,
  'zero-is-a-report': 400,
  'below-filed': 409,
  'zero-but-filed': 409,
  'reason-missing': 400,
  'name-missing': 400,
  'nothing-said': 409,
  'waived-already': 409,
  'not-ended': 409,
  'not-frozen-kind': 400,
} as const;

const SUPERVISION = {
  'no-supervision-rules': 409,
  'no-such-plan': 404,
  'plan-closed': 409,
  'no-such-task': 404,
  'not-bound': 409,
  'not-in-plan': 409,
  'not-lead': 403,
  'name-missing': 400,
  'words-missing': 400,
  'bad-period': 400,
  'period-not-asked': 409,
  'period-in-future': 400,
  'period-before-bound': 409,
  'bad-figure': 400,
  'unknown-attachment': 404,
  'attachment-missing': 400,
  'already-accepted': 409,
  'already-filed': 409,
  'order-closed': 409,
  'not-yours-to-do': 403,
  'same-person': 409,
  'no-such-matter': 404,
  'day-in-past': 400,
  'no-due-day': 409,
  'earlier-day': 409,
  'beyond-plan': 409,
  'already-open': 409,
  'same-unit': 400,
  'already-bound': 409,
  'not-an-order': 409,
  'fonts-missing': 500,
  'renderer-missing': 500,
} as const;

const ATTACHMENTS_AND_NOTICES = {
  'attachments-not-set': 409,
  'attachment-empty': 422,
  'attachment-too-large': 413,
  'attachment-no-name': 422,
  'attachment-name-too-long': 422,
  'attachment-kind': 415,
  'attachment-damaged': 422,
  'attachment-encrypted': 422,
  'attachment-active': 422,
  'attachment-bomb': 422,
  'attachment-infected': 422,
  'no-such-attachment': 404,
  'attachment-file-lost': 500,
  'no-such-notice': 404,
  'not-recipient': 403,
  'already-answered': 409,
  'not-sender': 403,
  'unknown-recipient': 400,
} as const;

const PLANS = {
  'bad-plan-id': 400,
  'empty-plan': 422,
  'plan-name-taken': 409,
  'unknown-preparer': 400,
  'plan-id-taken': 409,
  'no-such-draft': 404,
  'no-such-unread': 404,
  'plan-in-effect': 409,
  'task-without-unit': 409,
  'due-before-plan': 409,
  'day-missing': 400,
  'number-twice': 409,
  'unread-left': 409,
  'nothing-changes': 409,
  'document-too-large': 413,
  'document-empty': 422,
  'document-pictures-only': 422,
  'document-legacy': 415,
  'document-kind': 415,
  'document-damaged': 422,
  'document-bomb': 422,
  'document-encoding': 422,
  'no-task': 422,
} as const;

const IDENTITY = {
  'sign-in-refused': 401,
  'sign-in-locked': 429,
  'code-needed': 401,
  'code-wrong': 401,
  'session-ended': 401,
  'no-account': 403,
  'not-standing-in': 403,
  'password-wrong': 403,
  'password-too-short': 422,
  'password-too-long': 422,
  'password-kinds': 422,
  'password-of-name': 422,
  'password-common': 422,
  'password-same': 422,
  'no-such-account': 404,
  'account-out-of-scope': 403,
  'own-account': 403,
  'last-administrator': 409,
  'login-form': 422,
  'linked-elsewhere': 409,
  'login-taken': 409,
  'roles-incompatible': 422,
  'role-of-credit-office': 422,
  'not-linked': 409,
  'no-such-session': 404,
  'second-factor-due': 403,
  'not-disabled': 409,
  'already-disabled': 409,
  'no-such-client': 404,
  'already-revoked': 409,
  'right-not-transferable': 422,
  'client-too-long': 422,
  'no-such-delegation': 404,
  'already-ended': 409,
  'delegate-unfit': 422,
  'delegation-days': 422,
  'in-anothers-place': 403,
  'totp-missing': 409,
  'provider-unavailable': 409,
  'provider-unknown-person': 403,
  'no-provider': 404,
  'right-missing': 403,
  'not-your-name': 403,
} as const;

/** Status by code. */
export const STATUS: Readonly<Record<ProblemCode, ProblemStatus>> = {
  ...OUR_FAULT,
  ...IDENTITY,
  ...WRONG_KIND,
  ...UNUSABLE_CONTENT,
  ...FORWARDING,
  ...CONCEALMENT,
  ...BULLETINS,
  ...INDICATORS,
  ...SUPERVISION,
  ...PLANS,
  ...ATTACHMENTS_AND_NOTICES,
  'file-too-large': 413,
  'workbook-too-large': 413,
  'unknown-sheet': 400,
  'sheet-of-text': 400,
  'unknown-dataset': 404,
  'unknown-unit': 400,
  'not-your-unit': 403,
  'idempotency-key-reused': 409,
  'not-found': 404,
  'not-waiting': 409,
  'key-other-unit': 409,
  'say-which': 409,
  'say-one': 400,
  'unit-missing': 400,
  'days-out-of-range': 400,
  'unknown-deadline': 400,
  'unknown-jurisdiction': 400,
  'before-first-value': 422,
  'no-value-then': 422,
  'invalid-request': 400,
  'bad-url': 400,
  'bad-cursor': 400,
  'unreadable-body': 400,
  'one-file': 400,
  'upload-broken': 400,
  'unsupported-media-type': 415,
  'too-large': 413,
  'no-token': 401,
  'bad-token': 401,
  csrf: 403,
  'no-session': 403,
  'password-due': 403,
  'no-right': 403,
  'unknown-unit-header': 400,
  'unknown-children': 400,
  'no-such-route': 404,
  'no-such-batch': 404,
  'no-such-record': 404,
  'not-on-show': 404,
  'no-such-file': 404,
  'not-possible-now': 409,
  'changed-meanwhile': 409,
  'mark-set': 409,
  'mark-not-set': 409,
  'before-repair': 409,
  person: 409,
  'changed-on-missing': 400,
  'day-in-future': 400,
  'unknown-class': 400,
  'no-terms': 409,
  'no-notice': 409,
  'not-of-breach': 409,
  'statement-missing': 400,
  'not-a-narrative': 400,
  'no-such-subject': 404,
  'no-such-instrument': 404,
  'several-instruments': 409,
  'not-credit-office': 403,
  'same-subject': 409,
  'already-joined': 409,
  'is-former-code': 409,
  'both-living': 409,
  'not-joined': 409,
  'audit-office-only': 403,
  'no-such-receipt': 404,
  'batch-without-digest': 409,
  'batch-not-finished': 409,
  'result-too-long': 422,
  'too-many-requests': 429,
  'bad-request': 400,
  internal: 500,
};

/** Short titles by status. */
export const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: '请求有误',
  401: '需要登录',
  403: '不允许',
  404: '没有找到',
  409: '与现状冲突',
  413: '内容过大',
  415: '类型不支持',
  422: '内容无法使用',
  429: '请求太频繁',
  500: '系统出错',
};
