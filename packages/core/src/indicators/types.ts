/** What `indicators/`, `expected/` and `monitoring/` of a pack say: numbers of which everybody can see how they come about. */
import type { Day } from '../calendar/index.ts';
import type { Certainty, Citation, Label } from '../standards/index.ts';

/** Parts of the platform that a number may need and that may not be built yet: then it says so, and shows nothing. */
export const ENGINES = ['cases', 'checks', 'sharing', 'portal', 'assessments', 'outside'] as const;
export type Engine = (typeof ENGINES)[number];

/** `total`: everything up to the day of reading. */
export const PERIOD_KINDS = ['month', 'quarter', 'year', 'total'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** How a pair of whole numbers is shown: floored, never rounded up. Money is fen. */
export const VALUE_FORMATS = ['percent', 'per-100000', 'ratio', 'count', 'money', 'days'] as const;
export type ValueFormat = (typeof VALUE_FORMATS)[number];

/** The day by which a record is counted into a period. */
export const DAY_COLUMNS = ['decidedOn', 'receivedOn', 'cityReceiptOn', 'shownUntil', 'dueOn'] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

/**
 * For what time alone changes: counts only what lies on this side of the day of reading. It is a claim about the column `by` of the
 * measure, or about the due day that follows from it, so that no row has to be looked at again when a day goes by.
 */
export interface AsOf {
  readonly day: 'by' | 'due';
  readonly is: 'before' | 'on-or-before' | 'after' | 'on-or-after';
}

/** A column of every record, or a day that the record itself bears, such as the agreed day of a contract's stage. */
export type CountedBy = DayColumn | { readonly field: string };

/**
 * Records of datasets that fulfil a condition. Withdrawn ones never count. `where` is the part of the expression language that the
 * database says in the same way; besides fields and roles it knows receivedOn, cityReceiptOn, dueOn (by the dataset's own deadline,
 * under the district's first jurisdiction), state, stateReason, subjectKind and shownUntil.
 */
export interface RecordMeasure {
  readonly source: 'record';
  readonly datasets: readonly string[];
  readonly where?: string;
  /** Rows, the sum of an amount or a whole number, or how many different values of a field there are (`subject`: subjects); default rows. */
  readonly value?: 'rows' | { readonly sum: string } | { readonly distinct: string };
  /** A record without that day is not counted. */
  readonly by: CountedBy;
  readonly asOf?: AsOf;
}

export const ROW_OUTCOMES = ['accepted', 'changed', 'unchanged', 'rejected', 'waiting'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Rows of submissions by what became of them, by the day on which they were received (a confirmed row: on which it was confirmed). */
export interface RowMeasure {
  readonly source: 'row';
  readonly datasets: readonly string[];
  readonly outcomes: readonly RowOutcome[];
}

/** Entries of an expected set. `expected` leaves out what was waived; `met` counts at most what was expected of each entry. */
export interface ExpectedMeasure {
  readonly source: 'expected';
  readonly set: string;
  readonly count: 'expected' | 'met';
}

/** Alarms of the concealment finder, supervision orders and other acts of the platform itself, by name, unit and day. */
export interface ActMeasure {
  readonly source: 'act';
  readonly acts: readonly string[];
}

/** A part of another indicator, so that a ratio of two numbers need not say them again. */
export interface IndicatorMeasure {
  readonly source: 'indicator';
  readonly indicator: string;
  readonly part: 'numerator' | 'denominator';
}

export type Measure = RecordMeasure | RowMeasure | ExpectedMeasure | ActMeasure | IndicatorMeasure;

export const TARGET_BOUNDS = ['at-least', 'above', 'at-most', 'below', 'equal', 'rising'] as const;
export type TargetBound = (typeof TARGET_BOUNDS)[number];

/** Never edit a past target: add a dated one. */
export interface IndicatorTarget {
  readonly is: TargetBound;
  /** In the indicator's own format: `100` for 100 %, `1` for one in 100,000. Not with `rising`. */
  readonly value?: string;
  readonly from: Day;
  readonly to?: Day;
  readonly basis: Citation;
}

/** `indicators/<id>.yaml` */
export interface IndicatorDefinition {
  readonly id: string;
  readonly version: string;
  readonly name: Label;
  /** What it says, in one sentence for the reader of a board. */
  readonly says: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** Unit that answers for the number; without it the credit office. */
  readonly owner?: string;
  readonly period: PeriodKind;
  readonly format: ValueFormat;
  /** Which way is good; without it neither. */
  readonly better?: 'higher' | 'lower';
  /** Without measures: it cannot be measured yet, and `needs` says what is missing. */
  readonly numerator?: Measure;
  /** Without one the numerator is the number itself. */
  readonly denominator?: Measure;
  readonly needs?: readonly Engine[];
  readonly targets?: readonly IndicatorTarget[];
}

/**
 * `expected/<id>.yaml`: what ought to come, as {unit × item × period}. Waivers and zero reports are entries that people make.
 * declared: items are datasets; a unit says how many decisions of a period it has made. provisions: one entry for each provision in
 * force; met by a record or a zero report. bound-units: one entry for each unit that a task binds; met by a record of the unit.
 */
export interface ExpectedSetDefinition {
  readonly id: string;
  readonly version: string;
  readonly name: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  readonly period: PeriodKind;
  readonly from: 'declared' | 'provisions' | 'bound-units';
  /** Datasets: which may be declared or which provisions count. Without it all that have provisions. */
  readonly datasets?: readonly string[];
  /** For `provisions`: which reasons bind; default statutory and expected. */
  readonly reasons?: readonly ('statutory' | 'expected' | 'encouraged')[];
  /** For `bound-units`: the task whose bound units it is about, as `<plan>/<number>`. */
  readonly task?: string;
  /**
   * What meets an entry; default any record of the dataset, for `declared` those decided in the period. Bound units without it are only
   * counted: what they did is an act, which the indicator counts itself.
   */
  readonly metBy?: { readonly dataset: string; readonly where?: string };
}

/** `monitoring/<id>.yaml`: a tree of points by which others judge the district, each leaf bound to an indicator or said to be unmeasured. */
export interface MonitoringTree {
  readonly id: string;
  readonly name: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  readonly groups: readonly MonitoringGroup[];
  /** What rules out, whatever the points. */
  readonly gates: readonly MonitoringLeaf[];
}

export interface MonitoringGroup {
  readonly id: string;
  readonly name: Label;
  readonly points?: string;
  readonly groups?: readonly MonitoringGroup[];
  readonly leaves?: readonly MonitoringLeaf[];
}

export interface MonitoringLeaf {
  readonly id: string;
  readonly name: Label;
  readonly points?: string;
  readonly indicator?: string;
  readonly needs?: readonly Engine[];
  readonly certainty: Certainty;
  readonly note?: string;
}

/** A period as it is written: `2021-05`, `2021-Q2`, `2021`, or `total`. */
export interface Period {
  readonly kind: PeriodKind;
  readonly id: string;
  readonly from: Day;
  /** Its last day; for `total` the day of reading. */
  readonly to: Day;
}

/** Why there is no number. */
export const ABSENCES = ['no-data', 'zero-report', 'waived', 'unmeasured'] as const;
export type Absence = (typeof ABSENCES)[number];

/**
 * One number as a pair; a number that is no ratio has no denominator. Without a number (nothing expected, nothing there) both are null
 * and `absence` says why.
 */
export interface Cell {
  readonly numerator: bigint | null;
  readonly denominator: bigint | null;
  readonly absence: Absence | null;
}

export interface UnitCell extends Cell {
  readonly unitId: string;
}

/** An indicator in one period, as it was or is. The total is made of the units' cells each time and is never stored. */
export interface IndicatorReading {
  readonly indicator: string;
  readonly version: string;
  readonly period: Period;
  readonly total: Cell;
  readonly units: readonly UnitCell[];
  readonly target: IndicatorTarget | null;
  /** Null without data or without a target. */
  readonly isMet: boolean | null;
  readonly needs: readonly Engine[];
  /** Set when the period was frozen: the numbers above are those of then, and `restated` is what is known today. */
  readonly frozenAt: Date | null;
  readonly restated: { readonly total: Cell; readonly units: readonly UnitCell[] } | null;
}
