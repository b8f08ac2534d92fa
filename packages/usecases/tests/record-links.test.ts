/** Records that rows name: their parents, records of other datasets, and rows of the same file. Declared by YAML alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';
import { copyStandards } from './_standards-copy.ts';
import type { StandardsCopy } from './_standards-copy.ts';

const AT = '2021-05-08T10:00';

function field(code: string, zh: string, rest: string): string {
  return `- { code: ${code}, name: { zh: ${zh}, en: ${code} }, ${rest}, certainty: choice }\n`;
}

/** A made-up register of orders: one may change an earlier one, and rest on a licence; visits hang on it and may follow a visit. */
const ORDER = `id: order
version: "1"
from: 2021-01-01
name: { zh: 责令改正, en: Order }
catalog:
  item: 责令改正
  basis:
    - { instrument: platform-choice, certainty: choice }
  publicity: private
  sharing: private
  isNegative: false
  retention: { zh: 长期, en: long }
numberForm: decision
fields:
${[
  field('WH', '责令文号', 'role: number, type: text, maxLength: 64, require: required'),
  field('MC', '当事人', 'role: subjectName, type: text, maxLength: 200, require: required'),
  field('DM', '当事人代码', 'role: subjectUscc, type: uscc, require: required'),
  field('RQ', '作出日期', 'role: decidedOn, type: day, require: required'),
  field('JGDM', '作出机关代码', 'role: authorityUscc, type: uscc, require: required'),
  field('YWH', '变更的责令文号', 'type: text, maxLength: 64, ref: order, require: optional'),
  field('XKWH', '所涉许可文号', 'type: text, maxLength: 64, ref: licence, require: optional'),
]
  .map((line) => `  ${line}`)
  .join('')}children:
  - id: visit
    name: { zh: 复查, en: Visit }
    number: XH
    decidedOn: FCRQ
    fields:
${[
  field('XH', '复查序号', 'type: text, maxLength: 20, require: required'),
  field('FCRQ', '复查日期', 'type: day, require: required'),
  field('SC', '上次复查序号', 'type: text, maxLength: 20, ref: order.visit, require: optional'),
]
  .map((line) => `      ${line}`)
  .join('')}    examples:
      - kind: legal
        values: { XH: "1", FCRQ: 2021/04/29 }
examples:
  - kind: legal
    values:
      WH: 济历城监改〔2021〕1号
      MC: 济南示例食品有限公司
      DM: 91370112MA0000015R
      RQ: 2021/04/23
      JGDM: 11370112009000015N
`;

let standards: StandardsCopy;
let desk: Desk;

beforeAll(async () => {
  standards = await copyStandards({ 'datasets/order.yaml': ORDER });
  desk = await openDesk(standards.dir);
});

beforeEach(() => desk.empty());

afterAll(async () => {
  await desk.close();
  await standards.remove();
});

function order(no: number, set: Readonly<Record<string, string>> = {}): RowSpec {
  return { set: { number: `济历城监改〔2021〕${String(no)}号`, ...set } };
}

async function send(dataset: string, rows: readonly RowSpec[], chunkBytes?: number): Promise<Sent> {
  return desk.send({ dataset, rows, at: AT, ...(chunkBytes === undefined ? {} : { chunkBytes }) });
}

function told({ issues }: Sent): (string | number | null)[][] {
  return issues.map(({ row, code, column, value }) => [row, code, column, value]);
}

