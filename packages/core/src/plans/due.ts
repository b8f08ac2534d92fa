/** When something has to be done, as plans say it. Only what can be read in one way becomes a day. */
import { addDays, dayFromParts, isRealDate } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import { halfWidth } from '../records/index.ts';
import { numberOf, yearOfText } from './numerals.ts';

/** What words about time say. `unclear` words are about time too, but could mean more than one day. `rest` was not understood. */
export type DueReading =
  | { readonly kind: 'day'; readonly day: Day; readonly rest: string }
  | { readonly kind: 'standing' }
  | { readonly kind: 'unclear' };

const YEAR = '(?:(?<year>\\d{4}|[〇零○一二三四五六七八九]{4})年|(?<thisYear>今年|本年|当年)|(?<nextYear>明年|次年))?';
const WITHIN =
  '(?:(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?<day>\\d{1,2})[日号]|(?<monthEnd>月?[底末])|(?<third>[上中下])旬)?|(?<half>[上下])半年(?<halfEnd>[底末])?|第?(?<quarter>[一二三四1-4])季度(?<quarterEnd>[底末])?|年?(?<yearEnd>[底末]))';
const WRITTEN = new RegExp(`${YEAR}${WITHIN}`, 'u');
const WHOLE_YEAR = /(?<year>\d{4})年(?:度)?(?<inside>内)?/u;
const NUMERIC = /(?<year>\d{4})[.\-/](?<month>\d{1,2})(?:[.\-/](?<day>\d{1,2}))?/u;
const [WRITTEN_ONLY, WHOLE_YEAR_ONLY, NUMERIC_ONLY] = [whole(WRITTEN), whole(WHOLE_YEAR), whole(NUMERIC)] as const;
/** A point in time, as one pattern for a sequence of them. */
const ANY = new RegExp(`${WRITTEN.source}|${WHOLE_YEAR.source}|${NUMERIC.source}`.replaceAll(/\?<\w+>/gu, ''), 'gu');

const LEADING = /^(?:最迟|力争|确保|原则上|计划|拟|分别)?(?:于|在|至|截至|截止到?|到)?/u;
const FORE = /^(?:之前|以前|前)/u;
const INSIDE = /^(?:之内|以内|内)/u;
const DONE =
  /^(?:全面|全部|基本|要|应|须|均)?(?:完成|办结|落实|实现|建成|到位|落实到位|完成到位|整改到位|完成整改|见效|结束)?(?:任务|到位|工作)?[。.]?$/u;
const STANDING =
  /^(?:并|要|应)?(?:长期|持续|常态化?|常抓不懈|经常性)(?:坚持|推进|实施|开展|落实|执行|推动|保持|有效|进行|抓好|任务|工作)?(?:[,、]?(?:长期|持续)(?:坚持|推进|实施|开展))?[。.]?$/u;
const RANGE = /^(?:至|到|—+|-+|–|~|～)$/u;

/** Reads words about time; null for words that are about something else. `planYear` is what 年底 and 6月底 without a year belong to. */
export function readDue(words: string, planYear: number | null): DueReading | null {
  const text = halfWidth(words).replaceAll(/\s/gu, '');
  if (STANDING.test(text)) return { kind: 'standing' };
  const start = text.replace(LEADING, '');
  const points = [...start.matchAll(ANY)];
  const [first] = points;
  if (first?.index !== 0)
    return /^(?:每[年月季周]|全年|立即|即日起|定期|适时|近期|按要求|按时)/u.test(start) ? { kind: 'unclear' } : null;
  const second = points[1];
  const isRange = second !== undefined && RANGE.test(start.slice(first[0].length, second.index));
  if (points.length > (isRange ? 2 : 1)) return { kind: 'unclear' };
  const last = isRange ? second : first;
  const read = dayOfPoint(last[0], isRange ? (yearIn(first[0]) ?? planYear) : planYear);
  const after = start.slice(last.index + last[0].length);
  if (read === null) return { kind: 'unclear' };
  const rest = after.replace(FORE, '').replace(INSIDE, '');
  const isDone = DONE.test(rest);
  // 十月前 may mean the last day of September or of October, 2022年秋季 anything; 十月底前 and 十月三日前 leave no doubt.
  if (!read.isEnd && (FORE.test(after) || !isDone)) return { kind: 'unclear' };
  return { kind: 'day', day: read.day, rest: isDone ? '' : rest };
}

