/** Whether and until when a record is on show: a dataset's `shown:` compiled once, asked of every row. */
import { LAST_DAY } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import { compileExpression } from '../expression/index.ts';
import type { Expression, Frame, Surroundings, Value } from '../expression/index.ts';
import { bindingsOf } from '../intake/index.ts';
import type { DatasetDefinition, Regime, StandardsPack, SubjectKind, TermSet, Transition } from '../standards/index.ts';
import { resolveTerm } from './term.ts';
import type { ResolvedTerm } from './term.ts';

/** Why a record is not on show by rule. */
export const NOT_SHOWN_REASONS = [
  'natural-person', // never public, whatever the dataset
  'dataset-not-shown', // the dataset has no `shown:`
  'condition', // `onlyIf` is not true
  'no-day', // the field that says until when is blank
  'no-regime', // no regime of terms on the day of the decision
  'class-not-shown', // the class is not published under its regime
] as const;
export type NotShownReason = (typeof NOT_SHOWN_REASONS)[number];

export type Showing =
  | { readonly isShown: true; readonly until: Day; readonly term: ResolvedTerm | null }
  | { readonly isShown: false; readonly reason: NotShownReason; readonly term: ResolvedTerm | null };

/** A record as far as publicity asks. */
export interface ShownRow {
  /** By index of the dataset's fields, as rows are checked. */
  readonly values: readonly Value[];
  readonly kind: SubjectKind;
  readonly decidedOn: Day;
}

/** Computes the showing of a record; `override` is the class the deciding unit has given it. */
export type Shower = (row: ShownRow, override?: string) => Showing;

/** The part of a pack that publicity needs. */
export interface ShownPack {
  readonly terms: ReadonlyMap<string, TermSet>;
  readonly transition: Transition;
  readonly regionCode: string;
}

/** That part of a loaded pack. */
export function shownPackOf({ terms, district }: Pick<StandardsPack, 'terms' | 'district'>): ShownPack {
  return { terms, transition: district.publicity?.transition ?? 'favourable', regionCode: district.regionCode };
}

const NATURAL = notShown('natural-person');

/** Compiles a dataset's `shown:`. The loader has checked that it compiles. */
export function compileShown(pack: ShownPack, dataset: DatasetDefinition): Shower {
  const { shown } = dataset;
  if (shown === undefined) return ({ kind }) => (kind === 'natural' ? NATURAL : notShown('dataset-not-shown'));
  const bindings = bindingsOf(dataset);
  const surroundings = { today: '', regionCode: pack.regionCode };
  const condition = shown.onlyIf === undefined ? null : compiled(shown.onlyIf, bindings);
  const until = untilOf(pack, dataset, surroundings);
  return (row, override) => {
    if (row.kind === 'natural') return NATURAL;
    if (condition !== null && condition.run(frameOf(row, surroundings)) !== true) return notShown('condition');
    return until(row, override);
  };
}

function untilOf(pack: ShownPack, dataset: DatasetDefinition, surroundings: Surroundings): Shower {
  const until = dataset.shown?.until ?? 'always';
  if (until === 'always') return () => ({ isShown: true, until: LAST_DAY, term: null });
  if ('field' in until) {
    const index = bindingsOf(dataset).get(until.field)?.index ?? -1;
    return ({ values }) => {
      const day = values[index];
      return typeof day === 'string' ? { isShown: true, until: day as Day, term: null } : notShown('no-day');
    };
  }
  const set = pack.terms.get(until.terms);
  if (set === undefined) throw new Error(`no terms ${until.terms}`);
  const classify = classifierOf(set, dataset, surroundings);
  return (row, override) => {
    const term = resolveTerm(set, pack.transition, row.decidedOn, (regime) =>
      override !== undefined && Object.hasOwn(regime.terms, override) ? override : classify(regime, row),
    );
    if (term === null) return notShown('no-regime');
    return term.lastShownOn === null
      ? { isShown: false, reason: 'class-not-shown', term }
      : { isShown: true, until: term.lastShownOn, term };
  };
}

/** Class by the rules of a regime: of all that hold the one with the longest term. */
function classifierOf(
  set: TermSet,
  dataset: DatasetDefinition,
  surroundings: Surroundings,
): (regime: Regime, row: ShownRow) => string {
  const bindings = bindingsOf(dataset);
  const rules = new Map(
    set.regimes.map((regime) => [
      regime,
      regime.classify.map((rule) => ({ when: compiled(rule.when, bindings), class: rule.class })),
    ]),
  );
  return (regime, row) => {
    const frame = frameOf(row, surroundings);
    let longest: string | null = null;
    for (const rule of rules.get(regime) ?? []) {
      if (rule.when.run(frame) !== true) continue;
      if (longest === null || isLonger(regime, rule.class, longest)) longest = rule.class;
    }
    return longest ?? regime.otherwise;
  };
}

/** What is shown longer than what is not; then by the longest time, the shortest time, and whether anything ends it early. */
function isLonger({ terms }: Regime, a: string, b: string): boolean {
  const [one, other] = [weightOf(terms[a]), weightOf(terms[b])];
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function weightOf(term: Regime['terms'][string] | undefined): readonly number[] {
  if (term === undefined) return [0, 0, 0, 0];
  const { isShown = true, maxMonths, minMonths, mayEndEarly = true } = term;
  return [Number(isShown), maxMonths, minMonths, Number(!mayEndEarly)];
}

function compiled(source: string, bindings: ReturnType<typeof bindingsOf>): Expression {
  const expression = compileExpression(source, bindings, 'bool');
  if (!expression.ok) throw new Error(`${source}: ${expression.error.message}`);
  return expression.value;
}

function frameOf({ values, kind }: ShownRow, surroundings: Surroundings): Frame {
  return { values, kind, surroundings };
}

function notShown(reason: NotShownReason): Showing {
  return { isShown: false, reason, term: null };
}
