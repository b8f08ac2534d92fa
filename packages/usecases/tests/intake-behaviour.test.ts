/** What intake does to the register: the same key twice, children, waiting rows, replaced records, versions and the past. */
import type { PushBatch } from '@xincheng/contract/api';
import { pushBatch } from '@xincheng/usecases/intake';
import { readRecord, readVersions } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import fc from 'fast-check';
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

/** A licence with a number and a remark; the same number is the same record, another remark another content. */
function licence(number: number, remark = ''): RowSpec {
  return { set: { number: `济历城审许〔2021〕${String(number)}号`, remark } };
}

/** A fine written in yuan into the column of 万元: it waits. */
function waitingFine(set: Readonly<Record<string, string>> = {}): RowSpec {
  return { kind: 'soleTrader', set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000', CF_NR_WFFF: '', ...set } };
}

async function waits(): Promise<readonly { state: string }[]> {
  return desk.rows<{ state: string }>('select state from intake_waiting order by state');
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

describe('the same key twice in a file', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['equal rows count once', ['a', 'a'], ['已入库', '重复行，已合并']],
    ['differing rows are both sent back', ['a', 'b'], ['退回', '退回']],
    ['two equal ones and a third that differs are all sent back', ['a', 'a', 'b'], ['退回', '退回', '退回']],
    ['also when the odd one stands between', ['a', 'b', 'a'], ['退回', '退回', '退回']],
  ])('%s', async (_, remarks, outcomes) => {
    const sent = await desk.send({
      dataset: 'licence',
      rows: [...remarks.map((remark) => licence(1, remark)), licence(2)],
      at: FIRST,
    });
    expect(sent.outcomes).toEqual([...outcomes, '已入库']);
    expect(await desk.records('licence')).toHaveLength(outcomes.includes('已入库') ? 2 : 1);
  });

  it('however far apart, in whatever order, and whatever was filed before', async () => {
    const seen = { equal: 0, differing: 0, chunks: 0 };
    const arrangement = fc.record({
      copies: fc.oneof(
        ...['a', 'abc'].map((contents) =>
          fc.array(fc.tuple(fc.constantFrom(...contents), fc.nat(40)), { minLength: 2, maxLength: 5 }),
        ),
      ),
      before: fc.constantFrom(null, 'a', 'b'),
      chunkBytes: fc.constantFrom(700, 3000, 1 << 20),
    });
    await fc.assert(
      fc.asyncProperty(arrangement, async ({ copies, before, chunkBytes }) => {
        await desk.empty();
        if (before !== null) await desk.send({ dataset: 'licence', rows: [licence(1, before)], at: FIRST });
        const rows = Array.from({ length: 40 }, (_, index) => licence(100 + index));
        for (const [remark, at] of copies) rows.splice(at, 0, licence(1, remark));
        const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
        const [first, ...rest] = sent.outcomes.filter((_, index) => rows[index]?.set?.['number'] === licence(1).set?.['number']);
        const isEqual = new Set(copies.map(([remark]) => remark)).size === 1;
        seen[isEqual ? 'equal' : 'differing'] += 1;
        if (chunkBytes < 1000) seen.chunks += 1;
        const kept = before === null ? '已入库' : before === copies[0]?.[0] ? '未变化' : '已更正';
        expect([first, ...rest]).toEqual(
          isEqual ? [kept, ...rest.map(() => '重复行，已合并')] : ['退回', ...rest.map(() => '退回')],
        );
        const duplicates = sent.issues.filter(({ code }) => code === 'R15.duplicate').length;
        const { rows: all, accepted, changed, unchanged, rejected, issues } = sent.batch;
        expect({ duplicates, issues, rejected }).toEqual(
          isEqual
            ? { duplicates: 0, issues: 0, rejected: 0 }
            : { duplicates: copies.length, issues: copies.length, rejected: copies.length },
        );
        expect(accepted + changed + unchanged + rejected).toBe(all);
        const held = (await desk.records('licence')).find(({ number }) => number === licence(1).set?.['number']);
        expect(held?.values['BZ'] ?? null).toBe(isEqual ? (copies[0]?.[0] ?? null) : before);
      }),
      { numRuns: 16 },
    );
    expect(Math.min(seen.equal, seen.differing, seen.chunks)).toBeGreaterThan(0);
  });

  it('in threads, where a file has many chunks', async () => {
    const rows = Array.from({ length: 1400 }, (_, index) => licence(10_000 + index));
    rows.splice(3, 0, licence(1, 'a'), licence(2, 'a'));
    rows.push(licence(1, 'b'), licence(2, 'a'));
    const { batch, outcomes, issues } = await desk.send({ dataset: 'licence', rows, at: FIRST, chunkBytes: 60_000 });
    expect({ accepted: batch.accepted, rejected: batch.rejected, unchanged: batch.unchanged }).toEqual({
      accepted: 1401,
      rejected: 2,
      unchanged: 1,
    });
    expect([outcomes[3], outcomes[4], outcomes.at(-2), outcomes.at(-1)]).toEqual(['退回', '已入库', '退回', '重复行，已合并']);
    expect(issues.map(({ row, code, value }) => [row, code, value])).toEqual([
      [5, 'R15.duplicate', '第 1404 行'],
      [1404, 'R15.duplicate', '第 5 行'],
    ]);
  });
});

