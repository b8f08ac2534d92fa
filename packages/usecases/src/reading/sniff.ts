/** What kind of file it is, told from its first bytes and never from its name. */
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly problem: () => ReadProblem;
}

const OFFICE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const SIGNATURES: readonly Signature[] = [
  { bytes: OFFICE_MAGIC, problem: () => readProblem('legacy-office') },
  { bytes: ascii('%PDF-'), problem: () => readProblem('document', { kind: 'PDF' }) },
  { bytes: ascii('{\\rtf'), problem: () => readProblem('document', { kind: 'RTF' }) },
  { bytes: [0x89, ...ascii('PNG')], problem: () => readProblem('image', { kind: 'PNG' }) },
  { bytes: [0xff, 0xd8, 0xff], problem: () => readProblem('image', { kind: 'JPEG' }) },
  { bytes: ascii('GIF8'), problem: () => readProblem('image', { kind: 'GIF' }) },
  { bytes: ascii('WEBP'), at: 8, problem: () => readProblem('image', { kind: 'WebP' }) },
  { bytes: [0x7f, ...ascii('ELF')], problem: () => readProblem('program', { kind: 'ELF' }) },
  { bytes: [0x1f, 0x8b], problem: () => readProblem('archive', { kind: 'gzip' }) },
  { bytes: ascii('Rar!'), problem: () => readProblem('archive', { kind: 'RAR' }) },
  { bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c], problem: () => readProblem('archive', { kind: '7z' }) },
  { bytes: [0xfd, ...ascii('7zXZ')], problem: () => readProblem('archive', { kind: 'xz' }) },
  { bytes: ascii('BZh9'), problem: () => readProblem('archive', { kind: 'bzip2' }) },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], problem: () => readProblem('archive', { kind: 'zstd' }) },
  { bytes: ascii('ustar'), at: 257, problem: () => readProblem('archive', { kind: 'tar' }) },
  { bytes: [...ascii('SQLite format 3'), 0], problem: () => readProblem('binary') },
];

/** True for an archive, which a workbook is: what is in it tells the rest. */
export function looksLikeArchive(head: Uint8Array): boolean {
  return startsWith(head, ascii('PK\u0003\u0004')) || startsWith(head, ascii('PK\u0005\u0006'));
}

/** The problem of a file that is plainly something else than text, from its first kilobytes; null for all others. */
export function binaryProblem(head: Uint8Array): ReadProblem | null {
  for (const { bytes, at, problem } of SIGNATURES) if (startsWith(head, bytes, at ?? 0)) return problem();
  // "MZ" alone could begin a text; a program has a NUL among its first bytes.
  if (startsWith(head, ascii('MZ')) && head.subarray(0, 64).includes(0)) return readProblem('program', { kind: 'EXE' });
  return null;
}

const MAIL_FIELD =
  /^(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|X-[\w-]+):\s/iu;

/** The problem of a text that is plainly not a table; null for all others. */
export function textProblem(text: string): ReadProblem | null {
  const start = text.slice(0, 4096).trimStart();
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|style)\b/iu.test(start)) return readProblem('web-page');
  if (/^<\?xml\b/iu.test(start)) return /<html\b/iu.test(start) ? readProblem('web-page') : readProblem('xml');
  const lines = start.split(/\r\n?|\n/u, 20);
  if (MAIL_FIELD.test(start) && lines.filter((line) => MAIL_FIELD.test(line)).length >= 2) return readProblem('email');
  if (/^(?:--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*(?:insert\s+into|create\s+table|drop\s+table|use\s+`)/iu.test(start))
    return readProblem('sql-script');
  return null;
}

/** True for a text that begins as a JSON object or list does. A title such as `[2021] 许可` is left to the CSV reader. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:[{[\]"]|-?\d[\d.]*\s*,|$))/u.test(text.slice(0, 4096));
}

function startsWith(head: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
