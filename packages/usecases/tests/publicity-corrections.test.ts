/** Corrections of records whose standing somebody has changed: what an act decided stands, what the record itself says goes before it. */
import { asDay } from '@xincheng/core/calendar';
import { readPublicity, readPublicRecord, setClass, suspendRecord, withdrawRecord } from '@xincheng/usecases/publicity';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

const BY = { name: '王核对', reason: '已核实' };

let desk: Desk;
let serial = 300;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

function penalty(set: Readonly<Record<string, string>> = {}): RowSpec {
  serial += 1;
  return { set: { number: `济历城审罚〔2021〕${String(serial)}号`, ...set } };
}

function changed(row: RowSpec, set: Readonly<Record<string, string>>): RowSpec {
  return { ...row, set: { ...row.set, ...set } };
}

function sent(dataset: string, row: RowSpec, at: string): Promise<Sent> {
  return desk.send({ dataset, rows: [row], at });
}

function unitAt(local: string) {
  return actAt(local, [desk.owner('penalty')]);
}

async function standing(id: string, local: string) {
  const found = await readPublicity(desk.platform, unitAt(local), id);
  const shown = await readPublicRecord(desk.platform, asDay(local.slice(0, 10)), id);
  return { state: found?.state, stateReason: found?.stateReason, isShown: shown !== null };
}

it('a record that no longer fulfils the condition comes down, whatever class it was given', async () => {
  const listed: RowSpec = { set: { number: '济历城审列〔2021〕77号' } };
  const [id = ''] = (await sent('serious-breach-list', listed, '2021-05-07T10:00')).recordIds;
  const classed = await setClass(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, classId: 'market' });
  expect(classed).toMatchObject({ ok: true, value: { state: 'published' } });
  const removed = {
    listState: '移出',
    removedOn: '2021/05/08',
    removalReason: '列入决定被撤销',
    removalNo: '济历城审移〔2021〕9号',
  };
  const { outcomes } = await sent('serious-breach-list', changed(listed, removed), '2021-05-09T10:00');
  expect(outcomes).toEqual(['已更正']);
  expect(await standing(id, '2021-05-10T10:00')).toEqual({ state: 'held', stateReason: null, isShown: false });
});

it('a class that the deciding unit gave keeps on show what the rules would not show', async () => {
  const row = penalty({ decidedOn: '2023/06/15', CF_CFLB: '警告', CF_NR: '警告', CF_NR_FK: '' });
  const [id = ''] = (await sent('penalty', row, '2023-06-20T10:00')).recordIds;
  expect(await standing(id, '2023-06-20T10:00')).toMatchObject({ state: 'held', isShown: false });
  const classed = await setClass(desk.platform, unitAt('2023-06-21T10:00'), id, { ...BY, classId: 'general' });
  expect(classed).toMatchObject({ ok: true, value: { state: 'published' } });
  await sent('penalty', changed(row, { remark: '更正' }), '2023-06-22T10:00');
  expect(await standing(id, '2023-06-23T10:00')).toEqual({ state: 'published', stateReason: null, isShown: true });
});

it('what was suspended stays suspended', async () => {
  const row = penalty();
  const [id = ''] = (await sent('penalty', row, '2021-05-07T10:00')).recordIds;
  expect(await suspendRecord(desk.platform, unitAt('2021-05-08T10:00'), id, BY)).toMatchObject({ ok: true });
  const { outcomes } = await sent('penalty', changed(row, { remark: '更正' }), '2021-05-09T10:00');
  expect(outcomes).toEqual(['已更正']);
  expect(await standing(id, '2021-05-10T10:00')).toEqual({ state: 'suspended', stateReason: 'reorganisation', isShown: false });
});

it('what was withdrawn comes back by nobody but a named person', async () => {
  const row = penalty();
  const [id = ''] = (await sent('penalty', row, '2021-05-07T10:00')).recordIds;
  expect(await withdrawRecord(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, because: 'error' })).toMatchObject({
    ok: true,
  });
  const again = await sent('penalty', changed(row, { remark: '更正' }), '2021-05-09T10:00');
  expect(again.outcomes).toEqual(['待确认']);
  expect(await standing(id, '2021-05-10T10:00')).toMatchObject({ state: 'withdrawn', isShown: false });
  expect(await desk.decide(again, 1, 'row', '2021-05-11T10:00')).toBe('done');
  expect(await standing(id, '2021-05-12T10:00')).toMatchObject({ state: 'published', isShown: true });
});
