/** The showing of a stored record, computed as the import computes it. */
import type { Day } from '@xincheng/core/calendar';
import { compileShown, shownPackOf } from '@xincheng/core/publicity';
import type { Shower, Showing } from '@xincheng/core/publicity';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { storedValues } from '../records/stored-values.ts';
import type { StoredRecord } from '../records/stored-values.ts';

/** Compiled once for each loaded pack. */
const SHOWERS = new WeakMap<Platform['pack'], Map<string, Shower>>();

/** Whether and until when a record is on show; `classId` is what the deciding unit made of it. */
export function showingOf(
  platform: Pick<Platform, 'pack' | 'layouts'>,
  record: StoredRecord & { readonly dataset: string },
  classId: string | null,
): Showing {
  const layout = datasetOf(platform, record.dataset);
  const show = showerOf(platform.pack, record.dataset, () => compileShown(shownPackOf(platform.pack), layout.dataset.definition));
  const row = { values: storedValues(layout, record), kind: record.subjectKind, decidedOn: record.decidedOn as Day };
  return show(row, classId ?? undefined);
}

function showerOf(pack: Platform['pack'], dataset: string, make: () => Shower): Shower {
  const showers = SHOWERS.get(pack) ?? new Map<string, Shower>();
  SHOWERS.set(pack, showers);
  const known = showers.get(dataset) ?? make();
  showers.set(dataset, known);
  return known;
}
