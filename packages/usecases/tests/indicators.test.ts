/** Worked numbers: rates, absences, late ones, drilling down, freezing, who sees what, and everything that is refused. */
import { actAt } from '@xincheng/testkit/platform';
import {
  declareTotal,
  freezeDue,
  freezePeriod,
  FREEZER,
  readExpected,
  readIndicator,
  readIndicatorRows,
  reportZero,
  revokeExpected,
  viewReading,
  waiveExpected,
} from '@xincheng/usecases/indicators';
import type { EntryQuery, IndicatorProblem, RowsBehind, RowsQuery } from '@xincheng/usecases/indicators';
import type { Result } from '@xincheng/core/result';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, licence, licences, officeAt } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

const AT = '2021-05-06T10:00';
const SET = 'dual-publicity-declared';

let desk: Desk;
let unit: string;

beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner('licence');
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function april(changed: Partial<EntryQuery> = {}): EntryQuery {
  return { set: SET, unit, item: 'licence', period: '2021-04', name: '王核对', ...changed };
}

function own(at = AT) {
  return actAt(at, [unit]);
}

function declared(count: number, changed: Partial<EntryQuery> = {}) {
  return declareTotal(desk.platform, own(), { ...april(changed), count });
}

async function rate(indicator = 'submission-rate', period = '2021-04') {
  const reading = done(await readIndicator(desk.platform, officeAt(AT), { indicator, period }));
  const { total, units, isMet } = viewReading(desk.platform.pack, reading);
  return { total: total.shown, unit: units.find((cell) => cell.unit === unit)?.shown, isMet };
}

function codeOf(result: Result<unknown, IndicatorProblem>): string {
  if (result.ok) return 'done';
  expect(result.error.message).toMatch(/\p{Script=Han}.*。$/u);
  expect(result.error.message).not.toContain('{');
  return result.error.code;
}

describe('a rate of filing', () => {
  it('is what came of what was declared; nothing declared gives no number', async () => {
    await desk.send({ dataset: 'licence', rows: licences(3), at: AT });
    expect(await rate()).toEqual({ total: '无数据', unit: undefined, isMet: null });
    done(await declared(4));
    expect(await rate()).toEqual({ total: '75.00%', unit: '75.00%', isMet: false });
    done(await declared(3));
    expect(await rate()).toEqual({ total: '100.00%', unit: '100.00%', isMet: true });
  });

  it('counts at most what was declared, and shows a surplus as such', async () => {
    await desk.send({ dataset: 'licence', rows: licences(3), at: AT });
    done(await declared(2, { reason: '一条为上月补报' }));
    expect(await rate()).toMatchObject({ total: '100.00%' });
    const { entries } = done(await readExpected(desk.platform, officeAt(AT), { set: SET, period: '2021-04' }));
    expect(entries).toMatchObject([{ state: 'surplus', expected: 2n, actual: 3n, met: 2n }]);
  });

  it('has no number for a zero report or a waiver, which coverage counts or leaves out', async () => {
    done(await reportZero(desk.platform, own(), april()));
    expect(await rate()).toMatchObject({ total: '零报告', unit: '零报告' });
    done(await waiveExpected(desk.platform, officeAt(AT), april({ reason: '系统迁移' })));
    expect(await rate()).toMatchObject({ total: '已豁免' });
    done(await revokeExpected(desk.platform, officeAt(AT), april({ reason: '误豁免' })));
    expect(await rate()).toMatchObject({ total: '无数据' });
  });
});

describe('other rates', () => {
  it('count a withdrawn or corrected row as the register stands, and submissions as they were', async () => {
    const late = { ...licence(1), set: { ...licence(1).set, decidedOn: '2021-04-01', XK_YXQZ: '2021-04-01' } };
    const first = await desk.send({ dataset: 'licence', rows: [late, licence(2), { set: { number: '' } }], at: AT });
    expect(await rate('compliance-rate', '2021-05')).toMatchObject({ total: '66.66%' });
    expect(await rate('late-filings')).toMatchObject({ total: '1', unit: '1' });
    await desk.send({ dataset: 'licence', rows: [{ ...licence(9), replaces: first.recordIds[0] ?? '' }], at: AT });
    // The record in its place keeps the early receipt, and was decided later.
    expect(await rate('late-filings')).toMatchObject({ total: '0' });
  });
});

describe('behind a number', () => {
  it('stand its very rows, page by page, a person masked and the look written down', async () => {
    await desk.send({ dataset: 'licence', rows: [licence(1), licence(2), { ...licence(3), kind: 'natural' }], at: AT });
    const query = { indicator: 'licences', period: '2021-04', part: 'numerator' as const, limit: 2 };
    const seen: string[] = [];
    let after: RowsQuery['after'] = null;
    do {
      const rows: RowsBehind = done(await readIndicatorRows(desk.platform, officeAt(AT), { ...query, after }));
      if (rows.kind !== 'records') throw new Error(rows.kind);
      seen.push(...rows.records.map(({ subject, number }) => `${number} ${subject.kind === 'natural' ? subject.name : ''}`));
      after = rows.next;
    } while (after !== null);
    expect(seen).toHaveLength(3);
    expect(seen.some((text) => text.includes('*') || text.includes('某'))).toBe(true);
    expect(await desk.rows("select 1 from audit_event where act = 'record.look'")).toHaveLength(1);
    const other = await readIndicatorRows(desk.platform, actAt(AT, ['lc-xyb']), query);
    expect(done(other)).toMatchObject({ records: [], next: null });
  });
});

