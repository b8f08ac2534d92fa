/** Records as rows of a form. */
import type { components } from '../../api/index.ts';
import type { Cells, Draft, Row } from './draft.ts';

type CreditRecord = components['schemas']['CreditRecord'];

/** Several codes stand in one cell with this between them. */
const BETWEEN_CODES = ';';

/** What a record holds, as it would be typed. */
export function cellsOf({ values }: Pick<CreditRecord, 'values'>): Cells {
  const entries = Object.entries(values).map(
    ([code, value]) => [code, typeof value === 'string' ? value : value.join(BETWEEN_CODES)] as const,
  );
  return Object.fromEntries(entries);
}

/** A record, and what hangs on it, as the draft of its next version. */
export function draftOf(record: CreditRecord, below: readonly CreditRecord[]): Draft {
  const children: Record<string, Row[]> = {};
  for (const child of [...below].reverse()) (children[child.dataset] ??= []).push(rowOf(child));
  return { row: rowOf(record), children };
}

function rowOf(record: CreditRecord): Row {
  return { key: record.recordId, cells: cellsOf(record), base: { record: record.recordId, version: record.version } };
}
