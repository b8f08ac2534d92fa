/** The same rows as workbooks of different writers: what departments' programs make of a table. */
import ExcelJS from 'exceljs';
import { zipOf } from '../src/marking/zip-writer.ts';

/** Header and rows of text. */
export type Table = readonly (readonly string[])[];

/** A workbook of one kind. `gap` is how many rows stand above the header. */
export interface MadeWorkbook {
  readonly bytes: Buffer;
  readonly gap: number;
}

/** Makes a workbook of a table. */
export type Writer = (table: Table) => Promise<MadeWorkbook>;

const NAME = '数据';

/** Workbooks as exceljs makes them, with whatever people put around their data. */
export const EXCELJS_WRITERS: Readonly<Record<string, Writer>> = {
  'plain cells': (table) => exceljs(table, () => undefined),
  'titles above the header, merged': (table) =>
    exceljs(
      table,
      (sheet) => {
        sheet.mergeCells(1, 1, 1, 6);
        sheet.getCell(1, 1).value = '行政许可报送表';
        sheet.getRow(1).height = 30;
      },
      2,
    ),
  'frozen panes, widths and a filter': (table) =>
    exceljs(table, (sheet) => {
      sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 1 }];
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: table.length, column: table[0]?.length ?? 1 } };
      for (let column = 1; column <= 30; column += 1) sheet.getColumn(column).width = 16;
    }),
  'fonts, borders, fills and number formats': (table) =>
    exceljs(table, (sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell, column) => {
          cell.font = { name: '仿宋', size: 12, bold: row.number === 1 };
          cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } };
          if (column % 3 === 0) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2EFDA' } };
          cell.numFmt = '@';
        });
      });
    }),
  'comments of the sender': (table) =>
    exceljs(table, (sheet) => {
      sheet.getCell('A2').note = '请王科长核对';
      sheet.getCell('B3').note = '电话确认过';
    }),
  'validations and conditional formats': (table) =>
    exceljs(table, (sheet) => {
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"法人及非法人组织,个体工商户,自然人"'], allowBlank: true };
      sheet.addConditionalFormatting({
        ref: 'A2:A50',
        rules: [{ type: 'expression', priority: 1, formulae: ['LEN(A2)>20'], style: { font: { color: { argb: 'FFFF0000' } } } }],
      });
    }),
  'a table': (table) =>
    exceljs(table, (sheet) => {
      sheet.addTable({
        name: '许可表',
        ref: 'A1',
        headerRow: true,
        columns: (table[0] ?? []).map((name) => ({ name, filterButton: true })),
        rows: table.slice(1).map((row) => [...row]),
      });
    }),
  'sheets before and behind, names of their own, a hidden one': async (table) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').getCell('A1').value = '填报说明';
    fill(book.addWorksheet(NAME), table, 0);
    const other = book.addWorksheet('代码', { state: 'hidden' });
    other.getCell('A1').value = '普通';
    book.definedNames.add("'代码'!$A$1:$A$9", '类别');
    const data = book.getWorksheet(NAME);
    if (data !== undefined) data.pageSetup.printArea = 'A1:F9';
    return { bytes: Buffer.from(await book.xlsx.writeBuffer()), gap: 0 };
  },
  'hidden rows and columns, heights, links': (table) =>
    exceljs(table, (sheet) => {
      sheet.getRow(3).hidden = true;
      sheet.getColumn(5).hidden = true;
      sheet.getRow(2).height = 40;
      sheet.getCell('A2').value = { text: table[1]?.[0] ?? '', hyperlink: 'https://example.org/' };
    }),
  'pictures over the cells': (table) =>
    exceljs(table, (sheet, book) => {
      const image = book.addImage({ base64: PIXEL, extension: 'png' });
      sheet.addImage(image, 'A5:B6');
    }),
  'rich text in cells': (table) =>
    exceljs(table, (sheet) => {
      const cell = sheet.getCell('A2');
      cell.value = {
        richText: [{ text: (table[1]?.[0] ?? '').slice(0, 2), font: { bold: true } }, { text: (table[1]?.[0] ?? '').slice(2) }],
      };
    }),
  'notes behind the last column': (table) =>
    exceljs(table, (sheet) => {
      sheet.getColumn(40).width = 5;
      sheet.getCell(1, (table[0]?.length ?? 0) + 2).value = '内部备注';
      sheet.getCell(2, (table[0]?.length ?? 0) + 2).value = '已核';
    }),
};

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function exceljs(
  table: Table,
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  gap = 0,
): Promise<MadeWorkbook> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(NAME);
  fill(sheet, table, gap);
  change(sheet, book);
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), gap };
}

function fill(sheet: ExcelJS.Worksheet, table: Table, gap: number): void {
  table.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      if (cell !== '') sheet.getCell(index + 1 + gap, column + 1).value = cell;
    });
  });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

interface HandMade {
  readonly main?: string;
  readonly relations?: string;
  readonly prefix?: string;
  readonly rowsHaveNumbers?: boolean;
  readonly cellsHavePlaces?: boolean;
  readonly hasStyles?: boolean;
  readonly hasSpans?: boolean;
  readonly cols?: string;
  readonly tail?: string;
  readonly declaration?: string;
  readonly lineEnds?: string;
  readonly hasBlanks?: boolean;
  readonly book?: string;
}

