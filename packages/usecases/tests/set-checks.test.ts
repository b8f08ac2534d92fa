/** Checks over sets: what stands in the register and what the batch brings, summed up and compared, once a batch, as warnings. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asDay } from '@xincheng/core/calendar';
import { checkFile } from '@xincheng/usecases/intake';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

const AT = '2021-05-08T10:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function payment(no: number, fkje: string, contract = 'LC-2021-0042'): RowSpec {
  return { set: { htbh: contract, fkxh: String(no), fkje } };
}

function contract(htje: string, htbh = 'LC-2021-0042'): RowSpec {
  return { set: { htbh, htje } };
}

async function send(dataset: string, rows: readonly RowSpec[], chunkBytes?: number): Promise<Sent> {
  return desk.send({ dataset, rows, at: AT, ...(chunkBytes === undefined ? {} : { chunkBytes }) });
}

function told({ issues }: Sent): (string | number | null)[][] {
  return issues.map(({ row, code, column, value, expected }) => [row, code, column, value, expected]);
}

describe('a sum over what hangs on a record', () => {
  it.each([1_000_000, 200])(
    'counts what stands and what the batch brings, once for each record (chunks of %i bytes)',
    async (chunkBytes) => {
      await send('contract', [contract('15'), contract('2', 'LC-2021-0050'), contract('1', 'LC-2021-0051')]);
      await send('contract.payment', [payment(1, '10'), payment(1, '2', 'LC-2021-0050')]);
      const sent = await send(
        'contract.payment',
        [
          payment(2, '3'),
          payment(3, '2.000001'),
          payment(2, '0.1', 'LC-2021-0050'),
          payment(1, '1', 'LC-2021-0051'),
          // Taken back, for the next row contradicts it: it counts for nothing.
          payment(9, '5', 'LC-2021-0051'),
          payment(9, '6', 'LC-2021-0051'),
        ],
        chunkBytes,
      );
      const paid = sent.issues.filter(({ rule }) => rule === 'CON-05');
      expect(paid.map(({ row, value, expected }) => [row, value, expected])).toEqual([
        [3, '15.000001', '付款合计不超过合同金额15万元'],
        [4, '2.1', '付款合计不超过合同金额2万元'],
      ]);
      expect(sent.outcomes).toEqual(['已入库', '已入库', '已入库', '已入库', '退回', '退回']);
      expect(sent.batch).toMatchObject({ accepted: 4, rejected: 2, issues: 4 });
      expect(paid[0]).toMatchObject({
        column: 'fkje',
        label: '付款金额(万元)',
        severity: 'warning',
        message: '这份合同的付款合计为15.000001万元，超过合同金额15万元',
      });
    },
  );

  it('is looked at again when the record itself changes, and when a child does', async () => {
    await send('contract', [contract('15')]);
    await send('contract.payment', [payment(1, '10'), payment(2, '4')]);
    expect(told(await send('contract.payment', [payment(2, '5.5')]))).toEqual([
      [2, 'CON-05.paid', 'fkje', '15.5', '付款合计不超过合同金额15万元'],
    ]);
    expect(told(await send('contract', [contract('16')]))).toEqual([]);
    expect(told(await send('contract', [contract('15.2')]))).toEqual([
      [2, 'CON-05.paid', 'htje', '15.5', '付款合计不超过合同金额15.2万元'],
      [2, 'CON-06.amount', 'htje', '15.2', '不少于上次报送的16'],
    ]);
  });

  it('leaves out what was withdrawn, and says nothing of what has not moved', async () => {
    await send('contract', [contract('15')]);
    const [first = ''] = (await send('contract.payment', [payment(1, '10'), payment(2, '4')])).recordIds;
    const sent = await desk.send({
      dataset: 'contract.payment',
      rows: [{ ...payment(3, '11'), replaces: first }, payment(2, '4')],
      at: AT,
    });
    expect([sent.outcomes, told(sent)]).toEqual([['已入库', '未变化'], []]);
  });

  it('is part of the receipt, the marked result and what `check` could not run', async () => {
    await send('contract', [contract('15')]);
    const sent = await send('contract.payment', [payment(1, '16')]);
    expect(sent.batch).toMatchObject({ rows: 1, accepted: 1, issues: 1, state: 'done' });
    const checked = await checkFile(desk.platform, {
      path: await desk.file('contract.payment', desk.owner('contract.payment'), [payment(1, '16')]),
      dataset: 'contract.payment',
      unitId: null,
      now: new Date(),
      today: asDay('2021-05-08'),
      onIssue: () => undefined,
      onProgress: () => undefined,
    });
    expect(checked.ok && checked.value.checksNotRun).toEqual(expect.arrayContaining(['C04', 'C09', 'CON-05.paid']));
    expect(checked.ok && checked.value.checksNotRun.filter((code) => code.startsWith('CON-06'))).toEqual([]);
  });
});

describe('a changed row', () => {
  it('is compared with the version before, whichever came first', async () => {
    await send('contract', [contract('15'), contract('3', 'LC-2021-0050')]);
    const sent = await send('contract', [contract('14.5'), contract('3.1', 'LC-2021-0050'), contract('1', 'LC-2021-0051')]);
    expect(sent.outcomes).toEqual(['已更正', '已更正', '已入库']);
    expect(told(sent)).toEqual([[2, 'CON-06.amount', 'htje', '14.5', '不少于上次报送的15']]);
    expect(sent.issues[0]?.message).toBe('“合同金额(万元)”由15改为14.5，比上次报送的少');
    // Lower again: against what stands now.
    expect(told(await send('contract', [contract('14')]))).toEqual([[2, 'CON-06.amount', 'htje', '14', '不少于上次报送的14.5']]);
  });

  it('by a day that moved', async () => {
    await send('contract', [{}]);
    await send('contract.stage', [{}]);
    expect(told(await send('contract.stage', [{ set: { jhrq: '2021年6月1日' } }]))).toEqual([
      [2, 'CON-06.due', 'jhrq', '2021-06-01', '不晚于上次报送的2021-05-20'],
    ]);
  });
});

describe('a condition in the database', () => {
  const name = (op: 'now' | 'before', code: string): object => ({ op, as: 'number', code, scale: '100' });
  const value = (text: string): object => ({ op: 'value', as: 'text', value: text });

  async function said(condition: object, now: object, before: object): Promise<boolean | null | undefined> {
    const [sql] = await desk.rows<{ said: string }>('select intake_condition($1) as said', [JSON.stringify(condition)]);
    const [row] = await desk.rows<{ held: boolean | null }>(
      `select ${sql?.said ?? ''} as held from (select $1::jsonb as payload) r, (select $2::jsonb as payload) v`,
      [JSON.stringify(now), JSON.stringify(before)],
    );
    return row?.held;
  }

  it('says what the expression says, and nothing where something is blank', async () => {
    const condition = {
      op: '>=',
      left: name('now', 'a'),
      right: { op: '*', left: name('before', 'a'), right: { op: 'value', as: 'number', value: '0.9' } },
    };
    expect(await said(condition, { a: '900' }, { a: '1000' })).toBe(true);
    expect(await said(condition, { a: '899' }, { a: '1000' })).toBe(false);
    expect(await said(condition, {}, { a: '1000' })).toBeNull();
    const settled = { op: 'or', left: condition, right: { op: '=', left: value('x'), right: value('x') } };
    expect(await said(settled, {}, {})).toBe(true);
    expect(await said({ op: 'not', of: settled }, {}, {})).toBe(false);
  });

  it('holds nothing but words of its own: names and values are quoted, anything else is refused', async () => {
    const injected = `x' or true); drop table xincheng.unit; --`;
    expect(
      await said({ op: '=', left: value(injected), right: { op: 'now', as: 'text', code: injected, scale: '1' } }, {}, {}),
    ).toBeNull();
    await expect(said({ op: `= true or`, left: value('x'), right: value('x') }, {}, {})).rejects.toThrow('no condition');
    await expect(desk.platform.database.importer.query(`select xincheng.intake_condition('{"op":"value"}')`)).rejects.toThrow(
      'permission denied',
    );
  });
});
