/** Tasks of the district's plan, from not started to proven by real acts, to late by the clock, to regressed when proof goes. */
import type { TaskState } from '@xincheng/core/plans';
import { withTransaction } from '@xincheng/store/connection';
import { writeAct } from '@xincheng/usecases/audit';
import { declareTotal, readExpected, reportZero } from '@xincheng/usecases/indicators';
import { amendPlan, closePlan, declareDone, evaluatePlans, readPlan, readPlanBoard, readTask } from '@xincheng/usecases/plans';
import type { TaskDetail } from '@xincheng/usecases/plans';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { identityOf } from '@xincheng/usecases/identity';
import { asDay } from '@xincheng/core/calendar';
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

describe('the tasks that can be proven', () => {
  it('一1: a session of every bound unit', async () => {
    expect(await state('一1', BEFORE)).toBe('not-started');
    await file('study-session', ONE, '2021-05-10T10:00');
    expect(await state('一1', '2021-05-10T11:00')).toBe('in-progress');
    await file('study-session', LEAD, '2021-05-11T10:00');
    await file('study-session', OTHER, '2021-05-12T10:00');
    const proven = await detail('一1', '2021-06-30T23:00');
    expect([proven.state, proven.isProvenLate, proven.firstProvenOn]).toEqual(['proven', false, '2021-06-30']);
    expect(proven.proof[0]).toMatchObject({
      outcome: 'holds',
      shown: '100.00%',
      source: { kind: 'indicator', id: 'study-coverage' },
    });
  });

  it('一1: proven on the day on which it was seen, late by the clock, regressed when a record is withdrawn', async () => {
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

  it('一2: every document reviewed, and no measure without a basis', async () => {
    expect(await state('一2', BEFORE)).toBe('not-started');
    for (const unit of [LEAD, ONE, OTHER]) await file('credit-document', unit, '2021-05-10T10:00');
    expect(await state('一2', '2021-05-10T11:00')).toBe('proven');
    const [baseless = ''] = await file('credit-document.measure', ONE, '2021-05-11T10:00', [
      { set: { measureNo: '9', measureBasis: '', measureBasisClause: '' } },
    ]);
    const lost = await detail('一2', '2021-05-11T11:00');
    expect([lost.state, lost.proof.map(({ id, outcome }) => [id, outcome])]).toEqual([
      'regressed',
      [
        ['document-review', 'holds'],
        ['measures-without-basis', 'fails'],
      ],
    ]);
    await takeBack(baseless, '2021-05-12T10:00');
    expect(await state('一2', '2021-05-12T11:00')).toBe('proven');
    expect(await state('一2', LATE)).toBe('proven');
  });

  it('保障1: a group, a task force, and an accepted action plan of every bound unit', async () => {
    expect(await state('保障1', BEFORE)).toBe('not-started');
    const group = { groupNo: 'ZB-2021-01', groupKind: '推进小组' };
    const [steering = ''] = await file('credit-group', ONE, '2021-05-10T10:00', [
      { set: group },
      { set: { groupNo: 'ZB-2021-02', groupKind: '工作专班', groupName: '工作专班' } },
    ]);
    expect(await state('保障1', '2021-05-10T11:00')).toBe('in-progress');
    const office = officeAt('2021-05-11T10:00');
    for (const unitId of [LEAD, ONE, OTHER])
      await withTransaction(desk.platform.database.app, identityOf(office.actor), (client) =>
        writeAct(client, office, {
          act: 'supervision.action-plan-accepted',
          objectKind: 'task',
          objectId: `${PLAN}/保障1`,
          unitId,
          details: {},
        }),
      );
    expect(await state('保障1', '2021-05-11T11:00')).toBe('proven');
    await takeBack(steering, '2021-05-12T10:00');
    expect(await state('保障1', '2021-05-12T11:00')).toBe('regressed');
  });

  it('保障2: all four purposes funded, and spending filed', async () => {
    expect(await state('保障2', BEFORE)).toBe('not-started');
    const purposes = desk.platform.pack.codeLists.get('fund-purpose')?.values.map(({ value }) => value) ?? [];
    expect(purposes).toHaveLength(4);
    const rows = purposes.map((purpose, index) => ({ set: { lineNo: `JF-2021-1${String(index)}`, purpose } }));
    const [first = ''] = await file('credit-fund-line', OTHER, '2021-05-10T10:00', rows);
    expect(await state('保障2', '2021-05-10T11:00')).toBe('in-progress');
    await file('credit-fund-line.spending', OTHER, '2021-05-11T10:00', [{ set: { lineNo: 'JF-2021-10' } }]);
    expect(await state('保障2', '2021-05-11T11:00')).toBe('proven');
    await takeBack(first, '2021-05-12T10:00');
    expect(await state('保障2', '2021-05-12T11:00')).toBe('regressed');
  });

  it('七2: data or a zero report for every provision, month after month', async () => {
    expect(await state('七2', BEFORE)).toBe('not-started');
    const entries = done(await readExpected(desk.platform, officeAt(LATE), { set: 'provisions', period: '2021-05' })).entries;
    const [first, ...rest] = entries;
    if (first === undefined) throw new Error('no provisions');
    const zero = async (entry: typeof first, at: string, period: string): Promise<void> => {
      const { unitId, item } = entry;
      const query = { set: 'provisions', unit: unitId, item, period, name: '王核对' };
      done(await reportZero(desk.platform, actAt(at, [unitId]), query));
    };
    for (const entry of rest) await zero(entry, '2021-05-31T10:00', '2021-05');
    expect(await state('七2', '2021-06-02T10:00')).toBe('in-progress');
    await zero(first, '2021-06-02T10:00', '2021-05');
    expect(await state('七2', '2021-06-02T11:00')).toBe('proven');
    // June is over, and nobody has filed for it.
    expect(await state('七2', LATE)).toBe('regressed');
  }, 60_000);

  it('十1: all three rates of the month that is over, by the city’s receipts', async () => {
    expect(await state('十1', BEFORE)).toBe('not-started');
    const city = new City(desk);
    const unit = desk.owner('licence');
    const declare = { set: 'dual-publicity-declared', unit, item: 'licence', period: '2021-05', name: '王核对', count: 1 };
    done(await declareTotal(desk.platform, actAt('2021-05-20T10:00', [unit]), declare));
    await file('licence', unit, '2021-05-21T10:00', [{ set: { decidedOn: '2021/05/20' } }]);
    const [number = ''] = await city.forward('2021-05-22T10:00');
    await city.answer(city.receipt(number), '2021-05-23T10:00');
    // Whether everything reached the city in time is known when the last is due.
    expect(await state('十1', '2021-06-04T10:00')).toBe('in-progress');
    const proven = await detail('十1', '2021-06-05T10:00');
    expect(proven.proof.map(({ id, outcome, shown }) => [id, outcome, shown])).toEqual([
      ['submission-rate', 'holds', '100.00%'],
      ['compliance-rate', 'holds', '100.00%'],
      ['city-timeliness-rate', 'holds', '100.00%'],
    ]);
    expect(proven.state).toBe('proven');
    // More were decided than were sent: May is no longer whole.
    done(await declareTotal(desk.platform, actAt('2021-06-06T10:00', [unit]), { ...declare, count: 2 }));
    expect(await state('十1', '2021-06-06T11:00')).toBe('regressed');
  });
});

describe('what is shown of a task', () => {
  it('says when nothing is defined that proves it, and never takes a word for proof', async () => {
    expect(await detail('杂9', BEFORE)).toMatchObject({ state: 'not-started', hasProof: false });
    const say = async (unitId: string, number = '杂9'): Promise<string> => {
      const said = { number, unitId, words: '已完成', name: '孙经办' };
      const declared = await declareDone(desk.platform, actAt('2021-05-10T10:00', [unitId]), PLAN, said);
      return declared.ok ? 'ok' : declared.error.code;
    };
    expect(await say('lc-sfj')).toBe('not-bound');
    expect(await say(LEAD, '杂8')).toBe('no-such-task');
    expect(await say(LEAD)).toBe('ok');
    const said = await detail('杂9', '2021-05-10T11:00');
    expect([said.state, said.isDeclared, said.declarations.map(({ name }) => name)]).toEqual(['in-progress', true, ['孙经办']]);
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
    const by = { name: '钱确认', reason: '机构调整', number: '一1', document: '函1号' };
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
