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

function csvCell(cell: string): string {
  if (cell.length === 0) return cell;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
