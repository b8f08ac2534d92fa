/** Findings that the same bytes need not have another time. */
import type { CompiledDataset } from '@xincheng/core/intake';

const READS_TODAY = /\btoday\s*\(/u;

/**
 * Codes of clauses whose finding hangs on something outside the file: on what the register or a registry holds, or on the day. What
 * the row or the file says by itself is found again whenever it is sent.
 */
export function outsideFindings(dataset: CompiledDataset): string[] {
  const clauses = [
    ...[...dataset.later.values()].filter(({ needs }) => needs === 'history' || needs === 'registry'),
    ...dataset.asserts.filter(({ clause }) => READS_TODAY.test(clause.assert ?? '')),
  ];
  return [...new Set(clauses.map(({ code }) => code))].sort();
}
