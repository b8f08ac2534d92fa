/** Two at the same row: whoever comes second is told who changed what, and nothing of theirs is written. */
import type { NewerVersion, Problem, Receipt, RecordView } from '@xincheng/contract/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCells, licenceNumber, openWorld, push } from './_world.ts';
import type { Answer, Cells, World } from './_world.ts';

let world: World;
let serial = 700;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Base {
  readonly record: string;
  readonly version: number;
}

/** A record just filed, with what was filed. */
async function filed(dataset = 'licence', number = 'XK_WSH', changed: Cells = {}): Promise<{ cells: Cells; base: Base }> {
  serial += 1;
  const cells = exampleCells(world.platform, dataset, { [number]: licenceNumber(serial), ...changed });
  const answer = await world.call(push([cells], `first-${String(serial)}`, { dataset }));
  expect(answer.json<{ receipt: Receipt }>().receipt, answer.body).toMatchObject({ accepted: 1 });
  const held = await recordsOf(`dataset=${dataset}`);
  const record = held.find(({ number: one }) => one === cells[number]);
  return { cells, base: { record: record?.recordId ?? '', version: 1 } };
}

async function recordsOf(query: string): Promise<readonly RecordView[]> {
  return (await world.call({ url: `/api/v1/records?${query}` })).json<{ items: RecordView[] }>().items;
}

async function recordOf({ record }: Base): Promise<RecordView> {
  return (await world.call({ url: `/api/v1/records/${record}` })).json<RecordView>();
}

function later(): void {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
}

function problemOf(answer: Answer): Problem & { newer: NewerVersion[] } {
  return answer.json();
}

describe('a row based on a version', () => {
  it('goes in while that version stands, and is answered the same when sent again', async () => {
    const { cells, base } = await filed();
    later();
    const call = push([{ ...cells, XK_NR: '热食类食品制售，冷食类食品制售', basedOn: base }], 'based-1');
    expect((await world.call(call)).statusCode).toBe(201);
    expect((await recordOf(base)).version).toBe(2);
    expect((await world.call(call)).statusCode).toBe(200);
  });

  it('is refused when another has been written: who, when and which fields', async () => {
    const { cells, base } = await filed();
    later();
    const first = await world.call(push([{ ...cells, XK_NR: '先改的内容', basedOn: base }], 'second-1'));
    expect(first.statusCode, first.body).toBe(201);
    const before = (await world.call({ url: '/api/v1/batches?dataset=licence' })).body;
    const at = world.clock.now;
    later();
    const second = await world.call(push([{ ...cells, XK_NR: '后改的内容', basedOn: base }], 'second-2'));
    expect(second.statusCode, second.body).toBe(409);
    const { code, detail, newer } = problemOf(second);
    expect(code).toBe('changed-meanwhile');
    expect(detail).toMatch(
      /^您填写期间，.+已于 2021-05-06 \d\d:\d\d 写入第 2 版，改了许可内容；您的内容没有写入，请比对后再提交。$/u,
    );
    expect(newer).toMatchObject([{ record: base.record, version: 2, writtenAt: at.toISOString(), fields: ['XK_NR'] }]);
    expect((await recordOf(base)).values['XK_NR']).toBe('先改的内容');
    expect((await world.call({ url: '/api/v1/batches?dataset=licence' })).body).toBe(before);
    const now = { ...base, version: newer[0]?.version };
    expect((await world.call(push([{ ...cells, XK_NR: '后改的内容', basedOn: now }], 'second-3'))).statusCode).toBe(201);
  });

  it('sent by many at once is taken from one of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { cells, base } = await filed();
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => {
          later();
          return world.call(
            push([{ ...cells, XK_NR: `第${String(index)}人`, basedOn: base }], `once-${String(serial)}-${String(index)}`),
          );
        }),
      );
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
      for (const answer of answers.filter(({ statusCode }) => statusCode === 409))
        expect(problemOf(answer)).toMatchObject({
          code: 'changed-meanwhile',
          detail: expect.stringContaining('第 2 版') as string,
        });
      expect((await recordOf(base)).version).toBe(2);
    }
  });

  it('keeps what was left masked as it was', async () => {
    const example = world.platform.pack.datasets.get('licence')?.examples.find(({ kind }) => kind === 'natural')?.values ?? {};
    const number = '济历城审许〔2021〕9901号';
    await world.call(push([{ ...example, XK_WSH: number }], 'person-1'));
    const held = (await recordsOf('dataset=licence')).find((one) => one.number === number);
    if (held === undefined) throw new Error('the licence of a person is not held');
    expect(held.values['XK_XDR_ZJHM']).toContain('*');
    later();
    const again = { ...held.values, XK_NR: '改过的内容', basedOn: { record: held.recordId, version: 1 } };
    const answer = await world.call(push([again], 'person-2'));
    expect(answer.json<{ receipt: Receipt }>().receipt, answer.body).toMatchObject({ changed: 1, rejected: 0 });
    // Compared with nothing masked: the name and the number are what they were.
    const stale = await world.call(push([{ ...again, XK_NR: '又改的内容' }], 'person-3'));
    expect(problemOf(stale).newer, stale.body).toMatchObject([{ version: 2, fields: ['XK_NR'] }]);
    const [now] = (await recordsOf('dataset=licence')).filter((one) => one.number === number);
    expect(now).toMatchObject({ recordId: held.recordId, version: 2, values: { ...held.values, XK_NR: '改过的内容' } });
  });
});

