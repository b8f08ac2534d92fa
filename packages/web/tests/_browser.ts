/** A real browser on a real service: what the tests of the console stand on. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { dayOf } from '@xincheng/core/calendar';
import type { Role } from '@xincheng/core/identity';
import { testPlatform } from '@xincheng/testkit/platform';
import { createAccount } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { buildServer } from '../../server/src/app.ts';

const CHROMIUM = process.env['XINCHENG_CHROMIUM'] ?? '/usr/bin/chromium';

/** The console as `node scripts/build.mjs` leaves it. */
export const DIST = join(import.meta.dirname, '../dist');

export type Language = 'zh' | 'en';
export type Shade = 'light' | 'dark';

export interface Stage {
  readonly platform: Platform;
  readonly browser: Browser;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts both, or says what is missing. */
export async function openStage(): Promise<Stage> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `no browser at ${CHROMIUM}. Install it (Debian: apt install chromium) or name one in XINCHENG_CHROMIUM. 没有浏览器，请安装 chromium。`,
    );
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('the console is not built; run: node scripts/build.mjs');
  const platform = await testPlatform();
  const app = await buildServer(platform, { now: () => new Date(), log: () => undefined, consoleFolder: DIST });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  // The sandbox of the browser needs rights that a container may not give; the pages are our own.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const close = async (): Promise<void> => {
    await browser.close();
    await app.close();
    await platform.close();
  };
  return { platform, browser, url, close };
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of, such as a breach of the content security policy. */
  readonly complaints: string[];
}

/** Somebody at a screen, not yet signed in. */
export async function visitor(
  { browser, url }: Stage,
  language: Language,
  shade: Shade = 'light',
  width = 1280,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url, acceptDownloads: true });
  await context.addInitScript(
    `localStorage.setItem('xincheng.language', '${language}'); localStorage.setItem('xincheng.shade', '${shade}');`,
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

/** Somebody with an account. */
export interface Person {
  readonly login: string;
  readonly name: string;
  readonly unitId: string;
  readonly scope: 'units' | 'all';
  readonly roles: readonly Role[];
}

/** A data officer of the example's licensing unit. */
export const OFFICER: Person = {
  login: 'shenpi',
  name: '郑示例',
  unitId: 'lc-shili-sp',
  scope: 'units',
  roles: ['data-officer'],
};
/** Somebody of the credit office. */
export const OFFICE: Person = { login: 'xinyong', name: '王示例', unitId: 'lc-fgj', scope: 'all', roles: ['credit-office'] };

/** Not to be guessed, and without the words that nobody may use. */
export const PASSWORD = '七里河畔的石榴树开了红花朵';

const passwords = new WeakMap<Stage, Map<string, string>>();

/** The first password of somebody whose account is made now, if it is not there yet. */
export async function enrol(stage: Stage, person: Person): Promise<string> {
  const known = passwords.get(stage) ?? new Map<string, string>();
  passwords.set(stage, known);
  const kept = known.get(person.login);
  if (kept !== undefined) return kept;
  const now = new Date();
  const actor = { id: '测试', scope: 'all' as const, units: [], subjects: [] };
  const made = await createAccount(stage.platform, { now, today: dayOf(now), actor }, person);
  if (!made.ok) throw new Error(made.error.message);
  known.set(person.login, made.value.password);
  return made.value.password;
}

/** A visitor who has signed in, with a password of their own. */
export async function signedIn(
  stage: Stage,
  language: Language,
  person: Person = OFFICE,
  shade: Shade = 'light',
  width = 1280,
): Promise<Visitor> {
  const made = await visitor(stage, language, shade, width);
  const { request } = made.context;
  const given = await enrol(stage, person);
  const enter = (password: string) => request.post('/api/v1/session', { data: { login: person.login, password } });
  const first = await enter(PASSWORD);
  if (first.ok()) return made;
  const { csrf } = (await (await enter(given)).json()) as { csrf: string };
  const changed = await request.put('/api/v1/me/password', {
    headers: { 'xincheng-csrf': csrf },
    data: { current: given, next: PASSWORD },
  });
  if (!changed.ok()) throw new Error(await changed.text());
  return made;
}

/** Opens an address and waits until nothing is being read any more. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What axe finds, one line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
