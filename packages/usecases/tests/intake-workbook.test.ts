/** A workbook through the whole engine: the same rows fare as they would in a CSV, a broken-off one is taken up from its kept file. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actAt } from '@xincheng/testkit/platform';
import { receiveBatch, recoverBatches, submitBatch } from '@xincheng/usecases/intake';
import type { Received, Submission, SubmitProblem } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Result } from '@xincheng/core/result';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';
import { textRows, workbookOf } from './_workbooks.ts';

const AT = '2021-05-07T10:00';
const ROWS: readonly RowSpec[] = [
  { set: { number: '济历城审许〔2021〕1号' } },
  { set: { number: '济历城审许〔2021〕2号', XK_XDR_SHXYM: '9.1370112E+17' } },
  { set: { number: '济历城审许〔2021〕3号', XK_YXQZ: '44309' } },
  { set: { number: '济历城审许〔2021〕4号' } },
];
/** Titles in rows 1 and 2, the header in row 3, then a blank row. */
const FIRST_ROW = 5;

let desk: Desk;
let unit = '';

beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner('licence');
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

async function submission(sheet?: string, months = ['一月']): Promise<Submission> {
  const { dataset } = datasetOf(desk.platform, 'licence');
  const header = dataset.fields.map(({ definition }) => definition.name.zh);
  const titles = [['历城区行政许可信息'], ['单位：示例'], header];
  const cells = ROWS.map((row) => desk.cells('licence', unit, row));
  const path = join(desk.folder, `${String(months.length)}.xlsx`);
  const rows = textRows(titles) + textRows(cells, FIRST_ROW);
  await writeFile(path, workbookOf({ sheets: months.map((name) => ({ name, rows })) }));
  return { unitId: unit, dataset: 'licence', path, fileName: '许可.xlsx', source: 'file', idempotencyKey: null, sheet };
}

function receive(sent: Submission): Promise<Result<Received, SubmitProblem>> {
  return receiveBatch(desk.platform, actAt(AT, [unit]), sent);
}

describe('a workbook sent', () => {
  it('is checked and taken in row by row; issues bear the numbers the sheet shows', async () => {
    const receipt = await submitBatch(desk.platform, actAt(AT, [unit]), await submission());
    if (!receipt.ok) throw new Error(receipt.error.message);
    const { rows, accepted, rejected } = receipt.value;
    expect({ rows, accepted, rejected }).toEqual({ rows: 4, accepted: 2, rejected: 2 });
    const { outcomes, issues } = await desk.outcome(receipt.value.batch, unit);
    expect(outcomes).toEqual(['已入库', '退回', '退回', '已入库']);
    const told = issues
      .filter(({ severity }) => severity === 'error')
      .map(({ row, code, expected }) => ({ row, code, expected }));
    expect(told).toEqual([
      { row: 6, code: 'C10', expected: '完整的代码' },
      { row: 7, code: 'R09.serial', expected: '2021-04-23（如果指的是这一天）' },
    ]);
  });

  it('is answered at once the second time', async () => {
    const sent = await submission();
    const first = await submitBatch(desk.platform, actAt(AT, [unit]), sent);
    const again = await submitBatch(desk.platform, actAt(AT, [unit]), sent);
    expect(first.ok && again.ok && again.value.isRepeat && again.value.batch === first.value.batch).toBe(true);
  });

  it('is finished from its kept file by the next start, with the sheet that was asked for', async () => {
    const received = await receive(await submission('二月', ['一月', '二月']));
    if (!received.ok) throw new Error(received.error.message);
    const { batch } = received.value;
    expect(batch.sheet).toBe('二月');
    expect(await recoverBatches(desk.platform, new Date(`${AT}+08:00`), () => undefined)).toEqual([batch.id]);
    expect((await desk.outcome(batch.id, unit)).outcomes).toEqual(['已入库', '退回', '退回', '已入库']);
  });

  it('with two sheets of data is refused until one is named; another sheet of it is another submission', async () => {
    const months = ['一月', '二月'];
    const refused = await receive(await submission(undefined, months));
    expect(refused.ok ? null : refused.error.code).toBe('several-sheets');
    const first = await submitBatch(desk.platform, actAt(AT, [unit]), await submission('一月', months));
    const second = await submitBatch(desk.platform, actAt(AT, [unit]), await submission('二月', months));
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.batch).not.toBe(first.value.batch);
    expect({ isRepeat: second.value.isRepeat, unchanged: second.value.unchanged }).toEqual({ isRepeat: false, unchanged: 2 });
  });
});
