/** Findings that only the whole batch, the register or the history can give, as issues of a row. */
import type { CompiledDataset, RowIssue } from '@xincheng/core/intake';

/** Cloneable: it crosses between the main thread and a row worker. */
export interface LaterFinding {
  readonly kind:
    | 'duplicate-in-batch'
    | 'key-held'
    | 'key-of-other-unit'
    | 'same-number'
    | 'parent'
    | 'reference'
    | 'replaces'
    | 'row-shape'
    | 'subject-registry';
  readonly variant?: string;
  readonly value: string;
  readonly expected?: string;
  /** Field it was found in, where the finding is about one. */
  readonly field?: number;
}

/** The clause that words a finding; a pack without it is broken and was refused when it was loaded. */
export function laterIssue(dataset: CompiledDataset, finding: LaterFinding): RowIssue {
  const key = finding.variant === undefined ? finding.kind : `${finding.kind}.${finding.variant}`;
  const words = finding.field === undefined ? undefined : dataset.fields[finding.field]?.clauses;
  const ofField = words?.[key] ?? words?.[finding.kind];
  const clause = ofField ?? dataset.later.get(key) ?? dataset.later.get(finding.kind);
  if (clause === undefined) throw new Error(`no check words ${key} for ${dataset.definition.id}`);
  const field = finding.field ?? (clause.blame >= 0 ? clause.blame : (dataset.roles.get('number') ?? -1));
  return { clause, field, value: finding.value, ...(finding.expected === undefined ? {} : { expected: finding.expected }) };
}
