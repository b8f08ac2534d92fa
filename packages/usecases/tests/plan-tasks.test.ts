/**
 * The tasks of the district's plan that can be proven, each by real acts: not started, proven, regressed when its proof goes; and where
 * nobody acts, late by the clock, proven late, regressed.
 */
import type { TaskState } from '@xincheng/core/plans';
import { attachFile } from '@xincheng/usecases/attachments';
import { declareTotal, readExpected, reportZero, revokeExpected } from '@xincheng/usecases/indicators';
import { readTask } from '@xincheng/usecases/plans';
import type { TaskDetail } from '@xincheng/usecases/plans';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { decideMatter, evidenceOwner, fileActionPlan } from '@xincheng/usecases/supervision';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { City, done } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';
import { dispatch, draftOf, officeAt, task } from './_plans.ts';

const PLAN = 'licheng-2021';
const LEAD = 'lc-fgj';
const [ONE, OTHER] = ['lc-shili-sp', 'lc-czj'];
/** The two as a paper would name them. */
const BOTH = ['历城区示例行政审批服务局', '区财政局'];
const BOUND = [LEAD, ONE, OTHER];
const BEFORE = '2021-04-26T09:00';
/** The tasks are due on 30 June. */
const LATE = '2021-07-01T00:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(async () => {
  await desk.empty();
  await dispatch(desk.platform, draftOf(PROOFS.map(({ number }) => task(number, { responsible: BOTH }))), { id: PLAN });
});

afterAll(() => desk.close());

async function detail(number: string, at: string): Promise<TaskDetail> {
  return done(await readTask(desk.platform, officeAt(at), PLAN, number));
}

async function state(number: string, at: string): Promise<TaskState> {
  return (await detail(number, at)).state;
}

/** Sends rows of a register; ids of the records. */
async function file(dataset: string, unit: string, at: string, rows: readonly RowSpec[] = [{}]): Promise<readonly string[]> {
  const sent = await desk.send({ dataset, unit, at, rows });
  expect([dataset, sent.batch.accepted]).toEqual([dataset, rows.length]);
  return sent.recordIds;
}

async function takeBack(record: string, at: string): Promise<void> {
  done(await withdrawRecord(desk.platform, officeAt(at), record, { because: 'error', name: '王核对', reason: '报错了' }));
}

/** How a task is proven in a month (`2021-05`), and how its proof goes in the month after. */
interface Proof {
  readonly number: string;
  /** Does all but the last act, does the last, and tells when it holds and how to undo it. */
  readonly prove: (
    month: string,
    next: string,
  ) => Promise<{ readonly provenAt: string; readonly undo: (at: string) => Promise<void> }>;
}

/** 一1: a session of every bound unit. */
async function studySessions(month: string): ReturnType<Proof['prove']> {
  await file('study-session', ONE, `${month}-10T10:00`);
  await file('study-session', LEAD, `${month}-11T10:00`);
  expect((await detail('一1', `${month}-11T11:00`)).proof[0]?.shown).toBe('66.66%');
  const [last = ''] = await file('study-session', OTHER, `${month}-12T10:00`);
  return { provenAt: `${month}-12T11:00`, undo: (at) => takeBack(last, at) };
}

/** 一2: every unit has filed its review, and no measure is without a basis; then one is. */
async function documentReviews(month: string): ReturnType<Proof['prove']> {
  for (const unit of BOUND) await file('credit-document', unit, `${month}-10T10:00`);
  const set = { measureNo: '9', measureBasis: '', measureBasisClause: '' };
  const undo = async (at: string): Promise<void> => {
    await file('credit-document.measure', ONE, at, [{ set }]);
  };
  return { provenAt: `${month}-10T11:00`, undo };
}

/** 七2: data or a zero report for every provision of the month; then a unit takes its word back. */
async function provisions(month: string, next: string): ReturnType<Proof['prove']> {
  const { entries } = done(await readExpected(desk.platform, officeAt(`${next}-01T09:00`), { set: 'provisions', period: month }));
  const query = ({ unitId, item }: (typeof entries)[number]) => ({
    set: 'provisions',
    unit: unitId,
    item,
    period: month,
    name: '王核对',
  });
  for (const entry of entries) done(await reportZero(desk.platform, actAt(`${month}-28T10:00`, [entry.unitId]), query(entry)));
  const [first] = entries;
  if (first === undefined) throw new Error('no provisions');
  const undo = async (at: string): Promise<void> => {
    done(await revokeExpected(desk.platform, actAt(at, [first.unitId]), { ...query(first), reason: '报错了' }));
  };
  return { provenAt: `${next}-02T10:00`, undo };
}

