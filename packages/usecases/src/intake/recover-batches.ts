/** At start: batches that an earlier process received but did not finish are taken up again from their kept files. */
import { dayOf } from '@xincheng/core/calendar';
import { withTransaction } from '@xincheng/store/connection';
import { unfinishedBatches } from '@xincheng/store/intake';
import type { BatchRow } from '@xincheng/store/intake';
import type { ActContext } from '../identity/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { openSource } from '../reading/index.ts';
import { columnsOf, readOptions } from './columns.ts';
import { keptSource } from './kept-file.ts';
import { processBatch, refuse } from './submit-batch.ts';

/** Finishes every unfinished batch, oldest first; one that cannot be finished does not keep the others waiting. Returns the ids of those that were. */
export async function recoverBatches(platform: Platform, now: Date, log: (line: string) => void): Promise<readonly string[]> {
  const everything = { actor: 'xincheng', scope: 'all' as const };
  const batches = await withTransaction(platform.database.app, everything, (client) => unfinishedBatches(client));
  const finished: string[] = [];
  for (const batch of batches) {
    log(`接着处理 ${batch.receiptNo}（${batch.fileName}）`);
    try {
      await finish(platform, now, batch);
      finished.push(batch.id);
    } catch (thrown) {
      log(
        `${batch.receiptNo} 没有处理完，下次启动时再试：${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
      );
    }
  }
  return finished;
}

async function finish(platform: Platform, now: Date, batch: BatchRow): Promise<void> {
  const context = contextOf(batch, now);
  const source = await openSource(
    await keptSource(platform, batch),
    columnsOf(datasetOf(platform, batch.dataset).dataset),
    readOptions(batch.sheet),
  );
  if (source.ok) await processBatch(platform, context, batch, source.value);
  else await refuse(platform, context, batch, source.error);
}

/** The act goes on in the name of whoever sent the batch. */
function contextOf(batch: BatchRow, now: Date): ActContext {
  const actor = { id: batch.receivedBy, scope: 'units' as const, units: [batch.unitId], subjects: [] };
  return { now, today: dayOf(now), actor };
}
