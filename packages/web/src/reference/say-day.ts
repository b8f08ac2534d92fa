/** Days and instants in words. In tables a day stands as 2021-05-11; in sentences as 5月11日 (周二). */
import { asDay, dayOf, dayOfWeek } from '@xincheng/core/calendar';
import type { Language } from '../words/index.ts';

const WEEKDAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Month and day, with the year when it is not the one given. */
export function sayDay(language: Language, day: string, thisYear: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const isThisYear = thisYear.startsWith(year);
  if (language === 'en') return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? ''}${isThisYear ? '' : ` ${year}`}`;
  return `${isThisYear ? '' : `${year}年`}${String(Number(month))}月${String(Number(date))}日`;
}

/** The same with the day of the week. */
export function sayLongDay(language: Language, day: string, thisYear: string): string {
  const weekday = WEEKDAYS[language][dayOfWeek(asDay(day)) - 1] ?? '';
  return language === 'en'
    ? `${weekday} ${sayDay(language, day, thisYear)}`
    : `${sayDay(language, day, thisYear)} (周${weekday})`;
}

/** An instant as the clock in Shanghai shows it, to the minute. */
export function sayInstant(instant: string): string {
  const at = new Date(instant);
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayOf(at)} ${clock}`;
}