describe('a contract with stages and payments', () => {
  it('takes the parent first; a child without one is sent back', async () => {
    const early = await desk.send({ dataset: 'contract.payment', rows: [{}], at: FIRST });
    expect([early.outcomes, codesOf(early.issues)]).toEqual([['退回'], ['C04']]);
    await desk.send({ dataset: 'contract', rows: [{}], at: FIRST });
    expect((await desk.send({ dataset: 'contract.payment', rows: [{}, { set: { fkxh: '2' } }], at: FIRST })).outcomes).toEqual([
      '已入库',
      '已入库',
    ]);
    const elsewhere = await desk.send({
      dataset: 'contract.payment',
      unit: desk.other('contract'),
      rows: [{ set: { fkxh: '3' } }],
      at: FIRST,
    });
    expect(codesOf(elsewhere.issues)).toEqual(['C04']);
  });

  it('rolls up what stands: not what was corrected, replaced or waits', async () => {
    const contract = await desk.send({ dataset: 'contract', rows: [{}], at: FIRST });
    expect((await viewOf(contract))?.rollups).toEqual({ paid: '0.000000', payable: '0.000000' });
    const rows = [{ set: { fkje: '1.5' } }, { set: { fkxh: '2', fkje: '2.000001' } }];
    const payments = await desk.send({ dataset: 'contract.payment', rows, at: FIRST });
    await desk.send({ dataset: 'contract.stage', rows: [{}, { set: { jdxh: '2', yfje: '' } }], at: FIRST });
    expect((await viewOf(contract))?.rollups).toEqual({ paid: '3.500001', payable: '15.000000' });
    await desk.send({ dataset: 'contract.payment', rows: [{ set: { fkje: '1.25' } }], at: SECOND });
    await desk.send({
      dataset: 'contract.payment',
      rows: [{ set: { fkxh: '3', fkje: '1' }, replaces: payments.recordIds[1] ?? '' }],
      at: SECOND,
    });
    const waiting = await desk.send({
      dataset: 'contract.payment',
      rows: [{ set: { fkje: '9', fkrq: '2021/04/29' } }],
      at: SECOND,
    });
    expect(waiting.outcomes).toEqual(['待确认']);
    expect((await viewOf(contract))?.rollups).toMatchObject({ paid: '2.250000' });
    expect((await viewOf(payments))?.parent).toBe(contract.recordIds[0]);
  });

  it('comes as one pushed record with its children', async () => {
    const unit = desk.owner('contract');
    const valuesOf = (dataset: string, set: Readonly<Record<string, string>>): Record<string, string> => {
      const fields = desk.platform.pack.datasets.get(dataset)?.fields ?? [];
      return Object.fromEntries(desk.cells(dataset, unit, { set }).map((cell, index) => [fields[index]?.code ?? '', cell]));
    };
    const own = ['fkxh', 'fkrq', 'fkje'];
    const payment = (number: string): Record<string, string> =>
      Object.fromEntries(Object.entries(valuesOf('contract.payment', { fkxh: number })).filter(([code]) => own.includes(code)));
    const records: unknown = [{ ...valuesOf('contract', {}), children: { payment: [payment('1'), payment('2')] } }];
    const push: PushBatch = { unit, dataset: 'contract', records: records as PushBatch['records'] };
    const pushed = await pushBatch(desk.platform, actAt(FIRST, [unit]), push, 'key-1');
    expect(pushed).toMatchObject({
      ok: true,
      value: { receipt: { accepted: 1 }, children: [{ dataset: 'contract.payment', accepted: 2 }] },
    });
    const again = await pushBatch(desk.platform, actAt(SECOND, [unit]), push, 'key-1');
    expect(again).toMatchObject({ ok: true, value: { receipt: { isRepeat: true }, children: [{ isRepeat: true }] } });
    const [record] = await desk.records('contract');
    expect(record?.rollups).toMatchObject({ paid: '9.000000' });
  });
});

