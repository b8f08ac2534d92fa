/**
 * Indicators by brute force: everything read back and gone through in memory, record by record, by the ordinary expression compiler and
 * the ordinary clock. Submissions, acts and words on entries come from a ledger that the test keeps itself.
 */
import { dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { periodAt, resolveMeasure } from '@xincheng/core/indicators';
import type { IndicatorDefinition, Measure, Period, RecordMeasure, RowOutcome } from '@xincheng/core/indicators';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { measureOracle } from '../../core/src/indicators/_measure-oracle.ts';
import { storedValues } from '../src/records/stored-values.ts';
import type { StoredRecord } from '../src/records/stored-values.ts';
import { timelinessOf } from '../src/records/timeliness.ts';
import type { Desk } from './_intake.ts';

/** One row of a submission, or a confirmed one, as the test saw it. */
export interface LedgerRow {
  readonly unit: string;
  readonly dataset: string;
  readonly day: string;
  readonly outcome: RowOutcome;
}

/** A word on an entry; the last one counts. */
export interface LedgerWord {
  readonly set: string;
  readonly unit: string;
  readonly item: string;
  readonly period: string;
  readonly kind: 'declared' | 'zero' | 'waived' | 'revoked';
  readonly expected: number;
}

export interface Ledger {
  readonly rows: LedgerRow[];
  readonly words: LedgerWord[];
}

type Row = StoredRecord & {
  readonly dataset: string;
  readonly unitId: string;
  readonly receivedAt: Date;
  readonly cityReceiptAt: Date | null;
  readonly shownUntil: string | null;
  readonly state: string;
  readonly stateReason: string | null;
};

/** What everybody together, and each unit, has of one part; and why nothing is expected, where that is so. */
interface Value {
  readonly of: (unit: string | null) => bigint;
  readonly units: ReadonlySet<string>;
  readonly absence: (unit: string | null) => string;
}

/** A cell as text, so that it can be compared. */
export type Shown = Readonly<Record<string, string>>;

/** Everything that is there, read once. */
export class BruteForce {
  readonly #platform: Platform;
  readonly #records: readonly Row[];
  readonly #acts: readonly { readonly act: string; readonly unit: string; readonly day: string }[];
  readonly #ledger: Ledger;
  readonly #today: Day;

  private constructor(
    platform: Platform,
    records: readonly Row[],
    acts: readonly { readonly act: string; readonly unit: string; readonly day: string }[],
    ledger: Ledger,
    today: Day,
  ) {
    this.#platform = platform;
    this.#records = records;
    this.#acts = acts;
    this.#ledger = ledger;
    this.#today = today;
  }

  static async of(desk: Desk, ledger: Ledger, today: Day): Promise<BruteForce> {
    const records = await desk.rows<Row>(
      `select r.dataset, r.unit_id as "unitId", r.subject_key as "subjectKey", r.subject_kind as "subjectKind", r.subject_name as "subjectName",
         r.authority_uscc as "authorityUscc", r.number, r.decided_on as "decidedOn", r.payload, r.received_at as "receivedAt", f.city_receipt_at as "cityReceiptAt",
         r.shown_until as "shownUntil", r.state, r.state_reason as "stateReason"
       from credit_record r left join credit_record_forwarding f using (record_id, subject_key)`,
    );
    const events = await desk.rows<{ act: string; unit: string | null; at: Date }>(
      'select act, unit_id as unit, at from audit_event',
    );
    const office = desk.platform.pack.district.creditOffice;
    const acts = events.map(({ act, unit, at }) => ({ act, unit: unit ?? office, day: dayOf(at) }));
    return new BruteForce(desk.platform, records, acts, ledger, today);
  }

  /** The cells of an indicator in a period; the total under the empty name. Units without anything are left out. */
  cells(definition: IndicatorDefinition, period: Period): Shown {
    if (definition.numerator === undefined) return { '': 'unmeasured' };
    const over = this.#value(definition.numerator, period);
    const under = definition.denominator === undefined ? null : this.#value(definition.denominator, period);
    const cell = (unit: string | null): string => {
      if (under === null) return String(over.of(unit));
      return under.of(unit) === 0n ? under.absence(unit) : `${String(over.of(unit))}/${String(under.of(unit))}`;
    };
    const shown: Record<string, string> = { '': cell(null) };
    for (const unit of new Set([...over.units, ...(under?.units ?? [])])) shown[unit] = cell(unit);
    return shown;
  }

  #value(measure: Measure, period: Period): Value {
    const resolved = resolveMeasure(this.#platform.pack.indicators, measure);
    switch (resolved?.source) {
      case 'record':
        return this.#counted(resolved, period);
      case 'row':
        return listed(
          this.#ledger.rows.filter(
            ({ dataset, outcome, day }) =>
              resolved.datasets.includes(dataset) && resolved.outcomes.includes(outcome) && within(day, period),
          ),
        );
      case 'act':
        return listed(this.#acts.filter(({ act, day }) => resolved.acts.includes(act) && within(day, period)));
      case 'expected':
        return this.#expected(resolved.set, resolved.count, period);
      case undefined:
        throw new Error('no measure');
    }
  }

  #counted(measure: RecordMeasure, period: Period): Value {
    const seen: { unit: string; amount: bigint; value: string | null }[] = [];
    for (const dataset of measure.datasets) {
      const layout = datasetOf(this.#platform, dataset);
      const { definition } = layout.dataset;
      const measured = measureOracle(definition, measure);
      for (const row of this.#records.filter((one) => one.dataset === dataset)) {
        const receivedOn = dayOf(row.receivedAt);
        const [clock] = timelinessOf(this.#platform, definition.deadline, row.decidedOn, receivedOn);
        const found = measured(
          {
            ...row,
            values: storedValues(layout, row),
            receivedOn,
            cityReceiptOn: row.cityReceiptAt === null ? null : dayOf(row.cityReceiptAt),
            dueOn: clock?.dueOn ?? null,
          },
          this.#today,
        );
        if (found !== null && within(found.day, period)) seen.push({ unit: row.unitId, ...found });
      }
    }
    const isDistinct = typeof measure.value === 'object' && 'distinct' in measure.value;
    const of = (unit: string | null): bigint => {
      const mine = seen.filter((one) => unit === null || one.unit === unit);
      return isDistinct
        ? BigInt(new Set(mine.map(({ value }) => value)).size)
        : mine.reduce((sum, { amount }) => sum + amount, 0n);
    };
    return { of, units: new Set(seen.map(({ unit }) => unit)), absence: () => 'no-data' };
  }

  #expected(id: string, count: 'expected' | 'met', period: Period): Value {
    const set = this.#platform.pack.expected.get(id);
    if (set === undefined) throw new Error(`no set ${id}`);
    const last = new Map<string, LedgerWord>();
    for (const word of this.#ledger.words)
      if (word.set === id && word.period === period.id) last.set(`${word.unit} ${word.item}`, word);
    const words = [...last.values()].filter(({ kind }) => kind !== 'revoked');
    const places =
      set.from === 'declared'
        ? words
        : this.#platform.pack.provisions
            .filter(({ reason, since, to = '9999-12-31' }) => reason !== 'encouraged' && since <= period.to && to >= period.from)
            .flatMap(({ unit, dataset: item }) => this.#unitsBehind(unit).map((one) => ({ unit: one, item })))
            .filter(
              ({ unit, item }, index, all) => all.findIndex((other) => other.unit === unit && other.item === item) === index,
            );
    const entries = places.map(({ unit, item }) => {
      const word = words.find((one) => one.unit === unit && one.item === item);
      const actual = Number(this.#counted({ source: 'record', datasets: [item], by: 'decidedOn' }, period).of(unit));
      const base = set.from === 'declared' ? (word?.kind === 'declared' ? word.expected : 0) : 1;
      const expected = word?.kind === 'waived' ? 0 : base;
      const isZeroMet = set.from !== 'declared' && word?.kind === 'zero';
      return { unit, kind: word?.kind, expected, met: isZeroMet ? expected : Math.min(actual, expected) };
    });
    const of = (unit: string | null) => entries.filter((one) => unit === null || one.unit === unit);
    return {
      of: (unit) => BigInt(of(unit).reduce((sum, entry) => sum + entry[count], 0)),
      units: new Set(entries.map(({ unit }) => unit)),
      absence: (unit) => {
        const kinds = of(unit).map(({ kind }) => kind);
        if (kinds.includes('zero')) return 'zero-report';
        return kinds.includes('waived') ? 'waived' : 'no-data';
      },
    };
  }

  #unitsBehind(id: string): readonly string[] {
    const group = this.#platform.pack.groups.get(id);
    return group === undefined ? [id] : group.members.flatMap((member) => this.#unitsBehind(member));
  }

  /** Every indicator in the period of its kind around a day. */
  board(day: Day): Readonly<Record<string, Shown>> {
    return Object.fromEntries(
      [...this.#platform.pack.indicators.values()]
        .filter((definition) => !isOfPlan(this.#platform, definition))
        .map((definition) => [definition.id, this.cells(definition, periodAt(day, definition.period, this.#today))]),
    );
  }
}

/** Units bound by a task: there is no plan in these tests. */
export function isOfPlan({ pack }: Platform, { numerator, denominator }: IndicatorDefinition): boolean {
  return [numerator, denominator].some((measure) => {
    const resolved = measure === undefined ? null : resolveMeasure(pack.indicators, measure);
    return resolved?.source === 'expected' && pack.expected.get(resolved.set)?.from === 'bound-units';
  });
}

function listed(rows: readonly { readonly unit: string }[]): Value {
  return {
    of: (unit) => BigInt(rows.filter((row) => unit === null || row.unit === unit).length),
    units: new Set(rows.map(({ unit }) => unit)),
    absence: () => 'no-data',
  };
}

function within(day: string, { from, to }: Period): boolean {
  return day >= from && day <= to;
}
