import { describe, expect, it } from 'vitest';
import { numberKind } from './number-format.ts';

const DATE = { kind: 'moment', hasDate: true, hasTime: false };
const TIME = { kind: 'moment', hasDate: false, hasTime: true };
const BOTH = { kind: 'moment', hasDate: true, hasTime: true };
const NUMBER = { kind: 'number' };

describe('what a number format makes of a number', () => {
  it.each([
    ['yyyy/m/d', DATE],
    ['yyyy"年"m"月"d"日"', DATE],
    ['[$-804]yyyy年m月d日;@', DATE],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', DATE],
    ['yyyy\\-mm\\-dd', DATE],
    ['mmm', DATE],
    ['yyyy-mm-dd hh:mm:ss', BOTH],
    ['yyyy/m/d\\ h:mm\\ AM/PM', BOTH],
    ['h:mm', TIME],
    ['mm:ss', TIME],
    ['[h]:mm:ss', NUMBER],
    ['General', NUMBER],
    ['G/通用格式', NUMBER],
    ['0.00', NUMBER],
    ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', NUMBER],
    ['0.00E+00', NUMBER],
    ['0%', NUMBER],
    ['"合计"0', NUMBER],
    ['"day"0.0', NUMBER],
    ['@', NUMBER],
    ['0', NUMBER],
    ['000000', { kind: 'digits', digits: 6 }],
  ])('%s', (code, kind) => {
    expect(numberKind(164, code)).toEqual(kind);
  });

  it.each([
    [0, NUMBER],
    [2, NUMBER],
    [14, DATE],
    [17, DATE],
    [20, TIME],
    [22, BOTH],
    [31, DATE],
    [49, NUMBER],
    [57, DATE],
  ])('built-in format %i', (id, kind) => {
    expect(numberKind(id, undefined)).toEqual(kind);
  });
});
