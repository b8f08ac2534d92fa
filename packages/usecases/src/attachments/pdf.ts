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
/** Packed objects begin with the number and place of each. What begins otherwise is packed in a way that its dictionary hides. */
const OBJECT_LIST = /^\s*\d+\s+\d+\s/u;
const UNSEEN = '无法检查的压缩内容';
/** Where a stream begins or ends; readers take a lone carriage return and blanks for the end of the line too. */
const STREAM_WORD = /\bstream[ \t]*(?:\r?\n|\r)|endstream/gu;

/** True for the first bytes of a PDF. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}

/** The file as it is, when nothing is to be feared from it. */
export function checkPdf(bytes: Buffer): Result<Buffer, ContentFault> {
  const text = bytes.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1 || end < text.length - END_BYTES) return contentFault('attachment-damaged', 'PDF 没有正常结束');
  const words = streamWords(text);
  const between = plainNames(outsideStreams(text, words));
  for (const [name, code] of Object.entries(SHORT_NAMES))
    if (new RegExp(`/${name}(?![A-Za-z0-9])`, 'u').test(between)) return contentFault(code, '动态表单');
  const packed = packedObjects(text, words);
  if (!packed.ok) return packed;
  const active = ACTIVE_NAME.exec(plainNames(`${text}\n${packed.value}`));
  if (active !== null) return contentFault('attachment-active', ACTIVE[active[1] ?? '']);
  return /\/XFA(?![A-Za-z0-9])/u.test(plainNames(packed.value)) ? contentFault('attachment-active', '动态表单') : ok(bytes);
}

const HASH = 0x23;

/** A name may write any of its letters as `#` and two digits. By bytes, for a file may consist of nothing else. */
function plainNames(text: string): string {
  if (!text.includes('#')) return text;
  const bytes = Buffer.from(text, 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const high = bytes[at] === HASH ? digitOf(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : digitOf(bytes[at + 2]);
    bytes[length] = low < 0 ? (bytes[at] ?? 0) : high * 16 + low;
    length += 1;
    if (low >= 0) at += 2;
  }
  return bytes.toString('latin1', 0, length);
}

/** Value of a hexadecimal digit; -1 for any other byte. */
function digitOf(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

interface StreamWord {
  readonly isStart: boolean;
  readonly from: number;
  readonly to: number;
}

/** Every beginning and end of a stream, in one walk: what follows goes from word to word, so that no file takes longer than its length. */
function streamWords(text: string): readonly StreamWord[] {
  return Array.from(text.matchAll(STREAM_WORD), ({ 0: word, index }) => ({
    isStart: word.startsWith('stream'),
    from: index,
    to: index + word.length,
  }));
}

/** Pictures and fonts are no names, whatever bytes they have. */
function outsideStreams(text: string, words: readonly StreamWord[]): string {
  const parts: string[] = [];
  let from = 0;
  let opened: StreamWord | null = null;
  for (const word of words)
    if (word.isStart) opened ??= word;
    else if (opened !== null) {
      parts.push(text.slice(from, opened.to));
      from = word.from;
      opened = null;
    }
  return [...parts, text.slice(from)].join(' ');
}

/**
 * What the object streams hold, unpacked: names hide there from a plain look. Everything since the stream before counts as the dictionary,
 * for where that begins is only known to who trusts the file.
 */
function packedObjects(text: string, words: readonly StreamWord[]): Result<string, ContentFault> {
  const parts: string[] = [];
  let total = 0;
  let before = 0;
  for (const [index, word] of words.entries()) {
    if (!word.isStart) continue;
    const dictionary = plainNames(text.slice(before, word.from));
    before = word.to;
    if (!/\/ObjStm(?![A-Za-z])/u.test(dictionary)) continue;
    const next = words[index + 1];
    if (next === undefined || next.isStart) return contentFault('attachment-damaged', 'PDF 对象');
    const opened = openedStream(dictionary, text.slice(word.to, next.from), MOST_OBJECT_BYTES - total);
    if (!opened.ok) return opened;
    total += opened.value.length;
    parts.push(opened.value);
  }
  return ok(parts.join('\n'));
}

function openedStream(dictionary: string, body: string, mostBytes: number): Result<string, ContentFault> {
  const filters = dictionary.match(/\/[A-Za-z0-9]+Decode(?![A-Za-z])/gu) ?? [];
  if (filters.length === 0) return OBJECT_LIST.test(body) ? ok(body) : contentFault('attachment-active', UNSEEN);
  const isPlain = filters.length === 1 && filters[0] === '/FlateDecode' && !/\/Predictor\s+(?!1\b)\d/u.test(dictionary);
  if (!isPlain) return contentFault('attachment-active', UNSEEN);
  try {
    return ok(inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: Math.max(1, mostBytes) }).toString('latin1'));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? contentFault('attachment-bomb', 'PDF 对象')
      : contentFault('attachment-damaged', 'PDF 对象');
  }
}
