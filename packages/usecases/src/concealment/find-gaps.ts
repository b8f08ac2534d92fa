/** Gaps in the series of all units together, as alarms to be raised. */
import { setImmediate } from 'node:timers/promises';
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { judgeSeries, numberAt, seriesPlace } from '@xincheng/core/concealment';
import type { ConcealmentDefinition, Gap, SeriesEntry } from '@xincheng/core/concealment';
import { normaliseDecisionNumber } from '@xincheng/core/records';
import type { AlarmRow, NumberRow, VoidsBySeries } from '@xincheng/store/concealment';
import { computeDue } from '../calendar/index.ts';
import type { Platform } from '../platform/index.ts';

/** What an alarm says before it is raised. */
export type AlarmDraft = Pick<AlarmRow, 'unitId' | 'kind' | 'dataset' | 'about' | 'series' | 'serials' | 'evidence'>;

/** All numbers by series; what has no serial is left out. */
export type SeriesBook = ReadonlyMap<string, readonly SeriesEntry[]>;

/** Adds numbers to the book. */
export function enterNumbers(book: Map<string, SeriesEntry[]>, rows: readonly NumberRow[]): void {
  for (const { number, decidedOn, unitId, dataset } of rows) {
    const place = seriesPlace(normaliseDecisionNumber(number));
    if (place === null) continue;
    const entry: SeriesEntry = { serial: place.serial, decidedOn: decidedOn as Day, unitId, dataset };
    const entries = book.get(place.series);
    if (entries === undefined) book.set(place.series, [entry]);
    else entries.push(entry);
  }
}

/** What the gaps of the book say, and of how many series something can be told. */
export interface GapFindings {
  readonly drafts: readonly AlarmDraft[];
  readonly judged: number;
  readonly unjudged: number;
}

/** Judges every series, leaving others their turn in between. `told` are the numbers that an alarm was raised about before. */
export async function findGaps(
  book: SeriesBook,
  rules: ConcealmentDefinition,
  isOwed: (entry: SeriesEntry) => boolean,
  voids: VoidsBySeries,
  told: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<GapFindings> {
  const drafts: AlarmDraft[] = [];
  let judged = 0;
  for (const [series, entries] of book) {
    await setImmediate();
    const noted = voids.get(series);
    const isVoid = (serial: number, unitId: string): boolean => noted?.get(unitId)?.has(serial) === true;
    const judgement = judgeSeries(entries, rules.gaps, isVoid, isOwed);
    if (judgement.kind !== 'judged') continue;
    judged += 1;
    for (const gap of judgement.gaps) {
      const serials = serialsOf(gap).filter((serial) => told.get(series)?.has(serial) !== true);
      if (serials.length > 0) drafts.push(draftOf(series, serials, gap));
    }
  }
  return { drafts, judged, unjudged: book.size - judged };
}

/** Whether the time for filing what was decided on a day is over; a dataset without a clock is never owed. */
export function owedBy(platform: Platform, today: Day): (entry: Pick<SeriesEntry, 'dataset' | 'decidedOn'>) => boolean {
  const known = new Map<string, boolean>();
  return ({ dataset, decidedOn }) => {
    const key = `${dataset}/${decidedOn}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const deadline = platform.pack.datasets.get(dataset)?.deadline;
    const due = deadline === undefined ? null : computeDue(platform, { deadline, from: decidedOn });
    const isOver = due !== null && due.ok && due.value.due !== null && due.value.due < today;
    known.set(key, isOver);
    return isOver;
  };
}

function draftOf(series: string, serials: readonly number[], { before, after, unitId }: Gap): AlarmDraft {
  const [first = 0] = serials;
  return {
    unitId,
    kind: 'gap',
    dataset: after.dataset,
    about: numberAt(series, first),
    series,
    serials,
    evidence: {
      before: before === null ? null : neighbour(series, before),
      after: neighbour(series, after),
      // What was numbered between these was decided about then.
      decidedFrom: before?.decidedOn ?? null,
      decidedTo: after.decidedOn,
    },
  };
}

function neighbour(series: string, { serial, decidedOn, dataset }: SeriesEntry): Readonly<Record<string, string>> {
  return { number: numberAt(series, serial), decidedOn, dataset };
}

function serialsOf({ from, to }: Gap): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** How long before its neighbour a missing decision may have been made. */
const DAYS_AROUND = 92;

/** From which day on the decisions that an alarm misses may have been made. */
export function missingSince({ evidence }: Pick<AlarmRow, 'evidence'>): Day {
  const day = (evidence['decidedFrom'] ?? evidence['decidedTo']) as Day;
  return addDays(day, -DAYS_AROUND);
}
