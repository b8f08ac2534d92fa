/** What cells of a workbook are read as, and which sheet it is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../src/reading/index.ts';
import { COLUMNS } from './_bad-files.ts';
import { memorySource, readAll } from './_reading.ts';
import { partsOf, textRows, workbookOf, worksheet, zipOf } from './_workbooks.ts';
import type { WorkbookParts } from './_workbooks.ts';

const HEADER = ['行政相对人名称', '行政许可决定文书号', '许可内容', '备注'];
const ROW = ['历城示例食品有限公司', '济历城审批〔2021〕12号', '食品经营', ''];

/** Cells by row of what a workbook holds below its header. */
async function cellsOf(file: Uint8Array | string, options?: ReadOptions): Promise<Record<number, readonly string[]>> {
  const { rows } = await readAll(typeof file === 'string' ? file : memorySource(file, [977]), COLUMNS, options);
  for (const { problem } of rows) expect(problem).toBeNull();
  return Object.fromEntries(rows.map(({ rowNo, cells }) => [rowNo, cells]));
}

function book(parts: Partial<WorkbookParts>): Buffer {
  return workbookOf({ sheets: [{ rows: textRows([HEADER, ROW]) }], ...parts });
}

/** The first cell of row 2, written like this. */
async function cell(written: string, parts: Partial<WorkbookParts> = {}): Promise<string | undefined> {
  const rows = `${textRows([HEADER])}<row r="2">${written}<c r="D2" t="str"><v>.</v></c></row>`;
  return (await cellsOf(book({ sheets: [{ rows }], ...parts })))[2]?.[0];
}

describe('a cell', () => {
  const STRINGS =
    '<si><t>甲</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">乙 </t></r><r><t>公司</t></r><rPh sb="0" eb="1"><t>yi</t></rPh><phoneticPr/></si><si><t>a"b,c_x000D_\nd_x005F_x0041_</t></si><si/>';
  const STYLES =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/></cellXfs>';

  it.each([
    ['a shared text', '<c r="A2" t="s"><v>0</v></c>', '甲'],
    ['rich text without its phonetic guide', '<c r="A2" t="s"><v>1</v></c>', '乙 公司'],
    ['a text with quotes, commas, line ends and escapes', '<c r="A2" t="s"><v>2</v></c>', 'a"b,c\r\nd_x0041_'],
    ['an empty shared text', '<c r="A2" t="s"><v>3</v></c>', ''],
    ['an inline text', '<c r="A2" t="inlineStr"><is><t>甲&amp;乙</t></is></c>', '甲&乙'],
    [
      'an inline text of runs',
      '<c r="A2" t="inlineStr"><is><r><rPr/><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>',
      '甲乙',
    ],
    ['a CDATA section', '<c r="A2" t="inlineStr"><is><t><![CDATA[<甲>&]]></t></is></c>', '<甲>&'],
    ['the text a formula made', '<c r="A2" t="str"><f>A1&amp;"x"</f><v>甲x</v></c>', '甲x'],
    ['the number a formula made', '<c r="A2"><f t="shared" si="0">1+1</f><v>2</v></c>', '2'],
    ['a truth value', '<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a number', '<c r="A2"><v>0.10000000000000001</v></c>', '0.1'],
    ['a number said to be one', '<c r="A2" t="n"><v>15</v></c>', '15'],
    ['a long code', '<c r="A2"><v>123456789012345</v></c>', '123456789012345'],
    ['a code that has lost its end', '<c r="A2"><v>9.1370112000000006E+17</v></c>', '9.1370112E+17'],
    ['a day', '<c r="A2" s="1"><v>44309</v></c>', '2021-04-23'],
    ['a day and time', '<c r="A2" s="2"><v>44309.75</v></c>', '2021-04-23 18:00:00'],
    ['a day of ISO 8601', '<c r="A2" t="d"><v>2021-04-23T00:00:00</v></c>', '2021-04-23'],
    ['a style that is not there', '<c r="A2" s="99"><v>44309</v></c>', '44309'],
    ['a cell without a reference', '<c t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    ['elements with a prefix', '<x:c r="A2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c>', '甲'],
    ['an extension beside the value', '<c r="A2"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>', '1'],
    ['a comment within', '<c r="A2"><!-- <v>2</v> --><v>1</v></c>', '1'],
  ])('%s', async (_, written, text) => {
    expect(await cell(written, { strings: STRINGS, styles: STYLES })).toBe(text);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const styles = STYLES;
    expect(await cell('<c r="A2" s="1"><v>42847</v></c>', { styles, properties: 'date1904="1"' })).toBe('2021-04-23');
  });

  it('holds any text unchanged, however the bytes are cut', async () => {
    const text = fc.string({
      unit: fc.constantFrom('历', '城', '𠮷', '"', ',', '\n', ' ', '<', '&', '_', 'x', '0', 'A', '；', '\t'),
      maxLength: 12,
    });
    const row = fc.array(text, { minLength: 3, maxLength: 3 }).map((cells) => [...cells, '.']);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 300 }), async (rows, size) => {
        const escapes = rows.map((cells) => cells.map((one) => one.replace(/_(?=x)/gu, '_x005F_')));
        const file = book({ sheets: [{ rows: textRows([HEADER, ...escapes]) }] });
        const read = await readAll(memorySource(file, [size]), COLUMNS, { chunkBytes: 64 });
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(read.rows.map(({ rowNo }) => rowNo)).toEqual(rows.map((_, index) => index + 2));
      }),
      { numRuns: 60 },
    );
  });
});

