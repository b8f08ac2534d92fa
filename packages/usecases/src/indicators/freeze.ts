/** Freezing the numbers of a period: as they were published, with the definitions they were made by and a hash of what lay behind them. */
import { createHash } from 'node:crypto';
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { periodAt, previousPeriod } from '@xincheng/core/indicators';
import type { IndicatorReading, Measure, Period } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { DistrictDefinition } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { hashMeasured, insertFreeze } from '@xincheng/store/indicators';
import type { MeasuredDays } from '@xincheng/store/indicators';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import { factOf, noteFact } from '../platform/facts.ts';
import type { Platform } from '../platform/index.ts';
import { datasetMeasures, partOf } from './measures.ts';
import { indicatorProblem } from './problem.ts';
import type { IndicatorProblem } from './problem.ts';
import { Questions } from './questions.ts';
import { begunPeriod, readAll } from './read.ts';
import type { AskedIndicator } from './read.ts';

/** Who freezes when a period and its window are over. */
export const FREEZER: Actor = { id: '系统：指标冻结', scope: 'all', units: [], subjects: [] };

/** What was frozen. */
export interface Frozen {
  readonly period: string;
  /** Indicators frozen now; those that were before are not among them. */
  readonly indicators: readonly string[];
}

/** Freezes every measured indicator of the period's kind that is not frozen yet. A past number is never frozen twice. */
export async function freezePeriod(
  platform: Platform,
  context: ActContext,
  { period: named }: { readonly period: string },
): Promise<Result<Frozen, IndicatorProblem>> {
  if (!mayActForDistrict(context.actor, 'indicator.freeze')) return indicatorProblem('credit-office-only');
  const begun = begunPeriod(context, named);
  if (!begun.ok) return begun;
  const period = begun.value;
  if (period.kind === 'total') return indicatorProblem('not-frozen-kind', { period: named });
  const until = windowEnd(platform.pack.district, period);
  if (context.today <= until) return indicatorProblem('not-ended', { period: named, until, today: context.today });
  return ok(await freeze(platform, context, period));
}

async function freeze(platform: Platform, context: ActContext, period: Period): Promise<Frozen> {
  const asked = [...platform.pack.indicators.values()]
    .filter((definition) => definition.period === period.kind && definition.numerator !== undefined)
    .map((definition) => ({ definition, period }));
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    // One picture of all numbers and of the rows behind them.
    await client.query('set transaction isolation level repeatable read');
    const readings = await readAll(client, platform, context, asked);
    const indicators: string[] = [];
    for (const [index, one] of asked.entries()) {
      const reading = readings[index];
      if (reading !== undefined && reading.frozenAt === null && (await freezeOne(client, platform, context, one, reading)))
        indicators.push(one.definition.id);
    }
    if (indicators.length > 0)
      await writeAct(client, context, {
        act: 'indicator.freeze',
        objectKind: 'period',
        objectId: period.id,
        unitId: null,
        details: { period: period.id, indicators },
      });
    return { period: period.id, indicators };
  });
}

async function freezeOne(
  client: Client,
  platform: Platform,
  context: ActContext,
  { definition, period }: AskedIndicator,
  { version, total, units }: IndicatorReading,
): Promise<boolean> {
  const { numerator, denominator } = definition;
  const behind = [];
  for (const measure of [numerator, denominator]) behind.push(await hashBehind(client, platform, context, measure, period));
  const numbers = [total, ...units].map((cell) => [
    'unitId' in cell ? cell.unitId : '',
    String(cell.numerator),
    String(cell.denominator),
    cell.absence,
  ]);
  const rowsHash = createHash('sha256')
    .update(JSON.stringify([behind, numbers]))
    .digest('hex');
  return insertFreeze(client, {
    indicator: definition.id,
    period: period.id,
    version,
    definition,
    total,
    units,
    rowsHash,
    frozenAt: context.now,
    frozenBy: context.actor.id,
  });
}

/** Of records by what they are; rows, acts and entries are never changed, so that their numbers say them. */
async function hashBehind(
  client: Client,
  platform: Platform,
  context: ActContext,
  measure: Measure | undefined,
  period: Period,
): Promise<string> {
  const resolved = partOf(platform.pack, measure);
  if (resolved?.source !== 'record') return '';
  const questions = new Questions(client, platform.pack, context.today);
  const asked: MeasuredDays[] = [];
  for (const one of datasetMeasures(platform.pack, resolved))
    asked.push({ measure: one.sql, ranges: await questions.rangesOf(one, period) });
  return hashMeasured(client, asked);
}

/** The last day on which the numbers of a period can still be put right before they are frozen. */
export function windowEnd({ correctionWindow = [] }: DistrictDefinition, { to }: Period): Day {
  const window = correctionWindow.filter(({ from }) => from <= to).at(-1);
  return addDays(to, window?.days ?? 0);
}

const SINCE = 'indicator-freeze-since';

/**
 * Freezes whatever is due: every period whose window ended since the installation began to freeze. Of what was over before, nothing was
 * published here. Without a window in the district's definition nothing is frozen by itself.
 */
export async function freezeDue(platform: Platform, context: ActContext): Promise<readonly Frozen[]> {
  const { district } = platform.pack;
  if (district.correctionWindow === undefined) return [];
  const since = (await factOf(platform, SINCE)) ?? context.today;
  await noteFact(platform, SINCE, since);
  const frozen: Frozen[] = [];
  for (const kind of ['month', 'quarter', 'year'] as const) {
    let period = previousPeriod(periodAt(context.today, kind, context.today), context.today);
    while (period !== null && windowEnd(district, period) >= since) {
      if (windowEnd(district, period) < context.today) {
        const done = await freeze(platform, context, period);
        if (done.indicators.length > 0) frozen.push(done);
      }
      period = previousPeriod(period, context.today);
    }
  }
  return frozen;
}
