/** Options as texts, numbers and days; what does not fit is refused with one sentence. */
import { isDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { InvalidArgumentError } from 'commander';

/** A whole number of at least 0. */
export function asWhole(text: string): number {
  if (!/^\d{1,10}$/u.test(text)) throw new InvalidArgumentError('应为不小于 0 的整数。');
  return Number(text);
}

/** A fraction from 0 to 1. */
export function asFraction(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value) || value < 0 || value > 1)
    throw new InvalidArgumentError('应为 0 到 1 之间的小数。');
  return value;
}

/** A real calendar day. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('应为真实的日期，写成 YYYY-MM-DD。');
  return text;
}

/** A text that says something. */
export function asText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('不能是空的。');
  // The parser takes the next word whatever it is, and another option would be lost without a word.
  if (text.startsWith('--')) throw new InvalidArgumentError('这是另一个选项，前一个选项后面缺少值。');
  return text;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** An id of ours. */
export function asId(text: string): string {
  const id = text.trim().toLowerCase();
  if (!UUID.test(id)) throw new InvalidArgumentError('应为编号，见清单的第一列。');
  return id;
}

/** A record's id. */
export function asRecordId(text: string): string {
  const id = text.trim().toLowerCase();
  if (!UUID.test(id)) throw new InvalidArgumentError('应为记录编号，见标注结果的最后一列。');
  return id;
}
