/** What a rate says of itself. */

export interface CellOfRate {
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** Up, down or the same against an earlier number, compared exactly; null where either has no number. */
export function compareCells(now: CellOfRate, before: CellOfRate | null): 'up' | 'down' | 'same' | null {
  const difference = before === null ? null : differenceOf(now, before);
  if (difference === null) return null;
  if (difference === 0n) return 'same';
  return difference > 0n ? 'up' : 'down';
}

function differenceOf(now: CellOfRate, before: CellOfRate): bigint | null {
  if (now.numerator === null || before.numerator === null) return null;
  const a = BigInt(now.numerator);
  const b = BigInt(before.numerator);
  if (now.denominator === null && before.denominator === null) return a - b;
  const wholes = [BigInt(now.denominator ?? 0), BigInt(before.denominator ?? 0)] as const;
  return wholes[0] === 0n || wholes[1] === 0n ? null : a * wholes[1] - b * wholes[0];
}

/** Digits in groups of three, of numbers of any length. */
export function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** How far a bar is filled, in percent; never full unless all is there. */
export function fillOf({ numerator, denominator }: CellOfRate): number {
  if (numerator === null || denominator === null || denominator === '0') return 0;
  return Math.min(100, Number((BigInt(numerator) * 1000n) / BigInt(denominator)) / 10);
}
