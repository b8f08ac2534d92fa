/** Receipts as answers. */
import type { Receipt } from '@xincheng/contract/api';
import { STATUS } from '../http/problem-status.ts';
import type { ProblemCode } from '../http/problem-status.ts';
import type { Refusal } from '../http/problems.ts';

/** A file that turned out unusable half-way answers like one refused at the door, and names its batch. */
export function refusalOf({ refusal, batch }: Receipt): Refusal | null {
  if (refusal === null) return null;
  return isProblemCode(refusal.code)
    ? { code: refusal.code, message: refusal.message, batch }
    : { code: 'bad-request', message: refusal.message, batch };
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(STATUS, code);
}
