/** The rejected rows of a batch, as they were sent. */
import { readCsv } from './read-csv.ts';

export interface RejectedRow {
  readonly rowNo: number;
  /** By field code. */
  readonly cells: Readonly<Record<string, string>>;
}

interface NamedField {
  readonly code: string;
  readonly name: { readonly zh: string };
  readonly aliases: readonly string[];
}

/** Column and word by which the marked result says what became of a row. */
const OUTCOME = '处理结果';
const REJECTED = '退回';

/** Rows that were sent back, from the marked result. Columns that are no field of the dataset are left out. */
export function rejectedRows(csv: string, fields: readonly NamedField[]): readonly RejectedRow[] {
  const rows = readCsv(csv);
  const at = rows.findIndex((row) => row.includes(OUTCOME));
  const header = rows[at] ?? [];
  const codes = header.map(
    (title) =>
      fields.find(({ code, name, aliases }) => [code, name.zh, ...aliases].includes(title.replace(/\*$/u, '')))?.code ?? null,
  );
  const outcome = header.indexOf(OUTCOME);
  return rows.flatMap((row, index) => {
    if (index <= at || row[outcome]?.startsWith(REJECTED) !== true) return [];
    const cells = Object.fromEntries(
      codes.flatMap((code, column): [string, string][] => (code === null ? [] : [[code, row[column] ?? '']])),
    );
    return [{ rowNo: index + 1, cells }];
  });
}
