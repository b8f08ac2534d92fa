/** Dated values: no end before its beginning, no day with two answers, a calendar without holes. */
import { calendarProblems, FIRST_DAY, LAST_DAY } from '@xincheng/core/calendar';
import type { CalendarProblem, Day } from '@xincheng/core/calendar';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { CalendarYear, CodeListDefinition, CodeValue } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

interface Dated {
  readonly from?: Day;
  readonly to?: Day;
}

function overlaps(a: Dated, b: Dated): boolean {
  return (a.from ?? FIRST_DAY) <= (b.to ?? LAST_DAY) && (b.from ?? FIRST_DAY) <= (a.to ?? LAST_DAY);
}

/** Validity of everything that has one. */
export function checkPeriods(pack: PackContent, report: Report): void {
  const values = [...pack.deadlines.values()].flatMap((deadline) => deadline.values);
  const codes = [...pack.codeLists.values()].flatMap((list) => list.values);
  for (const dated of [...pack.instruments.values(), ...pack.units.values(), ...values, ...codes]) {
    if (isReversed(dated)) report(dated, ['to'], 'reversed', '截止日期早于起始日期。');
  }
  for (const provision of pack.provisions) {
    if (isReversed({ from: provision.since, ...(provision.to === undefined ? {} : { to: provision.to }) })) report(provision, ['to'], 'reversed', '截止日期早于起始日期。');
  }
}

function isReversed({ from, to }: Dated): boolean {
  return from !== undefined && to !== undefined && to < from;
}

/** For one jurisdiction and day a deadline has one value; for one unit and dataset there is one provision. */
export function checkOverlaps(pack: PackContent, report: Report): void {
  for (const { values } of pack.deadlines.values()) {
    values.forEach((value, index) => {
      const rival = values.slice(0, index).some((earlier) => earlier.jurisdiction === value.jurisdiction && overlaps(earlier, value));
      if (rival) report(value, ['from'], 'overlap', `${value.jurisdiction} 的两个时限数值在时间上重叠。`);
    });
  }
  pack.provisions.forEach((provision, index) => {
    const rival = pack.provisions.slice(0, index).some(
      (earlier) =>
        earlier.unit === provision.unit && earlier.dataset === provision.dataset &&
        earlier.since <= (provision.to ?? LAST_DAY) && provision.since <= (earlier.to ?? LAST_DAY),
    );
    if (rival) report(provision, ['unit'], 'overlap', `${provision.unit} 提供 ${provision.dataset} 的义务在时间上重叠。`);
  });
  for (const list of pack.codeLists.values()) checkCodeOverlaps(list, report);
}

/** The same text, as value or alias, may mean two things only at different times or for different subjects. */
function checkCodeOverlaps(list: CodeListDefinition, report: Report): void {
  const meanings = new Map<string, CodeValue[]>();
  for (const value of list.values) {
    [value.value, ...(value.aliases ?? [])].forEach((text, index) => {
      const others = meanings.get(text) ?? [];
      const rival = others.find((other) => overlaps(other, value) && sharesKind(other, value));
      if (rival !== undefined) report(value, index === 0 ? ['value'] : ['aliases', index - 1], 'overlap', `${text} 在同一时间有两个含义（另见 ${rival.value}）。`);
      meanings.set(text, [...others, value]);
    });
  }
}

function sharesKind(a: CodeValue, b: CodeValue): boolean {
  const kinds = b.kinds ?? SUBJECT_KINDS;
  return (a.kinds ?? SUBJECT_KINDS).some((kind) => kinds.includes(kind));
}

const CALENDAR_REASONS: Readonly<Record<CalendarProblem['code'], string>> = {
  'no-paper': '没有列出这一年所依据的放假通知。',
  'year-twice': '这一年有两个文件。',
  reversed: '假期的结束早于开始。',
  'far-day': '这一天既不在本年，也不在上年末。',
  overlap: '这一天在两个假期里。',
  'make-up-in-holiday': '这一天既放假又上班。',
  'make-up-not-weekend': '调休上班日不是周六或周日。',
  'make-up-for-unknown': '调休所对应的假期在这一年没有。',
};

/** The yearly files: each right in itself, years without a gap, and no day off that another year makes a working day. */
export function checkCalendar({ calendar }: PackContent, report: Report): void {
  for (const problem of calendarProblems(calendar)) {
    const year = calendar.findLast(({ year: number }) => number === problem.year);
    if (year === undefined) throw new Error(`no year ${String(problem.year)}`);
    report(year, placeInYear(year, problem), problem.code, `${problem.day ?? String(problem.year)}：${CALENDAR_REASONS[problem.code]}`);
  }
  calendar.forEach((year, index) => {
    const before = calendar[index - 1];
    if (before !== undefined && year.year > before.year + 1) report(year, ['year'], 'year-gap', `${String(before.year)} 年之后缺年份，历年须连续。`);
    year.makeUpDays.forEach(({ day }, at) => {
      const off = calendar.some((other) => other !== year && other.holidays.some(({ from, to }) => from <= day && day <= to));
      if (off) report(year, ['makeUpDays', at, 'day'], 'make-up-in-holiday', `${day}：在另一年的文件里是放假日。`);
    });
  });
}

function placeInYear(year: CalendarYear, { code, day, name }: CalendarProblem): readonly (string | number)[] {
  if (code === 'year-twice' || day === undefined) return ['year'];
  const makeUp = year.makeUpDays.findIndex((candidate) => candidate.day === day && candidate.for === name);
  if (makeUp >= 0 && (code.startsWith('make-up') || code === 'far-day')) return ['makeUpDays', makeUp, code === 'make-up-for-unknown' ? 'for' : 'day'];
  const holiday = year.holidays.findLastIndex((candidate) => candidate.name === name && candidate.from <= day && (day <= candidate.to || code === 'reversed'));
  return holiday >= 0 ? ['holidays', holiday] : ['year'];
}
