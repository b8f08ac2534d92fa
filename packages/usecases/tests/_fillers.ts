/** Something in every table of a capability that is about one unit, which has filed penalties in 2021. */
import { asDay } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { actAt } from '@xincheng/testkit/platform';
import { attachFile } from '@xincheng/usecases/attachments';
import { draftBulletin, dropBulletin, editBulletin, issueBulletin } from '@xincheng/usecases/bulletins';
import { answerAlarm, declareVoidNumbers, noteSighting, readAlarms, scanConcealment } from '@xincheng/usecases/concealment';
import {
  actUponAccount,
  beginTotp,
  confirmOwnTotp,
  createAccount,
  createApiClient,
  delegate,
  identityOf,
  signIn,
  visitorOf,
} from '@xincheng/usecases/identity';
import { declareTotal, foldDeltas, freezePeriod, reportZero } from '@xincheng/usecases/indicators';
import { sendNotice } from '@xincheng/usecases/notices';
import { amendPlan, declareDone, evaluatePlan, importPlan } from '@xincheng/usecases/plans';
import { REMINDER, sendReminders, urgeUnit } from '@xincheng/usecases/supervision';
import { expect } from 'vitest';
import { totpCode, totpStep } from '../src/identity/one-time-code.ts';
import { officeAt } from './_forwarding.ts';
import type { Desk } from './_intake.ts';
import { dispatch } from './_plans.ts';
import { bindUnit, PLAN, smallPlan } from './_supervision.ts';

type Filler = (desk: Desk, unit: string) => Promise<void>;

const LATER = '2021-07-09T10:00';
const BY = { name: '王核对', words: '核对' };

async function concealment({ platform }: Desk, unit: string): Promise<void> {
  const own = actAt(LATER, [unit]);
  const office = officeAt(LATER);
  const seen = { dataset: 'penalty', seenIn: 'repair', unitId: unit, number: '济历城市监罚〔2021〕888号', ...BY } as const;
  const numbers = ['济历城市监罚〔2021〕889号'];
  expect((await noteSighting(platform, office, seen)).ok).toBe(true);
  expect((await scanConcealment(platform, office)).ok).toBe(true);
  const [alarm] = await readAlarms(platform, office, { unitId: unit, after: null, limit: 1 });
  expect((await answerAlarm(platform, own, alarm?.id ?? '', { answer: 'explained', ...BY })).ok).toBe(true);
  const voids = { unitId: unit, numbers, document: '登记簿', ...BY };
  expect((await declareVoidNumbers(platform, own, voids)).ok).toBe(true);
}

/** A file of the unit, and a notice to it. */
async function tell({ platform }: Desk, unit: string): Promise<void> {
  const context = actAt(LATER, [unit]);
  const file = { ownerKind: 'plan-progress', ownerId: '1', unitId: unit, fileName: 'a.txt', bytes: Buffer.from('a') };
  expect((await attachFile(platform, context, file)).ok).toBe(true);
  await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    sendNotice(client, context, platform, {
      template: 'general',
      toUnit: unit,
      about: { kind: 'test', id: '1' },
      words: { title: '通知', text: '内容' },
    }),
  );
}

/** Numbers folded and not, a word on an entry, and a frozen month. */
async function count(desk: Desk, unit: string): Promise<void> {
  const { platform } = desk;
  await foldDeltas(platform);
  await desk.send({ dataset: 'penalty', rows: [{ set: { number: '济历城市监罚〔2021〕992号' } }], at: LATER });
  const query = { set: 'dual-publicity-declared', unit, item: 'penalty', period: '2021-03', name: BY.name };
  expect((await reportZero(platform, actAt(LATER, [unit]), query)).ok).toBe(true);
  expect((await freezePeriod(platform, officeAt(LATER), { period: '2021-03' })).ok).toBe(true);
}

/** A task that binds the unit, urging, and a reminder. */
async function supervise({ platform }: Desk, unit: string): Promise<void> {
  await bindUnit(platform, unit, '2021-07-10', LATER);
  const urging = { plan: PLAN, number: '一1', unit, name: '周主任', words: '请抓紧' };
  expect((await urgeUnit(platform, officeAt(LATER), urging)).ok).toBe(true);
  expect((await sendReminders(platform, { ...officeAt(LATER), actor: REMINDER })).sent).toBe(1);
}

