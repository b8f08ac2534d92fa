/** Naming what could not be checked is part of the answer. */
import type { CompiledDataset } from '@xincheng/core/intake';

/**
 * Codes of clauses that need what is missing. `registry`: the base register of organisations is not there yet;
 * `history`: no register of records either, as when a file is checked before it is sent.
 */
export function checksNotRun(dataset: CompiledDataset, missing: 'registry' | 'history'): string[] {
  const codes = new Set<string>();
  for (const clause of dataset.later.values()) {
    const needsRegister = clause.clause.kind === 'subject-registry';
    const needsHistory = clause.needs === 'history';
    if (needsRegister || (missing === 'history' && needsHistory)) codes.add(clause.code);
  }
  return [...codes].sort();
}
