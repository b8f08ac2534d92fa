/** What spreadsheets make of codes and days without being asked. */
import { addDays } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';

/** A whole cell such as 9.13701E+17. */
const EXPONENT = /^-?[1-9](?:\.\d+)?E\+\d{1,3}$/iu;

/** True for a code the spreadsheet took for a number: it keeps 15 digits, shows an exponent, and what stood behind is gone. */
export function isExponentNumber(text: string): boolean {
  return EXPONENT.test(text);
}

const SERIAL = /^[1-9]\d{4}(?:\.\d+)?$/u;
/** Serial number 0 of the usual system, right for every day since 1900-03-01. */
const EPOCH = '1899-12-30' as Day;
/** 2099-12-31, as far as validity is ever filed. */
const LAST_SERIAL = 73_050;

/** The day that a bare serial number stands for in the usual system; null for a number that is hardly one. */
export function daySuggestedBySerial(text: string): Day | null {
  if (!SERIAL.test(text)) return null;
  const serial = Math.floor(Number(text));
  return serial > LAST_SERIAL ? null : addDays(EPOCH, serial);
}
