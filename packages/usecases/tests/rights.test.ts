/** Every official act asks for its right itself, whatever the way by which somebody came to it; and who signed in acts under the own name. */
import { asDay } from '@xincheng/core/calendar';
import { RIGHTS } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import type { Result } from '@xincheng/core/result';
import { attachFile, readAttachment, readAttachments } from '@xincheng/usecases/attachments';
import { readAudit } from '@xincheng/usecases/audit';
import { draftBulletin, dropBulletin, editBulletin, issueBulletin } from '@xincheng/usecases/bulletins';
import {
  answerAlarm,
  declareVoidNumbers,
  noteSighting,
  readVoidNumbers,
  reviewAlarm,
  scanConcealment,
} from '@xincheng/usecases/concealment';
import { handBatch, importAnswer, makeBatches, readDueForwarding, resendRecords } from '@xincheng/usecases/forwarding';
import { actUponAccount, createAccount, createApiClient, readAccounts } from '@xincheng/usecases/identity';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  declareTotal,
  freezePeriod,
  readBoard,
  readExpected,
  readIndicator,
  reportZero,
  waiveExpected,
} from '@xincheng/usecases/indicators';
import { decideWaitingRow, readBatches, readWaiting, submitBatch } from '@xincheng/usecases/intake';
import { answerNotice, readNotices, tellUnit } from '@xincheng/usecases/notices';
import {
  amendDraft,
  amendPlan,
  closePlan,
  confirmPlan,
  declareDone,
  dropDraft,
  importPlan,
  listPlansFor,
  readPlan,
} from '@xincheng/usecases/plans';
import {
  clearMark,
  readPublicity,
  setClass,
  setMark,
  setPublicText,
  suspendRecord,
  withdrawRecord,
} from '@xincheng/usecases/publicity';
import { readRecord, readRecords } from '@xincheng/usecases/records';
import { findSubjects, joinSubjects, undoJoinOf } from '@xincheng/usecases/subjects';
import {
  askExtension,
  askHandOver,
  askRelease,
  callForReport,
  decideMatter,
  draftOrder,
  fileActionPlan,
  fileReport,
  readMatters,
  readOwedReports,
  urgeUnit,
} from '@xincheng/usecases/supervision';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, officeAt } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { bindUnit, codeOf, PLAN, smallPlan } from './_supervision.ts';

const AT = '2021-05-10T10:00';
const NONE = '00000000-0000-8000-8000-000000000000';
const NO_CITY = { send: () => Promise.reject(new Error('not sent')), fetchAnswers: () => Promise.resolve([]) };
const BY = { name: '王核对', reason: '核对', words: '核对' };

let desk: Desk;
let unit: string;
/** Of a record on show and its subject, a matter, a file. */
const ids = { record: '', matter: '', file: '', subject: '' };

/** Whoever sees and stands for every unit, with these rights only. */
function holding(rights: readonly Right[]): ActContext {
  const office = officeAt(AT);
  return { ...office, actor: { ...office.actor, units: [...desk.platform.pack.units.keys()], rights } };
}

beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner('penalty');
  const rows = [
    { set: { number: '济历城市监罚〔2021〕991号' } },
    { set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000' } },
  ];
  const sent = await desk.send({ dataset: 'penalty', rows, at: AT });
  ids.record = sent.recordIds[0] ?? '';
  await bindUnit(desk.platform, unit, '2021-07-10', AT);
  ids.matter = done(await draftOrder(desk.platform, officeAt(AT), { ...part(), sinceOn: asDay('2021-05-01'), ...BY })).matter;
  done(await tellUnit(desk.platform, officeAt(AT), { unit, title: '通知', text: '内容' }));
  const file = { ownerKind: 'task', ownerId: `${PLAN}/一1`, unitId: unit, fileName: 'a.txt', bytes: Buffer.from('a') };
  ids.file = done(await attachFile(desk.platform, actAt(AT, [unit]), file)).id;
  const [record] = await desk.rows<{ key: string }>('select subject_key as key from credit_record');
  ids.subject = record?.key ?? '';
});

afterAll(() => desk.close());

function part() {
  return { plan: PLAN, number: '一1', unit };
}

