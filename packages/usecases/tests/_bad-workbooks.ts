/** Workbooks, and what passes for them, that cannot be used. */
import type { BadFile } from './_bad-files.ts';
import { partsOf, textRows, workbookOf, worksheet, zipOf } from './_workbooks.ts';
import type { Part, SheetParts, WorkbookParts } from './_workbooks.ts';

const HEADER = ['行政相对人名称', '行政许可决定文书号', '许可内容', '备注'];
const ROW = ['历城示例食品有限公司', '济历城审批〔2021〕12号', '食品经营', ''];
const GOOD: SheetParts = { rows: textRows([HEADER, ROW]) };

type Said = Pick<BadFile, 'code' | 'message'>;

function file(what: string, bytes: Uint8Array, said: Said, options: BadFile['options'] = {}, line?: number): BadFile {
  return { what, bytes, ...said, place: line === undefined ? {} : { line }, options };
}

function book(parts: Partial<WorkbookParts>): Buffer {
  return workbookOf({ sheets: [GOOD], ...parts });
}

const SAVE_AS = '另存为“Excel 工作簿（*.xlsx）”后再提交。';
const LEGACY: Said = {
  code: 'legacy-office',
  message: `这是旧版 Office 文件（如 .xls、.et、.doc），需要 .xlsx、CSV 或 JSON，请在 Excel 或 WPS 中${SAVE_AS}`,
};
const ENCRYPTED: Said = {
  code: 'encrypted-workbook',
  message: '工作簿设了打开密码，读不了里面的内容，请在 Excel 或 WPS 中取消打开密码、保存后再提交。',
};
const MACROS: Said = {
  code: 'workbook-macros',
  message: `这是带宏的工作簿（如 .xlsm），为安全起见不收带宏的文件，请在 Excel 或 WPS 中${SAVE_AS}`,
};
const BINARY: Said = {
  code: 'workbook-binary',
  message: `这是二进制工作簿（.xlsb），需要 .xlsx、CSV 或 JSON，请在 Excel 或 WPS 中${SAVE_AS}`,
};
const OPEN_DOCUMENT: Said = {
  code: 'workbook-opendocument',
  message: `这是 OpenDocument 表格（.ods），需要 .xlsx、CSV 或 JSON，请在 LibreOffice、Excel 或 WPS 中${SAVE_AS}`,
};
const DAMAGED_ARCHIVE: Said = {
  code: 'damaged-archive',
  message:
    '文件以压缩包的形式保存（.xlsx 也是这样），但已损坏或没有传完整，请在 Excel 或 WPS 中打开核对、另存一份，再提交新的文件。',
};
const BOMB: Said = {
  code: 'workbook-bomb',
  message:
    '文件不大，解开后却大得不合常理，疑似损坏或恶意文件，没有读取，请在 Excel 或 WPS 中把数据复制到新的工作簿，再提交新的文件。',
};
const NO_SHEET: Said = {
  code: 'workbook-no-sheet',
  message: '工作簿里没有可以读取数据的工作表（只有图表或没有任何工作表），请把数据放进普通工作表后再提交。',
};
const BLANK: Said = {
  code: 'workbook-blank',
  message: '工作簿的工作表都是空的，需要有表头和数据行的工作表，请重新导出后再提交。',
};
const ONE_BYTE_OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function damaged(part: string): Said {
  return {
    code: 'workbook-damaged',
    message: `工作簿内部的“${part}”缺失或已损坏，请在 Excel 或 WPS 中打开核对、另存为新的 .xlsx 文件，再提交新的文件。`,
  };
}

function tooLarge(part: string): Said {
  return {
    code: 'workbook-too-large',
    message: `工作簿内部的“${part}”过大，超出能读取的范围，请按时间段拆成几个工作簿分别提交。`,
  };
}

const SHEET = 'xl/worksheets/sheet1.xml';

function sheet(what: string, xml: string | Uint8Array): BadFile {
  return file(what, book({ sheets: [{ xml }] }), damaged(SHEET));
}

