/** Files that cannot be used, and what is said of each. */
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ColumnSpec, ReadCode, ReadOptions } from '../src/reading/index.ts';
import { encoded } from './_reading.ts';
import { zipOf } from './_workbooks.ts';

export const COLUMNS: readonly ColumnSpec[] = [
  { code: 'XK_XDR_MC', names: ['行政相对人名称'], required: true },
  { code: 'XK_WSH', names: ['行政许可决定文书号', '许可决定书文号'], required: true },
  { code: 'XK_NR', names: ['许可内容'], required: false },
  { code: 'XK_BZ', names: ['备注'], required: false },
];
export const HEADER = '行政相对人名称,行政许可决定文书号,许可内容,备注';
export const ROW = '历城示例食品有限公司,济历城审批〔2021〕12号,食品经营,';
export const GOOD = `${HEADER}\n${ROW}\n`;
export const RECORD = { XK_XDR_MC: '历城示例食品有限公司', XK_WSH: '济历城审批〔2021〕12号' };

export interface BadFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: ReadCode;
  readonly message: string;
  /** Where, if that is told. */
  readonly place: { readonly offset?: number; readonly line?: number };
  readonly options: ReadOptions;
}

type Said = Pick<BadFile, 'code' | 'message'> & Partial<Pick<BadFile, 'place' | 'options'>>;

function file(what: string, content: string | Uint8Array, said: Said): BadFile {
  return { what, bytes: typeof content === 'string' ? Buffer.from(content) : content, place: {}, options: {}, ...said };
}

function said(code: ReadCode, message: string): Said {
  return { code, message };
}

function inRow(code: ReadCode, line: number, message: string): Said {
  return { code, message: `第 ${line} ${message}`, place: { line } };
}

const NEED_TABLE = '需要有表头和数据行的 Excel（.xlsx）、CSV 或 JSON 文件';
const SAVE_AS = '另存为“Excel 工作簿（*.xlsx）”后再提交。';

const EMPTY = said('empty-file', `文件是空的（0 字节），${NEED_TABLE}，请重新导出后再提交。`);
const BLANK = said('blank-file', `文件里只有空白，没有任何内容，${NEED_TABLE}，请重新导出后再提交。`);
const NO_RECORDS = said('no-records', 'JSON 里的记录列表是空的，需要至少一条记录，请补上数据后再提交。');
const BINARY = said(
  'binary',
  '这是二进制文件，不是文本，需要 Excel（.xlsx）、CSV 或 JSON 文件，请核对选错了没有，再提交导出的数据文件。',
);
const WEB_PAGE = said(
  'web-page',
  `这是网页（HTML），只是名字像表格，需要真正的工作簿或 CSV，请在 Excel 或 WPS 中打开它，${SAVE_AS}`,
);
const XML = said('xml', `这是 XML 文件，需要 Excel（.xlsx）、CSV 或 JSON 文件，请在 Excel 或 WPS 中打开它，${SAVE_AS}`);
const EMAIL = said('email', '这是一封电子邮件，需要 Excel（.xlsx）、CSV 或 JSON 文件，请把邮件里的附件另存出来，提交附件本身。');
const SQL = said(
  'sql-script',
  '这是数据库脚本（SQL），需要 Excel（.xlsx）、CSV 或 JSON 文件，请从数据库把查询结果导出为 CSV 后再提交。',
);
const FULL_WIDTH = said('full-width-delimiter', '列与列之间用的是全角逗号“，”，须用半角逗号“,”分隔，请重新导出为 CSV 后再提交。');

function noRows(row: number): Said {
  return said('no-rows', `文件只有表头（第 ${row} 行），没有数据行，需要表头之下至少有一行数据，请补上数据后再提交。`);
}

function archive(kind: string): Said {
  return said('archive', `这是压缩文件（${kind}），需要其中的 Excel（.xlsx）、CSV 或 JSON 文件，请先解压，再提交里面的文件。`);
}

function document(kind: string): Said {
  return said('document', `这是文档（${kind}），${NEED_TABLE}，请从原来的系统或表格导出 CSV 后再提交。`);
}

function image(kind: string): Said {
  return said('image', `这是图片（${kind}），${NEED_TABLE}，请提交原表格导出的 CSV，不要提交截图或扫描件。`);
}

function program(kind: string): Said {
  return said(
    'program',
    `这是可执行程序（${kind}），需要 Excel（.xlsx）、CSV 或 JSON 文件，请核对选错了没有，再提交导出的数据文件。`,
  );
}

function oddUtf16(size: number): Said {
  const message = `文件按 UTF-16 保存，却有 ${size} 字节（单数），最后一个字符不完整，需要完整的文件，请重新导出或重新传输后再提交。`;
  return said('odd-utf16', message);
}

function badEncoding(line: number, offset: number, encoding: string): Said {
  const message = `第 ${line} 行附近（第 ${offset + 1} 字节）有读不出的字节，整个文件须用同一种编码（${encoding}），请用 UTF-8 重新导出后再提交。`;
  return { code: 'bad-encoding', message, place: { offset, line } };
}

