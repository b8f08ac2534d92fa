/** Which value of a deadline holds: by jurisdiction and by the day on which the clock starts. */
import type { DeadlineDefinition, DeadlineValue } from '../standards/index.ts';
import type { Day } from './day.ts';

/** The value of a jurisdiction in force on the start day, the youngest if several are; null when there is none. */
export function deadlineValueFor(definition: DeadlineDefinition, startDay: Day, jurisdiction: string): DeadlineValue | null {
  let found: DeadlineValue | null = null;
  for (const value of definition.values) {
    if (value.jurisdiction !== jurisdiction || value.from > startDay) continue;
    if (value.to !== undefined && value.to < startDay) continue;
    if (found === null || value.from > found.from) found = value;
  }
  return found;
}

/** The values in force on the start day, in the order of the jurisdictions: the first one governs, the others are shown beside it. */
export function deadlineValuesFor(
  definition: DeadlineDefinition,
  startDay: Day,
  jurisdictions: readonly string[],
): readonly DeadlineValue[] {
  return jurisdictions.flatMap((jurisdiction) => deadlineValueFor(definition, startDay, jurisdiction) ?? []);
}
