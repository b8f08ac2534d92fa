/**
 * Lifelike rows for any dataset of the pack, from its own definition: example rows give the form, roles and types say what may vary,
 * checks say how far. Every row is a function of seed and row number, so nothing is kept and rows can be asked for in any order.
 */
import { dayFromNumber, dayNumber } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { compileDataset, rowChecker } from '@xincheng/core/intake';
import type { CheckedRow, CompiledDataset, RowContext } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { SubjectKind, UnitDefinition } from '@xincheng/core/standards';
import { unitRegistry } from '../intake/unit-registry.ts';
import type { Draft, Party, Writer } from './draft.ts';
import { generateProblem } from './options.ts';
import type { GenerateOptions, GenerateProblem, SpoiltRow } from './options.ts';
import { closerPlans, makePlans } from './plans.ts';
import type { Plans } from './plans.ts';
import { edgyRandom, mix, randomFor } from './random.ts';
import type { Random } from './random.ts';
import type { RowPlan } from './row-plan.ts';
import { firedAsForeseen, spoilingsOf, spoiltCells } from './spoil.ts';
import type { Spoiling } from './spoil.ts';
import { subjectMaker } from './subjects.ts';
import type { Subject } from './subjects.ts';
import { YEARS_BACK, authoritiesOf, unitOf } from './units.ts';

/** Rows that hang on one row of the parent dataset. */
const ROWS_OF_PARENT = 3;
/** Each thousand rows is about four hundred subjects: the number of subjects grows with the rows, and no row depends on how many there are. */
const ROWS_OF_BLOCK = 1_000;
const SUBJECTS_OF_BLOCK = 400;
/** Spoilt rows have subjects of their own, so that they meet no other row's key. */
const FIRST_SPOILT_SUBJECT = 100_000_000;
/** Stands in the name of every organisation: nobody shall take it for a real one. */
const INVENTED = '示例';
/** Kinds of subject by turns, one row each: the register names every subject of the numbers it has come to. */
const KINDS_OF_REGISTER = ['legal', 'soleTrader'] as const;
/** Bodies are established over a generation, while decisions lie a few years back. */
const YEARS_OF_REGISTER = 30;
const DAYS_OF_YEAR = 365;
const OWN_DECISIONS = 0.8;
const SPARSE = 0.25;
const RICH = 0.5;
const IDENTIFIED = 0.08;
/** Divisible by every likely number of examples. */
const STORIES = 2_520;
const TRIAL_ROWS = 120;
const SPOILT_TRIALS = 60;
const HEADER_ROWS = 1;

/** How often rows are about subjects of each kind, where the dataset has them all. */
const KIND_WEIGHTS: Readonly<Record<SubjectKind, number>> = { legal: 78, soleTrader: 20, natural: 2 };

interface VerifiedSpoiling extends Spoiling {
  readonly plan: RowPlan;
  readonly writers: ReadonlyMap<number, Writer>;
}

type Check = (cells: readonly string[]) => CheckedRow;
const NO_CELLS: ReadonlyMap<number, Writer> = new Map();

interface Parts {
  readonly options: GenerateOptions;
  readonly dataset: CompiledDataset;
  readonly plans: Plans;
  readonly authorities: readonly UnitDefinition[];
  readonly source: UnitDefinition;
  readonly parent: RowGenerator | null;
}

