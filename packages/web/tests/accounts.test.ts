/** Accounts in a real browser: made, signed in with, guarded by an authenticator, disabled; and a colleague who stands in. */
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode, totpStep } from '../../usecases/src/identity/one-time-code.ts';
import { barriers, enrol, OFFICE, OFFICER, open, openStage, PASSWORD, signedIn, visitor } from './_browser.ts';
import type { Person, Stage } from './_browser.ts';

const ADMINISTRATOR: Person = { login: 'guanli', name: '蒋示例', unitId: 'lc-fgj', scope: 'all', roles: ['administrator'] };
const COLLEAGUE: Person = { ...OFFICER, login: 'tongshi', name: '尤示例', roles: ['clerk'] };
const UNIT = '历城区示例行政审批服务局';
/** Not the one that everybody else of the tests has. */
const NEXT_PASSWORD = '华山湖的芦苇在十月里白了头';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('口令').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

describe('an account', () => {
  it('is made, signed in with, guarded by an authenticator, disabled and put out', async () => {
    const admin = await signedIn(stage, 'zh', ADMINISTRATOR);
    const given = await makeAccount(admin.page);
    const person = await visitor(stage, 'zh');
    await firstSignIn(person.page, given);
    await changePassword(person.page);
    await signInWithCode(person.page, await setUpAuthenticator(person.page));
    await disable(admin.page);
    await person.page.getByRole('link', { name: '目录与规则' }).click();
    await person.page.getByText('登录已失效').waitFor();
    await enter(person.page, 'youxin', NEXT_PASSWORD);
    await person.page.getByText(/停用|不对/u).waitFor();
    expect(admin.complaints).toEqual([]);
    await admin.context.close();
    await person.context.close();
  });
});

async function makeAccount(page: Page): Promise<string> {
  await open(page, '/console/accounts?form=new');
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('youxin');
  await form.getByLabel('姓名').fill('尤新示例');
  await form.getByLabel('管理员').check();
  await form.getByLabel('审计员').check();
  await form.getByText('管账号的人不审计账号').waitFor();
  await form.getByLabel('管理员').uncheck();
  await form.getByLabel('审计员').uncheck();
  await form.getByLabel('信用办').check();
  await choose(page, '单位', UNIT);
  await form.getByText('只给区信用办所在单位').waitFor();
  expect(await barriers(page)).toEqual([]);
  await form.getByLabel('信用办').uncheck();
  await form.getByLabel('数据专员').check();
  await form.getByRole('button', { name: '新建' }).click();
  const password = await form.locator('.secrets code').textContent();
  expect(await barriers(page)).toEqual([]);
  await form.getByRole('button', { name: '已记下，关闭' }).click();
  await page.getByRole('cell', { name: 'youxin' }).waitFor();
  return password ?? '';
}

async function firstSignIn(page: Page, given: string): Promise<void> {
  await page.goto('/console/account');
  await enter(page, 'youxin', given);
  await replaceGiven(page, given);
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
}

/** On the page that stands before all others while the password is somebody else's. */
async function replaceGiven(page: Page, given: string): Promise<void> {
  await page.getByLabel('现在的口令').fill(given);
  await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再写一遍新口令').fill(PASSWORD);
  await page.getByRole('button', { name: '改口令' }).click();
}

async function changePassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: '改口令' }).click();
  await page.getByLabel('现在的口令').fill(PASSWORD);
  await page.getByLabel('新口令', { exact: true }).fill(NEXT_PASSWORD);
  await page.getByLabel('再写一遍新口令').fill(NEXT_PASSWORD);
  await page.getByRole('button', { name: '改口令' }).click();
  await page.getByText('口令已改').waitFor();
}

interface Authenticator {
  readonly secret: string;
  /** The step whose code is used up. */
  readonly step: number;
}

async function setUpAuthenticator(page: Page): Promise<Authenticator> {
  await page.getByRole('button', { name: '登记验证器' }).click();
  const authenticator = await takeSteps(page, NEXT_PASSWORD);
  await page.getByText('登录时在口令之后填验证码').waitFor();
  return authenticator;
}

