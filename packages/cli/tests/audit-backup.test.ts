/** The audit log, backup and restore by the built program; restored once onto a server of its own and once onto the embedded one. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@xincheng/testkit/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, errorCode, LICENSOR, openOffice, run } from './_program.ts';
import type { Office } from './_program.ts';

/** Several runs of the program, on a machine that may be busy. */
let office: Office;
let receipt = '';

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  const rows = ['--rows', '20', '--seed', '5', '--unit', LICENSOR, '--out', 'licence.csv'];
  await office.run(['generate', '--dataset', 'licence', ...rows]);
  const sent = await office.run(['submit', 'licence.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json']);
  receipt = String((sent.json['receipt'] as { receiptNo?: string } | undefined)?.receiptNo ?? sent.json['receiptNo']);
}, 120_000);

afterAll(() => office.close());

it('seals what a command did, shows it, and finds what was changed', async () => {
  const head = (await office.run(['audit', 'head', '--json'])).json['head'] as { hash: string };
  const verified = await office.run(['audit', 'verify', '--head', head.hash, '--json']);
  expect([verified.code, verified.json]).toEqual([
    0,
    expect.objectContaining({ isSound: true, faults: [], unsealed: { events: 0, oldestAt: null } }),
  ]);
  const listed = await office.run(['audit', 'list', '--act', 'batch.merge']);
  expect(listed.stdout).toMatch(/命令行:.*batch\.merge/u);
  expect((await office.run(['audit', 'verify', '--batch', receipt])).stdout).toMatch(/与当时登记的摘要一致。/u);
  const { owner } = office.test.database;
  await owner.query("update audit_event set actor = actor || '!' where act = 'batch.merge'");
  const found = await office.run(['audit', 'verify', '--head', '0'.repeat(64)]);
  await owner.query("update audit_event set actor = rtrim(actor, '!') where act = 'batch.merge'");
  expect([found.code, found.stdout]).toEqual([
    3,
    expect.stringMatching(/审计链有 2 处问题：\n {2}事件 .*内容与登记时不同.*\n {2}曾经登记的链头 0{64}不在现有的链上/u),
  ]);
});

it('backs up, restores onto another database, says what keys are needed, and refuses a used place', async () => {
  const made = await office.run(['backup', '--out', 'backup']);
  expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/备份已写到 .*\n备份不含密钥。没有密钥，/u)]);
  const test = await testDatabase();
  try {
    const home = join(office.folder, 'second');
    await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 });
    await writeFile(join(home, 'keys/database.json'), JSON.stringify(test.secrets), { mode: 0o600 });
    const env = { XINCHENG_HOME: home, XINCHENG_DATABASE_URL: test.ownerUrl };
    const restored = await run(['restore', join(office.folder, 'backup')], { env });
    expect([restored.code, restored.stdout]).toEqual([
      0,
      expect.stringMatching(/逐表核对与备份相同。\n审计链完好.*\n没有密钥：平台还不能启动/u),
    ]);
    expect((await run(['audit', 'verify'], { env })).stderr).toMatch(/keys-missing/u);
    const again = await run(['restore', join(office.folder, 'backup'), '--json'], { env });
    expect([again.code, errorCode(again)]).toEqual([2, 'target-not-empty']);
  } finally {
    await test.close();
  }
});

it('restores onto the embedded server, keys and all', async () => {
  const made = await office.run(['backup', '--out', 'whole', '--with-keys']);
  expect(made.stdout).toMatch(/注意：这份备份含有密钥/u);
  expect((await readdir(office.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  const env = { XINCHENG_HOME: join(office.folder, 'embedded') };
  const restored = await run(['restore', join(office.folder, 'whole'), '--json'], { env });
  expect([restored.code, restored.json['keys'], restored.stderr]).toEqual([0, 'from-backup', expect.any(String)]);
  const verified = await run(['audit', 'verify', '--batch', receipt], { env });
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/摘要一致/u)]);
  // And back again: from an embedded server to a folder.
  const back = await run(['backup', '--out', join(office.folder, 'back'), '--json'], { env });
  expect([back.code, back.json['missing']]).toEqual([0, []]);
});
