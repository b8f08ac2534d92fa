/** Submitting, looking up, keys and doctor by the built program on a real PostgreSQL. */
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holdDatabase } from '@xincheng/store/keys';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, ensureBuilt, errorCode, LICENSOR, openOffice, run, start } from './_program.ts';
import type { Office, Ran } from './_program.ts';

const UNIT_NAME = '历城区示例行政审批服务局';
const UNIT_CODE = '11370112009000015N';
const SUBMIT = ['--dataset', 'licence', '--unit', LICENSOR];
const ROWS = 120;
/** Several runs of the program, on a machine that may be busy. */
let office: Office;

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  await office.run([
    'generate',
    '--dataset',
    'licence',
    '--rows',
    String(ROWS),
    '--seed',
    '11',
    '--bad',
    '0.05',
    '--unit',
    LICENSOR,
    '--out',
    'licence.csv',
  ]);
});

afterAll(async () => {
  await office.close();
});

/** The file's rows with some of them changed, as another file. */
async function variant(
  name: string,
  change: (rows: Record<string, string>[]) => readonly Record<string, string>[],
): Promise<string> {
  const rows: Record<string, string>[] = parse(await readFile(join(office.folder, 'licence.csv')), { columns: true });
  await writeFile(join(office.folder, name), stringify([...change(rows)], { header: true }));
  return name;
}

async function rowsOf(path: string): Promise<Record<string, string>[]> {
  if (path.endsWith('.csv')) return parse(await readFile(path), { columns: true, bom: true });
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets.find(({ name }) => name === '行政许可');
  const [header = [], ...rows] = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
    Array.from({ length: sheet?.columnCount ?? 0 }, (__, column) => sheet?.getCell(row + 1, column + 1).text ?? ''),
  );
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

function counts({ json }: Ran): Record<string, unknown> {
  const { rows, accepted, changed, unchanged, rejected, waiting, issues } = json;
  return { rows, accepted, changed, unchanged, rejected, waiting, issues };
}

/** What is wrong and what to do, two sentences a line. */
const SENTENCES = /^(【[A-Z0-9.a-z-]+】.+。.+。(\n|$))+$/u;

it('prints the receipt as its last line and writes the marked result', async () => {
  const submitted = await office.run(['submit', 'licence.csv', ...SUBMIT, '--json']);
  expect([submitted.code, submitted.stdout.trim().split('\n').length]).toEqual([0, 1]);
  expect(submitted.json).toMatchObject({
    rows: ROWS,
    changed: 0,
    unchanged: 0,
    waiting: 0,
    isRepeat: false,
    batch: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
  });
  expect(submitted.json['accepted']).toBe(ROWS - Number(submitted.json['rejected']));
  expect(submitted.json['rejected']).toBeGreaterThan(0);
  expect(submitted.json['issues']).toBeGreaterThanOrEqual(6);
  expect(submitted.json['checksNotRun']).toContain('R08.unknown');
  const result = await rowsOf(String(submitted.json['result']));
  expect(submitted.json['result']).toBe(join(office.folder, 'licence.result.xlsx'));
  expect(result).toHaveLength(ROWS);
  expect(result.filter((row) => row['处理结果'] === '退回')).toHaveLength(Number(submitted.json['rejected']));
  expect(
    result.every((row) =>
      row['处理结果'] === '退回' ? SENTENCES.test(row['问题与修改建议'] ?? '') : /^[0-9a-f-]{36}$/u.test(row['记录编号'] ?? ''),
    ),
  ).toBe(true);
});

