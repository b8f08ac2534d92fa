/** The table of a workbook's texts, kept as bytes behind each other: millions of them take little more than their own length. */
import { ByteText } from './byte-text.ts';
import { quoteCell } from './delimited.ts';
import { WorkbookFailure, damaged } from './failure.ts';
import { partBlocks } from './part.ts';
import type { Workbook } from './package.ts';
import { XmlScanner } from './xml-scanner.ts';

/** All texts together, as XML. */
const LARGEST_TABLE = 1 << 30;
const NAMES = ['sst', 'si', 't', 'r', 'rPh'];
const [, ITEM, TEXT, , PHONETIC] = [0, 1, 2, 3, 4];

/** Texts ready to be copied into delimited text. */
export interface SharedStrings {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Text number i lies between `ends[i - 1]`, or 0, and `ends[i]`. */
  readonly ends: Uint32Array;
}

/** Reads the table; empty where the workbook has none. */
export async function readSharedStrings({ archive, sharedStrings }: Workbook): Promise<SharedStrings> {
  if (sharedStrings === null) return { count: 0, bytes: new Uint8Array(0), ends: new Uint32Array(0) };
  const { name, uncompressedSize } = sharedStrings;
  if (uncompressedSize > LARGEST_TABLE) throw new WorkbookFailure('workbook-too-large', { part: name });
  // Memory that was asked for and never touched costs nothing.
  const text = new ByteText(uncompressedSize);
  let ends = new Uint32Array(1024);
  let count = 0;
  let start = 0;
  let isText = false;
  let phonetic = 0;
  const scanner: XmlScanner = new XmlScanner(name, NAMES, {
    open: (element) => {
      if (element === PHONETIC) phonetic += 1;
      else if (element === TEXT) isText = phonetic === 0;
      else if (scanner.depth === 1 && element !== 0) throw damaged(name, 'no table of texts');
    },
    close: (element) => {
      if (element === PHONETIC) phonetic -= 1;
      else if (element === TEXT) isText = false;
      if (element !== ITEM || scanner.depth !== 1) return;
      text.resolveEscapes(start);
      quoteCell(text, start);
      if (count === ends.length) {
        const grown = new Uint32Array(count * 2);
        grown.set(ends);
        ends = grown;
      }
      start = text.length;
      ends[count] = start;
      count += 1;
    },
    text: (bytes, from, to, isRaw) => {
      if (isText && !text.appendXml(bytes, from, to, isRaw)) throw damaged(name, 'an unknown reference');
    },
  });
  for await (const block of partBlocks(archive, sharedStrings)) scanner.push(block);
  scanner.finish();
  return { count, bytes: text.bytes, ends };
}
