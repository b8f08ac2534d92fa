/** Keeping the measures of the definitions in force: at every start, and anew when an administrator asks. */
import type { Calendar } from '@xincheng/core/calendar';
import type { StandardsPack } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Client, Database } from '@xincheng/store/connection';
import { changedDatasets, differencesOf, dropMeasures, keepMeasures } from '@xincheng/store/indicators';
import type { Difference, DueDays } from '@xincheng/store/indicators';
import { readFact, writeFact } from '@xincheng/store/standards';
import type { Platform } from '../platform/index.ts';
import { dueDays, dueDigest } from './due-days.ts';
import { foldDeltas } from './fold.ts';
import { measuresOf } from './measures.ts';

interface Definitions {
  readonly pack: StandardsPack;
  readonly calendar: Calendar;
}

const OWNER = { actor: 'xincheng', scope: 'all' } as const;

/**
 * Makes the database keep what the definitions count. Where nothing has changed, nothing is done but to fold what an earlier run left;
 * a new or changed measure is counted from the records, and whoever imports meanwhile waits.
 */
export async function prepareIndicators(database: Database, definitions: Definitions): Promise<void> {
  await withTransaction(database.owner, OWNER, async (client) => {
    const changed = await changedDatasets(client, measuresOf(definitions.pack));
    const due = await changedDueDays(client, definitions);
    if (changed.length > 0 || due.length > 0) await keep(client, definitions, due);
  });
  await foldDeltas({ database });
}

async function keep(client: Client, { pack }: Definitions, due: readonly DueDays[]): Promise<void> {
  await keepMeasures(client, measuresOf(pack), due);
  for (const { deadline } of due) await writeFact(client, factName(deadline), dueDigest(pack, deadline));
}

async function changedDueDays(client: Client, { pack, calendar }: Definitions): Promise<readonly DueDays[]> {
  const deadlines = new Set(measuresOf(pack).flatMap(({ deadline }) => deadline ?? []));
  const changed: DueDays[] = [];
  for (const deadline of deadlines)
    if ((await readFact(client, factName(deadline))) !== dueDigest(pack, deadline))
      changed.push(dueDays(pack, calendar, deadline));
  return changed;
}

function factName(deadline: string): string {
  return `indicator-due/${deadline}`;
}

/** Counts every measure anew from the records. */
export async function rebuildIndicators(platform: Platform): Promise<void> {
  await withTransaction(platform.database.owner, OWNER, async (client) => {
    await dropMeasures(client);
    await keep(client, platform, await changedDueDays(client, platform));
  });
}

const MOST_DIFFERENCES = 1000;

/** Where what is kept differs from what the records give when each is counted again: nowhere, if all is well. */
export async function checkIndicators(platform: Platform): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const dataset of measuresOf(platform.pack))
    found.push(
      ...(await withTransaction(platform.database.owner, OWNER, (client) => differencesOf(client, dataset, MOST_DIFFERENCES))),
    );
  return found;
}