describe('a waiting row', () => {
  it('sent again unchanged stays one, and counts nowhere', async () => {
    await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: FIRST });
    const again = await desk.send({ dataset: 'penalty', rows: [waitingFine(), { kind: 'legal' }], at: SECOND });
    expect([again.outcomes, await waits()]).toEqual([['待确认', '已入库'], [{ state: 'waiting' }]]);
    expect(await desk.records('penalty')).toHaveLength(1);
  });

  it('sent again changed gives way to the new one', async () => {
    const first = await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: FIRST });
    const second = await desk.send({ dataset: 'penalty', rows: [waitingFine({ remark: '已核' })], at: SECOND });
    expect(await waits()).toEqual([{ state: 'superseded' }, { state: 'waiting' }]);
    expect(await desk.decide(first, 1, 'row', THIRD)).toBe('not-waiting');
    expect(await desk.decide(second, 1, 'row', THIRD)).toBe('done');
  });

  it('gives way also when what is held already is filed again', async () => {
    const good = waitingFine({ CF_NR_FK: '0.5' });
    await desk.send({ dataset: 'penalty', rows: [good], at: FIRST });
    await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: SECOND });
    const back = await desk.send({ dataset: 'penalty', rows: [good, { kind: 'legal' }], at: THIRD });
    expect([back.outcomes, await waits()]).toEqual([['未变化', '已入库'], [{ state: 'superseded' }]]);
  });

  it('is confirmed once, by a named person of its own unit; the confirmation dates it', async () => {
    const sent = await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: FIRST });
    expect(await desk.decide({ ...sent, unit: desk.other('penalty') }, 1, 'row', SECOND)).toBe('not-found');
    expect(await desk.decide(sent, 1, 'row', SECOND)).toBe('done');
    expect(await desk.decide(sent, 1, 'row', THIRD)).toBe('not-waiting');
    expect(await viewOf(sent)).toMatchObject({
      version: 1,
      writtenBy: '王核对',
      reason: '核对无误',
      receivedAt: new Date(`${SECOND}+08:00`).toISOString(),
    });
    // The person stands in the version, the account through which it came in the audit.
    expect(await desk.rows("select actor, details ->> 'name' as name from audit_event where act = 'waiting.row'")).toEqual([
      { actor: '测试员', name: '王核对' },
    ]);
    expect((await desk.outcome(sent.batch.id, sent.unit)).outcomes).toEqual(['已确认入库']);
    const again = await desk.send({ dataset: 'penalty', rows: [waitingFine(), { kind: 'legal' }], at: THIRD });
    expect(again.outcomes).toEqual(['未变化', '已入库']);
  });

  it('changes a record only once it is confirmed, and never its day of receipt', async () => {
    const sent = await desk.send({ dataset: 'penalty', rows: [waitingFine({ CF_NR_FK: '0.5' })], at: FIRST });
    const waiting = await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: SECOND });
    expect(await viewOf(sent)).toMatchObject({ version: 1, values: { CF_NR_FK: '0.500000' } });
    expect(await desk.decide(waiting, 1, 'row', THIRD)).toBe('done');
    expect(await viewOf(sent)).toMatchObject({
      version: 2,
      values: { CF_NR_FK: '5000.000000' },
      receivedAt: new Date(`${FIRST}+08:00`).toISOString(),
    });
  });

  it('is dropped and leaves nothing behind', async () => {
    const sent = await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: FIRST });
    expect(await desk.decide(sent, 1, 'drop', SECOND)).toBe('done');
    expect([await desk.records('penalty'), await waits()]).toEqual([[], [{ state: 'dropped' }]]);
    expect((await desk.outcome(sent.batch.id, sent.unit)).outcomes).toEqual(['已放弃']);
  });

  it('asks which it is when the day differs; a correction becomes a version', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const sent = await desk.send({
      dataset: 'licence',
      rows: [{ set: { ...licence(1).set, decidedOn: '2021/04/22' } }],
      at: SECOND,
    });
    expect(await desk.decide(sent, 1, 'row', THIRD)).toBe('say-which');
    expect(await desk.decide(sent, 1, 'correction', THIRD)).toBe('done');
    expect(await desk.records('licence')).toMatchObject([{ recordId: held.recordIds[0], version: 2, decidedOn: '2021-04-22' }]);
  });

  it('or another decision under the same number, which later files find again', async () => {
    const other = { set: { ...licence(1).set, decidedOn: '2021/04/22' } };
    await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const sent = await desk.send({ dataset: 'licence', rows: [other], at: SECOND });
    expect(await desk.decide(sent, 1, 'new-decision', THIRD)).toBe('done');
    const records = await desk.records('licence');
    expect(records.map(({ decidedOn, sameNumberAs }) => [decidedOn, sameNumberAs])).toEqual([
      ['2021-04-23', null],
      ['2021-04-22', records[0]?.recordId],
    ]);
    const again = await desk.send({ dataset: 'licence', rows: [other, licence(2)], at: THIRD });
    const remarked = await desk.send({
      dataset: 'licence',
      rows: [{ set: { ...other.set, remark: '补记' } }],
      at: '2021-05-10T10:00',
    });
    expect([again.outcomes, remarked.outcomes]).toEqual([['未变化', '已入库'], ['已更正']]);
    expect((await desk.records('licence')).map(({ decidedOn, version }) => [decidedOn, version])).toEqual([
      ['2021-04-23', 1],
      ['2021-04-23', 1],
      ['2021-04-22', 2],
    ]);
  });

  it('and from then on both stand in one file', async () => {
    const other = { set: { ...licence(1).set, decidedOn: '2021/04/22' } };
    const both = [licence(1), other, licence(2)];
    expect((await desk.send({ dataset: 'licence', rows: both, at: FIRST })).outcomes).toEqual(['退回', '退回', '已入库']);
    await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    expect(await desk.decide(await desk.send({ dataset: 'licence', rows: [other], at: SECOND }), 1, 'new-decision', THIRD)).toBe(
      'done',
    );
    expect((await desk.send({ dataset: 'licence', rows: [...both, licence(3)], at: THIRD })).outcomes).toEqual([
      '未变化',
      '未变化',
      '未变化',
      '已入库',
    ]);
    const remarked = both.map(({ set }) => ({ set: { ...set, remark: '补记' } }));
    expect((await desk.send({ dataset: 'licence', rows: remarked, at: '2021-05-10T10:00' })).outcomes).toEqual([
      '已更正',
      '已更正',
      '已更正',
    ]);
    expect(
      (await desk.send({ dataset: 'licence', rows: [licence(1), other, other, licence(2)], at: '2021-05-11T10:00' })).outcomes,
    ).toEqual(['已更正', '已更正', '重复行，已合并', '已更正']);
  });

  it.each(['new-decision', 'correction'] as const)('without a record beside it is itself, even when called a %s', async (as) => {
    const sent = await desk.send({ dataset: 'penalty', rows: [waitingFine()], at: FIRST });
    expect(await desk.decide(sent, 1, as, SECOND)).toBe('done');
    expect(await desk.records('penalty')).toMatchObject([{ recordId: sent.recordIds[0], sameNumberAs: null }]);
    const again = await desk.send({ dataset: 'penalty', rows: [waitingFine(), { kind: 'legal' }], at: THIRD });
    expect(again.outcomes).toEqual(['未变化', '已入库']);
  });
});

