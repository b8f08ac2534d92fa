/** Forwarding by the built program: made, handed over, answered. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, errorCode, LICENSOR, openOffice } from './_program.ts';
import type { Office } from './_program.ts';

const ROWS = 20;
/** Several runs of the program, on a machine that may be busy. */
let office: Office;

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  const rows = ['--rows', String(ROWS), '--seed', '5', '--unit', LICENSOR, '--out', 'licence.csv'];
  await office.run(['generate', '--dataset', 'licence', ...rows]);
  await office.run(['submit', 'licence.csv', '--dataset', 'licence', '--unit', LICENSOR]);
}, 90_000);

afterAll(async () => {
  await office.close();
});

it('goes the whole circle', async () => {
  const made = await office.run(['forward', 'make', '--dataset', 'licence', '--out', 'look', '--json']);
  const batch = (made.json['batches'] as { number: string; rows: number }[])[0] ?? { number: '', rows: 0 };
  expect([made.code, batch.rows > 0]).toEqual([0, true]);
  const handed = await office.run(['forward', 'hand', batch.number]);
  expect(handed.stdout).toMatch(/^批次 licheng-licence-\d{8}-001 已移交：.+\.csv\n$/u);

  const bytes = await readFile(join(office.home, 'forwarding/outbox', `${batch.number}.csv`));
  expect(Buffer.compare(bytes, await readFile(join(office.folder, 'look', `${batch.number}.csv`)))).toBe(0);
  const sent: Record<string, string>[] = parse(new TextDecoder('gb18030', { fatal: true }).decode(bytes), { columns: true });
  expect(sent).toHaveLength(batch.rows);

  const lines = sent.map(
    (row) => `${batch.number},${row['行号'] ?? ''},${row['行号'] === '1' ? '失败,1001,主体不符' : '成功,,'}`,
  );
  await writeFile(join(office.folder, 'receipt.csv'), ['批次号,行号,处理状态,错误代码,错误原因', ...lines].join('\r\n'));
  const taken = await office.run(['forward', 'receipt', 'receipt.csv']);
  expect([taken.code, taken.stdout.trim()]).toEqual([
    0,
    `批次 ${batch.number}：通过 ${String(batch.rows - 1)}，未通过 1，此前已回 0`,
  ]);
  const refused = await office.run(['forward', 'refused', '--json']);
  expect(refused.json).toMatchObject([{ message: '主体不符', code: '1001' }]);
});

it('says in one sentence why a receipt is not taken', async () => {
  await writeFile(join(office.folder, 'other.csv'), '批次号,行号,处理状态\r\nx-1,1,成功\r\n');
  const taken = await office.run(['forward', 'receipt', 'other.csv', '--json']);
  expect([taken.code, errorCode(taken)]).toEqual([2, 'answer-unknown-batch']);
});
