/** Random sequences of acts, after which every number must be what brute force says. */
import { addDays, asDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { IndicatorReading, RowOutcome } from '@xincheng/core/indicators';
import { actAt } from '@xincheng/testkit/platform';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  checkIndicators,
  declareTotal,
  foldDeltas,
  freezePeriod,
  readBoard,
  readIndicator,
  rebuildIndicators,
  reportZero,
  revokeExpected,
  waiveExpected,
} from '@xincheng/usecases/indicators';
import type { IndicatorProblem } from '@xincheng/usecases/indicators';
import type { Result } from '@xincheng/core/result';
import { resumeRecord, suspendRecord, sweepPublicity, SWEEPER, withdrawRecord } from '@xincheng/usecases/publicity';
import fc from 'fast-check';
import { expect } from 'vitest';
import { done, emptied, officeAt } from './_forwarding.ts';
import type { City } from './_forwarding.ts';
import { BruteForce, isOfPlan } from './_indicator-oracle.ts';
import type { Ledger, LedgerWord, Shown } from './_indicator-oracle.ts';
import type { RowSpec, Sent } from './_intake.ts';

const FIRST_DAY = asDay('2021-04-20');
const OUTCOMES: Readonly<Record<string, RowOutcome>> = {
  已入库: 'accepted',
  已更正: 'changed',
  未变化: 'unchanged',
  // As the receipt counts it.
  '重复行，已合并': 'unchanged',
  退回: 'rejected',
  待确认: 'waiting',
};

interface Line {
  readonly number: number;
  readonly firm: number;
  readonly form: 'plain' | 'other' | 'bad' | 'waits' | 'person';
  readonly daysAgo: number;
  readonly replaces: boolean;
}

export type Act =
  | { readonly kind: 'send'; readonly dataset: 'licence' | 'penalty'; readonly lines: readonly Line[] }
  | { readonly kind: 'decide'; readonly nth: number; readonly as: 'row' | 'drop' | 'correction' | 'new-decision' }
  | { readonly kind: 'forward'; readonly dataset: 'licence' | 'penalty' }
  | { readonly kind: 'answer'; readonly refused: readonly number[] }
  | { readonly kind: 'withdraw' | 'suspend' | 'resume'; readonly nth: number }
  | { readonly kind: 'sweep' }
  | {
      readonly kind: 'word';
      readonly word: LedgerWord['kind'];
      readonly set: 'dual-publicity-declared' | 'provisions';
      readonly item: 'licence' | 'penalty';
      readonly count: number;
      readonly monthsAgo: number;
    }
  | { readonly kind: 'fold' }
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'wait'; readonly days: number };

const dataset = fc.constantFrom('licence' as const, 'penalty' as const);
const line: fc.Arbitrary<Line> = fc.record({
  number: fc.integer({ min: 1, max: 5 }),
  firm: fc.integer({ min: 1, max: 2 }),
  form: fc.constantFrom('plain', 'plain', 'plain', 'other', 'bad', 'waits', 'person'),
  daysAgo: fc.constantFrom(0, 1, 5, 15, 16, 40),
  replaces: fc.constantFrom(false, false, false, true),
});

/** Acts of every kind; those that fill the register come most often. */
export const ACTS: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('send' as const),
        dataset,
        lines: fc.array(line, { minLength: 1, maxLength: 5 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('decide' as const),
        nth: fc.nat(5),
        as: fc.constantFrom('row' as const, 'drop' as const, 'correction' as const, 'new-decision' as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('forward' as const), dataset }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), refused: fc.constantFrom([], [1], [2, 3]) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constantFrom('withdraw' as const, 'suspend' as const, 'resume' as const),
        nth: fc.nat(5),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'sweep' as const }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('word' as const),
        word: fc.constantFrom('declared' as const, 'declared' as const, 'zero' as const, 'waived' as const, 'revoked' as const),
        set: fc.constantFrom('dual-publicity-declared' as const, 'dual-publicity-declared' as const, 'provisions' as const),
        item: dataset,
        count: fc.integer({ min: 0, max: 4 }),
        monthsAgo: fc.nat(1),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ kind: 'fold' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'rebuild' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'freeze' as const }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 10, 20, 400) }) },
  ),
  { minLength: 8, maxLength: 16, size: 'max' },
);

/** One sequence on an empty register. */
class Run {
  readonly #city: City;
  readonly ledger: Ledger = { rows: [], words: [] };
  /** Kinds of acts that were not refused. */
  readonly done = new Set<string>();
  readonly frozen = new Map<string, Readonly<Record<string, Shown>>>();
  readonly #batches: string[] = [];
  readonly #waiting: { sent: Sent; nth: number; dataset: string }[] = [];
  #day: Day = FIRST_DAY;
  #minute = 0;

  constructor(city: City) {
    this.#city = city;
  }

