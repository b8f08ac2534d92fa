/** The chain over the audit log: whatever is changed behind its back is found and named; nothing is found where nothing was changed. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withTransaction } from '@xincheng/store/connection';
import { readAudit, readAuditHead, readHeadFile, sealAudit, verifyAudit, verifyBatch } from '@xincheng/usecases/audit';
import type { Platform } from '@xincheng/usecases/platform';
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyLog, faultsOf, owner, plainAct, sound, write } from './_audit.ts';
import { openDesk } from './_intake.ts';

const NOW = new Date('2026-03-02T09:00:05+08:00');
const OFFICE = { ...actAt('2026-03-02T09:01', []), actor: { id: '信用办', scope: 'all' as const, units: [], subjects: [] } };

let platform: Platform;

beforeAll(async () => {
  platform = await testPlatform();
});
beforeEach(() => emptyLog(platform));
afterAll(() => platform.close());

/** Nine events in three blocks. */
async function threeBlocks(): Promise<readonly string[]> {
  for (let no = 1; no <= 9; no += 1) await write(platform, plainAct(no), `2026-03-02T09:00:0${String(no)}`);
  expect(await sealAudit(platform, NOW, 3)).toBe(9);
  return (await owner<{ id: string }>(platform, 'select id from audit_event order by id')).map(({ id }) => id);
}

