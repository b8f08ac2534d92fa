/** Cells, rows and columns as XML. All text stands in the cells themselves: nothing in a shared table has to be touched for it. */
import { cellName } from './places.ts';
import { xmlText } from './xml.ts';

/** A cell holds so many characters; more, and the workbook counts as damaged. */
const MOST_CHARACTERS = 32_767;
const CUT = '……（内容过长，未全部显示）';

/** A text cell; text that looks like a formula stays text. A blank one only has its style. */
export function textCell(column: number, row: number, text: string, style: number): string {
  const place = `<c r="${cellName(column, row)}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  if (text === '') return style === 0 ? '' : `${place}/>`;
  return `${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(fitting(text))}</t></is></c>`;
}

function fitting(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS - CUT.length) + CUT;
}

/** A number in a cell. */
export function numberCell(column: number, row: number, value: number, style: number): string {
  return `<c r="${cellName(column, row)}" s="${String(style)}"><v>${String(value)}</v></c>`;
}

/** Column properties as a sheet has them. */
export interface ColumnWidth {
  readonly column: number;
  readonly width: number;
  readonly style?: number;
  readonly isHidden?: boolean;
}

/** One column's element. */
export function columnXml({ column, width, style, isHidden }: ColumnWidth): string {
  const at = String(column + 1);
  const look = style === undefined || style === 0 ? '' : ` style="${String(style)}"`;
  return `<col min="${at}" max="${at}" width="${String(width)}"${look}${isHidden === true ? ' hidden="1"' : ''} customWidth="1"/>`;
}

/** Height of a line of text. Enough for fonts that stand in where 宋体 is missing: they are taller. */
export const LINE_POINTS = 16.5;
const MOST_POINTS = 405;

/** The start tag of a row as high as its broken lines need; not every program works that out when it opens a file. */
export function rowTag(row: number, cells: readonly string[], widths: readonly number[], linePoints = LINE_POINTS): string {
  const lines = cells.map((cell, column) => linesOf(cell, widths[column] ?? Number.POSITIVE_INFINITY));
  const points = Math.min(MOST_POINTS, Math.max(1, ...lines) * linePoints);
  return `<row r="${String(row)}" ht="${String(points)}" customHeight="1">`;
}

/** Widths count digits; a Chinese character is as wide as two. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => {
    let units = 0;
    for (const character of line) units += character > '\u2000' ? 2 : 1;
    return sum + Math.max(1, Math.ceil(units / (width - 1)));
  }, 0);
}
