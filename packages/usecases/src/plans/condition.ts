/** Conditions of a task held against live numbers. Each is read as an indicator, so that all numbers come about in one way. */
import { FIRST_DAY } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { countCell, formatCell, isTargetMet, periodAt, previousPeriod, ratioCell } from '@xincheng/core/indicators';
import type {
  Cell,
  Engine,
  IndicatorDefinition,
  IndicatorReading,
  IndicatorTarget,
  Period,
  UnitCell,
} from '@xincheng/core/indicators';
import { recordsMeasure } from '@xincheng/core/plans';
import type { ConditionOutcome, ProofCondition } from '@xincheng/core/plans';
import type { Label, StandardsPack } from '@xincheng/core/standards';
import type { AskedIndicator } from '../indicators/index.ts';

/** What of the platform a condition looks at: whoever wants the rows goes on from there. */
export type ConditionSource =
  { readonly kind: 'indicator' | 'expected' | 'records'; readonly id: string } | { readonly kind: 'needs'; readonly id: null };

/** What one unit has of a condition. */
export interface ConditionPart extends UnitCell {
  readonly shown: string;
  /** Null where the number of one unit cannot be held against the target. */
  readonly isMet: boolean | null;
}

/** A condition as it stands. */
export interface JudgedCondition {
  readonly id: string;
  readonly says: Label;
  readonly outcome: ConditionOutcome;
  readonly source: ConditionSource;
  /** Null where nothing is measured. */
  readonly period: string | null;
  readonly total: Cell;
  readonly shown: string;
  readonly target: Pick<IndicatorTarget, 'is' | 'value'> | null;
  /** Parts of the platform that are not there yet. */
  readonly needs: readonly Engine[];
  /** Of the units that the task binds. */
  readonly parts: readonly ConditionPart[];
  /** Version of the definition of the number. */
  readonly version: string | null;
}

/** A number as texts: it may be larger than JSON holds exactly. */
export interface CellTexts extends Pick<Cell, 'absence'> {
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** The number so. */
export function cellTexts({ numerator, denominator, absence }: Cell): CellTexts {
  return { numerator: numerator?.toString() ?? null, denominator: denominator?.toString() ?? null, absence };
}

/** The indicator by which a condition is read, in its period; null where nothing is measured yet. */
export function askedBy(pack: StandardsPack, condition: ProofCondition, version: string, today: Day): AskedIndicator | null {
  const definition = definitionOf(pack, condition, version);
  return definition === null ? null : { definition, period: periodFor(definition, condition, today) };
}

/** The last period that is over, unless today's is asked for; a total has no other than today's. */
function periodFor({ period: kind }: IndicatorDefinition, { period }: ProofCondition, today: Day): Period {
  const current = periodAt(today, kind, today);
  return period === 'current' ? current : (previousPeriod(current, today) ?? current);
}

/** The whole of what was expected. */
const ALL_OF_IT = '100';

function definitionOf(pack: StandardsPack, condition: ProofCondition, version: string): IndicatorDefinition | null {
  const { indicator, expected, records } = condition;
  if (indicator !== undefined) return pack.indicators.get(indicator) ?? null;
  const made = {
    id: `plan:${condition.id}`,
    version,
    name: condition.says,
    says: condition.says,
    basis: [],
    certainty: 'choice',
  } as const;
  const targetOf = (value: string): readonly IndicatorTarget[] => [
    { is: 'at-least', value, from: FIRST_DAY, basis: { instrument: '' } },
  ];
  const set = expected === undefined ? undefined : pack.expected.get(expected);
  if (set !== undefined)
    return {
      ...made,
      version: set.version,
      period: set.period,
      format: 'percent',
      numerator: { source: 'expected', set: set.id, count: 'met' },
      denominator: { source: 'expected', set: set.id, count: 'expected' },
      targets: targetOf(ALL_OF_IT),
    };
  if (records === undefined) return null;
  return {
    ...made,
    period: 'total',
    format: 'count',
    numerator: recordsMeasure(records),
    targets: targetOf(String(records.atLeast)),
  };
}

/** Judges a condition by its reading; `bound` are the units that the task binds. */
export function judge(
  condition: ProofCondition,
  asked: AskedIndicator | null,
  reading: IndicatorReading | null,
  bound: readonly string[],
): JudgedCondition {
  const { id, says, records, needs = [] } = condition;
  if (asked === null || reading === null) {
    const nothing: Cell = { numerator: null, denominator: null, absence: 'unmeasured' };
    const source = { kind: 'needs', id: null } as const;
    const unread = { source, period: null, total: nothing, target: null, needs, parts: [], version: null };
    return { id, says, outcome: 'missing', shown: formatCell(nothing, 'count', 'zh'), ...unread };
  }
  const { definition } = asked;
  const parts = bound.map((unitId) => partOf(definition, reading, unitId));
  const ofEach = records?.perBoundUnit === true ? shareOf(parts) : null;
  const total = ofEach ?? reading.total;
  return {
    id,
    says,
    outcome: ofEach === null ? outcomeOf(reading) : ofEach.numerator === ofEach.denominator ? 'holds' : 'fails',
    source: sourceOf(condition),
    period: reading.period.id,
    total,
    shown: formatCell(total, ofEach === null ? definition.format : 'percent', 'zh'),
    target: ofEach === null ? reading.target : { is: 'at-least', value: ALL_OF_IT },
    needs: reading.needs,
    parts,
    version: reading.version,
  };
}

function sourceOf({ indicator, expected, records }: ProofCondition): ConditionSource {
  if (indicator !== undefined) return { kind: 'indicator', id: indicator };
  return expected === undefined ? { kind: 'records', id: records?.dataset ?? '' } : { kind: 'expected', id: expected };
}

/** Of all units those that have done their part. */
function shareOf(parts: readonly ConditionPart[]): Cell {
  return ratioCell(BigInt(parts.filter(({ isMet }) => isMet === true).length), BigInt(parts.length));
}

/** Where nothing was to be reported and everybody said so, nothing is missing. */
function outcomeOf({ total, isMet, needs }: IndicatorReading): ConditionOutcome {
  if (needs.length > 0) return 'missing';
  if (total.absence === 'zero-report') return 'holds';
  if (isMet === null) return 'no-data';
  return isMet ? 'holds' : 'fails';
}

function partOf(definition: IndicatorDefinition, { units, target }: IndicatorReading, unitId: string): ConditionPart {
  const isCount = definition.denominator === undefined && definition.numerator !== undefined;
  const none: Cell = isCount ? countCell(0n) : { numerator: null, denominator: null, absence: 'no-data' };
  const { numerator, denominator, absence } = units.find((cell) => cell.unitId === unitId) ?? none;
  const cell = { numerator, denominator, absence };
  return {
    unitId,
    ...cell,
    shown: formatCell(cell, definition.format, 'zh'),
    isMet:
      absence === 'zero-report'
        ? true
        : target === null || target.is === 'rising'
          ? null
          : isTargetMet(cell, target, definition.format),
  };
}
