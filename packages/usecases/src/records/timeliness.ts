/** Due day and lateness of a record, computed whenever they are asked for: overdue is never stored. */
import { daysBetween, deadlineValueFor, dueDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { Certainty, Label } from '@xincheng/core/standards';
import type { Platform } from '../platform/index.ts';

export interface Timeliness {
  readonly deadline: string;
  readonly jurisdiction: string;
  readonly jurisdictionName: Label;
  readonly dueOn: Day | null;
  readonly isProvisional: boolean;
  readonly receivedOn: Day;
  readonly isLate: boolean;
  readonly lateDays: number;
  readonly certainty: Certainty;
}

/** The record's clock under each jurisdiction of the district, the district's own first. Empty for datasets without a deadline. */
export function timelinessOf(
  platform: Platform,
  deadline: string | undefined,
  decidedOn: string,
  receivedOn: Day,
): readonly Timeliness[] {
  const definition = deadline === undefined ? undefined : platform.pack.deadlines.get(deadline);
  if (definition === undefined) return [];
  const start = decidedOn as Day;
  return platform.pack.district.jurisdictions.flatMap((jurisdiction) => {
    const value = deadlineValueFor(definition, start, jurisdiction);
    const named = platform.pack.jurisdictions.get(jurisdiction);
    if (value === null || named === undefined) return [];
    const clock = dueDay({
      start,
      budget: { unit: value.unit, days: value.days },
      pauses: [],
      rolls: value.rolls,
      calendar: platform.calendar,
    });
    const lateDays = clock.due === null ? 0 : Math.max(0, daysBetween(clock.due, receivedOn));
    return [
      {
        deadline: definition.id,
        jurisdiction,
        jurisdictionName: named.name,
        dueOn: clock.due,
        isProvisional: clock.provisional,
        receivedOn,
        isLate: lateDays > 0,
        lateDays,
        certainty: value.certainty,
      },
    ];
  });
}