describe('a record with what hangs on it', () => {
  it('is written with all of it or not at all', async () => {
    serial += 1;
    const number = `合同-${String(serial)}`;
    const contract = exampleCells(world.platform, 'contract', { htbh: number });
    const stage = exampleCells(world.platform, 'contract.stage', {});
    const own = world.platform.pack.datasets.get('contract.stage')?.fields.map(({ code }) => code) ?? [];
    const inherited = new Set(Object.keys(contract));
    const child = Object.fromEntries(
      own.filter((code) => !inherited.has(code) && stage[code] !== undefined).map((code) => [code, stage[code]]),
    );
    const sent = await world.call(push([{ ...contract, children: { stage: [child] } }], 'tree-1', { dataset: 'contract' }));
    expect(sent.json<{ children: Receipt[] }>().children, sent.body).toMatchObject([{ accepted: 1 }]);
    const parent = (await recordsOf('dataset=contract')).find((one) => one.number === number);
    const below = (await recordsOf('dataset=contract.stage')).find((one) => one.parent === parent?.recordId);
    if (parent === undefined || below === undefined) throw new Error('the contract is not held');
    later();
    const bases = [parent, below].map(({ recordId }) => ({ record: recordId, version: 1 }));
    const changed = (words: string) => [
      { ...contract, ggxh: words, basedOn: bases[0], children: { stage: [{ ...child, jdbz: words, basedOn: bases[1] }] } },
    ];
    const first = await world.call(
      push([{ ...contract, children: { stage: [{ ...child, jdbz: '只改下级', basedOn: bases[1] }] } }], 'tree-2', {
        dataset: 'contract',
      }),
    );
    expect(first.statusCode, first.body).toBe(201);
    later();
    const second = await world.call(push(changed('两样都改'), 'tree-3', { dataset: 'contract' }));
    expect([second.statusCode, problemOf(second).newer.map(({ record }) => record)], second.body).toEqual([
      409,
      [below.recordId],
    ]);
    expect((await recordsOf('dataset=contract')).find((one) => one.number === number)?.version).toBe(1);
  });
});

describe('a decision taken twice', () => {
  it('about a waiting row is told by whom and when', async () => {
    const { cells } = await filed();
    later();
    const again = await world.call(push([{ ...cells, XK_JDRQ: '2021/04/22' }], `day-${String(serial)}`));
    expect(again.json<{ receipt: Receipt }>().receipt, again.body).toMatchObject({ waiting: 1 });
    const rows = (await world.call({ url: '/api/v1/waiting' })).json<{ items: { id: string; number: string }[] }>().items;
    const id = rows.find(({ number }) => number === cells['XK_WSH'])?.id ?? '';
    const decide = (name: string) =>
      world.call({ method: 'POST', url: `/api/v1/waiting/${id}/decision`, payload: { as: 'drop', name, reason: '填错了' } });
    expect((await decide('王核对')).statusCode).toBe(200);
    later();
    const second = await decide('李核对');
    expect([second.statusCode, problemOf(second).code]).toEqual([409, 'not-waiting']);
    expect(problemOf(second).detail).toMatch(/^王核对已于 2021-05-06 \d\d:\d\d 放弃了这一行，本次没有再办理。$/u);
  });

  it('upon publicity with another view of it is refused, and told what was done', async () => {
    const { base } = await filed();
    const act = (name: string, seen: number) =>
      world.call({
        method: 'POST',
        url: `/api/v1/records/${base.record}/publicity/acts`,
        payload: { act: 'suspend', name, reason: '法院裁定重整', seen },
      });
    expect((await act('王核对', 0)).statusCode).toBe(200);
    later();
    const resumed = { act: 'resume', name: '赵核对', reason: '重整终结', seen: 1 };
    const url = `/api/v1/records/${base.record}/publicity/acts`;
    expect((await world.call({ method: 'POST', url, payload: resumed })).statusCode).toBe(200);
    // Possible by the state, which is what it was; but not what was looked at.
    const second = await act('李核对', 0);
    expect([second.statusCode, problemOf(second).code]).toEqual([409, 'changed-meanwhile']);
    expect(problemOf(second).detail).toMatch(/^赵核对已于 .+把公示状态改为“公示中”/u);
  });
});