function nul(line: number): Said {
  return inRow('nul-byte', line, '行附近有空字符（NUL），数据里不能有这种字符，文件可能已损坏，请重新导出后再提交。');
}

function tooLong(row: number): Said {
  return inRow('record-too-long', row, '行超过 1048576 字节还没有结束，每行须以换行结束，请核对文件的换行后再提交。');
}

function openQuote(row: number): Said {
  return inRow(
    'unterminated-quote',
    row,
    '行有一个双引号没有配对，此后的内容都被算进了同一格，双引号须成对出现，请补上或删去它后再提交。',
  );
}

function noHeader(rows: number): Said {
  const need = '需要一行列名（中文名称或字段代码，如“行政相对人名称”或 XK_XDR_MC），请加上表头后再提交。';
  return said('no-header', `前 ${rows} 行里没有找到表头，${need}`);
}

function truncated(row: number): Said {
  const message = `JSON 在第 ${row} 条记录处中断，没有写完，需要完整的文件，请重新导出或重新传输后再提交。`;
  return { ...said('json-truncated', message), place: { line: row } };
}

function badJson(row: number): Said {
  return inRow(
    'json-syntax',
    row,
    '条记录附近不合 JSON 的写法（缺逗号、引号或括号），需要合法的 JSON，请用程序重新生成后再提交。',
  );
}

function wrongShape(found: string): Said {
  return said('json-shape', `JSON 的最外层是${found}，需要记录的列表 […] 或带 records 列表的对象，请按接口说明调整后再提交。`);
}

