/** What a clock chip says. */

/** How a due day stands today. `far` is a due day beyond the working days known. */
export type ClockState = 'late' | 'today' | 'soon' | 'open' | 'far';

/** From this many working days on a due day is soon. */
const SOON_WORKING_DAYS = 3;

/** The state of a due day and the figure the chip shows: working days left, or calendar days where those are not known. */
export function clockState(dueOn: string, today: string, workingDaysLeft: number | null): { state: ClockState; days: number } {
  const days = calendarDays(today, dueOn);
  if (days < 0) return { state: 'late', days: -days };
  if (days === 0) return { state: 'today', days: 0 };
  if (workingDaysLeft === null) return { state: 'far', days };
  return { state: workingDaysLeft <= SOON_WORKING_DAYS ? 'soon' : 'open', days: workingDaysLeft };
}

function calendarDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
