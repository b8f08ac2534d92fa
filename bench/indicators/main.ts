/**
 * Numbers over a large register: `npm run bench -- indicators [--records 5000000] [--units 40] [--indicators 60] [--batch 10000] [--import 1000000]`.
 * How long a board takes, how soon a batch stands on it, whether every number is what the records give, and how long a small act takes
 * while a large import runs. The register is written past the front door; batch and import come through it.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  checkIndicators,
  declareTotal,
  foldDeltas,
  readBoard,
  readIndicator,
  rebuildIndicators,
} from '@xincheng/usecases/indicators';
import { submitBatch } from '@xincheng/usecases/intake';
import { openPlatform } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { startNumberKeeper } from '@xincheng/worker/indicators';
import { buildImporter, importOnce } from '../intake/import-once.ts';
import { saveResults } from '../shared/save.ts';
import { fill } from './fill.ts';
import { standardsWithMore } from './standards.ts';

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '5000000' },
    units: { type: 'string', default: '40' },
    indicators: { type: 'string', default: '60' },
    batch: { type: 'string', default: '10000' },
    import: { type: 'string', default: '1000000' },
    reads: { type: 'string', default: '300' },
  },
});
const [RECORDS, UNITS, INDICATORS, BATCH, IMPORT, READS] = [
  options.records,
  options.units,
  options.indicators,
  options.batch,
  options.import,
  options.reads,
].map(Number) as [number, number, number, number, number, number];
const ROOT = join(import.meta.dirname, '../..');
const NOW = new Date('2021-06-30T04:00:00Z');
const SEED = 20210630;
const OFFICE: ActContext = { now: NOW, today: dayOf(NOW), actor: { id: 'bench', scope: 'all', units: [], subjects: [] } };

/** The district's own limit is 15 natural days. */
const APRIL = "decided_on between '2021-04-01' and '2021-04-30' and dataset in ('licence', 'penalty') and state <> 'withdrawn'";
const BY_HAND = {
  'late-filings': `select count(*) from credit_record where ${APRIL} and (received_at at time zone 'Asia/Shanghai')::date - decided_on > 15`,
  'overdue-at-city': `select count(*) from credit_record r where ${APRIL} and not exists (
    select from credit_record_forwarding f where f.record_id = r.record_id and f.city_receipt_at is not null)`,
} as const;