describe('sealing', () => {
  it('puts every event into one block, in order, and notes the head beside the data', async () => {
    const ids = await threeBlocks();
    const blocks = await owner<{ ids: string[] }>(platform, 'select event_ids as ids from audit_block order by no');
    expect(blocks.flatMap((block) => block.ids)).toEqual(ids);
    const { head, unsealed, events } = await sound(platform);
    expect([events, unsealed]).toEqual([9, { events: 0, oldestAt: null }]);
    expect(await readHeadFile(platform.home)).toEqual(head);
    expect(await readAuditHead(platform, OFFICE)).toEqual({ ok: true, value: head });
    expect(await sealAudit(platform, NOW)).toBe(0);
  });

  it('goes on after the tenth block', async () => {
    await write(
      platform,
      Array.from({ length: 12 }, (_, no) => plainAct(no)),
    );
    await sealAudit(platform, NOW, 1);
    await write(platform, plainAct(12));
    await sealAudit(platform, NOW, 1);
    expect(await sound(platform)).toMatchObject({ blocks: 13, events: 13, head: { block: 13 } });
  });

  it('takes an event that is committed late, though its id is older than what was sealed', async () => {
    await threeBlocks();
    await write(platform, plainAct(10), '2020-01-01T00:00');
    expect(await sealAudit(platform, NOW)).toBe(1);
    expect((await sound(platform)).events).toBe(10);
  });

  it('does not touch what is not committed', async () => {
    const client = await platform.database.owner.connect();
    try {
      await client.query('begin');
      await client.query(
        `with e as (insert into audit_event values ('01900000-0000-7000-8000-000000000001', now(), 'a', null, 'x', 'y', 'z', '{}', sha256('')))
         insert into audit_unsealed values ('01900000-0000-7000-8000-000000000001')`,
      );
      await write(platform, plainAct(1));
      expect((await owner(platform, 'select from audit_unsealed')).length).toBe(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
    expect(await sealAudit(platform, NOW)).toBe(1);
    await sound(platform);
  });

  it('tells how much is not sealed yet, and since when', async () => {
    await threeBlocks();
    await write(platform, plainAct(10), '2026-03-02T10:00:00');
    await write(platform, plainAct(11), '2026-03-02T10:00:01');
    expect((await sound(platform)).unsealed).toEqual({ events: 2, oldestAt: '2026-03-02T02:00:00.000Z' });
  });
});

describe('verification finds', () => {
  /** What a hand with the owner's rights does, and what is found. */
  it.each<readonly [string, string, readonly string[]]>([
    [
      'a changed time, by a millionth of a second',
      "update audit_event set at = at + interval '1 microsecond' where id = $1",
      ['event-changed'],
    ],
    ['a changed actor', "update audit_event set actor = '别人' where id = $1", ['event-changed']],
    ['a unit taken away', 'update audit_event set unit_id = null where id = $1', ['event-changed']],
    ['a changed act', "update audit_event set act = 'record.see' where id = $1", ['event-changed']],
    ['a changed object', "update audit_event set object_id = '0' where id = $1", ['event-changed']],
    ['changed details', `update audit_event set details = '{"no":2,"名":"示列"}' where id = $1`, ['event-changed']],
    [
      'details of the same meaning in other letters',
      `update audit_event set details = '{"no":1.0,"名":"示例"}' where id = $1`,
      ['event-changed'],
    ],
    ['a changed digest', "update audit_event set digest = sha256('x') where id = $1", ['event-changed']],
    ['a removed event', 'delete from audit_event where id = $1', ['event-removed']],
    ['another id', 'update audit_event set id = gen_random_uuid() where id = $1', ['event-outside', 'event-removed']],
    ['a removed block', 'delete from audit_block where event_ids @> array[$1::uuid]', ['block-missing', 'event-outside']],
    [
      'a block without one of its events',
      'update audit_block set event_ids = array_remove(event_ids, $1), events = 2, digests = substring(digests for 64) where event_ids @> array[$1::uuid]',
      ['block-changed', 'chain-broken', 'event-changed', 'event-outside'],
    ],
    [
      'a changed time of sealing',
      'update audit_block set sealed_at = now() where event_ids @> array[$1::uuid]',
      ['block-changed'],
    ],
    ['a changed root', "update audit_block set merkle_root = sha256('x') where event_ids @> array[$1::uuid]", ['block-changed']],
    [
      'a changed hash',
      "update audit_block set hash = sha256('x') where event_ids @> array[$1::uuid]",
      ['block-changed', 'chain-broken'],
    ],
  ])('%s', async (_, sql, codes) => {
    const [, , , , fifth = ''] = await threeBlocks();
    await owner(platform, sql, sql.includes('$1') ? [fifth] : []);
    expect(await faultsOf(platform)).toEqual(codes);
  });

  it('which event was changed, also when its digest was made anew', async () => {
    const [, , , , fifth = ''] = await threeBlocks();
    await owner(
      platform,
      `update audit_event t set actor = s.actor, at = s.at, details = s.details, act = s.act, object_id = s.object_id, digest = s.digest
       from audit_event s where t.id = $1 and s.object_id = '6'`,
      [fifth],
    );
    const { faults } = await verifyAudit(platform);
    expect(faults).toMatchObject([{ code: 'event-changed', block: 2, place: 2, event: fifth }]);
    expect(faults[0]?.message).toMatch(/第 2 个区块第 2 位/u);
  });

  it('events that changed places', async () => {
    await threeBlocks();
    await owner(platform, 'update audit_block set event_ids = array[event_ids[2], event_ids[1], event_ids[3]] where no = 2');
    expect(await faultsOf(platform)).toEqual(['event-moved']);
  });

  it('blocks that changed places', async () => {
    await threeBlocks();
    await owner(
      platform,
      'update audit_block set no = 9 where no = 2; update audit_block set no = 2 where no = 3; update audit_block set no = 3 where no = 9',
    );
    expect(await faultsOf(platform)).toEqual(['block-changed', 'chain-broken']);
  });

  it('a forged event, whether or not it was given a digest of its own', async () => {
    await threeBlocks();
    await owner(
      platform,
      `insert into audit_event select gen_random_uuid(), at, actor, unit_id, act, object_kind, object_id, details, digest from audit_event limit 1`,
    );
    expect(await faultsOf(platform)).toEqual(['event-outside']);
  });

  it('an event removed or changed before it was sealed', async () => {
    await threeBlocks();
    await write(platform, plainAct(10));
    await write(platform, plainAct(11));
    await owner(platform, "delete from audit_event where object_id = '10'");
    await owner(platform, "update audit_event set actor = '别人' where object_id = '11'");
    expect(await faultsOf(platform)).toEqual(['event-changed', 'event-lost']);
    // Sealing does not wash it away, nor does it stumble.
    await sealAudit(platform, NOW);
    expect(await faultsOf(platform)).toEqual(['event-changed', 'event-lost']);
  });

  it('an event in two blocks', async () => {
    const [first = ''] = await threeBlocks();
    await owner(platform, 'insert into audit_unsealed values ($1)', [first]);
    await sealAudit(platform, NOW);
    expect(await faultsOf(platform)).toEqual(['event-twice']);
  });

  it('a chain cut short, by the head beside the data or by one noted earlier', async () => {
    await threeBlocks();
    const noted = await readHeadFile(platform.home);
    await owner(
      platform,
      'with gone as (delete from audit_block where no = 3 returning event_ids) delete from audit_event using gone where id = any (event_ids)',
    );
    expect(await faultsOf(platform)).toEqual(['head-missing']);
    await rm(join(platform.home.root, 'audit-head.json'));
    // Whole in itself: only a head kept elsewhere shows it.
    expect(await faultsOf(platform)).toEqual([]);
    expect((await verifyAudit(platform)).notedHead).toBeNull();
    expect(await faultsOf(platform, noted?.hash)).toEqual(['head-missing']);
  });

  it('an earlier head in a chain that went on', async () => {
    await threeBlocks();
    const noted = await readHeadFile(platform.home);
    await write(platform, plainAct(10));
    await sealAudit(platform, NOW);
    expect(await faultsOf(platform, noted?.hash)).toEqual([]);
  });
});

it('cannot be written by the application: neither blocks nor, once written, events', async () => {
  await threeBlocks();
  for (const role of ['app', 'importer', 'portal'] as const)
    for (const sql of [
      'delete from audit_unsealed',
      'update audit_block set no = 7 where no = 3',
      'delete from audit_block',
      'insert into audit_block select * from audit_block limit 1',
      "update audit_event set actor = 'x'",
      'delete from audit_event',
    ]) {
      const attempt = withTransaction(platform.database[role], { actor: 't', scope: 'all' }, (client) => client.query(sql));
      await expect(attempt, `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' });
    }
});

it('is for the credit office alone', async () => {
  const unit = actAt('2026-03-02T09:01', ['lc-scjg']);
  expect(await readAudit(platform, unit, { limit: 1 })).toMatchObject({ ok: false, error: { code: 'audit-office-only' } });
  expect(await readAuditHead(platform, unit)).toMatchObject({ ok: false, error: { code: 'audit-office-only' } });
});

it('lists what happened to one object, the newest first', async () => {
  await threeBlocks();
  const listed = await readAudit(platform, OFFICE, { objectKind: 'record', objectId: '4', limit: 5 });
  expect(listed.ok ? listed.value : []).toMatchObject([{ act: 'record.look', actor: '测试员', details: { no: 4 } }]);
  const first = await readAudit(platform, OFFICE, { limit: 4 });
  const last = first.ok ? first.value.at(-1) : undefined;
  const next = await readAudit(platform, OFFICE, { after: last, limit: 9 });
  expect([first, next].flatMap((page) => (page.ok ? page.value.map(({ objectId }) => objectId) : []))).toEqual([...'987654321']);
});

it('holds the digest of what an import wrote, through corrections, confirmations and withdrawals', async () => {
  const desk = await openDesk();
  try {
    const rows = [{}, { set: { number: '济历城审许〔2021〕990号' } }, { set: { number: '' } }];
    const first = await desk.send({ dataset: 'licence', rows, at: '2021-05-06T09:00' });
    const change = await desk.send({ dataset: 'licence', rows: [{ set: { remark: '更正' } }], at: '2021-05-07T09:00' });
    const waits = await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/22' } }], at: '2021-05-08T09:00' });
    expect(await desk.decide(waits, 1, 'correction', '2021-05-08T10:00')).toBe('done');
    await desk.send({
      dataset: 'licence',
      at: '2021-05-09T09:00',
      rows: [{ replaces: first.recordIds[1] ?? '', set: { number: '济历城审许〔2021〕991号' } }],
    });
    const digests = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (const { batch } of [first, change, waits]) {
        const verified = await verifyBatch(desk.platform, OFFICE, batch.receiptNo);
        found.push(verified.ok ? [verified.value.isSound, verified.value.records] : verified.error.code);
      }
      return found;
    };
    expect(await digests()).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
    ]);
    await desk.rows(
      "update credit_record_version set content_hash = gen_random_uuid() where version = 1 and number like '%990%'",
    );
    expect(await digests()).toEqual([
      [false, 2],
      [true, 1],
      [true, 0],
    ]);
    expect(await verifyBatch(desk.platform, OFFICE, 'x')).toMatchObject({ ok: false, error: { code: 'no-such-receipt' } });
  } finally {
    await desk.close();
  }
});
