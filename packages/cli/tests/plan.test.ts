/** A plan on the command line: kept, what was not understood put right and settled, confirmed, amended, declared, shown; and refused. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCode, openOffice, runHere } from './_program.ts';
import type { Office, Ran } from './_program.ts';

const ID = 'jia-2031';
const TEXT = `甲区工作方案
为做好工作，制定本方案。
一、重点任务
1.学习制度。（责任单位：区财政厅，完成时限：2031年10月前）
2.安排经费。（牵头单位：区财政局，责任单位：各街道，完成时限：2031年12月31日前）
`;

let office: Office;
let file = '';

beforeAll(async () => {
  office = await openOffice();
  file = join(office.folder, '方案.txt');
  await writeFile(file, TEXT);
});
afterAll(() => office.close());

function plan(...line: readonly string[]): Promise<Ran> {
  return runHere(['plan', ...line, '--json'], office.env);
}

function refusal(ran: Ran): readonly unknown[] {
  return [ran.code, errorCode(ran)];
}

it('goes from its document to tasks given out; what was not understood is told, put right and settled', async () => {
  const kept = await plan('keep', file, '--id', ID, '--name', '赵导入');
  expect(kept.json).toMatchObject({ planId: ID, fileSha256: createHash('sha256').update(TEXT).digest('hex') });
  const shown = await runHere(['plan', 'draft', 'show', ID], office.env);
  expect(shown.stdout).toContain('1. 第 2 行：任务之外的文字：为做好工作，制定本方案。');
  expect(shown.stdout).toContain('2. 第 4 行（任务 一1）：时限没有读懂或不止一个：2031年10月前');
  expect(shown.stdout).toContain('任务 一1：本区名录中没有单位“区财政厅”');
  const confirm = ['confirm', ID, '--name', '钱确认'];
  expect(refusal(await plan(...confirm))).toEqual([3, 'unread-left']);
  const by = ['--name', '赵导入', '--reason', '已核对原件'];
  const amended = await plan('draft', 'amend', ID, '--task', '一1', '--responsible', '区财政局', '--due', '2031-09-30', ...by);
  expect(amended.json).toMatchObject({ unknownUnits: [] });
  expect((await plan('draft', 'settle', ID, '1', '2', '--as', 'resolved', ...by)).code).toBe(0);
  expect(refusal(await plan('confirm', ID, '--name', '赵导入'))).toEqual([3, 'same-person']);
  expect((await plan(...confirm)).json).toMatchObject({ tasks: 2, withoutProof: ['一1', '一2'] });
});

it('is amended by a paper, declared, and shown as of a moment', async () => {
  const said = [
    '--task',
    '一2',
    '--document',
    '函〔2031〕1号',
    '--name',
    '钱确认',
    '--reason',
    '机构调整',
    '--due',
    '2032-01-31',
  ];
  const paper = ['amend', ID, ...said, '--lead', '区财政局', '--responsible', '区司法局', '--prepared-by'];
  expect(refusal(await plan(...paper, '钱确认'))).toEqual([3, 'same-person']);
  const moved = await plan(...paper, '吴拟办');
  expect(moved.json).toMatchObject({ dueOn: { from: '2031-12-31', to: '2032-01-31' }, bound: [{ unitId: 'lc-sfj' }] });
  const declare = ['task', 'declare', ID, '一2', '--words', '已安排', '--name', '孙申报', '--json', '--unit', 'lc-sfj'];
  expect((await runHere(declare, office.env)).code).toBe(0);
  const task = await runHere(['task', 'show', ID, '一2', '--json'], office.env);
  expect(task.json).toMatchObject({ state: 'in-progress', isDeclared: true, hasProof: false, dueOn: '2032-01-31' });
  expect((await runHere(['plan', 'board', ID], office.env)).stdout).toMatch(/状态按 \S+ \S+ 的数据算出/u);
  expect(refusal(await plan('show', 'none-2031'))).toEqual([2, 'no-such-plan']);
});
