/** When a file counts as seen: decision 0005. */
import { submitBatch } from '@xincheng/usecases/intake';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const [FIRST, SECOND, THIRD] = ['2021-05-07T10:00', '2021-05-08T10:00', '2021-05-09T10:00'];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function licence(number: number, remark = ''): RowSpec {
  return { set: { number: `济历城审许〔2021〕${String(number)}号`, remark } };
}

function waitingFine(set: Readonly<Record<string, string>> = {}): RowSpec {
  return { kind: 'soleTrader', set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000', CF_NR_WFFF: '', ...set } };
}

async function batches(): Promise<number> {
  return (await desk.rows('select 1 from intake_batch')).length;
}

describe('is answered from the first receipt', () => {
  it('when everything in it was taken: nothing is written', async () => {
    const rows = [licence(1), licence(2)];
    const first = await desk.send({ dataset: 'licence', rows, at: FIRST });
    const again = await desk.send({ dataset: 'licence', rows, at: SECOND });
    expect([again.isRepeat, again.batch.receiptNo]).toEqual([true, first.batch.receiptNo]);
  });

  it('when its rows were sent back for what they say themselves, or contradict one another', async () => {
    const rows = [licence(1), { set: { XK_NR: '' } }, licence(2, 'a'), licence(2, 'b')];
    const first = await desk.send({ dataset: 'licence', rows, at: FIRST });
    expect(first.outcomes).toEqual(['已入库', '退回', '退回', '退回']);
    expect((await desk.send({ dataset: 'licence', rows, at: SECOND })).isRepeat).toBe(true);
  });

  it('while its row still waits, and after that row was confirmed', async () => {
    const rows = [waitingFine()];
    const first = await desk.send({ dataset: 'penalty', rows, at: FIRST });
    expect((await desk.send({ dataset: 'penalty', rows, at: SECOND })).isRepeat).toBe(true);
    await desk.decide(first, 1, 'row', SECOND);
    expect((await desk.send({ dataset: 'penalty', rows, at: THIRD })).isRepeat).toBe(true);
  });

  it('when rows were sent back for what the register or the day says, and neither has changed', async () => {
    const unitless = { set: { ...licence(1).set, XK_XKJGDM: '11370112999000363F' } };
    const tomorrow = { set: { ...licence(2).set, decidedOn: '2098/01/01' } };
    for (const [dataset, rows] of [
      ['licence', [unitless, tomorrow, licence(3)]],
      ['contract.payment', [{}]],
    ] as const) {
      await desk.empty();
      const first = await desk.send({ dataset, rows, at: FIRST });
      expect(first.outcomes[0]).toBe('退回');
      const again = await desk.send({ dataset, rows, at: FIRST });
      expect([dataset, again.isRepeat, again.batch.receiptNo]).toEqual([dataset, true, first.batch.receiptNo]);
    }
  });

  it('when files of other units or datasets came since, or one that changed nothing', async () => {
    const rows = [licence(1), licence(2)];
    await desk.send({ dataset: 'licence', rows, at: FIRST });
    await desk.send({ dataset: 'licence', unit: desk.other('licence'), rows: [licence(3)], at: SECOND });
    await desk.send({ dataset: 'penalty', rows: [{}], at: SECOND });
    await desk.send({ dataset: 'licence', rows: [...rows].reverse(), at: SECOND });
    expect((await desk.send({ dataset: 'licence', rows, at: THIRD })).isRepeat).toBe(true);
  });
});

describe('is processed anew under a new receipt', () => {
  it('when its rows were sent back because their parent was not there yet', async () => {
    const rows = [{}, { set: { fkxh: '2' } }];
    const early = await desk.send({ dataset: 'contract.payment', rows, at: FIRST });
    expect(early.outcomes).toEqual(['退回', '退回']);
    await desk.send({ dataset: 'contract', rows: [{}], at: SECOND });
    const again = await desk.send({ dataset: 'contract.payment', rows, at: SECOND });
    expect([again.isRepeat, again.outcomes]).toEqual([false, ['已入库', '已入库']]);
    expect(again.batch.receiptNo).not.toBe(early.batch.receiptNo);
    const third = await desk.send({ dataset: 'contract.payment', rows, at: THIRD });
    expect([third.isRepeat, third.batch.receiptNo, await batches()]).toEqual([true, again.batch.receiptNo, 3]);
  });

  it('when a row was sent back because its day was still to come', async () => {
    const rows = [{ set: { ...licence(1).set, decidedOn: '2021/05/08' } }];
    expect((await desk.send({ dataset: 'licence', rows, at: FIRST })).outcomes).toEqual(['退回']);
    const again = await desk.send({ dataset: 'licence', rows, at: SECOND });
    expect([again.isRepeat, again.outcomes]).toEqual([false, ['已入库']]);
  });

  it('when its waiting row was dropped', async () => {
    const rows = [waitingFine()];
    const first = await desk.send({ dataset: 'penalty', rows, at: FIRST });
    await desk.decide(first, 1, 'drop', SECOND);
    const again = await desk.send({ dataset: 'penalty', rows, at: THIRD });
    expect([again.isRepeat, again.outcomes]).toEqual([false, ['待确认']]);
  });

  it('when its waiting row gave way to another', async () => {
    const good = waitingFine({ CF_NR_FK: '0.5' });
    await desk.send({ dataset: 'penalty', rows: [good], at: '2021-05-06T10:00' });
    const rows = [waitingFine()];
    await desk.send({ dataset: 'penalty', rows, at: FIRST });
    await desk.send({ dataset: 'penalty', rows: [good, good], at: SECOND });
    const again = await desk.send({ dataset: 'penalty', rows, at: THIRD });
    expect([again.isRepeat, again.outcomes]).toEqual([false, ['待确认']]);
  });

  it('when another file changed the same records since: it is the newest word again', async () => {
    const [a, b] = [[licence(1, 'A')], [licence(1, 'B')]];
    await desk.send({ dataset: 'licence', rows: a, at: FIRST });
    await desk.send({ dataset: 'licence', rows: b, at: SECOND });
    const again = await desk.send({ dataset: 'licence', rows: a, at: THIRD });
    expect([again.isRepeat, again.outcomes]).toEqual([false, ['已更正']]);
    expect((await desk.records('licence')).map(({ values, version }) => [values['BZ'], version])).toEqual([['A', 3]]);
    expect((await desk.send({ dataset: 'licence', rows: a, at: '2021-05-10T10:00' })).isRepeat).toBe(true);
    expect((await desk.send({ dataset: 'licence', rows: b, at: '2021-05-11T10:00' })).outcomes).toEqual(['已更正']);
  });

  it('while another file is still on its way into the register', async () => {
    const a = [licence(1, 'A')];
    await desk.send({ dataset: 'licence', rows: a, at: FIRST });
    const arrived = await desk.receive({ dataset: 'licence', rows: [licence(1, 'B')], at: SECOND });
    const again = await desk.receive({ dataset: 'licence', rows: a, at: THIRD });
    expect(again.isRepeat).toBe(false);
    for (const one of [arrived, again]) await desk.process(one, { dataset: 'licence', rows: [], at: THIRD });
    expect((await desk.records('licence')).map(({ values }) => values['BZ'])).toEqual(['A']);
  });
});

it('an idempotency key answers from the receipt it stands for, whatever happened since', async () => {
  const unit = desk.owner('contract.payment');
  const path = await desk.file('contract.payment', unit, [{}]);
  const send = async (key: string, at: string): Promise<unknown> => {
    const submission = {
      unitId: unit,
      dataset: 'contract.payment',
      path,
      fileName: 'f',
      source: 'api',
      idempotencyKey: key,
    } as const;
    const receipt = await submitBatch(desk.platform, actAt(at, [unit]), submission);
    return receipt.ok ? [receipt.value.isRepeat, receipt.value.accepted] : receipt.error.code;
  };
  expect(await send('one', FIRST)).toEqual([false, 0]);
  await desk.send({ dataset: 'contract', rows: [{}], at: FIRST });
  expect(await send('one', SECOND)).toEqual([true, 0]);
  expect(await send('two', SECOND)).toEqual([false, 1]);
});
