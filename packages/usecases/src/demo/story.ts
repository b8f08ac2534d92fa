/** The story of one organisation, its days counted from the first start. */
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { DemoStory } from '@xincheng/contract/standards';
import { csvText } from '../csv.ts';
import type { DemoEvent } from './event.ts';

const YEAR_DIGITS = 4;

/** Its steps as events. */
export function storyEvents({ subject, steps }: DemoStory, today: Day): DemoEvent[] {
  return steps.map((step): DemoEvent => {
    const on = addDays(today, step.day);
    if ('repair' in step) {
      const { repair } = step;
      const said = {
        number: dated(repair.number, today),
        reason: dated(repair.reason, today),
        document: dated(repair.document, today),
      };
      return { kind: 'repair', on, subject, repair: { ...repair, ...said } };
    }
    const { unit, dataset, rows } = step.file;
    return { kind: 'file', on, unit, dataset, isTold: true, text: () => Promise.resolve(tableOf(rows, today)) };
  });
}

function tableOf(rows: readonly Readonly<Record<string, string>>[], today: Day): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvText([header, ...rows.map((row) => header.map((code) => dated(row[code] ?? '', today)))]);
}

/** `{day:-30}` and `{year:-30}` as the day so many days before, and its year. */
function dated(text: string, today: Day): string {
  return text.replace(/\{(day|year):(-?\d+)\}/gu, (_, what: string, days: string) => {
    const day = addDays(today, Number(days));
    return what === 'year' ? day.slice(0, YEAR_DIGITS) : day.replaceAll('-', '/');
  });
}
