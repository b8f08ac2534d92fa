/** Taking a record back from public show, with a reason and the clock that 行政处罚法 art. 48 sets. */
import type { Day, ProofStep } from '@xincheng/core/calendar';
import { CLOCKED_WITHDRAWALS } from '@xincheng/core/publicity';
import type { WithdrawalReason } from '@xincheng/core/publicity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { computeDue } from '../calendar/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { actUpon, changeStanding } from './act.ts';
import type { Answerable, Seen } from './act.ts';
import { refused } from './problem.ts';
import type { PublicityProblem } from './problem.ts';

export interface Withdrawal extends Answerable, Seen {
  readonly because: WithdrawalReason;
  /** The day on which the decision was changed, revoked or found unlawful or void; the clock starts here. */
  readonly changedOn?: Day | undefined;
  /** Number of the paper that says so. */
  readonly document?: string | undefined;
}

/** The clock of a withdrawal: due day, whether it was kept, and the proof day by day. */
export interface WithdrawalClock {
  readonly changedOn: Day;
  readonly dueOn: Day | null;
  readonly isProvisional: boolean;
  readonly withdrawnOn: Day;
  readonly isLate: boolean;
  readonly proof: readonly ProofStep[];
}

export interface Withdrawn {
  readonly state: 'withdrawn';
  /** Null where the law sets no clock. */
  readonly clock: WithdrawalClock | null;
}

const DEADLINE = 'withdrawal.after-change';

/** Withdraws a record; by a named person of its source unit or the credit office. */
export async function withdrawRecord(
  platform: Platform,
  context: ActContext,
  recordId: string,
  { because, changedOn, document, name, reason, seen }: Withdrawal,
): Promise<Result<Withdrawn, PublicityProblem>> {
  const isClocked = CLOCKED_WITHDRAWALS.includes(because);
  if (isClocked && changedOn === undefined) return refused('changed-on-missing');
  if (changedOn !== undefined && changedOn > context.today) return refused('day-in-future');
  return actUpon(platform, context, recordId, { right: 'publicity.withdraw', name, seen }, async (inHand) => {
    const changed = await changeStanding(inHand, context, {
      act: 'withdraw',
      because,
      reason,
      ...(changedOn === undefined ? {} : { changedOn }),
      ...(document === undefined ? {} : { document }),
    });
    if (!changed.ok) return changed;
    const clock = isClocked && changedOn !== undefined ? withdrawalClock(platform, changedOn, context.today) : null;
    return ok({ state: 'withdrawn', clock });
  });
}

/** The clock of a change of that day and a withdrawal of that one; null where no deadline was in force. */
export function withdrawalClock(platform: Platform, changedOn: Day, withdrawnOn: Day): WithdrawalClock | null {
  const computed = computeDue(platform, { deadline: DEADLINE, from: changedOn });
  if (!computed.ok) return null;
  const { due, provisional, proof } = computed.value;
  return { changedOn, dueOn: due, isProvisional: provisional, withdrawnOn, isLate: due !== null && withdrawnOn > due, proof };
}
