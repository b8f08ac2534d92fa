/** A record that another takes the place of: withdrawn as 错误上传, its day of receipt and what hangs on it go on. */
import { readRecord, readVersions } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

const FIRST = '2021-05-07T10:00';
const SECOND = '2021-05-08T10:00';
const THIRD = '2021-05-09T10:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

/** The same number is the same record. */
function licence(number: number, remark = ''): RowSpec {
  return { set: { number: `济历城审许〔2021〕${String(number)}号`, remark } };
}

/** A fine written in yuan into the column of 万元: it waits. */
function waitingFine(set: Readonly<Record<string, string>> = {}): RowSpec {
  return { kind: 'soleTrader', set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000', CF_NR_WFFF: '', ...set } };
}

async function viewOf(
  sent: Pick<Sent, 'unit' | 'recordIds'>,
  row = 1,
  asOf: string | null = null,
): Promise<Awaited<ReturnType<typeof readRecord>>> {
  return readRecord(
    desk.platform,
    actAt('2021-06-01T00:00', [sent.unit]),
    sent.recordIds[row - 1] ?? '',
    asOf === null ? null : new Date(`${asOf}+08:00`),
  );
}

describe('a replaced record', () => {
  const wrong = { set: { ...licence(1).set, subjectUscc: '9144030071526726XG' } };

  it('is withdrawn, and the new one takes over its day of receipt', async () => {
    const before = await desk.send({ dataset: 'licence', rows: [wrong], at: FIRST });
    const after = await desk.send({
      dataset: 'licence',
      rows: [{ ...licence(1), replaces: before.recordIds[0] ?? '' }],
      at: SECOND,
    });
    expect(await viewOf(before)).toMatchObject({ state: 'withdrawn', stateReason: 'error', version: 2 });
    expect(await viewOf(after)).toMatchObject({
      state: 'published',
      version: 1,
      receivedAt: new Date(`${FIRST}+08:00`).toISOString(),
    });
  });

  it('filed again waits; confirmed, it is back under a new day of receipt', async () => {
    const before = await desk.send({ dataset: 'licence', rows: [wrong], at: FIRST });
    await desk.send({ dataset: 'licence', rows: [{ ...licence(1), replaces: before.recordIds[0] ?? '' }], at: SECOND });
    const back = await desk.send({ dataset: 'licence', rows: [wrong, licence(2)], at: THIRD });
    expect([back.outcomes, codesOf(back.issues)]).toEqual([['待确认', '已入库'], ['R15.withdrawn']]);
    expect(await desk.decide(back, 1, 'row', '2021-05-10T10:00')).toBe('done');
    expect(await viewOf(before)).toMatchObject({
      state: 'published',
      stateReason: null,
      version: 3,
      receivedAt: new Date('2021-05-10T10:00+08:00').toISOString(),
    });
  });

  it('named too late, after the right row was already filed, is withdrawn all the same', async () => {
    const before = await desk.send({ dataset: 'licence', rows: [wrong], at: FIRST });
    const right = await desk.send({ dataset: 'licence', rows: [licence(1)], at: SECOND });
    expect(codesOf(right.issues)).toEqual(['R15.other-subject']);
    const named = { ...licence(1), replaces: before.recordIds[0] ?? '' };
    expect((await desk.send({ dataset: 'licence', rows: [named], at: THIRD })).outcomes).toEqual(['已更正']);
    expect(await viewOf(before)).toMatchObject({ state: 'withdrawn', stateReason: 'error' });
    expect(await viewOf(right)).toMatchObject({ state: 'published', receivedAt: new Date(`${FIRST}+08:00`).toISOString() });
    const again = await desk.send({ dataset: 'licence', rows: [named, licence(2)], at: '2021-05-10T10:00' });
    expect([again.outcomes, codesOf(again.issues)]).toEqual([['未变化', '已入库'], []]);
  });

  it('by a row that waits goes when that row is confirmed', async () => {
    const before = await desk.send({
      dataset: 'penalty',
      rows: [waitingFine({ CF_NR_FK: '0.5', subjectUscc: '92370112MA0000023H', number: '济历城审罚〔2021〕77号' })],
      at: FIRST,
    });
    const sent = await desk.send({
      dataset: 'penalty',
      rows: [{ ...waitingFine(), replaces: before.recordIds[0] ?? '' }],
      at: SECOND,
    });
    expect([sent.outcomes, (await viewOf(before))?.state]).toEqual([['待确认'], 'published']);
    expect(await desk.decide(sent, 1, 'row', THIRD)).toBe('done');
    expect(await viewOf(before)).toMatchObject({ state: 'withdrawn', stateReason: 'error' });
    expect(await viewOf(sent)).toMatchObject({ state: 'published', receivedAt: new Date(`${FIRST}+08:00`).toISOString() });
  });

  it.each(['at once', 'after it waited'])('hands what hangs on it to the one in its place (%s)', async (when) => {
    const held = await desk.send({ dataset: 'contract', rows: [{}], at: FIRST });
    const payments = await desk.send({ dataset: 'contract.payment', rows: [{}, { set: { fkxh: '2', fkje: '1.5' } }], at: FIRST });
    const late = await desk.send({
      dataset: 'contract.payment',
      rows: [{ set: { fkxh: '2', fkje: '1.5', fkrq: '2021/04/29' } }],
      at: FIRST,
    });
    expect(late.outcomes).toEqual(['待确认']);
    const number = { number: 'LC-2021-0999' };
    if (when === 'after it waited') {
      // Its own day of signing differs from what was filed under the number before.
      await desk.send({ dataset: 'contract', rows: [{ set: { ...number, decidedOn: '2021/04/02' } }], at: FIRST });
    }
    const right = await desk.send({
      dataset: 'contract',
      rows: [{ set: number, replaces: held.recordIds[0] ?? '' }],
      at: SECOND,
    });
    if (when === 'after it waited') {
      expect(right.outcomes).toEqual(['待确认']);
      expect((await viewOf(payments))?.parent).toBe(held.recordIds[0]);
      expect(await desk.decide(right, 1, 'correction', SECOND)).toBe('done');
    }
    const [taken] = right.recordIds;
    expect(await viewOf(payments)).toMatchObject({ parent: taken, state: 'held', version: 2, reason: '所属记录已更换' });
    expect(await viewOf(payments, 2)).toMatchObject({ parent: taken, version: 2 });
    expect((await readVersions(desk.platform, actAt(THIRD, [right.unit]), payments.recordIds[0] ?? '')).length).toBe(2);
    expect((await viewOf(right))?.rollups).toMatchObject({ paid: '6.000000' });
    expect((await viewOf(held))?.rollups).toMatchObject({ paid: '0.000000' });
    expect(await desk.decide(late, 1, 'correction', THIRD)).toBe('done');
    expect(await viewOf(payments, 2)).toMatchObject({ parent: taken, version: 3, decidedOn: '2021-04-29' });
  });

  it('is told from the marked result that was corrected and sent back, where a row became a record', async () => {
    const sent = await desk.send({ dataset: 'licence', rows: [wrong, licence(3, 'a'), licence(3, 'b')], at: FIRST });
    expect(sent.outcomes).toEqual(['已入库', '退回', '退回']);
    expect(sent.recordIds.map((id) => id !== '')).toEqual([true, false, false]);
  });
});
