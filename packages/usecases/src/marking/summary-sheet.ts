/** 问题汇总, the first sheet of a marked workbook: what was sent, what became of it, and every problem with the way to it. */
import type { Severity } from '@xincheng/core/standards';
import { columnXml, numberCell, rowTag, textCell } from './cells.ts';
import { FILL_COLOURS, HEADING_COLOUR, HEADING_FONT, TITLE_FONT } from './marked-styles.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { SEVERITY_WORD } from './marks.ts';
import type { Dialect } from './package-text.ts';
import { cellName } from './places.ts';
import { xmlText } from './xml.ts';

/** The sheet's name; a sheet of this name is none that a reader looks for data in. */
export const SUMMARY_SHEET = '问题汇总';

/** All problems of one kind. */
export interface SummaryGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly firstRow: number;
  readonly message: string;
  readonly fix: string;
}

/** One problem. */
export interface SummaryIssue {
  /** As the received file counts its rows. */
  readonly row: number;
  /** Field by its index, -1 where the row as a whole is meant. */
  readonly field: number;
  readonly severity: Severity;
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly sentence: string;
}

/** What the sheet says. */
export interface Summary {
  readonly facts: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
  readonly groups: readonly SummaryGroup[];
  readonly issues: () => AsyncIterable<SummaryIssue>;
}

/** Beyond so many problems the list is of no use to a reader; each stands beside its row anyway. */
export const MOST_LISTED = 10_000;

/** Where a problem is to be found in the data sheet. */
export interface DataPlace {
  readonly sheet: string;
  /** Column of each field, -1 where there is none. */
  readonly columns: readonly number[];
  /** Column of the outcomes. */
  readonly outcome: number;
  /** What is added to a row's number as the file counts it. */
  readonly shift: number;
}

/** The first and third hold the longest codes of rules on one line. */
const WIDTHS = [24, 12, 24, 30, 46, 72];
const GROUP_HEADERS = ['规则', '严重程度', '数量', '首见于', '问题（以首例为例）', '修改办法'];
const LIST_HEADERS = ['行', '严重程度', '规则', '列', '值', '问题与修改建议'];

/** The sheet's XML. */
export async function* summarySheet(
  { facts, notes, groups, issues }: Summary,
  place: DataPlace,
  styles: MarkedStyles,
  { main }: Dialect,
): AsyncGenerator<string> {
  const links: string[] = [];
  const merges: string[] = [];
  const text = styles.look({});
  const heading = styles.look({ font: HEADING_FONT, colour: HEADING_COLOUR });
  const colours = (severity: Severity): number => styles.look({ colour: FILL_COLOURS[severity] });
  let row = 0;
  const line = (cells: readonly (readonly [string, number])[]): string => {
    row += 1;
    const texts = cells.map(([cell]) => cell);
    return `${rowTag(row, texts, [])}${cells.map(([cell, style], column) => textCell(column, row, cell, style)).join('')}</row>`;
  };
  /** A line whose last cell goes on to the last column. */
  const wide = (cells: readonly (readonly [string, number])[]): string => {
    const xml = line(cells);
    merges.push(`<mergeCell ref="${cellName(cells.length - 1, row)}:${cellName(WIDTHS.length - 1, row)}"/>`);
    return xml;
  };
  const link = (column: number, found: { readonly row: number; readonly field: number }): void => {
    const target = place.columns[found.field] ?? -1;
    const cell = cellName(target < 0 ? place.outcome : target, found.row + place.shift);
    links.push(
      `<hyperlink ref="${cellName(column, row)}" location="${xmlText(`'${place.sheet.replaceAll("'", "''")}'!${cell}`)}"/>`,
    );
  };
  const widths = WIDTHS.map((width, column) => columnXml({ column, width })).join('');
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><cols>${widths}</cols><sheetData>`;
  row += 1;
  yield `<row r="1" ht="24" customHeight="1">${textCell(0, 1, SUMMARY_SHEET, styles.look({ font: TITLE_FONT }))}</row>`;
  yield facts
    .map(([name, value]) =>
      wide([
        [name, heading],
        [value, text],
      ]),
    )
    .join('');
  yield line([]);
  yield notes.map((note) => wide([[note, text]])).join('');
  yield line([
    ['颜色', heading],
    [`${SEVERITY_WORD.error}：须改正`, colours('error')],
    [`${SEVERITY_WORD.confirm}：待确认`, colours('confirm')],
    [`${SEVERITY_WORD.warning}：已收，请核对`, colours('warning')],
  ]);
  yield line([]);
  if (groups.length === 0) yield wide([['没有发现问题。', text]]);
  else yield line(GROUP_HEADERS.map((header) => [header, heading] as const));
  for (const group of groups) {
    row += 1;
    link(3, { row: group.firstRow, field: -1 });
    const cells = [
      textCell(0, row, group.code, text),
      textCell(1, row, SEVERITY_WORD[group.severity], colours(group.severity)),
      numberCell(2, row, group.count, styles.look({ number: '0' })),
      textCell(3, row, `第 ${String(group.firstRow + place.shift)} 行`, text),
      textCell(4, row, group.message, text),
      textCell(5, row, group.fix, text),
    ];
    yield `${rowTag(row, [group.code, '', '', '', group.message, group.fix], WIDTHS)}${cells.join('')}</row>`;
  }
  if (groups.length > 0) yield line([]) + line(LIST_HEADERS.map((header) => [header, heading] as const));
  let listed = 0;
  for await (const issue of issues()) {
    if (listed === MOST_LISTED) {
      yield wide([[`这里只列出前 ${String(MOST_LISTED)} 个问题；其余的见数据表右侧各行。`, text]]);
      break;
    }
    listed += 1;
    row += 1;
    link(0, issue);
    const cells = [
      numberCell(0, row, issue.row + place.shift, styles.look({ number: '0' })),
      textCell(1, row, SEVERITY_WORD[issue.severity], colours(issue.severity)),
      textCell(2, row, issue.code, text),
      textCell(3, row, issue.label, text),
      textCell(4, row, issue.value, text),
      textCell(5, row, issue.sentence, text),
    ];
    yield `${rowTag(row, ['', '', issue.code, issue.label, issue.value, issue.sentence], WIDTHS)}${cells.join('')}</row>`;
  }
  yield `</sheetData><mergeCells count="${String(merges.length)}">${merges.join('')}</mergeCells>`;
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>';
}
