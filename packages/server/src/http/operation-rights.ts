/**
 * Which right each operation asks for, in one table: an operation that is not in it is closed to everybody but the development token.
 * The use cases ask again, and say for which unit.
 */
import type { FastifyRequest } from 'fastify';
import { allows, rightForm } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import type { Actor, SessionView } from '@xincheng/usecases/identity';
import { httpProblem } from './problems.ts';
import type { Refusal } from './problems.ts';

/** Any one of the rights suffices; `self` asks for none: it is about one's own session or account. */
type Asked = readonly Right[] | 'self';

/** By operation. */
export const OPERATION_RIGHTS: Readonly<Record<string, Asked>> = {
  ...all(
    ['standards.read'],
    'listDatasets readDataset readDatasetRules readTemplate listUnits listChecks listDeadlines readCatalog listRoles',
  ),
  ...all(['standards.read'], 'listInstruments readRepealImpact computeDue'),
  ...all(['intake.submit'], 'pushBatch submitFile'),
  ...all(['intake.read'], 'listBatches readBatch listIssues readResult listWaiting listBatchWaiting'),
  ...all(['intake.confirm'], 'decideWaiting'),
  ...all(['record.read'], 'listRecords readRecord listVersions listOpenDecisions readFunds listTouchedRecords'),
  ...all(['publicity.read'], 'readPublicity readRepairNotice listHeld'),
  ...all(['publicity.classify', 'publicity.withdraw'], 'actUponPublicity'),
  ...all(['subject.read'], 'readSubject'),
  ...all(['subject.join'], 'joinSubjects undoJoin'),
  ...all(['forwarding.read'], 'listForwardBatches readForwardBatch listUnansweredForwarding listRefusedForwarding'),
  ...all(['forwarding.read'], 'listDueForwarding countForwarding'),
  ...all(['forwarding.make'], 'makeForwardBatches handForwardBatch importForwardAnswer resendRecords'),
  ...all(['concealment.read'], 'listConcealmentAlarms readConcealmentAlarm listVoidNumbers'),
  ...all(['concealment.answer', 'concealment.review'], 'actUponConcealmentAlarm'),
  ...all(['concealment.answer'], 'declareVoidNumbers'),
  ...all(['concealment.review'], 'noteSighting scanConcealment'),
  ...all(['bulletin.read'], 'listBulletins readBulletin compareBulletin readBulletinPage readBulletinPdf'),
  ...all(['bulletin.draft'], 'draftBulletin'),
  ...all(['bulletin.draft', 'bulletin.issue'], 'actUponBulletin'),
  ...all(['indicator.read'], 'listIndicators readIndicator readBoard readIndicatorRows readExpected'),
  ...all(['indicator.declare', 'indicator.waive'], 'sayExpected'),
  ...all(['indicator.freeze'], 'freezePeriod'),
  ...all(['plan.read'], 'listPlans readPlan readPlanBoard readTask readPlanDraft'),
  ...all(['plan.import'], 'importPlan settlePlanDraft amendPlanDraft dropPlanDraft'),
  ...all(['plan.confirm'], 'confirmPlan closePlan'),
  ...all(['plan.import', 'plan.confirm'], 'amendPlan'),
  ...all(['plan.declare'], 'declareTask'),
  ...all(['audit.read'], 'listAuditEvents readAuditHead'),
  ...all(['supervision.read'], 'listMatters readMatter readOrderPaper listOwedReports'),
  ...all(['supervision.report', 'supervision.order'], 'openMatter'),
  ...all(['supervision.report', 'supervision.review', 'supervision.order', 'supervision.decide'], 'actInMatter'),
  ...all(['attachment.add'], 'addAttachment'),
  ...all(['attachment.read'], 'listAttachments readAttachment'),
  ...all(['notice.read'], 'listNotices lookAtNotice readNotice'),
  ...all(['notice.answer'], 'answerNotice'),
  ...all(['notice.send'], 'sendNotice'),
  ...all(['account.read'], 'listAccounts readAccount'),
  ...all(['account.manage'], 'createAccount actUponAccount'),
  ...all(['client.manage'], 'listApiClients createApiClient revokeApiClient'),
  ...all('self', 'readSession signOut changePassword beginTotp confirmTotp removeTotp listOwnSessions endOwnSession'),
  ...all('self', 'listColleagues listDelegations delegate endDelegation'),
};

/** What is open to who must change the password first. */
const BEFORE_PASSWORD = ['readSession', 'signOut', 'changePassword'];
/** What is open to whose role asks for an authenticator that is not set up yet. */
const BEFORE_TOTP = [...BEFORE_PASSWORD, 'beginTotp', 'confirmTotp'];

function all(asked: Asked, operations: string): Record<string, Asked> {
  return Object.fromEntries(operations.split(' ').map((operation) => [operation, asked]));
}

/** Null when the actor may ask for the operation. */
export function operationRefusal(request: FastifyRequest, actor: Actor, session: SessionView | null): Refusal | null {
  const operation = operationOf(request);
  if (session?.mustChangePassword === true && !BEFORE_PASSWORD.includes(operation)) return httpProblem('password-due');
  if (session?.mustAddTotp === true && !BEFORE_TOTP.includes(operation)) return httpProblem('second-factor-due');
  const asked = OPERATION_RIGHTS[operation];
  if (asked === 'self' || actor.rights === undefined) return null;
  if (asked === undefined) return httpProblem('no-right', { right: operation });
  if (asked.some((right) => allows(actor, right))) return null;
  return httpProblem('no-right', { right: asked.map((right) => rightForm(right).name).join('”或“') });
}

function operationOf(request: FastifyRequest): string {
  const schema = request.routeOptions.schema as { readonly operationId?: string } | undefined;
  return schema?.operationId ?? '';
}
