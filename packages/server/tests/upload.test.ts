/** Files sent by form. */
import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Receipt, RecordView } from '@xincheng/contract/api';
import { actAt } from '@xincheng/testkit/platform';
import { receiveBatch } from '@xincheng/usecases/intake';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { gb18030 } from './_gb18030.ts';
import { csvOf, exampleCells, licenceNumber, licences, LICENSOR, openWorld, upload } from './_world.ts';
import type { World } from './_world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterEach(async () => {
  expect(await readdir(world.platform.home.temporary)).toEqual([]);
});

afterAll(async () => {
  await world.close();
});

function csv(rows: readonly Record<string, string>[]): Buffer {
  return Buffer.from(csvOf(world.platform, 'licence', rows));
}

it('GB18030 with rare letters arrives letter for letter', async () => {
  const name = '济南𠮷祥食品有限公司';
  const [row] = licences(world.platform, [1], { XK_XDR_MC: name });
  if (row === undefined) throw new Error('no row');
  expect(new TextDecoder('gb18030').decode(gb18030(name))).toBe(name);
  const answer = await world.call(upload([{ name: '许可 五月.csv', bytes: gb18030(csvOf(world.platform, 'licence', [row])) }]));
  const receipt = answer.json<Receipt>();
  expect([answer.statusCode, receipt.accepted, receipt.fileName, receipt.source], answer.body).toEqual([
    201,
    1,
    '许可 五月.csv',
    'file',
  ]);
  expect(answer.headers['location']).toBe(`/api/v1/batches/${receipt.batch}`);
  const records = (await world.call({ url: '/api/v1/records?dataset=licence' })).json<{ items: RecordView[] }>().items;
  expect(records.map(({ subject }) => subject.name)).toEqual([name]);
});

it('the result comes back as the file was, with what became of each row', async () => {
  const bad = exampleCells(world.platform, 'licence', { XK_WSH: licenceNumber(3), XK_XDR_SHXYM: '91370112MA0000015X' });
  const sent = await world.call(upload([{ name: 'C:\\数据\\三行.csv', bytes: csv([...licences(world.platform, [2]), bad]) }]));
  const receipt = sent.json<Receipt>();
  expect([receipt.accepted, receipt.rejected, receipt.fileName]).toEqual([1, 1, '三行.csv']);
  const answer = await world.call({ url: `/api/v1/batches/${receipt.batch}/result` });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
    `filename*=UTF-8''结果-${receipt.receiptNo}.csv`,
  );
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const rows = parse<Record<string, string>>(answer.body, { bom: true, columns: true });
  expect(rows.map((row) => [row['行政许可决定文书号'], row['处理结果'], (row['问题与修改建议'] ?? '') === ''])).toEqual([
    [licenceNumber(2), '已入库', true],
    [licenceNumber(3), '退回', false],
  ]);
});

it('the template it gives is a file it takes', async () => {
  const template = await world.call({ url: '/api/v1/datasets/licence/template' });
  expect([template.statusCode, decodeURIComponent(String(template.headers['content-disposition']))]).toEqual([
    200,
    expect.stringContaining('行政许可-模板.csv') as unknown,
  ]);
  const answer = await world.call(upload([{ name: '模板.csv', bytes: template.rawPayload }]));
  expect(answer.json<Receipt>(), answer.body).toMatchObject({ state: 'done', rejected: 0 });
});

it.each([
  ['no file', 0],
  ['two files', 2],
])('%s: refused, nothing written', async (_name, count) => {
  const files = Array.from({ length: count }, (_, index) => ({
    name: `${String(index)}.csv`,
    bytes: csv(licences(world.platform, [50 + index])),
  }));
  const answer = await world.call(upload(files));
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'one-file']);
  const records = (await world.call({ url: '/api/v1/records?limit=500' })).json<{ items: RecordView[] }>().items;
  expect(records.some(({ number }) => [licenceNumber(50), licenceNumber(51)].includes(number))).toBe(false);
});

it('answers at once when asked to, and goes on', async () => {
  const answer = await world.call(
    upload([{ name: '后台.csv', bytes: csv(licences(world.platform, [61, 62])) }], {
      headers: { prefer: 'respond-async, wait=10' },
    }),
  );
  const receipt = answer.json<Receipt>();
  expect([answer.statusCode, receipt.state, answer.headers['preference-applied']], answer.body).toEqual([
    202,
    'received',
    'respond-async',
  ]);
  const location = String(answer.headers['location']);
  await expect.poll(async () => (await world.call({ url: location })).json<Receipt>().state, { timeout: 60_000 }).toBe('done');
  expect((await world.call({ url: location })).json()).toMatchObject({ accepted: 2 });
  const again = await world.call(
    upload([{ name: '后台.csv', bytes: csv(licences(world.platform, [61, 62])) }], { headers: { prefer: 'respond-async' } }),
  );
  expect([again.statusCode, again.json<Receipt>().isRepeat, again.json<Receipt>().batch]).toEqual([200, true, receipt.batch]);
  await expect.poll(() => readdir(world.platform.home.temporary)).toEqual([]);
});

