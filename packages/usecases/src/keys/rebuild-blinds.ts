/** Making the blind index again with the active key, from what the records hold: entries that were missing come with it. */
import { withTransaction } from '@xincheng/store/connection';
import { dropOrphanBlinds, nextBlindSources, replaceBlinds } from '@xincheng/store/keys';
import type { BlindEntry, BlindSource } from '@xincheng/store/keys';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import { identityOf } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { isSealed, openSealer } from '../sealing/index.ts';
import type { Sealer } from '../sealing/index.ts';
import type { Done, RotationWork, UnreadableValue } from './rotate-keys.ts';

/** Goes through every record. Until a page is done its old entries serve: a search asks with every key. */
export async function rebuildBlinds(work: RotationWork): Promise<Done> {
  const { platform, context, ring, pageRows, onProgress } = work;
  const sealer = openSealer(ring);
  const identity = identityOf(context.actor);
  const unreadable: UnreadableValue[] = [];
  let rows = 0;
  for (let after: readonly string[] | null = null; ;) {
    const from: readonly string[] | null = after;
    const last = await withTransaction(platform.database.owner, identity, async (client) => {
      const sources = await nextBlindSources(client, from, pageRows);
      const made = sources.map((source) => ({ source, ...entriesOf(platform, sealer, source) }));
      const sound = made.filter(({ unopened }) => unopened.length === 0);
      // A record that cannot be opened keeps the entries it has: they still find it.
      await replaceBlinds(
        client,
        sound.map(({ source }) => source.recordId),
        sound.flatMap(({ entries }) => entries),
      );
      unreadable.push(
        ...made.flatMap(({ source, unopened }) =>
          unopened.map((field) => ({ place: 'credit_record', key: source.recordId, field })),
        ),
      );
      rows += sound.length;
      return sources.at(-1) ?? null;
    });
    if (last === null) break;
    after = [last.recordId, last.subjectKey];
    onProgress({ stage: 'index', done: rows });
  }
  await withTransaction(platform.database.owner, identity, dropOrphanBlinds);
  return { rows, unreadable };
}

function entriesOf(platform: Platform, sealer: Sealer, source: BlindSource): { entries: BlindEntry[]; unopened: string[] } {
  const { recordId, subjectKey, unitId, dataset, payload } = source;
  const kind = SUBJECT_KINDS.find((known) => known === source.subjectKind);
  const layout = platform.layouts.get(dataset);
  const entries: BlindEntry[] = [];
  const unopened: string[] = [];
  for (const { field, isIndexed } of layout === undefined || kind === undefined ? [] : layout.payload[kind]) {
    const code = field.definition.code;
    const stored = payload[code];
    if (!isIndexed || typeof stored !== 'string') continue;
    const plain = isSealed(stored) ? sealer.unseal(stored, { dataset, field: code, subjectKey }) : null;
    if (plain?.ok === true) entries.push({ recordId, subjectKey, unitId, field: code, ...sealer.blindIndex(plain.value) });
    else unopened.push(code);
  }
  return { entries, unopened };
}
