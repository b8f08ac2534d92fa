/** Marked workbooks as tests look at them: made from what was sent, and loaded by exceljs, an oracle that is not ours. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actAt } from '@xincheng/testkit/platform';
import { markedWorkbook } from '@xincheng/usecases/intake';
import ExcelJS from 'exceljs';
import type { Desk, Sent } from './_intake.ts';

/** Fills of marked cells. */
export const FILLS = { error: 'FFFFC7CD', confirm: 'FFFFE59B', warning: 'FFD9E8F7' } as const;

/** Sends bytes as a file with that extension. */
export async function sendBytes(
  desk: Desk,
  dataset: string,
  bytes: Uint8Array | string,
  at: string,
  extension = 'xlsx',
): Promise<Sent> {
  const path = join(desk.folder, `${String(Math.random()).slice(2)}.${extension}`);
  await writeFile(path, bytes);
  return desk.send({ dataset, rows: [], at }, path);
}

/** The marked result as its sender gets it. */
export async function markedBytes(desk: Desk, { batch, unit }: Sent, at: string): Promise<Buffer> {
  return joined(markedWorkbook(desk.platform, actAt(at, [unit]), batch));
}

/** All blocks in one. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  for await (const block of pieces) blocks.push(block);
  return Buffer.concat(blocks);
}

/** A workbook as exceljs sees it. */
export async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
}

/** The data sheet. */
export function dataSheet(book: ExcelJS.Workbook): ExcelJS.Worksheet {
  const sheet = book.worksheets.find(({ name }) => name === '数据' || name === '行政许可');
  if (sheet === undefined) throw new Error('no data sheet');
  return sheet;
}

/** A comment's text; '' where there is none, whatever the types say. */
export function noteOf({ note }: { readonly note?: string | ExcelJS.Comment }): string {
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

/** Severity whose colour a cell has; null for any other. */
export function colourOf({ style }: Pick<ExcelJS.Cell, 'style'>): keyof typeof FILLS | null {
  const { fill } = style;
  const argb = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  const found = Object.entries(FILLS).find(([, colour]) => colour === argb);
  return found === undefined ? null : (found[0] as keyof typeof FILLS);
}
