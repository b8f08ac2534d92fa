/** The desk of each role in a real browser: which pages stand in the menu, and what waits on whom. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@xincheng/core/identity';
import { barriers, enrol, OFFICE, OFFICER, open, openStage, signedIn, visitor } from './_browser.ts';
import type { Person, Stage } from './_browser.ts';

const UNIT = '历城区示例行政审批服务局';
const ALARM = '答复线索';
/** Of this year: numbers of earlier years are not looked through. */
const NUMBER = `济历城审许〔${new Date().toISOString().slice(0, 4)}〕7788号`;

function of(role: Role, login: string, unitId: string, scope: Person['scope']): Person {
  return { login, name: `示例${login}`, unitId, scope, roles: [role] };
}

interface Expected {
  readonly person: Person;
  readonly menu: readonly string[];
  readonly notInMenu: readonly string[];
  /** Stands open on the desk. */
  readonly sees: readonly string[];
  readonly doesNotSee: readonly string[];
}

const ROLES: Readonly<Record<Role, Expected>> = {
  'data-officer': {
    person: OFFICER,
    menu: ['报送', '批次', '上传市平台', '记录', '台账', '指标', '瞒报线索'],
    notInMenu: ['审计'],
    sees: [ALARM],
    doesNotSee: ['等别人办的'],
  },
  reviewer: {
    person: of('reviewer', 'shenhe', 'lc-shili-sp', 'units'),
    menu: ['报送', '批次', '记录', '瞒报线索'],
    notInMenu: ['审计'],
    sees: ['等别人办的'],
    doesNotSee: [ALARM],
  },
  'credit-office': {
    person: OFFICE,
    menu: ['批次', '上传市平台', '瞒报线索', '通报', '审计'],
    notInMenu: ['报送'],
    sees: ['等别人办的'],
    doesNotSee: [ALARM],
  },
  clerk: {
    person: of('clerk', 'chuangkou', 'lc-shili-sp', 'units'),
    menu: ['记录'],
    notInMenu: ['报送', '批次', '指标', '瞒报线索', '审计'],
    sees: ['查这家的记录'],
    doesNotSee: [ALARM],
  },
  leader: {
    person: of('leader', 'lingdao', 'lc-fgj', 'all'),
    menu: ['批次', '指标', '通报', '瞒报线索'],
    notInMenu: ['报送', '审计'],
    sees: ['没有单位逾期', UNIT, '答复线索 1'],
    doesNotSee: [],
  },
  auditor: {
    person: of('auditor', 'shenji', 'lc-fgj', 'all'),
    menu: ['批次', '指标', '瞒报线索', '审计'],
    notInMenu: ['报送'],
    sees: [UNIT],
    doesNotSee: [],
  },
  administrator: {
    person: of('administrator', 'guanli', 'lc-fgj', 'all'),
    menu: ['单位与账号'],
    notInMenu: ['报送', '批次', '记录', '指标', '瞒报线索', '审计'],
    sees: ['账号暂停登录'],
    doesNotSee: [ALARM],
  },
};

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await enrol(stage, OFFICER);
  await raiseAlarm();
});
afterAll(() => stage.close());

/** A decision that the credit office met with and nobody filed. */
async function raiseAlarm(): Promise<void> {
  const { context } = await signedIn(stage, 'zh', OFFICE);
  const { csrf } = (await (await context.request.get('/api/v1/session')).json()) as { csrf: string };
  const headers = { 'xincheng-csrf': csrf };
  const data = {
    ...{ unit: OFFICER.unitId, dataset: 'licence', number: NUMBER, seenIn: 'repair' },
    ...{ name: OFFICE.name, words: '企业申请时出示' },
  };
  for (const answer of [
    await context.request.post('/api/v1/concealment/sightings', { headers, data }),
    await context.request.post('/api/v1/concealment/scans', { headers }),
  ])
    if (!answer.ok()) throw new Error(await answer.text());
  await context.close();
}

