/**
 * What the chain over the audit log costs: an act, the sealing of a backlog, and the verification of everything:
 * `npm run bench -- audit [events]`. Results go to bench/results.
 */
import { join } from 'node:path';
import { asDay } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { testPlatform } from '@xincheng/testkit/platform';
import { eventDigest, sealAudit, verifyAudit, writeAct } from '@xincheng/usecases/audit';
import type { Platform } from '@xincheng/usecases/platform';
import { saveResults } from '../shared/save.ts';

const EVENTS = Number(process.argv[2] ?? '1000000');
const MOST_SECONDS = 60;
/** Acts measured one by one, with and without a sealer at work. */
const ACTS = 2000;
/** Events in one statement. */
const PART = 5000;
const NOW = new Date('2026-03-02T09:00:00+08:00');
const CONTEXT = {
  now: NOW,
  today: asDay('2026-03-02'),
  actor: { id: '测', scope: 'all' as const, units: [], subjects: [] },
};
const IDENTITY = { actor: '测', scope: 'all' } as const;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

async function act(platform: Platform, no: number): Promise<void> {
  await withTransaction(platform.database.app, IDENTITY, (client) =>
    writeAct(client, CONTEXT, {
      act: 'record.look',
      objectKind: 'record',
      objectId: String(no),
      unitId: 'lc-scjg',
      details: { no, 数据集: 'penalty', 事由: '办理信用修复核实' },
    }),
  );
}

/** Milliseconds of the median and the 99th percentile. */
async function actTimes(platform: Platform): Promise<{ readonly median: number; readonly p99: number }> {
  const times: number[] = [];
  for (let no = 0; no < ACTS; no += 1) times.push((await seconds(() => act(platform, no))) * 1000);
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(ACTS * 0.5)] ?? 0, p99: times[Math.floor(ACTS * 0.99)] ?? 0 };
}

/** Events as acts write them, many in a statement: writing them one by one is measured above. */
async function fill({ database: { owner } }: Platform, events: number): Promise<void> {
  for (let done = 0; done < events; done += PART) {
    const part = Array.from({ length: Math.min(PART, events - done) }, (_, index) => statedEvent(done + index));
    await owner.query(
      `with event as (
         insert into audit_event (id, at, actor, unit_id, act, object_kind, object_id, details, digest)
         select e.id, to_timestamp(e.at::numeric), e.actor, e.unit, e.act, e.kind, e.object, e.details::json, e.digest
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[])
           e (id, at, actor, unit, act, kind, object, details, digest))
       insert into audit_unsealed select unnest($1::uuid[])`,
      [
        part.map(({ id }) => id),
        part.map(({ at }) => at),
        part.map(({ actor }) => actor),
        part.map(({ unitId }) => unitId),
        part.map(({ act: name }) => name),
        part.map(({ objectKind }) => objectKind),
        part.map(({ objectId }) => objectId),
        part.map(({ details }) => details),
        part.map(eventDigest),
      ],
    );
  }
}

function statedEvent(no: number): Parameters<typeof eventDigest>[0] {
  const hex = no.toString(16).padStart(12, '0');
  return {
    id: `019cad00-0000-7000-8000-${hex}`,
    at: `${String(1772413200 + no)}.123000`,
    actor: '测',
    unitId: 'lc-scjg',
    act: 'record.look',
    objectKind: 'record',
    objectId: String(no),
    details: JSON.stringify({ no, 数据集: 'penalty', 事由: '办理信用修复核实' }),
  };
}

async function withSealer<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const sealer = (async () => {
    while (!over.signal.aborted) {
      await sealAudit(platform, NOW);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  })();
  const value = await work();
  over.abort();
  await sealer;
  return value;
}

const platform = await testPlatform();
try {
  const withoutSealer = await actTimes(platform);
  await sealAudit(platform, NOW);
  const besideSealer = await withSealer(platform, () => actTimes(platform));
  await fill(platform, EVENTS);
  const sealing = await seconds(() => sealAudit(platform, NOW));
  await platform.database.owner.query('vacuum analyze audit_event, audit_block, audit_unsealed').catch(() => undefined);
  let found = '';
  const verifying = await seconds(async () => {
    const { isSound, events, blocks, unsealed } = await verifyAudit(platform);
    found = `${isSound ? 'sound' : 'FAULTY'}, ${String(events)} events in ${String(blocks)} blocks, ${String(unsealed.events)} unsealed`;
  });
  const results = {
    events: EVENTS,
    goals: [{ goal: 'verifying, seconds', most: MOST_SECONDS, measured: verifying, isMet: verifying < MOST_SECONDS }],
    seconds: { sealing, verifying },
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    actMilliseconds: { withoutSealer, besideSealer },
  };
  console.log(found);
  console.log(JSON.stringify(results, null, 2));
  await saveResults(join(import.meta.dirname, '../results'), 'audit', results);
} finally {
  await platform.close();
}
