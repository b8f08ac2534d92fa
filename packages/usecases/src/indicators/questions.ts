/**
 * What a reading asks of the database, gathered first and asked together: a board of sixty numbers is a few queries, and what two
 * indicators ask alike is asked once.
 */
import { addDays, dayNumber } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { expectedItems, nextPeriod, periodAt } from '@xincheng/core/indicators';
import type { EntryWord, ExpectedItem, ExpectedSetDefinition, Measure, Period, RecordMeasure } from '@xincheng/core/indicators';
import type { StandardsPack } from '@xincheng/core/standards';
import { ALL_UNITS, boundUnits, dueRanges, listEntries, sumActs, sumRecords, sumRows } from '@xincheng/store/indicators';
import type { AskedActs, AskedRecords, AskedRows, DayRange, EntryRow, Sums } from '@xincheng/store/indicators';
import type { Client } from '@xincheng/store/connection';
import { actualMeasures, datasetMeasures, itemsOf, partOf } from './measures.ts';
import type { DatasetMeasure } from './measures.ts';
import { providedIn } from './provisions.ts';

/** One part of an indicator in a period, as a place among the questions. */
export type Part =
  | { readonly kind: 'records' | 'rows' | 'acts'; readonly at: number }
  | { readonly kind: 'expected'; readonly count: 'expected' | 'met'; readonly entries: readonly EntriesPart[] };

/** The entries of a set in one of its own periods, with the place of the actual number of each item. */
export interface EntriesPart {
  readonly set: ExpectedSetDefinition;
  readonly period: Period;
  readonly actualAt: ReadonlyMap<string, number>;
}

/** Everything that was asked, answered as far as the asking identity sees. */
export interface Answers {
  readonly records: readonly Sums[];
  readonly rows: readonly Sums[];
  readonly acts: readonly Sums[];
  readonly entries: readonly EntryRow[];
  readonly bound: ReadonlyMap<string, readonly string[]>;
}

/** Gathers questions, then asks them. */
export class Questions {
  readonly #client: Client;
  readonly #pack: StandardsPack;
  readonly #today: Day;
  readonly #places = new Map<string, number>();
  readonly #records: AskedRecords[] = [];
  readonly #rows: AskedRows[] = [];
  readonly #acts: AskedActs[] = [];
  readonly #entries = new Map<string, EntriesPart>();
  readonly #dueRanges = new Map<string, readonly DayRange[]>();

  constructor(client: Client, pack: StandardsPack, today: Day) {
    this.#client = client;
    this.#pack = pack;
    this.#today = today;
  }

