/** The end of publicity at midnight. Statutory days stand in the records themselves; the sweep only writes down what the day has ended. */
import { withTransaction } from '@xincheng/store/connection';
import type { Day } from '@xincheng/core/calendar';
import { sweepOnce } from '@xincheng/store/publicity';
import { writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { workClock } from './work-clock.ts';

/** Who sweeps. */
export const SWEEPER: Actor = { id: '系统：公示期满', scope: 'all', units: [], subjects: [] };

/** Records ended in one transaction: a sweep that dies loses at most so many, and an act upon one of them waits for no more. */
const BATCH = 5000;

export interface Swept {
  readonly day: Day;
  readonly ended: number;
}

/**
 * Ends the publicity of everything whose last day on show was before `day`. Safe to run twice, at once, late, or to be killed: each
 * batch is one transaction, a record that has ended is not found again, and its event bears the day whose midnight ended it.
 */
export async function sweepPublicity(
  platform: Pick<Platform, 'database'>,
  context: ActContext,
  day: Day,
  batch = BATCH,
): Promise<Swept> {
  const clock = workClock(context);
  let ended = 0;
  for (;;) {
    const count = await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
      const swept = await sweepOnce(client, day, batch, clock(), context.actor.id);
      if (swept > 0)
        await writeAct(client, context, {
          act: 'publicity.sweep',
          objectKind: 'publicity',
          objectId: day,
          unitId: null,
          details: { day, ended: swept },
        });
      return swept;
    });
    if (count === 0) return { day, ended };
    ended += count;
  }
}
