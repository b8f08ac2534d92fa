/**
 * Clocks of procedures: when a budget of days is used up, and the proof of it day by day. A day is consumed if
 * it comes after the start day (民法典 art. 201), is of the clock's kind and lies in no pause.
 */
import type { DayUnit } from '../standards/index.ts';
import type { Calendar, DayKind } from './calendar.ts';
import { LAST_DAY, addDays, dayOf, dayOfWeek, daysBetween } from './day.ts';
import type { Day } from './day.ts';

/** How many days of which kind. */
export interface Budget {
  readonly unit: DayUnit;
  readonly days: number;
}

/** A pause holds the clock from `from` on; `to` is the day on which it runs again. Without `to` it is still open. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day;
}

/** What a due day follows from. */
export interface ClockInput {
  /** Day 0: never counted. */
  readonly start: Day;
  readonly budget: Budget;
  /** Added to the budget, of the same kind. */
  readonly extensionDays?: number;
  readonly pauses: readonly Pause[];
  /** When the last day is a rest day, the next working day that is not paused takes its place (民法典 art. 203). */
  readonly rolls: boolean;
  readonly calendar: Calendar;
}

/** One day of the proof: whether it used up the budget, and why, in words for users. */
export interface ProofStep {
  readonly day: Day;
  readonly counted: boolean;
  readonly reason: string;
}

/**
 * When a clock is due: at the end of `due`. Null while a pause is open that must end first. `provisional` says
 * that days without a published calendar were taken into account.
 */
export type DueResult =
  | { readonly due: Day; readonly provisional: boolean; readonly proof: readonly ProofStep[] }
  | { readonly due: null; readonly provisional: boolean; readonly proof: readonly ProofStep[]; readonly reason: string };

const SATURDAY = 6;
const NOT_PUBLISHED = '，日历未公布，按双休估算';
const ROLLED = '，顺延';
const STILL_PAUSED = '时钟中止，尚未恢复，到期日待恢复后计算';
const PAST_CALENDAR = '到期日超出可计算的日期范围';

/** Computes the due day and its proof: every day from the start day to the due day. Throws on a budget that is no whole number. */
export function dueDay(input: ClockInput): DueResult {
  return new Clock(input).run();
}

/**
 * A clock without pauses as a function of its start day, each day computed once: for imports, where a million
 * rows start on a few hundred days.
 */
export function plainClock(
  calendar: Calendar,
  budget: Budget,
  rolls: boolean,
): (start: Day) => Pick<DueResult, 'due' | 'provisional'> {
  const known = new Map<Day, Pick<DueResult, 'due' | 'provisional'>>();
  return (start) => {
    const found = known.get(start);
    if (found !== undefined) return found;
    const { due, provisional } = dueDay({ start, budget, pauses: [], rolls, calendar });
    const result = { due, provisional };
    known.set(start, result);
    return result;
  };
}

/** True when an instant falls after the due day in Asia/Shanghai: the day lasts until 24:00. */
export function isLate(due: Day, at: Date): boolean {
  return dayOf(at) > due;
}

/** Days by which a day lies after the due day; 0 when it does not. */
export function latenessDays(due: Day, receivedOn: Day): number {
  return Math.max(0, daysBetween(due, receivedOn));
}

class Clock {
  readonly #input: ClockInput;
  readonly #total: number;
  readonly #proof: ProofStep[] = [];
  #day: Day;
  #used = 0;
  #provisional = false;

  constructor(input: ClockInput) {
    const { days } = input.budget;
    const extensionDays = input.extensionDays ?? 0;
    if (!isCount(days) || !isCount(extensionDays)) throw new Error('a budget is a whole number of days');
    this.#input = input;
    this.#total = days + extensionDays;
    this.#day = input.start;
  }

  run(): DueResult {
    this.#note(false, '起算日不计');
    while (this.#used < this.#total) {
      const obstacle = this.#advance();
      if (obstacle !== null) return this.#without(obstacle);
      if (this.#isPaused()) this.#note(false, '中止期间');
      else this.#spend();
    }
    return this.#input.rolls ? this.#roll() : this.#done();
  }

  /** Moves to the next day; says what keeps the clock from ever getting further. */
  #advance(): string | null {
    if (this.#day === LAST_DAY) return PAST_CALENDAR;
    this.#day = addDays(this.#day, 1);
    if (!this.#input.pauses.some((pause) => pause.to === undefined && pause.from <= this.#day)) return null;
    this.#note(false, '中止期间，尚未恢复');
    return STILL_PAUSED;
  }

  #isPaused(): boolean {
    return this.#input.pauses.some(({ from, to }) => from <= this.#day && (to === undefined || this.#day < to));
  }

  #spend(): void {
    if (this.#input.budget.unit === 'natural-day') {
      this.#count('自然日');
      return;
    }
    const kind = this.#kind();
    if (!kind.isWorking) this.#note(false, restReason(this.#day, kind) + this.#doubt());
    else this.#count(`${workReason(kind)}工作日`, this.#doubt());
  }

  #count(word: string, doubt = ''): void {
    this.#used += 1;
    const isExtended = this.#used > this.#input.budget.days;
    this.#note(true, `${word}第${String(this.#used)}天${isExtended ? '（延长）' : ''}${doubt}`);
  }

  #roll(): DueResult {
    let isPaused = this.#isPaused();
    while (isPaused || !this.#kind().isWorking) {
      this.#explainLast(isPaused);
      const obstacle = this.#advance();
      if (obstacle !== null) return this.#without(obstacle);
      isPaused = this.#isPaused();
      this.#note(false, '顺延至此日');
    }
    return this.#done();
  }

  /** Adds to the day reached why the term does not end on it. */
  #explainLast(isPaused: boolean): void {
    const last = this.#proof.pop();
    if (last === undefined) return;
    const why = isPaused ? '中止期间' : restReason(this.#day, this.#kind()) + this.#doubt();
    const reason = last.reason === '顺延至此日' ? why : `${last.reason}，${why}`;
    this.#proof.push({ ...last, reason: reason + ROLLED });
  }

  /** The kind of the day reached. Asking makes the result depend on the calendar. */
  #kind(): DayKind {
    const { calendar } = this.#input;
    if (calendar.isProvisional(this.#day)) this.#provisional = true;
    return calendar.kindOf(this.#day);
  }

  #doubt(): string {
    return this.#input.calendar.isProvisional(this.#day) ? NOT_PUBLISHED : '';
  }

  #note(counted: boolean, reason: string): void {
    this.#proof.push({ day: this.#day, counted, reason });
  }

  #done(): DueResult {
    return { due: this.#day, provisional: this.#provisional, proof: this.#proof };
  }

  #without(reason: string): DueResult {
    return { due: null, provisional: this.#provisional, proof: this.#proof, reason };
  }
}

function restReason(day: Day, kind: DayKind): string {
  if (kind.cause === 'holiday') return `${kind.name ?? ''}放假`;
  if (kind.cause === 'local') return `${kind.name ?? ''}休息`;
  return dayOfWeek(day) === SATURDAY ? '周六休息' : '周日休息';
}

function workReason(kind: DayKind): string {
  if (kind.cause === 'make-up') return '调休上班，';
  return kind.cause === 'local' ? `${kind.name ?? ''}上班，` : '';
}

function isCount(days: number): boolean {
  return Number.isSafeInteger(days) && days >= 0;
}
