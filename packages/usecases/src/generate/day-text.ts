/** Days in the ways files write them. */
import { dayFromNumber, dayNumber } from '@xincheng/core/calendar';
import { parseDayText } from '@xincheng/core/records';

/** A way to write days, told from an example. */
export type DayStyle = 'slash' | 'short-slash' | 'hyphen' | 'compact' | 'words';

/** The number of the day a text names, or null. */
export function dayNumberOf(text: string): number | null {
  const day = parseDayText(text);
  return day.ok ? dayNumber(day.value) : null;
}

/** How an example writes its day. */
export function styleOfDay(text: string): DayStyle {
  if (text.includes('年')) return 'words';
  if (/^\d{8}$/u.test(text)) return 'compact';
  if (!text.includes('/')) return 'hyphen';
  return /^\d{4}\/\d{2}\/\d{2}$/u.test(text) ? 'slash' : 'short-slash';
}

/** Writes day numbers in a style; what was written once is kept, for a file has few different days. */
export function dayWriter(style: DayStyle): (number: number) => string {
  const written = new Map<number, string>();
  return (number) => {
    const known = written.get(number);
    if (known !== undefined) return known;
    const text = inStyle(number, style);
    written.set(number, text);
    return text;
  };
}

function inStyle(number: number, style: DayStyle): string {
  const day = dayFromNumber(number);
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const plain = (digits: string): string => String(Number(digits));
  switch (style) {
    case 'slash':
      return `${year}/${month}/${dayOfMonth}`;
    case 'short-slash':
      return `${year}/${plain(month)}/${plain(dayOfMonth)}`;
    case 'hyphen':
      return day;
    case 'compact':
      return year + month + dayOfMonth;
    case 'words':
      return `${year}年${plain(month)}月${plain(dayOfMonth)}日`;
  }
}
