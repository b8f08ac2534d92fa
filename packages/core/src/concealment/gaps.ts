/** Gaps in a series of numbers: what was numbered and never came. */
import type { Day } from '../calendar/index.ts';

/** One number that is there, whoever filed it and whatever became of the record. */
export interface SeriesEntry {
  readonly serial: number;
  readonly decidedOn: Day;
  readonly unitId: string;
  readonly dataset: string;
}

export interface GapRules {
  /** Of the numbers between the first and the last so much must be there: a series with less is shared with papers nobody files here. */
  readonly leastDensity: number;
  /** A longer run of missing numbers is a block that was skipped or set aside: it is told as one. */
  readonly longestRun: number;
  /** Fewer numbers make no series. */
  readonly leastEntries: number;
  /** What is believed before a unit has answered anything: so many gaps of so many were decisions that were never filed. */
  readonly prior: GapOutcomes;
}

/** What earlier gaps turned out to be, by answers that were accepted. */
export interface GapOutcomes {
  /** Filed afterwards. */
  readonly found: number;
  readonly answered: number;
}

/**
 * How likely a gap is a decision that was never filed, by what the unit's earlier ones turned out to be; in hundredths. It orders the
 * work and silences nothing: otherwise a unit could earn silence by its own answers.
 */
export function confidenceOf(earlier: GapOutcomes, prior: GapOutcomes): number {
  return Math.floor((100 * (earlier.found + prior.found)) / (earlier.answered + prior.answered)) / 100;
}

/** A run of missing numbers with what stands on both sides of it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly before: SeriesEntry | null;
  readonly after: SeriesEntry;
  /** Whom the gap falls to: who is asked about it, and whose word that its numbers were never used counts. */
  readonly unitId: string;
}

export type SeriesJudgement =
  | { readonly kind: 'judged'; readonly gaps: readonly Gap[] }
  /** Nothing can be told from its gaps. */
  | { readonly kind: 'too-few' | 'too-thin' };

/**
 * The gaps of one series, all units and datasets together that number in it. `isVoid` tells the numbers that were lawfully never used
 * by the word of the unit that they fall to. A gap counts only below a number whose own time for filing is over (`isOwed`): numbers are given out in order, so a smaller one is
 * owed by then as well. What is missing behind the last number cannot be seen here.
 */
export function judgeSeries(
  entries: readonly SeriesEntry[],
  rules: GapRules,
  isVoid: (serial: number, unitId: string) => boolean,
  isOwed: (entry: SeriesEntry) => boolean,
): SeriesJudgement {
  const sorted = [...entries].sort((a, b) => a.serial - b.serial);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || new Set(sorted.map(({ serial }) => serial)).size < rules.leastEntries)
    return { kind: 'too-few' };
  const main = mostFrequent(entries.map(({ unitId }) => unitId));
  const gaps: Gap[] = [];
  let missing = 0;
  let before: SeriesEntry | null = null;
  // A series begins with 1; where the first that is there is far from it, the district began to collect in the middle.
  let next = first.serial <= rules.longestRun ? 1 : first.serial;
  const start = next;
  for (const entry of sorted) {
    // Between two numbers of one unit it is that unit's; else whoever numbers most in the series is asked.
    const unitId = before === null || before.unitId === entry.unitId ? entry.unitId : main;
    for (const [from, to] of runs(next, entry.serial - 1, (serial) => isVoid(serial, unitId))) {
      missing += to - from + 1;
      if (isOwed(entry)) gaps.push({ from, to, before, after: entry, unitId });
    }
    before = entry;
    next = Math.max(next, entry.serial + 1);
  }
  const span = last.serial - start + 1;
  return 1 - missing / span < rules.leastDensity ? { kind: 'too-thin' } : { kind: 'judged', gaps };
}

/** The runs of numbers from one to another that are not void. */
function runs(from: number, to: number, isVoid: (serial: number) => boolean): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let serial = from; serial <= to; serial += 1) {
    if (isVoid(serial)) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === serial - 1) last[1] = serial;
    else found.push([serial, serial]);
  }
  return found;
}

/** Whoever comes most often, and of equals the first by name: the answer is the same in every order. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [[first] = ['']] = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  return first;
}
