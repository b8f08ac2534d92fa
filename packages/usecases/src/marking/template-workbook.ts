/**
 * Templates: a workbook to be filled in. Column names and nothing else on the first sheet, so that nothing has to be deleted before it
 * is sent; examples and guidance on sheets of their own, which are never read.
 */
import { columnXml, rowTag, textCell } from './cells.ts';
import { DAY_FORMAT, freshStyles, HEADING_COLOUR, HEADING_FONT, TITLE_FONT } from './marked-styles.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { NO_RELATIONS, TRANSITIONAL, withRelation } from './package-text.ts';
import { columnName } from './places.ts';
import { contentTypes, rootRelations, workbookRelations } from './plain-workbook.ts';
import { xmlText } from './xml.ts';
import { stampName, stampProperties } from '../workbook/index.ts';
import type { TemplateStamp } from '../workbook/index.ts';
import { zipOf } from './zip-writer.ts';
import type { OutPart } from './zip-writer.ts';

/** One column to be filled in. */
export interface TemplateColumn {
  readonly name: string;
  readonly need: 'required' | 'conditional' | 'optional';
  readonly type: 'text' | 'day' | 'number';
  /** Values to choose from; a list that is not strict only suggests. */
  readonly choices: { readonly values: readonly string[]; readonly isStrict: boolean } | null;
  /** What to know while filling in. */
  readonly guidance: string;
}

/** A line of guidance, cell by cell. */
export type GuideLine = readonly string[];

/** What a template is made of. */
export interface Template {
  readonly name: string;
  readonly stamp: TemplateStamp;
  readonly columns: readonly TemplateColumn[];
  /** Title of each example, and its cells in the order of the columns. */
  readonly examples: readonly { readonly title: string; readonly cells: readonly string[] }[];
  readonly facts: readonly (readonly [string, string])[];
  readonly guideHeaders: GuideLine;
  readonly guide: readonly GuideLine[];
}

/** Sheets of a template that hold no data. */
export const TEMPLATE_SHEETS = ['填写示例', '填报说明', '代码表'] as const;