  get today(): Day {
    return this.#day;
  }

  get #now(): string {
    this.#minute += 1;
    const minutes = 480 + (this.#minute % 900);
    return `${this.#day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  }

  async do(act: Act): Promise<void> {
    const { platform } = this.#city.desk;
    switch (act.kind) {
      case 'send':
        return this.#send(act);
      case 'decide':
        return this.#decide(act);
      case 'forward':
        this.#batches.push(...(await this.#city.forward(this.#now, act.dataset)));
        return;
      case 'answer': {
        const batch = this.#batches.pop();
        if (batch === undefined) return;
        const lines = this.#city.receipt(batch, (row) => (act.refused.includes(Number(row['行号'])) ? '不符' : null));
        expect(typeof (await this.#city.answer(lines, this.#now))).toBe('object');
        return;
      }
      case 'sweep':
        await sweepPublicity(platform, { ...officeAt(this.#now), actor: SWEEPER }, this.#day);
        return;
      case 'word':
        return this.#say(act);
      case 'fold':
        await foldDeltas(platform);
        return;
      case 'rebuild':
        return rebuildIndicators(platform);
      case 'freeze':
        return this.#freeze();
      case 'wait':
        this.#day = addDays(this.#day, act.days);
        return;
      default:
        return this.#stand(act);
    }
  }

  async #send({ dataset: id, lines }: Act & { kind: 'send' }): Promise<void> {
    const at = this.#now;
    const rows: RowSpec[] = [];
    for (const one of lines) rows.push(await this.#row(id, one));
    const sent = await this.#city.desk.send({ dataset: id, rows, at });
    if (sent.isRepeat) return;
    let waits = 0;
    for (const outcome of sent.outcomes) {
      const known = OUTCOMES[outcome];
      if (known === undefined) throw new Error(`outcome ${outcome}`);
      this.ledger.rows.push({ unit: sent.unit, dataset: id, day: this.#day, outcome: known });
      if (known === 'waiting') this.#waiting.push({ sent, nth: (waits += 1), dataset: id });
    }
  }

  async #row(id: string, { number, firm, form, daysAgo, replaces }: Line): Promise<RowSpec> {
    const decidedOn = addDays(this.#day, -daysAgo);
    const isFine = id === 'penalty';
    const old = replaces ? (await this.#ids(id))[number] : undefined;
    return {
      ...(form === 'person' ? { kind: 'natural' } : {}),
      set: {
        number: form === 'bad' ? '' : `济历城试〔2021〕${String(number)}号`,
        decidedOn,
        ...(form === 'person' ? {} : { subjectUscc: firm === 1 ? '91370112MA0000015R' : '91370112MA000004X7' }),
        ...(form === 'other' ? { remark: '改过' } : {}),
        ...(isFine && form === 'waits' ? { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000' } : {}),
        ...(isFine ? {} : { XK_YXQZ: decidedOn, XK_YXQZI: addDays(decidedOn, 300) }),
      },
      ...(old === undefined ? {} : { replaces: old }),
    };
  }

  async #ids(id?: string): Promise<readonly string[]> {
    const rows = await this.#city.desk.rows<{ id: string }>(
      "select record_id as id from credit_record where state <> 'withdrawn' and ($1::text is null or dataset = $1) order by 1",
      [id ?? null],
    );
    return rows.map((row) => row.id);
  }

  async #decide({ nth, as }: Act & { kind: 'decide' }): Promise<void> {
    const waiting = this.#waiting[nth % Math.max(1, this.#waiting.length)];
    if (waiting === undefined) return;
    const code = await this.#city.desk.decide(waiting.sent, waiting.nth, as, this.#now);
    if (code === 'done') this.done.add('decide');
    if (code === 'done' && as !== 'drop')
      this.ledger.rows.push({ unit: waiting.sent.unit, dataset: waiting.dataset, day: this.#day, outcome: 'accepted' });
  }

  async #stand({ kind, nth }: Act & { kind: 'withdraw' | 'suspend' | 'resume' }): Promise<void> {
    const ids = await this.#ids();
    const id = ids[nth % Math.max(1, ids.length)];
    if (id === undefined) return;
    const { platform } = this.#city.desk;
    const context = officeAt(this.#now);
    const by = { name: '王核对', reason: '核对' };
    const stood =
      kind === 'withdraw'
        ? await withdrawRecord(platform, context, id, { ...by, because: 'error', changedOn: undefined })
        : await (kind === 'suspend' ? suspendRecord : resumeRecord)(platform, context, id, by);
    if (stood.ok) this.done.add(kind);
  }

  async #say({ word, set, item, count, monthsAgo }: Act & { kind: 'word' }): Promise<void> {
    const { platform } = this.#city.desk;
    const unit = this.#city.desk.owner(item);
    const period = addDays(this.#day, -30 * monthsAgo).slice(0, 'YYYY-MM'.length);
    const query = { set, unit, item, period, name: '王核对', reason: '核对' };
    const own = actAt(this.#now, [unit]);
    const office = officeAt(this.#now);
    const say = {
      declared: () => declareTotal(platform, own, { ...query, count }),
      zero: () => reportZero(platform, own, query),
      waived: () => waiveExpected(platform, office, query),
      revoked: () => revokeExpected(platform, office, query),
    }[word];
    const said = await (say as () => Promise<Result<unknown, IndicatorProblem>>)();
    if (said.ok) this.done.add(word);
    if (said.ok) this.ledger.words.push({ set, unit, item, period, kind: word, expected: word === 'declared' ? count : 0 });
  }

  async #freeze(): Promise<void> {
    const day = addDays(this.#day, -50);
    const period = day.slice(0, 'YYYY-MM'.length);
    const { platform } = this.#city.desk;
    const brute = await BruteForce.of(this.#city.desk, this.ledger, this.#day);
    const frozen = done(await freezePeriod(platform, officeAt(this.#now), { period }));
    expect(frozen.indicators.length > 0).toBe(!this.frozen.has(period));
    if (!this.frozen.has(period)) this.frozen.set(period, brute.board(day));
  }

  /** Reads as whoever acts. */
  async readings(day: Day, context: ActContext): Promise<Readonly<Record<string, IndicatorReading>>> {
    const board = done(await readBoard(this.#city.desk.platform, context, { period: day.slice(0, 'YYYY-MM'.length) }));
    const { platform } = this.#city.desk;
    return Object.fromEntries(
      board.readings
        .filter(({ indicator }) => {
          const definition = platform.pack.indicators.get(indicator);
          return definition !== undefined && !isOfPlan(platform, definition);
        })
        .map((reading) => [reading.indicator, reading]),
    );
  }

  context(): ActContext {
    return officeAt(this.#now);
  }
}

/** Live numbers of a reading: what is known today, also of a frozen period. */
function liveOf({ restated, total, units }: IndicatorReading): Shown {
  return shownOf(restated ?? { total, units });
}

function shownOf({ total, units }: Pick<IndicatorReading, 'total' | 'units'>): Shown {
  const text = ({ numerator, denominator, absence }: IndicatorReading['total']): string =>
    numerator === null
      ? (absence ?? '')
      : denominator === null
        ? String(numerator)
        : `${String(numerator)}/${String(denominator)}`;
  return Object.fromEntries([['', text(total)], ...units.map((cell): [string, string] => [cell.unitId, text(cell)])]);
}

/** Unit cells of which nothing is left are as good as none. */
function kept(board: Readonly<Record<string, Shown>>): Readonly<Record<string, Shown>> {
  return Object.fromEntries(
    Object.entries(board).map(([id, cells]) => [
      id,
      Object.fromEntries(Object.entries(cells).filter(([unit, cell]) => unit === '' || (cell !== '0' && cell !== 'no-data'))),
    ]),
  );
}

/** Does the acts and holds every number against brute force, as the credit office and as a unit. */
export async function proveNumbers(city: City, acts: readonly Act[]): Promise<ReadonlySet<string>> {
  await emptied(city);
  const run = new Run(city);
  for (const act of acts) await run.do(act);
  const { desk } = city;
  const brute = await BruteForce.of(desk, run.ledger, run.today);
  const unit = desk.owner('licence');
  for (const day of new Set([FIRST_DAY, addDays(run.today, -50), addDays(run.today, -20), run.today])) {
    if (day < addDays(FIRST_DAY, -40)) continue;
    const expected = kept(brute.board(day));
    const all = await run.readings(day, run.context());
    expect(kept(mapped(all, liveOf))).toEqual(expected);
    const own = await run.readings(day, {
      ...run.context(),
      actor: { id: '报送员', scope: 'units', units: [unit], subjects: [] },
    });
    expect(kept(mapped(own, liveOf))).toEqual(mapped(expected, (cells) => onlyOf(cells, unit)));
  }
  for (const [period, board] of run.frozen)
    for (const [id, cells] of Object.entries(kept(board))) {
      if (desk.platform.pack.indicators.get(id)?.period !== 'month' || cells[''] === 'unmeasured') continue;
      const reading = done(await readIndicator(desk.platform, run.context(), { indicator: id, period }));
      expect([id, reading.frozenAt !== null, kept({ id: shownOf(reading) })['id']]).toEqual([id, true, cells]);
    }
  expect(await checkIndicators(desk.platform)).toEqual([]);
  return run.done;
}

function mapped<A, B>(all: Readonly<Record<string, A>>, map: (one: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(all).map(([id, one]): [string, B] => [id, map(one)]));
}

function onlyOf(cells: Shown, unit: string): Shown {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => id === '' || id === unit));
}
