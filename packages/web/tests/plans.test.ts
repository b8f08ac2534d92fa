/** A plan from its document to the board, the work around a task, a bulletin and a notice: by the people who do it, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeDocuments } from '@xincheng/usecases/documents';
import { barriers, OFFICE, OFFICER, open, openStage, signedIn } from './_browser.ts';
import type { Person, Stage, Visitor } from './_browser.ts';

const PLAN = 'licheng-2021';
const SECOND: Person = { ...OFFICE, login: 'qianfa', name: '冯示例' };
const LEADER: Person = { ...OFFICE, login: 'lingdao', name: '褚示例', roles: ['leader'] };
const TEXT = `示例区信用工作方案
为做好今年的工作，制定如下方案。
一、重点任务
1.学习信用制度文件。（责任单位：历城区示例行政审批服务局，完成时限：2035年6月30日前）
2.清理信用制度文件。（责任单位：区火星局，完成时限：2035年6月30日前）
`;
/** A step that takes longer does not come. */
const PATIENCE_MS = 15_000;
const HAS_FONTS = (await probeDocuments()).ok;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Does something as somebody; the browser may complain of nothing meanwhile. */
async function as(person: Person, act: (page: Page, visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await signedIn(stage, 'zh', person);
  visitor.page.setDefaultTimeout(PATIENCE_MS);
  await act(visitor.page, visitor);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
}

function drawer(page: Page) {
  return page.getByRole('dialog').last();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click();
}

/** Chooses from a list that is open or opens by its label. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await drawer(page).getByLabel(label).click();
  await drawer(page).getByLabel(label).fill(option);
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

async function pickDay(page: Page, label: string, day: string): Promise<void> {
  await drawer(page).getByLabel(label).fill(day);
  await page.locator(`.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) .ant-picker-cell[title="${day}"]`).click();
}

function taskAddress(number: string, tab = 'proof'): string {
  return `/console/plans?task=${encodeURIComponent(number)}&tab=${tab}`;
}

function studySession(): Buffer {
  const dataset = stage.platform.pack.datasets.get('study-session');
  const values = new Map(Object.entries(dataset?.examples.find(({ kind }) => kind === 'legal')?.values ?? {}));
  const fields = dataset?.fields ?? [];
  return Buffer.from(
    [fields.map(({ name }) => name.zh), fields.map(({ code }) => values.get(code) ?? '')]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n'),
  );
}

describe('a plan', () => {
  it('is read in side by side, put right and settled by one person, who cannot confirm it', async () => {
    await as(OFFICE, async (page) => {
      await open(page, '/console/plans/import');
      await page.getByLabel('方案编号').fill(PLAN);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
      await page.getByText('没有认出：区火星局').waitFor();
      expect(page.url()).toContain(`draft=${PLAN}`);
      expect(await page.getByText('第 4 行').count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      await press(page, '改正 一2');
      await page.getByLabel('责任', { exact: true }).click();
      await page.keyboard.press('Backspace');
      await page.getByLabel('责任', { exact: true }).fill('区财政局');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.getByLabel('理由').fill('文件笔误');
      expect(await barriers(page)).toEqual([]);
      await press(page, '保存改正');
      await page.getByText('没有认出：区火星局').waitFor({ state: 'detached' });
      await page.getByLabel('选中全部未处理的').check();
      await page.getByLabel('理由').fill('引言，没有任务');
      await press(page, /^处理选中的/u);
      await page.getByText('与任务无关 · 王示例（xinyong）：引言，没有任务').waitFor();
      await page.getByText('您或您代办的人导入或改过这份方案，须由另一人确认。').waitFor();
      expect(await page.getByRole('button', { name: '确认并分发' }).isDisabled()).toBe(true);
    });
  });

  it('is confirmed by another, and stands on the board, on the wall, and on a phone', async () => {
    await as(SECOND, async (page) => {
      await open(page, '/console/plans');
      await press(page, /^待确认的方案 1 份/u);
      await page.getByRole('cell', { name: '示例区信用工作方案' }).click();
      await press(page, '确认并分发');
      await page.getByText('2 项任务的单位收到通知').waitFor();
      await press(page, '确认并分发');
      await page.getByRole('button', { name: /历城区示例行政审批服务局：未开始 1 项，共 1 项/u }).click();
      await drawer(page).getByText('一1 信用制度学习').click();
      await drawer(page).getByText('每个责任单位都有学习记录').waitFor();
      expect(await barriers(page)).toEqual([]);
    });
    await as(LEADER, async (page) => {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await open(page, '/console/plans?wall=1');
      await page.getByRole('img', { name: /区财政局：未开始/u }).waitFor();
      const overflow = 'document.querySelector("dialog").scrollHeight - document.querySelector("dialog").clientHeight';
      expect(await page.evaluate(overflow)).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await press(page, '退出大屏');
      await page.getByRole('button', { name: '上墙' }).waitFor();
      expect(await page.getByRole('button', { name: /导入方案|结束方案/u }).count()).toBe(0);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByText('历城区财政局').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    });
  });

  it('keeps a declaration as a word, and turns a task when its proof arrives', async () => {
    await as(OFFICER, async (page) => {
      await open(page, taskAddress('一1'));
      await press(page, '申报完成');
      await drawer(page).getByLabel('完成了什么').fill('已组织学习');
      await press(page, '申报完成');
      await drawer(page).getByText('有单位申报完成，尚未证明').waitFor();
      expect(await drawer(page).getByText('已证明').count()).toBe(0);
      await open(page, '/console/intake?dataset=study-session');
      await page.locator('input[type=file]').setInputFiles({ name: '学习.csv', mimeType: 'text/csv', buffer: studySession() });
      await page.getByRole('button', { name: '提交下一个文件' }).waitFor();
      await open(page, taskAddress('一1'));
      await drawer(page).getByText('已证明').waitFor();
      await drawer(page).locator('.condition .proven', { hasText: '成立' }).first().waitFor();
      await open(page, taskAddress('一1', 'changes'));
      await drawer(page).getByText('已组织学习').waitFor();
    });
  });
});

describe('the work around a task', () => {
  it('is called for by the office, filed by the unit with a file, accepted by the office', async () => {
    await as(OFFICE, async (page) => {
      await open(page, taskAddress('一1', 'work'));
      await press(page, '要求报送');
      await pick(page, '对哪个单位', '历城区示例行政审批服务局');
      await pickDay(page, '所属月份', new Date().toISOString().slice(0, 7));
      await pickDay(page, '限哪一天前', '2035-06-01');
      await drawer(page).getByLabel('内容').fill('请报本月进展');
      expect(await barriers(page)).toEqual([]);
      await press(page, '要求报送');
      await drawer(page).getByText('待报').waitFor();
    });
    await as(OFFICER, async (page) => {
      await open(page, '/console/matters?only=mine');
      await page.getByRole('cell', { name: '进展报告' }).click();
      await press(page, '报送');
      await drawer(page).getByLabel('内容').fill('学了两次');
      await drawer(page)
        .locator('input[type=file]')
        .setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('学习纪要\n') });
      await drawer(page).getByText('纪要.txt').waitFor();
      await press(page, '报送');
      await drawer(page).getByText('等其他方办理').waitFor();
      expect(await barriers(page)).toEqual([]);
    });
    await as(SECOND, async (page) => {
      await open(page, '/console/matters?only=mine');
      await page.getByRole('cell', { name: '进展报告' }).click();
      const file = page.waitForEvent('download');
      await press(page, /附件 1/u);
      expect((await file).suggestedFilename()).toBe('纪要.txt');
      await press(page, '审核通过');
      await drawer(page).getByLabel('意见（可以不写）').waitFor();
      await press(page, '审核通过');
      await drawer(page).getByText('已审核通过').waitFor();
      await open(page, '/console/matters?only=mine');
      await page.getByText('没有等您办的事项。').waitFor();
    });
  });

  it('may be an order, drafted by one and issued by another', async () => {
    await as(OFFICE, async (page) => {
      await open(page, taskAddress('一2', 'work'));
      await press(page, '拟督办单');
      await pick(page, '对哪个单位', '历城区财政局');
      await pickDay(page, '自哪一天起未落实', '2026-01-05');
      await drawer(page).getByLabel('内容').fill('请落实');
      await press(page, '拟督办单');
      await drawer(page).getByRole('link', { name: '督办单' }).click();
      await drawer(page).getByText('签发须由另一人').waitFor();
    });
    await as(SECOND, async (page) => {
      await open(page, '/console/matters?kind=order');
      await page.getByRole('cell', { name: '督办单' }).click();
      await press(page, '签发');
      await press(page, '签发');
      await drawer(page).getByText('待回复').waitFor();
      await drawer(page)
        .getByText(/〔\d{4}〕1号/u)
        .first()
        .waitFor();
    });
  });
});

describe('a bulletin', () => {
  it('is drafted and edited by one person and issued by another', async () => {
    await as(OFFICE, async (page, { context }) => {
      const { csrf } = (await (await context.request.get('/api/v1/session')).json()) as { csrf: string };
      const headers = { 'xincheng-csrf': csrf };
      const frozen = await context.request.post('/api/v1/freezes', { headers, data: { period: '2021-05' } });
      expect(await frozen.text()).toContain('2021-05');
      await open(page, '/console/bulletins?write=1');
      await pickDay(page, '月份', '2021-05');
      await press(page, '起草通报');
      await drawer(page).getByText('您或您代办的人起草或改过这份草稿').waitFor();
      await press(page, '修改文字');
      expect(await barriers(page)).toEqual([]);
      await drawer(page).getByLabel('中文', { exact: true }).first().fill('本月情况良好。');
      await press(page, '保存');
      await drawer(page).getByText('本月情况良好。').waitFor();
    });
    await as(SECOND, async (page) => {
      await open(page, '/console/bulletins');
      await page.getByRole('cell', { name: '2021-05' }).first().click();
      await press(page, '签发');
      await press(page, '签发');
      if (!HAS_FONTS) return;
      await drawer(page).getByRole('button', { name: '下载 PDF' }).waitFor();
      await drawer(page).getByText('签发以后数字没有变化。').waitFor();
      expect(await barriers(page)).toEqual([]);
    });
  });
});

describe('a notice', () => {
  it('is sent by the office, signed for and answered by the unit', async () => {
    await as(OFFICE, async (page) => {
      await open(page, '/console/notices?send=1');
      await pick(page, '收件单位', '历城区示例行政审批服务局');
      await drawer(page).getByLabel('标题').fill('请核对名录');
      await drawer(page).getByLabel('内容').fill('请核对本单位的名称。');
      await pickDay(page, '答复时限（不要答复就不填）', '2035-06-01');
      expect(await barriers(page)).toEqual([]);
      await press(page, '发通知');
      await page.getByRole('cell', { name: '请核对名录' }).waitFor();
    });
    await as(OFFICER, async (page) => {
      await open(page, '/console/notices?only=unanswered');
      await page.getByRole('cell', { name: '请核对名录' }).click();
      await press(page, '签收');
      await press(page, '答复');
      await drawer(page).getByLabel('答复内容').fill('无误');
      await press(page, '答复');
      await drawer(page).getByText('无误').waitFor();
      expect(await barriers(page)).toEqual([]);
    });
  });
});
