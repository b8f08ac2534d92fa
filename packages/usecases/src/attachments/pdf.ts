/** PDF files: readable without a password, and with nothing in them that acts. Their own description (/Info) stays as it is. */
import { inflateSync } from 'node:zlib';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { contentFault } from './problem.ts';
import type { ContentFault } from './problem.ts';

/** Names of what runs, opens or carries something, and what users call it. */
const ACTIVE: Readonly<Record<string, string>> = {
  JavaScript: '脚本',
  Launch: '启动程序的动作',
  Rendition: '多媒体',
  RichMedia: '多媒体',
  EmbeddedFile: '嵌入的文件',
  EmbeddedFiles: '嵌入的文件',
  SubmitForm: '提交表单的动作',
  ImportData: '导入数据的动作',
  GoToE: '跳转到嵌入文件的动作',
};
const ACTIVE_NAME = new RegExp(`/(${Object.keys(ACTIVE).join('|')})(?![A-Za-z0-9])`, 'u');
/** Short enough to stand by chance among the bytes of a picture, so they are looked for between streams alone. */
const SHORT_NAMES: Readonly<Record<string, ContentFault['code']>> = { Encrypt: 'attachment-encrypted', XFA: 'attachment-active' };
/** The end mark stands among the last bytes; what follows it belongs to another file. */
const END_BYTES = 1100;
/** Objects packed together; a file of a hundred pages has some hundred kilobytes of them. */
const MOST_OBJECT_BYTES = 64 << 20;
/** How far before its stream the dictionary of an object begins at most. */
const DICTIONARY_BYTES = 4096;

/** True for the first bytes of a PDF. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}

/** The file as it is, when nothing is to be feared from it. */
export function checkPdf(bytes: Buffer): Result<Buffer, ContentFault> {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1 || end < text.length - END_BYTES) return contentFault('attachment-damaged', 'PDF 没有正常结束');
  const between = plainNames(outsideStreams(text));
  for (const [name, code] of Object.entries(SHORT_NAMES))
    if (new RegExp(`/${name}(?![A-Za-z0-9])`, 'u').test(between)) return contentFault(code, '动态表单');
  const packed = packedObjects(text);
  if (!packed.ok) return packed;
  const active = ACTIVE_NAME.exec(plainNames(`${text}\n${packed.value}`));
  if (active !== null) return contentFault('attachment-active', ACTIVE[active[1] ?? '']);
  return /\/XFA(?![A-Za-z0-9])/u.test(plainNames(packed.value)) ? contentFault('attachment-active', '动态表单') : ok(bytes);
}

/** A name may write any of its letters as `#` and two digits. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Pictures and fonts are no names, whatever bytes they have. */
function outsideStreams(text: string): string {
  return text.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/gu, 'stream endstream');
}

/** What the object streams hold, unpacked: names hide there from a plain look. */
function packedObjects(text: string): Result<string, ContentFault> {
  const parts: string[] = [];
  let total = 0;
  for (const match of text.matchAll(/\bstream\r?\n/gu)) {
    const before = plainNames(text.slice(Math.max(0, match.index - DICTIONARY_BYTES), match.index));
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (!/\/ObjStm(?![A-Za-z])/u.test(dictionary)) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end === -1) return contentFault('attachment-damaged', 'PDF');
    const opened = openedStream(dictionary, text.slice(start, end), MOST_OBJECT_BYTES - total);
    if (!opened.ok) return opened;
    total += opened.value.length;
    parts.push(opened.value);
  }
  return ok(parts.join('\n'));
}

function openedStream(dictionary: string, body: string, mostBytes: number): Result<string, ContentFault> {
  const filters = dictionary.match(/\/[A-Za-z0-9]+Decode(?![A-Za-z])/gu) ?? [];
  if (filters.length === 0) return ok(body);
  const isPlain = filters.length === 1 && filters[0] === '/FlateDecode' && !/\/Predictor\s+(?!1\b)\d/u.test(dictionary);
  if (!isPlain) return contentFault('attachment-active', '无法检查的压缩内容');
  try {
    return ok(inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: Math.max(1, mostBytes) }).toString('latin1'));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? contentFault('attachment-bomb', 'PDF 对象')
      : contentFault('attachment-damaged', 'PDF 对象');
  }
}
