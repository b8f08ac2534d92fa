/** Bad days of whoever sends in: a line that breaks, a service that is away, a file without rows, names and lists out of measure. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, OFFICE, OFFICER, open, openStage, signedIn } from './_browser.ts';
import type { Language, Person, Stage } from './_browser.ts';
import { openLine } from './_line.ts';
import type { Line } from './_line.ts';

/** A few seconds of work: less would be over before anybody looks. */
const MANY = 42_000;
const FEW = 2_000;
const SCROLLED_ROWS = 10_000;
const MOST_DRAWN_ROWS = 100;
const PATIENCE_MS = 20_000;
const LONG_NAME = `济南${'历城示例'.repeat(23)}有限公司`;
/** Run in the browser. */
const BEYOND_DRAWER = `(box => box.scrollWidth - box.clientWidth)(document.querySelector('[role=dialog]'))`;
const TO_THE_END = `(box => box.scrollTo(0, box.scrollHeight))(document.querySelector('.table-frame'))`;

let stage: Stage;
let line: Line;

beforeAll(async () => {
  const made = await openStage();
  line = await openLine(made.url);
  stage = { ...made, url: line.url };
});

afterAll(async () => {
  await line.close();
  await stage.close();
});

/** Licences in a table as a department sends it, numbered from a first one. */
function licences(first: number, count: number, changed: Readonly<Record<string, string>> = {}): Buffer {
  const dataset = stage.platform.pack.datasets.get('licence');
  const fields = dataset?.fields ?? [];
  const example = dataset?.examples.find(({ kind }) => kind === 'legal')?.values ?? {};
  const values = new Map(Object.entries({ ...example, ...changed }));
  const cells = [
    fields.map(({ name }) => name.zh),
    ...Array.from({ length: count }, (_, index) =>
      fields.map(({ code }) => (code === 'XK_WSH' ? `济历城审许〔2021〕${String(first + index)}号` : (values.get(code) ?? ''))),
    ),
  ];
  return Buffer.from(cells.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
}

/** With a column that nobody reads: more than the sockets on the way hold. */
function padded(table: Buffer): Buffer {
  const lines = table.toString().split('\r\n');
  return Buffer.from(lines.map((one, row) => `${one},"${row === 0 ? '附注一栏' : '注'.repeat(2000)}"`).join('\r\n'));
}

function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Does something as somebody on the page of sending in. */
async function atIntake(act: (page: Page) => Promise<void>, person: Person = OFFICER, language: Language = 'zh'): Promise<void> {
  const { page, context } = await signedIn(stage, language, person);
  page.setDefaultTimeout(PATIENCE_MS);
  await open(page, '/console/intake?dataset=licence');
  await act(page);
  await context.close();
}

/** Waits for the receipt of a batch that is done. */
async function finished(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交下一个文件' }).waitFor();
}

/** Holds every import back until the answer is called. */
async function holdImports(): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // As many as may run at once; whatever comes then waits in line.
  for (let taken = 0; taken < 2; taken += 1) void stage.platform.imports.run(() => held);
  await Promise.resolve();
  return release;
}

function batches(): Promise<number> {
  return stage.platform.database.owner
    .query<{ count: number }>('select count(*)::integer as count from intake_batch')
    .then(({ rows }) => rows[0]?.count ?? 0);
}

describe('a file on its way', () => {
  it('tells each stage, rows so far and their speed', async () => {
    await atIntake(async (page) => {
      const release = await holdImports();
      await choose(page, '很多.csv', licences(100_000, MANY));
      await page.getByText('排队等候').waitFor();
      expect(await barriers(page)).toEqual([]);
      release();
      const said = page.getByText(/正在校验：已校验 [\d,]{4,} 行 · [\d,]+ 行\/秒/u);
      await said.waitFor();
      console.log(await said.textContent());
      await finished(page);
      expect(await page.locator('.figures').textContent()).toContain(MANY.toLocaleString('en-US'));
      await page.getByText('每秒行数').waitFor();
    });
  });

  it.each<[Language, RegExp]>([
    ['zh', /没有数据行.*请在表头之下至少填一行再提交/u],
    ['en', /holds no row.*at least one row/u],
  ])('without a row is told so in one sentence, in %s', async (language, sentence) => {
    const before = await batches();
    await atIntake(
      async (page) => {
        await choose(page, '空.csv', licences(1, 0));
        await page.getByRole('alert').getByText(sentence).waitFor();
        expect(await barriers(page)).toEqual([]);
        await page.getByRole('button', { name: /换一个文件|Choose another file/u }).click();
        await page.locator('button.drop-zone').waitFor();
      },
      OFFICER,
      language,
    );
    expect(await batches()).toBe(before);
  });
});

