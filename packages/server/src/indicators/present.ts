/** Rows behind a number and words on entries, as the API states them. */
import type { RowsView } from '@xincheng/contract/api';
import type { StandardsPack } from '@xincheng/core/standards';
import { viewEntry } from '@xincheng/usecases/indicators';
import type { Entry, RowsBehind } from '@xincheng/usecases/indicators';

const NOTHING: RowsView = { kind: 'records', records: [], submissions: [], acts: [], entries: [], next: null };

/** The list of its kind, the others empty. */
export function presentRows(pack: StandardsPack, rows: RowsBehind): RowsView {
  switch (rows.kind) {
    case 'records': {
      const next = rows.next === null ? null : JSON.stringify([rows.next.decidedOn, rows.next.recordId]);
      return { ...NOTHING, records: rows.records, next: next === null ? null : Buffer.from(next).toString('base64url') };
    }
    case 'submissions':
      return {
        ...NOTHING,
        kind: rows.kind,
        submissions: rows.submissions.map(({ batchId, unitId, at, ...one }) => ({
          ...one,
          batch: batchId,
          unit: unitId,
          at: at.toISOString(),
        })),
      };
    case 'acts':
      return {
        ...NOTHING,
        kind: rows.kind,
        acts: rows.acts.map(({ eventId, unitId, at, ...one }) => ({ ...one, id: eventId, unit: unitId, at: at.toISOString() })),
      };
    case 'entries':
      return { ...NOTHING, kind: rows.kind, entries: rows.entries.map((entry) => viewEntry(pack, entry)) };
  }
}

/** What was said, numbers as texts. */
export function presentWord({ unitId, expected, filed, at, ...word }: Entry) {
  return {
    ...word,
    unit: unitId,
    expected: expected === null ? null : String(expected),
    filed: String(filed),
    at: at.toISOString(),
  };
}
