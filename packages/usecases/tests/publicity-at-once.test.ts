/** Publicity when several act at once or round the use cases: one act wins, the database lets no unit touch another's, the feed waits. */
import { asDay, dayOf } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { identityOf } from '@xincheng/usecases/identity';
import {
  FEED_START,
  readChanges,
  readPublicity,
  setMark,
  suspendRecord,
  sweepPublicity,
  SWEEPER,
  withdrawRecord,
} from '@xincheng/usecases/publicity';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const BY = { name: '王核对', reason: '已核实' };

let desk: Desk;
let serial = 500;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

function penalty(): RowSpec {
  serial += 1;
  return { set: { number: `济历城审罚〔2021〕${String(serial)}号` } };
}

async function filed(at = '2021-05-07T10:00'): Promise<string> {
  return (await desk.send({ dataset: 'penalty', rows: [penalty()], at })).recordIds[0] ?? '';
}

function unitAt(local: string) {
  return actAt(local, [desk.owner('penalty')]);
}

describe('acts upon one record at once', () => {
  it('only one is done, and there is one event of it', async () => {
    const ids = [await filed(), await filed(), await filed()];
    for (const id of ids) {
      const acts = await Promise.all([
        withdrawRecord(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, because: 'error' }),
        withdrawRecord(desk.platform, unitAt('2021-05-08T10:00'), id, { ...BY, because: 'secret' }),
        suspendRecord(desk.platform, unitAt('2021-05-08T10:00'), id, BY),
      ]);
      const refused = acts.flatMap((act) => (act.ok ? [] : [act.error.code]));
      const found = await readPublicity(desk.platform, unitAt('2021-05-09T10:00'), id);
      // A withdrawal may still follow a suspension, nothing follows a withdrawal.
      expect(found?.events).toHaveLength(acts.length - refused.length);
      expect(refused.length).toBeGreaterThanOrEqual(1);
      for (const code of refused) expect(['changed-meanwhile', 'not-possible-now']).toContain(code);
      const audit = await desk.rows("select from audit_event where object_id = $1 and act like 'publicity.%'", [id]);
      expect(audit).toHaveLength(acts.length - refused.length);
    }
  });

  it('one mark of a kind is set', async () => {
    const id = await filed();
    const set = () => setMark(desk.platform, unitAt('2021-05-08T10:00'), id, { mark: 'disputed', name: '王核对' });
    const done = await Promise.all([set(), set(), set()]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await desk.rows('select from publicity_mark where record_id = $1', [id])).toHaveLength(1);
  });
});

describe('the database itself', () => {
  function as<T>(units: readonly string[], sql: string, values: readonly unknown[]): Promise<T> {
    const { actor } = actAt('2021-05-08T10:00', units);
    return withTransaction(desk.platform.database.app, identityOf(actor), async (client) => {
      return (await client.query(sql, [...values])) as T;
    });
  }

  const MOVE =
    "select publicity_move($1, 1, 'published', 'ended', 'repaired', null, '2021-05-08', null, null, null, now(), '某人')";

  it('moves no record of another unit', async () => {
    const id = await filed();
    await expect(as([desk.other('penalty')], MOVE, [id])).rejects.toThrow(/not of the acting unit/u);
    await expect(as([], MOVE, [id])).rejects.toThrow(/not of the acting unit/u);
    expect((await readPublicity(desk.platform, unitAt('2021-05-09T10:00'), id))?.state).toBe('published');
  });

  it("says nothing in another unit's name: no mark, no words, no class", async () => {
    const id = await filed();
    const owner = desk.owner('penalty');
    const [record] = await desk.rows<{ key: string }>('select subject_key as key from credit_record where record_id = $1', [id]);
    const inserts = [
      "insert into publicity_mark (record_id, subject_key, ordinal, unit_id, mark, since, at, name) values ($1, $2, 1, $3, 'disputed', '2021-05-08', now(), '某人')",
      "insert into publicity_class (record_id, subject_key, ordinal, unit_id, class, reason, at, name) values ($1, $2, 1, $3, 'minor', '无', now(), '某人')",
      "insert into publicity_text (record_id, subject_key, ordinal, unit_id, field, text, reason, at, name) values ($1, $2, 1, $3, 'CF_SY', '略', '无', now(), '某人')",
    ];
    for (const sql of inserts) {
      for (const units of [[desk.other('penalty')], []])
        await expect(as(units, sql, [id, record?.key, owner])).rejects.toThrow(/row-level security/u);
      await expect(as([owner], sql, [id, record?.key, owner])).resolves.toBeDefined();
    }
  });

  it('takes back nothing that was said: marks are only ended', async () => {
    const id = await filed();
    expect(await setMark(desk.platform, unitAt('2021-05-08T10:00'), id, { mark: 'disputed', name: '王核对' })).toMatchObject({
      ok: true,
    });
    const own = [desk.owner('penalty')];
    for (const sql of [
      "update publicity_mark set since = '2021-01-01' where record_id = $1",
      'delete from publicity_mark where record_id = $1',
      'delete from publicity_event where record_id = $1',
      'delete from publicity_class where record_id = $1',
      "update publicity_text set text = '' where record_id = $1",
    ])
      await expect(as(own, sql, [id])).rejects.toThrow(/permission denied/u);
  });
});

describe('the feed', () => {
  async function changesAt(
    local: string,
    after = FEED_START,
  ): Promise<readonly { readonly at: string; readonly recordId: string }[]> {
    const now = new Date(`${local}+08:00`);
    return readChanges(desk.platform, now, dayOf(now), after, 500);
  }

  it('stays a minute behind', async () => {
    const id = await filed('2021-06-01T10:05');
    const told = async (local: string) => (await changesAt(local)).some(({ recordId }) => recordId === id);
    expect(await told('2021-06-01T10:06:00')).toBe(false);
    expect(await told('2021-06-01T10:06:01')).toBe(true);
  });

  it('stays behind an import in progress, so that nothing appears before a position already given', async () => {
    const sending = { dataset: 'penalty', rows: [penalty()], at: '2021-06-02T10:00' };
    const slow = await desk.receive(sending);
    // Another unit's own batch, received later and finished earlier.
    const later = await desk.send({ dataset: 'penalty', rows: [penalty()], at: '2021-06-02T10:05', unit: desk.other('penalty') });
    const [quick = ''] = later.recordIds;
    const before = await changesAt('2021-06-02T11:00');
    expect(before.map(({ recordId }) => recordId)).not.toContain(quick);
    const position = before.at(-1) ?? FEED_START;
    await desk.process(slow, sending);
    const { recordIds } = await desk.outcome(slow.batch.id, slow.unit);
    const behind = await changesAt('2021-06-02T11:00', position);
    expect(behind.map(({ recordId }) => recordId)).toEqual([recordIds[0], quick]);
  });

  it('tells of a midnight when the sweep has written it down', async () => {
    const id = await filed('2021-06-03T10:00');
    const day = asDay('2022-05-01');
    expect((await changesAt('2022-05-01T09:00')).some(({ recordId }) => recordId === id)).toBe(false);
    await sweepPublicity(desk.platform, { now: new Date('2022-05-01T00:00:05+08:00'), today: day, actor: SWEEPER }, day);
    expect((await changesAt('2022-05-01T09:00')).filter(({ recordId }) => recordId === id)).toEqual([
      expect.objectContaining({ what: 'ended', day: '2022-05-01' }),
    ]);
  });
});