function changed(change: (part: Part) => Part): Buffer {
  return zipOf(partsOf({ sheets: [GOOD] }).map(change));
}

function onSheet(change: Partial<Part>): Buffer {
  return changed((part) => (part.name === SHEET ? { ...part, ...change } : part));
}

/** A part that says it takes more bytes than the archive has: it shares them with others. */
function overlapping(): Buffer {
  return changed((part) => (part.name === SHEET ? { ...part, saidPacked: 5_000_000 } : part));
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 60;
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

const KINDS: readonly BadFile[] = [
  file('an old workbook', Buffer.from([...ONE_BYTE_OLE, 0, 0]), LEGACY),
  file(
    'a workbook with a password',
    Buffer.concat([Buffer.from(ONE_BYTE_OLE), Buffer.alloc(9000), Buffer.from('EncryptedPackage', 'utf16le')]),
    ENCRYPTED,
  ),
  file('an archive with a password', onSheet({ flags: 1 }), ENCRYPTED),
  file('a workbook with macros', book({ parts: { 'xl/vbaProject.bin': 'macro' } }), MACROS),
  file(
    'a workbook that says it has macros',
    book({ contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
    MACROS,
  ),
  file('a sheet of macros', book({ sheets: [GOOD, { type: 'xlMacrosheet' }] }), MACROS),
  file('a binary workbook', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]), BINARY),
  file(
    'an OpenDocument table',
    zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true }]),
    OPEN_DOCUMENT,
  ),
];

const ARCHIVES: readonly BadFile[] = [
  file('half a workbook', book({}).subarray(0, 700), DAMAGED_ARCHIVE),
  file('the beginning of an archive', Buffer.from('PK\u0003\u0004', 'latin1'), DAMAGED_ARCHIVE),
  file('an empty archive', zipOf([]), {
    code: 'archive',
    message: '这是压缩文件（ZIP），需要其中的 Excel（.xlsx）、CSV 或 JSON 文件，请先解压，再提交里面的文件。',
  }),
  file('a flipped bit', flipped(book({})), DAMAGED_ARCHIVE),
  file(
    'two parts of one name',
    zipOf([...partsOf({ sheets: [GOOD] }), { name: SHEET, content: worksheet('') }]),
    DAMAGED_ARCHIVE,
  ),
  file('a part larger than it says', onSheet({ saidSize: 100 }), DAMAGED_ARCHIVE),
  file('a part smaller than it says', onSheet({ saidSize: 100_000 }), DAMAGED_ARCHIVE),
  file('parts that share their bytes', overlapping(), BOMB),
  file('a part that would be 4 GB', onSheet({ saidSize: 0xffff_fff0 }), BOMB),
  file('a part that grows a thousandfold', onSheet({ content: worksheet(' '.repeat(40_000_000)) }), BOMB),
  file('five thousand parts', zipOf(Array.from({ length: 5000 }, (_, index) => ({ name: `${index}.xml`, content: '' }))), BOMB),
  file(
    'a list of sheets of 70 MB',
    book({ parts: { 'xl/workbook.xml': Buffer.alloc(70 << 20, 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(40)) } }),
    tooLarge('xl/workbook.xml'),
  ),
];

