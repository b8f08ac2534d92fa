/** Which reminders are due today: by district data, once each, also after days on which nothing ran. */
import { daysBetween } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';

/** Something that a unit owes by a day. */
export interface DueThing {
  readonly about: string;
  readonly id: string;
  readonly unitId: string;
  readonly dueOn: Day;
}

/** A step that has come. */
export interface Step {
  /** So many days ahead, negative behind the day. */
  readonly daysAhead: number;
  /** Days that are really left; negative when the day has passed. */
  readonly daysLeft: number;
}

/** Names a reminder: a due day that moves is reminded of anew. */
export function reminderKey({ about, id, unitId, dueOn, daysAhead }: DueThing & Pick<Step, 'daysAhead'>): string {
  return [about, id, unitId, dueOn, String(daysAhead)].join('|');
}

/**
 * Of each thing the nearest step that has come and was not sent. Steps that went by unsent are passed over: nobody is told today
 * that fifteen days are left when three are. Steps ahead of the day end with it.
 */
export function dueReminders<T extends DueThing>(
  things: readonly T[],
  steps: readonly number[],
  sent: ReadonlySet<string>,
  today: Day,
): readonly (T & Step)[] {
  return things.flatMap((thing) => {
    const daysLeft = daysBetween(today, thing.dueOn);
    const come = steps.filter((step) => step >= daysLeft && step < 0 === daysLeft < 0);
    if (come.length === 0) return [];
    const reminder = { ...thing, daysAhead: Math.min(...come), daysLeft };
    return sent.has(reminderKey(reminder)) ? [] : [reminder];
  });
}