const NEED_COLOURS = { required: 'FFFFD966', conditional: 'FFFFF2CC', optional: HEADING_COLOUR } as const;
const NEED_WORDS = { required: '必填', conditional: '条件必填', optional: '选填' } as const;
/** Rows prepared for filling in. */
const PREPARED_ROWS = 20_000;
const MOST_PROMPT = 255;
const MOST_PROMPT_TITLE = 32;
const GUIDE_WIDTHS = [6, 34, 20, 10, 10, 10, 8, 30, 54, 30, 24];
const DATA_PART = 'xl/worksheets/sheet1.xml';
const PARTS = [DATA_PART, 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml', 'xl/worksheets/sheet4.xml'];
const PROPERTIES = 'docProps/custom.xml';

/** Makes the workbook. */
export function templateWorkbook(template: Template): AsyncGenerator<Uint8Array> {
  return zipOf(partsOf(template));
}

function partsOf(template: Template): OutPart[] {
  const { main, relations } = TRANSITIONAL;
  const styles = freshStyles(TRANSITIONAL);
  const names = [template.name, ...TEMPLATE_SHEETS];
  const sheets = [
    dataSheet(template, styles),
    exampleSheet(template, styles),
    guideSheet(template, styles),
    codeSheet(template, styles),
  ];
  const tabs = names.map((name, index) => {
    const state = index === names.length - 1 ? ' state="hidden"' : '';
    return `<sheet name="${xmlText(name)}" sheetId="${String(index + 1)}"${state} r:id="rId${String(index + 1)}"/>`;
  });
  const types = contentTypes(PARTS, [
    { part: PROPERTIES, type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml' },
  ]);
  const properties = { id: 'rId2', type: `${relations}/custom-properties`, part: PROPERTIES };
  return [
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: withRelation(rootRelations(), '', properties) },
    { name: PROPERTIES, data: stampProperties(template.stamp) },
    {
      name: 'xl/workbook.xml',
      data: `${DECLARATION}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tabs.join('')}</sheets><definedNames>${stampName(template.stamp)}</definedNames></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: workbookRelations(PARTS) },
    ...PARTS.map((name, index) => ({ name, data: sheets[index] ?? NO_RELATIONS })),
    { name: 'xl/styles.xml', data: styles.xml() },
  ];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function dataSheet({ columns }: Template, styles: MarkedStyles): string {
  const formats = { text: styles.text(), day: styles.plain(DAY_FORMAT), number: styles.plain('0') };
  const widths = columns.map(({ name, type }, column) =>
    columnXml({ column, width: Math.min(36, Math.max(14, name.length * 2)), style: formats[type] }),
  );
  // An asterisk beside the colour: a colour alone says nothing to who cannot see it.
  const header = columns.map(({ name, need }, column) =>
    textCell(column, 1, need === 'required' ? `*${name}` : name, styles.look({ font: HEADING_FONT, colour: NEED_COLOURS[need] })),
  );
  const rules = columns.map((column, index) => validation(column, index, columns));
  return (
    `${DECLARATION}<worksheet xmlns="${TRANSITIONAL.main}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData><row r="1" ht="48" customHeight="1">${header.join('')}</row></sheetData>` +
    `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations></worksheet>`
  );
}

/** What a cell says when it is chosen, and what it takes. */
function validation(column: TemplateColumn, index: number, columns: readonly TemplateColumn[]): string {
  const { name, need, choices, guidance } = column;
  const prompt = cut(`【${NEED_WORDS[need]}】${guidance}`, MOST_PROMPT);
  const letters = columnName(index);
  const place = `sqref="${letters}2:${letters}${String(PREPARED_ROWS)}"`;
  const says = `allowBlank="1" showInputMessage="1" promptTitle="${xmlText(cut(name, MOST_PROMPT_TITLE))}" prompt="${xmlText(prompt)}"`;
  if (choices === null) return `<dataValidation ${says} ${place}/>`;
  const list = columnName(listColumns(columns).indexOf(column));
  const [, , codes] = TEMPLATE_SHEETS;
  const source = `<formula1>'${codes}'!$${list}$2:$${list}$${String(choices.values.length + 1)}</formula1>`;
  const refuses = choices.isStrict
    ? 'showErrorMessage="1" errorTitle="取值不在代码表中" error="请从下拉列表中选一项，或见“填报说明”。"'
    : 'showErrorMessage="0"';
  return `<dataValidation type="list" ${says} ${refuses} ${place}>${source}</dataValidation>`;
}

function listColumns(columns: readonly TemplateColumn[]): TemplateColumn[] {
  return columns.filter(({ choices }) => choices !== null);
}

/** Turned by a quarter: what stands in rows here cannot be taken for rows of data. */
function exampleSheet({ columns, examples }: Template, styles: MarkedStyles): string {
  const heading = styles.look({ font: HEADING_FONT, colour: HEADING_COLOUR });
  const text = styles.look({});
  const lines: GuideLine[] = [
    ['本页是填写示例，不会被导入；请在第一张表里填写。'],
    ['列名', ...examples.map(({ title }) => title)],
    ...columns.map(({ name }, index) => [name, ...examples.map(({ cells }) => cells[index] ?? '')]),
  ];
  return sheetXml(lines, (line, column) => (line === 0 ? styles.plain('49') : line === 1 || column === 0 ? heading : text), [
    40,
    ...examples.map(() => 46),
  ]);
}

function guideSheet({ name, facts, guideHeaders, guide }: Template, styles: MarkedStyles): string {
  const heading = styles.look({ font: HEADING_FONT, colour: HEADING_COLOUR });
  const text = styles.look({});
  const title = styles.plain('49');
  const large = styles.look({ font: TITLE_FONT });
  const factLines = facts.map(([label, value]) => ['', label, value]);
  const lines: GuideLine[] = [['', `${name}：填报说明`], ...factLines, [], guideHeaders, ...guide];
  const headerLine = factLines.length + 2;
  const last = columnName(GUIDE_WIDTHS.length - 1);
  const merges = factLines.map((_, index) => `<mergeCell ref="C${String(index + 2)}:${last}${String(index + 2)}"/>`);
  return sheetXml(
    lines,
    (line, column) => {
      if (line === 0) return large;
      if (line === headerLine) return heading;
      if (line < headerLine) return column === 1 ? heading : title;
      return text;
    },
    GUIDE_WIDTHS,
    `<mergeCells count="${String(facts.length + 1)}"><mergeCell ref="B1:F1"/>${merges.join('')}</mergeCells>`,
  );
}

/** Lists of values, one a column; a validation can refer to them however long they are. */
function codeSheet({ columns, stamp }: Template, styles: MarkedStyles): string {
  const lists = listColumns(columns);
  const longest = Math.max(0, ...lists.map(({ choices }) => choices?.values.length ?? 0));
  const lines: GuideLine[] = [
    [...lists.map(({ name }) => name), `${stamp.dataset} ${stamp.version}`],
    ...Array.from({ length: longest }, (_, index) => lists.map(({ choices }) => choices?.values[index] ?? '')),
  ];
  return sheetXml(
    lines,
    () => styles.text(),
    lists.map(() => 20),
  );
}

function sheetXml(
  lines: readonly GuideLine[],
  styleOf: (line: number, column: number) => number,
  widths: readonly number[],
  behind = '',
): string {
  const rows = lines.map((cells, line) => {
    const row = line + 1;
    const xml = cells.map((cell, column) => (cell === '' && line < 2 ? '' : textCell(column, row, cell, styleOf(line, column))));
    // A first line of one cell, and labels with what they say, run on over the columns beside them.
    const texts = cells.length > 3 || line > 1 ? cells : [];
    return `${rowTag(row, texts, cells.length <= 3 && cells[0] === '' ? [] : widths, line === 0 ? 24 : undefined)}${xml.join('')}</row>`;
  });
  const columns =
    widths.length === 0 ? '' : `<cols>${widths.map((width, column) => columnXml({ column, width })).join('')}</cols>`;
  return `${DECLARATION}<worksheet xmlns="${TRANSITIONAL.main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews>${columns}<sheetData>${rows.join('')}</sheetData>${behind}<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
