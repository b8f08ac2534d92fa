/** Columns of a file that are no field of its dataset. */
const SHOWN_COLUMNS = 10;

/** A slip in a header would lose its whole column without a word. */
export function columnLines(columns: readonly string[]): readonly string[] {
  if (columns.length === 0) return [];
  const shown = columns.slice(0, SHOWN_COLUMNS).map((name) => `“${name}”`);
  const rest = columns.length > SHOWN_COLUMNS ? `等 ${String(columns.length)} 列` : '';
  return [`认不出的列，内容不会入库：${shown.join('、')}${rest}。列名写错的，请对照模板改正。`];
}