describe('a record of another dataset', () => {
  it('is found by its number, however it is written', async () => {
    await desk.send({ dataset: 'licence', rows: [{}], at: AT });
    const { outcomes, issues } = await send('order', [order(1, { XKWH: '济历城审许[2021]１０１号' })]);
    expect([outcomes, issues]).toEqual([['已入库'], []]);
  });

  it('that is not there, or of another subject, sends the row back and is named', async () => {
    const licence = await desk.send({ dataset: 'licence', rows: [{}], at: AT });
    const sent = await send('order', [
      order(1, { XKWH: '济历城审许〔2021〕999号' }),
      order(2, { XKWH: '济历城审许〔2021〕101号', DM: '91370112MA0000031F', MC: '济南示例科技有限公司' }),
    ]);
    expect(licence.outcomes).toEqual(['已入库']);
    expect(sent.outcomes).toEqual(['退回', '退回']);
    expect(told(sent)).toEqual([
      [2, 'C09', 'XKWH', '济历城审许〔2021〕999号'],
      [3, 'C09', 'XKWH', '济历城审许〔2021〕101号'],
    ]);
    expect(sent.issues[0]).toMatchObject({
      label: '所涉许可文号',
      message: '“所涉许可文号”为“济历城审许〔2021〕999号”，没有找到这个编号的行政许可',
    });
    expect(sent.issues[0]?.fix).toContain('先报送所指的行政许可');
  });

  it('that was withdrawn stands no longer', async () => {
    const [id = ''] = (await desk.send({ dataset: 'licence', rows: [{}], at: AT })).recordIds;
    await desk.send({ dataset: 'licence', rows: [{ set: { number: '济历城审许〔2021〕990号' }, replaces: id }], at: AT });
    const { outcomes } = await send('order', [order(1, { XKWH: '济历城审许〔2021〕101号' })]);
    expect(outcomes).toEqual(['退回']);
  });
});

describe('a row of the same file', () => {
  // One chunk, then so many that the row referred to is read long after the one that refers.
  it.each([1_000_000, 200])('answers a reference, before or behind it (chunks of %i bytes)', async (chunkBytes) => {
    const rows = [
      order(1, { YWH: '济历城监改〔2021〕9号' }),
      order(2, { YWH: '济历城监改〔2021〕1号' }),
      ...[3, 4, 5, 6, 7, 8, 9].map((no) => order(no)),
    ];
    const { outcomes, issues } = await send('order', rows, chunkBytes);
    expect([new Set(outcomes), issues]).toEqual([new Set(['已入库']), []]);
  });

  it.each([1_000_000, 200])(
    'that is sent back takes with it what refers to it, and so on (chunks of %i bytes)',
    async (chunkBytes) => {
      const rows = [
        order(1, { YWH: '济历城监改〔2021〕2号' }),
        order(2, { YWH: '济历城监改〔2021〕3号' }),
        order(3, { YWH: '济历城监改〔2021〕99号' }),
        order(4, { YWH: '济历城监改〔2021〕5号' }),
        order(5),
        order(5, { RQ: '2021/04/24' }),
        order(6),
      ];
      const sent = await send('order', rows, chunkBytes);
      expect(sent.outcomes).toEqual(['退回', '退回', '退回', '退回', '退回', '退回', '已入库']);
      expect(sent.batch).toMatchObject({ accepted: 1, rejected: 6, issues: 6 });
      expect(told(sent).map(([row, code]) => [row, code])).toEqual([
        [2, 'C09'],
        [3, 'C09'],
        [4, 'C09'],
        [5, 'C09'],
        [6, 'R15.duplicate'],
        [7, 'R15.duplicate'],
      ]);
      expect((await desk.records('order')).map(({ number }) => number)).toEqual(['济历城监改〔2021〕6号']);
    },
  );

  it('that waits for a person is not yet there', async () => {
    const [id = ''] = (await send('order', [order(1)])).recordIds;
    await desk.send({ dataset: 'order', rows: [{ ...order(7), replaces: id }], at: AT });
    // Filed again after it was withdrawn, the first row asks; what refers to it cannot go in before.
    const { outcomes } = await send('order', [order(1), order(2, { YWH: '济历城监改〔2021〕1号' })]);
    expect(outcomes).toEqual(['待确认', '退回']);
  });
});

describe('under a parent', () => {
  it('whose number is a decision number, children find it however it is written, and one another only under it', async () => {
    await send('order', [order(1), order(2)]);
    const visit = (no: number, xh: string, sc = ''): RowSpec => ({
      set: { WH: `济历城监改[2021]${String(no)}号`, XH: xh, SC: sc },
    });
    const sent = await send('order.visit', [visit(1, '1'), visit(1, '2', '1'), visit(2, '2', '1'), visit(3, '1', '7')]);
    expect(sent.outcomes).toEqual(['已入库', '已入库', '退回', '退回']);
    // What hangs on nothing is told by its parent alone.
    expect(told(sent)).toEqual([
      [4, 'C09', 'SC', '1'],
      [5, 'C04', 'WH', '济历城监改[2021]3号'],
    ]);
  });
});
