/** The chain under random events, writers at once with sealers, and random hands behind its back. */
import { readHeadFile, sealAudit, verifyAudit } from '@xincheng/usecases/audit';
import type { Platform } from '@xincheng/usecases/platform';
import { testPlatform } from '@xincheng/testkit/platform';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyAct, AT, emptyLog, faultsOf, owner, plainAct, sound, write } from './_audit.ts';

const SEED = Number(process.env['XINCHENG_TEST_SEED'] ?? Date.now() % 1_000_000);
const NOW = new Date('2026-03-02T09:00:05+08:00');
const MOST = 5;

let platform: Platform;

beforeAll(async () => {
  console.info(`seed ${String(SEED)}: XINCHENG_TEST_SEED=${String(SEED)} repeats it`);
  platform = await testPlatform();
});
afterAll(() => platform.close());

/** Ways to change one column of one row to something else; `$1` picks the row. */
const EVENT = '(select id from audit_event order by id offset $1 limit 1)';
const BLOCK = '(select no from audit_block order by no offset $1 limit 1)';
const ON_EVENTS = [
  `update audit_event set at = at + interval '1 microsecond' where id = ${EVENT}`,
  `update audit_event set actor = actor || ' ' where id = ${EVENT}`,
  `update audit_event set unit_id = case when unit_id is null then '' end where id = ${EVENT}`,
  `update audit_event set act = act || 's' where id = ${EVENT}`,
  `update audit_event set object_kind = upper(object_kind) where id = ${EVENT}`,
  `update audit_event set object_id = object_id || '0' where id = ${EVENT}`,
  `update audit_event set details = (details::text || ' ')::json where id = ${EVENT}`,
  `update audit_event set digest = sha256(digest) where id = ${EVENT}`,
  `update audit_event set id = gen_random_uuid() where id = ${EVENT}`,
  `delete from audit_event where id = ${EVENT}`,
  `insert into audit_event select gen_random_uuid(), at, actor, unit_id, act, object_kind, object_id, details, digest from audit_event where id = ${EVENT}`,
];
const ON_BLOCKS = [
  `delete from audit_block where no = ${BLOCK}`,
  `update audit_block set no = no + 1000 where no = ${BLOCK}`,
  `update audit_block set total = total + 1 where no = ${BLOCK}`,
  `update audit_block set event_ids = array_append(event_ids[2:], event_ids[1]) where no = ${BLOCK} and events > 1`,
  `update audit_block set event_ids[1] = gen_random_uuid() where no = ${BLOCK}`,
  `update audit_block set digests = sha256(digests) || substring(digests from 33) where no = ${BLOCK}`,
  `update audit_block set merkle_root = sha256(merkle_root) where no = ${BLOCK}`,
  `update audit_block set previous_hash = sha256(previous_hash) where no = ${BLOCK}`,
  `update audit_block set hash = sha256(hash) where no = ${BLOCK}`,
  `update audit_block set sealed_at = sealed_at + interval '1 microsecond' where no = ${BLOCK}`,
];

it('finds whatever one hand changed, and nothing before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAct, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: MOST }),
      fc.constantFrom(...ON_EVENTS, ...ON_BLOCKS),
      fc.nat(),
      async (acts, mostEvents, hand, pick) => {
        await emptyLog(platform);
        await write(platform, acts);
        await sealAudit(platform, NOW, mostEvents);
        expect((await sound(platform)).events).toBe(acts.length);
        const [size] = await owner<{ rows: number }>(
          platform,
          `select count(*)::integer as rows from ${ON_BLOCKS.includes(hand) ? 'audit_block' : 'audit_event'}`,
        );
        const { rowCount } = await platform.database.owner.query(hand, [pick % (size?.rows ?? 1)]);
        fc.pre(rowCount === 1);
        expect(await faultsOf(platform)).not.toEqual([]);
      },
    ),
    { seed: SEED, numRuns: 30, endOnFailure: true },
  );
});

it('notices a chain made anew from some block on, by a head noted before', async () => {
  await emptyLog(platform);
  await write(
    platform,
    Array.from({ length: 12 }, (_, no) => plainAct(no)),
  );
  await sealAudit(platform, NOW, 3);
  const noted = await readHeadFile(platform.home);
  // Somebody with every right on the database removes an event of the second block, then seals all that follows once more.
  await owner(platform, 'delete from audit_event where id = (select event_ids[1] from audit_block where no = 2)');
  await owner(
    platform,
    'with gone as (delete from audit_block where no >= 2 returning event_ids) insert into audit_unsealed select unnest(event_ids) from gone',
  );
  await owner(platform, 'delete from audit_unsealed u where not exists (select from audit_event e where e.id = u.event_id)');
  await sealAudit(platform, NOW, 3);
  expect(await faultsOf(platform)).toEqual([]);
  expect(await faultsOf(platform, noted?.hash)).toEqual(['head-missing']);
});

it('never loses an event, seals none twice and raises no alarm, with writers and sealers at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: MOST }), fc.integer({ min: 5, max: 25 }), async (mostEvents, each) => {
      await emptyLog(platform);
      let isOver = false;
      const writers = [1, 2, 3, 4].map(async (writer) => {
        // Some acts bear an old time: a long import, a correction of the clock.
        for (let no = 0; no < each; no += 1)
          await write(platform, plainAct(no), no % 3 === 0 ? `2020-01-0${String(writer)}T09:00` : AT);
      });
      const sealer = async (): Promise<void> => {
        while (!isOver) await sealAudit(platform, NOW, mostEvents);
      };
      const verifier = async (): Promise<void> => {
        // The head beside the data may be a moment behind the chain, never before it.
        while (!isOver) expect((await verifyAudit(platform)).faults).toEqual([]);
      };
      const others = [sealer(), sealer(), verifier()];
      await Promise.all(writers);
      isOver = true;
      await Promise.all(others);
      await sealAudit(platform, NOW, mostEvents);
      const { events, unsealed } = await sound(platform);
      expect([events, unsealed.events]).toEqual([4 * each, 0]);
    }),
    { seed: SEED, numRuns: 3, endOnFailure: true },
  );
});