/** Somebody who has forgotten the password. */
async function fail(person: Person): Promise<void> {
  await enrol(stage, person);
  const { context } = await visitor(stage, 'zh');
  for (let attempt = 0; attempt < 6; attempt += 1)
    await context.request.post('/api/v1/session', { data: { login: person.login, password: '不是这个口令' } });
  await context.close();
}

async function menuOf(page: Page): Promise<readonly string[]> {
  return page.getByRole('navigation', { name: '菜单' }).getByRole('link').allTextContents();
}

describe.each(Object.entries(ROLES))('the desk of the %s', (_, { person, menu, notInMenu, sees, doesNotSee }) => {
  it('shows its pages and its tasks, and no others', async () => {
    const { page, context, complaints } = await signedIn(stage, 'zh', person);
    // Held up for half a minute only.
    if (person.roles.includes('administrator')) await fail(of('clerk', 'suozhu', 'lc-shili-sp', 'units'));
    await open(page, '/console/desk');
    const entries = await menuOf(page);
    expect(menu.filter((entry) => !entries.includes(entry))).toEqual([]);
    expect(notInMenu.filter((entry) => entries.includes(entry))).toEqual([]);
    for (const text of sees) await page.getByText(text).first().waitFor();
    const shown = await page.locator('main').innerText();
    expect(doesNotSee.filter((text) => shown.includes(text))).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a source that is slow', () => {
  it('keeps nobody from what the others have answered', async () => {
    const { page, context } = await signedIn(stage, 'zh', OFFICER);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/v1/waiting*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/console/desk');
    await page.getByRole('link', { name: ALARM }).waitFor();
    await page.getByText('正在读取其余事项').waitFor();
    expect(await page.getByText('没有逾期的事').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    answer();
    await page.getByText('没有逾期的事').waitFor();
    expect(await page.getByText('正在读取其余事项').count()).toBe(0);
    await context.close();
  });
});

describe('a task', () => {
  it('leads to the place where it is done, and leaves the desk when it is', async () => {
    const { page, context, complaints } = await signedIn(stage, 'zh', OFFICER);
    await open(page, '/console/desk');
    await page.getByRole('link', { name: ALARM }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(NUMBER).first().waitFor();
    expect(page.url()).toContain('/console/alarms?open=');
    await attach(page);
    await drawer.getByLabel('另有原因').check();
    await drawer.getByLabel('说明').fill('该决定由市级机关作出');
    expect(await barriers(page)).toEqual([]);
    await drawer.getByRole('button', { name: '答复' }).click();
    await drawer.getByText('待审核').waitFor();
    await open(page, '/console/desk');
    expect(await page.getByRole('link', { name: ALARM }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
    await review();
  });
});

const PAPER = '文号登记簿第7页.txt';

/** A paper beside the answer. */
async function attach(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByText('没有附件').waitFor();
  const chosen = page.waitForEvent('filechooser');
  await drawer.getByRole('button', { name: '添加文件' }).click();
  await (await chosen).setFiles({ name: PAPER, mimeType: 'text/plain', buffer: Buffer.from('七七八八号由市局作出') });
  await drawer.getByRole('button', { name: PAPER }).waitFor();
}

/** The answer waits on the credit office now. */
async function review(): Promise<void> {
  const { page, context } = await signedIn(stage, 'en', OFFICE);
  await open(page, '/console/desk');
  await page.getByRole('link', { name: 'Review the answer to an alarm' }).click();
  const drawer = page.getByRole('dialog');
  const saved = page.waitForEvent('download');
  await drawer.getByRole('button', { name: PAPER }).click();
  expect((await saved).suggestedFilename()).toBe(PAPER);
  await drawer.getByLabel('Words').fill('属实');
  await drawer.getByRole('button', { name: 'Accept' }).click();
  await drawer.getByText('closed', { exact: true }).waitFor();
  await context.close();
}
