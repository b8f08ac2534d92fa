/** 历城示例便利店 from a spoilt file to a proven task, through the console: by the people who do it, in a real browser. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gb18030 } from '../../server/tests/_gb18030.ts';
import { colourOf, dataSheet, load, noteOf } from '../../usecases/tests/_marked.ts';
import { textRows, workbookOf } from '../../usecases/tests/_workbooks.ts';
import { OFFICE, OFFICER, open, openStage, PASSWORD, signedIn, visitor } from './_browser.ts';
import type { Person, Stage, Visitor } from './_browser.ts';

const PLAN = 'licences-of-the-year';
const SHOP = '历城示例便利店';
const SHOP_CODE = '92370112MA0000023H';
const SPOILT_CODE = '92370112MA0000023J';
/** Of the table, counted from 1. */
const CODE_COLUMN = 3;
const SECOND: Person = { ...OFFICE, login: 'qianfa', name: '冯示例' };
const SAID = 'version: "1"\nbasis: [{ instrument: platform-choice, certainty: choice }]\ncertainty: choice\n';
const FILES: Readonly<Record<string, string>> = {
  'expected/licences.yaml': `id: licences
name: { zh: 应报许可的单位, en: Units that owe licences }
${SAID}period: total
from: bound-units
task: ${PLAN}/一1
metBy: { dataset: licence }
`,
  'indicators/licences-filed.yaml': `id: licences-filed
name: { zh: 许可报送率, en: Licences filed }
says: { zh: 应报许可的单位中报了的占多少, en: The share of bound units with a licence }
${SAID}period: total
format: percent
numerator: { source: expected, set: licences, count: met }
denominator: { source: expected, set: licences, count: expected }
targets: [{ is: at-least, value: "100", from: 2021-01-01, basis: { instrument: platform-choice, certainty: choice } }]
`,
  [`plans/${PLAN}.yaml`]: `id: ${PLAN}
name: { zh: 许可归集方案的完成依据, en: What proves the plan of licences }
${SAID}tasks:
  - number: 一1
    short: { zh: 报送行政许可, en: Licences }
    all:
      - { id: filed, says: { zh: 每个单位都报了许可, en: Every unit has filed }, indicator: licences-filed }
`,
};
const DOCUMENT = `示例区许可归集工作方案
一、重点任务
1.报送行政许可。（责任单位：历城区示例行政审批服务局，完成时限：2035年6月30日前）
`;

let folder: string;
let stage: Stage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-story-'));
  await cp(DISTRICT_DIR, folder, { recursive: true });
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
  stage = await openStage(STANDARDS_DIR, folder);
});

afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

/** Does something as somebody; the browser may complain of nothing meanwhile. */
async function as(person: Person, act: (page: Page) => Promise<void>): Promise<void> {
  await during(await signedIn(stage, 'zh', person), act);
}

async function during({ page, context, complaints }: Visitor, act: (page: Page) => Promise<void>): Promise<void> {
  page.setDefaultTimeout(20_000);
  await act(page);
  expect(complaints).toEqual([]);
  await context.close();
}

type Cells = Readonly<Record<string, string>>;

/** The shop's licence as decided two days ago. */
function licence(changed: Cells = {}): Cells {
  const today = dayOf(new Date());
  const example = stage.platform.pack.datasets.get('licence')?.examples.find(({ kind }) => kind === 'soleTrader')?.values ?? {};
  const decided = slashed(addDays(today, -2));
  const days = { XK_JDRQ: decided, XK_YXQZ: decided, XK_YXQZI: slashed(addDays(today, 1800)) };
  return { ...example, ...days, XK_XDR_MC: SHOP, XK_WSH: `济历城审许〔${today.slice(0, 4)}〕7001号`, ...changed };
}

function slashed(day: Day): string {
  return day.replaceAll('-', '/');
}

/** A header of Chinese names, then the rows. */
function table(rows: readonly Cells[]): string[][] {
  const fields = stage.platform.pack.datasets.get('licence')?.fields ?? [];
  return [fields.map(({ name }) => name.zh), ...rows.map((row) => fields.map(({ code }) => row[code] ?? ''))];
}

function csv(rows: readonly Cells[]): Buffer {
  return gb18030(
    table(rows)
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n'),
  );
}

function workbook(rows: readonly Cells[]): Buffer {
  return workbookOf({ sheets: [{ rows: textRows(table(rows)) }] });
}

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await open(page, '/console/intake?dataset=licence');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByText('回执编号').waitFor();
}

