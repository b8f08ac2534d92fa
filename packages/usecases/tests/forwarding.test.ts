/** The whole circle: made, handed over, answered, mended, withdrawn. */
import {
  batchFile,
  handBatch,
  makeBatches,
  readDueForwarding,
  readForwardingCounts,
  readRefused,
  readUnanswered,
  resendRecords,
} from '@xincheng/usecases/forwarding';
import { readRecord } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done, emptied, FIRST, licence, licences, officeAt, openCity } from './_forwarding.ts';
import type { City } from './_forwarding.ts';

let city: City;

beforeAll(async () => {
  city = await openCity();
});

beforeEach(() => emptied(city));

afterAll(() => city.desk.close());

const EVERYTHING = { dataset: null, unitId: null, after: null, limit: 500 };

interface Place {
  readonly state: string;
  readonly operation: string;
  readonly version_sent: number;
  readonly is_at_city: boolean;
  readonly forwarded_at: Date | null;
  readonly city_receipt_at: Date | null;
}

async function places(): Promise<readonly Place[]> {
  return city.desk.rows<Place>(
    'select f.* from credit_record_forwarding f join credit_record r using (record_id) order by r.number',
  );
}

function operations(number: string): string[] {
  return city.rows(number).map((row) => row['操作类型'] ?? '');
}

describe('a batch', () => {
  it('carries the national columns in the form of the city', async () => {
    await city.desk.send({ dataset: 'licence', rows: [licence(1, '㐂，"引号"')], at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    expect(number).toBe('licheng-licence-20210507-001');
    const [row] = city.rows(number);
    expect(Object.keys(row ?? {})).toHaveLength(31);
    expect(row).toMatchObject({
      批次号: number,
      行号: '1',
      操作类型: '新增',
      行政许可决定文书号: '济历城审许〔2021〕1号',
      许可决定日期: '2021/04/23',
      有效期至: '2026/04/22',
      法定代表人证件号码: '',
      备注: '㐂，"引号"',
    });
  });

  it('is written again byte for byte, whatever became of its records since', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(5), at: FIRST });
    const [batch] = done(await makeBatches(city.desk.platform, officeAt('2021-05-07T09:00'), 'licence'));
    const first = done(await batchFile(city.desk.platform, officeAt('2021-05-07T09:00'), batch?.number ?? ''));
    await city.desk.send({ dataset: 'licence', rows: licences(5, '更正'), at: '2021-05-08T10:00' });
    const second = done(await batchFile(city.desk.platform, officeAt('2021-05-09T09:00'), batch?.id ?? ''));
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('leaves out natural persons and withdrawn records', async () => {
    const person = { kind: 'natural', set: { number: '济历城审许〔2021〕900号' } } as const;
    const sent = await city.desk.send({ dataset: 'licence', rows: [licence(1), person], at: FIRST });
    expect(sent.outcomes).toEqual(['已入库', '已入库']);
    await city.desk.send({ dataset: 'licence', rows: [{ ...licence(2), replaces: sent.recordIds[0] ?? '' }], at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    expect(city.rows(number).map((row) => row['行政许可决定文书号'])).toEqual(['济历城审许〔2021〕2号']);
  });

  it('is made once, however many make at the same time', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(50), at: FIRST });
    const context = officeAt('2021-05-07T09:00');
    const made = await Promise.all([1, 2, 3].map(() => makeBatches(city.desk.platform, context, 'licence')));
    expect(made.map((one) => done(one).length).sort()).toEqual([0, 0, 1]);
    expect(await places()).toHaveLength(50);
  });

  it('is made by the credit office alone', async () => {
    const unit = actAt('2021-05-07T09:00', [city.desk.owner('licence')]);
    expect(await makeBatches(city.desk.platform, unit, 'licence')).toMatchObject({ error: { code: 'credit-office-only' } });
    expect(await makeBatches(city.desk.platform, officeAt(FIRST), 'contract')).toMatchObject({
      error: { code: 'no-forward-template' },
    });
  });

  it('handed over again goes again, and the first instant stays', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(2), at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    const again = done(await handBatch(city.desk.platform, officeAt('2021-05-09T09:00'), number, city.transport));
    expect(again).toMatchObject({ isRepeat: true, batch: { state: 'handed', handedAt: officeAt('2021-05-07T09:00').now } });
    expect((await places()).map((place) => place.forwarded_at)).toEqual(Array(2).fill(officeAt('2021-05-07T09:00').now));
  });

  it('that cannot be sent stays as made', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(1), at: FIRST });
    const [batch] = done(await makeBatches(city.desk.platform, officeAt(FIRST), 'licence'));
    const broken = { ...city.transport, send: () => Promise.resolve({ ok: false as const, error: 'ENOSPC' }) };
    expect(await handBatch(city.desk.platform, officeAt(FIRST), batch?.id ?? '', broken)).toMatchObject({
      error: { code: 'handing-failed' },
    });
    expect(await city.desk.rows('select state from forward_batch')).toEqual([{ state: 'made' }]);
  });
});

