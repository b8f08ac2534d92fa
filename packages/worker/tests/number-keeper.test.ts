/** The upkeep of numbers: what changes appended is folded behind them, readings are the same before and after; plans are judged unasked. */
import { asDay } from '@xincheng/core/calendar';
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { foldDeltas, readIndicator } from '@xincheng/usecases/indicators';
import { pushBatch } from '@xincheng/usecases/intake';
import { confirmPlan, importPlan } from '@xincheng/usecases/plans';
import type { Platform } from '@xincheng/usecases/platform';
import { startNumberKeeper } from '@xincheng/worker/indicators';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const UNIT = 'lc-shili-sp';
const MANY = 60_000;
/** By the wrong plan it took many minutes. */
const FOLDED_MS = 15_000;
const CONTEXT = actAt('2021-05-06T10:00', [UNIT]);

let platform: Platform;

beforeAll(async () => {
  platform = await testPlatform();
});

afterAll(() => platform.close());

async function deltas(): Promise<number> {
  const { rows } = await platform.database.owner.query<{ count: number }>(
    'select count(*)::integer as count from indicator_delta',
  );
  return rows[0]?.count ?? -1;
}

async function licences(): Promise<bigint | null> {
  const reading = await readIndicator(platform, CONTEXT, { indicator: 'licences', period: '2021-04' });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value.total.numerator;
}

it('folds many as it folds few, with a plan made while there were few', async () => {
  const { owner } = platform.database;
  const add = (count: number) =>
    owner.query(
      `insert into indicator_delta (id, measure, day, unit_id, member, value)
       select gen_random_uuid(), 'made-up', '2021-04-01', 'lc-scjg', '00000000-0000-0000-0000-000000000000', 1 from generate_series(1, $1)`,
      [count],
    );
  // Statistics say that hardly anything is there, and after some calls PostgreSQL keeps one plan for the session.
  await add(1);
  await owner.query('vacuum analyze indicator_delta');
  expect(await foldDeltas(platform)).toBe(1);
  for (let call = 0; call < 7; call += 1) {
    await add(1);
    expect(await foldDeltas(platform)).toBe(1);
  }
  await add(MANY);
  const began = performance.now();
  expect(await foldDeltas(platform)).toBe(MANY);
  expect(performance.now() - began).toBeLessThan(FOLDED_MS);
  const { rows } = await owner.query("select value::integer from indicator_fold where measure = 'made-up' and grain = 'day'");
  expect(rows).toEqual([{ value: MANY + 8 }]);
});

it('folds deltas while it runs, and no number moves', async () => {
  const example = platform.pack.datasets.get('licence')?.examples[0]?.values ?? {};
  const pushed = await pushBatch(platform, CONTEXT, { dataset: 'licence', unit: UNIT, records: [example] }, 'keeper-1');
  expect(pushed.ok && pushed.value.receipt.accepted).toBe(1);
  expect(await deltas()).toBeGreaterThan(0);
  const before = await licences();
  expect(before).toBe(1n);
  const lines: string[] = [];
  const keeper = startNumberKeeper(platform, { now: () => CONTEXT.now, log: (line) => lines.push(line), pauseMs: 20 });
  await vi.waitFor(async () => {
    expect(await deltas()).toBe(0);
  }, 60_000);
  await keeper.stop();
  expect([await licences(), lines]).toEqual([before, []]);
});

it('sees on its own evening that a task was proven, though nobody reads the plan', async () => {
  const at = (local: string): Date => new Date(`${local}+08:00`);
  const office = {
    now: at('2021-04-01T09:00:00'),
    today: asDay('2021-04-01'),
    actor: { ...CONTEXT.actor, scope: 'all', units: [] },
  } as const;
  const task = { number: '保障1', area: '保障', text: '成立推进小组', due: asDay('2021-06-30'), dueKind: 'day' } as const;
  const given = {
    leads: [UNIT],
    responsible: [],
    supporting: [],
    targets: [],
    instruments: [],
    assignment: '',
    isOpenEnded: false,
  };
  const draft = {
    ...{ title: '示例方案', issuedOn: null, headings: [], unread: [], areas: [{ number: '保障', title: '保障', lines: null }] },
    tasks: [{ ...task, ...given, dueWords: null, lines: { first: 1, last: 1 } }],
  };
  const source = { id: 'licheng-2021', name: '赵导入', fileName: 'x', fileSha256: null };
  expect((await importPlan(platform, office, draft, source)).ok).toBe(true);
  expect((await confirmPlan(platform, office, 'licheng-2021', { name: '钱确认' })).ok).toBe(true);
  const noted = async (): Promise<readonly string[]> => {
    const { rows } = await platform.database.owner.query<{ said: string }>(
      "select day || ' ' || to_outcome as said from plan_proof_event where condition = 'leading-groups' order by ordinal",
    );
    return rows.map(({ said }) => said);
  };
  let clock = at('2021-06-30T20:00:00');
  const keeper = startNumberKeeper(platform, { now: () => clock, log: () => undefined, pauseMs: 20, judgeMs: 20 });
  await vi.waitFor(async () => expect(await noted()).toHaveLength(1), 20_000);
  clock = at('2021-06-30T23:58:00');
  const example = platform.pack.datasets.get('credit-group')?.examples[0]?.values ?? {};
  const group = { dataset: 'credit-group', unit: UNIT, records: [{ ...example, groupKind: '推进小组' }] };
  const pushed = await pushBatch(platform, { ...CONTEXT, now: clock, today: asDay('2021-06-30') }, group, 'keeper-2');
  expect(pushed.ok && pushed.value.receipt.accepted).toBe(1);
  await vi.waitFor(async () => expect(await noted()).toHaveLength(2), 20_000);
  await keeper.stop();
  expect(await noted()).toEqual([expect.stringMatching(/^2021-06-30 (?:fails|no-data)$/u), '2021-06-30 holds']);
}, 60_000);
