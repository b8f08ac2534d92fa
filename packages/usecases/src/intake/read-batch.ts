/** Reading batches: receipts, issues, what waits. */
import type { Receipt } from '@xincheng/contract/api';
import { withTransaction } from '@xincheng/store/connection';
import { findBatch, groupIssues, listBatches, listIssues, listWaiting } from '@xincheng/store/intake';
import type { BatchFilter, BatchRow, IssueRow, WaitingRow } from '@xincheng/store/intake';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { receiptOf } from './receipt.ts';

/** The receipt of a batch in the actor's scope, or null. */
export async function readReceipt(platform: Platform, context: ActContext, batchId: string): Promise<Receipt | null> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'intake.read', 'intake.submit'), async (client) => {
    const batch = await findBatch(client, batchId);
    return batch === null ? null : receiptOf(batch, await groupIssues(client, batchId), false, platform.progress.of(batchId));
  });
}

/** A batch as stored, for acts that go on with it. */
export async function readBatch(platform: Platform, context: ActContext, batchId: string): Promise<BatchRow | null> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), (client) => findBatch(client, batchId));
}

/** A page of batches, newest first, without their issue groups. */
export async function readBatches(platform: Platform, context: ActContext, filter: BatchFilter): Promise<readonly Receipt[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), async (client) =>
    (await listBatches(client, filter)).map((batch) => receiptOf(batch, [], false, platform.progress.of(batch.id))),
  );
}

/** A page of a batch's issues in row order. */
export async function readIssues(
  platform: Platform,
  context: ActContext,
  batchId: string,
  after: { row: number; ordinal: number },
  limit: number,
): Promise<readonly IssueRow[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), (client) =>
    listIssues(client, batchId, after, limit),
  );
}

/** A page of waiting rows; of one batch, or of everything in the actor's scope. */
export async function readWaiting(
  platform: Platform,
  context: ActContext,
  batchId: string | null,
  after: string | null,
  limit: number,
): Promise<readonly WaitingRow[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), (client) =>
    listWaiting(client, batchId, after, limit),
  );
}
