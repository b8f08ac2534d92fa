/** The filings of one unit and dataset over a year, as the files it would have sent. */
import { addDays, dayFromNumber, dayNumber, daysBetween } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { DemoSeries, DemoYear } from '@xincheng/contract/standards';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { csvText } from '../csv.ts';
import { dayNumberOf } from '../generate/day-text.ts';
import { openGenerator } from '../generate/index.ts';
import type { GenerateOptions, GenerateProblem, RowGenerator } from '../generate/index.ts';

/** A file of a series and the day on which it arrives. */
export interface Delivery {
  readonly on: Day;
  readonly text: string;
}

/** The base register as it stood on the first day of the year, in one file. */
export function registerOf(
  pack: GenerateOptions['pack'],
  { days }: Pick<DemoYear, 'days'>,
  { unit, dataset, rows, bad }: Omit<DemoSeries, 'everyDays'>,
  today: Day,
): Result<string, GenerateProblem> {
  const generator = openGenerator({ pack, dataset, unit, rows, bad, seed: 1, today: addDays(today, -days), isOwnOnly: true });
  if (!generator.ok) return generator;
  return ok(csvText([headerOf(generator.value), ...Array.from({ length: rows }, (_, row) => [...generator.value.cells(row)])]));
}

/**
 * The same for the same last day. A file holds what was decided since the one before and arrives the day after; the rows of the days
 * behind the last file are not filed yet.
 */
export function deliveriesOf(
  pack: GenerateOptions['pack'],
  { days }: Pick<DemoYear, 'days'>,
  { unit, dataset, rows, everyDays, bad }: DemoSeries,
  today: Day,
): Result<Delivery[], GenerateProblem> {
  const from = addDays(today, -days);
  const generator = openGenerator({ pack, dataset, unit, rows, bad, seed: 1, today, from, isOwnOnly: true });
  if (!generator.ok) return generator;
  const header = headerOf(generator.value);
  const files = Array.from({ length: Math.floor(days / everyDays) }, (): string[][] => []);
  for (let row = 0; row < rows; row += 1) {
    const cells = [...generator.value.cells(row)];
    files[Math.floor(daysBetween(from, knownOn(generator.value, cells, today)) / everyDays)]?.push(cells);
  }
  return ok(
    files.flatMap((lines, index) => {
      const on = addDays(from, (index + 1) * everyDays);
      return lines.length === 0 ? [] : [{ on, text: csvText([header, ...lines]) }];
    }),
  );
}

function headerOf({ dataset }: RowGenerator): string[] {
  return dataset.fields.map(({ definition }) => definition.name.zh);
}

/**
 * When all of a row is known. With a deadline for filing, the day of the decision; without one, whatever happened last: a commitment is
 * filed once it was looked into.
 */
function knownOn(generator: RowGenerator, cells: readonly string[], today: Day): Day {
  const { dataset } = generator;
  const decidedOn = generator.decidedOn();
  if (dataset.definition.deadline !== undefined) return decidedOn;
  const last = dayNumber(today);
  const days = dataset.fields.flatMap(({ definition, index }) =>
    definition.type === 'day' ? (dayNumberOf(cells[index] ?? '') ?? []) : [],
  );
  return dayFromNumber(Math.max(dayNumber(decidedOn), ...days.filter((day) => day <= last)));
}