/** 十1: all that was decided is sent, passes, and is at the city in time; then more turns out to have been decided. */
async function threeRates(month: string, next: string): ReturnType<Proof['prove']> {
  const unit = desk.owner('licence');
  const declare = async (at: string, count: number): Promise<void> => {
    const said = { set: 'dual-publicity-declared', unit, item: 'licence', period: month, name: '王核对', count };
    done(await declareTotal(desk.platform, actAt(at, [unit]), said));
  };
  const city = new City(desk);
  await declare(`${month}-20T10:00`, 1);
  await file('licence', unit, `${month}-21T10:00`, [{ set: { decidedOn: `${month.replace('-', '/')}/20` } }]);
  const [number = ''] = await city.forward(`${month}-22T10:00`);
  await city.answer(city.receipt(number), `${month}-23T10:00`);
  // Whether everything reached the city in time is known when the last is due.
  return { provenAt: `${next}-05T10:00`, undo: (at) => declare(at, 2) };
}

/** 保障1: a group, a task force, and an action plan of every bound unit, filed with a file and accepted by the office. */
async function organisation(month: string): ReturnType<Proof['prove']> {
  const at = `${month}-10T10:00`;
  const [steering = ''] = await file('credit-group', ONE, at, [
    { set: { groupNo: 'ZB-2021-01', groupKind: '推进小组' } },
    { set: { groupNo: 'ZB-2021-02', groupKind: '工作专班', groupName: '工作专班' } },
  ]);
  for (const unit of BOUND) {
    const own = actAt(at, [unit]);
    const evidence = {
      ...evidenceOwner(PLAN, null),
      unitId: unit,
      fileName: '推进方案.txt',
      bytes: Buffer.from(`${unit}的方案\n`),
    };
    const attached = done(await attachFile(desk.platform, own, evidence));
    const filing = { plan: PLAN, unit, attachments: [attached.id], name: '孙报送', words: '已制定' };
    const { matter } = done(await fileActionPlan(desk.platform, own, filing));
    expect(await state('保障1', `${month}-10T10:30`)).not.toBe('proven');
    done(await decideMatter(desk.platform, officeAt(`${month}-10T10:40`), matter, { act: 'accept', name: '周主任' }));
  }
  return { provenAt: `${month}-10T11:00`, undo: (when) => takeBack(steering, when) };
}

/** 保障2: all four purposes funded, and spending filed. */
async function funds(month: string): ReturnType<Proof['prove']> {
  const purposes = desk.platform.pack.codeLists.get('fund-purpose')?.values.map(({ value }) => value) ?? [];
  expect(purposes).toHaveLength(4);
  const rows = purposes.map((purpose, index) => ({ set: { lineNo: `JF-2021-1${String(index)}`, purpose } }));
  const [first = ''] = await file('credit-fund-line', OTHER, `${month}-10T10:00`, rows);
  await file('credit-fund-line.spending', OTHER, `${month}-11T10:00`, [{ set: { lineNo: 'JF-2021-10' } }]);
  return { provenAt: `${month}-11T11:00`, undo: (at) => takeBack(first, at) };
}

const PROOFS: readonly Proof[] = [
  { number: '一1', prove: studySessions },
  { number: '一2', prove: documentReviews },
  { number: '七2', prove: provisions },
  { number: '十1', prove: threeRates },
  { number: '保障1', prove: organisation },
  { number: '保障2', prove: funds },
];

/** Shortly after. */
function later(at: string, hour: string): string {
  return `${at.slice(0, 10)}T${hour}`;
}

describe.each(PROOFS)('$number', ({ number, prove }) => {
  it('is not started, proven in time, and regressed when its proof goes', async () => {
    expect(await state(number, BEFORE)).toBe('not-started');
    const { provenAt, undo } = await prove('2021-05', '2021-06');
    expect(await detail(number, provenAt)).toMatchObject({
      state: 'proven',
      isProvenLate: false,
      firstProvenOn: provenAt.slice(0, 10),
    });
    await undo(later(provenAt, '12:00'));
    expect(await state(number, later(provenAt, '13:00'))).toBe('regressed');
  }, 30_000);

  it('is late by the clock, then proven late, and regressed when its proof goes', async () => {
    expect(await state(number, BEFORE)).toBe('not-started');
    expect(await state(number, '2021-06-30T23:59')).toBe('not-started');
    expect(await state(number, LATE)).toBe('late');
    const { provenAt, undo } = await prove('2021-07', '2021-08');
    expect(await detail(number, provenAt)).toMatchObject({ state: 'proven', isProvenLate: true });
    await undo(later(provenAt, '12:00'));
    expect(await detail(number, later(provenAt, '13:00'))).toMatchObject({ state: 'regressed', isProvenLate: true });
  }, 30_000);
});
