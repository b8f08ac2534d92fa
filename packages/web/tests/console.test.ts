/** The console in a real browser: every page in both languages without barrier or complaint, and the main acts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, DIST, enrol, OFFICE, OFFICER, open, openStage, PASSWORD, signedIn, visitor } from './_browser.ts';
import type { Language, Stage } from './_browser.ts';

const PAGES = [
  'desk',
  'intake',
  'batches',
  'records',
  'registers',
  'indicators',
  'plans',
  'plans/import',
  'matters',
  'notices',
  'bulletins',
  'catalog',
  'audit',
  'forwarding',
  'alarms',
  'accounts',
  'account',
] as const;
const NEWCOMER = { ...OFFICER, login: 'xinren', name: '孙示例' };
const MOST_FIRST_LOAD = 650 * 1024;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A table as a department sends it, in its own encoding: one good row, one whose code is wrong. */
function licences(): Buffer {
  const dataset = stage.platform.pack.datasets.get('licence');
  const example = dataset?.examples.find(({ kind }) => kind === 'legal')?.values ?? {};
  const rows = [example, { ...example, XK_WSH: '济历城审许〔2021〕902号', XK_XDR_SHXYM: '91370112MA0000015X' }];
  const fields = dataset?.fields ?? [];
  return Buffer.from(
    [fields.map(({ name }) => name.zh), ...rows.map((row) => fields.map(({ code }) => row[code] ?? ''))]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n'),
  );
}

describe('the first load', () => {
  it('is below 650 kB, compressed', () => {
    const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }
    >;
    const files = new Set<string>();
    const collect = (key: string): void => {
      const part = manifest[key];
      if (part === undefined || files.has(part.file)) return;
      for (const file of [part.file, ...(part.css ?? [])]) files.add(file);
      for (const next of part.imports ?? []) collect(next);
    };
    for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry === true) collect(key);
    const size = [...files, 'index.html'].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0);
    console.log(`first load: ${(size / 1024).toFixed(0)} kB compressed in ${String(files.size)} files`);
    expect(size).toBeLessThan(MOST_FIRST_LOAD);
    expect(files.size).toBeLessThan(readdirSync(join(DIST, 'assets')).length);
  });
});

describe('the page itself', () => {
  it('carries a new nonce each time and lets nothing else run', async () => {
    const [one, other] = await Promise.all([fetch(`${stage.url}/console/desk`), fetch(`${stage.url}/console/records?open=x`)]);
    const nonces = [one, other].map(
      (response) => /'nonce-([\w-]+)'/u.exec(response.headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.headers.get('content-security-policy')).not.toContain('unsafe');
    const text = await one.text();
    expect(text).toContain(`nonce="${nonces[0] ?? ''}"`);
    expect(text).not.toContain('{{');
    const asset = /\/console\/assets\/[^"]+\.js/u.exec(text)?.[0] ?? '';
    const file = await fetch(stage.url + asset);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${stage.url}/console/assets/nothing.js`)).status).toBe(404);
  });
});

describe('signing in', () => {
  it('refuses a wrong password in words, has the first one changed, and opens the page that was asked for', async () => {
    const given = await enrol(stage, NEWCOMER);
    const { page, context } = await visitor(stage, 'zh');
    await open(page, '/console/records?dataset=licence');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('用户名').fill(NEWCOMER.login);
    await page.getByLabel('口令').fill('不是这个口令');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('用户名或口令不对').waitFor();
    await page.getByLabel('口令').fill(given);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '先改口令' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('现在的口令').fill(given);
    await page.getByLabel('新口令', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再写一遍新口令').fill(PASSWORD);
    await page.getByRole('button', { name: '改口令' }).click();
    await page.getByRole('heading', { name: '记录' }).waitFor();
    expect(page.url()).toContain('/console/records?dataset=licence');
    await page.reload();
    await page.getByRole('heading', { name: '记录' }).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('已退出').waitFor();
    await context.close();
  });
});

describe('a file with an error', () => {
  it('goes in, shows its problems by rule, and its good row can be opened', async () => {
    const { page, context, complaints } = await signedIn(stage, 'zh', OFFICER);
    await open(page, '/console/intake?dataset=licence');
    await page.locator('input[type=file]').setInputFiles({ name: '许可.csv', mimeType: 'text/csv', buffer: licences() });
    await page.getByText('问题分组').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载标注工作簿' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
    expect(await barriers(page)).toEqual([]);
    await open(page, '/console/records?dataset=licence');
    await page.locator('tbody tr[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('tab', { name: '期限' }).click();
    await page.getByRole('dialog').locator('button.chip').first().click();
    await page.locator('.proof li').first().waitFor();
    expect(page.url()).toContain('open=');
    expect(page.url()).toContain('tab=clocks');
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the form of a register', () => {
  it('checks in the browser what is typed, and keeps the draft', async () => {
    const { page, context, complaints } = await signedIn(stage, 'zh', OFFICER);
    await open(page, '/console/registers?dataset=licence&form=new');
    const code = page
      .getByRole('dialog')
      .getByLabel(/统一社会信用代码/u)
      .first();
    await code.fill('91370112MA0000015X');
    await page.getByRole('dialog').getByRole('alert').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await page
      .getByRole('dialog')
      .getByLabel(/统一社会信用代码/u)
      .first()
      .waitFor();
    expect(
      await page
        .getByRole('dialog')
        .getByLabel(/统一社会信用代码/u)
        .first()
        .inputValue(),
    ).toBe('91370112MA0000015X');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the service away', () => {
  it('is said, waited for, and gone on from', async () => {
    const { page, context } = await signedIn(stage, 'zh');
    await open(page, '/console/catalog');
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('link', { name: '批次' }).click();
    await page.getByText('服务没有应答，可能正在重新启动').waitFor();
    await page.unroute('**/api/**');
    await page.getByText('服务没有应答，可能正在重新启动').waitFor({ state: 'detached' });
    await page.getByText('许可.csv').first().waitFor();
    await context.close();
  });
});

describe.each<Language>(['zh', 'en'])('every page in %s', (language) => {
  it('has no barrier and makes the browser complain of nothing', async () => {
    const { page, context, complaints } = await signedIn(stage, language);
    for (const name of PAGES) {
      await open(page, `/console/${name}`);
      expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a phone in the dark', () => {
  it('has no barrier and nothing wider than its screen', async () => {
    const { page, context, complaints } = await signedIn(stage, 'en', OFFICE, 'dark', 390);
    for (const name of PAGES) {
      await open(page, `/console/${name}`);
      expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