const PARTS: readonly BadFile[] = [
  file('no workbook in it', book({ parts: { 'xl/workbook.xml': null } }), damaged('xl/workbook.xml')),
  file('a sheet that is not there', book({ parts: { [SHEET]: null } }), damaged(SHEET)),
  file(
    'a sheet without a relation',
    book({ parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
    damaged('xl/workbook.xml'),
  ),
  file('no sheets', book({ sheets: [] }), NO_SHEET),
  file('a chart only', book({ sheets: [{ type: 'chartsheet' }] }), NO_SHEET),
  file('hidden sheets only', book({ sheets: [{ ...GOOD, state: 'veryHidden' }] }), NO_SHEET),
  file('a blank sheet', book({ sheets: [{ rows: '<row r="1"/><row r="9"><c r="A9" s="3"/></row>' }] }), BLANK),
  file('no sheet data', book({ sheets: [{ xml: '<worksheet/>' }] }), BLANK),
  file(
    'a table of texts that is none',
    book({ parts: { 'xl/sharedStrings.xml': '<x/>' }, strings: '' }),
    damaged('xl/sharedStrings.xml'),
  ),
  file(
    'a style sheet cut off',
    book({ parts: { 'xl/styles.xml': '<styleSheet><cellXfs>' }, styles: '' }),
    damaged('xl/styles.xml'),
  ),
  file(
    'a formula nobody has computed',
    book({ sheets: [{ rows: textRows([HEADER, ROW]) + '<row r="3"><c r="A3"><f>1+1</f><v></v></c></row>' }] }),
    {
      code: 'workbook-formula',
      message: '工作表“Sheet1”第 3 行有公式，却没有计算结果，需要已经算好的值，请在 Excel 或 WPS 中打开、保存一次后再提交。',
    },
  ),
];

const SHEETS: readonly BadFile[] = [
  sheet('a sheet that is no XML', 'plain text'),
  sheet('a sheet that is something else', '<html></html>'),
  sheet('a sheet cut off', worksheet(textRows([HEADER, ROW])).slice(0, -30)),
  sheet('a sheet with a document type', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${worksheet('')}`),
  sheet('an entity of its own', worksheet('<row r="1"><c t="str"><v>&a;</v></c></row>')),
  sheet('a character no text may hold', worksheet('<row r="1"><c t="str"><v>&#0;</v></c></row>')),
  sheet('tags that do not fit', worksheet('<row r="1"><c></row></c>')),
  sheet('nested a thousand deep', worksheet(`<row r="1">${'<c>'.repeat(1000)}${'</c>'.repeat(1000)}</row>`)),
  sheet('rows out of order', worksheet(textRows([HEADER], 5) + textRows([ROW], 2))),
  sheet('a row beyond the last', worksheet(textRows([HEADER], 1_048_577))),
  sheet('cells out of order', worksheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
  sheet('a column beyond the last', worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
  sheet('a text that is not in the table', worksheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
  file(
    'a broken byte in a text',
    book({
      sheets: [
        {
          xml: Buffer.concat([
            Buffer.from(worksheet(textRows([HEADER, ROW])).slice(0, -30)),
            Buffer.from([0xff]),
            Buffer.from('</sheetData></worksheet>'),
          ]),
        },
      ],
    }),
    damaged(SHEET),
  ),
  file(
    'half of UTF-16',
    book({
      sheets: [
        { xml: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(worksheet(''), 'utf16le'), Buffer.from([0x00, 0xd8])]) },
      ],
    }),
    damaged(SHEET),
  ),
];

const CHOICES: readonly BadFile[] = [
  file(
    'two sheets of data',
    book({
      sheets: [
        { ...GOOD, name: '一月' },
        { ...GOOD, name: '二月' },
        { name: '说明', rows: textRows([['填写说明']]) },
      ],
    }),
    {
      code: 'several-sheets',
      message:
        '工作表“一月”、“二月”都像是要报送的数据，分不出该读哪一张，请指明工作表（命令行用 --sheet，接口用 sheet 参数）后再提交。',
    },
  ),
  file(
    'a sheet that is asked for and not there',
    book({}),
    { code: 'unknown-sheet', message: '工作簿里没有名为“三月”的工作表，现有“Sheet1”，请核对名称后再提交。' },
    { sheet: '三月' },
  ),
  file(
    'a sheet of a text',
    Buffer.from(`${HEADER.join(',')}\n${ROW.join(',')}\n`),
    { code: 'sheet-of-text', message: '这个文件不是工作簿，没有工作表“三月”，请去掉对工作表的指定后再提交。' },
    { sheet: '三月' },
  ),
];

export const BAD_WORKBOOKS: readonly BadFile[] = [...KINDS, ...ARCHIVES, ...PARTS, ...SHEETS, ...CHOICES];
