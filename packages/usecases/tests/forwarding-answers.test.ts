/** Answer files of every kind: understood as a whole, or refused in one sentence with nothing written. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importAnswer, makeBatches } from '@xincheng/usecases/forwarding';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../src/forwarding/gb18030.ts';
import { done, emptied, FIRST, licences, officeAt, openCity } from './_forwarding.ts';
import type { City, Line } from './_forwarding.ts';

const HANDED = '2021-05-07T09:00';
const ANSWERED = '2021-05-08T09:00';

let city: City;
let number: string;

beforeAll(async () => {
  city = await openCity();
});

beforeEach(async () => {
  await emptied(city);
  await city.desk.send({ dataset: 'licence', rows: licences(4), at: FIRST });
  number = (await city.forward(HANDED))[0] ?? '';
});

afterAll(() => city.desk.close());

/** A list of errors by number and code. */
function errors(rows: readonly number[], more: Line = {}): Line[] {
  const listed = city.rows(number).filter((row) => rows.includes(Number(row['行号'])));
  return listed.map((row) => ({
    批次号: number,
    文书号: (row['行政许可决定文书号'] ?? '').replace('〔', '[').replace('〕', ']'),
    主体代码: (row['行政相对人代码_1(统一社会信用代码)'] ?? '').toLowerCase(),
    错误代码: '1001',
    错误原因: '主体不符',
    ...more,
  }));
}

/** Receipts that are not taken, by the code of the refusal. */
const REFUSED: readonly (readonly [string, () => readonly Line[]])[] = [
  ['answer-unknown-batch', () => city.receipt(number).map((line) => ({ ...line, 批次号: 'licheng-licence-20200101-001' }))],
  ['answer-no-batch', () => city.receipt(number).map((line) => ({ ...line, 批次号: '' }))],
  ['answer-several-batches', () => city.receipt(number).map((line, index) => (index === 3 ? { ...line, 批次号: 'x' } : line))],
  ['answer-incomplete', () => city.receipt(number).slice(1)],
  ['answer-unknown-state', () => city.receipt(number).map((line, index) => (index === 2 ? { ...line, 处理状态: '待审' } : line))],
  ['answer-bad-row', () => city.receipt(number).map((line) => ({ ...line, 行号: `第${line['行号'] ?? ''}行` }))],
  ['answer-bad-time', () => city.receipt(number, () => null, '昨天')],
  ['answer-contradicts-itself', () => [...city.receipt(number), ...city.receipt(number, () => '不符')]],
  ['answer-no-known-row', () => city.receipt(number).map((line) => ({ ...line, 行号: String(Number(line['行号']) + 100) }))],
  ['answer-rows-differ', () => city.receipt(number).map((line) => ({ ...line, 文书号: '济历城审许〔2021〕77号' }))],
  ['answer-unknown-form', () => [{ 甲: '1', 乙: '2' }]],
];

describe('an answer that cannot be taken', () => {
  it.each(REFUSED)('%s: writes nothing', async (code, linesOf) => {
    const before = await city.written();
    const path = await city.file(linesOf());
    const taken = await importAnswer(city.desk.platform, officeAt(ANSWERED), { path, fileName: '回执.csv', batch: null });
    expect(taken).toMatchObject({ ok: false, error: { code } });
    expect(taken.ok ? '' : taken.error.message).toMatch(/^\p{Script=Han}[^{}]*。$/u);
    expect(await city.written()).toBe(before);
  });

  it('is of another batch than the one named', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(5), at: ANSWERED });
    const [other = ''] = await city.forward(ANSWERED);
    const before = await city.written();
    expect(await city.answer(city.receipt(other), ANSWERED, number)).toBe('answer-wrong-batch');
    expect(await city.answer(city.receipt(other), ANSWERED, 'nothing')).toBe('no-such-forward-batch');
    expect(await city.written()).toBe(before);
  });

  it('is cut off, or is no text at all: the reading says so', async () => {
    const before = await city.written();
    const path = join(city.desk.folder, 'cut.csv');
    await writeFile(path, '批次号,行号,处理状态\r\n"');
    expect(await city.take(path, ANSWERED)).toBe('unterminated-quote');
    await writeFile(path, `批次号,行号,处理状态\r\n${number},1,入库成功\r\n${number},2`);
    expect(await city.take(path, ANSWERED)).toBe('answer-damaged-row');
    await writeFile(path, Buffer.alloc(0));
    expect(await city.take(path, ANSWERED)).toBe('empty-file');
    expect(await city.written()).toBe(before);
  });

  it('speaks of a batch that was never handed over', async () => {
    await city.desk.send({ dataset: 'licence', rows: licences(5), at: ANSWERED });
    const [made] = done(await makeBatches(city.desk.platform, officeAt(ANSWERED), 'licence'));
    const lines = [{ 批次号: made?.number ?? '', 行号: '1', 处理状态: '入库成功' }];
    expect(await city.answer(lines, ANSWERED)).toBe('batch-not-handed');
  });
});

