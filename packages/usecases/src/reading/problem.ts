/** What can be wrong with a received file as a whole: one code, one sentence each, said once and here. */

/** Sentences by code. Each says what was found, what is needed and what to do; `{word}` is filled in. */
const SENTENCES = {
  'missing-file': '找不到文件“{name}”，需要一个已有的 Excel（.xlsx）、CSV 或 JSON 文件，请核对路径和文件名后再提交。',
  'is-directory': '“{name}”是文件夹，需要一个 Excel（.xlsx）、CSV 或 JSON 文件，请指定文件夹里的那个文件。',
  'not-a-file': '“{name}”是管道或设备，需要一个普通文件，请先存成 Excel（.xlsx）、CSV 或 JSON 文件再提交。',
  'unreadable-file': '没有权限读取文件“{name}”，需要可以读取的文件，请让文件所有者开放读取权限后再提交。',
  'read-failed': '读取文件“{name}”时磁盘或网络出错（{reason}），需要能完整读出的文件，请换一个位置存放后再提交。',
  'file-changed': '文件“{name}”在读取期间被改动，需要不再变化的文件，请等写入结束后重新提交。',
  'file-too-large': '文件有 {size} 字节，上限是 {limit} 字节，请按时间段拆成几个文件分别提交。',
  'empty-file': '文件是空的（0 字节），需要有表头和数据行的 Excel（.xlsx）、CSV 或 JSON 文件，请重新导出后再提交。',
  'blank-file': '文件里只有空白，没有任何内容，需要有表头和数据行的 Excel（.xlsx）、CSV 或 JSON 文件，请重新导出后再提交。',
  'no-rows': '文件只有表头（第 {row} 行），没有数据行，需要表头之下至少有一行数据，请补上数据后再提交。',
  'no-records': 'JSON 里的记录列表是空的，需要至少一条记录，请补上数据后再提交。',
  'legacy-office':
    '这是旧版 Office 文件（如 .xls、.et、.doc），需要 .xlsx、CSV 或 JSON，请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后再提交。',
  'encrypted-workbook': '工作簿设了打开密码，读不了里面的内容，请在 Excel 或 WPS 中取消打开密码、保存后再提交。',
  'workbook-macros':
    '这是带宏的工作簿（如 .xlsm），为安全起见不收带宏的文件，请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后再提交。',
  'workbook-binary':
    '这是二进制工作簿（.xlsb），需要 .xlsx、CSV 或 JSON，请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后再提交。',
  'workbook-opendocument':
    '这是 OpenDocument 表格（.ods），需要 .xlsx、CSV 或 JSON，请在 LibreOffice、Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”后再提交。',
  'damaged-archive':
    '文件以压缩包的形式保存（.xlsx 也是这样），但已损坏或没有传完整，请在 Excel 或 WPS 中打开核对、另存一份，再提交新的文件。',
  'workbook-damaged': '工作簿内部的“{part}”缺失或已损坏，请在 Excel 或 WPS 中打开核对、另存为新的 .xlsx 文件，再提交新的文件。',
  'workbook-bomb':
    '文件不大，解开后却大得不合常理，疑似损坏或恶意文件，没有读取，请在 Excel 或 WPS 中把数据复制到新的工作簿，再提交新的文件。',
  'workbook-too-large': '工作簿内部的“{part}”过大，超出能读取的范围，请按时间段拆成几个工作簿分别提交。',
  'workbook-no-sheet': '工作簿里没有可以读取数据的工作表（只有图表或没有任何工作表），请把数据放进普通工作表后再提交。',
  'workbook-blank': '工作簿的工作表都是空的，需要有表头和数据行的工作表，请重新导出后再提交。',
  'workbook-formula':
    '工作表“{sheet}”第 {row} 行有公式，却没有计算结果，需要已经算好的值，请在 Excel 或 WPS 中打开、保存一次后再提交。',
  'unknown-sheet': '工作簿里没有名为“{sheet}”的工作表，现有{sheets}，请核对名称后再提交。',
  'several-sheets':
    '工作表{sheets}都像是要报送的数据，分不出该读哪一张，请指明工作表（命令行用 --sheet，接口用 sheet 参数）后再提交。',
  'sheet-of-text': '这个文件不是工作簿，没有工作表“{sheet}”，请去掉对工作表的指定后再提交。',
  archive: '这是压缩文件（{kind}），需要其中的 Excel（.xlsx）、CSV 或 JSON 文件，请先解压，再提交里面的文件。',
  document: '这是文档（{kind}），需要有表头和数据行的 Excel（.xlsx）、CSV 或 JSON 文件，请从原来的系统或表格导出 CSV 后再提交。',
  image:
    '这是图片（{kind}），需要有表头和数据行的 Excel（.xlsx）、CSV 或 JSON 文件，请提交原表格导出的 CSV，不要提交截图或扫描件。',
  program: '这是可执行程序（{kind}），需要 Excel（.xlsx）、CSV 或 JSON 文件，请核对选错了没有，再提交导出的数据文件。',
  binary: '这是二进制文件，不是文本，需要 Excel（.xlsx）、CSV 或 JSON 文件，请核对选错了没有，再提交导出的数据文件。',
  'web-page':
    '这是网页（HTML），只是名字像表格，需要真正的工作簿或 CSV，请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（*.xlsx）”后再提交。',
  xml: '这是 XML 文件，需要 Excel（.xlsx）、CSV 或 JSON 文件，请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（*.xlsx）”后再提交。',
  email: '这是一封电子邮件，需要 Excel（.xlsx）、CSV 或 JSON 文件，请把邮件里的附件另存出来，提交附件本身。',
  'sql-script': '这是数据库脚本（SQL），需要 Excel（.xlsx）、CSV 或 JSON 文件，请从数据库把查询结果导出为 CSV 后再提交。',
  'odd-utf16': '文件按 UTF-16 保存，却有 {size} 字节（单数），最后一个字符不完整，需要完整的文件，请重新导出或重新传输后再提交。',
  'bad-encoding':
    '第 {line} 行附近（第 {at} 字节）有读不出的字节，整个文件须用同一种编码（{encoding}），请用 UTF-8 重新导出后再提交。',
  'nul-byte': '第 {line} 行附近有空字符（NUL），数据里不能有这种字符，文件可能已损坏，请重新导出后再提交。',
  'too-many-columns': '第 {row} 行超过 {limit} 列，一行最多 {limit} 列，请核对分隔符和换行后再提交。',
  'record-too-long': '第 {row} 行超过 {limit} 字节还没有结束，每行须以换行结束，请核对文件的换行后再提交。',
  'unterminated-quote': '第 {row} 行有一个双引号没有配对，此后的内容都被算进了同一格，双引号须成对出现，请补上或删去它后再提交。',
  'no-header': '前 {rows} 行里没有找到表头，需要一行列名（中文名称或字段代码，如“{name}”或 {code}），请加上表头后再提交。',
  'wrong-header':
    '第 {row} 行的 {columns} 个列名中只认出 {known} 个，认不出的有{unknown}，可能选错了数据集，请核对数据集或改用它的模板后再提交。',
  'wrong-members':
    '前 {rows} 条记录的 {columns} 个成员名中只认出 {known} 个，认不出的有{unknown}，可能选错了数据集，请核对数据集或成员名后再提交。',
  'missing-columns': '第 {row} 行的表头缺少必填列{missing}，必填列须齐全，请补上这些列后再提交。',
  'duplicate-column':
    '第 {first} 列“{firstName}”与第 {second} 列“{secondName}”是同一项，每项只能有一列，请删去或改名其中一列后再提交。',
  'full-width-delimiter': '列与列之间用的是全角逗号“，”，须用半角逗号“,”分隔，请重新导出为 CSV 后再提交。',
  'json-syntax': '第 {row} 条记录附近不合 JSON 的写法（缺逗号、引号或括号），需要合法的 JSON，请用程序重新生成后再提交。',
  'json-truncated': 'JSON 在第 {row} 条记录处中断，没有写完，需要完整的文件，请重新导出或重新传输后再提交。',
  'json-shape': 'JSON 的最外层是{found}，需要记录的列表 […] 或带 records 列表的对象，请按接口说明调整后再提交。',
  'json-depth': '第 {row} 条记录的 JSON 嵌套超过 {limit} 层，记录最多嵌套 {limit} 层，请核对生成它的程序后再提交。',
} as const;

