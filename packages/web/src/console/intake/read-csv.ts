/** Reads CSV as the service writes it: comma, quotes doubled, any line end. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gu;
  const body = text.replace(/^\uFEFF/u, '');
  let row: string[] = [];
  for (const { 0: whole, 1: written = '', 2: end, index } of body.matchAll(cell)) {
    if (whole === '' && index >= body.length && row.length === 0) break;
    row.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (index + whole.length >= body.length) break;
  }
  return rows;
}
