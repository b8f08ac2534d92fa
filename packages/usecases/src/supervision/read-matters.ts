/** Looking at matters: what was done, by whom, how it stands, what can be done next. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { MATTER_ACT_PAST, possibleActs, SETTLING_ACTS, stateOf } from '@xincheng/core/supervision';
import type { MatterAct, MatterKind, MatterState } from '@xincheng/core/supervision';
import { withTransaction } from '@xincheng/store/connection';
import { acceptedActionPlans as acceptedOf, actsOf, findMatter, listMatters } from '@xincheng/store/supervision';
import type { ActRow, MatterRow } from '@xincheng/store/supervision';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';

/** A matter as it is shown. */
export interface MatterView extends Omit<MatterRow, 'seenBy'> {
  readonly state: MatterState;
  /** What can be done now, by whoever may. */
  readonly next: readonly MatterAct[];
  /** The last day that was named in it. */
  readonly dueOn: string | null;
  /** Number of an order that was issued. */
  readonly document: string | null;
  readonly acts: readonly ActRow[];
}

/** One matter, for whoever may see it. */
export async function readMatter(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<MatterView, SupervisionProblem>> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'supervision.read'), async (client) => {
    const row = await findMatter(client, id);
    if (row === null) return supervisionProblem('no-such-matter');
    return ok(viewOf(row, (await actsOf(client, [id])).get(id) ?? []));
  });
}

export interface MatterQuery {
  readonly kind: MatterKind | null;
  readonly plan: string | null;
  readonly number: string | null;
  readonly unit: string | null;
  /** Only what is not settled. */
  readonly isOpen: boolean;
  readonly before: string | null;
  readonly limit: number;
}

/** Matters within the actor's sight, the newest first. */
export async function readMatters(
  platform: Platform,
  context: ActContext,
  { kind, plan, number, unit, isOpen, before, limit }: MatterQuery,
): Promise<readonly MatterView[]> {
  const butBehind = isOpen ? SETTLING_ACTS : [];
  return withTransaction(platform.database.app, readerOf(context.actor, 'supervision.read'), async (client) => {
    const rows = await listMatters(client, { kind, planId: plan, number, unitId: unit, butBehind, before, limit });
    const acts = await actsOf(
      client,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => viewOf(row, acts.get(row.id) ?? []));
  });
}

function viewOf({ seenBy: _, ...row }: MatterRow, acts: readonly ActRow[]): MatterView {
  const state = stateOf(row.kind, acts);
  if (state === 'none') throw new Error(`matter ${row.id} has no act`);
  return {
    ...row,
    state,
    next: possibleActs(row.kind, state),
    dueOn: acts.findLast(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
    document: acts.find(({ document }) => document !== null)?.document ?? null,
    acts,
  };
}

/** Audit event of an accepted action plan: there is one for each unit and plan, for an accepted plan is final. */
export const ACTION_PLAN_ACCEPTED = `supervision.action-plan-${MATTER_ACT_PAST.accept}`;

/** Units of a plan whose action plan was accepted, within the actor's sight. */
export async function acceptedActionPlans(platform: Platform, context: ActContext, plan: string): Promise<readonly string[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'supervision.read'), (client) =>
    acceptedOf(client, plan),
  );
}