type Refusable = Result<unknown, { readonly code: string; readonly message: string }>;
type Try = (context: ActContext) => Promise<Refusable>;

function entry() {
  return { set: 'dual-publicity-declared', unit, item: 'penalty', period: '2021-04', ...BY };
}

const order = { act: 'issue', ...BY } as const;

function account() {
  return { login: 'neu', name: '新来的人', unitId: unit, scope: 'units', roles: ['clerk'] } as const;
}

/** Every act that writes, with its right. None of them succeeds by what is given, so that each can be tried twice. */
const ACTS: readonly (readonly [Right, string, Try])[] = [
  [
    'intake.submit',
    'submitBatch',
    (c) =>
      submitBatch(desk.platform, c, {
        unitId: unit,
        dataset: 'penalty',
        path: '/none',
        fileName: 'x',
        source: 'file',
        idempotencyKey: null,
      }),
  ],
  ['intake.confirm', 'decideWaitingRow', (c) => decideWaitingRow(desk.platform, c, NONE, { as: 'row', ...BY })],
  ['publicity.classify', 'setClass', (c) => setClass(desk.platform, c, ids.record, { classId: 'none', ...BY })],
  [
    'publicity.classify',
    'setPublicText',
    (c) => setPublicText(desk.platform, c, ids.record, { field: 'none', text: 'x', ...BY }),
  ],
  ['publicity.withdraw', 'withdrawRecord', (c) => withdrawRecord(desk.platform, c, NONE, { because: 'error', ...BY })],
  ['publicity.withdraw', 'suspendRecord', (c) => suspendRecord(desk.platform, c, NONE, BY)],
  ['publicity.withdraw', 'setMark', (c) => setMark(desk.platform, c, NONE, { mark: 'disputed', ...BY })],
  ['publicity.withdraw', 'clearMark', (c) => clearMark(desk.platform, c, ids.record, { mark: 'disputed', ...BY })],
  ['subject.join', 'joinSubjects', (c) => joinSubjects(desk.platform, c, { from: 'a', into: 'b', rectification: null, ...BY })],
  ['subject.join', 'undoJoinOf', (c) => undoJoinOf(desk.platform, c, 'a', BY)],
  ['forwarding.make', 'makeBatches', (c) => makeBatches(desk.platform, c, 'none')],
  ['forwarding.make', 'handBatch', (c) => handBatch(desk.platform, c, 'none', NO_CITY)],
  ['forwarding.make', 'importAnswer', (c) => importAnswer(desk.platform, c, { path: '/none', fileName: 'x', batch: null })],
  ['forwarding.make', 'resendRecords', (c) => resendRecords(desk.platform, c, { records: [NONE], ...BY })],
  ['concealment.answer', 'answerAlarm', (c) => answerAlarm(desk.platform, c, NONE, { answer: 'explained', ...BY })],
  [
    'concealment.answer',
    'declareVoidNumbers',
    (c) => declareVoidNumbers(desk.platform, c, { unitId: unit, numbers: ['x'], document: '簿', ...BY }),
  ],
  ['concealment.review', 'reviewAlarm', (c) => reviewAlarm(desk.platform, c, NONE, { step: 'accept', ...BY })],
  [
    'concealment.review',
    'noteSighting',
    (c) => noteSighting(desk.platform, c, { unitId: unit, dataset: 'none', number: 'x', seenIn: 'repair', ...BY }),
  ],
  ['concealment.review', 'scanConcealment', (c) => scanConcealment(desk.platform, c)],
  ['indicator.declare', 'declareTotal', (c) => declareTotal(desk.platform, c, { ...entry(), item: 'none', count: 1 })],
  ['indicator.declare', 'reportZero', (c) => reportZero(desk.platform, c, { ...entry(), item: 'none' })],
  ['indicator.waive', 'waiveExpected', (c) => waiveExpected(desk.platform, c, { ...entry(), item: 'none' })],
  ['indicator.freeze', 'freezePeriod', (c) => freezePeriod(desk.platform, c, { period: '2021-05' })],
  ['bulletin.draft', 'draftBulletin', (c) => draftBulletin(desk.platform, c, { month: '2021-05', isCorrection: false, ...BY })],
  ['bulletin.draft', 'editBulletin', (c) => editBulletin(desk.platform, c, NONE, { paragraphs: [], ...BY })],
  ['bulletin.draft', 'dropBulletin', (c) => dropBulletin(desk.platform, c, NONE, BY)],
  ['bulletin.issue', 'issueBulletin', (c) => issueBulletin(desk.platform, c, NONE, BY)],
  [
    'plan.import',
    'importPlan',
    (c) => importPlan(desk.platform, c, smallPlan(desk.platform), { id: 'BAD', fileName: 'x', fileSha256: null, ...BY }),
  ],
  ['plan.import', 'amendDraft', (c) => amendDraft(desk.platform, c, 'none', { number: '一1', ...BY })],
  ['plan.import', 'dropDraft', (c) => dropDraft(desk.platform, c, 'none', BY)],
  ['plan.confirm', 'confirmPlan', (c) => confirmPlan(desk.platform, c, 'none', BY)],
  [
    'plan.confirm',
    'amendPlan',
    (c) => amendPlan(desk.platform, c, 'none', { number: '一1', preparedBy: '李', document: '函', ...BY }),
  ],
  ['plan.confirm', 'closePlan', (c) => closePlan(desk.platform, c, 'none', BY)],
  ['plan.declare', 'declareDone', (c) => declareDone(desk.platform, c, 'none', { number: '一1', unitId: unit, ...BY })],
  ['supervision.report', 'fileReport', (c) => fileReport(desk.platform, c, { ...part(), period: 'x', ...BY })],
  ['supervision.report', 'fileActionPlan', (c) => fileActionPlan(desk.platform, c, { ...part(), attachments: [], ...BY })],
  [
    'supervision.report',
    'askExtension',
    (c) => askExtension(desk.platform, c, { ...part(), number: 'x', dueOn: asDay('2021-08-01'), ...BY }),
  ],
  ['supervision.report', 'askHandOver', (c) => askHandOver(desk.platform, c, { ...part(), to: 'none', ...BY })],
  ['supervision.report', 'askRelease', (c) => askRelease(desk.platform, c, { ...part(), number: 'x', ...BY })],
  [
    'supervision.order',
    'callForReport',
    (c) => callForReport(desk.platform, c, { ...part(), period: 'x', dueOn: asDay('2021-06-01'), ...BY }),
  ],
  [
    'supervision.order',
    'draftOrder',
    (c) => draftOrder(desk.platform, c, { ...part(), number: 'x', sinceOn: asDay('2021-05-01'), ...BY }),
  ],
  ['supervision.order', 'urgeUnit', (c) => urgeUnit(desk.platform, c, { ...part(), number: 'x', ...BY })],
  ['supervision.decide', 'decideMatter', (c) => decideMatter(desk.platform, c, ids.matter, order)],
  [
    'attachment.add',
    'attachFile',
    (c) => attachFile(desk.platform, c, { ownerKind: 'task', ownerId: 'x', unitId: unit, fileName: 'x', bytes: Buffer.alloc(0) }),
  ],
  ['notice.answer', 'answerNotice', (c) => answerNotice(desk.platform, c, NONE, { ...BY, text: 'x' })],
  ['notice.send', 'tellUnit', (c) => tellUnit(desk.platform, c, { unit: 'none', title: 'x', text: 'x' })],
  ['account.manage', 'createAccount', (c) => createAccount(desk.platform, c, { ...account(), unitId: 'none' })],
  ['account.manage', 'actUponAccount', (c) => actUponAccount(desk.platform, c, 'none', { act: 'unlock' })],
  [
    'client.manage',
    'createApiClient',
    (c) => createApiClient(desk.platform, c, { name: 'x', unitId: 'none', rights: ['record.read'], days: 1 }),
  ],
];