/** Every code a file can be refused with. */
export const READ_CODES = Object.keys(SENTENCES) as readonly ReadCode[];
export type ReadCode = keyof typeof SENTENCES;

/** Why a file cannot be used at all. Nothing of it has been taken over when this is returned. */
export interface ReadProblem {
  readonly code: ReadCode;
  /** One Chinese sentence for the person who sent it. */
  readonly message: string;
  /** Where: bytes from the start of the received file, counted from 0. */
  readonly offset?: number;
  /** Where: row as a spreadsheet shows it, counted from 1; approximate for damaged text. */
  readonly line?: number;
}

/** Thrown out of `chunks()` when a file that was sound when it was opened fails under the reading. */
export class ReadFailure extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem) {
    super(problem.message);
    this.name = 'ReadFailure';
    this.problem = problem;
  }
}

type Words = Readonly<Record<string, string | number>>;

/** Makes a problem with its sentence. */
export function readProblem(
  code: ReadCode,
  words: Words = {},
  place: { readonly offset?: number; readonly line?: number } = {},
): ReadProblem {
  const all: Words = { ...words, line: place.line ?? 1, at: (place.offset ?? 0) + 1 };
  const message = SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => {
    const filled = all[word];
    if (filled === undefined) throw new Error(`the sentence of ${code} needs {${word}}`);
    return String(filled);
  });
  return { code, message, ...place };
}
