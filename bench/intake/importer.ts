/** Child of import-once: opens the platform, submits one file, reports. */
import { basename, join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { submitBatch } from '@xincheng/usecases/intake';
import { openPlatform } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import type { ImportMeasure, ImportRequest } from './import-once.ts';

const request = JSON.parse(process.argv[2] ?? '{}') as ImportRequest;
const ROOT = request.root;
const now = new Date('2021-06-30T04:00:00Z');

const opened = await openPlatform({
  home: request.home,
  databaseUrl: null,
  standardsDir: request.standardsDir ?? join(ROOT, 'standards'),
  districtDir: join(ROOT, 'districts/licheng'),
  migrationsDir: join(ROOT, 'packages/store/migrations'),
  now,
  log: () => undefined,
});
if (!opened.ok) throw new Error(`${opened.error.message} ${opened.error.detail ?? ''}`);
const platform = opened.value;
const before = await writtenSoFar(platform);
const stages: Record<string, number> = {};
const started = performance.now();
const submitted = await submitBatch(
  platform,
  { now, today: dayOf(now), actor: { id: 'bench', scope: 'units', units: [request.unit], subjects: [] } },
  {
    unitId: request.unit,
    dataset: request.dataset,
    path: request.file,
    fileName: basename(request.file),
    source: 'file',
    idempotencyKey: null,
    onProgress: ({ stage }) => {
      stages[`${stage}From`] ??= (performance.now() - started) / 1000;
    },
  },
);
const seconds = (performance.now() - started) / 1000;
if (!submitted.ok) throw new Error(submitted.error.message);
const written = (await writtenSoFar(platform)) - before;
await platform.close();
const { rows, accepted, changed, unchanged, rejected, waiting, issues } = submitted.value;
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({
  seconds,
  rssMb,
  rows,
  accepted,
  changed,
  unchanged,
  rejected,
  waiting,
  issues,
  written,
  stages,
} satisfies ImportMeasure);
process.disconnect();

/** From the server's own counters, which count every row version written. */
async function writtenSoFar({ database }: Platform): Promise<number> {
  await database.owner.query('select pg_stat_force_next_flush()');
  const { rows: counters } = await database.owner.query<{ written: string }>(
    `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as written from pg_stat_user_tables where relname like 'credit_record%'`,
  );
  return Number(counters[0]?.written ?? 0);
}
