/** A workbook made from rows alone: for files that are none, for those that cannot be changed in place, and for whoever gets rows masked. */
import { columnXml, LINE_POINTS, rowTag, textCell } from './cells.ts';
import { EMPTY_BOXES, emptyComments, withBoxes, withComments } from './comments.ts';
import type { NewComment } from './comments.ts';
import { freshStyles, HEADING_COLOUR, HEADING_FONT } from './marked-styles.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { commentText, gravest, MOST_COMMENTS, remarks } from './marks.ts';
import type { CellMark, RowMark } from './marks.ts';
import { NO_RELATIONS, TRANSITIONAL, VML_RELATION, withBoxesRelation, withFirstTab, withRelation } from './package-text.ts';
import { cellName } from './places.ts';
import { SUMMARY_SHEET, summarySheet } from './summary-sheet.ts';
import type { Summary } from './summary-sheet.ts';
import { xmlText } from './xml.ts';
import { zipOf } from './zip-writer.ts';
import type { OutPart } from './zip-writer.ts';

/** One row with its marks. */
export interface PlainRow {
  readonly cells: readonly string[];
  readonly mark: RowMark;
}

/** What the workbook is made of. */
export interface PlainSheet {
  readonly name: string;
  /** Row of the column names. */
  readonly headerRow: number;
  /** Names of all columns; the last but those in `behind` are outcome, remarks and record id. */
  readonly names: readonly string[];
  /** Columns behind the record id. */
  readonly behind: number;
  /** Column of each field, -1 where there is none. */
  readonly columns: readonly number[];
  /** What is added to a row's number as the file counts it. */
  readonly shift: number;
  /** In row order, some at a time. */
  readonly rows: () => AsyncIterable<readonly PlainRow[]>;
}

const WIDTH = 20;
const REMARKS_WIDTH = 60;
const RESULT_WIDTHS = [14, REMARKS_WIDTH, 40];

const SHEET_PART = 'xl/worksheets/sheet1.xml';
const SUMMARY_PART = 'xl/worksheets/sheet2.xml';
const COMMENTS_PART = 'xl/comments1.xml';
const BOXES_PART = 'xl/drawings/vmlDrawing1.vml';