const folder = await mkdtemp(join(tmpdir(), 'xincheng-bench-indicators-'));
// Root's database server runs as another user and must get through to the home.
await chmod(folder, 0o711);
const standardsDir = join(folder, 'standards');
const home = join(folder, 'home');
const began = performance.now();
try {
  await saveResults(join(ROOT, 'bench/results'), 'indicators', await run());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<object> {
  buildImporter(ROOT);
  const platform = await opened();
  try {
    const units = [...platform.pack.units.keys()].slice(0, UNITS);
    await fill(platform, units, RECORDS, say);
    const rebuild = await timed(() => rebuildIndicators(platform));
    await platform.database.owner.query('vacuum analyze indicator_fold');
    say(
      `${String(measured(platform))} measured indicators of ${String(platform.pack.indicators.size)}, counted from ${String(RECORDS)} records in ${seconds(rebuild)}`,
    );
    const keeper = startNumberKeeper(platform, { now: () => NOW, log: say });
    const board = await boards(platform, OFFICE);
    const ofUnit = await boards(platform, { ...OFFICE, actor: { ...OFFICE.actor, scope: 'units', units: units.slice(0, 1) } });
    const batch = await batchOnBoard(platform);
    const small = await smallActs(platform);
    await keeper.stop();
    await foldDeltas(platform);
    const check = await equalsBruteForce(platform);
    const goals = [
      atMost('board data, p99 in ms', 200, board.p99),
      atMost('board data of a unit, p99 in ms', 200, ofUnit.p99),
      atMost('a batch on the board after its receipt, ms', 2000, batch.visibleMs),
      atMost('numbers unlike brute force', 0, check.differences),
      atMost('a declaration during an import, p99 in ms', 100, small.declaring.p99),
      atMost('a declaration and a look during an import, p99 in ms', 100, small.looking.p99),
    ];
    for (const { goal, most, measured: found, isMet } of goals)
      say(`${isMet ? 'met   ' : 'missed'} ${goal}: ${found.toFixed(1)} (${String(most)})`);
    return {
      goals,
      records: RECORDS,
      units: UNITS,
      measuredIndicators: measured(platform),
      rebuildMs: Math.round(rebuild),
      board,
      ofUnit,
      batch,
      small,
      check,
    };
  } finally {
    await platform.close();
  }
}

function measured({ pack }: Platform): number {
  return [...pack.indicators.values()].filter(({ numerator }) => numerator !== undefined).length;
}

async function opened(): Promise<Platform> {
  await standardsWithMore(join(ROOT, 'standards'), standardsDir, 0);
  const plain = await open();
  const missing = INDICATORS - measured(plain);
  await plain.close();
  await standardsWithMore(join(ROOT, 'standards'), standardsDir, Math.max(0, missing));
  return open();
}

async function open(): Promise<Platform> {
  const found = await openPlatform({
    home,
    databaseUrl: null,
    standardsDir,
    districtDir: join(ROOT, 'districts/licheng'),
    migrationsDir: join(ROOT, 'packages/store/migrations'),
    now: NOW,
    log: () => undefined,
  });
  if (!found.ok) throw new Error(`${found.error.message} ${found.error.detail ?? ''}`);
  return found.value;
}

/** Boards of months in turn, the present one too. */
async function boards(platform: Platform, context: ActContext): Promise<Spread> {
  const taken: number[] = [];
  for (let index = 0; index < READS; index += 1) {
    const period = new Date(Date.UTC(2021, 5 - (index % 20), 1)).toISOString().slice(0, 'YYYY-MM'.length);
    taken.push(
      await timed(async () => {
        const board = await readBoard(platform, context, { period });
        if (!board.ok) throw new Error(board.error.message);
      }),
    );
  }
  // The first reads meet a cold cache, as they do after every start; they count.
  return spread('board', taken);
}

/** From the receipt of a file to a board that shows all of its records. */
async function batchOnBoard(
  platform: Platform,
): Promise<{ readonly receiptMs: number; readonly visibleMs: number; readonly accepted: number }> {
  const { path, unit } = await file(platform, BATCH, SEED);
  const licences = async (): Promise<bigint> => {
    const reading = await readIndicator(platform, OFFICE, { indicator: 'records-received', period: '2021-06' });
    if (!reading.ok) throw new Error(reading.error.message);
    return reading.value.total.numerator ?? 0n;
  };
  const before = await licences();
  const from = performance.now();
  const done = await submitBatch(
    platform,
    { ...OFFICE, actor: { ...OFFICE.actor, scope: 'units', units: [unit] } },
    { unitId: unit, dataset: 'licence', path, fileName: 'licence.csv', source: 'file', idempotencyKey: null },
  );
  if (!done.ok) throw new Error(done.error.message);
  const receiptMs = performance.now() - from;
  while ((await licences()) - before < BigInt(done.value.accepted)) await new Promise((resolve) => setTimeout(resolve, 5));
  const visibleMs = performance.now() - from - receiptMs;
  say(`a batch of ${String(BATCH)}: receipt after ${seconds(receiptMs)}, on the board ${visibleMs.toFixed(0)} ms later`);
  return { receiptMs, visibleMs, accepted: done.value.accepted };
}

/** Small acts, one after another, while another process imports a large file. */
async function smallActs(
  platform: Platform,
): Promise<{ readonly declaring: Spread; readonly looking: Spread; readonly importSeconds: number }> {
  const { path, unit } = await file(platform, IMPORT, SEED + 1);
  const importing = importOnce({ root: ROOT, home, file: path, unit, dataset: 'licence', standardsDir });
  const state = { isDone: false };
  const ended = importing.finally(() => {
    state.isDone = true;
  });
  const other =
    [...platform.pack.provisions].find(({ dataset, unit: id }) => dataset === 'penalty' && platform.pack.units.has(id))?.unit ??
    '';
  const context: ActContext = { ...OFFICE, actor: { ...OFFICE.actor, scope: 'units', units: [other] } };
  const [declaring, looking]: [number[], number[]] = [[], []];
  while (!state.isDone) {
    const query = {
      set: 'dual-publicity-declared',
      unit: other,
      item: 'penalty',
      period: '2021-06',
      name: '测',
      reason: '测量',
      count: 100,
    };
    declaring.push(
      await timed(async () => {
        const said = await declareTotal(platform, context, query);
        if (!said.ok) throw new Error(said.error.message);
      }),
    );
    looking.push(
      await timed(async () => {
        const reading = await readIndicator(platform, context, { indicator: 'submission-rate', period: '2021-06' });
        if (!reading.ok) throw new Error(reading.error.message);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { seconds: importSeconds } = await ended;
  say(`an import of ${String(IMPORT)} rows took ${importSeconds.toFixed(1)} s beside ${String(declaring.length)} declarations`);
  return { declaring: spread('declaring', declaring), looking: spread('reading one indicator', looking), importSeconds };
}

/** Every measure counted again, and some numbers by queries of their own. */
async function equalsBruteForce(platform: Platform): Promise<{ readonly differences: number; readonly seconds: number }> {
  const from = performance.now();
  let differences = (await checkIndicators(platform)).length;
  for (const [indicator, sql] of Object.entries(BY_HAND)) {
    const reading = await readIndicator(platform, OFFICE, { indicator, period: '2021-04' });
    const { rows } = await platform.database.owner.query<{ count: bigint }>(sql);
    if (!reading.ok || reading.value.total.numerator !== rows[0]?.count) differences += 1;
  }
  const taken = (performance.now() - from) / 1000;
  say(`${String(differences)} differences from brute force, in ${taken.toFixed(1)} s`);
  return { differences, seconds: taken };
}

async function file({ pack }: Platform, rows: number, seed: number): Promise<{ readonly path: string; readonly unit: string }> {
  const unit = pack.provisions.find(({ dataset }) => dataset === 'licence')?.unit ?? '';
  const path = join(folder, `licence-${String(rows)}-${String(seed)}.csv`);
  const made = await generateFile({
    pack,
    dataset: 'licence',
    rows,
    seed,
    bad: 0.01,
    today: OFFICE.today,
    path,
    header: 'codes',
  });
  if (!made.ok) throw new Error(made.error.message);
  return { path, unit };
}

interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
  readonly times: number;
}

function spread(what: string, taken: readonly number[]): Spread {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const found = { median: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0, times: sorted.length };
  say(
    `${what}: median ${found.median.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms, most ${found.most.toFixed(1)} ms of ${String(found.times)}`,
  );
  return found;
}

function atMost(goal: string, most: number, found: number): { goal: string; most: number; measured: number; isMet: boolean } {
  return { goal, most, measured: found, isMet: found <= most };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
}