describe('the past', () => {
  it('is read as it stood between versions', async () => {
    const first = await desk.send({ dataset: 'licence', rows: [licence(1, '一')], at: FIRST });
    await desk.send({ dataset: 'licence', rows: [licence(1, '二')], at: SECOND });
    await desk.send({ dataset: 'licence', rows: [licence(1, '三')], at: THIRD });
    const remarkAt = async (asOf: string): Promise<unknown> => (await viewOf(first, 1, asOf))?.values['BZ'] ?? null;
    expect([
      await remarkAt('2021-05-07T09:59'),
      await remarkAt(FIRST),
      await remarkAt('2021-05-08T09:59'),
      await remarkAt(SECOND),
      await remarkAt('2021-05-20T00:00'),
    ]).toEqual([null, '一', '一', '二', '三']);
    const versions = await readVersions(desk.platform, actAt(THIRD, [first.unit]), first.recordIds[0] ?? '');
    expect(
      versions.map(({ version, values, reason, writtenBy, writtenAt }) => [version, values['BZ'], reason, writtenBy, writtenAt]),
    ).toEqual([
      [3, '三', '更正报送', '测试员', new Date(`${THIRD}+08:00`).toISOString()],
      [2, '二', '更正报送', '测试员', new Date(`${SECOND}+08:00`).toISOString()],
      [1, '一', '首次报送', '测试员', new Date(`${FIRST}+08:00`).toISOString()],
    ]);
    expect(new Set(versions.map(({ receivedAt }) => receivedAt)).size).toBe(1);
  });

  it('writes nothing when nothing changed', async () => {
    const sent = await desk.send({ dataset: 'licence', rows: [licence(1), licence(2)], at: FIRST });
    const state = (): Promise<readonly object[]> =>
      desk.rows('select xmin::text, record_id, version from credit_record order by record_id');
    const before = await state();
    const again = await desk.send({ dataset: 'licence', rows: [licence(2), licence(1)], at: SECOND });
    expect([again.outcomes, await state()]).toEqual([['未变化', '未变化'], before]);
    expect(again.batch.id).not.toBe(sent.batch.id);
  });
});
