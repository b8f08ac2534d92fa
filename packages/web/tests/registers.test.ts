/** A register in the browser: a record corrected in two tabs, the second of which is told who changed what. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriers, OFFICER, open, openStage, signedIn } from './_browser.ts';
import type { Stage } from './_browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

it('two tabs at one row: the second takes theirs and its own, field by field', async () => {
  const { page, context, complaints } = await signedIn(stage, 'zh', OFFICER);
  const example = stage.platform.pack.datasets.get('licence')?.examples.find(({ kind }) => kind === 'legal')?.values ?? {};
  const door = (await (await context.request.get('/api/v1/door')).json()) as { session: { csrf: string } };
  const headers = { 'xincheng-csrf': door.session.csrf, 'idempotency-key': 'two-tabs' };
  const records = [{ ...example, XK_WSH: '济历城审许〔2021〕931号' }];
  await context.request.post('/api/v1/batches', { headers, data: { dataset: 'licence', unit: OFFICER.unitId, records } });
  const [record] = ((await (await context.request.get('/api/v1/records')).json()) as { items: { recordId: string }[] }).items;
  const address = `/console/registers?dataset=licence&form=${record?.recordId ?? ''}`;
  const other = await context.newPage();
  for (const tab of [page, other]) await open(tab, address);
  const field = (tab: typeof page, name: RegExp) => tab.getByRole('dialog').getByLabel(name).first();
  await field(page, /^许可内容/u).fill('先改的内容');
  await page.getByRole('button', { name: '提交为新的一版' }).click();
  await page.getByText('回执编号').waitFor();
  // Drafts are of the browser: the second tab has read its own before.
  await field(other, /^许可内容/u).fill('后改的内容');
  await other.getByRole('button', { name: '提交为新的一版' }).click();
  await other.getByText('这条记录刚被别人改过').waitFor();
  await other.getByText(/您填写期间，郑示例（历城区示例行政审批服务局）已于 .+写入第 2 版，改了许可内容/u).waitFor();
  await other.getByText('对方的：先改的内容').waitFor();
  expect(await barriers(other)).toEqual([]);
  await other.getByText('我的：后改的内容').click();
  await other.getByRole('button', { name: '按所选内容，在第 2 版上继续' }).click();
  await other.getByRole('button', { name: '提交为新的一版' }).click();
  await other.getByText('回执编号').waitFor();
  const now: unknown = await (await context.request.get(`/api/v1/records/${record?.recordId ?? ''}`)).json();
  expect(now).toMatchObject({ version: 3, values: { XK_NR: '后改的内容' } });
  expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
  await context.close();
});
