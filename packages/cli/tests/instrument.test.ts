/** Instruments and registers by the built program. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, errorCode, LICENSOR, openOffice } from './_program.ts';
import type { Office } from './_program.ts';

/** Several runs of the program, on a machine that may be busy. */
let office: Office;

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  for (const dataset of [
    'credit-document',
    'credit-document.measure',
    'credit-meeting',
    'credit-meeting.decision',
    'credit-fund-line',
  ]) {
    await office.run(['template', '--dataset', dataset, '--out', `${dataset}.csv`]);
    await office.run(['submit', `${dataset}.csv`, '--dataset', dataset, '--unit', LICENSOR]);
  }
}, 180_000);

afterAll(async () => {
  await office.close();
});

it('says what a repeal touches', async () => {
  const found = await office.run(['instrument', 'repeal-impact', '国办发[2020]49号', '--json']);
  const { standards, records } = found.json as {
    standards: { file: string }[];
    records: { dataset: string; number: string; because: string[] }[];
  };
  expect(standards.map(({ file }) => file)).toContain('standards/checks/DOC-01.yaml');
  expect(records.map(({ dataset, number, because }) => [dataset, number, because])).toEqual(
    expect.arrayContaining([['credit-document.measure', '2', ['cites']]]),
  );
  const text = await office.run(['instrument', 'repeal-impact', 'gbf-2020-49']);
  expect(text.stdout).toMatch(/^《关于进一步完善.+》（国办发〔2020〕49号）/u);
  expect(text.stdout).toContain(`触及记录 ${String(records.length)} 条`);
});

it('lists and shows instruments, and says which it does not know', async () => {
  const listed = await office.run(['instrument', 'list', '国办发〔2020〕4']);
  expect(listed.stdout).toContain('gbf-2020-49');
  expect((await office.run(['instrument', 'show', 'pipl'])).stdout).toMatch(
    /standards\/checks\/R17\.yaml:\d+ {2}basis\.\d+ {2}第六条/u,
  );
  const unknown = await office.run(['instrument', 'show', '国办发〔2020〕490号', '--json']);
  expect([unknown.code, errorCode(unknown)]).toEqual([2, 'no-such-instrument']);
});

it('reads decisions and funds off the registers', async () => {
  const open = await office.run(['register', 'decisions']);
  expect(open.stdout).toMatch(
    /2021-04-30（逾期） {2}历城区示例市场监督管理局 {2}各部门在月底前补报漏报的行政许可 {2}HY-2021-01 第1项/u,
  );
  const funds = await office.run(['register', 'funds', '--json']);
  expect(funds.json).toContainEqual({
    year: '2021',
    purpose: '诚信宣传活动',
    planned: '12.000000',
    spent: '0.000000',
    left: '12.000000',
  });
});