it('writes nothing for a file it has seen, and answers the same', async () => {
  const first = await office.run(['submit', 'licence.csv', ...SUBMIT, '--json']);
  for (const unit of [UNIT_NAME, UNIT_CODE.toLowerCase()]) {
    const again = await office.run([
      'submit',
      join(office.folder, 'licence.csv'),
      '--dataset',
      'licence',
      '--unit',
      unit,
      '--json',
    ]);
    expect(again.code).toBe(0);
    expect(again.json).toEqual({ ...first.json, isRepeat: true });
  }
  const text = await office.run(['submit', 'licence.csv', ...SUBMIT]);
  expect(text.stdout).toMatch(
    /^回执 370112-\d{8}-[0-9A-Z]{6} {2}收到 \d{4}-\d{2}-\d{2} \d{2}:\d{2}（同一文件此前已受理，本次未写入任何数据）\n共 120 行：/u,
  );
  expect(text.stderr).toBe('');
});

it('ends with 3 only when every row was refused', async () => {
  const nameless = await variant('refused.csv', (rows) => rows.slice(0, 5).map((row) => ({ ...row, 行政相对人名称: '' })));
  const refused = await office.run(['submit', nameless, ...SUBMIT, '--json']);
  expect([refused.code, counts(refused)]).toEqual([
    3,
    { rows: 5, accepted: 0, changed: 0, unchanged: 0, rejected: 5, waiting: 0, issues: expect.any(Number) as number },
  ]);
  expect((await rowsOf(String(refused.json['result']))).map((row) => row['处理结果'])).toEqual(
    Array.from({ length: 5 }, () => '退回'),
  );
  const repeated = await office.run(['submit', nameless, ...SUBMIT]);
  expect([repeated.code, repeated.stderr]).toEqual([3, '']);
  expect(repeated.stdout).toContain('R01 × 5');
});

it('takes what is new, knows what is not, and holds back what must be confirmed', async () => {
  const good = (await rowsOf(join(office.folder, 'licence.result.xlsx'))).filter((row) => row['处理结果'] === '已入库');
  const [one, two, three] = good.map((row) => row['行政许可决定文书号']);
  const path = await variant('again.csv', (rows) => {
    const of = (number: string | undefined): Record<string, string> =>
      rows.find((row) => row['行政许可决定文书号'] === number) ?? {};
    return [of(one), { ...of(two), 备注: '更正' }, { ...of(three), 许可决定日期: '2026/01/05' }];
  });
  const submitted = await office.run(['submit', path, ...SUBMIT, '--json']);
  expect([submitted.code, submitted.json]).toMatchObject([0, { rows: 3, accepted: 0, changed: 1, unchanged: 1, waiting: 1 }]);
});

it('keeps the receipt when the result cannot be written, and writes it when asked again', async () => {
  const first = await office.run(['submit', 'licence.csv', ...SUBMIT, '--result', 'none/result.csv', '--json']);
  expect([first.code, first.json]).toMatchObject([
    0,
    { rows: ROWS, result: null, resultProblem: { code: 'result-not-written' } },
  ]);
  const again = await office.run(['submit', 'licence.csv', ...SUBMIT, '--result', 'asked.csv', '--json']);
  expect(again.json).toMatchObject({ isRepeat: true, result: join(office.folder, 'asked.csv') });
  expect(await rowsOf(join(office.folder, 'asked.csv'))).toHaveLength(ROWS);
});

it('writes no workbook of more rows than a sheet has room for, but a CSV', async () => {
  const path = await variant('long.csv', (rows) => rows.slice(0, 3).map((row) => ({ ...row, 备注: '长' })));
  const first = await office.run(['submit', path, ...SUBMIT, '--result', 'short.xlsx', '--json']);
  expect([first.code, first.json['result']]).toEqual([0, join(office.folder, 'short.xlsx')]);
  await office.test.database.owner.query('update intake_batch set rows = 1047577 where id = $1', [first.json['batch']]);
  const long = await office.run(['submit', path, ...SUBMIT, '--result', 'long.xlsx', '--json']);
  expect([long.code, long.json]).toMatchObject([0, { result: null, resultProblem: { code: 'result-too-long' } }]);
  const asCsv = await office.run(['submit', path, ...SUBMIT, '--result', 'long-result.csv', '--json']);
  expect(await rowsOf(String(asCsv.json['result']))).toHaveLength(3);
});

