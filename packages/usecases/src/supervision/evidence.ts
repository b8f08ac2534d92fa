/** Files of a unit's part of a task: uploaded first as attachments, then named by the act that speaks of them. */
import type { Result } from '@xincheng/core/result';
import { attachmentsOf } from '../attachments/index.ts';
import type { PlanInHand } from './in-hand.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import { unitName } from './parts.ts';

/** What attachments of a part belong to: the task, or for an action plan the whole plan. */
export function evidenceOwner(plan: string, number: string | null): { readonly ownerKind: string; readonly ownerId: string } {
  return number === null ? { ownerKind: 'plan', ownerId: plan } : { ownerKind: 'task', ownerId: `${plan}/${number}` };
}

/** The first attachment that the unit has not uploaded for this; null when all are known. */
export async function findUnknownAttachment(
  { client, plan, platform }: PlanInHand,
  { number, unitId }: { readonly number: string | null; readonly unitId: string },
  attachments: readonly string[],
): Promise<Result<never, SupervisionProblem> | null> {
  if (attachments.length === 0) return null;
  const { ownerKind, ownerId } = evidenceOwner(plan.id, number);
  const known = (await attachmentsOf(client, ownerKind, ownerId)).filter((one) => one.unitId === unitId).map(({ id }) => id);
  const unknown = attachments.find((id) => !known.includes(id));
  return unknown === undefined
    ? null
    : supervisionProblem('unknown-attachment', { id: unknown, unit: unitName(platform, unitId) });
}