describe('an answer', () => {
  it('taken twice changes nothing the second time', async () => {
    const path = await city.file(city.receipt(number, (row) => (row['行号'] === '2' ? '不符' : null)));
    await city.take(path, ANSWERED);
    const before = await city.written();
    expect(await city.take(path, '2021-05-09T09:00')).toMatchObject({ isRepeat: true, answer: { accepted: 3, refused: 1 } });
    expect(await city.written()).toBe(before);
  });

  it('taken twice at once counts once', async () => {
    const path = await city.file(city.receipt(number));
    const both = await Promise.all([city.take(path, ANSWERED), city.take(path, ANSWERED)]);
    expect(both.map((one) => typeof one === 'object' && one.isRepeat).sort()).toEqual([false, true]);
    expect(await city.desk.rows('select count(*)::integer from forward_answer')).toEqual([{ count: 1 }]);
  });

  it('by number and code finds the rows again, and leaves the others open', async () => {
    expect(await city.answer(errors([2]), ANSWERED)).toMatchObject({
      batch: { state: 'handed' },
      answer: { refused: 1, accepted: 0, unknown: 0 },
    });
    const rest = city.receipt(number, (row) => (row['行号'] === '2' ? '不符' : null));
    expect(await city.answer(rest, '2021-05-09T09:00')).toMatchObject({
      batch: { state: 'answered' },
      answer: { accepted: 3, refused: 0, unchanged: 1 },
    });
  });

  it('tells what it names beside the batch, and takes the rest', async () => {
    const lines = [...errors([1]), ...errors([2], { 文书号: '济历城审许〔2021〕88号' })];
    expect(await city.answer(lines, ANSWERED)).toMatchObject({ answer: { refused: 1, unknown: 1 }, unknownLines: [3] });
  });

  it('that says otherwise later does not undo the first', async () => {
    await city.answer(city.receipt(number), ANSWERED);
    const later = await city.answer(
      city.receipt(number, (row) => (row['行号'] === '1' ? '复核不符' : null)),
      '2021-05-09T09:00',
    );
    expect(later).toMatchObject({ answer: { accepted: 0, refused: 0, unchanged: 3, differing: 1 }, differingRows: [1] });
    expect(await city.desk.rows("select count(*)::integer from credit_record_forwarding where state = 'accepted'")).toEqual([
      { count: 4 },
    ]);
  });

  it('in GB18030, with our own columns beside its own, is read', async () => {
    const lines = city.receipt(number).map((line, index) => ({ ...city.rows(number)[index], ...line, 接收编号: 'JN-2021-7' }));
    const path = await city.file(lines);
    await writeFile(path, encodeGb18030(await readFile(path, 'utf8')));
    expect(await city.take(path, ANSWERED)).toMatchObject({
      batch: { cityNumber: 'JN-2021-7', state: 'answered' },
      answer: { accepted: 4 },
    });
  });

  it('never dates a receipt before the handing over or after now', async () => {
    const lines = city
      .receipt(number)
      .map((line, index) => ({ ...line, 接收时间: index === 0 ? '2021-05-07' : index === 1 ? '2021-06-01 00:00' : '' }));
    await city.answer(lines, ANSWERED);
    const rows = await city.desk.rows<{ at: Date }>('select answered_at as at from forward_item order by row_no');
    const [handed, now] = [officeAt(HANDED).now, officeAt(ANSWERED).now];
    expect(rows.map(({ at }) => at)).toEqual([handed, now, now, now]);
  });

  it('with an id number in the words of the city keeps it masked', async () => {
    await city.answer(
      city.receipt(number, () => '证件号 370112199001010012 有误'),
      ANSWERED,
    );
    const [row] = await city.desk.rows<{ message: string }>('select message from forward_item limit 1');
    expect(row?.message).not.toContain('370112199001010012');
  });
});
