/** Reading indicators: one, or a whole board. Every number is made of the units' cells, each time anew. */
import {
  absentCell,
  absenceOf,
  countCell,
  isTargetMet,
  periodAt,
  periodOf,
  previousPeriod,
  ratioCell,
  targetOn,
} from '@xincheng/core/indicators';
import type { Cell, IndicatorDefinition, IndicatorReading, Period, PeriodKind, UnitCell } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import { seeingAll, withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { ALL_UNITS, listFrozen } from '@xincheng/store/indicators';
import type { FreezeRow } from '@xincheng/store/indicators';
import { identityOf, needs } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { indicatorProblem } from './problem.ts';
import type { IndicatorProblem } from './problem.ts';
import { itemsIn, Questions } from './questions.ts';
import type { Answers, Part } from './questions.ts';

/** Which number; without a period that of today. */
export interface IndicatorQuery {
  readonly indicator: string;
  readonly period?: string | undefined;
  /** Shows this unit's cell alone; the total stays that of the district. */
  readonly unit?: string | undefined;
}

/** All indicators of a pack, each in its period that holds the period asked for. */
export interface Board {
  readonly period: Period;
  readonly readings: readonly IndicatorReading[];
}

type Definitions = Pick<Platform, 'pack'>;

/** One indicator in one period. */
export async function readIndicator(
  platform: Pick<Platform, 'pack' | 'database'>,
  context: ActContext,
  query: IndicatorQuery,
): Promise<Result<IndicatorReading, IndicatorProblem>> {
  return withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    readIndicatorWith(client, platform, context, query),
  );
}

/** The same within a transaction that acts for the same actor. */
export async function readIndicatorWith(
  client: Client,
  platform: Definitions,
  context: ActContext,
  query: IndicatorQuery,
): Promise<Result<IndicatorReading, IndicatorProblem>> {
  const asked = askedOf(platform, context, query);
  if (!asked.ok) return asked;
  const [reading] = await readAll(client, platform, context, [asked.value]);
  if (reading === undefined) throw new Error(`no reading of ${query.indicator}`);
  return ok(query.unit === undefined ? reading : onlyUnit(reading, query.unit));
}

/** Every indicator in the period of its own kind that holds a period: a month, or the present one. */
export async function readBoard(
  platform: Pick<Platform, 'pack' | 'database'>,
  context: ActContext,
  { period: named, unit }: { readonly period?: string | undefined; readonly unit?: string | undefined } = {},
): Promise<Result<Board, IndicatorProblem>> {
  const mayLook = checkUnit(platform, context, unit);
  if (!mayLook.ok) return mayLook;
  const period = named === undefined ? ok(periodAt(context.today, 'month', context.today)) : begunPeriod(context, named);
  if (!period.ok) return period;
  const inside = period.value.kind === 'total' || period.value.to > context.today ? context.today : period.value.to;
  const asked = [...platform.pack.indicators.values()].map((definition) => ({
    definition,
    period: periodAt(inside, definition.period, context.today),
  }));
  const readings = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    readAll(client, platform, context, asked),
  );
  return ok({
    period: period.value,
    readings: unit === undefined ? readings : readings.map((reading) => onlyUnit(reading, unit)),
  });
}

/** An indicator in a period. */
export interface AskedIndicator {
  readonly definition: IndicatorDefinition;
  readonly period: Period;
}

/** The indicator and period that were named, if they can be read by this actor. */
export function askedOf(
  platform: Definitions,
  context: ActContext,
  { indicator, period: named, unit }: IndicatorQuery,
): Result<AskedIndicator, IndicatorProblem> {
  const definition = platform.pack.indicators.get(indicator);
  if (definition === undefined) return indicatorProblem('no-such-indicator', { indicator });
  const mayLook = checkUnit(platform, context, unit);
  if (!mayLook.ok) return mayLook;
  if (named === undefined) return ok({ definition, period: periodAt(context.today, definition.period, context.today) });
  const period = begunPeriod(context, named);
  if (!period.ok) return period;
  if (period.value.kind === definition.period) return ok({ definition, period: period.value });
  const example = periodAt(context.today, definition.period, context.today).id;
  return indicatorProblem('period-kind', { indicator, period: named, kind: KIND_WORDS[definition.period], example });
}

/** A period as somebody wrote it, if it has begun. */
export function begunPeriod({ today }: ActContext, named: string): Result<Period, IndicatorProblem> {
  const period = periodOf(named, today);
  if (period === null) return indicatorProblem('bad-period', { period: named });
  return period.from > today ? indicatorProblem('period-in-future', { period: named, today }) : ok(period);
}

const KIND_WORDS: Readonly<Record<PeriodKind, string>> = { month: '月', quarter: '季', year: '年', total: '累计（total）' };

/** Whether this actor may see a unit's own numbers. */
export function checkUnit(
  { pack }: Definitions,
  { actor }: ActContext,
  unit: string | undefined,
): Result<null, IndicatorProblem> {
  const may = needs(actor, 'indicator.read');
  if (!may.ok) return may;
  if (actor.scope === 'subject') return indicatorProblem('not-your-unit', { unit: unit ?? '' });
  if (unit === undefined) return ok(null);
  if (!pack.units.has(unit)) return indicatorProblem('unknown-unit', { unit });
  return actor.scope === 'all' || actor.units.includes(unit) ? ok(null) : indicatorProblem('not-your-unit', { unit });
}

