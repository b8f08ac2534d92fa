/** How long a record stays on show: f(regime, class, transition), in civil days. */
import { addDays, addMonths } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import type { Regime, Term, TermSet, Transition } from '../standards/index.ts';

/** What one regime says of one decision. */
export interface TermUnder {
  readonly regime: Regime;
  readonly classId: string;
  readonly term: Term;
  /** Last day on show; null where the class is not shown. */
  readonly lastShownOn: Day | null;
  /** First day on which repair can be applied for; null where nothing ends publicity early. */
  readonly repairFrom: Day | null;
}

/** A term with every regime that had its say. */
export interface ResolvedTerm {
  readonly lastShownOn: Day | null;
  readonly repairFrom: Day | null;
  /** The regime of the day of the decision. */
  readonly own: TermUnder;
  /** The one whose last day counts; it also names the class. */
  readonly governing: TermUnder;
  /** The one whose shortest time counts. */
  readonly repairBy: TermUnder;
  /** Later regimes that came into force while the record was on show, in the order of time. */
  readonly later: readonly TermUnder[];
}

/** Class of the record under a regime. */
export type ClassOf = (regime: Regime) => string;

/** The regime in force on a day, or null. */
export function regimeOn({ regimes }: TermSet, day: Day): Regime | null {
  return regimes.find(({ from, to }) => from <= day && (to === undefined || day <= to)) ?? null;
}

/** The term of a decision under one regime. A class without a term there is a fault of whoever classifies. */
export function termUnder(regime: Regime, classId: string, decidedOn: Day): TermUnder {
  const term = regime.terms[classId];
  if (term === undefined) throw new Error(`regime ${regime.id} has no class ${classId}`);
  const { minMonths, maxMonths, mayEndEarly = true, isShown = true } = term;
  if (!isShown) return { regime, classId, term, lastShownOn: null, repairFrom: null };
  const lastShownOn = addMonths(decidedOn, maxMonths);
  // Without a shortest time repair waits for nothing but the duties themselves.
  const repairFrom = minMonths === 0 ? decidedOn : addDays(addMonths(decidedOn, minMonths), 1);
  return { regime, classId, term, lastShownOn, repairFrom: mayEndEarly && repairFrom <= lastShownOn ? repairFrom : null };
}

/**
 * The term of a decision, with every regime known today taken into account at once: the last day does not depend on when it is
 * asked for. Null where no regime was in force on the day of the decision.
 *
 * A regime that comes into force while the record is on show leaves the old term (`old`), replaces it (`new`), or counts where it is
 * the shorter (`favourable`); it never reaches back behind its own first day.
 */
export function resolveTerm(set: TermSet, transition: Transition, decidedOn: Day, classOf: ClassOf): ResolvedTerm | null {
  const regime = regimeOn(set, decidedOn);
  if (regime === null) return null;
  const own = termUnder(regime, classOf(regime), decidedOn);
  let resolved: ResolvedTerm = {
    lastShownOn: own.lastShownOn,
    repairFrom: own.repairFrom,
    own,
    governing: own,
    repairBy: own,
    later: [],
  };
  for (const next of set.regimes) {
    if (next.from <= decidedOn || resolved.lastShownOn === null || resolved.lastShownOn < next.from) continue;
    resolved = carriedOver(resolved, floored(termUnder(next, classOf(next), decidedOn)), transition);
  }
  return resolved;
}

/** What a new regime would have ended before it was there ends on its first day. */
function floored(under: TermUnder): TermUnder {
  const { from } = under.regime;
  const lastShownOn = later(under.lastShownOn ?? from, from);
  return { ...under, lastShownOn, repairFrom: under.repairFrom === null ? null : later(under.repairFrom, from) };
}

function carriedOver(before: ResolvedTerm, next: TermUnder, transition: Transition): ResolvedTerm {
  const seen = { ...before, later: [...before.later, next] };
  if (transition === 'old') return seen;
  if (transition === 'new')
    return { ...seen, lastShownOn: next.lastShownOn, repairFrom: next.repairFrom, governing: next, repairBy: next };
  const isSooner = isEarlier(next.lastShownOn, before.lastShownOn);
  const isRepairSooner = isEarlier(next.repairFrom, before.repairFrom);
  const lastShownOn = isSooner ? next.lastShownOn : before.lastShownOn;
  const repairFrom = isRepairSooner ? next.repairFrom : before.repairFrom;
  return {
    ...seen,
    lastShownOn,
    repairFrom: repairFrom !== null && lastShownOn !== null && repairFrom <= lastShownOn ? repairFrom : null,
    governing: isSooner ? next : before.governing,
    repairBy: isRepairSooner ? next : before.repairBy,
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Never is later than any day. */
function isEarlier(a: Day | null, b: Day | null): boolean {
  return a !== null && (b === null || a < b);
}