it('an unfinished batch has no result yet; the same file sent again finishes it', async () => {
  const bytes = csv(licences(world.platform, [71]));
  const path = join(world.platform.home.root, 'kept.csv');
  await writeFile(path, bytes);
  const received = await receiveBatch(world.platform, actAt('2021-05-06T09:00', [LICENSOR]), {
    unitId: LICENSOR,
    dataset: 'licence',
    path,
    fileName: 'kept.csv',
    source: 'file',
    idempotencyKey: null,
  });
  if (!received.ok) throw new Error(received.error.message);
  const { id } = received.value.batch;
  const early = await world.call({ url: `/api/v1/batches/${id}/result` });
  expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'batch-not-finished']);
  const answer = await world.call(upload([{ name: 'kept.csv', bytes }]));
  expect([answer.statusCode, answer.json()]).toMatchObject([
    201,
    { batch: id, accepted: 1, receivedAt: '2021-05-06T01:00:00.000Z' },
  ]);
  expect((await world.call({ url: `/api/v1/batches/${id}/result` })).statusCode).toBe(200);
});

it('a batch refused half-way answers with its reason and its number', async () => {
  const bytes = csv(licences(world.platform, [72]));
  const path = join(world.platform.home.root, 'refused.csv');
  await writeFile(path, bytes);
  const received = await receiveBatch(world.platform, actAt('2021-05-06T09:00', [LICENSOR]), {
    unitId: LICENSOR,
    dataset: 'licence',
    path,
    fileName: 'refused.csv',
    source: 'file',
    idempotencyKey: 'refused-1',
  });
  if (!received.ok) throw new Error(received.error.message);
  const { id } = received.value.batch;
  await world.platform.database.owner.query(
    `update intake_batch set state = 'refused', finished_at = received_at, refusal_code = 'bad-encoding', refusal_message = '读不出来。' where id = $1`,
    [id],
  );
  const refused = { status: 422, code: 'bad-encoding', detail: '读不出来。', batch: id };
  expect((await world.call({ url: `/api/v1/batches/${id}/result` })).json()).toMatchObject(refused);
  expect(
    (await world.call(upload([{ name: 'refused.csv', bytes }], { headers: { 'idempotency-key': 'refused-1' } }))).json(),
  ).toMatchObject(refused);
  expect((await world.call({ url: `/api/v1/batches/${id}` })).json()).toMatchObject({
    state: 'refused',
    refusal: { code: 'bad-encoding' },
  });
});

it('a result with more rows than a sheet has room for is to be had as CSV alone', async () => {
  const sent = await world.call(upload([{ name: '长.csv', bytes: csv(licences(world.platform, [91])) }]));
  const { batch } = sent.json<Receipt>();
  const resultAs = async (format: string): Promise<unknown[]> => {
    const answer = await world.call({ url: `/api/v1/batches/${batch}/result?format=${format}` });
    return [answer.statusCode, answer.statusCode === 200 ? '' : answer.json<{ code: string }>().code];
  };
  const setRows = (rows: number): Promise<unknown> =>
    world.platform.database.owner.query('update intake_batch set rows = $2 where id = $1', [batch, rows]);
  await setRows(1_047_576);
  expect(await resultAs('xlsx')).toEqual([200, '']);
  await setRows(1_047_577);
  expect(await resultAs('xlsx')).toEqual([422, 'result-too-long']);
  expect(await resultAs('csv')).toEqual([200, '']);
});

it('a line that breaks leaves nothing behind', async () => {
  if (!world.app.server.listening) await world.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.app.server.address() as AddressInfo;
  const { headers = {}, payload, url } = upload([{ name: '断.csv', bytes: csv(licences(world.platform, [81])) }]);
  const socket = connect(port, '127.0.0.1');
  const lines = [
    `POST ${url} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${world.token}`,
    `Content-Type: ${headers['content-type'] ?? ''}`,
    'Content-Length: 100000',
    '',
    '',
  ];
  socket.write(lines.join('\r\n'));
  socket.write((payload as Buffer).subarray(0, 400));
  await expect.poll(() => readdir(world.platform.home.temporary)).toHaveLength(1);
  socket.destroy();
  await expect.poll(() => readdir(world.platform.home.temporary)).toEqual([]);
  expect((await world.call({ url: '/api/v1/health' })).statusCode).toBe(200);
});
