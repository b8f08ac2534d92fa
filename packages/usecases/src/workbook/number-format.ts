/** What a cell's number format makes of its number: a date, a time of day, a code with leading zeros, or just a number. */

/** How a number is to be read. `digits`: written out to so many digits with zeros in front. */
export type NumberKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'digits'; readonly digits: number }
  | { readonly kind: 'moment'; readonly hasDate: boolean; readonly hasTime: boolean };

export const PLAIN_NUMBER: NumberKind = { kind: 'number' };
const DATE: NumberKind = { kind: 'moment', hasDate: true, hasTime: false };
const DATE_AND_TIME: NumberKind = { kind: 'moment', hasDate: true, hasTime: true };
const TIME: NumberKind = { kind: 'moment', hasDate: false, hasTime: true };

/** Formats that are known by number alone: those of ECMA-376 18.8.30 and those Chinese versions add to them. */
function builtInKind(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58)
    return DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 55 || id === 56 || id === 45 || id === 47) return TIME;
  return id === 22 ? DATE_AND_TIME : PLAIN_NUMBER;
}

/** The kind of a format by its id and, where the workbook defines it, its code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  return code === undefined ? builtInKind(id) : kindOfCode(code);
}

/** The kind of a format by its code, such as `yyyy"年"m"月"d"日"` or `[$-804]yyyy/m/d h:mm`. */
function kindOfCode(code: string): NumberKind {
  const plain = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./gu, '');
  // A duration in hours, however long, is a number and no time of day.
  if (/\[(?:h+|m+|s+)\]/iu.test(plain)) return PLAIN_NUMBER;
  const letters = plain
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/general|g\/通用格式/giu, '')
    .replace(/am\/pm|a\/p|上午\/下午/giu, 'h')
    .toLowerCase();
  if (/^0{2,}$/u.test(letters)) return { kind: 'digits', digits: letters.length };
  if (/[#?]|0(?!\d*$)/u.test(letters) && !/[yd]/u.test(letters)) return PLAIN_NUMBER;
  const hasTime = /[hs]/u.test(letters);
  // `m` is a month unless hours or seconds say that it is minutes.
  const hasDate = /[yd]/u.test(letters) || (!hasTime && letters.includes('m'));
  return hasDate || hasTime ? { kind: 'moment', hasDate, hasTime } : PLAIN_NUMBER;
}