/** Parts' kinds as the package lists them. */
export function contentTypes(
  sheets: readonly string[],
  others: readonly { readonly part: string; readonly type: string }[],
): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const all = [...sheets.map((part) => ({ part, type: `${kind}worksheet+xml` })), ...others];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}styles+xml"/>` +
    `${all.map(({ part, type }) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

/** Content type of a list of comments. */
export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

/** Relations of the package and of the workbook with these sheets. */
export function rootRelations(): string {
  return withRelation(NO_RELATIONS, '', {
    id: 'rId1',
    type: `${TRANSITIONAL.relations}/officeDocument`,
    part: 'xl/workbook.xml',
  });
}

/** Relations of a workbook: its sheets as rId1, rId2 and so on, and its styles. */
export function workbookRelations(sheets: readonly string[]): string {
  const listed = sheets.reduce(
    (text, part, index) =>
      withRelation(text, 'xl/workbook.xml', { id: `rId${String(index + 1)}`, type: `${TRANSITIONAL.relations}/worksheet`, part }),
    NO_RELATIONS,
  );
  return withRelation(listed, 'xl/workbook.xml', {
    id: 'rIdStyles',
    type: `${TRANSITIONAL.relations}/styles`,
    part: 'xl/styles.xml',
  });
}

/** Makes the workbook. */
export function plainWorkbook(sheet: PlainSheet, summary: Summary): AsyncGenerator<Uint8Array> {
  return zipOf(partsOf(sheet, summary));
}

function* partsOf(sheet: PlainSheet, summary: Summary): Generator<OutPart> {
  const styles = freshStyles(TRANSITIONAL);
  const { main, relations } = TRANSITIONAL;
  const hasComments = summary.groups.length > 0;
  const types = contentTypes([SHEET_PART, SUMMARY_PART], hasComments ? [{ part: COMMENTS_PART, type: COMMENTS_TYPE }] : []);
  yield { name: '[Content_Types].xml', data: types };
  yield { name: '_rels/.rels', data: rootRelations() };
  const writer = new PlainWriter(sheet, styles);
  yield { name: SHEET_PART, data: writer.texts(hasComments) };
  if (hasComments) {
    yield { name: COMMENTS_PART, data: withComments(emptyComments(main), writer.comments) };
    yield { name: BOXES_PART, data: withBoxes(EMPTY_BOXES, writer.comments) };
    const ofSheet = withRelation(NO_RELATIONS, SHEET_PART, { id: 'rId1', type: `${relations}/comments`, part: COMMENTS_PART });
    yield {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      data: withRelation(ofSheet, SHEET_PART, { id: 'rId2', type: VML_RELATION, part: BOXES_PART }),
    };
  }
  const missing = writer.commentable - writer.comments.length;
  const note = `批注只加在前 ${String(MOST_COMMENTS)} 处；其余 ${String(missing)} 处只有底色，原因见各行右侧的“问题与修改建议”。`;
  const said = missing > 0 ? { ...summary, notes: [...summary.notes, note] } : summary;
  const outcome = sheet.names.length - sheet.behind - RESULT_WIDTHS.length;
  const place = { sheet: sheet.name, columns: sheet.columns, outcome, shift: sheet.shift };
  yield { name: SUMMARY_PART, data: summarySheet(said, place, styles, TRANSITIONAL) };
  yield {
    name: 'xl/styles.xml',
    data: (async function* () {
      yield await Promise.resolve(styles.xml());
    })(),
  };
  const workbook = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="${xmlText(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  yield { name: 'xl/workbook.xml', data: withFirstTab(workbook, SUMMARY_SHEET, 'rId2', TRANSITIONAL) };
  yield { name: 'xl/_rels/workbook.xml.rels', data: workbookRelations([SHEET_PART, SUMMARY_PART]) };
}

/** The data sheet on its way out. */
class PlainWriter {
  readonly comments: NewComment[] = [];
  commentable = 0;
  readonly #sheet: PlainSheet;
  readonly #styles: MarkedStyles;
  /** Column of the outcome. */
  readonly #outcome: number;

  constructor(sheet: PlainSheet, styles: MarkedStyles) {
    this.#sheet = sheet;
    this.#styles = styles;
    this.#outcome = sheet.names.length - sheet.behind - RESULT_WIDTHS.length;
  }

  async *texts(hasComments: boolean): AsyncGenerator<string> {
    const { names, headerRow, rows } = this.#sheet;
    const text = this.#styles.look({ isOneLine: true });
    const heading = this.#styles.look({ font: HEADING_FONT, colour: HEADING_COLOUR });
    const widths = names.map((_, column) => RESULT_WIDTHS[column - this.#outcome] ?? WIDTH);
    const hidden = this.#outcome + RESULT_WIDTHS.length - 1;
    const columns = widths.map((width, column) => columnXml({ column, width, style: text, isHidden: column === hidden }));
    const below = cellName(0, headerRow + 1);
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${TRANSITIONAL.main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${String(headerRow)}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${String(LINE_POINTS)}" customHeight="1"/><cols>${columns.join('')}</cols><sheetData>`;
    yield `${rowTag(headerRow, names, widths)}${names.map((name, column) => textCell(column, headerRow, name, heading)).join('')}</row>`;
    for await (const some of rows()) yield some.map((row) => this.#row(row, text)).join('');
    const tail = '</sheetData></worksheet>';
    yield hasComments ? withBoxesRelation(tail, 'rId2', TRANSITIONAL) : tail;
  }

  #row({ cells, mark }: PlainRow, text: number): string {
    const row = mark.row + this.#sheet.shift;
    const marked = new Map<number, CellMark[]>();
    for (const cell of mark.cells) {
      const found = this.#sheet.columns[cell.field] ?? -1;
      const column = found < 0 ? this.#outcome : found;
      const before = marked.get(column);
      if (before === undefined) marked.set(column, [cell]);
      else before.push(cell);
    }
    const severity = gravest(mark.cells);
    const behind = this.#outcome + RESULT_WIDTHS.length;
    const words = remarks(mark.cells);
    const all = [...cells.slice(0, this.#outcome), mark.outcome, words, mark.recordId, ...cells.slice(this.#outcome)];
    if (all.length > behind + this.#sheet.behind) throw new Error('a row has more cells than there are columns');
    let out = '';
    for (let column = 0; column < all.length; column += 1) {
      const said = marked.get(column);
      const grave = column === this.#outcome ? severity : said === undefined ? null : gravest(said);
      if (said !== undefined) this.#comment(cellName(column, row), said);
      const style = column === this.#outcome + 1 ? this.#styles.look({}) : text;
      out += textCell(column, row, all[column] ?? '', grave === null ? style : this.#styles.marked(style, grave));
    }
    // Only what we say is broken into lines: the sender's cells are as high as one.
    const tag = words === '' ? `<row r="${String(row)}">` : rowTag(row, [words], [REMARKS_WIDTH]);
    return `${tag}${out}</row>`;
  }

  #comment(reference: string, said: readonly CellMark[]): void {
    this.commentable += 1;
    if (this.comments.length < MOST_COMMENTS) this.comments.push({ reference, text: commentText(said) });
  }
}
