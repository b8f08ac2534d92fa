/** Helpers of the reading tests: bytes in every encoding, sources cut at will, and a file read to its end. */
import type { ByteSource, CellRow, ColumnSpec, OpenedSource, ReadOptions } from '../src/reading/index.ts';
import { openSource, rowsOf } from '../src/reading/index.ts';

export const WRITTEN_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'utf-16be-bom',
  'gb18030',
] as const;
export type WrittenEncoding = (typeof WRITTEN_ENCODINGS)[number];

/** Text as bytes, with a byte order mark where the name says so. */
export function encoded(text: string, encoding: WrittenEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16be-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
      return gb18030(text);
  }
}

let codes: Map<string, readonly number[]> | null = null;

/** Node cannot write GB18030; every code it can read, turned round, can. */
function gb18030(text: string): Buffer {
  codes ??= gb18030Codes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = codes.get(character) ?? supplementary(character.codePointAt(0) ?? 0);
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

function gb18030Codes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const map = new Map<string, readonly number[]>();
  const keep = (code: readonly number[]): void => {
    map.set(decoder.decode(Uint8Array.from(code)), code);
  };
  for (let pointer = 0; pointer < 39420; pointer += 1) keep(fourBytes(pointer));
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) keep([lead, trail]);
  for (let byte = 0; byte < 0x80; byte += 1) keep([byte]);
  return map;
}

function supplementary(codePoint: number): number[] {
  if (codePoint < 0x10000) throw new Error(`no GB18030 code for U+${codePoint.toString(16)}`);
  return fourBytes(189000 + codePoint - 0x10000);
}

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

/** Bytes in memory that come in blocks of these sizes, round and round; every block is overwritten once the next is asked for. */
export function memorySource(bytes: Uint8Array, sizes: readonly number[] = [1 << 20]): ByteSource {
  return {
    name: 'memory',
    size: bytes.length,
    async *blocks() {
      await Promise.resolve();
      let turn = 0;
      for (let at = 0; at < bytes.length;) {
        const size = sizes[turn % sizes.length] ?? 1;
        const block = Uint8Array.from(bytes.subarray(at, at + size));
        yield block;
        block.fill(0x22);
        at += size;
        turn += 1;
      }
    },
  };
}

/** Columns named after their codes, none required. */
export function looseColumns(codes: readonly string[]): ColumnSpec[] {
  return codes.map((code) => ({ code, names: [`${code}名称`], required: false }));
}

/** Every row of a source, and how it was opened. A refused source fails the test. */
export async function readAll(
  source: ByteSource | string,
  columns: readonly ColumnSpec[],
  options?: ReadOptions,
): Promise<{ opened: OpenedSource; rows: CellRow[]; chunks: number }> {
  const opened = await openSource(source, columns, options);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  const rows: CellRow[] = [];
  let chunks = 0;
  for await (const chunk of opened.value.chunks()) {
    chunks += 1;
    rows.push(...rowsOf(chunk, structuredClone(opened.value.plan)));
  }
  return { opened: opened.value, rows, chunks };
}
