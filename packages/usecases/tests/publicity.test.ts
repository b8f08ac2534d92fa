/** Publicity on a real register: what an import shows, what ends it, what the public sees. */
import { asDay } from '@xincheng/core/calendar';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  clearMark,
  endByRepair,
  FEED_START,
  openIndex,
  readChanges,
  readHeld,
  readPublicity,
  readPublicRecord,
  repairNotice,
  resumeRecord,
  setClass,
  setMark,
  setPublicText,
  suspendRecord,
  sweepPublicity,
  SWEEPER,
  withdrawRecord,
} from '@xincheng/usecases/publicity';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

let desk: Desk;
let serial = 100;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const BY = { name: '王核对', reason: '已核实' };

function penalty(set: Readonly<Record<string, string>> = {}, kind: RowSpec['kind'] = 'legal'): RowSpec {
  serial += 1;
  return { kind, set: { number: `济历城审罚〔2021〕${String(serial)}号`, ...set } };
}

/** Files one penalty; its id. */
async function filed(row: RowSpec, at = '2021-05-07T10:00'): Promise<string> {
  const sent = await desk.send({ dataset: 'penalty', rows: [row], at });
  const [id = ''] = sent.recordIds;
  if (id === '') throw new Error(sent.issues.map(({ message }) => message).join());
  return id;
}

function unitAt(local: string): ActContext {
  return actAt(local, [desk.owner('penalty')]);
}

function officeAt(local: string): ActContext {
  const context = actAt(local, []);
  return { ...context, actor: { ...context.actor, scope: 'all' } };
}

async function standing(id: string) {
  const found = await readPublicity(desk.platform, officeAt('2021-05-08T10:00'), id);
  if (found === null) throw new Error('no such record');
  return found;
}

function shown(id: string, day: string) {
  return readPublicRecord(desk.platform, asDay(day), id);
}

describe('an import', () => {
  test('shows a penalty until the midnight that the law names, before any sweep', async () => {
    const id = await filed(penalty());
    expect(await standing(id)).toMatchObject({
      state: 'published',
      shownUntil: '2022-04-30',
      comesDownOn: '2022-05-01',
      repairFrom: '2021-07-31',
    });
    expect(await shown(id, '2022-04-30')).not.toBeNull();
    expect(await shown(id, '2022-05-01')).toBeNull();
  });

  test('of a licence shows it while it is valid', async () => {
    const sent = await desk.send({ dataset: 'licence', rows: [{ set: { validUntil: '2023/06/30' } }], at: '2021-05-07T10:00' });
    expect(await standing(sent.recordIds[0] ?? '')).toMatchObject({ state: 'published', shownUntil: '2023-06-30' });
  });

  test('of a record whose time is over shows nothing', async () => {
    const id = await filed(penalty(), '2022-05-01T00:00');
    expect(await standing(id)).toMatchObject({ state: 'ended', stateReason: 'maximum-reached', shownUntil: '2022-04-30' });
  });

  test('of a person is held and never public', async () => {
    const id = await filed(penalty({}, 'natural'));
    expect(await standing(id)).toMatchObject({ state: 'held', shownUntil: null });
    expect(await shown(id, '2021-05-08')).toBeNull();
    expect(await withdrawRecord(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, because: 'error' })).toMatchObject({
      ok: false,
      error: { code: 'person' },
    });
  });

  test('without rules on the day of the decision holds the record, and the credit office is told', async () => {
    const id = await filed(penalty({ decidedOn: '2019/06/30' }));
    const held = await readHeld(desk.platform, officeAt('2021-05-08T10:00'), null, 100);
    expect(held).toContainEqual(expect.objectContaining({ recordId: id, reason: 'no-regime' }));
    expect(await readHeld(desk.platform, actAt('2021-05-08T10:00', [desk.other('penalty')]), null, 100)).toEqual([]);
  });

  test('of a corrected version computes anew, and notes a change of standing', async () => {
    const row = penalty({ decidedOn: '2023/06/15', CF_CFLB: '罚款', CF_NR: '罚款20000元' });
    const id = await filed(row, '2023-06-20T10:00');
    expect(await standing(id)).toMatchObject({ state: 'published' });
    await desk.send({
      dataset: 'penalty',
      rows: [{ ...row, set: { ...row.set, CF_CFLB: '警告', CF_NR: '警告', CF_NR_FK: '' } }],
      at: '2023-06-21T10:00',
    });
    expect(await standing(id)).toMatchObject({
      state: 'held',
      shownUntil: null,
      events: [{ from: 'published', to: 'held', reason: 'version-changed', day: '2023-06-21' }],
    });
  });
});

