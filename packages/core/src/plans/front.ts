/** What a paper says of itself before its first number: its title and its day. */
import type { Day } from '../calendar/index.ts';
import { halfWidth } from '../records/index.ts';
import { dayOfLine } from './due.ts';
import type { Outline, TextLine } from './outline.ts';

/** Title, day and year, and the lines they were read from. */
export interface Front {
  readonly title: string;
  readonly issuedOn: Day | null;
  readonly year: number | null;
  readonly titleLines: readonly TextLine[];
  readonly dayLines: readonly TextLine[];
}

const PLAN_ENDING =
  /(?:方案|计划|分工|要点|清单|措施|意见|办法|规划|细则|台账|分工表|任务表|清单表|部署|通知|安排)(?:\([^()]*\))*$/u;
const LONGEST_TITLE = 80;

/** Reads them. The last group of lines that ends as a plan's title ends is the title: a notice with which a plan is issued stands before it. */
export function frontOf({ front, nodes, stray }: Outline): Front {
  const titleLines = titleIn(front);
  const title = titleLines.map(({ text }) => text).join('');
  const dayLines = [...front, ...stray].filter(({ text }) => dayOfLine(text) !== null);
  const days = new Set(dayLines.map(({ text }) => dayOfLine(text)));
  const issuedOn = days.size === 1 ? ([...days][0] ?? null) : null;
  const years = new Set(halfWidth(title).match(/(?<!\d)20\d{2}(?=年)/gu) ?? []);
  const isRange = /\d{4}年?(?:-+|—+|–|~|至)\d{4}/u.test(halfWidth(title));
  const ownYear = years.size === 1 && !isRange ? Number([...years][0]) : null;
  const year = ownYear ?? (issuedOn === null ? null : Number(issuedOn.slice(0, 4)));
  // Without any number the first line may be all there is.
  return {
    title,
    issuedOn,
    year,
    titleLines: nodes.length === 0 && title.length > LONGEST_TITLE ? [] : titleLines,
    dayLines: issuedOn === null ? [] : dayLines,
  };
}

function titleIn(front: readonly TextLine[]): readonly TextLine[] {
  let found: readonly TextLine[] = [];
  let group: TextLine[] = [];
  for (const line of front) {
    const plain = halfWidth(line.text);
    const isPart = !/[。;:!?,]/u.test(plain) && !/[〔[]\d{4}[〕\]]\s*\d+\s*号/u.test(plain) && dayOfLine(line.text) === null;
    group = isPart ? [...group, line] : [];
    const joined = group.map(({ text }) => text).join('');
    if (isPart && PLAN_ENDING.test(halfWidth(joined)) && joined.length <= LONGEST_TITLE) {
      found = group;
      group = [];
    }
  }
  return found.length > 0 ? found : front.slice(0, 1).filter(({ text }) => text.length <= LONGEST_TITLE);
}