/** Numbers declared and frozen, and the bulletin of them, in other words, issued after a draft that was given up. */
async function bulletin({ platform }: Desk, unit: string): Promise<void> {
  const office = officeAt(LATER);
  const declared = { set: 'dual-publicity-declared', unit, item: 'penalty', period: '2021-05', count: 9, name: BY.name };
  expect(await declareTotal(platform, actAt(LATER, [unit]), declared)).toMatchObject({ ok: true });
  expect((await freezePeriod(platform, office, { period: '2021-05' })).ok).toBe(true);
  const draft = () => draftBulletin(platform, office, { month: '2021-05', isCorrection: false, name: '赵起草' });
  const wrong = await draft();
  const because = { name: '赵起草', reason: '写错' };
  expect((await dropBulletin(platform, office, wrong.ok ? wrong.value.id : '', because)).ok).toBe(true);
  const drafted = await draft();
  const id = drafted.ok ? drafted.value.id : '';
  const paragraphs = [{ heading: null, text: { zh: '正文', en: 'Text' } }];
  expect((await editBulletin(platform, office, id, { paragraphs, name: '赵起草' })).ok).toBe(true);
  const issued = await issueBulletin(platform, office, id, { name: '钱签发' });
  expect(issued.ok || issued.error.code === 'fonts-missing').toBe(true);
}

/** The task given out above gets another day, is declared and judged; and a plan waits with something that was not understood. */
async function plan({ platform }: Desk, unit: string): Promise<void> {
  const office = officeAt(LATER);
  const by = { number: '一1', name: '钱确认' };
  const paper = { ...by, preparedBy: '吴拟办', reason: '机构调整', document: '函1号', dueOn: asDay('2021-08-31') };
  expect((await amendPlan(platform, office, PLAN, paper)).ok).toBe(true);
  expect((await declareDone(platform, actAt(LATER, [unit]), PLAN, { ...by, unitId: unit, words: '已完成' })).ok).toBe(true);
  // The file of proofs speaks of the district's own plan alone.
  await dispatch(platform, { ...smallPlan(platform), title: '本区的方案' }, { id: 'licheng-2021', at: LATER });
  expect((await evaluatePlan(platform, office, 'licheng-2021')).ok).toBe(true);
  const unread = [{ reason: 'picture', line: 1, text: '', task: null }] as const;
  const waiting = { ...smallPlan(platform), title: '待确认的方案', unread };
  const source = { id: 'waiting-2021', name: '赵录入', fileName: '方案.docx', fileSha256: null };
  expect((await importPlan(platform, office, waiting, source)).ok).toBe(true);
}

/** Two people of the unit, one of whom stands in for the other; a program; sessions, codes, links and failures. */
async function enrol({ platform }: Desk, unit: string): Promise<void> {
  const office = officeAt(LATER);
  const who = { name: '周示例', unitId: unit, scope: 'units', roles: ['data-officer'] } as const;
  const made = await createAccount(platform, office, { login: 'zhou', ...who });
  expect((await createAccount(platform, office, { login: 'wu', ...who })).ok).toBe(true);
  const link = { act: 'link', issuer: 'https://id.example', subject: 'zhou' } as const;
  expect((await actUponAccount(platform, office, 'zhou', link)).ok).toBe(true);
  const away = { from: 'zhou', to: 'wu', fromOn: office.today, untilOn: office.today, reason: '出差' };
  expect((await delegate(platform, office, away)).ok).toBe(true);
  const program = { name: '办案系统', unitId: unit, rights: ['record.read'], days: 30 } as const;
  expect((await createApiClient(platform, office, program)).ok).toBe(true);
  const first = made.ok ? made.value.password : '';
  const signedIn = await signIn(platform, office.now, { login: 'zhou', password: first });
  const visitor = signedIn.ok ? await visitorOf(platform, office.now, signedIn.value.token, null) : signedIn;
  if (!visitor.ok) throw new Error(visitor.error.message);
  const own = { ...office, actor: visitor.value.actor };
  const begun = await beginTotp(platform, own, first);
  const code = begun.ok ? totpCode(begun.value.secret, totpStep(office.now)) : '';
  expect((await confirmOwnTotp(platform, own, code)).ok).toBe(true);
}

/** One for each capability. */
export const FILLERS: readonly Filler[] = [concealment, tell, count, supervise, plan, bulletin, enrol];
