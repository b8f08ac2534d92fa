/** What is shown of the tasks of a plan, to whom, and what is kept of their proof; each task's own way is in `plan-tasks.test.ts`. */
import type { TaskState } from '@xincheng/core/plans';
import { amendPlan, closePlan, declareDone, evaluatePlans, readPlan, readPlanBoard, readTask } from '@xincheng/usecases/plans';
import type { TaskDetail } from '@xincheng/usecases/plans';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { asDay } from '@xincheng/core/calendar';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';
import { dispatch, draftOf, officeAt, task } from './_plans.ts';

const PLAN = 'licheng-2021';
const LEAD = 'lc-fgj';
const [ONE, OTHER] = ['lc-shili-sp', 'lc-czj'];
/** The two as a paper would name them. */
const BOTH = ['历城区示例行政审批服务局', '区财政局'];
const BEFORE = '2021-04-26T09:00';
const LATE = '2021-07-01T09:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(async () => {
  await desk.empty();
  const numbers = ['一1', '一2', '七2', '十1', '保障1', '保障2'];
  const tasks = [...numbers.map((number) => task(number, { responsible: BOTH })), task('杂9', { supporting: ['区司法局'] })];
  await dispatch(desk.platform, draftOf(tasks), { id: PLAN });
});

afterAll(() => desk.close());