/** How a missing right is told: by the capability where only the office may, or in general. */
const MISSING = [
  'right-missing',
  'credit-office-only',
  'not-credit-office',
  'bulletin-office-only',
  'audit-office-only',
  'not-sender',
  'not-your-unit',
  'not-yours-to-do',
];

describe('an act', () => {
  it.each(ACTS)('%s: %s', async (right, _name, attempt) => {
    const others = RIGHTS.filter((one) => one !== right);
    expect(MISSING).toContain(codeOf(await attempt(holding(others))));
    expect(MISSING).not.toContain(codeOf(await attempt(holding([right]))));
  });

  it('stands in the list for every right that is not reading, but for reviewing, which needs a lead', () => {
    const tried = new Set<Right>(ACTS.map(([right]) => right));
    expect(RIGHTS.filter((right) => !right.endsWith('.read') && !tried.has(right))).toEqual(['supervision.review']);
  });
});

/** What is read, by right: what is seen, or the refusal. `subject` and units as they are, each of these sees something. */
type Read = (context: ActContext) => Promise<readonly unknown[] | Refusable>;
const RECORDS = {
  dataset: null,
  unitId: null,
  subjectKey: null,
  parentId: null,
  decidedFrom: null,
  decidedTo: null,
  after: null,
  limit: 5,
};
const NOTICES = { unitId: null, aboutKind: null, aboutId: null, only: null, before: null, limit: 5 };
const MATTERS = { kind: null, plan: null, number: null, unit: null, isOpen: false, before: null, limit: 5 };

