/** Registers read together: decisions still in hand, funds planned and spent; each held against sums made while planting. */
import fc from 'fast-check';
import { actAt } from '@xincheng/testkit/platform';
import type { ActContext } from '@xincheng/usecases/identity';
import { readFunds, readOpenDecisions } from '@xincheng/usecases/registers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const AT = '2021-05-08T10:00';
const PURPOSES = ['城市信用监测', '重点领域推进', '信用应用创新', '诚信宣传活动'] as const;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(async () => {
  await desk.close();
});

function office(at: string): ActContext {
  const context = actAt(at, []);
  return { ...context, actor: { ...context.actor, scope: 'all' } };
}

async function send(dataset: string, rows: readonly RowSpec[], outcome = '已入库'): Promise<void> {
  if (rows.length === 0) return;
  const { outcomes } = await desk.send({ dataset, rows, at: AT });
  expect(new Set(outcomes)).toEqual(new Set([outcome]));
}

function decision(decisionNo: string, set: Readonly<Record<string, string>> = {}): RowSpec {
  return { set: { decisionNo, ...set } };
}

describe('decisions', () => {
  it('are open until they are done or dropped, what is due first before the rest', async () => {
    await send('credit-meeting', [{}]);
    await send('credit-meeting.decision', [
      decision('1', { dueOn: '2021/05/20' }),
      decision('2', { dueOn: '' }),
      decision('3', { dueOn: '2021/05/10' }),
      decision('4', { decisionState: '已完成', doneOn: '2021/04/28' }),
      decision('5', { decisionState: '不再办理' }),
    ]);
    const open = await readOpenDecisions(desk.platform, office('2021-05-11T09:00'), { limit: 10 });
    expect(open.map(({ number, dueOn, isLate }) => [number, dueOn, isLate])).toEqual([
      ['3', '2021-05-10', true],
      ['1', '2021-05-20', false],
      ['2', null, false],
    ]);
    expect(open[0]).toMatchObject({ meeting: 'HY-2021-01', responsibleUnit: '历城区示例市场监督管理局' });
    await send(
      'credit-meeting.decision',
      [decision('3', { dueOn: '2021/05/10', decisionState: '完成', doneOn: '2021/05/07' })],
      '已更正',
    );
    const left = await readOpenDecisions(desk.platform, office('2021-05-11T09:00'), { limit: 1 });
    expect(left.map(({ number }) => number)).toEqual(['1']);
  });

  it('due today are not late', async () => {
    await send('credit-meeting', [{}]);
    await send('credit-meeting.decision', [decision('1', { dueOn: '2021/05/10' })]);
    const [one] = await readOpenDecisions(desk.platform, office('2021-05-10T23:59'), { limit: 10 });
    expect(one?.isLate).toBe(false);
  });
});

describe('funds', () => {
  const line = fc.record({
    fundYear: fc.constantFrom('2021', '2022'),
    purpose: fc.constantFrom(...PURPOSES),
    planned: fc.integer({ min: 1, max: 50 }),
    spendings: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
  });

  it('are the sums of what was filed, for every purpose of the plan', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        await send(
          'credit-fund-line',
          lines.map(({ fundYear, purpose, planned }, at) => ({
            set: { lineNo: `JF-${String(at)}`, fundYear, purpose, planned: `${String(planned)}.000000` },
          })),
        );
        await send(
          'credit-fund-line.spending',
          lines.flatMap(({ spendings }, at) =>
            spendings.map((spent, index) => ({
              set: { lineNo: `JF-${String(at)}`, spendingNo: String(index + 1), spent: String(spent) },
            })),
          ),
        );
        const found = await readFunds(desk.platform, office('2021-06-01T09:00'));
        const years = [...new Set(lines.map(({ fundYear }) => fundYear))].sort();
        const FEN = 1_000_000;
        const expected = years.flatMap((year) =>
          PURPOSES.map((purpose) => {
            const own = lines.filter((one) => one.fundYear === year && one.purpose === purpose);
            const planned = own.reduce((sum, one) => sum + one.planned, 0);
            const spent = own.flatMap(({ spendings }) => spendings).reduce((sum, amount) => sum + amount, 0);
            return [year, purpose, planned * FEN, spent * FEN, (planned - spent) * FEN];
          }),
        );
        expect(
          found.map(({ year, purpose, planned, spent, left }) => [year, purpose, Number(planned), Number(spent), Number(left)]),
        ).toEqual(expected);
      }),
      { numRuns: 4, plugins: [fc.afterEach(() => desk.empty())] },
    );
  });

  it('of others are not seen', async () => {
    await send('credit-fund-line', [{}]);
    expect(await readFunds(desk.platform, actAt('2021-06-01T09:00', [desk.other('credit-fund-line')]))).toEqual([]);
  });
});

describe('a register that units keep of themselves', () => {
  it('is about its sender, and asks no base register about it', async () => {
    await desk.send({ dataset: 'registration', rows: [{}], at: AT });
    const { outcomes, issues, unit } = await desk.send({ dataset: 'study-session', rows: [{}], at: AT });
    expect([outcomes, issues]).toEqual([['已入库'], []]);
    const uscc = desk.platform.pack.units.get(unit)?.uscc;
    const [record] = await desk.records('study-session');
    expect(record).toMatchObject({
      unit,
      authority: uscc,
      subject: { key: uscc, kind: 'legal' },
      state: 'held',
      shownUntil: null,
    });
  });

  it('is kept by nobody else, and each fault of the unit is told once', async () => {
    const other = desk.platform.pack.units.get(desk.other('study-session'));
    const sent = await desk.send({
      dataset: 'study-session',
      rows: [{ set: { unitUscc: other?.uscc ?? '', unitName: other?.name ?? '' } }],
      at: AT,
    });
    expect([sent.outcomes, sent.issues.map(({ code, column }) => [code, column])]).toEqual([
      ['退回'],
      [['R14.sender', 'unitUscc']],
    ]);
    const misnamed = await desk.send({ dataset: 'study-session', rows: [{ set: { unitName: '历城区示例未登记局' } }], at: AT });
    expect(misnamed.issues.map(({ code, column }) => [code, column])).toEqual([['R14.name', 'unitName']]);
  });

  it('keeps a citation that nobody knows, with a word, and names the measure that rests on nothing', async () => {
    await send('credit-document', [{}]);
    const { outcomes, issues } = await desk.send({
      dataset: 'credit-document.measure',
      rows: [
        { set: { measureBasis: '国办发〔2020〕9999号' } },
        { set: { measureNo: '2', measureBasis: '', measureBasisClause: '' } },
      ],
      at: AT,
    });
    expect(outcomes).toEqual(['已入库', '已入库']);
    expect(issues.map(({ row, code, value }) => [row, code, value])).toEqual([
      [2, 'INS-01', '国办发〔2020〕9999号'],
      [3, 'DOC-01', '信用状况良好的申请人优先办理'],
    ]);
  });
});
