/** The due days that measures look at: by the district's first jurisdiction that has a value, for every day on which a record may be decided. */
import { createHash } from 'node:crypto';
import { addDays, asDay, deadlineValuesFor, plainClock } from '@xincheng/core/calendar';
import type { Calendar, Day } from '@xincheng/core/calendar';
import type { DeadlineValue, StandardsPack } from '@xincheng/core/standards';
import type { DueDays } from '@xincheng/store/indicators';

type DuePack = Pick<StandardsPack, 'deadlines' | 'district' | 'calendar'>;

/** A record decided earlier has no due day that counts. */
const FIRST = asDay('2000-01-01');
/** Days past the published calendar are reckoned, as everywhere, on ordinary weeks. */
const YEARS_AHEAD = 5;

/** Everything that decides the due days of a deadline, as a hash. */
export function dueDigest({ deadlines, district, calendar }: DuePack, deadline: string): string {
  const said = [FIRST, lastDay(calendar), deadlines.get(deadline), district.jurisdictions, calendar];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** The days themselves. */
export function dueDays(pack: DuePack, calendar: Calendar, deadline: string): DueDays {
  const definition = pack.deadlines.get(deadline);
  const clocks = new Map<DeadlineValue, ReturnType<typeof plainClock>>();
  const days: { decidedOn: Day; dueOn: Day }[] = [];
  const last = lastDay(pack.calendar);
  for (let day = FIRST; definition !== undefined && day <= last; day = addDays(day, 1)) {
    const [value] = deadlineValuesFor(definition, day, pack.district.jurisdictions);
    if (value === undefined) continue;
    const clock = clocks.get(value) ?? plainClock(calendar, value, value.rolls);
    clocks.set(value, clock);
    const { due } = clock(day);
    if (due !== null) days.push({ decidedOn: day, dueOn: due });
  }
  return { deadline, days };
}

function lastDay(calendar: StandardsPack['calendar']): Day {
  const year = Math.max(...calendar.map((one) => one.year)) + YEARS_AHEAD;
  return asDay(`${String(year)}-12-31`);
}