async function detail(number: string, at: string, context = officeAt(at)): Promise<TaskDetail> {
  return done(await readTask(desk.platform, context, PLAN, number));
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

it('is proven on the day on which it was seen, and its history tells when it was lost', async () => {
  await file('study-session', ONE, '2021-05-10T10:00');
  expect(await state('一1', '2021-06-30T23:59')).toBe('in-progress');
  expect(await state('一1', '2021-07-01T00:00')).toBe('late');
  await file('study-session', LEAD, '2021-07-02T10:00');
  const [last = ''] = await file('study-session', OTHER, '2021-07-02T10:00');
  await evaluatePlans(desk.platform, officeAt('2021-07-02T11:00'));
  const proven = await detail('一1', '2021-07-20T09:00');
  expect([proven.state, proven.isProvenLate, proven.firstProvenOn]).toEqual(['proven', true, '2021-07-02']);
  await takeBack(last, '2021-07-21T09:00');
  const lost = await detail('一1', '2021-07-21T10:00');
  expect([lost.state, lost.isProvenLate]).toEqual(['regressed', true]);
  expect(lost.history.filter(({ condition }) => condition === 'all').map(({ from, to, day }) => [from, to, day])).toEqual([
    [null, 'fails', '2021-06-30'],
    ['fails', 'holds', '2021-07-02'],
    ['holds', 'fails', '2021-07-21'],
  ]);
  await file('study-session', OTHER, '2021-07-22T10:00', [{ set: { number: 'XX-2021-98' } }]);
  expect(await state('一1', '2021-07-22T11:00')).toBe('proven');
});

describe('what is shown of a task', () => {
  it('says when nothing is defined that proves it, and never takes a word for proof', async () => {
    expect(await detail('杂9', BEFORE)).toMatchObject({ state: 'not-started', hasProof: false });
    const say = async (unitId: string, number = '杂9', name = ' 孙经办 '): Promise<string> => {
      const said = { number, unitId, words: ' 已完成', name };
      const declared = await declareDone(desk.platform, actAt('2021-05-10T10:00', [unitId]), PLAN, said);
      return declared.ok ? 'ok' : declared.error.code;
    };
    expect(await say(LEAD, '杂9', ' ')).toBe('name-missing');
    expect(await say('lc-sfj')).toBe('not-bound');
    expect(await say(LEAD, '杂8')).toBe('no-such-task');
    expect(await say(LEAD)).toBe('ok');
    const said = await detail('杂9', '2021-05-10T11:00');
    expect([said.state, said.isDeclared, said.declarations.map(({ name, words }) => name + words)]).toEqual([
      'in-progress',
      true,
      ['孙经办已完成'],
    ]);
    expect(await state('杂9', LATE)).toBe('late');
    expect(await say('lc-czj', '一1')).toBe('ok');
    const stranger = await declareDone(desk.platform, actAt('2021-05-10T10:00', [ONE]), PLAN, {
      number: '一1',
      unitId: OTHER,
      words: '已完成',
      name: '孙经办',
    });
    expect(stranger.ok ? 'ok' : stranger.error.code).toBe('not-your-unit');
  });

  it('lets a unit see its own part, and leads and the credit office everybody’s', async () => {
    await file('study-session', ONE, '2021-05-10T10:00');
    const at = '2021-05-10T11:00';
    const own = await detail('一1', at, actAt(at, [ONE]));
    const others = await detail('一1', at, actAt(at, [OTHER]));
    const lead = await detail('一1', at, actAt(at, [LEAD]));
    const stranger = await detail('一1', at, actAt(at, ['lc-sfj']));
    const office = await detail('一1', at);
    // How it stands is the same for all.
    expect([own, others, lead, stranger].map((one) => [one.state, one.proof[0]?.shown])).toEqual(
      Array.from({ length: 4 }, () => ['in-progress', office.proof[0]?.shown]),
    );
    expect(own.parts).toEqual([{ unitId: ONE, roles: ['responsible'], measured: 1, fulfilled: 1 }]);
    expect(others.parts).toEqual([{ unitId: OTHER, roles: ['responsible'], measured: 1, fulfilled: 0 }]);
    expect(others.proof.flatMap(({ parts }) => parts.map(({ unitId }) => unitId))).toEqual([OTHER]);
    expect(stranger.parts).toEqual([]);
    expect([lead.parts.length, office.parts.length]).toEqual([3, 3]);
    expect(own.mine).toEqual(own.parts);
  });

  it('counts on a board by area and unit, and tells what is due next', async () => {
    await file('study-session', ONE, '2021-05-10T10:00');
    const at = '2021-05-10T11:00';
    const board = done(await readPlanBoard(desk.platform, officeAt(at), PLAN));
    expect(board.counts).toEqual({ 'not-started': 6, 'in-progress': 1, proven: 0, late: 0, regressed: 0 });
    expect(board.areas).toHaveLength(1);
    expect(board.next).toHaveLength(7);
    expect(board.units.map(({ unitId, tasks }) => [unitId, tasks])).toEqual([
      ['lc-czj', 6],
      ['lc-fgj', 7],
      ['lc-sfj', 1],
      ['lc-shili-sp', 6],
    ]);
    const mine = done(await readPlanBoard(desk.platform, actAt(at, [ONE]), PLAN));
    expect(mine.units.map(({ unitId }) => unitId)).toEqual([ONE]);
    expect(done(await readPlanBoard(desk.platform, officeAt(LATE), PLAN)).troubled.length).toBeGreaterThan(5);
  });

  it('is judged by the due day that counts today, and no longer once the plan is closed', async () => {
    const by = { name: '钱确认', preparedBy: '吴拟办', reason: '机构调整', number: '一1', document: '函1号' };
    done(await amendPlan(desk.platform, officeAt(BEFORE), PLAN, { ...by, dueOn: asDay('2021-08-31') }));
    expect(await state('一1', LATE)).toBe('not-started');
    expect(await state('一1', '2021-09-01T00:00')).toBe('late');
    done(await closePlan(desk.platform, officeAt(LATE), PLAN, { name: '钱确认', reason: '年度结束' }));
    const events = await desk.rows<{ count: number }>('select count(*)::integer as count from plan_proof_event');
    for (const unit of [LEAD, ONE, OTHER]) await file('study-session', unit, '2021-09-02T10:00');
    expect(done(await readPlan(desk.platform, officeAt('2021-09-03T09:00'), PLAN)).tasks).toHaveLength(7);
    expect(await desk.rows('select count(*)::integer as count from plan_proof_event')).toEqual(events);
  });

  it('is there for no firm', async () => {
    const { now, today } = officeAt(BEFORE);
    const firm = { now, today, actor: { id: '某公司', scope: 'subject' as const, units: [], subjects: ['91370112MA000004X7'] } };
    const read = await readPlan(desk.platform, firm, PLAN);
    expect(read.ok ? 'ok' : read.error.code).toBe('no-such-plan');
  });
});