describe('the circle', () => {
  it('of 2,000 records: refused rows are mended, sent again as they are, withdrawn', async () => {
    const sent = await city.desk.send({ dataset: 'licence', rows: licences(2000), at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    expect(await makeBatches(city.desk.platform, officeAt('2021-05-07T09:30'), 'licence')).toEqual({ ok: true, value: [] });

    const refuse = (row: Record<string, string>): string | null =>
      Number(row['行号']) <= 3 ? '未查询到主体或查询到的主体信息不匹配' : null;
    const taken = await city.answer(city.receipt(number, refuse, '2021/05/07 15:30:00'), '2021-05-08T09:00');
    expect(taken).toMatchObject({
      batch: { state: 'answered' },
      answer: { accepted: 1997, refused: 3, unknown: 0 },
      isRepeat: false,
    });
    const receipts = new Set((await places()).map(({ city_receipt_at }) => city_receipt_at?.toISOString()));
    expect([...receipts].sort()).toEqual(['2021-05-07T07:30:00.000Z', undefined]);

    const refused = await readRefused(city.desk.platform, actAt('2021-05-08T10:00', [sent.unit]), EVERYTHING);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ code: '1001', message: '未查询到主体或查询到的主体信息不匹配', unitId: sent.unit });
    expect(await readRefused(city.desk.platform, actAt('2021-05-08T10:00', [city.desk.other('licence')]), EVERYTHING)).toEqual(
      [],
    );

    // One is mended, one goes again as it is, one stays; one accepted record is changed, one withdrawn.
    const numberOf = (text: string): number => Number(/(\d+)号/u.exec(text)?.[1]);
    const [mended, again] = refused.map((item) => numberOf(item.number));
    const others = sent.recordIds
      .map((id, index) => ({ id, number: index + 1 }))
      .filter(({ id }) => !refused.some((one) => one.recordId === id));
    const rows = [
      licence(mended ?? 0, '已补正'),
      licence(others[0]?.number ?? 0, '更正'),
      { ...licence(3000), replaces: others[1]?.id ?? '' },
    ];
    await city.desk.send({ dataset: 'licence', rows, at: '2021-05-09T10:00' });
    const resent = await resendRecords(city.desk.platform, officeAt('2021-05-09T11:00'), {
      records: [refused[1]?.recordId ?? '', others[2]?.id ?? ''],
      name: '王核对',
      reason: '市平台已补录主体',
    });
    expect(done(resent)).toEqual([refused[1]?.recordId]);
    const [second = ''] = await city.forward('2021-05-10T09:00');
    const told = city
      .rows(second)
      .map((row): [number, string] => [numberOf(row['行政许可决定文书号'] ?? ''), row['操作类型'] ?? '']);
    const expected: [number, string][] = [
      [mended ?? 0, '新增'],
      [again ?? 0, '新增'],
      [others[0]?.number ?? 0, '修改'],
      [others[1]?.number ?? 0, '撤销'],
      [3000, '新增'],
    ];
    expect(told.sort()).toEqual(expected.sort());
    await city.answer(city.receipt(second), '2021-05-10T10:00');
    expect(await city.forward('2021-05-11T09:00')).toEqual([]);
    expect(
      await city.desk.rows('select is_at_city, count(*)::integer from credit_record_forwarding group by 1 order by 1'),
    ).toEqual([
      { is_at_city: false, count: 2 },
      { is_at_city: true, count: 1999 },
    ]);
  });

  it('a record that changes while its row is open waits for the answer', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(1), at: FIRST });
    const [first = ''] = await city.forward('2021-05-07T09:00');
    await city.desk.send({ dataset: 'licence', rows: licences(1, '更正'), at: '2021-05-08T10:00' });
    expect(await city.forward('2021-05-08T11:00')).toEqual([]);
    await city.answer(city.receipt(first), '2021-05-09T09:00');
    const [second = ''] = await city.forward('2021-05-09T10:00');
    expect(operations(second)).toEqual(['修改']);
  });

  it('what was refused and then withdrawn never goes again', async () => {
    const sent = await city.desk.send({ dataset: 'licence', rows: licences(1), at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    await city.answer(
      city.receipt(number, () => '不符'),
      '2021-05-08T09:00',
    );
    await city.desk.send({
      dataset: 'licence',
      rows: [{ ...licence(2), replaces: sent.recordIds[0] ?? '' }],
      at: '2021-05-09T10:00',
    });
    const [next = ''] = await city.forward('2021-05-10T09:00');
    expect(city.rows(next).map((row) => row['行政许可决定文书号'])).toEqual(['济历城审许〔2021〕2号']);
  });
});