describe('a frozen month', () => {
  it('stays as it was, with what is known today beside it', async () => {
    await desk.send({ dataset: 'licence', rows: licences(3), at: AT });
    done(await declared(4));
    expect(codeOf(await freezePeriod(desk.platform, officeAt('2021-05-15T10:00'), { period: '2021-04' }))).toBe('not-ended');
    const frozen = done(await freezePeriod(desk.platform, officeAt('2021-05-16T10:00'), { period: '2021-04' }));
    expect(frozen.indicators).toContain('submission-rate');
    await desk.send({ dataset: 'licence', rows: [licence(4)], at: '2021-05-17T10:00' });
    const reading = done(
      await readIndicator(desk.platform, officeAt('2021-05-18T10:00'), { indicator: 'submission-rate', period: '2021-04' }),
    );
    const view = viewReading(desk.platform.pack, reading);
    expect([view.total.shown, view.restated?.total.shown]).toEqual(['75.00%', '100.00%']);
    const again = done(await freezePeriod(desk.platform, officeAt('2021-05-18T10:00'), { period: '2021-04' }));
    expect(again.indicators).toEqual([]);
    const hashes = await desk.rows<{ hash: string }>('select distinct rows_hash as hash from indicator_freeze');
    expect(hashes.length).toBeGreaterThan(3);
  });

  it('is frozen by itself once its window is over, and never twice', async () => {
    const at = (local: string) => ({ ...officeAt(local), actor: FREEZER });
    expect(await freezeDue(desk.platform, at('2021-05-10T08:00'))).toEqual([]);
    const frozen = await freezeDue(desk.platform, at('2021-05-16T08:00'));
    expect(frozen.map(({ period }) => period)).toContain('2021-04');
    expect(await freezeDue(desk.platform, at('2021-05-17T08:00'))).toEqual([]);
  });
});

describe('refused is', () => {
  const zero = (changed: Partial<EntryQuery>) => reportZero(desk.platform, own(), april(changed));
  const CASES: readonly (readonly [string, () => Promise<Result<unknown, IndicatorProblem>>])[] = [
    ['no-such-indicator', () => readIndicator(desk.platform, own(), { indicator: 'nothing' })],
    ['bad-period', () => readIndicator(desk.platform, own(), { indicator: 'licences', period: '2021-4' })],
    ['period-kind', () => readIndicator(desk.platform, own(), { indicator: 'licences', period: '2021' })],
    ['period-in-future', () => readIndicator(desk.platform, own(), { indicator: 'licences', period: '2021-06' })],
    ['unknown-unit', () => readIndicator(desk.platform, own(), { indicator: 'licences', unit: 'nobody' })],
    ['not-your-unit', () => readIndicator(desk.platform, own(), { indicator: 'licences', unit: 'lc-xyb' })],
    ['unmeasured-part', () => readIndicatorRows(desk.platform, own(), { indicator: 'licences', part: 'denominator', limit: 1 })],
    ['no-such-set', () => zero({ set: 'nothing' })],
    ['unknown-unit', () => zero({ unit: 'nobody' })],
    ['not-your-unit', () => zero({ unit: 'lc-xyb' })],
    ['item-not-in-set', () => zero({ item: 'contract' })],
    ['no-provision', () => reportZero(desk.platform, actAt(AT, ['lc-xyb']), april({ unit: 'lc-xyb' }))],
    ['bad-period', () => zero({ period: '2021' })],
    ['period-in-future', () => zero({ period: '2021-06' })],
    ['name-missing', () => zero({ name: ' ' })],
    ['not-a-count', () => declared(-1)],
    ['not-a-count', () => declared(1.5)],
    ['zero-is-a-report', () => declared(0)],
    ['not-declared-here', () => declared(1, { set: 'provisions' })],
    ['credit-office-only', () => waiveExpected(desk.platform, own(), april({ reason: '迁移' }))],
    ['reason-missing', () => waiveExpected(desk.platform, officeAt(AT), april())],
    ['reason-missing', () => revokeExpected(desk.platform, own(), april({ reason: ' ' }))],
    ['nothing-said', () => revokeExpected(desk.platform, own(), april({ reason: '填错' }))],
    ['credit-office-only', () => freezePeriod(desk.platform, own(), { period: '2021-01' })],
    ['not-frozen-kind', () => freezePeriod(desk.platform, officeAt(AT), { period: 'total' })],
  ];

  it.each(CASES)('%s (%#)', async (code, act) => {
    expect(codeOf(await act())).toBe(code);
    expect(await desk.rows('select 1 from expected_entry')).toEqual([]);
  });

  it('a total below what is filed, without a reason; a zero report of what is filed; anything of what was waived', async () => {
    await desk.send({ dataset: 'licence', rows: licences(3), at: AT });
    expect(codeOf(await declared(2))).toBe('below-filed');
    expect(codeOf(await zero({}))).toBe('zero-but-filed');
    done(await waiveExpected(desk.platform, officeAt(AT), april({ reason: '系统迁移' })));
    expect(codeOf(await declared(5))).toBe('waived-already');
    expect(codeOf(await revokeExpected(desk.platform, own(), april({ reason: '不需要' })))).toBe('credit-office-only');
  });
});