const KINDS: readonly BadFile[] = [
  file('nothing at all', '', EMPTY),
  file('a byte order mark only', '\ufeff', BLANK),
  file('blank lines only', '\n\r\n  \n\u3000\n', BLANK),
  file('a header only', `${HEADER}\n`, noRows(1)),
  file('a header and blank rows', `标题\n${HEADER}\n,,,\n\n`, noRows(2)),
  file('an empty JSON list', '[]', NO_RECORDS),
  file('a ZIP', zip('许可.csv'), archive('ZIP')),
  file('a gzip', gzipSync(GOOD), archive('gzip')),
  file('a RAR', Buffer.from('Rar!\u001a\u0007\u0000', 'latin1'), archive('RAR')),
  file('a Word document', zip('[Content_Types].xml', 'word/document.xml'), document('Word')),
  file('a PDF', '%PDF-1.7\n%âãÏÓ\n', document('PDF')),
  file('an RTF', '{\\rtf1\\ansi text}', document('RTF')),
  file('a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), image('PNG')),
  file('a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), image('JPEG')),
  file('an ELF program', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0), program('ELF')),
  file('a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(62)]), program('EXE')),
  file('noise', noise(), BINARY),
  file('a web page named .csv', '\n<html><table><tr><td>行政相对人名称</td></tr></table></html>', WEB_PAGE),
  file('an XML table', '<?xml version="1.0"?><Workbook></Workbook>', XML),
  file('a mail', 'Received: from a by b\r\nFrom: x@example.org\r\nSubject: 数据\r\n\r\n见附件', EMAIL),
  file('an SQL script', "-- 导出\nINSERT INTO xk VALUES ('a');", SQL),
  file('a file over the limit', GOOD, {
    ...said('file-too-large', '文件有 146 字节，上限是 100 字节，请按时间段拆成几个文件分别提交。'),
    options: { maxBytes: 100 },
  }),
];

const DAMAGED: readonly BadFile[] = [
  file('UTF-16 with a byte missing', encoded(GOOD, 'utf-16le-bom').subarray(0, -1), oddUtf16(117)),
  file(
    'UTF-16 with half a pair',
    joined(encoded(`${HEADER}\n`, 'utf-16le-bom'), bytes(0x00, 0xd8, 0x2c, 0x00)),
    badEncoding(2, 54, 'UTF-16'),
  ),
  file('UTF-8 with a broken byte', joined(GOOD, bytes(0xff)), badEncoding(3, 146, 'UTF-8')),
  file(
    'marked UTF-8 with a broken byte',
    joined(encoded(`${HEADER}\n`, 'utf-8-bom'), bytes(0xff, 0x2c)),
    badEncoding(2, 73, 'UTF-8'),
  ),
  file('UTF-8 cut off within a character', Buffer.from(`${GOOD}历城`).subarray(0, -1), badEncoding(3, 149, 'UTF-8')),
  file(
    'GB18030 with a broken byte',
    joined(encoded(`${HEADER}\n\n甲`, 'gb18030'), bytes(0xff), ',1\n'),
    badEncoding(3, 51, 'UTF-8 或 GB18030'),
  ),
  file(
    'UTF-8 rows below GB18030 rows',
    joined(encoded(GOOD, 'gb18030'), bytes(0xe4, 0x2c, 0x0a)),
    badEncoding(3, 102, 'UTF-8 或 GB18030'),
  ),
  file('a NUL', `${GOOD}甲\u0000乙,1,,\n`, nul(3)),
  file('a NUL in UTF-16', encoded(`${GOOD}甲\u0000乙,1,,\n`, 'utf-16be-bom'), nul(3)),
  file(
    'a million columns',
    `${HEADER}${',x'.repeat(1_000_000)}\n${ROW}\n`,
    inRow('too-many-columns', 1, '行超过 1024 列，一行最多 1024 列，请核对分隔符和换行后再提交。'),
  ),
  file('one endless line', `${HEADER}\n${'甲'.repeat(400_000)}`, tooLong(2)),
  file('no line end anywhere', '甲'.repeat(600_000), tooLong(1)),
  file('an open quote to the end', `${GOOD}"乙公司,2,,\n丙公司,3,,\n`, openQuote(3)),
  file('an open quote before much text', `${HEADER}\n"乙公司,2,,\n${'丙公司,3,,\n'.repeat(80_000)}`, openQuote(2)),
];

const HEADERS: readonly BadFile[] = [
  file('no header', `${ROW}\n`, noHeader(1)),
  file('a header too far down', `${'说明\n'.repeat(30)}${GOOD}`, noHeader(30)),
  file('plain prose', '各位同事：\n请查收本月数据。\n', noHeader(2)),
  file('a delimiter we do not know', GOOD.replaceAll(',', '^'), noHeader(2)),
  file('full-width commas', GOOD.replaceAll(',', '，'), FULL_WIDTH),
  file(
    "another dataset's header",
    '行政相对人名称,行政处罚决定书文号,违法事实,处罚类别\n甲,1,,\n',
    inRow(
      'wrong-header',
      1,
      '行的 4 个列名中只认出 1 个，认不出的有“行政处罚决定书文号”、“违法事实”、“处罚类别”，可能选错了数据集，请核对数据集或改用它的模板后再提交。',
    ),
  ),
  file(
    'a required column missing',
    '行政相对人名称,许可内容\n甲,乙\n',
    inRow('missing-columns', 1, '行的表头缺少必填列“行政许可决定文书号”，必填列须齐全，请补上这些列后再提交。'),
  ),
  file('one field in two columns', '行政相对人名称,许可决定书文号,XK_WSH\n甲,1,1\n', {
    ...said(
      'duplicate-column',
      '第 2 列“许可决定书文号”与第 3 列“XK_WSH”是同一项，每项只能有一列，请删去或改名其中一列后再提交。',
    ),
    place: { line: 1 },
  }),
];

const NO_LIST = '没有 records 列表的对象';

const JSON_TEXTS: readonly BadFile[] = [
  file('truncated JSON', JSON.stringify([RECORD, RECORD]).slice(0, -10), truncated(2)),
  file('JSON cut off between records', `${JSON.stringify([RECORD]).slice(0, -1)},`, truncated(2)),
  file('JSON cut off in its first object', '{"records"', truncated(1)),
  file('a comma missing in JSON', `[${JSON.stringify(RECORD)}${JSON.stringify(RECORD)}]`, badJson(2)),
  file('a comma too many in JSON', `[${JSON.stringify(RECORD)},]`, badJson(2)),
  file('more text behind the JSON list', `[${JSON.stringify(RECORD)}] 完`, badJson(2)),
  file('an object that is none', "{'XK_XDR_MC': 1}", badJson(1)),
  file('a JSON number', '42', wrongShape('一个数字或 true、false、null')),
  file('a JSON text', '"行政许可"', wrongShape('一段文本')),
  file('a JSON list of numbers', '[1, 2, 3]', wrongShape('没有对象的列表')),
  file('a JSON object without records', JSON.stringify({ data: [RECORD] }, null, 2), wrongShape(NO_LIST)),
  file('the same on one line', JSON.stringify({ code: 0, message: 'ok' }), wrongShape(NO_LIST)),
  file(
    'JSON records of another dataset',
    JSON.stringify([{ XK_XDR_MC: '甲', CF_WSH: '1', CF_CFLB: '罚款' }]),
    said(
      'wrong-members',
      '前 1 条记录的 3 个成员名中只认出 1 个，认不出的有“CF_WSH”、“CF_CFLB”，可能选错了数据集，请核对数据集或成员名后再提交。',
    ),
  ),
  file(
    'a bomb of brackets',
    '['.repeat(100_000),
    inRow('json-depth', 1, '条记录的 JSON 嵌套超过 32 层，记录最多嵌套 32 层，请核对生成它的程序后再提交。'),
  ),
  file('a JSON record without end', `[{"XK_XDR_MC":"${'甲'.repeat(400_000)}"}]`, tooLong(1)),
];

export const BAD_FILES: readonly BadFile[] = [...KINDS, ...DAMAGED, ...HEADERS, ...JSON_TEXTS];

function bytes(...values: readonly number[]): Buffer {
  return Buffer.from(values);
}

function joined(...parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** An archive of parts with these names. */
function zip(...names: readonly string[]): Buffer {
  return zipOf(names.map((name) => ({ name, content: 'x' })));
}

/** Random bytes that do not by chance begin like anything known. */
function noise(): Buffer {
  return Buffer.concat([bytes(0x01, 0x02), randomBytes(5000)]);
}
