/** The rows of a CSV as a workbook with a table of shared texts, written by exceljs as a department's program would. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import ExcelJS from 'exceljs';

/** Writes the workbook. */
export async function writeWorkbook(csv: string, path: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('数据');
  const records = createReadStream(csv).pipe(parse({ bom: true })) as AsyncIterable<string[]>;
  for await (const cells of records) sheet.addRow(cells.map((cell) => (cell === '' ? null : cell))).commit();
  sheet.commit();
  await workbook.commit();
}
