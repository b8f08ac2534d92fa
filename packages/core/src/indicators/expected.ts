/** What ought to come against what came, entry by entry: a surplus of one entry makes up for nothing missing in another. */
import type { Absence, ExpectedSetDefinition } from './types.ts';

/** A person's word on an entry. */
export interface EntryWord {
  readonly unitId: string;
  readonly item: string;
  readonly kind: 'declared' | 'zero' | 'waived';
  /** Of a declared total. */
  readonly expected: bigint | null;
  readonly reason: string | null;
}

/** One entry of a set in a period. */
export interface ExpectedItem {
  readonly unitId: string;
  readonly item: string;
  readonly expected: bigint;
  readonly actual: bigint;
  /** What of it came, never more than was expected. */
  readonly met: bigint;
  readonly word: EntryWord | null;
}

/** The entries of a set in a period: those that people made, and those that provisions or tasks bind units to. */
export function expectedItems(
  { from }: Pick<ExpectedSetDefinition, 'from'>,
  bound: readonly { readonly unitId: string; readonly item: string }[],
  words: readonly EntryWord[],
  actualOf: (unitId: string, item: string) => bigint,
): readonly ExpectedItem[] {
  if (from === 'declared') return words.map((word) => declaredItem(word, actualOf(word.unitId, word.item)));
  const wordOf = new Map(words.map((word) => [`${word.unitId} ${word.item}`, word]));
  return bound.map(({ unitId, item }) => {
    const word = wordOf.get(`${unitId} ${item}`) ?? null;
    const actual = actualOf(unitId, item);
    const expected = word?.kind === 'waived' ? 0n : 1n;
    // Where the law allows nothing to happen, a zero report is the report.
    const met = expected === 1n && (actual > 0n || word?.kind === 'zero') ? 1n : 0n;
    return { unitId, item, expected, actual, met, word };
  });
}

function declaredItem(word: EntryWord, actual: bigint): ExpectedItem {
  const { unitId, item } = word;
  const expected = word.kind === 'declared' ? (word.expected ?? 0n) : 0n;
  return { unitId, item, expected, actual, met: actual < expected ? actual : expected, word };
}

/** Why nothing is expected of somebody: nothing to report, excused, or nothing known. */
export function absenceOf(items: readonly ExpectedItem[]): Absence {
  const kinds = items.map(({ word }) => word?.kind ?? 'declared');
  if (kinds.includes('zero')) return 'zero-report';
  return kinds.includes('waived') ? 'waived' : 'no-data';
}

/** What an entry is, for its reader. */
export function entryState({
  expected,
  actual,
  met,
  word,
}: ExpectedItem): 'met' | 'missing' | 'surplus' | 'zero-report' | 'waived' {
  if (word?.kind === 'waived') return 'waived';
  if (word?.kind === 'zero') return actual > 0n ? 'surplus' : 'zero-report';
  if (word?.kind === 'declared' && actual > expected) return 'surplus';
  return met === expected ? 'met' : 'missing';
}
