/** What a record says of its publicity wherever it is read: state with its last day, and the marks that were in force then. */
import type { RecordView } from '@xincheng/contract/api';
import { clearMark, endByRepair, resumeRecord, setMark, suspendRecord, withdrawRecord } from '@xincheng/usecases/publicity';
import { readRecord, readRecords, readVersions } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const BY = { name: '王核对', reason: '已核实' };
const EVERYTHING = { unitId: null, subjectKey: null, parentId: null, decidedFrom: null, decidedTo: null, after: null, limit: 50 };

let desk: Desk;
let serial = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

function penalty(set: Readonly<Record<string, string>> = {}): RowSpec {
  serial += 1;
  return { set: { number: `济历城审罚〔2021〕${String(serial)}号`, ...set } };
}

async function filed(rows: readonly RowSpec[], dataset = 'penalty'): Promise<readonly string[]> {
  return (await desk.send({ dataset, rows, at: '2021-05-07T10:00' })).recordIds;
}

function unitAt(local: string) {
  return actAt(local, [desk.owner('penalty')]);
}

async function read(id: string, local: string, asOf: Date | null = null): Promise<RecordView> {
  const found = await readRecord(desk.platform, unitAt(local), id, asOf);
  if (found === null) throw new Error('no such record');
  return found;
}

async function mark(id: string, kind: 'disputed' | 'statement', local: string, words?: string): Promise<void> {
  expect(await setMark(desk.platform, unitAt(local), id, { mark: kind, words, name: '王核对' })).toMatchObject({ ok: true });
}

it('tells its last day on show, and nothing where it is not shown', async () => {
  const [shown = '', held = ''] = await filed([penalty(), penalty({ decidedOn: '2019/06/30' })]);
  expect(await read(shown, '2021-05-08T10:00')).toMatchObject({ state: 'published', shownUntil: '2022-04-30', marks: [] });
  expect(await read(held, '2021-05-08T10:00')).toMatchObject({ state: 'held', shownUntil: null, marks: [] });
});

it('bears its marks with their days, as of the instant that is asked for', async () => {
  const [id = ''] = await filed([penalty()]);
  await mark(id, 'disputed', '2021-05-10T10:00');
  await mark(id, 'statement', '2021-05-11T10:00', '已整改');
  const disputed = { mark: 'disputed', since: '2021-05-10', words: null };
  const statement = { mark: 'statement', since: '2021-05-11', words: '已整改' };
  expect((await read(id, '2021-05-12T10:00')).marks).toEqual([disputed, statement]);
  expect(await clearMark(desk.platform, unitAt('2021-05-13T10:00'), id, { mark: 'disputed', ...BY })).toMatchObject({ ok: true });
  expect((await read(id, '2021-05-14T10:00')).marks).toEqual([statement]);
  const then = async (local: string) => (await read(id, '2021-05-14T10:00', new Date(`${local}+08:00`))).marks;
  expect(await then('2021-05-10T09:59')).toEqual([]);
  expect(await then('2021-05-10T10:00')).toEqual([disputed]);
  expect(await then('2021-05-13T09:59')).toEqual([disputed, statement]);
  expect(await then('2021-05-13T10:00')).toEqual([statement]);
});

it('bears marks in every state and in every version; a superseded one has no last day', async () => {
  const row = penalty();
  const [id = ''] = await filed([row]);
  await mark(id, 'disputed', '2021-05-10T10:00');
  const marks = [{ mark: 'disputed', since: '2021-05-10', words: null }];
  await desk.send({ dataset: 'penalty', rows: [{ ...row, set: { ...row.set, remark: '更正' } }], at: '2021-05-11T10:00' });
  const versions = await readVersions(desk.platform, unitAt('2021-05-12T10:00'), id);
  expect(versions.map(({ version, shownUntil }) => [version, shownUntil])).toEqual([
    [2, '2022-04-30'],
    [1, null],
  ]);
  expect(versions.map((one) => one.marks)).toEqual([marks, marks]);
  expect(await suspendRecord(desk.platform, unitAt('2021-06-01T10:00'), id, BY)).toMatchObject({ ok: true });
  expect(await read(id, '2021-06-02T10:00')).toMatchObject({ state: 'suspended', shownUntil: '2022-04-30', marks });
  expect(await resumeRecord(desk.platform, unitAt('2021-06-03T10:00'), id, BY)).toMatchObject({ ok: true });
  expect(await withdrawRecord(desk.platform, unitAt('2021-06-04T10:00'), id, { ...BY, because: 'error' })).toMatchObject({
    ok: true,
  });
  expect(await read(id, '2021-06-05T10:00')).toMatchObject({ state: 'withdrawn', stateReason: 'error', marks });
});

it('a page gives each record its own marks, to whoever may see it', async () => {
  const ids = await filed([penalty(), penalty(), penalty()]);
  await mark(ids[0] ?? '', 'disputed', '2021-05-10T10:00');
  await mark(ids[2] ?? '', 'statement', '2021-05-11T10:00', '第三户的声明');
  const page = await readRecords(desk.platform, unitAt('2021-05-12T10:00'), { ...EVERYTHING, dataset: 'penalty' });
  const marks = new Map(page.map((record) => [record.recordId, record.marks.map(({ words, since }) => words ?? since)]));
  expect(ids.map((id) => marks.get(id))).toEqual([['2021-05-10'], [], ['第三户的声明']]);
  const other = actAt('2021-05-12T10:00', [desk.other('penalty')]);
  expect(await readRecords(desk.platform, other, { ...EVERYTHING, dataset: 'penalty' })).toEqual([]);
});

it('is read in the state in which it stood, though no version was made', async () => {
  const [id = ''] = await filed([penalty()]);
  expect(await suspendRecord(desk.platform, unitAt('2021-06-01T10:00'), id, BY)).toMatchObject({ ok: true });
  expect(await resumeRecord(desk.platform, unitAt('2021-07-01T10:00'), id, BY)).toMatchObject({ ok: true });
  expect(await endByRepair(desk.platform, unitAt('2021-08-01T10:00'), id, BY)).toMatchObject({ ok: true });
  expect(await withdrawRecord(desk.platform, unitAt('2021-09-01T10:00'), id, { ...BY, because: 'error' })).toMatchObject({
    ok: true,
  });
  const then = async (local: string) => {
    const { state, stateReason } = await read(id, '2021-10-01T10:00', new Date(`${local}+08:00`));
    return [state, stateReason];
  };
  expect(await then('2021-05-31T10:00')).toEqual(['published', null]);
  expect(await then('2021-06-01T10:00')).toEqual(['suspended', 'reorganisation']);
  expect(await then('2021-07-02T10:00')).toEqual(['published', null]);
  expect(await then('2021-08-02T10:00')).toEqual(['ended', 'repaired']);
  expect(await then('2021-09-02T10:00')).toEqual(['withdrawn', 'error']);
});
