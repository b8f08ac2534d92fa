/** Places of cells: `AB12` is column 27, row 12. Columns are counted from 0, rows from 1. */

/** Most columns and rows a sheet has. */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;

const LETTERS = 26;
const FIRST_LETTER = 65;

/** Letters of a column. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    name = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + name;
  return name;
}

/** The reference of a cell. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${String(row)}`;
}

/** The column that a reference begins with; -1 where there are no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & ~0x20) - FIRST_LETTER;
    if (letter < 0 || letter >= LETTERS) break;
    column = column * LETTERS + letter + 1;
  }
  return column - 1;
}

/** The row that a reference ends with. */
export function rowOf(reference: string): number {
  return Number(/\d+$/u.exec(reference)?.[0] ?? 0);
}
