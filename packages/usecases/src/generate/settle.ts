/**
 * Finding out how far a plan may vary: rows are tried against the dataset's own checks, and where one objects, the field that
 * quiets it is varied less. A dataset whose checks tie fields together in ways nobody foresaw still gets rows that pass.
 */
import type { CheckedRow } from '@xincheng/core/intake';
import type { FieldType } from '@xincheng/core/standards';
import type { RowPlan } from './row-plan.ts';

/** Writes and checks a number of trial rows of a plan. */
export type Trial = (plan: RowPlan) => readonly CheckedRow[];

/** Holds fields back until no trial row has an issue. False when even the plain example has one. */
export function settle(plan: RowPlan, trial: Trial): boolean {
  let issues = issuesOf(trial(plan));
  while (issues > 0) {
    const candidates = plan.variedAmong(involved(plan, trial(plan)));
    const all =
      candidates.length > 0 ? candidates : plan.variedAmong(new Set(plan.context.dataset.fields.map(({ index }) => index)));
    const ways = all.flatMap((field) =>
      Array.from({ length: plan.waysLeft(field) }, (_, way) => ({ field, by: way + 1, ends: way + 1 === plan.waysLeft(field) })),
    );
    const best = ways.map((way) => ({ ...way, left: issuesWith(plan, way, trial) })).sort(byPreference)[0];
    if (best === undefined) return false;
    plan.shift(best.field, best.by);
    issues = best.left;
  }
  return true;
}

interface Way {
  readonly field: number;
  readonly by: number;
  /** True when the field then no longer varies. */
  readonly ends: boolean;
}

/** The fewest issues; where two leave as many, the field that still varies, and the smaller step. */
function byPreference(a: Way & { readonly left: number }, b: Way & { readonly left: number }): number {
  return a.left - b.left || Number(a.ends) - Number(b.ends) || a.by - b.by;
}

function issuesWith(plan: RowPlan, { field, by }: Way, trial: Trial): number {
  plan.shift(field, by);
  const issues = issuesOf(trial(plan));
  plan.shift(field, -by);
  return issues;
}

function issuesOf(rows: readonly CheckedRow[]): number {
  return rows.reduce((sum, row) => sum + row.issues.length, 0);
}

const DAY_BOUND: ReadonlySet<unknown> = new Set<FieldType>(['day', 'code', 'codes']);

/** Fields that an objection speaks of: the one marked, those its assertion reads, those its conditions read. */
function involved(plan: RowPlan, rows: readonly CheckedRow[]): ReadonlySet<number> {
  const { fields } = plan.context.dataset;
  const found = new Set<number>();
  for (const { issues } of rows) {
    for (const { field, clause } of issues) {
      found.add(field);
      for (const index of clause.assert?.reads ?? []) found.add(index);
      for (const index of fields[field]?.requiredIf?.reads ?? []) found.add(index);
      for (const index of fields[field]?.blankIf?.reads ?? []) found.add(index);
    }
  }
  // Codes are in force on a day, and every other day is written a distance from the deciding one.
  const followsDay = [...found].some((index) => DAY_BOUND.has(fields[index]?.definition.type));
  return followsDay ? found.add(plan.context.dataset.roles.get('decidedOn') ?? -1) : found;
}