function listed(one: unknown): readonly unknown[] {
  return one === null ? [] : [one];
}

const READS: readonly (readonly [Right, string, Read])[] = [
  ['record.read', 'readRecords', (c) => readRecords(desk.platform, c, RECORDS)],
  ['record.read', 'readRecord', async (c) => listed(await readRecord(desk.platform, c, ids.record, null))],
  ['intake.read', 'readBatches', (c) => readBatches(desk.platform, c, { dataset: null, before: null, limit: 5 })],
  ['intake.read', 'readWaiting', (c) => readWaiting(desk.platform, c, null, null, 5)],
  ['publicity.read', 'readPublicity', async (c) => listed(await readPublicity(desk.platform, c, ids.record))],
  ['subject.read', 'findSubjects', (c) => findSubjects(desk.platform, c, ids.subject)],
  ['forwarding.read', 'readDueForwarding', (c) => readDueForwarding(desk.platform, c, { days: 10_000, limit: 5 })],
  [
    'concealment.read',
    'readVoidNumbers',
    (c) => readVoidNumbers(desk.platform, c, { unitId: unit, month: null, after: null, limit: 5 }),
  ],
  ['indicator.read', 'readBoard', (c) => readBoard(desk.platform, c)],
  ['indicator.read', 'readIndicator', (c) => readIndicator(desk.platform, c, { indicator: 'penalties' })],
  ['indicator.read', 'readExpected', (c) => readExpected(desk.platform, c, { set: 'dual-publicity-declared' })],
  ['plan.read', 'listPlansFor', async (c) => (await listPlansFor(desk.platform, c)).plans],
  ['plan.read', 'readPlan', (c) => readPlan(desk.platform, c, PLAN)],
  ['supervision.read', 'readMatters', (c) => readMatters(desk.platform, c, MATTERS)],
  ['supervision.read', 'readOwedReports', (c) => readOwedReports(desk.platform, c, PLAN)],
  ['attachment.read', 'readAttachments', (c) => readAttachments(desk.platform, c, 'task', `${PLAN}/一1`)],
  ['attachment.read', 'readAttachment', (c) => readAttachment(desk.platform, c, ids.file)],
  ['notice.read', 'readNotices', (c) => readNotices(desk.platform, c, NOTICES)],
  ['audit.read', 'readAudit', (c) => readAudit(desk.platform, c, { limit: 1 })],
  ['account.read', 'readAccounts', (c) => readAccounts(desk.platform, c, { unitId: null, after: null, limit: 5 })],
];

describe('reading', () => {
  it.each(READS)('%s: %s shows nothing without the right', async (right, _name, read) => {
    const isSeen = async (rights: readonly Right[]): Promise<boolean> => {
      const seen = await read(holding(rights));
      return 'ok' in seen ? seen.ok : seen.length > 0;
    };
    expect(await isSeen(RIGHTS.filter((one) => one !== right))).toBe(false);
    expect(await isSeen([right])).toBe(true);
  });
});