/** Waits until the receipt on show says so many. */
async function counts(page: Page, name: string, many: number): Promise<void> {
  const figure = page.locator('.figures > div', { has: page.getByText(name, { exact: true }) }).locator('dd');
  await expect.poll(() => figure.innerText(), { timeout: 20_000 }).toBe(String(many));
}

async function rate(page: Page, indicator: string): Promise<string> {
  await open(page, `/console/indicators?open=${indicator}`);
  const shown = page.getByRole('dialog').locator('.rate-large');
  await shown.waitFor();
  return (await shown.innerText()).replace(/\s+/gu, ' ');
}

describe('the story of a shop', () => {
  it('begins with a plan, read in by one person and given out by another', async () => {
    await as(OFFICE, async (page) => {
      await open(page, '/console/plans/import');
      await page.getByLabel('方案编号').fill(PLAN);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: Buffer.from(DOCUMENT) });
      await page.getByText('您或您代办的人导入或改过这份方案，须由另一人确认。').waitFor();
    });
    await as(SECOND, async (page) => {
      await open(page, `/console/plans/import?draft=${PLAN}`);
      await page.getByRole('button', { name: '确认并分发' }).click();
      await page.getByRole('button', { name: '确认并分发' }).last().click();
      await page.getByText('已确认，任务已分发').waitFor();
      await open(page, `/console/plans?plan=${PLAN}&task=${encodeURIComponent('一1')}`);
      await page.getByRole('dialog').getByText('未开始').first().waitFor();
    });
  });

  it('goes on with an officer who signs in and sends a file in GB18030 whose code is wrong', async () => {
    // Makes the account with a password of its own.
    await (await signedIn(stage, 'zh', OFFICER)).context.close();
    await during(await visitor(stage, 'zh'), async (page) => {
      await open(page, '/console/intake?dataset=licence');
      await page.getByLabel('用户名').fill(OFFICER.login);
      await page.getByLabel('口令').fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { name: '报送', exact: true }).waitFor();
      await send(page, '许可.csv', csv([licence({ XK_XDR_SHXYM: SPOILT_CODE })]));
      await counts(page, '退回', 1);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载标注工作簿' }).click();
      const marked = await readFile(await (await download).path());
      const codeCell = dataSheet(await load(marked))
        .getRow(2)
        .getCell(CODE_COLUMN);
      expect([codeCell.text, colourOf(codeCell)]).toEqual([SPOILT_CODE, 'error']);
      expect(noteOf(codeCell)).toContain('校验');
    });
    await as(OFFICE, async (page) => expect(await rate(page, 'compliance-rate')).toContain('0 / 1'));
  });

  it('mends the row in the browser by the rules of the service, and the rate moves', async () => {
    await as(OFFICER, async (page) => {
      await send(page, '许可.csv', csv([licence({ XK_XDR_SHXYM: SPOILT_CODE })]));
      const code = page
        .locator('.mend')
        .getByLabel(/统一社会信用代码/u)
        .first();
      expect(await page.getByRole('button', { name: '提交改好的' }).isDisabled()).toBe(true);
      await code.fill(SHOP_CODE);
      await page.getByText('可以提交').waitFor();
      await page.getByRole('button', { name: '提交改好的 1 行' }).click();
      await page.getByText('已提交，回执').waitFor();
      await counts(page, '已入库', 1);
      await open(page, '/console/records?dataset=licence');
      await page.getByRole('cell', { name: SHOP }).first().waitFor();
    });
    await as(OFFICE, async (page) => expect(await rate(page, 'compliance-rate')).toContain('1 / 2'));
  });

  it('sends a workbook with an error, and the workbook put right', async () => {
    const second = { XK_WSH: `济历城审许〔${dayOf(new Date()).slice(0, 4)}〕7002号` };
    await as(OFFICER, async (page) => {
      await send(page, '许可.xlsx', workbook([licence({ ...second, XK_JDRQ: '2026/13/01' })]));
      await counts(page, '退回', 1);
      await send(page, '许可（改）.xlsx', workbook([licence(second)]));
      await counts(page, '已入库', 1);
    });
    await as(OFFICE, async (page) => expect(await rate(page, 'compliance-rate')).toContain('2 / 4'));
  });

  it('ends with a task that is proven', async () => {
    await as(OFFICE, async (page) => {
      expect(await rate(page, 'licences-filed')).toContain('1 / 1');
      await open(page, `/console/plans?plan=${PLAN}&task=${encodeURIComponent('一1')}`);
      await page.getByRole('dialog').getByText('已证明').first().waitFor();
    });
  });
});
