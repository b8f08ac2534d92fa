/** The work around tasks on the command line: filed with a file, reviewed, ordered, reminded of; and refused with code and exit code. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf } from '@xincheng/core/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCode, openOffice, runHere } from './_program.ts';
import type { Office, Ran } from './_program.ts';

const TASK = 'p/一1';
const UNIT = 'lc-sfj';
const BY = ['--name', '孙报送', '--words', '已按要求办理'];
const TODAY = dayOf(new Date());
const PERIOD = TODAY.slice(0, 'YYYY-MM'.length);

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await givePlanOut();
});
afterAll(() => office.close());

/** A task due in three days that binds one unit, since yesterday. */
async function givePlanOut(): Promise<void> {
  expect((await supervise('list')).code).toBe(0);
  const [draft, at, since] = ['01920000-0000-7000-8000-000000000001', new Date().toISOString(), addDays(TODAY, -1)];
  for (const sql of [
    `insert into plan_draft (id, plan_id, title, file_name, content, state, imported_by, imported_at, decided_by, decided_at)
     values ('${draft}', 'p', '方案', '方案.txt', '{}', 'confirmed', '赵录入', '${at}', '钱确认', '${at}')`,
    `insert into plan (id, title, draft_id, imported_by, confirmed_by, confirmed_at, confirmed_on, state)
     values ('p', '方案', '${draft}', '赵录入', '钱确认', '${at}', '${since}', 'confirmed')`,
    "insert into plan_area values ('p', '一', 1, '领域')",
    `insert into plan_task (plan_id, number, ordinal, area, text, due_on, due_kind, targets, instruments)
     values ('p', '一1', 1, '一', '清理文件', '${addDays(TODAY, 3)}', 'day', '[]', '[]')`,
    `insert into plan_task_unit (plan_id, number, ordinal, unit_id, role, since, named_as)
     values ('p', '一1', 1, '${UNIT}', 'responsible', '${since}', '区司法局')`,
  ])
    await office.test.database.owner.query(sql);
}

function supervise(...line: readonly string[]): Promise<Ran> {
  return runHere(['supervise', ...line, '--json'], office.env);
}

function idOf(ran: Ran): string {
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  return String(ran.json['id']);
}

it('a report goes from its filing with a file to its acceptance, and not beyond', async () => {
  const file = join(office.folder, '清理情况.txt');
  await writeFile(file, '清理文件十二件。\n');
  const filing = ['report', TASK, '--unit', '历城区司法局', '--period', PERIOD, ...BY];
  const filed = await supervise(...filing, '--figure', '清理文件数=12', '--attach', file);
  const id = idOf(filed);
  expect(filed.json).toMatchObject({ state: 'filed', acts: [{ figures: [{ name: '清理文件数', value: '12' }] }] });
  const again = await supervise(...filing);
  expect([again.code, errorCode(again)]).toEqual([3, 'already-filed']);
  const own = await supervise('review', id, 'accept', '--name', '孙报送');
  expect([own.code, errorCode(own)]).toEqual([3, 'same-person']);
  expect((await supervise('review', id, 'accept', '--name', '周主任')).json).toMatchObject({ state: 'accepted' });
  const shown = await runHere(['supervise', 'show', id], office.env);
  expect(shown.stdout).toMatch(/^进展报告 {2}p\/一1 {2}\S+ {2}\d{4}-\d{2} {2}已审核通过/u);
  expect(shown.stdout).toMatch(/报送（\S+ 孙报送）：已按要求办理；清理文件数 12；附件 1 个/u);
});

it('an action plan needs a file of a right kind', async () => {
  const program = join(office.folder, '方案.exe');
  await writeFile(program, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]));
  const wrong = await supervise('action-plan', 'p', '--unit', UNIT, ...BY, '--attach', program);
  expect([wrong.code, errorCode(wrong)]).toEqual([2, 'attachment-kind']);
});

it('an order is drafted, issued by another, answered, closed, and printed', async () => {
  const drafted = await supervise('order', TASK, '--unit', UNIT, '--since', TODAY, '--name', '周主任', '--words', '没有报送');
  const id = idOf(drafted);
  const out = join(office.folder, '督办单.pdf');
  idOf(await supervise('review', id, 'issue', '--name', '吴局长'));
  const paper = await supervise('paper', id, '--out', out);
  if (paper.code === 0) expect((await readFile(out)).toString('latin1', 0, 5)).toBe('%PDF-');
  else expect(errorCode(paper)).toBe('fonts-missing');
  idOf(await supervise('reply', id, '--unit', UNIT, ...BY));
  idOf(await supervise('review', id, 'close', '--name', '郑核实'));
});

it('urging and handing over: each acts as it says, and a task is written with its plan', async () => {
  idOf(await supervise('urge', TASK, '--unit', UNIT, '--name', '周主任', '--words', '请抓紧'));
  idOf(await supervise('hand-over', TASK, '--unit', UNIT, '--to', 'lc-kjj', ...BY));
  const back = await supervise('give-back', TASK, '--unit', UNIT, ...BY);
  expect([back.code, errorCode(back)]).toEqual([3, 'already-open']);
  const bad = await supervise('urge', '一1', '--unit', UNIT, ...BY);
  expect([bad.code, errorCode(bad)]).toEqual([2, 'not-a-task']);
  expect((await runHere(['supervise', 'list', '--open'], office.env)).stdout).toMatch(/移交 +p\/一1/u);
});

it('reminders are sent by hand as by the service', async () => {
  expect((await supervise('remind')).json).toMatchObject({ day: TODAY, sent: 1 });
});