describe('the sweep', () => {
  test('ends each record once, under the day of its own midnight, however late', async () => {
    const [first, second] = [await filed(penalty()), await filed(penalty({ decidedOn: '2021/05/05' }))];
    const context = { ...officeAt('2022-05-09T08:00'), actor: SWEEPER };
    const [a, b] = await Promise.all([
      sweepPublicity(desk.platform, context, asDay('2022-05-09'), 1),
      sweepPublicity(desk.platform, context, asDay('2022-05-09'), 1),
    ]);
    expect(a.ended + b.ended).toBeGreaterThanOrEqual(2);
    expect(await sweepPublicity(desk.platform, context, asDay('2022-05-09'))).toMatchObject({ ended: 0 });
    expect((await standing(first)).events.map(({ day, to, reason }) => [day, to, reason])).toEqual([
      ['2022-05-01', 'ended', 'maximum-reached'],
    ]);
    expect((await standing(second)).events.map(({ day }) => day)).toEqual(['2022-05-06']);
  });

  test('leaves what is still on show', async () => {
    const id = await filed(penalty());
    await sweepPublicity(desk.platform, { ...officeAt('2022-04-30T23:59'), actor: SWEEPER }, asDay('2022-04-30'));
    expect(await standing(id)).toMatchObject({ state: 'published', events: [] });
  });
});

