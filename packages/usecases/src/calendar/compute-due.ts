/** A due day asked for by the name of a deadline or by a number of days; needs the standards and nothing else. */
import { deadlineValueFor, deadlineValuesFor, dueDay } from '@xincheng/core/calendar';
import type { Calendar, Day, ProofStep } from '@xincheng/core/calendar';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type {
  Certainty,
  Citation,
  DayUnit,
  DeadlineDefinition,
  DeadlineValue,
  Label,
  StandardsPack,
} from '@xincheng/core/standards';

export interface DueQuery {
  /** Either the id of a deadline … */
  readonly deadline?: string | undefined;
  /** … under one jurisdiction; without it, the district's first that has a value in force … */
  readonly jurisdiction?: string | undefined;
  /** … or a number of days … */
  readonly days?: number | undefined;
  /** … of this kind. */
  readonly unit?: DayUnit | undefined;
  /** Day 0: counting begins with the next. */
  readonly from: Day;
  /** Whether a due day on a rest day moves to the next working day; without it as the deadline says, by numbers no. */
  readonly roll?: boolean | undefined;
}

/** The value of a deadline that was applied, with the paper behind it. */
export interface DueRule {
  readonly deadline: string;
  readonly name: Label;
  readonly jurisdiction: string;
  readonly jurisdictionName: Label;
  readonly unit: DayUnit;
  readonly days: number;
  readonly rolls: boolean;
  readonly basis: Citation;
  readonly certainty: Certainty;
  readonly note: string | null;
}

export interface Due {
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly proof: readonly ProofStep[];
  /** Null when it was asked for by numbers. */
  readonly rule: DueRule | null;
  /** What other jurisdictions of the district say of the same clock; only the first one governs. */
  readonly beside: readonly OtherDue[];
  /** Where the parties may agree on more days: the furthest they can go. */
  readonly atMost: AgreedDue | null;
}

export interface OtherDue {
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly rule: DueRule;
}

export interface AgreedDue {
  readonly days: number;
  readonly due: Day | null;
  readonly provisional: boolean;
}

export interface DueProblem {
  readonly code:
    | 'say-one'
    | 'unit-missing'
    | 'days-out-of-range'
    | 'unknown-deadline'
    | 'unknown-jurisdiction'
    | 'before-first-value'
    | 'no-value-then';
  readonly message: string;
}

/** The part of a pack that is asked. */
export type DuePack = Pick<StandardsPack, 'deadlines' | 'district' | 'jurisdictions'>;

/** Ten years: far beyond any statutory term, and still answered at once. */
const MOST_DAYS = 3660;

/** Computes a due day with its proof. */
export function computeDue(
  standards: { readonly pack: DuePack; readonly calendar: Calendar },
  query: DueQuery,
): Result<Due, DueProblem> {
  const { deadline, days } = query;
  if (deadline !== undefined && days === undefined) return byDeadline(standards, query, deadline);
  if (deadline === undefined && days !== undefined) return byNumbers(standards.calendar, query, days);
  return problem('say-one', '请给出期限编号（deadline），或给出天数（days）与日的种类（unit），二者取一。');
}

function byNumbers(calendar: Calendar, { unit, from, roll, jurisdiction }: DueQuery, days: number): Result<Due, DueProblem> {
  if (jurisdiction !== undefined) return problem('say-one', '适用范围（jurisdiction）只与期限编号（deadline）一起使用。');
  if (unit === undefined)
    return problem('unit-missing', '按天数计算时，须说明是工作日（working-day）还是自然日（natural-day）。');
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS)
    return problem('days-out-of-range', `天数应为 0 到 ${String(MOST_DAYS)} 之间的整数。`);
  const { due, provisional, proof } = dueDay({ start: from, budget: { unit, days }, pauses: [], rolls: roll ?? false, calendar });
  return ok({ due, provisional, proof, rule: null, beside: [], atMost: null });
}

