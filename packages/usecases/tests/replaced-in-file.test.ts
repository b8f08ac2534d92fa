/** A row that names a record to replace, in a file that says something else of that record too: nothing goes by surprise. */
import { readRecord } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

const FIRST = '2021-05-07T10:00';
const SECOND = '2021-05-08T10:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function licence(number: number, more: Omit<RowSpec, 'set'> & { readonly remark?: string } = {}): RowSpec {
  const { remark = '', ...rest } = more;
  return { set: { number: `济历城审许〔2021〕${String(number)}号`, remark }, ...rest };
}

/** So many rows of their own between two that disagree: each in its own chunk when chunks are small. */
function others(count: number): RowSpec[] {
  return Array.from({ length: count }, (_, index) => licence(1000 + index));
}

async function stateOf({ unit, recordIds }: Sent, row = 1): Promise<string | undefined> {
  return (await readRecord(desk.platform, actAt('2021-06-01T00:00', [unit]), recordIds[row - 1] ?? '', null))?.state;
}

/** Rows before and behind, in one chunk and in many. */
const ARRANGEMENTS = [
  { name: 'first, in one chunk', isFirst: true, between: 0, chunkBytes: 1 << 20 },
  { name: 'last, in one chunk', isFirst: false, between: 0, chunkBytes: 1 << 20 },
  { name: 'first, chunks apart', isFirst: true, between: 30, chunkBytes: 700 },
  { name: 'last, chunks apart', isFirst: false, between: 30, chunkBytes: 700 },
];

describe.each(ARRANGEMENTS)('the naming row stands $name', ({ isFirst, between, chunkBytes }) => {
  const arranged = (naming: RowSpec, other: RowSpec): RowSpec[] =>
    isFirst ? [naming, ...others(between), other] : [other, ...others(between), naming];
  const naming = (sent: Sent): string => (isFirst ? sent.outcomes[0] : sent.outcomes.at(-1)) ?? '';
  const other = (sent: Sent): string => (isFirst ? sent.outcomes.at(-1) : sent.outcomes[0]) ?? '';

  it('a copied row with its 记录编号 is a new record; the one it was copied from stands', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const recordId = held.recordIds[0] ?? '';
    const rows = arranged(licence(2, { recordId }), licence(1, { recordId }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), await stateOf(held)]).toEqual(['已入库', '未变化', 'published']);
    expect(sent.batch).toMatchObject({ accepted: 1 + between, unchanged: 1, rejected: 0, issues: 0 });
    const [taken] = (await desk.records('licence')).filter(({ number }) => number === licence(2).set?.['number']);
    expect(taken?.receivedAt).toBe(new Date(`${SECOND}+08:00`).toISOString());
  });

  it('so too when the row of the record itself is sent back for an error', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const recordId = held.recordIds[0] ?? '';
    const broken: RowSpec = { set: { ...licence(1).set, XK_NR: '' }, recordId };
    const sent = await desk.send({
      dataset: 'licence',
      rows: arranged(licence(2, { recordId }), broken),
      at: SECOND,
      chunkBytes,
    });
    expect([naming(sent), other(sent), await stateOf(held)]).toEqual(['已入库', '退回', 'published']);
  });

  it('two rows whose numbers were exchanged both change, and nothing is withdrawn', async () => {
    const held = await desk.send({
      dataset: 'licence',
      rows: [licence(1, { remark: 'a' }), licence(2, { remark: 'b' })],
      at: FIRST,
    });
    const [one = '', two = ''] = held.recordIds;
    const rows = arranged(licence(2, { recordId: one, remark: 'a' }), licence(1, { recordId: two, remark: 'b' }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), await stateOf(held, 1), await stateOf(held, 2)]).toEqual([
      '已更正',
      '已更正',
      'published',
      'published',
    ]);
  });

  it('two copies with the same 记录编号 are two new records', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const recordId = held.recordIds[0] ?? '';
    const rows = arranged(licence(2, { recordId }), licence(3, { recordId }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), await stateOf(held)]).toEqual(['已入库', '已入库', 'published']);
  });

  it('an unchanged row stays unchanged', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1), licence(2)], at: FIRST });
    const recordId = held.recordIds[0] ?? '';
    const rows = arranged(licence(2, { recordId }), licence(1, { recordId }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), await stateOf(held)]).toEqual(['未变化', '未变化', 'published']);
    expect(sent.batch).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('a 替换记录编号 written out is an error when that record has a row of its own', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const rows = arranged(licence(2, { replaces: held.recordIds[0] ?? '' }), licence(1, { remark: '改' }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), await stateOf(held)]).toEqual(['退回', '已更正', 'published']);
    const place = isFirst ? rows.length + 1 : 2;
    expect(sent.issues.map(({ code, expected }) => [code, expected])).toEqual([['C08.in-file', String(place)]]);
    expect(sent.issues[0]?.message).toContain(`第 ${String(place)} 行`);
    expect(sent.batch).toMatchObject({ accepted: between, changed: 1, rejected: 1, issues: 1 });
    expect(await desk.records('licence')).toHaveLength(1 + between);
  });

  it('and when another row names it too: the one written out is sent back', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const replaces = held.recordIds[0] ?? '';
    const both = await desk.send({
      dataset: 'licence',
      rows: arranged(licence(2, { replaces }), licence(3, { replaces })),
      at: SECOND,
      chunkBytes,
    });
    expect([naming(both), other(both), codesOf(both.issues), await stateOf(held)]).toEqual([
      '退回',
      '退回',
      ['C08.in-file'],
      'published',
    ]);
    expect(await desk.records('licence')).toHaveLength(1 + between);
  });

  it('equal rows that both name it replace it once', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const replaces = held.recordIds[0] ?? '';
    const rows = arranged(licence(2, { replaces }), licence(2, { replaces }));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([sent.outcomes[0], sent.outcomes.at(-1), await stateOf(held)]).toEqual(['已入库', '重复行，已合并', 'withdrawn']);
  });

  it('equal rows of which one names it do not say the same', async () => {
    const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
    const rows = arranged(licence(2, { replaces: held.recordIds[0] ?? '' }), licence(2));
    const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes });
    expect([naming(sent), other(sent), codesOf(sent.issues), await stateOf(held)]).toEqual([
      '退回',
      '退回',
      ['R15.duplicate'],
      'published',
    ]);
  });
});

