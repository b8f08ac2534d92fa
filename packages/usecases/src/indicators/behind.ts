/** Drilling down: what lies behind a cell, row by row. */
import type { RecordView } from '@xincheng/contract/api';
import type { Day } from '@xincheng/core/calendar';
import { entryState, periodAt } from '@xincheng/core/indicators';
import type { ExpectedItem, ExpectedSetDefinition, Period } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { ALL_UNITS, listActsBehind, listBatchesBehind, listMeasured } from '@xincheng/store/indicators';
import type { CountedAct, CountedBatch, MeasuredDays, RecordPlace } from '@xincheng/store/indicators';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { readRecordsOf } from '../records/index.ts';
import { datasetMeasures, partOf } from './measures.ts';
import { indicatorProblem } from './problem.ts';
import type { IndicatorProblem } from './problem.ts';
import { itemsIn, Questions } from './questions.ts';
import { askedOf, begunPeriod, checkUnit } from './read.ts';

/** Which part of which cell. */
export interface RowsQuery {
  readonly indicator: string;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly part: 'numerator' | 'denominator';
  readonly limit: number;
  /** For records: behind which one to go on. */
  readonly after?: RecordPlace | null | undefined;
}

/** An entry of an expected set in one of its periods, and how it stands. */
export interface EntryBehind extends ExpectedItem {
  readonly period: string;
  readonly state: ReturnType<typeof entryState>;
}

/** Rows of one kind: what a part counts. Of others' units only what the reader may see. */
export type RowsBehind =
  | { readonly kind: 'records'; readonly records: readonly RecordView[]; readonly next: RecordPlace | null }
  | { readonly kind: 'submissions'; readonly submissions: readonly CountedBatch[] }
  | { readonly kind: 'acts'; readonly acts: readonly CountedAct[] }
  | { readonly kind: 'entries'; readonly entries: readonly EntryBehind[] };

/** The rows behind a cell; persons are masked, and the look at them is written down. */
export async function readIndicatorRows(
  platform: Platform,
  context: ActContext,
  query: RowsQuery,
): Promise<Result<RowsBehind, IndicatorProblem>> {
  const asked = askedOf(platform, context, query);
  if (!asked.ok) return asked;
  const { definition, period } = asked.value;
  const measure = partOf(platform.pack, definition[query.part]);
  if (measure === null)
    return indicatorProblem('unmeasured-part', {
      indicator: query.indicator,
      part: query.part === 'numerator' ? '分子' : '分母',
    });
  const unitId = query.unit ?? null;
  const office = platform.pack.district.creditOffice;
  return withTransaction(
    platform.database.app,
    identityOf(context.actor),
    async (client): Promise<Result<RowsBehind, IndicatorProblem>> => {
      switch (measure.source) {
        case 'record':
          return ok(await recordsBehind(client, platform, context, { ...query, measure, period, unitId }));
        case 'row':
          return ok({
            kind: 'submissions',
            submissions: await listBatchesBehind(client, { ...measure, ...period }, unitId, query.limit),
          });
        case 'act':
          return ok({
            kind: 'acts',
            acts: await listActsBehind(client, { ...measure, ...period }, { unitId, office, limit: query.limit }),
          });
        case 'expected':
          return ok({
            kind: 'entries',
            entries: await entriesBehind(client, platform, context, { ...query, set: measure.set, period }),
          });
      }
    },
  );
}

async function recordsBehind(
  client: Client,
  platform: Platform,
  context: ActContext,
  {
    measure,
    period,
    unitId,
    after = null,
    limit,
  }: {
    readonly measure: Parameters<typeof datasetMeasures>[1];
    readonly period: Period;
    readonly unitId: string | null;
    readonly after?: RecordPlace | null | undefined;
    readonly limit: number;
  },
): Promise<RowsBehind> {
  const questions = new Questions(client, platform.pack, context.today);
  const asked: MeasuredDays[] = [];
  for (const one of datasetMeasures(platform.pack, measure))
    asked.push({ measure: one.sql, ranges: await questions.rangesOf(one, period) });
  const places = await listMeasured(client, asked, { unitId, after, limit: limit + 1 });
  const shown = places.slice(0, limit);
  const records = await readRecordsOf(
    client,
    platform,
    context,
    shown.map(({ recordId }) => recordId),
  );
  return { kind: 'records', records, next: places.length > limit ? (shown.at(-1) ?? null) : null };
}

/** Entries of a set, those that are missing first. */
async function entriesBehind(
  client: Client,
  { pack }: Pick<Platform, 'pack'>,
  context: ActContext,
  {
    set: id,
    period,
    unit,
    limit,
  }: { readonly set: string; readonly period: Period; readonly unit?: string | undefined; readonly limit: number },
): Promise<readonly EntryBehind[]> {
  const set = pack.expected.get(id);
  if (set === undefined) return [];
  return (await readEntries(client, { pack }, context.today, { set, period }))
    .filter(({ unitId }) =>
      unit === undefined ? context.actor.scope === 'all' || context.actor.units.includes(unitId) : unitId === unit,
    )
    .sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'))
    .slice(0, limit);
}

/** A set with its entries in a period: the reader's own, or all for the credit office. */
export interface ExpectedReading {
  readonly set: ExpectedSetDefinition;
  readonly period: Period;
  readonly entries: readonly EntryBehind[];
}

/** An expected set in one of its periods; without one that of today. */
export async function readExpected(
  platform: Pick<Platform, 'pack' | 'database'>,
  context: ActContext,
  {
    set: id,
    period: named,
    unit,
  }: { readonly set: string; readonly period?: string | undefined; readonly unit?: string | undefined },
): Promise<Result<ExpectedReading, IndicatorProblem>> {
  const set = platform.pack.expected.get(id);
  if (set === undefined)
    return indicatorProblem('no-such-set', { set: id, known: [...platform.pack.expected.keys()].join('、') });
  const mayLook = checkUnit(platform, context, unit);
  if (!mayLook.ok) return mayLook;
  const period = named === undefined ? ok(periodAt(context.today, set.period, context.today)) : begunPeriod(context, named);
  if (!period.ok) return period;
  if (period.value.kind !== set.period) return indicatorProblem('bad-period', { period: named ?? '' });
  const entries = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    entriesBehind(client, platform, context, { set: id, period: period.value, unit, limit: Number.MAX_SAFE_INTEGER }),
  );
  return ok({ set, period: period.value, entries });
}

/** Every entry of a set in a period, as far as the transaction's identity sees what came of it. */
async function readEntries(
  client: Client,
  { pack }: Pick<Platform, 'pack'>,
  today: Day,
  { set, period }: { readonly set: Parameters<Questions['askEntries']>[0]; readonly period: Period },
): Promise<readonly EntryBehind[]> {
  const questions = new Questions(client, pack, today);
  const parts = await questions.askEntries(set, period);
  const answers = await questions.answers();
  return parts.flatMap((part) =>
    (itemsIn(pack, answers, part).get(ALL_UNITS) ?? []).map((item) => ({
      ...item,
      period: part.period.id,
      state: entryState(item),
    })),
  );
}
