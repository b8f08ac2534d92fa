import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellNumber, decimalText } from './cell-number.ts';
import { PLAIN_NUMBER } from './number-format.ts';

const DATE = { kind: 'moment', hasDate: true, hasTime: false } as const;
const BOTH = { kind: 'moment', hasDate: true, hasTime: true } as const;
const TIME = { kind: 'moment', hasDate: false, hasTime: true } as const;

describe('a number as text', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['12', '12'],
    ['0.10000000000000001', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1234567.8900000001', '1234567.89'],
    ['999999999.123456', '999999999.123456'],
    ['-12.5', '-12.5'],
    ['1E-3', '0.001'],
    ['1.5E+3', '1500'],
    ['1E10', '10000000000'],
    ['123456789012345', '123456789012345'],
    ['1.23456789012345E+14', '123456789012345'],
    ['9.1370112000000006E+17', '9.13701120000000E+17'.replace(/0+E/u, 'E')],
    ['370112198001010000', '3.7011219800101E+17'],
    ['370112198001011234', '370112198001011234'],
    ['1E+20', '1E+20'],
    ['7E-300', '0'],
    ['.5', '0.5'],
    ['1.', '1'],
  ])('%s is %s', (written, text) => {
    expect(cellNumber(written, PLAIN_NUMBER, false)).toBe(text);
  });

  it('leaves what is no number', () => {
    for (const written of ['', 'x', '1,5', 'NaN', 'Infinity', '0x10'])
      expect(cellNumber(written, PLAIN_NUMBER, false)).toBe(written);
  });

  it('gives back every amount of up to 15 digits, however floating point writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }), (whole, millionths) => {
        const plain = `${String(whole)}.${String(millionths).padStart(6, '0')}`.replace(/\.?0+$/u, '');
        const text = plain.includes('.') ? plain : String(whole);
        const asWritten = Number(`${String(whole)}.${String(millionths).padStart(6, '0')}`).toPrecision(17);
        expect(decimalText(asWritten)).toBe(text);
      }),
    );
  });

  it('writes codes out to their digits', () => {
    expect(cellNumber('370112', { kind: 'digits', digits: 8 }, false)).toBe('00370112');
  });
});

describe('a serial number as a day', () => {
  it.each([
    ['1', DATE, '1900-01-01'],
    ['59', DATE, '1900-02-28'],
    ['60', DATE, '1900-02-29'],
    ['61', DATE, '1900-03-01'],
    ['44309', DATE, '2021-04-23'],
    ['44309.75', DATE, '2021-04-23'],
    ['44309.75', BOTH, '2021-04-23 18:00:00'],
    ['44309', BOTH, '2021-04-23'],
    ['44308.9999999', BOTH, '2021-04-23'],
    ['0.5', TIME, '12:00:00'],
    ['44309.5', TIME, '2021-04-23 12:00:00'],
    ['2958465', DATE, '9999-12-31'],
    ['2958466', DATE, '2958466'],
    ['-1', DATE, '-1'],
    ['0', DATE, '0'],
  ])('%s', (written, format, text) => {
    expect(cellNumber(written, format, false)).toBe(text);
  });

  it('in the system of 1904', () => {
    expect(cellNumber('42847', DATE, true)).toBe('2021-04-23');
    expect(cellNumber('0', DATE, true)).toBe('1904-01-01');
  });
});
