/** Sealing stored values anew with the active key: records, their earlier versions, rows that wait or waited. */
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { nextStale, patchPayloads, SEALED_TABLES } from '@xincheng/store/keys';
import type { SealedRow, SealedTable } from '@xincheng/store/keys';
import { identityOf } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { activeOf, isSealed, openSealer } from '../sealing/index.ts';
import type { Sealer } from '../sealing/index.ts';
import type { Done, RotationWork, UnreadableValue } from './rotate-keys.ts';

/** Goes through every table. Each page is one transaction: a run that breaks off leaves whole values under the old or the new key. */
export async function resealValues(work: RotationWork): Promise<Done> {
  const sealer = openSealer(work.ring);
  const unreadable: UnreadableValue[] = [];
  let rows = 0;
  for (const table of SEALED_TABLES) {
    for (let after: readonly string[] | null = null; ;) {
      const page: Page = await resealPage(work, sealer, table, after);
      unreadable.push(...page.unreadable);
      rows += page.rows;
      if (page.last === null) break;
      after = page.last;
      work.onProgress({ stage: 'values', done: rows });
    }
  }
  return { rows, unreadable };
}

interface Page extends Done {
  /** Key of the page's last row; null when there was none. */
  readonly last: readonly string[] | null;
}

async function resealPage(
  { platform, context, ring, pageRows }: RotationWork,
  sealer: Sealer,
  table: SealedTable,
  after: readonly string[] | null,
): Promise<Page> {
  const keyId = activeOf(ring.seal).id;
  return withTransaction(platform.database.owner, identityOf(context.actor), async (client: Client) => {
    const stale = await nextStale(client, table, keyId, after, pageRows);
    const resealed = stale.map((row) => ({ row, ...resealRow(platform, sealer, row) }));
    const patches = resealed
      .filter(({ values }) => Object.keys(values).length > 0)
      .map(({ row, values }) => ({ key: row.key, values }));
    await patchPayloads(client, table, patches);
    const unreadable = resealed.flatMap(({ row, unopened }) =>
      unopened.map((field) => ({ place: table, key: row.key.join('/'), field })),
    );
    return { rows: patches.length, unreadable, last: stale.at(-1)?.key ?? null };
  });
}

function resealRow(
  platform: Platform,
  sealer: Sealer,
  { dataset, subjectKey, payload }: SealedRow,
): { values: Record<string, string>; unopened: string[] } {
  const values: Record<string, string> = {};
  const unopened: string[] = [];
  for (const [field, stored] of Object.entries(payload)) {
    if (typeof stored !== 'string' || !isSealed(stored)) continue;
    const fresh = sealer.reseal(stored, { dataset, field, subjectKey });
    if (!fresh.ok) unopened.push(field);
    else if (fresh.value !== stored) values[field] = fresh.value;
  }
  return { values, unopened: unopened.filter((field) => mayBeSealed(platform, dataset, field)) };
}

/** Text of an open field may look like a seal without being one. */
function mayBeSealed(platform: Platform, dataset: string, code: string): boolean {
  const layout = platform.layouts.get(dataset);
  if (layout === undefined) return true;
  return Object.values(layout.payload).some((fields) =>
    fields.some(({ field, isSealed: sealed }) => sealed && field.definition.code === code),
  );
}
