/** Naming what could not be checked is part of the answer. */
import type { CompiledDataset } from '@xincheng/core/intake';

/** What there is to hold rows against. */
export interface AtHand {
  /** The base register of organisations, with at least one in it. */
  readonly registry: boolean;
  /** The register of records; not there when a file is checked before it is sent. */
  readonly history: boolean;
}

/** Codes of clauses that need what is not at hand. */
export function checksNotRun(dataset: CompiledDataset, { registry, history }: AtHand): string[] {
  const codes = new Set<string>();
  for (const clause of dataset.later.values()) {
    const lacksRegister = !registry && clause.clause.kind === 'subject-registry';
    const lacksHistory = !history && clause.needs === 'history';
    if (lacksRegister || lacksHistory) codes.add(clause.code);
  }
  return [...codes].sort();
}
