/** Reports that ought to have come, computed each time from what binds units and what was filed. */
import type { Day } from '@xincheng/core/calendar';
import { nextPeriod, periodAt, periodOf } from '@xincheng/core/indicators';
import type { Period } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { SupervisionRules } from '@xincheng/core/standards';
import { owedReports, reportKey } from '@xincheng/core/supervision';
import type { BoundPart, MatterAct, OwedReport, ReportStanding } from '@xincheng/core/supervision';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findPlan, listPlans } from '@xincheng/store/plans';
import type { PlanRow } from '@xincheng/store/plans';
import { partsOfPlans, reportsOf } from '@xincheng/store/supervision';
import type { PartRow, ReportRow } from '@xincheng/store/supervision';
import { computeDue } from '../calendar/index.ts';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';

/** Reports owed for periods that are over, with those that came and those that did not: a unit's own, and those of tasks it leads. */
export async function readOwedReports(
  platform: Platform,
  context: ActContext,
  plan: string,
): Promise<Result<readonly OwedReport[], SupervisionProblem>> {
  const rules = platform.pack.supervision;
  if (rules === null) return supervisionProblem('no-supervision-rules');
  return withTransaction(platform.database.app, readerOf(context.actor, 'supervision.read'), async (client) => {
    const found = await findPlan(client, plan);
    if (found === null) return supervisionProblem('no-such-plan', { plan });
    return ok(await owedOf(platform, rules, client, context, found));
  });
}

/** The same of every plan in effect, inside a transaction. */
export async function owedOfAll(
  platform: Platform,
  rules: SupervisionRules,
  client: Client,
  context: ActContext,
): Promise<readonly OwedReport[]> {
  const owed: OwedReport[] = [];
  for (const plan of await listPlans(client))
    if (plan.state === 'confirmed') owed.push(...(await owedOf(platform, rules, client, context, plan)));
  return owed;
}

async function owedOf(
  platform: Platform,
  { reports: rule }: SupervisionRules,
  client: Client,
  { today, actor }: ActContext,
  { id, confirmedOn }: PlanRow,
): Promise<readonly OwedReport[]> {
  const parts = await partsOfPlans(client, id);
  const led = new Set(
    parts.filter((part) => part.role === 'lead' && actor.units.includes(part.unitId)).map(({ number }) => number),
  );
  const seen = parts.filter(({ number, unitId }) => actor.scope === 'all' || actor.units.includes(unitId) || led.has(number));
  const rows = await reportsOf(client, id);
  const periods: Period[] = [];
  for (
    let period: Period | null = periodAt(confirmedOn as Day, rule.period, today);
    period !== null && period.to < today;
    period = nextPeriod(period, today)
  )
    periods.push(period);
  const dueOf = ({ to }: Period): Day | null => {
    const due = computeDue(platform, { deadline: rule.deadline, from: to });
    return due.ok ? due.value.due : null;
  };
  const reports = new Map(rows.map((row) => [reportKey(id, row.number, row.unitId, row.period), standingOf(row)]));
  const owed = owedReports(oneEach(seen), periods, { today, dueOf, reports });
  return [...owed, ...calledFor(id, rows, new Set(periods.map((period) => period.id)), today)];
}

/** A unit bound in two roles reports once. */
function oneEach(parts: readonly PartRow[]): readonly BoundPart[] {
  const kept = new Map<string, BoundPart>();
  for (const { planId, number, unitId, since, until, dueOn } of parts) {
    const key = `${number}|${unitId}`;
    const before = kept.get(key);
    kept.set(key, {
      plan: planId,
      number,
      unitId,
      since: earlier(before?.since, since) as Day,
      until: (before === undefined || before.until !== null ? until : null) as Day | null,
      dueOn: dueOn as Day | null,
    });
  }
  return [...kept.values()];
}

function earlier(one: string | undefined, other: string): string {
  return one !== undefined && one < other ? one : other;
}

function standingOf({ matterId, lastAct, firstFiledOn, dueOn }: ReportRow): ReportStanding {
  return { matter: matterId, lastAct, firstFiledOn: firstFiledOn as Day | null, dueOn: dueOn as Day | null };
}

/** Reports that the office called for on other periods than the regular ones. */
function calledFor(plan: string, rows: readonly ReportRow[], regular: ReadonlySet<string>, today: Day): readonly OwedReport[] {
  return rows
    .filter(({ dueOn, period }) => dueOn !== null && !regular.has(period))
    .flatMap((row) => {
      const period = periodOf(row.period, today);
      const report = standingOf(row);
      if (period === null) return [];
      const { number, unitId } = row;
      const isLate = report.dueOn !== null && (report.firstFiledOn ?? today) > report.dueOn;
      return [{ plan, number, unitId, period, dueOn: report.dueOn, report, isLate }];
    });
}

/** Whether a report still has to be filed: it never came, or was returned. */
export function isMissing({ report }: OwedReport): boolean {
  const waiting: readonly MatterAct[] = ['call', 'return', 'reopen'];
  return report === null || waiting.includes(report.lastAct);
}