function byDeadline(
  standards: { readonly pack: DuePack; readonly calendar: Calendar },
  query: DueQuery,
  id: string,
): Result<Due, DueProblem> {
  const { deadlines, district, jurisdictions } = standards.pack;
  const definition = deadlines.get(id);
  if (definition === undefined)
    return problem('unknown-deadline', `没有“${id}”这一期限。可用的有：${[...deadlines.keys()].join('、')}。`);
  const chosen = valueFor(definition, query, standards.pack);
  if (!chosen.ok) return chosen;
  const governing = chosen.value;
  const clock = ({ unit, days, rolls }: DeadlineValue): ReturnType<typeof dueDay> =>
    dueDay({
      start: query.from,
      budget: { unit, days },
      pauses: [],
      rolls: query.roll ?? rolls,
      calendar: standards.calendar,
    });
  const others =
    query.jurisdiction === undefined ? deadlineValuesFor(definition, query.from, district.jurisdictions).slice(1) : [];
  const { due, provisional, proof } = clock(governing);
  return ok({
    due,
    provisional,
    proof,
    rule: ruleOf(definition, governing, query, jurisdictions),
    beside: others.map((value) => {
      const other = clock(value);
      return { due: other.due, provisional: other.provisional, rule: ruleOf(definition, value, query, jurisdictions) };
    }),
    atMost: agreedDue(governing, clock),
  });
}

function agreedDue(value: DeadlineValue, clock: (value: DeadlineValue) => ReturnType<typeof dueDay>): AgreedDue | null {
  if (value.mostDays === undefined) return null;
  const { due, provisional } = clock({ ...value, days: value.mostDays });
  return { days: value.mostDays, due, provisional };
}

function valueFor(
  definition: DeadlineDefinition,
  { from, jurisdiction }: DueQuery,
  { district: { jurisdictions: ofDistrict }, jurisdictions }: DuePack,
): Result<DeadlineValue, DueProblem> {
  const known = [...new Set(definition.values.map((value) => value.jurisdiction))];
  const named = known.map((id) => `${id}（${nameOf(jurisdictions, id).zh}）`).join('、');
  if (jurisdiction !== undefined && !known.includes(jurisdiction)) {
    return problem(
      'unknown-jurisdiction',
      `期限“${definition.name.zh}”没有适用范围“${jurisdiction}”的规定。已有的是：${named}。`,
    );
  }
  const value =
    jurisdiction === undefined
      ? deadlineValuesFor(definition, from, ofDistrict)[0]
      : deadlineValueFor(definition, from, jurisdiction);
  if (value !== undefined && value !== null) return ok(value);
  const asked = definition.values.filter((one) =>
    jurisdiction === undefined ? ofDistrict.includes(one.jurisdiction) : one.jurisdiction === jurisdiction,
  );
  const first = asked.map((one) => one.from).sort()[0];
  if (first !== undefined && from < first) {
    return problem(
      'before-first-value',
      `期限“${definition.name.zh}”的规定自 ${first} 起适用，起算日 ${from} 在此之前。请核对起算日。`,
    );
  }
  return problem(
    'no-value-then',
    `期限“${definition.name.zh}”在 ${from} 没有适用于本区的规定。请核对起算日，或指明适用范围：${named}。`,
  );
}

/** A pack that does not name one was refused. */
function nameOf(jurisdictions: DuePack['jurisdictions'], id: string): Label {
  const found = jurisdictions.get(id);
  if (found === undefined) throw new Error(`no jurisdiction ${id}`);
  return found.name;
}

function ruleOf(
  { id, name }: DeadlineDefinition,
  value: DeadlineValue,
  { roll }: DueQuery,
  jurisdictions: DuePack['jurisdictions'],
): DueRule {
  const jurisdictionName = nameOf(jurisdictions, value.jurisdiction);
  const { jurisdiction, unit, days, rolls, basis, certainty } = value;
  return {
    deadline: id,
    name,
    jurisdiction,
    jurisdictionName,
    unit,
    days,
    rolls: roll ?? rolls,
    basis,
    certainty,
    note: value.note ?? null,
  };
}

function problem(code: DueProblem['code'], message: string): Result<never, DueProblem> {
  return err({ code, message });
}