/** Workbooks as other programs make them: written by hand, part by part. */
export const HAND_WRITERS: Readonly<Record<string, Writer>> = {
  'no places of rows and cells': (table) => hand(table, { rowsHaveNumbers: false, cellsHavePlaces: false, hasBlanks: true }),
  'no places of cells': (table) => hand(table, { cellsHavePlaces: false, hasBlanks: true }),
  'no styles at all': (table) => hand(table, { hasStyles: false }),
  'spans, and blank cells with styles to the last column': (table) => hand(table, { hasSpans: true, hasBlanks: true }),
  'columns with one range to the end': (table) =>
    hand(table, { cols: '<cols><col min="1" max="16384" width="14" style="1" customWidth="1"/></cols>' }),
  'line ends between rows': (table) => hand(table, { lineEnds: '\r\n  ' }),
  'without a declaration': (table) => hand(table, { declaration: '' }),
  'the strict form': (table) => hand(table, { main: STRICT_MAIN, relations: STRICT_RELATIONS }),
  'prefixes everywhere': (table) => hand(table, { prefix: 'x:' }),
  'protection, breaks and extensions behind the rows': (table) =>
    hand(table, {
      tail:
        '<sheetProtection sheet="0"/><phoneticPr fontId="0"/><printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
        '<pageSetup orientation="landscape"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><extLst><ext uri="{00000000-0000-0000-0000-000000000000}"/></extLst>',
    }),
  'names bound to sheets': (table) =>
    hand(table, {
      book: `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${NAME}'!$1:$1</definedName></definedNames>`,
    }),
  'a row of a single empty tag': (table) => hand(table, { tail: '', lineEnds: '' }, '<row r="900"/>'),
};

async function hand(table: Table, options: HandMade, extraRow = ''): Promise<MadeWorkbook> {
  const { main = MAIN, relations = RELATIONS, prefix = '', hasStyles = true, cols = '', tail = '', book = '' } = options;
  const { declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' } = options;
  const p = prefix;
  const namespace = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const rows = table.map((cells, index) => handRow(cells, index + 1, options)).join(options.lineEnds ?? '');
  const sheet = `${declaration}<${p}worksheet ${namespace} xmlns:r="${relations}">${cols}<${p}sheetData>${rows}${extraRow}</${p}sheetData>${tail}</${p}worksheet>`;
  const styles = `${declaration}<${p}styleSheet ${namespace}><${p}fonts count="1"><${p}font><${p}sz val="11"/><${p}name val="宋体"/></${p}font></${p}fonts><${p}fills count="2"><${p}fill><${p}patternFill patternType="none"/></${p}fill><${p}fill><${p}patternFill patternType="gray125"/></${p}fill></${p}fills><${p}borders count="1"><${p}border/></${p}borders><${p}cellXfs count="2"><${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><${p}xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></${p}cellXfs></${p}styleSheet>`;
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const parts = [
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}worksheet+xml"/>${hasStyles ? `<Override PartName="/xl/styles.xml" ContentType="${kind}styles+xml"/>` : ''}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${declaration}<${p}workbook ${namespace} xmlns:r="${relations}"><${p}sheets><${p}sheet name="${NAME}" sheetId="1" r:id="rId1"/></${p}sheets>${book}</${p}workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>${hasStyles ? `<Relationship Id="rId2" Type="${relations}/styles" Target="/xl/styles.xml"/>` : ''}</Relationships>`,
    },
    ...(hasStyles ? [{ name: 'xl/styles.xml', data: styles }] : []),
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ];
  const blocks: Uint8Array[] = [];
  for await (const block of zipOf(parts)) blocks.push(block);
  return { bytes: Buffer.concat(blocks), gap: 0 };
}

function handRow(cells: readonly string[], row: number, options: HandMade): string {
  const {
    prefix: p = '',
    rowsHaveNumbers = true,
    cellsHavePlaces = true,
    hasStyles = true,
    hasSpans = false,
    hasBlanks = false,
  } = options;
  const style = hasStyles ? ' s="1"' : '';
  const all = cells.map((cell, column) => {
    const place = cellsHavePlaces ? ` r="${letters(column)}${String(row)}"` : '';
    if (cell === '') return hasBlanks ? `<${p}c${place}${style}/>` : '';
    return `<${p}c${place}${style} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(cell)}</${p}t></${p}is></${p}c>`;
  });
  if (hasSpans)
    for (let column = cells.length; column < cells.length + 6; column += 1)
      all.push(`<c r="${letters(column)}${String(row)}"${style}/>`);
  const attributes = `${rowsHaveNumbers ? ` r="${String(row)}"` : ''}${hasSpans ? ` spans="1:${String(cells.length)}"` : ''}`;
  return `<${p}row${attributes}>${all.join('')}</${p}row>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : String.fromCharCode(64 + Math.floor(column / 26), 65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
