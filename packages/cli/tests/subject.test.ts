/** A register sent in, looked up and joined by the built program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, LICENSOR, openOffice } from './_program.ts';
import type { Office } from './_program.ts';

const DOCUMENT = '济历城赋码更正〔2021〕3号';
const RECTIFIED = ['--rectify', '--document', DOCUMENT];
const BY_WHOM = ['--reason', '重复赋码', '--by', '王核对'];

let office: Office;
let firms: readonly { readonly name: string; readonly code: string }[] = [];

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  const args = ['--dataset', 'registration', '--unit', LICENSOR];
  await office.run(['generate', ...args, '--rows', '20', '--out', 'register.csv']);
  expect((await office.run(['submit', 'register.csv', ...args])).code).toBe(0);
  const rows: Record<string, string>[] = parse(await readFile(join(office.folder, 'register.csv')), { columns: true });
  firms = rows
    .filter((row) => row['主体类型'] === '企业')
    .map((row) => ({ name: row['主体名称'] ?? '', code: row['统一社会信用代码'] ?? '' }));
});

afterAll(async () => {
  await office.close();
});

it('is found by its code and its full name, and by nothing less', async () => {
  const [firm] = firms;
  const byCode = await office.run(['subject', firm?.code.toLowerCase() ?? '', '--json']);
  expect([byCode.code, byCode.json]).toEqual([
    0,
    expect.objectContaining({
      key: firm?.code,
      name: firm?.name,
      body: '企业',
      state: 'registered',
      records: { registration: 1 },
    }),
  ]);
  const byName = await office.run(['subject', firm?.name ?? '']);
  expect(byName.stdout).toContain(`${firm?.code ?? ''}  ${firm?.name ?? ''}`);
  const byPart = await office.run(['subject', firm?.name.slice(0, 5) ?? '', '--json']);
  expect([byPart.code, byPart.json['error']]).toEqual([2, expect.objectContaining({ code: 'no-such-subject' })]);
});

it('is joined into another and brought apart again', async () => {
  const [from = '', into = ''] = firms.map(({ code }) => code);
  const refused = await office.run(['subject', 'join', from, into, ...BY_WHOM]);
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('both-living')]);
  for (const half of [['--rectify'], ['--document', DOCUMENT]]) {
    const unclear = await office.run(['subject', 'join', from, into, ...BY_WHOM, ...half]);
    expect([unclear.code, unclear.stderr]).toEqual([2, expect.stringContaining('document-missing')]);
  }
  const joined = await office.run(['subject', 'join', from, into, ...RECTIFIED, ...BY_WHOM, '--json']);
  expect([joined.code, joined.json]).toEqual([
    0,
    expect.objectContaining({ key: into, keys: [into, from], records: { registration: 2 } }),
  ]);
  const again = await office.run(['subject', 'join', from, into, ...BY_WHOM]);
  expect((await office.run(['subject', from])).stdout).toContain(`重复赋码（更正，依据 ${DOCUMENT}）`);
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('same-subject')]);
  const undone = await office.run(['subject', 'undo', from, ...BY_WHOM, '--json']);
  expect([undone.code, undone.json]).toEqual([0, expect.objectContaining({ key: from, keys: [from] })]);
});