it('a row contradicted twice has both findings', async () => {
  const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
  const replaces = held.recordIds[0] ?? '';
  const rows = [licence(2, { replaces }), ...others(30), licence(2, { remark: '改' }), licence(1)];
  const sent = await desk.send({ dataset: 'licence', rows, at: SECOND, chunkBytes: 700 });
  expect([sent.outcomes[0], await stateOf(held)]).toEqual(['退回', 'published']);
  expect(sent.issues.filter(({ row }) => row === 2).map(({ code }) => code)).toEqual(['R15.duplicate', 'C08.in-file']);
});

it('a 记录编号 left over from a record that was replaced already means nothing more', async () => {
  const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
  const recordId = held.recordIds[0] ?? '';
  await desk.send({ dataset: 'licence', rows: [licence(2, { recordId })], at: SECOND });
  const again = await desk.send({ dataset: 'licence', rows: [licence(2, { recordId, remark: '改' })], at: '2021-05-09T10:00' });
  expect([again.outcomes, again.issues, await stateOf(held)]).toEqual([['已更正'], [], 'withdrawn']);
});

it.each(['xxx', '37011219900101123X', '0190ab'])('a 替换记录编号 that is none (%s) is an error', async (replaces) => {
  const held = await desk.send({ dataset: 'licence', rows: [licence(1)], at: FIRST });
  const sent = await desk.send({ dataset: 'licence', rows: [licence(2, { replaces }), licence(3)], at: SECOND });
  expect([sent.outcomes, codesOf(sent.issues), await stateOf(held)]).toEqual([
    ['退回', '已入库'],
    ['C08.unreadable'],
    'published',
  ]);
  expect(sent.issues[0]?.message).toContain(replaces.length === 18 ? '370***********123X' : replaces);
});

it('an unchanged row that names a record and is contradicted is sent back', async () => {
  const held = await desk.send({ dataset: 'licence', rows: [licence(1), licence(2)], at: FIRST });
  const recordId = held.recordIds[0] ?? '';
  const rows = [licence(2, { recordId }), licence(2, { remark: '改' }), licence(1)];
  const sent = await desk.send({ dataset: 'licence', rows, at: SECOND });
  expect([sent.outcomes, sent.batch.rejected, await stateOf(held)]).toEqual([['退回', '退回', '未变化'], 2, 'published']);
});
