/** What a file is, told from its bytes and never from its name; and the file as it is kept: without metadata, with nothing that acts. */
import { isUtf8 } from 'node:buffer';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { AttachmentKind } from '@xincheng/core/standards';
import { binaryProblem, looksLikeArchive, textProblem } from '../reading/index.ts';
import type { ReadProblem } from '../reading/index.ts';
import { cleanJpeg, cleanPng, isJpeg, isPng } from './image.ts';
import { cleanPackage } from './office.ts';
import { checkPdf, isPdf } from './pdf.ts';
import { contentFault } from './problem.ts';
import type { ContentFault } from './problem.ts';

/** A file fit to be kept. */
export interface CleanContent {
  readonly kind: AttachmentKind;
  readonly bytes: Buffer;
}

/** What users call the kinds that are not taken. */
const FOUND: Partial<Readonly<Record<ReadProblem['code'], string>>> = {
  'legacy-office': '旧版 Office 文件（.doc、.xls、.ppt 或 .wps）',
  document: '其他文档',
  image: '其他格式的图片',
  program: '可执行程序',
  archive: '压缩包',
  'web-page': '网页',
  xml: 'XML 或 SVG',
  email: '电子邮件',
  'sql-script': 'SQL 脚本',
};
const HEAD_BYTES = 4096;
/** All but tabs and ends of lines and pages. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/u;
/** Texts that a program or browser would run. */
const RUNNABLE = /^(?:#!|\s*<(?:\?|!|svg|script|html|[a-z]+[\s>]))/iu;

/** Tells the kind and cleans the content. */
export async function cleanContent(bytes: Buffer): Promise<Result<CleanContent, ContentFault>> {
  if (isPdf(bytes)) return ofKind('pdf', checkPdf(bytes));
  if (isPng(bytes)) return ofKind('png', cleanPng(bytes));
  if (isJpeg(bytes)) return ofKind('jpeg', cleanJpeg(bytes));
  const head = bytes.subarray(0, HEAD_BYTES);
  if (looksLikeArchive(head)) return cleanPackage(bytes);
  const binary = binaryProblem(head);
  if (binary !== null) return contentFault('attachment-kind', FOUND[binary.code] ?? '二进制文件');
  return cleanText(bytes);
}

function ofKind(kind: AttachmentKind, checked: Result<Buffer, ContentFault>): Result<CleanContent, ContentFault> {
  return checked.ok ? ok({ kind, bytes: checked.value }) : checked;
}

/** Text is UTF-8 or GB18030, without control characters; a web page or a script is no text. */
function cleanText(bytes: Buffer): Result<CleanContent, ContentFault> {
  const text = textOf(bytes);
  if (text === null || CONTROLS.test(text)) return contentFault('attachment-kind', '无法识别的二进制文件');
  const problem = textProblem(text);
  if (problem !== null) return contentFault('attachment-kind', FOUND[problem.code] ?? '其他文本');
  return RUNNABLE.test(text) ? contentFault('attachment-kind', '网页或脚本') : ok({ kind: 'text', bytes });
}

function textOf(bytes: Buffer): string | null {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\ufeff/u, '');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
