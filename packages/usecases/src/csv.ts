/** Writing CSV that a spreadsheet opens safely. */

const NEEDS_QUOTES = /[",\r\n]/u;
/** A cell that begins like this may be run as a formula, in full width too; a leading apostrophe keeps it text. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/u;
const BYTE_ORDER_MARK = '\ufeff';

/** Lines of cells as CSV with Windows line ends. */
export function csvText(lines: readonly (readonly string[])[]): string {
  let text = '';
  for (const line of lines) {
    for (let index = 0; index < line.length; index += 1) text += (index === 0 ? '' : ',') + csvCell(line[index] ?? '');
    text += '\r\n';
  }
  return text;
}

/** The same as the beginning of a file: spreadsheets know by the mark that it is UTF-8. */
export function csvFileStart(lines: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + csvText(lines);
}

/** Lines for a program that takes every cell as it stands: nothing is put before what a spreadsheet might run. */
export function exactCsvText(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function csvCell(cell: string): string {
  if (cell.length === 0) return cell;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return quoted(safe);
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
