/** What meetings decided and is still to be done. */
import { withTransaction } from '@xincheng/store/connection';
import { listOpenDecisions } from '@xincheng/store/registers';
import type { OpenDecisionRow } from '@xincheng/store/registers';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';

export interface OpenDecision extends OpenDecisionRow {
  /** The day by which it was to be done is over. */
  readonly isLate: boolean;
}

/** The state of the code list `decision-state` that asks for more. */
const IN_HAND = ['办理中'];

/** Decisions in hand in the actor's scope, what is due first before the rest. */
export async function readOpenDecisions(
  platform: Platform,
  context: ActContext,
  { limit }: { readonly limit: number },
): Promise<readonly OpenDecision[]> {
  const rows = await withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), (client) =>
    listOpenDecisions(client, { states: IN_HAND, limit }),
  );
  return rows.map((row) => ({ ...row, isLate: row.dueOn !== null && row.dueOn < context.today }));
}
