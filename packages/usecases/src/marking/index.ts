export type { CellMark, NextMark, RowMark } from './marks.ts';
export { remarks } from './marks.ts';
export { patchWorkbook } from './patch-workbook.ts';
export { plainWorkbook } from './plain-workbook.ts';
export type { PlainRow } from './plain-workbook.ts';
export type { Summary, SummaryGroup, SummaryIssue } from './summary-sheet.ts';
export { MOST_ROWS } from './places.ts';
export { Unpatchable } from './unpatchable.ts';