describe('rows', () => {
  it('keep the numbers the sheet shows, gaps and blank rows counted', async () => {
    const rows = `${textRows([['历城区行政许可'], [], HEADER], 1)}${textRows([ROW], 5)}<row r="6"/><row r="7"><c r="A7" s="1"/></row>${textRows([ROW], 40)}`;
    expect(Object.keys(await cellsOf(book({ sheets: [{ rows }] })))).toEqual(['5', '40']);
  });

  it('may be hidden, filtered or without a number', async () => {
    const rows = `${textRows([HEADER])}<row hidden="1"><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>1</t></is></c></row>`;
    expect(await cellsOf(book({ sheets: [{ rows }] }))).toEqual({ 2: ['甲', '1', '', ''] });
  });

  it('that are blank but formatted cost nothing, down to the last', async () => {
    const blank = Array.from({ length: 2000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`).join('');
    const rows = `${textRows([HEADER, ROW])}${blank}<row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    const { opened } = await readAll(memorySource(book({ sheets: [{ rows }] })), COLUMNS);
    expect(opened.records).toBe(1);
  });

  it('stand below a header of two lines a cell, with titles above', async () => {
    const header = ['行政相对人\n名称（必填）', ' 行政许可\r\n决定文书号', '许可内容', '备注'];
    const sheet = textRows([['附件1'], ['历城区行政许可信息'], header, ROW]);
    expect(await cellsOf(book({ sheets: [{ rows: sheet }] }))).toEqual({ 4: ROW });
  });

  it('with something behind the last column are told', async () => {
    const rows = `${textRows([HEADER])}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="F2"><v>3</v></c></row>`;
    const { rows: read } = await readAll(memorySource(book({ sheets: [{ rows }] })), COLUMNS);
    expect(read[0]?.problem).toEqual({ code: 'too-many', value: '6', expected: '4' });
  });
});

describe('the sheet', () => {
  const other = { name: '填写说明', rows: textRows([['填写说明'], ['行政相对人名称', '必填']]) };
  const data = { name: '数据', rows: textRows([HEADER, ROW]) };

  it('is the one whose header matches', async () => {
    const { opened } = await readAll(memorySource(book({ sheets: [other, data] })), COLUMNS);
    expect(opened.format).toBe('xlsx');
    expect(opened.workbook).toEqual({ sheet: '数据', part: 'xl/worksheets/sheet2.xml', template: null });
  });

  it('is neither a hidden one nor one of our own', async () => {
    const sheets = [{ ...data, name: '样例', state: 'hidden' }, { ...data, name: '问题汇总' }, { type: 'chartsheet' }, data];
    const { opened } = await readAll(memorySource(book({ sheets })), COLUMNS, { ownSheets: ['问题汇总'] });
    expect(opened.workbook?.sheet).toBe('数据');
  });

  it('is the one with rows where two have the header', async () => {
    const sheets = [{ name: '空表', rows: textRows([HEADER]) }, data];
    const { opened } = await readAll(memorySource(book({ sheets })), COLUMNS);
    expect(opened.workbook?.sheet).toBe('数据');
  });

  it('is the one asked for, hidden or not', async () => {
    const sheets = [
      { ...data, name: '一月' },
      { ...data, name: '二月&amp;三月', state: 'hidden' },
    ];
    const { opened } = await readAll(memorySource(book({ sheets })), COLUMNS, { sheet: '二月&三月' });
    expect(opened.workbook?.sheet).toBe('二月&三月');
  });
});

describe('a workbook written', () => {
  const expected = { 2: ROW };

  it('with absolute targets and other names of parts', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/data/one.xml"/></Relationships>',
      'data/one.xml': worksheet(textRows([HEADER, ROW])),
      'xl/worksheets/sheet1.xml': null,
    };
    expect(await cellsOf(book({ parts }))).toEqual(expected);
  });

  it('with names in other letters and backslashes', async () => {
    const parts = partsOf({ sheets: [{ rows: textRows([HEADER, ROW]) }] });
    const odd = parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\').replace('sheet1', 'Sheet1') }));
    expect(await cellsOf(zipOf(odd))).toEqual(expected);
  });

  it('in UTF-16, stored without packing, with a mark', async () => {
    const utf16 = Buffer.from(`\ufeff${worksheet(textRows([HEADER, ROW]))}`, 'utf16le');
    expect(await cellsOf(book({ sheets: [{ xml: utf16 }] }))).toEqual(expected);
    const marked = partsOf({ sheets: [{ xml: `\ufeff${worksheet(textRows([HEADER, ROW]))}` }] });
    expect(await cellsOf(zipOf(marked.map((part) => ({ ...part, isStored: true }))))).toEqual(expected);
  });

  it('by exceljs', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('许可');
    sheet.addRow(['历城区行政许可信息']);
    sheet.mergeCells('A1:D1');
    sheet.addRow(HEADER);
    sheet.addRow([
      '甲',
      { richText: [{ text: '济' }, { text: '〔2021〕1号', font: { bold: true } }] },
      1234567.89,
      new Date(Date.UTC(2021, 3, 23)),
    ]);
    sheet.addRow(['乙', '2', { formula: '1/3', result: 1 / 3 }, true]);
    sheet.getColumn(4).hidden = true;
    sheet.getRow(4).hidden = true;
    sheet.getCell('D3').numFmt = 'yyyy"年"m"月"d"日"';
    expect(await cellsOf(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual({
      3: ['甲', '济〔2021〕1号', '1234567.89', '2021-04-23'],
      4: ['乙', '2', '0.333333333333333', 'TRUE'],
    });
  });

  const FIXTURES = join(import.meta.dirname, 'fixtures', 'workbooks');
  it.each(readdirSync(FIXTURES))('by LibreOffice: %s', async (name) => {
    const rows = await cellsOf(join(FIXTURES, name));
    expect(rows).toEqual({
      4: ['历城示例食品有限公司', '济历城审批〔2021〕12号', '食品经营，含"冷藏"', '2021-04-23'],
      6: ['甲公司', '3', '0.3', '二\n行'],
    });
  });
});
