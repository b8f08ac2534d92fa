/** Reports that ought to come: bound units × periods, computed each time and never stored. */
import type { Day } from '../calendar/index.ts';
import type { Period } from '../indicators/index.ts';
import type { MatterAct } from './acts.ts';

/** A unit's part of a task. */
export interface BoundPart {
  readonly plan: string;
  readonly number: string;
  readonly unitId: string;
  /** From which day on the unit is bound, and the first day on which it no longer is. */
  readonly since: Day;
  readonly until: Day | null;
  /** Last due day of the task; null where it has none. */
  readonly dueOn: Day | null;
}

/** A report as it stands. */
export interface ReportStanding {
  readonly matter: string;
  readonly lastAct: MatterAct;
  /** Null while it was only called for. */
  readonly firstFiledOn: Day | null;
  /** When the office called for it by a day. */
  readonly dueOn: Day | null;
}

export interface OwedReport {
  readonly plan: string;
  readonly number: string;
  readonly unitId: string;
  readonly period: Period;
  readonly dueOn: Day | null;
  readonly report: ReportStanding | null;
  /** It came, or has not come, after its due day. */
  readonly isLate: boolean;
}

/** Names a report in the maps of this module. */
export function reportKey(plan: string, number: string, unitId: string, period: string): string {
  return [plan, number, unitId, period].join('|');
}

/** Whether a part's unit reports on a period: it was bound on a day of it, and the task was not yet due before it. */
function reportsOn({ since, until, dueOn }: BoundPart, { from, to }: Period): boolean {
  return since <= to && (until === null || until > from) && (dueOn === null || dueOn >= from);
}

/** Every report owed for periods that have ended by `today`; `periods` are those since the plan was given out. */
export function owedReports(
  parts: readonly BoundPart[],
  periods: readonly Period[],
  {
    today,
    dueOf,
    reports,
  }: {
    readonly today: Day;
    /** Null where no deadline was in force. */
    readonly dueOf: (period: Period) => Day | null;
    readonly reports: ReadonlyMap<string, ReportStanding>;
  },
): readonly OwedReport[] {
  const ended = periods.filter(({ to }) => to < today).map((period) => ({ period, due: dueOf(period) }));
  return parts.flatMap((part) =>
    ended
      .filter(({ period }) => reportsOn(part, period))
      .map(({ period, due }) => {
        const { plan, number, unitId } = part;
        const report = reports.get(reportKey(plan, number, unitId, period.id)) ?? null;
        const dueOn = report?.dueOn ?? due;
        const came = report?.firstFiledOn ?? today;
        return { plan, number, unitId, period, dueOn, report, isLate: dueOn !== null && came > dueOn };
      }),
  );
}
