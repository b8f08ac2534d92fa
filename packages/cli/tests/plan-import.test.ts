/** `plan import`: what it prints, what it writes, how it refuses. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, errorCode, runHere } from './_program.ts';

const PLAN = join(ROOT, 'districts/licheng/plans/licheng-2021-plan.txt');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-plan-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** No database is there: what touched one would fail. */
const env = { XINCHENG_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };

it('prints the draft of the district’s plan', async () => {
  const { code, json } = await runHere(['plan', 'import', PLAN, '--json'], env);
  expect(code).toBe(0);
  const tasks = json['tasks'] as Record<string, unknown>[];
  expect([(json['areas'] as unknown[]).length, tasks.length, (json['unread'] as unknown[]).length]).toEqual([12, 37, 3]);
  const names = ['number', 'area', 'text', 'leads', 'responsible', 'supporting', 'due', 'targets', 'instruments'];
  expect(Object.keys(tasks[0] ?? {})).toEqual(expect.arrayContaining(names));
});

it('writes it to a file, and says what a person must look at', async () => {
  const plan = join(folder, 'plan.txt');
  const out = join(folder, 'draft.yaml');
  await writeFile(plan, '甲区工作方案\n一、加强管理。（责任单位：区财政厅，完成时限：2021年10月前）');
  const { code, stdout } = await runHere(['plan', 'import', plan, '--out', out], env);
  expect(code).toBe(3);
  expect(stdout).toContain('第 2 行（任务 任务1）：时限没有读懂或不止一个：2021年10月前');
  expect(stdout).toContain('本区名录中没有单位“区财政厅”，相近的有：lc-czj（历城区财政局）');
  expect(await readFile(out, 'utf8')).toContain('number: 任务1');
});

it('refuses what is no plan, and a folder it cannot write to', async () => {
  const note = join(folder, 'note.txt');
  await writeFile(note, '明日开会。');
  const refused = await runHere(['plan', 'import', note, '--json'], env);
  expect([refused.code, errorCode(refused)]).toEqual([2, 'no-task']);
  const unwritten = await runHere(['plan', 'import', PLAN, '--out', join(folder, 'none/draft.yaml'), '--json'], env);
  expect([unwritten.code, errorCode(unwritten)]).toEqual([2, 'not-written']);
});