function whole(form: RegExp): RegExp {
  return new RegExp(`^${form.source}$`, 'u');
}

function yearIn(point: string): number | null {
  const found = /^(\d{4})/u.exec(point);
  return found === null ? null : Number(found[1]);
}

/** The last day of what is named. `isEnd`: the words name that day itself, not a longer time it ends. */
interface NamedDay {
  readonly day: Day;
  readonly isEnd: boolean;
}

function dayOfPoint(point: string, planYear: number | null): NamedDay | null {
  const numeric = NUMERIC_ONLY.exec(point)?.groups;
  if (numeric !== undefined) {
    const year = yearOfText(numeric['year'] ?? '');
    return year === null ? null : dayIn(year, Number(numeric['month']), numeric['day'], numeric['day'] !== undefined);
  }
  const yearAlone = yearOfText(WHOLE_YEAR_ONLY.exec(point)?.groups?.['year'] ?? '');
  if (yearAlone !== null) return { day: endOfMonth(yearAlone, 12), isEnd: false };
  const parts = WRITTEN_ONLY.exec(point)?.groups;
  const year = parts === undefined ? null : yearOfParts(parts, planYear);
  if (parts === undefined || year === null) return null;
  const { month, day, monthEnd, third, half, halfEnd, quarter, quarterEnd, yearEnd } = parts;
  if (yearEnd !== undefined) return { day: endOfMonth(year, 12), isEnd: true };
  if (half !== undefined) return { day: endOfMonth(year, half === '上' ? 6 : 12), isEnd: halfEnd !== undefined };
  if (quarter !== undefined) return { day: endOfMonth(year, (numberOf(quarter) ?? 1) * 3), isEnd: quarterEnd !== undefined };
  const inMonth = numberOf(month ?? '') ?? 0;
  if (third === '上' || third === '中') return dayIn(year, inMonth, third === '上' ? '10' : '20', false);
  return dayIn(year, inMonth, day, day !== undefined || monthEnd !== undefined);
}

function yearOfParts(parts: Readonly<Record<string, string | undefined>>, planYear: number | null): number | null {
  if (parts['year'] !== undefined) return yearOfText(parts['year']);
  if (planYear === null) return null;
  return parts['nextYear'] === undefined ? planYear : planYear + 1;
}

/** The day of a month, or its last; null where there is none. */
function dayIn(year: number, month: number, day: string | undefined, isEnd: boolean): NamedDay | null {
  if (!isRealDate(year, month, 1)) return null;
  if (day === undefined) return { day: endOfMonth(year, month), isEnd };
  return isRealDate(year, month, Number(day)) ? { day: dayFromParts(year, month, Number(day)), isEnd } : null;
}

function endOfMonth(year: number, month: number): Day {
  return addDays(month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1), -1);
}

const IN_SENTENCE = new RegExp(`(?:${ANY.source})(?:之前|以前|前)(?=[,，、完实建全基取出])`, 'gu');

/** Days that a sentence of the task itself sets: 到2022年10月底前，建成……; each with its words. */
export function duesInSentence(text: string): readonly string[] {
  return [...new Set([...halfWidth(text).matchAll(IN_SENTENCE)].map(([words]) => words))];
}

/** The day of a line that says nothing else: 2021年4月26日, （二〇二一年四月二十六日）, 2021年4月26日印发. */
export function dayOfLine(text: string): Day | null {
  const tidy = halfWidth(text).replaceAll(/\s/gu, '').replace(/^\(/u, '').replace(/\)$/u, '');
  const found =
    /^(?:[^\d,。;:]{2,25}(?=\d{4}年))?(\d{4}|[〇零○一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日(印发|发布)?$/u.exec(
      tidy,
    );
  if (found === null) return null;
  const year = yearOfText(found[1] ?? '');
  const month = numberOf(found[2] ?? '');
  const day = numberOf(found[3] ?? '');
  return year !== null && month !== null && day !== null && isRealDate(year, month, day) ? dayFromParts(year, month, day) : null;
}
