/** The year before the first start: invented filings of some forty units, so that lists, rates and charts have something to show. */
import { setImmediate } from 'node:timers/promises';
import { addDays, daysBetween } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { DemoYear } from '@xincheng/contract/standards';
import type { Result } from '@xincheng/core/result';
import { ok } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import type { GenerateProblem } from '../generate/index.ts';
import { deliveriesOf, registerOf } from './deliveries.ts';
import type { DemoEvent, FileEvent } from './event.ts';

/** All of it, up to and with the day of the first start. Others get their turn between the series; null when that is the time to stop. */
export async function yearEvents(
  pack: StandardsPack,
  year: DemoYear,
  today: Day,
  isStopping: () => boolean,
): Promise<Result<DemoEvent[], GenerateProblem> | null> {
  const events: DemoEvent[] = [];
  if (year.register !== undefined) {
    const { unit, dataset } = year.register;
    const text = registerOf(pack, year, year.register, today);
    if (!text.ok) return text;
    events.push(fileEvent({ unit, dataset }, addDays(today, -year.days), text.value));
  }
  for (const series of year.series) {
    await setImmediate();
    if (isStopping()) return null;
    const deliveries = deliveriesOf(pack, year, series, today);
    if (!deliveries.ok) return deliveries;
    for (const { on, text } of deliveries.value) events.push(fileEvent(series, on, text));
  }
  return ok([...events, ...forwardEvents(year, today)]);
}

function fileEvent({ unit, dataset }: Pick<FileEvent, 'unit' | 'dataset'>, on: Day, text: string): FileEvent {
  return { kind: 'file', on, unit, dataset, isTold: false, text: () => Promise.resolve(text) };
}

/** The credit office forwards in a fixed rhythm; the last batches have no answer yet. */
function forwardEvents({ days, forwarding: city }: DemoYear, today: Day): DemoEvent[] {
  if (city === undefined) return [];
  const events: DemoEvent[] = [];
  for (let on = addDays(today, -days + 1); on <= today; on = addDays(on, city.everyDays)) {
    events.push({ kind: 'forward', on, city });
    if (daysBetween(on, today) >= city.answeredAfterDays)
      events.push({ kind: 'answer', on: addDays(on, city.answeredAfterDays), city });
  }
  return events;
}
