/** One YAML file as text, data and places: every value can be traced back to its line. */
import { isUtf8 } from 'node:buffer';
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { PackProblem, PackProblemCode } from './problem.ts';

type Path = readonly (string | number)[];

/** A file that was read. `data` is undefined when it could not be used; then `problems` says why. */
export interface Source {
  readonly file: string;
  readonly data: unknown;
  readonly problems: readonly PackProblem[];
  readonly at: (path: Path) => { readonly file: string; readonly line: number; readonly column: number };
}

/** Parses one file. Aliases, tags, several documents and duplicate keys are refused: one place, one meaning. */
export function readSource(file: string, bytes: Uint8Array): Source {
  if (!isUtf8(bytes)) return unusable(file, { line: lineOfBadBytes(bytes), column: 1 }, 'not-utf8', '文件不是有效的 UTF-8 编码，请另存为 UTF-8 后再用。');
  const lines = new LineCounter();
  const document = parseDocument(new TextDecoder().decode(bytes), { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = faultsOf(document).map(({ offset, code, reason }) => ({ file, ...place(offset), code, reason }));
  const at = (path: Path) => ({ file, ...place(offsetOf(document, path)) });
  if (problems.length > 0) return { file, data: undefined, problems, at };
  const data: unknown = document.toJS();
  if (data === null) return unusable(file, { line: 1, column: 1 }, 'empty', '文件是空的。');
  return { file, data, problems, at };
}

function unusable(file: string, place: { line: number; column: number }, code: PackProblemCode, reason: string): Source {
  return { file, data: undefined, problems: [{ file, ...place, code, reason }], at: () => ({ file, ...place }) };
}

interface Fault {
  readonly offset: number;
  readonly code: PackProblemCode;
  readonly reason: string;
}

function faultsOf(document: Document): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }): Fault => {
    const isDuplicate = code === 'DUPLICATE_KEY';
    return {
      offset: pos[0],
      code: isDuplicate ? 'duplicate-key' : 'syntax',
      reason: isDuplicate ? '同一层里这个键写了两次。' : `不是合格的 YAML：${message}`,
    };
  });
  visit(document, {
    Alias: (_, node) => {
      faults.push(aliasFault(node));
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || typeof key.value !== 'string') faults.push({ offset: startOf(key) ?? 0, code: 'syntax', reason: '键必须是文字，数和 true、false 要加引号。' });
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) faults.push(aliasFault(node));
    },
  });
  return faults;
}

function aliasFault(node: { readonly range?: readonly number[] | null | undefined }): Fault {
  return { offset: node.range?.[0] ?? 0, code: 'alias', reason: '不使用锚点和别名（& 与 *），请把内容写全。' };
}

/** Line of the first bytes that are no UTF-8: each line end is one byte, so whole lines can be tried. */
function lineOfBadBytes(bytes: Uint8Array): number {
  const NEW_LINE = 10;
  let line = 1;
  let from = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== NEW_LINE) continue;
    if (!isUtf8(bytes.subarray(from, at))) return line;
    line += 1;
    from = at + 1;
  }
  return line;
}

/** Offset of the key or item a path leads to; where the path breaks off (a missing key), of what would hold it. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