describe('a line that breaks', () => {
  it('midway: says what arrived, and the second sending goes through', async () => {
    const before = await batches();
    await atIntake(async (page) => {
      line.set('cut');
      await choose(page, '断线.csv', padded(licences(200_000, FEW)));
      await page
        .getByRole('alert')
        .getByText(/传到 .*，共 .*没有写入任何数据/u)
        .waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await batches()).toBe(before);
      line.set('open');
      await page.getByRole('button', { name: '再提交一次' }).click();
      await finished(page);
      expect(await page.getByText('没有重复提交').count()).toBe(0);
    });
    expect(await batches()).toBe(before + 1);
  });

  it('after the file was registered: the second sending finds the same batch and says so', async () => {
    const before = await batches();
    await atIntake(async (page) => {
      const release = await holdImports();
      line.set('mute');
      await choose(page, '登记后断线.csv', licences(300_000, 5));
      await page.getByRole('button', { name: '再提交一次' }).waitFor();
      expect(await batches()).toBe(before + 1);
      line.set('open');
      await page.getByRole('button', { name: '再提交一次' }).click();
      await page.getByText('上次断线前平台已经登记了这个文件').waitFor();
      await page.getByText('排队等候').waitFor();
      release();
      await finished(page);
      await page.getByText('上次断线前平台已经登记了这个文件').waitFor();
    });
    expect(await batches()).toBe(before + 1);
  });

  it('to a service that is away meanwhile: the page waits, says so, and goes on by itself', async () => {
    await atIntake(async (page) => {
      const release = await holdImports();
      await choose(page, '重启.csv', licences(400_000, 5));
      await page.getByText('排队等候').waitFor();
      line.set('down');
      await page.getByText('服务没有应答，可能正在重新启动').waitFor();
      await page.getByText('排队等候').waitFor();
      release();
      line.set('open');
      await finished(page);
      expect(await page.getByText('服务没有应答').count()).toBe(0);
    });
  });
});

describe('what is out of measure', () => {
  it('a name of 100 characters stays within a phone, in list and drawer', async () => {
    expect([...LONG_NAME]).toHaveLength(98);
    const name = `${LONG_NAME}分店`;
    await atIntake(async (page) => {
      await choose(page, '长名.csv', licences(500_000, 1, { XK_XDR_MC: name }));
      await page.getByText('回执编号').waitFor();
      await page.getByText('提交下一个文件').waitFor();
    });
    for (const width of [390, 1280]) {
      const { page, context } = await signedIn(stage, 'zh', OFFICE, 'light', width);
      await open(page, `/console/records?text=${encodeURIComponent('500000')}`);
      await page.getByText(name).first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.locator('tbody tr[tabindex="0"]').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(name).first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate(BEYOND_DRAWER)).toBeLessThanOrEqual(0);
      // What stands beside a long term keeps room to be read.
      const value = await drawer.locator('.facts dd').last().boundingBox();
      expect(value?.width).toBeGreaterThan(150);
      expect(await barriers(page)).toEqual([]);
      await context.close();
    }
  });

  it('a list of 10 000 rows is drawn a screen at a time', async () => {
    const { page, context } = await signedIn(stage, 'zh');
    await open(page, '/console/records?dataset=licence');
    let most = 0;
    let seen = 0;
    while (seen < SCROLLED_ROWS) {
      await page.evaluate(TO_THE_END);
      await expect
        .poll(() => page.locator('tbody tr[data-index]').last().getAttribute('data-index').then(Number), { timeout: PATIENCE_MS })
        .toBeGreaterThan(seen);
      seen = Number(await page.locator('tbody tr[data-index]').last().getAttribute('data-index'));
      most = Math.max(most, await page.locator('tbody tr').count());
    }
    console.log(`most rows drawn while ${String(seen)} were scrolled through: ${String(most)}`);
    expect(most).toBeLessThan(MOST_DRAWN_ROWS);
    await context.close();
  });
});

describe('a unit without provisions', () => {
  it.each<Language>(['zh', 'en'])('has a page that says so and what to do, in %s', async (language) => {
    const { pack } = stage.platform;
    const providing = new Set(
      pack.provisions.flatMap(({ unit }) => (pack.units.has(unit) ? [unit] : (pack.groups.get(unit)?.members ?? []))),
    );
    const idle = [...pack.units.keys()].find((id) => !providing.has(id));
    if (idle === undefined) throw new Error('every unit of the example provides something');
    const newcomer: Person = { ...OFFICER, login: 'wushi', name: '吴示例', unitId: idle };
    await atIntake(
      async (page) => {
        await page.getByText(/目录里没有本单位须提供的数据|The catalogue asks nothing of your unit/u).waitFor();
        await page.getByText(/没有待确认的行|No row waits/u).waitFor();
        expect(await barriers(page)).toEqual([]);
      },
      newcomer,
      language,
    );
  });
});