it('shows records: a list, one, its versions, and as it was', async () => {
  const listed = await office.run(['record', '--dataset', 'licence', '--unit', LICENSOR, '--limit', '3', '--json']);
  const records = JSON.parse(listed.stdout) as { recordId: string; number: string; writtenAt: string }[];
  expect(records).toHaveLength(3);
  const { recordId = '', number = '' } = records[0] ?? {};
  expect((await office.run(['record', recordId.toUpperCase(), '--json'])).json).toMatchObject({
    recordId,
    number,
    version: expect.any(Number) as number,
  });
  expect(JSON.parse((await office.run(['record', recordId, '--versions', '--json'])).stdout)).toHaveLength(1);
  const before = await office.run(['record', recordId, '--as-of', '2001-01-01', '--json']);
  expect([before.code, errorCode(before)]).toEqual([2, 'record-not-found']);
  const shown = await office.run(['record', recordId, '--as-of', '2101-01-01T00:00:00+08:00']);
  expect(shown.stdout).toContain(`行政许可决定文书号：${number}`);
  expect((await office.run(['record', '--dataset', 'licence', '--limit', '2'])).stdout.trim().split('\n')).toHaveLength(3);
});

it('broken off, says so; the same command then finishes the same batch', async () => {
  await office.run([
    'generate',
    '--dataset',
    'licence',
    '--rows',
    '20000',
    '--seed',
    '12',
    '--unit',
    LICENSOR,
    '--out',
    'many.csv',
  ]);
  const child = start(['submit', 'many.csv', ...SUBMIT, '--json'], { cwd: office.folder, env: office.env });
  const end = ended(child);
  const batch = await Promise.race([received('many.csv'), end.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  child.kill('SIGINT');
  const broken = await end;
  expect([broken.code, errorCode(broken), broken.stdout.trim().split('\n').length]).toEqual([130, 'interrupted', 1]);
  expect(JSON.stringify(broken.json)).toContain('不会重复入库');
  const finished = await run(['submit', 'many.csv', ...SUBMIT, '--json'], { cwd: office.folder, env: office.env });
  expect([finished.code, finished.json]).toMatchObject([0, { batch, rows: 20_000, accepted: 20_000, isRepeat: false }]);
});

/** Id of the batch, once it is written down and still open. */
async function received(fileName: string): Promise<string> {
  for (;;) {
    const { rows } = await office.test.database.owner.query<{ id: string }>(
      `select id from intake_batch where file_name = $1 and state = 'received'`,
      [fileName],
    );
    if (rows[0] !== undefined) return rows[0].id;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('lists keys by id and date, never the keys', async () => {
  const listed = await office.run(['keys', 'list', '--json']);
  const keys = JSON.parse(listed.stdout) as Record<string, unknown>[];
  expect(keys.map(({ use, isActive }) => [use, isActive])).toEqual([
    ['seal', true],
    ['blind', true],
    ['row', true],
    ['subject', true],
  ]);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['algorithm', 'createdAt', 'id', 'isActive', 'use']);
  const stored = JSON.parse(await readFile(join(office.home, 'keys/keys.json'), 'utf8')) as { seal: { key: string }[] };
  const text = await office.run(['keys', 'list']);
  expect(`${listed.stdout}${text.stdout}`).not.toContain(stored.seal[0]?.key ?? '?');
});

it('changes keys only when nobody else is at work, and then everything still reads', async () => {
  // Other files changed records since: this one is to be the newest word.
  await office.run(['submit', 'licence.csv', ...SUBMIT, '--json']);
  const before = await office.run(['record', '--dataset', 'licence', '--limit', '100', '--json']);
  const hold = await holdDatabase(office.test.database.owner, 'shared', 0);
  const refused = await office.run(['keys', 'rotate', '--seal', '--json']);
  expect([refused.code, errorCode(refused)]).toEqual([1, 'platform-running']);
  hold?.release();
  const rotated = await office.run(['keys', 'rotate', '--seal', '--algorithm', 'sm4-cbc-hmac-sm3', '--json']);
  expect([rotated.code, rotated.json]).toMatchObject([
    0,
    { which: 'seal', algorithm: 'sm4-cbc-hmac-sm3', isResumed: false, unreadable: [] },
  ]);
  const text = await office.run(['keys', 'rotate', '--blind']);
  expect([text.code, text.stdout]).toEqual([0, expect.stringContaining('另行备份密钥文件') as string]);
  expect(JSON.parse((await office.run(['keys', 'list', '--json'])).stdout)).toHaveLength(6);
  const after = await office.run(['record', '--dataset', 'licence', '--limit', '100', '--json']);
  expect(JSON.parse(after.stdout)).toEqual(JSON.parse(before.stdout));
  expect(after.stdout).toContain('*');
  expect(after.stdout).not.toContain('无法解密');
  expect((await office.run(['submit', 'licence.csv', ...SUBMIT, '--result', 'after.csv', '--json'])).json).toMatchObject({
    isRepeat: true,
    result: join(office.folder, 'after.csv'),
  });
});

it('while keys are being changed, nothing else starts', async () => {
  const hold = await holdDatabase(office.test.database.owner, 'exclusive', 5000);
  const refused = await office.run(['submit', 'licence.csv', ...SUBMIT, '--json']);
  hold?.release();
  expect([refused.code, errorCode(refused)]).toEqual([1, 'keys-being-changed']);
});

it('names the columns it did not read, in text and in JSON', async () => {
  const name = await variant('slip.csv', (rows) =>
    rows.slice(0, 1).map(({ 备注: remark = '', ...row }) => ({ ...row, 备住: remark })),
  );
  const submitted = await office.run(['submit', name, ...SUBMIT, '--json']);
  expect([submitted.code, submitted.json['columnsNotRead']]).toEqual([0, ['备住']]);
  const text = await office.run(['submit', name, ...SUBMIT]);
  expect(text.stdout).toContain('认不出的列，内容不会入库：“备住”。');
});

it('doctor is content, and names what is wrong', async () => {
  const content = await office.run(['doctor', '--json'], { XINCHENG_SEAL_ALGORITHM: 'aes-256-gcm' });
  expect([content.code, content.json['ok']]).toEqual([0, true]);
  expect(JSON.stringify(content.json)).toContain('keys rotate --seal');
  const keys = join(office.home, 'keys/keys.json');
  await chmod(keys, 0o644);
  const open = await office.run(['doctor']);
  await chmod(keys, 0o600);
  expect(open.code).toBe(1);
  expect(open.stdout).toContain('✗ ');
  expect(open.stdout).toContain('600');
  await rename(keys, `${keys}.away`);
  const without = await office.run(['submit', 'licence.csv', ...SUBMIT, '--json']);
  await rename(`${keys}.away`, keys);
  expect([without.code, errorCode(without)]).toEqual([1, 'keys-missing']);
});

it('a new installation seals by the algorithm that is set', async () => {
  const other = await openOffice();
  try {
    const set = { XINCHENG_SEAL_ALGORITHM: 'sm4-cbc-hmac-sm3' };
    await other.run(['template', '--dataset', 'licence', '--out', 'template.csv']);
    const submitted = await other.run(['submit', 'template.csv', ...SUBMIT, '--json'], set);
    expect([submitted.code, submitted.json['rejected']]).toEqual([0, 0]);
    const keys = JSON.parse((await other.run(['keys', 'list', '--json'])).stdout) as { algorithm: string | null }[];
    expect(keys.map(({ algorithm }) => algorithm)).toEqual(['sm4-cbc-hmac-sm3', 'hmac-sm3', null, null]);
    const records = await other.run(['record', '--dataset', 'licence', '--json']);
    expect(records.stdout).toMatch(/"XK_XDR_ZJHM":"370\*+0012"/u);
  } finally {
    await other.close();
  }
});
