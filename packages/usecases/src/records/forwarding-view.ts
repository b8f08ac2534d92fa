/** Where a record stands at the city platform, and how late it is there. */
import type { RecordView } from '@xincheng/contract/api';
import { dayOf, latenessDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { RecordForwarding } from '@xincheng/store/forwarding';
import type { RecordRow } from '@xincheng/store/records';
import type { Platform } from '../platform/index.ts';

/** What is known of a record's forwarding, and the instant for which it is told. */
export interface Told {
  readonly forwarding: RecordForwarding | undefined;
  readonly asOf: Date;
}

/** Lateness by the city's receipt; without one by the day for which it is told. Null for what does not go to the city. */
export function cityTimeliness(
  platform: Platform,
  record: Pick<RecordRow, 'dataset' | 'subjectKind' | 'state'>,
  dueOn: Day | null,
  { forwarding, asOf }: Told,
): RecordView['timeliness'][number]['city'] {
  const at = until(forwarding?.cityReceiptAt ?? null, asOf);
  const goes =
    platform.pack.forwarding.get(record.dataset)?.kinds.includes(record.subjectKind) === true && record.state !== 'withdrawn';
  if (at === null && !goes) return null;
  const lateDays = dueOn === null ? 0 : latenessDays(dueOn, dayOf(at ?? asOf));
  return { receivedOn: at === null ? null : dayOf(at), isLate: lateDays > 0, lateDays };
}

/** What the city was last sent and what it said. Of an earlier instant only the first handing over and the first receipt are known. */
export function viewForwarding({ forwarding, asOf }: Told): RecordView['forwarding'] {
  if (forwarding === undefined) return null;
  const { state, operation, versionSent, isAtCity, batch } = forwarding;
  return {
    forwardedAt: until(forwarding.forwardedAt, asOf)?.toISOString() ?? null,
    cityReceiptAt: until(forwarding.cityReceiptAt, asOf)?.toISOString() ?? null,
    state,
    operation,
    version: versionSent,
    isAtCity,
    batch,
  };
}

function until(at: Date | null, asOf: Date): Date | null {
  return at !== null && at <= asOf ? at : null;
}