describe('an official act', () => {
  test('withdraws with a reason, and its clock is proven day by day', async () => {
    const id = await filed(penalty());
    const missing = await withdrawRecord(desk.platform, unitAt('2021-07-20T10:00'), id, { ...BY, because: 'decision-revoked' });
    expect(missing).toMatchObject({ ok: false, error: { code: 'changed-on-missing' } });
    const withdrawn = await withdrawRecord(desk.platform, unitAt('2021-07-23T10:00'), id, {
      ...BY,
      because: 'decision-revoked',
      changedOn: asDay('2021-07-19'),
      document: '济历城复议〔2021〕3号',
    });
    expect(withdrawn).toMatchObject({
      ok: true,
      value: { state: 'withdrawn', clock: { dueOn: '2021-07-22', isLate: true, withdrawnOn: '2021-07-23' } },
    });
    expect(withdrawn.ok ? withdrawn.value.clock?.proof.filter(({ counted }) => counted) : []).toHaveLength(3);
    expect(await shown(id, '2021-07-23')).toBeNull();
    const audit = await desk.rows<{ act: string }>('select act from audit_event where object_id = $1', [id]);
    expect(audit.map(({ act }) => act)).toContain('publicity.withdraw');
  });

  test('is refused to other units, and a withdrawn record takes no further one', async () => {
    const id = await filed(penalty());
    const other = actAt('2021-05-08T10:00', [desk.other('penalty')]);
    expect(await withdrawRecord(desk.platform, other, id, { ...BY, because: 'error' })).toMatchObject({
      ok: false,
      error: { code: 'no-such-record' },
    });
    expect(await withdrawRecord(desk.platform, officeAt('2021-05-08T10:00'), id, { ...BY, because: 'secret' })).toMatchObject({
      ok: true,
    });
    expect(await suspendRecord(desk.platform, officeAt('2021-05-08T11:00'), id, BY)).toMatchObject({
      ok: false,
      error: { code: 'not-possible-now' },
    });
  });

  test('suspends, and resumes for what is left of the term', async () => {
    const [early, late] = [await filed(penalty()), await filed(penalty())];
    for (const id of [early, late])
      expect(await suspendRecord(desk.platform, unitAt('2021-06-01T10:00'), id, BY)).toMatchObject({
        ok: true,
        value: { state: 'suspended' },
      });
    expect(await shown(early, '2021-06-01')).toBeNull();
    expect(await resumeRecord(desk.platform, unitAt('2021-09-01T10:00'), early, BY)).toMatchObject({
      ok: true,
      value: { state: 'published' },
    });
    expect(await resumeRecord(desk.platform, unitAt('2022-09-01T10:00'), late, BY)).toMatchObject({
      ok: true,
      value: { state: 'ended' },
    });
  });

  test('ends by repair from the day the law names, and a correction does not bring it back', async () => {
    const row = penalty();
    const id = await filed(row);
    expect(await endByRepair(desk.platform, unitAt('2021-07-30T10:00'), id, BY)).toMatchObject({
      ok: false,
      error: { code: 'before-repair' },
    });
    expect(await endByRepair(desk.platform, unitAt('2021-07-31T10:00'), id, BY)).toMatchObject({
      ok: true,
      value: { state: 'ended' },
    });
    expect(await shown(id, '2021-07-31')).toBeNull();
    await desk.send({ dataset: 'penalty', rows: [{ ...row, set: { ...row.set, remark: '更正' } }], at: '2021-08-02T10:00' });
    expect(await standing(id)).toMatchObject({ state: 'ended', stateReason: 'repaired' });
  });

  test('gives another class with a reason; the term follows and outlives a correction', async () => {
    const row = penalty();
    const id = await filed(row);
    expect(await setClass(desk.platform, officeAt('2021-05-08T10:00'), id, { ...BY, classId: 'severe' })).toMatchObject({
      ok: false,
      error: { code: 'not-your-unit' },
    });
    expect(await setClass(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, classId: 'none' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-class' },
    });
    expect(await setClass(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, classId: 'severe' })).toMatchObject({
      ok: true,
      value: { shownUntil: '2024-04-30' },
    });
    await desk.send({ dataset: 'penalty', rows: [{ ...row, set: { ...row.set, remark: '更正' } }], at: '2021-05-09T10:00' });
    const rows = await desk.rows<{ shown_until: string }>('select shown_until from credit_record where record_id = $1', [id]);
    expect(rows).toEqual([{ shown_until: '2024-04-30' }]);
    expect(await standing(id)).toMatchObject({ classId: 'severe', repairFrom: '2021-10-31', comesDownOn: '2024-05-01' });
  });

  test('marks a record as disputed and adds the words of the firm, wherever it is presented', async () => {
    const id = await filed(penalty());
    expect(await setMark(desk.platform, unitAt('2021-05-10T10:00'), id, { mark: 'disputed', name: '王核对' })).toMatchObject({
      ok: true,
    });
    expect(await setMark(desk.platform, unitAt('2021-05-10T10:00'), id, { mark: 'disputed', name: '王核对' })).toMatchObject({
      ok: false,
      error: { code: 'mark-set' },
    });
    expect(
      await setMark(desk.platform, unitAt('2021-05-10T10:00'), id, {
        mark: 'statement',
        words: '已整改，电话13812345678',
        name: '王核对',
      }),
    ).toMatchObject({ ok: true });
    expect(await shown(id, '2021-05-11')).toMatchObject({ disputedSince: '2021-05-10', statement: '已整改，电话***********' });
    expect(await clearMark(desk.platform, unitAt('2021-05-12T10:00'), id, { mark: 'disputed', ...BY })).toMatchObject({
      ok: true,
    });
    expect(await shown(id, '2021-05-12')).toMatchObject({ disputedSince: null });
  });
});

describe('the notice of repair', () => {
  test('tells the days of the record', async () => {
    const id = await filed(penalty());
    const notice = await repairNotice(desk.platform, unitAt('2021-05-08T10:00'), id);
    expect(notice.ok ? notice.value.text : '').toMatch(/2021-07-31 起可以申请/u);
    expect(notice.ok ? notice.value.text : '').toMatch(/2022-05-01 零时自动停止公示/u);
    expect(notice.ok ? notice.value.text : '').not.toMatch(/[{}]/u);
  });
});