function onlyUnit(reading: IndicatorReading, unit: string): IndicatorReading {
  const ofUnit = (cells: readonly UnitCell[]): readonly UnitCell[] => cells.filter(({ unitId }) => unitId === unit);
  const { restated } = reading;
  return {
    ...reading,
    units: ofUnit(reading.units),
    restated: restated === null ? null : { ...restated, units: ofUnit(restated.units) },
  };
}

interface Planned extends AskedIndicator {
  readonly numerator: Part | null;
  readonly denominator: Part | null;
  /** The period before, where the target is that the number rises. */
  readonly previous: Planned | null;
}

/** Reads many at once: a few queries, whatever their number. */
export async function readAll(
  client: Client,
  platform: Definitions,
  context: ActContext,
  asked: readonly AskedIndicator[],
): Promise<readonly IndicatorReading[]> {
  const questions = new Questions(client, platform.pack, context.today);
  const planned: Planned[] = [];
  for (const one of asked) planned.push(await plan(questions, one, context, true));
  const seen = await questions.answers();
  const { scope } = context.actor;
  // The total is for every unit to know; what goes into it from others is not.
  const all = scope === 'all' ? seen : await seeingAll(client, { scope }, () => questions.answers());
  const frozen = await listFrozen(
    client,
    asked.map(({ definition, period }) => ({ indicator: definition.id, period: period.id })),
  );
  const visible = (unitId: string): boolean => scope === 'all' || context.actor.units.includes(unitId);
  return planned.map((one) =>
    reading(
      one,
      {
        total: totalOf(platform.pack, one, all),
        units: cellsOf(platform.pack, one, seen).filter(({ unitId }) => visible(unitId)),
      },
      one.previous === null ? undefined : totalOf(platform.pack, one.previous, all),
      frozen.find(({ indicator, period }) => indicator === one.definition.id && period === one.period.id),
    ),
  );
}

async function plan(questions: Questions, asked: AskedIndicator, context: ActContext, withPrevious: boolean): Promise<Planned> {
  const { definition, period } = asked;
  const isRising = withPrevious && targetOn(definition, period.to)?.is === 'rising';
  const before = isRising ? previousPeriod(period, context.today) : null;
  return {
    ...asked,
    numerator: await questions.ask(definition.numerator, period),
    denominator: await questions.ask(definition.denominator, period),
    previous: before === null ? null : await plan(questions, { definition, period: before }, context, false),
  };
}

interface Numbers {
  readonly total: Cell;
  readonly units: readonly UnitCell[];
}

function reading(
  { definition, period }: AskedIndicator,
  live: Numbers,
  previous: Cell | undefined,
  frozen: FreezeRow | undefined,
): IndicatorReading {
  const said = frozen?.definition ?? definition;
  const { total, units } = frozen ?? live;
  const target = targetOn(said, period.to);
  return {
    indicator: definition.id,
    version: said.version,
    period,
    total,
    units,
    target,
    isMet: target === null ? null : isTargetMet(total, target, said.format, previous),
    needs: definition.needs ?? [],
    frozenAt: frozen?.frozenAt ?? null,
    restated: frozen === undefined ? null : live,
  };
}

/** The cells of the units, in the order of their ids. */
function cellsOf(pack: StandardsPack, planned: Planned, answers: Answers): readonly UnitCell[] {
  if (planned.numerator === null) return [];
  const units = new Set([...unitsOf(pack, planned.numerator, answers), ...unitsOf(pack, planned.denominator, answers)]);
  return [...units].sort().map((unitId) => ({ unitId, ...cellOf(pack, planned, answers, unitId) }));
}

function totalOf(pack: StandardsPack, planned: Planned, answers: Answers): Cell {
  return cellOf(pack, planned, answers, ALL_UNITS);
}

function cellOf(pack: StandardsPack, { numerator, denominator }: Planned, answers: Answers, unitId: string): Cell {
  if (numerator === null) return absentCell('unmeasured');
  const over = valueOf(pack, numerator, answers, unitId);
  if (denominator === null) return countCell(over);
  const items = denominator.kind === 'expected' ? itemsOfPart(pack, denominator, answers, unitId) : [];
  return ratioCell(over, valueOf(pack, denominator, answers, unitId), absenceOf(items));
}

function valueOf(pack: StandardsPack, part: Part, answers: Answers, unitId: string): bigint {
  if (part.kind !== 'expected') return answers[part.kind][part.at]?.get(unitId) ?? 0n;
  return itemsOfPart(pack, part, answers, unitId).reduce((sum, item) => sum + item[part.count], 0n);
}

function itemsOfPart(pack: StandardsPack, part: Part & { kind: 'expected' }, answers: Answers, unitId: string) {
  return part.entries.flatMap((entries) => itemsIn(pack, answers, entries).get(unitId) ?? []);
}

function unitsOf(pack: StandardsPack, part: Part | null, answers: Answers): readonly string[] {
  if (part === null) return [];
  if (part.kind === 'expected') return itemsOfPart(pack, part, answers, ALL_UNITS).map(({ unitId }) => unitId);
  return [...(answers[part.kind][part.at]?.keys() ?? [])].filter((unitId) => unitId !== ALL_UNITS);
}
