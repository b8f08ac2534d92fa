/** Numbers as headings write them. */

const DIGITS = '零一二三四五六七八九';

/** The number of a Chinese numeral below one hundred, of digits, or of an encircled number; null for anything else. */
export function numberOf(text: string): number | null {
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(text);
  if (text.length === 1 && circled >= 0) return circled + 1;
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(text);
  if (found === null || text === '') return null;
  const [, tens = '', ten = '', ones = ''] = found;
  if (ten === '') return tens !== '' && ones !== '' ? null : DIGITS.indexOf(tens + ones);
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** A number as a Chinese numeral; from one hundred on in digits. */
export function chineseNumeral(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : DIGITS.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones}`;
}

/** The year of four digits, Arabic or Chinese (二〇二一); null for anything else. */
export function yearOfText(text: string): number | null {
  const digits = [...text].map((sign) =>
    /[0-9]/u.test(sign) ? sign : String('〇一二三四五六七八九'.indexOf(sign.replace(/[零○]/u, '〇'))),
  );
  const year = Number(digits.join(''));
  return digits.length === 4 && year >= 1949 && year <= 2200 ? year : null;
}
