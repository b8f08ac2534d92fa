/** Findings that the same bytes need not have another time. */
import type { CompiledDataset } from '@xincheng/core/intake';

const READS_TODAY = /\btoday\s*\(/u;

/** Codes of clauses by what their finding hangs on besides the file. What the row or the file says by itself is found again. */
export interface OutsideFindings {
  readonly onRegister: readonly string[];
  readonly onDay: readonly string[];
  /** What the base register of organisations says. */
  readonly onSubjects: readonly string[];
}

/** The units are not among it: they belong to the standards, and other standards make another file of the same bytes anyway. */
export function outsideFindings(dataset: CompiledDataset): OutsideFindings {
  const later = [...dataset.later.values()];
  const dated = dataset.asserts.filter(({ clause }) => READS_TODAY.test(clause.assert ?? ''));
  return {
    onRegister: codesOf(later.filter(({ needs }) => needs === 'history')),
    onDay: codesOf(dated),
    onSubjects: codesOf(later.filter(({ clause }) => clause.kind === 'subject-registry')),
  };
}

function codesOf(clauses: readonly { readonly code: string }[]): string[] {
  return [...new Set(clauses.map(({ code }) => code))].sort();
}