describe('open data', () => {
  const SECRETS = ['李示例', '370112199001010012', '张小明', '花园路88号', '王示例'];

  test('holds nothing that is not public, and the same bytes for the same state', async () => {
    await filed(penalty({}, 'soleTrader'));
    await filed(penalty({}, 'natural'));
    const id = await filed(
      penalty({ CF_SY: '消费者张小明投诉，当事人在济南市历城区洪家楼街道花园路88号经营', CF_XDR_MC: '=示例公司' }),
    );
    const parts = new Map<string, string>();
    const write = (name: string, part: string): void => {
      parts.set(name, (parts.get(name) ?? '') + part);
    };
    const index = await openIndex(desk.platform, asDay('2021-05-08'), write);
    expect(await openIndex(desk.platform, asDay('2021-05-08'))).toEqual(index);
    const all = [...parts.values()].join('');
    expect(all).toContain(id);
    for (const secret of SECRETS) expect(all).not.toContain(secret);
    expect(JSON.stringify(await shown(id, '2021-05-08'))).not.toMatch(/张小明|花园路/u);
    const csv = parts.get('penalty.csv') ?? '';
    expect(csv).toContain("'=示例公司");
    expect(csv.split('\r\n').length - 2).toBe(index.files.find(({ name }) => name === 'penalty.csv')?.records);
  });

  test('words written by hand stand in place of the narrative', async () => {
    const id = await filed(penalty());
    expect(
      await setPublicText(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, field: 'CF_WSH', text: '略' }),
    ).toMatchObject({ ok: false });
    expect(
      await setPublicText(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, field: 'CF_SY', text: '事实从略' }),
    ).toMatchObject({ ok: true });
    expect((await shown(id, '2021-05-08'))?.fields).toContainEqual(expect.objectContaining({ code: 'CF_SY', value: '事实从略' }));
  });

  test('the feed tells what was published and what is gone, without content', async () => {
    const id = await filed(penalty(), '2021-05-20T10:00');
    expect(await withdrawRecord(desk.platform, unitAt('2021-05-21T10:00'), id, { ...BY, because: 'error' })).toMatchObject({
      ok: true,
    });
    const now = new Date('2021-05-22T10:00:00+08:00');
    const after = { ...FEED_START, at: '2021-05-20T00:00:00.000000Z' };
    const changes = await readChanges(desk.platform, now, asDay('2021-05-22'), after, 100);
    expect(changes.filter(({ recordId }) => recordId === id)).toEqual([
      expect.objectContaining({ what: 'withdrawn', day: '2021-05-21', dataset: 'penalty' }),
    ]);
    const behind = changes.at(-1);
    expect(behind === undefined ? [] : await readChanges(desk.platform, now, asDay('2021-05-22'), behind, 100)).toEqual([]);
  });
});

test('nothing public is seen without a day, and tables of publicity show no other unit', async () => {
  const id = await filed(penalty());
  expect(await setMark(desk.platform, unitAt('2021-05-10T10:00'), id, { mark: 'disputed', name: '王核对' })).toMatchObject({
    ok: true,
  });
  const other = await readPublicity(desk.platform, actAt('2021-05-10T10:00', [desk.other('penalty')]), id);
  expect(other).toBeNull();
  const client = await desk.platform.database.app.connect();
  try {
    const count = async (table: string) =>
      (await client.query<{ n: string }>(`select count(*)::text as n from ${table}`)).rows[0]?.n;
    expect([await count('publicity_mark'), await count('publicity_event')]).toEqual(['0', '0']);
    await expect(client.query('select from public_record')).rejects.toThrow(/permission denied/u);
    await expect(client.query('update publicity_event set day = day')).rejects.toThrow(/permission denied/u);
    await expect(client.query("update credit_record set state = 'held'")).rejects.toThrow(/permission denied/u);
  } finally {
    client.release();
  }
  const { portal } = desk.platform.database;
  expect((await portal.query('select from public_record')).rowCount).toBe(0);
  await expect(portal.query('select from credit_record')).rejects.toThrow(/permission denied/u);
  await expect(portal.query('select from publicity_event')).rejects.toThrow(/permission denied/u);
});
