/** What goes out harms nobody: cells are no formulas, files are not shown in the page, faults tell nothing of what was sent. */
import { actAt } from '@xincheng/testkit/platform';
import { attachFile } from '@xincheng/usecases/attachments';
import type { Receipt } from '@xincheng/contract/api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, OWN_PASSWORD, person } from './_people.ts';
import { licencesOf, LICENSOR, openWorld, push } from './_world.ts';
import type { World } from './_world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ signInsPerMinute: 10_000 });
});

afterAll(() => world.close());

it('an exported cell that looks like a formula is text', async () => {
  const formulas = ['=HYPERLINK("http://x.example","点我")', '@SUM(1)', '+1+1', '＝1+1'];
  const numbers = formulas.map((_, index) => index + 1);
  const rows = licencesOf(world.platform, LICENSOR, numbers).map((row, index) => ({ ...row, BZ: formulas[index] ?? '' }));
  const sent = await world.call(push(rows, 'formulas'));
  const { batch } = sent.json<{ receipt: Receipt }>().receipt;
  const answer = await world.call({ url: `/api/v1/batches/${batch}/result?format=csv` });
  const lines: string[][] = parse(answer.body.replace('\uFEFF', ''));
  const cells = lines.flat();
  expect(cells.filter((cell) => /^[=+@\t\r＝＋＠-]/u.test(cell))).toEqual([]);
  for (const formula of formulas) expect(cells).toContain(`'${formula}`);
});

it('a file is handed over to be kept, never to be shown in the page or guessed', async () => {
  const file = { ownerKind: 'task', ownerId: 'x', unitId: LICENSOR, fileName: '说明 "1".txt', bytes: Buffer.from('正文') };
  const script = await attachFile(world.platform, actAt('2021-05-06T09:00', [LICENSOR]), {
    ...file,
    bytes: Buffer.from('<script>'),
  });
  expect(script).toMatchObject({ ok: false, error: { code: 'attachment-kind' } });
  const attached = await attachFile(world.platform, actAt('2021-05-06T09:00', [LICENSOR]), file);
  if (!attached.ok) throw new Error(attached.error.message);
  const { headers } = await world.call({ url: `/api/v1/attachments/${attached.value.id}/content` });
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[^\s"]+$/u);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('a fault while somebody signs in is logged without what they typed, and answered without where it was', async () => {
  await person(world, { login: 'redacted', unit: LICENSOR, roles: ['clerk'] });
  await world.platform.database.owner.query('revoke usage on schema xincheng from xincheng_app');
  const browser = new Browser(world);
  try {
    const answer = await browser.signIn('redacted', OWN_PASSWORD, '123987');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/\bat \/|node:|\.ts|permission|xincheng_app/u);
    expect(world.lines.length).toBeGreaterThan(0);
    expect(world.lines.join('\n')).not.toMatch(new RegExp(`${OWN_PASSWORD}|123987|redacted`, 'u'));
  } finally {
    await world.platform.database.owner.query('grant usage on schema xincheng to xincheng_app');
  }
});