/** From the password to the recovery codes, noted. */
async function takeSteps(page: Page, password: string): Promise<Authenticator> {
  const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByLabel('您的口令').fill(password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('img', { name: '验证器的二维码' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const secret = (await page.locator('code[translate=no]').textContent())?.replaceAll(' ', '') ?? '';
  const step = totpStep(new Date());
  await page.getByLabel('验证码').fill(totpCode(secret, step));
  await page.getByRole('button', { name: '确认' }).click();
  await page.locator('.secrets li').first().waitFor();
  expect(await page.locator('.secrets li').count()).toBe(10);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: heading }).isVisible()).toBe(false);
  expect(await page.locator('.secrets li').first().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  return { secret, step };
}

async function signInWithCode(page: Page, { secret, step }: Authenticator): Promise<void> {
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await enter(page, 'youxin', NEXT_PASSWORD);
  await page.getByLabel('动态验证码').fill(totpCode(secret, Math.max(step + 1, totpStep(new Date()))));
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
}

async function disable(page: Page): Promise<void> {
  await page.getByRole('cell', { name: 'youxin' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByText('停用后立即退出').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog', { name: '停用' }).getByRole('button', { name: '停用' }).click();
  await drawer.getByText(/由 guanli 停用/u).waitFor();
}

describe('a session left open elsewhere', () => {
  it('stands on the own account and is ended there', async () => {
    const there = await signedIn(stage, 'zh', OFFICER);
    const here = await signedIn(stage, 'zh', OFFICER);
    await open(there.page, '/console/desk');
    await open(here.page, '/console/account');
    const sessions = here.page.getByRole('list', { name: '登录' }).getByRole('listitem');
    const before = await sessions.count();
    expect(await sessions.filter({ hasText: '就是这里' }).count()).toBe(1);
    expect(await barriers(here.page)).toEqual([]);
    await sessions.nth(1).getByRole('button', { name: '退出这一处' }).click();
    await here.page.getByText('那里已退出').waitFor();
    await expect.poll(() => sessions.count()).toBe(before - 1);
    expect(here.complaints).toEqual([]);
    await there.page.getByRole('link', { name: '目录与规则' }).click();
    await there.page.getByText('登录已失效').waitFor();
    await here.context.close();
    await there.context.close();
  });
});

describe('a person of the identity provider', () => {
  it('is linked to an account, and no longer', async () => {
    await enrol(stage, COLLEAGUE);
    const { page, complaints, context } = await signedIn(stage, 'zh', ADMINISTRATOR);
    await open(page, `/console/accounts?tab=accounts&open=${COLLEAGUE.login}&form=link`);
    await page.getByLabel('统一认证的地址').fill('https://id.example.cn');
    await page.getByLabel('此人在统一认证里的编号').fill('u-7788');
    await page.getByRole('button', { name: '关联统一认证' }).click();
    await page.getByRole('button', { name: '取消统一认证关联' }).click();
    const sure = page.getByRole('dialog', { name: '取消统一认证关联' });
    expect(await barriers(page)).toEqual([]);
    const answered = page.waitForResponse((response) => response.url().endsWith('/acts'));
    await sure.getByRole('button', { name: '取消统一认证关联' }).click();
    expect((await answered).status()).toBe(200);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('an authenticator that the district demands of a role', () => {
  let strict: Stage;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xincheng-strict-'));
    await cp(DISTRICT_DIR, folder, { recursive: true });
    await appendFile(join(folder, 'accounts.yaml'), 'secondFactor: [credit-office]\n');
    strict = await openStage(STANDARDS_DIR, folder);
  });
  afterAll(async () => {
    await strict.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is set up before any page opens, and nothing opens without it', async () => {
    const given = await enrol(strict, OFFICE);
    const { page, complaints, context } = await visitor(strict, 'zh');
    await page.goto('/console/account');
    await enter(page, OFFICE.login, given);
    await replaceGiven(page, given);
    await page.getByRole('heading', { name: '先登记验证器' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/console/records');
    await page.getByLabel('您的口令').fill('不是这个口令吧');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').waitFor();
    expect(complaints.splice(0).every((complaint) => complaint.includes('status of 4'))).toBe(true);
    await takeSteps(page, PASSWORD);
    await page.getByRole('heading', { name: '记录', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('standing in', () => {
  it('is noted by who goes away, used by the colleague, and ended', async () => {
    await signedIn(stage, 'zh', COLLEAGUE).then(({ context }) => context.close());
    const away = await signedIn(stage, 'zh', OFFICER);
    await open(away.page, '/console/account?form=new');
    await away.page.getByLabel('代办人').click();
    await away.page.keyboard.type('tongshi');
    await away.page.keyboard.press('Enter');
    await away.page.getByLabel('事由').fill('出差');
    expect(await barriers(away.page)).toEqual([]);
    await away.page.getByRole('button', { name: '委托', exact: true }).click();
    await away.page.getByText('已委托').waitFor();
    const colleague = await signedIn(stage, 'zh', COLLEAGUE);
    await open(colleague.page, '/console/desk');
    expect(await colleague.page.getByRole('link', { name: '报送' }).count()).toBe(0);
    await colleague.page.getByLabel('以谁的身份办理').click();
    await colleague.page.getByTitle(`代 ${OFFICER.name} 办理`).click();
    await colleague.page.getByRole('link', { name: '报送' }).click();
    await colleague.page.getByRole('heading', { name: '报送' }).waitFor();
    await away.page.getByRole('cell', { name: '进行中' }).click();
    await away.page.getByRole('dialog').getByRole('button', { name: '提前结束' }).click();
    await away.page.getByRole('dialog', { name: '提前结束' }).getByRole('button', { name: '提前结束' }).click();
    await away.page
      .getByRole('dialog')
      .getByText(/提前结束/u)
      .first()
      .waitFor();
    await open(colleague.page, '/console/desk');
    expect(await colleague.page.getByRole('link', { name: '报送' }).count()).toBe(0);
    expect([...away.complaints]).toEqual([]);
    await away.context.close();
    await colleague.context.close();
  });
});