/** Prepares the rows of a dataset: compiles it and tries out how far each field may vary. */
export function openGenerator(options: GenerateOptions): Result<RowGenerator, GenerateProblem> {
  const { pack, rows, seed, bad, today } = options;
  const areNumbers = Number.isSafeInteger(rows) && rows >= 1 && Number.isSafeInteger(seed) && bad >= 0 && bad <= 1;
  if (!areNumbers) return err(generateProblem('bad-numbers', ''));
  const compiled = compileDataset(pack, options.dataset);
  if (!compiled.ok) return err(generateProblem('unknown-dataset', options.dataset));
  const authorities = authoritiesOf(options);
  const source = options.unit === undefined ? authorities[0] : unitOf(pack, options.unit);
  if (source === undefined)
    return err(
      options.unit === undefined ? generateProblem('no-unit', options.dataset) : generateProblem('unknown-unit', options.unit),
    );
  const parent = openParent(options, compiled.value);
  if (parent !== null && !parent.ok) return parent;
  const parentGenerator = parent?.value ?? null;
  const last = dayNumber(today);
  const plans = makePlans({
    pack,
    dataset: compiled.value,
    today,
    seed,
    rowsOfParent: ROWS_OF_PARENT,
    firstDay: firstDayOf(compiled.value, options, last),
    parent: parentGenerator?.dataset ?? null,
    parentKinds: parentGenerator?.kinds() ?? null,
  });
  const generator = new RowGenerator({
    options,
    dataset: compiled.value,
    plans,
    authorities: authorities.length > 0 && options.isOwnOnly !== true ? authorities : [source],
    source,
    parent: parentGenerator,
  });
  return generator.prepare();
}

function firstDayOf({ definition }: CompiledDataset, { from }: GenerateOptions, last: number): number {
  if (definition.registers !== undefined) return last - YEARS_OF_REGISTER * DAYS_OF_YEAR;
  const first = from === undefined ? last - YEARS_BACK : dayNumber(from);
  return Math.min(last, Math.max(dayNumber(definition.from), first));
}

function openParent(options: GenerateOptions, { definition }: CompiledDataset): Result<RowGenerator, GenerateProblem> | null {
  if (definition.parent === undefined) return null;
  return openGenerator({ ...options, dataset: definition.parent, rows: Math.ceil(options.rows / ROWS_OF_PARENT), bad: 0 });
}

/** Rows of one dataset, each made when it is asked for. */
export class RowGenerator {
  readonly dataset: CompiledDataset;
  readonly #parts: Parts;
  readonly #random: Random;
  readonly #trialRandom: Random;
  readonly #makeSubject: ReturnType<typeof subjectMaker>;
  readonly #spoilt: number;
  readonly #mayBeUncoded: boolean;
  readonly #isRegister: boolean;
  #plans: Plans;
  #kinds: readonly SubjectKind[] = [];
  #weights = 0;
  readonly #spoilings: VerifiedSpoiling[] = [];
  readonly #leftOut: string[] = [];
  #draft: Draft;

  constructor(parts: Parts) {
    const { options, dataset, plans } = parts;
    const { district } = options.pack;
    this.#parts = parts;
    this.dataset = dataset;
    this.#plans = plans;
    this.#random = randomFor(options.seed, `${dataset.definition.id}/${parts.source.id}`);
    this.#trialRandom = edgyRandom('trial');
    this.#makeSubject = subjectMaker({ district: `${district.name.zh}${INVENTED}`, regionCode: district.regionCode });
    this.#spoilt = Math.floor(options.rows * options.bad);
    this.#mayBeUncoded = dataset.roles.has('subjectRegistrationNo');
    this.#isRegister = dataset.definition.registers !== undefined;
    this.#draft = this.#newDraft(this.#random);
  }