  /** Asks for a measure in a period; null where there is no measure. */
  async ask(measure: Measure | undefined, period: Period): Promise<Part | null> {
    const resolved = partOf(this.#pack, measure);
    switch (resolved?.source) {
      case 'record':
        return { kind: 'records', at: await this.#askRecords(resolved, period) };
      case 'row':
        return {
          kind: 'rows',
          at: this.#placeOf(this.#rows, { datasets: resolved.datasets, outcomes: resolved.outcomes, ...daysOf(period) }),
        };
      case 'act':
        return { kind: 'acts', at: this.#placeOf(this.#acts, { acts: resolved.acts, ...daysOf(period) }) };
      case 'expected': {
        const set = this.#pack.expected.get(resolved.set);
        return set === undefined
          ? null
          : { kind: 'expected', count: resolved.count, entries: await this.askEntries(set, period) };
      }
      case undefined:
        return null;
    }
  }

  /** Asks for the entries of a set in every period of its own that lies in a period and has begun. */
  async askEntries(set: ExpectedSetDefinition, period: Period): Promise<readonly EntriesPart[]> {
    const parts: EntriesPart[] = [];
    for (const own of ownPeriods(set, period, this.#today)) {
      const key = `${set.id} ${own.id}`;
      const actualAt = new Map<string, number>();
      for (const [item, measure] of actualMeasures(this.#pack, set)) actualAt.set(item, await this.#askRecords(measure, own));
      const part = this.#entries.get(key) ?? { set, period: own, actualAt };
      this.#entries.set(key, part);
      parts.push(part);
    }
    return parts;
  }

  async #askRecords(measure: RecordMeasure, period: Period): Promise<number> {
    const parts: { measure: string; from: string; to: string }[] = [];
    for (const each of datasetMeasures(this.#pack, measure))
      for (const range of await this.rangesOf(each, period)) parts.push({ measure: each.sql.id, ...range });
    const isDistinct = typeof measure.value === 'object' && 'distinct' in measure.value;
    return this.#placeOf(this.#records, { parts, isDistinct });
  }

  /** Days of a period that count on the day of reading. */
  async rangesOf({ compiled: { asOf }, deadline }: DatasetMeasure, period: Period): Promise<readonly DayRange[]> {
    const days = daysOf(period);
    if (asOf === null) return [days];
    if (asOf.day === 'by') return sideOf(days, asOf.is, this.#today);
    if (deadline === null) return [];
    const key = JSON.stringify([deadline, asOf.is, days]);
    const found =
      this.#dueRanges.get(key) ?? (await dueRanges(this.#client, { deadline, is: asOf.is, today: this.#today, ...days }));
    this.#dueRanges.set(key, found);
    return found;
  }

  #placeOf<T>(list: T[], asked: T): number {
    const key = JSON.stringify(asked);
    const found = this.#places.get(key);
    if (found !== undefined) return found;
    this.#places.set(key, list.length);
    return list.push(asked) - 1;
  }

  /** Asks all, in the name of whoever the transaction runs for. */
  async answers(): Promise<Answers> {
    const entries = [...this.#entries.values()];
    return {
      records: await sumRecords(this.#client, this.#records),
      rows: await sumRows(this.#client, this.#rows),
      acts: await sumActs(this.#client, this.#acts, this.#pack.district.creditOffice),
      entries:
        entries.length === 0
          ? []
          : await listEntries(
              this.#client,
              [...new Set(entries.map(({ set }) => set.id))],
              [...new Set(entries.map(({ period }) => period.id))],
            ),
      bound: await boundUnits(this.#client, [...new Set(entries.flatMap(({ set }) => set.task ?? []))]),
    };
  }
}

function daysOf({ from, to }: Period): DayRange {
  return { from, to };
}

/** Days that lie on one side of a day. */
function sideOf(
  { from, to }: DayRange,
  is: 'before' | 'on-or-before' | 'after' | 'on-or-after',
  today: Day,
): readonly DayRange[] {
  const end = is === 'before' ? addDays(today, -1) : today;
  const start = is === 'after' ? addDays(today, 1) : today;
  const side =
    is === 'before' || is === 'on-or-before' ? { from, to: to < end ? to : end } : { from: from > start ? from : start, to };
  return side.from <= side.to ? [side] : [];
}

/** More months than anybody reads at once would be a period without end. */
const MOST_OWN_PERIODS = 24;

/** The periods of a set that lie in another period and have begun; for a set of longer periods, none. */
function ownPeriods({ period: kind }: ExpectedSetDefinition, period: Period, today: Day): readonly Period[] {
  if (kind === period.kind) return [period];
  if (kind === 'total' || period.kind === 'total') return [];
  const periods: Period[] = [];
  for (
    let own: Period | null = periodAt(period.from, kind, today);
    own !== null && own.to <= period.to && own.from <= today && periods.length < MOST_OWN_PERIODS;
    own = nextPeriod(own, today)
  )
    if (dayNumber(own.from) >= dayNumber(period.from)) periods.push(own);
  return periods;
}

type ItemsByUnit = ReadonlyMap<string, readonly ExpectedItem[]>;

const itemsMade = new WeakMap<Answers, Map<EntriesPart, ItemsByUnit>>();

/** The entries of a set in one period with what came of each, by unit; under `ALL_UNITS` all of them. Made once for each set of answers. */
export function itemsIn(pack: StandardsPack, answers: Answers, part: EntriesPart): ItemsByUnit {
  const made = itemsMade.get(answers) ?? new Map<EntriesPart, ItemsByUnit>();
  itemsMade.set(answers, made);
  const items = made.get(part) ?? byUnit(makeItems(pack, answers, part));
  made.set(part, items);
  return items;
}

function byUnit(items: readonly ExpectedItem[]): ItemsByUnit {
  const sorted = new Map<string, ExpectedItem[]>();
  for (const item of items) {
    const own = sorted.get(item.unitId);
    if (own === undefined) sorted.set(item.unitId, [item]);
    else own.push(item);
  }
  return new Map<string, readonly ExpectedItem[]>(sorted).set(ALL_UNITS, items);
}

function makeItems(pack: StandardsPack, answers: Answers, { set, period, actualAt }: EntriesPart): readonly ExpectedItem[] {
  const words = answers.entries
    .filter(({ setId, period: id }) => setId === set.id && id === period.id)
    .flatMap(({ kind, ...entry }): EntryWord[] => (kind === 'revoked' ? [] : [{ ...entry, kind }]));
  const actualOf = (unitId: string, item: string): bigint => answers.records[actualAt.get(item) ?? -1]?.get(unitId) ?? 0n;
  return expectedItems(set, boundOf(pack, answers, { set, period }), words, actualOf);
}

function boundOf(
  pack: StandardsPack,
  { bound }: Answers,
  { set, period }: Pick<EntriesPart, 'set' | 'period'>,
): readonly { readonly unitId: string; readonly item: string }[] {
  if (set.from === 'declared') return [];
  const items = itemsOf(pack, set);
  if (set.from === 'bound-units')
    return (bound.get(set.task ?? '') ?? []).flatMap((unitId) => items.map((item) => ({ unitId, item })));
  return providedIn(pack, period, set.reasons ?? ['statutory', 'expected']).filter(({ item }) => items.includes(item));
}
