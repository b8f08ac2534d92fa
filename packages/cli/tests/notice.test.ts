/** Notices and attachments by the built program. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, errorCode, openOffice } from './_program.ts';
import type { Office } from './_program.ts';

const UNIT = 'lc-scjg';
/** Several runs of the program, on a machine that may be busy. */
let office: Office;

beforeAll(() => {
  ensureBuilt();
});

beforeAll(async () => {
  office = await openOffice();
}, 90_000);

afterAll(() => office.close());

it('sends, carries out, reads and answers', async () => {
  const sent = await office.run([
    'notice',
    'send',
    '--to',
    UNIT,
    '--title',
    '催办',
    '--text',
    '请办理。',
    '--due',
    '2030-01-01',
    '--json',
  ]);
  expect(sent.code).toBe(0);
  const { id } = sent.json['notice'] as { id: string };
  const sms = join(office.folder, 'sms');
  const delivered = await office.run(['notice', 'deliver', '--json'], { XINCHENG_SMS_FOLDER: sms });
  expect(delivered.json).toEqual({ sent: 1, failed: 0, givenUp: 0 });
  expect(await readdir(sms)).toEqual([`${id}.json`]);
  expect(await readFile(join(sms, `${id}.json`), 'utf8')).not.toContain('请办理。');
  const read = await office.run(['notice', 'read', id, '--unit', UNIT, '--name', '李收']);
  expect(read.stdout).toContain('请办理。');
  await office.run(['notice', 'answer', id, '--unit', UNIT, '--name', '李答', '--text', '已办']);
  const list = await office.run(['notice', 'list']);
  expect(list.stdout).toMatch(/催办\s+李收签收\s+李答已答复\s+邮件待送；短信已送/u);
  const nothing = await office.run(['notice', 'deliver', '--json']);
  expect([nothing.code, errorCode(nothing)]).toEqual([2, 'no-transport']);
  const bad = await office.run(['notice', 'deliver', '--json'], { XINCHENG_SMTP_URL: 'http://x' });
  expect([bad.code, errorCode(bad)]).toEqual([2, 'bad-mail-setting']);
});

it('attaches, lists and takes out; refuses what is dangerous', async () => {
  await writeFile(join(office.folder, '说明.pdf'), '内容');
  const owner = ['--owner-kind', 'plan-progress', '--owner-id', '1', '--unit', UNIT];
  const added = await office.run(['attachment', 'add', '说明.pdf', ...owner, '--json']);
  expect(added.json).toMatchObject({ fileName: '说明.pdf.txt', scan: 'not-scanned' });
  const listed = await office.run(['attachment', 'list', ...owner.slice(0, 4)]);
  expect(listed.stdout).toContain('说明.pdf.txt');
  const got = await office.run(['attachment', 'get', String(added.json['id']), '--out', 'out.txt']);
  expect([got.code, await readFile(join(office.folder, 'out.txt'), 'utf8')]).toEqual([0, '内容']);
  await writeFile(join(office.folder, '网页.txt'), '<html>');
  const refused = await office.run(['attachment', 'add', '网页.txt', ...owner, '--json'], { XINCHENG_SCAN_COMMAND: '/bin/true' });
  expect([refused.code, errorCode(refused)]).toEqual([2, 'attachment-kind']);
});