describe('a record', () => {
  const view = async (local: string, asOf: string | null = null): Promise<Awaited<ReturnType<typeof readRecord>>> => {
    const [row] = await city.desk.rows<{ id: string }>('select record_id as id from credit_record');
    const at = asOf === null ? null : officeAt(asOf).now;
    return readRecord(city.desk.platform, actAt(local, [city.desk.owner('licence')]), row?.id ?? '', at);
  };

  it('tells when it went and came in, and lateness by the city beside ours', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(1), at: FIRST });
    expect(await view('2021-05-07T08:00')).toMatchObject({
      forwarding: null,
      timeliness: [{ isLate: false, city: { receivedOn: null, isLate: false } }, {}],
    });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    // Decided 2021-04-23 and due 2021-05-08: nothing has come back by the 10th.
    expect(await view('2021-05-10T08:00')).toMatchObject({
      forwarding: { forwardedAt: '2021-05-07T01:00:00.000Z', cityReceiptAt: null, state: 'sent', version: 1, isAtCity: false },
      timeliness: [{ isLate: false, city: { receivedOn: null, isLate: true, lateDays: 2 } }, {}],
    });
    await city.answer(
      city.receipt(number, () => null, '2021-05-08 23:59'),
      '2021-05-10T09:00',
    );
    expect(await view('2021-05-20T08:00')).toMatchObject({
      forwarding: { cityReceiptAt: '2021-05-08T15:59:00.000Z', state: 'accepted', isAtCity: true },
      timeliness: [{ city: { receivedOn: '2021-05-08', isLate: false, lateDays: 0 } }, {}],
    });
    expect(await view('2021-05-20T08:00', '2021-05-08T12:00')).toMatchObject({
      forwarding: { forwardedAt: '2021-05-07T01:00:00.000Z', cityReceiptAt: null },
    });
  });
});

describe('lists and numbers', () => {
  it('tell what has no answer, with working days', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(2), at: FIRST });
    // Friday; the Saturday after it is a make-up day.
    await city.forward('2021-05-07T09:00');
    const at = (local: string, days: number): ReturnType<typeof readUnanswered> =>
      readUnanswered(city.desk.platform, officeAt(local), { ...EVERYTHING, days });
    expect((await at('2021-05-11T09:00', 0)).map(({ workingDays }) => workingDays)).toEqual([3, 3]);
    expect([(await at('2021-05-11T09:00', 3)).length, (await at('2021-05-11T09:00', 4)).length]).toEqual([2, 0]);
  });

  it('tell what is due soon and never went, the most urgent first', async () => {
    const day = (decidedOn: string, number: number) => ({ set: { ...licence(number).set, decidedOn, validFrom: decidedOn } });
    await city.desk.send({ dataset: 'licence', rows: [day('2021/05/01', 2), day('2021/04/21', 1)], at: FIRST });
    const due = await readDueForwarding(city.desk.platform, officeAt('2021-05-07T09:00'), { days: 30, limit: 10 });
    expect(due.map(({ dueOn, daysLeft }) => [dueOn, daysLeft])).toEqual([
      ['2021-05-06', -1],
      ['2021-05-16', 9],
    ]);
    expect(await readDueForwarding(city.desk.platform, officeAt('2021-05-07T09:00'), { days: 8, limit: 10 })).toHaveLength(1);
  });

  it('count by unit, timely by the receipt of the city', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(4), at: FIRST });
    const [number = ''] = await city.forward('2021-05-07T09:00');
    const lines = city
      .receipt(number, (row) => (row['行号'] === '4' ? '不符' : null))
      .map((line, index) => ({ ...line, 接收时间: index === 0 ? '2021-05-08 23:59' : '2021-05-09 00:01' }));
    await city.answer(lines, '2021-05-10T09:00');
    expect(await readForwardingCounts(city.desk.platform, officeAt('2021-05-10T10:00'))).toEqual([
      {
        dataset: 'licence',
        unitId: city.desk.owner('licence'),
        records: 4,
        forwarded: 4,
        unanswered: 0,
        accepted: 3,
        refused: 1,
        cityReceived: 3,
        cityTimely: 1,
      },
    ]);
  });
});
