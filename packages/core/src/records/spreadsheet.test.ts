import { describe, expect, it } from 'vitest';
import { daySuggestedBySerial, isExponentNumber } from './spreadsheet.ts';

describe('a code that became a number', () => {
  it.each(['9.13701E+17', '9.1370112E+17', '1E+15', '3.70112e+17', '-1.5E+20'])('%s', (text) => {
    expect(isExponentNumber(text)).toBe(true);
  });

  it.each(['913701120000000015', '9.13701', 'E+17', '9.13701E17', '0E+00', '济〔2021〕1E+2号', ''])('is not %s', (text) => {
    expect(isExponentNumber(text)).toBe(false);
  });
});

describe('a serial number', () => {
  it.each([
    ['44309', '2021-04-23'],
    ['44309.75', '2021-04-23'],
    ['73050', '2099-12-31'],
    ['10000', '1927-05-18'],
  ])('%s suggests %s', (text, day) => {
    expect(daySuggestedBySerial(text)).toBe(day);
  });

  it.each(['20210423', '2021', '73051', '99999', '-44309', '044309', '44309日', ''])('is not %s', (text) => {
    expect(daySuggestedBySerial(text)).toBeNull();
  });
});
