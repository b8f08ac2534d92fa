/** Pushing records as JSON. */
import type { Receipt, RecordView } from '@xincheng/contract/api';
import { MOST_PUSHED_RECORDS } from '@xincheng/contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCells, licenceNumber, licences, openWorld, push } from './_world.ts';
import type { Cells, World } from './_world.ts';

interface Pushed {
  readonly receipt: Receipt;
  readonly children: readonly Receipt[];
}

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(async () => {
  await world.close();
});

async function recordsOf(query: string): Promise<readonly RecordView[]> {
  return (await world.call({ url: `/api/v1/records?${query}` })).json<{ items: RecordView[] }>().items;
}

describe('a push', () => {
  it('sent again under its key is answered by the same receipt and writes nothing', async () => {
    const call = push(licences(world.platform, [1, 2]), 'again-1');
    const first = await world.call(call);
    const before = await recordsOf('dataset=licence');
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    const second = await world.call(call);
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    const [one, two] = [first.json<Pushed>().receipt, second.json<Pushed>().receipt];
    expect(two).toEqual({ ...one, isRepeat: true });
    expect(first.headers['location']).toBe(`/api/v1/batches/${one.batch}`);
    expect(await recordsOf('dataset=licence')).toEqual(before);
    expect(before.map(({ version }) => version)).toEqual([1, 1]);
  });

  it('sent twice at the same time goes in once', async () => {
    const call = push(licences(world.platform, [31, 32]), 'at-once');
    const answers = await Promise.all([world.call(call), world.call(call), world.call(call)]);
    expect(
      answers.map(({ statusCode }) => statusCode < 300),
      answers.map(({ body }) => body).join('\n'),
    ).toEqual([true, true, true]);
    expect(new Set(answers.map((answer) => answer.json<Pushed>().receipt.batch)).size).toBe(1);
    expect(
      (await recordsOf('dataset=licence'))
        .filter(({ number }) => [31, 32].map(licenceNumber).includes(number))
        .map(({ version }) => version),
    ).toEqual([1, 1]);
  });

  it('with other content under a used key is refused and writes nothing', async () => {
    const call = push(licences(world.platform, [1, 3]), 'again-1');
    const answer = await world.call(call);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'idempotency-key-reused']);
    expect((await recordsOf('dataset=licence')).map(({ number }) => number)).not.toContain(licenceNumber(3));
  });

  it('with good and bad records takes the good ones and names every fault of the bad', async () => {
    const bad = exampleCells(world.platform, 'licence', {
      XK_WSH: licenceNumber(11),
      XK_XDR_SHXYM: '91370112MA0000015X',
      XK_JDRQ: '2021/02/30',
    });
    const answer = await world.call(push([...licences(world.platform, [10]), bad], 'mixed'));
    const { receipt } = answer.json<Pushed>();
    expect(receipt).toMatchObject({ rows: 2, accepted: 1, rejected: 1, source: 'api' });
    const issues = (await world.call({ url: `/api/v1/batches/${receipt.batch}/issues` })).json<{
      items: { column: string; message: string; fix: string; row: number }[];
    }>().items;
    expect(issues.map(({ column }) => column)).toEqual(expect.arrayContaining(['XK_XDR_SHXYM', 'XK_JDRQ']));
    for (const issue of issues)
      expect([issue.row, issue.message, issue.fix]).toEqual([
        2,
        expect.stringMatching(/\p{Script=Han}/u),
        expect.stringMatching(/\p{Script=Han}/u),
      ]);
  });

  it('takes as many records as it says and not one more', async () => {
    const many = Array.from({ length: MOST_PUSHED_RECORDS + 1 }, () => ({ XK_WSH: 'x' }));
    const answer = await world.call(push(many, 'too-many'));
    expect([answer.statusCode, answer.json<{ detail: string }>().detail]).toEqual([
      400,
      expect.stringContaining(`至多 ${String(MOST_PUSHED_RECORDS)}`) as unknown,
    ]);
  });

  it('of another record under the same key in another unit stands for itself', async () => {
    const answer = await world.call(push(licences(world.platform, [21]), 'again-1', { unit: 'lc-xyb' }));
    expect([answer.statusCode, answer.json<Pushed>().receipt.isRepeat]).toEqual([201, false]);
  });
});

describe('a contract with stages and payments', () => {
  const stage = (number: string, amount: string): Cells => ({
    jdxh: number,
    jdmc: '到货验收',
    ydrq: '2021/04/20',
    jhrq: '2021/05/20',
    yfje: amount,
  });
  const payment = (number: string, amount: string): Cells => ({ fkxh: number, fkrq: '2021/04/28', fkje: amount });
  const record = (): object => ({
    ...exampleCells(world.platform, 'contract'),
    children: {
      stage: [stage('1', '10.000000'), stage('2', '5.000000')],
      payment: [payment('1', '4.500000'), payment('2', '0.250001')],
    },
  });

  it('goes in whole, the children under their parent, sums rolled up', async () => {
    const answer = await world.call(push([record()], 'contract-1', { dataset: 'contract' }));
    const { receipt, children } = answer.json<Pushed>();
    expect([answer.statusCode, receipt.accepted], answer.body).toEqual([201, 1]);
    expect(
      children.map(({ dataset, accepted, rejected }) => [dataset, accepted, rejected]),
      JSON.stringify(children),
    ).toEqual([
      ['contract.stage', 2, 0],
      ['contract.payment', 2, 0],
    ]);
    const [parent] = await recordsOf('dataset=contract');
    expect(parent?.rollups).toEqual({ paid: '4.750001', payable: '15.000000' });
    const below = await recordsOf(`parent=${parent?.recordId ?? ''}`);
    expect(below.map(({ dataset }) => dataset).sort()).toEqual([
      'contract.payment',
      'contract.payment',
      'contract.stage',
      'contract.stage',
    ]);
    expect(parent?.values['gyslxfs']).not.toContain('13800000000');
  });

  it('sent again is answered by the same receipts', async () => {
    const answer = await world.call(push([record()], 'contract-1', { dataset: 'contract' }));
    const { receipt, children } = answer.json<Pushed>();
    expect([answer.statusCode, [receipt, ...children].map(({ isRepeat }) => isRepeat)]).toEqual([200, [true, true, true]]);
    expect((await recordsOf('dataset=contract.stage')).length).toBe(2);
  });

  it('takes a further payment sent alone, and the sum follows', async () => {
    const { htbh = '', jfzttyshxydm = '', cgr = '', yftyshxydm = '', gys = '' } = exampleCells(world.platform, 'contract');
    const answer = await world.call(
      push([{ htbh, jfzttyshxydm, cgr, yftyshxydm, gys, ...payment('3', '1.000000') }], 'contract-2', {
        dataset: 'contract.payment',
      }),
    );
    expect(answer.json<Pushed>().receipt, answer.body).toMatchObject({ accepted: 1 });
    expect((await recordsOf('dataset=contract'))[0]?.rollups['paid']).toBe('5.750001');
  });
});