  /** Tries the plans out; called once. */
  prepare(): Result<RowGenerator, GenerateProblem> {
    const { options, dataset } = this.#parts;
    const check = rowChecker(dataset, this.#checkContext());
    const trial = (plan: RowPlan, count = TRIAL_ROWS): readonly CheckedRow[] => this.#trial(plan, count, check);
    this.#plans = this.#plans.settled((plan) => trial(plan));
    this.#kinds = this.#plans.kinds();
    this.#weights = this.#kinds.reduce((sum, kind) => sum + KIND_WEIGHTS[kind], 0);
    const lacksKind = this.#parts.parent?.kinds().some((kind) => !this.hasKind(kind)) ?? false;
    if (this.#kinds.length === 0 || lacksKind) return err(generateProblem('no-example', options.dataset));
    if (this.#spoilt === 0) return ok(this);
    for (const spoiling of spoilingsOf(options.pack, dataset)) {
      const verified = this.#verified(spoiling, check);
      if (verified === null) this.#leftOut.push(spoiling.code);
      else this.#spoilings.push(verified);
    }
    return this.#spoilings.length > 0 ? ok(this) : err(generateProblem('no-failing-example', options.dataset));
  }

  /** Cells of a row, counted from 0, in the order of the dataset's fields. The same array is filled again by the next call. */
  cells(row: number): readonly string[] {
    const spoiling = this.#spoilingOf(row);
    const random = this.#random;
    random.restart(row);
    const kind = spoiling?.kind ?? this.#kindOf(row);
    const plan = spoiling?.plan ?? random.pick(this.#plans.of(kind));
    const subjectNo = this.#isRegister
      ? Math.floor(row / KINDS_OF_REGISTER.length)
      : Math.floor(row / ROWS_OF_BLOCK) * SUBJECTS_OF_BLOCK + random.below(SUBJECTS_OF_BLOCK);
    this.#begin(
      this.#draft,
      row,
      this.#subjectOf(kind, spoiling === null ? subjectNo : FIRST_SPOILT_SUBJECT + row, spoiling === null),
      parentRowOf(row),
    );
    plan.write(this.#draft);
    if (spoiling !== null) for (const [index, write] of spoiling.writers) this.#draft.cells[index] = write(this.#draft);
    return this.#draft.cells;
  }

  /** The deciding day of the row whose cells were asked for last. */
  decidedOn(): Day {
    return dayFromNumber(this.#draft.day);
  }

  /** What was done to a row; null for a good one. */
  spoiltRow(row: number): SpoiltRow | null {
    const spoiling = this.#spoilingOf(row);
    return spoiling === null
      ? null
      : { row: row + 1 + HEADER_ROWS, check: spoiling.check, code: spoiling.code, severity: spoiling.severity };
  }

  /** Fields that could not vary as far as they might because a check objected, by kind. */
  heldBack(): ReadonlyMap<SubjectKind, readonly string[]> {
    return new Map(this.#kinds.map((kind) => [kind, [...new Set(this.#plans.of(kind).flatMap((plan) => plan.heldBack()))]]));
  }

  /** Kinds of subject the rows are about. */
  kinds(): readonly SubjectKind[] {
    return this.#kinds;
  }

  hasKind(kind: SubjectKind): boolean {
    return this.#kinds.includes(kind);
  }

  /** Codes of the clauses by which rows can be spoilt. */
  spoilings(): readonly string[] {
    return [...new Set(this.#spoilings.map(({ code }) => code))];
  }

  /** The first row from there on that is about that kind of subject. */
  nextRowOf(kind: SubjectKind, from: number): number {
    let row = from;
    while (this.#kindAt(row) !== kind) row += 1;
    return row;
  }

  /** Failing examples that no single row can show: the check needs a second row, the register, or more. */
  leftOut(): readonly string[] {
    return this.#leftOut;
  }

  #checkContext(): RowContext {
    const { options, source } = this.#parts;
    return { today: options.today, regionCode: options.pack.district.regionCode, units: unitRegistry(options.pack, source.id) };
  }

  #newDraft(random: Random): Draft {
    const subject = this.#makeSubject('legal', 0, false);
    const source = partyOf(this.#parts.source);
    return {
      random,
      cells: this.dataset.fields.map(() => ''),
      fen: this.dataset.fields.map(() => 0),
      row: 0,
      subject,
      authority: source,
      source,
      day: 0,
      validFrom: 0,
      isSparse: false,
      isRich: false,
      isIdentified: false,
      size: 0,
      story: 0,
      parent: [],
      parentDay: null,
    };
  }

  /** Spoilt rows are about subjects with a code: what is done to them must not undo itself. */
  #subjectOf(kind: SubjectKind, subjectNo: number, isGood: boolean): Subject {
    return this.#makeSubject(kind, subjectNo, isGood && this.#mayBeUncoded);
  }

  #begin(draft: Draft, row: number, subject: Subject, parentRow: number): void {
    const { authorities, source, parent } = this.#parts;
    const { random } = draft;
    draft.row = row;
    draft.subject = subject;
    const isOwn = authorities.includes(source) && (this.#isRegister || random.chance(OWN_DECISIONS));
    const authority = isOwn ? source : random.pick(authorities);
    draft.authority = partyOf(authority);
    draft.isSparse = random.chance(SPARSE);
    draft.isRich = random.chance(RICH);
    draft.isIdentified = random.chance(IDENTIFIED);
    draft.size = random.fraction();
    draft.story = random.below(STORIES);
    if (parent === null) return;
    draft.parent = parent.cells(parentRow);
    draft.parentDay = parent.#draft.day;
  }

  #kindOf(row: number): SubjectKind {
    const { parent } = this.#parts;
    if (parent !== null) return parent.#kindAt(parentRowOf(row));
    if (this.#isRegister) return KINDS_OF_REGISTER[row % KINDS_OF_REGISTER.length] ?? 'legal';
    let rest = this.#random.below(this.#weights);
    for (const kind of this.#kinds) {
      rest -= KIND_WEIGHTS[kind];
      if (rest < 0) return kind;
    }
    throw new Error('weights of kinds do not add up');
  }

  #kindAt(row: number): SubjectKind {
    this.#random.restart(row);
    return this.#kindOf(row);
  }

  #trial(plan: RowPlan, count: number, check: Check, cells: ReadonlyMap<number, Writer> = NO_CELLS): CheckedRow[] {
    const draft = this.#newDraft(this.#trialRandom);
    const { kind } = plan.context;
    let parentRow = -1;
    return Array.from({ length: count }, (_, row) => {
      draft.random.restart(row);
      parentRow = this.#parts.parent?.nextRowOf(kind, parentRow + 1) ?? 0;
      this.#begin(draft, row, this.#subjectOf(kind, row, cells.size === 0), parentRow);
      plan.write(draft);
      for (const [index, write] of cells) draft.cells[index] = write(draft);
      return check(draft.cells);
    });
  }

  /** The spoiling with a plan on which it does what it should: rows as varied as can be, else rows like the example. */
  #verified(spoiling: Spoiling, check: Check): VerifiedSpoiling | null {
    if (!this.hasKind(spoiling.kind)) return null;
    const plans = [...this.#plans.of(spoiling.kind), ...this.#plans.of(spoiling.kind).flatMap(closerPlans)];
    for (const plan of plans) {
      for (const writers of spoiltCells(spoiling, plan)) {
        const fired = this.#trial(plan, SPOILT_TRIALS, check, writers).map((row) => firedAsForeseen(spoiling, row));
        const [clause] = fired;
        if (clause !== undefined && clause !== null && !fired.includes(null))
          return { ...spoiling, plan, writers, code: clause.code, severity: clause.severity };
      }
    }
    return null;
  }

  /** Spoilt rows lie one in each of as many equal stretches, at a chance place. */
  #spoilingOf(row: number): VerifiedSpoiling | null {
    const count = this.#spoilt;
    if (count === 0 || this.#spoilings.length === 0) return null;
    const { rows, seed } = this.#parts.options;
    const stretch = Math.floor((row * count) / rows);
    const from = Math.ceil((stretch * rows) / count);
    const to = Math.ceil(((stretch + 1) * rows) / count);
    if (row !== from + ((mix(stretch ^ mix(seed | 0)) >>> 0) % (to - from))) return null;
    // A child row is about its parent's subject, so it can only be spoilt as rows of that kind are.
    const usable =
      this.#parts.parent === null ? this.#spoilings : this.#spoilings.filter(({ kind }) => kind === this.#kindOf(row));
    return usable[stretch % usable.length] ?? null;
  }
}

function parentRowOf(row: number): number {
  return Math.floor(row / ROWS_OF_PARENT);
}

function partyOf({ name, uscc, documentWord }: UnitDefinition): Party {
  return { name, uscc, documentWord: documentWord ?? null };
}
