/** Accounts by the built program. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, errorCode, openOffice } from './_program.ts';
import type { Office } from './_program.ts';

/** Several runs of the program, on a machine that may be busy. */
const SLOW = { timeout: 240_000 };

let office: Office;

beforeAll(() => {
  ensureBuilt();
});

beforeAll(async () => {
  office = await openOffice();
}, 90_000);

afterAll(() => office.close());

it('makes, resets, disables and lists', SLOW, async () => {
  const person = ['--name', '周示例', '--unit', 'lc-scjg', '--role', 'data-officer', '--json'];
  const made = await office.run(['account', 'create', 'zhou', ...person]);
  expect(made.json).toMatchObject({
    account: { login: 'zhou', unitId: 'lc-scjg', roles: ['data-officer'] },
    password: expect.stringMatching(/^[2-9a-z]{4}(?:-[2-9a-z]{4}){4}$/u) as unknown,
  });
  expect(errorCode(await office.run(['account', 'create', 'zhou', ...person]))).toBe('login-taken');
  const reset = await office.run(['account', 'reset', 'zhou']);
  expect(reset.stdout).toContain('初始口令：');
  expect((await office.run(['account', 'disable', 'zhou'])).stdout).toContain('已办理');
  expect(errorCode(await office.run(['account', 'disable', 'zhou', '--json']))).toBe('already-disabled');
  const badly = await office.run(['account', 'create', '周', ...person]);
  expect([badly.code, errorCode(badly)]).toEqual([2, 'login-form']);
  expect((await office.run(['account', 'list'])).stdout).toMatch(/zhou.*停用/u);
});
