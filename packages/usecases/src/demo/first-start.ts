/** What all demo data share: who files them, and from which day they are counted back. */
import type { Day } from '@xincheng/core/calendar';
import type { ActContext } from '../identity/index.ts';

/** Fact of the installation: the day on which its demo data came in. */
export const FIRST_START = 'demo-first-start';
const SEEDER = '演示数据';
const MORNING = 'T09:30:00+08:00';

/** Acts for these units on the morning of a day. */
export function demoContext(day: Day, units: readonly string[]): ActContext {
  return { now: new Date(`${day}${MORNING}`), today: day, actor: { id: SEEDER, scope: 'units', units, subjects: [] } };
}
