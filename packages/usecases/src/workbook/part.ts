/** Reading one part of a workbook from its first byte to its last. */
import { TextDecoder } from 'node:util';
import { ByteText } from './byte-text.ts';
import { WorkbookFailure, damaged } from './failure.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { XmlHandler } from './xml-scanner.ts';
import type { ZipArchive, ZipEntry } from './zip.ts';

/** Of parts that are read whole: a list of sheets, of relations, of styles. */
const LARGEST_SMALL_PART = 64 << 20;

/** The bytes of a part as UTF-8. XML may also be UTF-16, told by its mark. */
export async function* partBlocks(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  for await (const block of archive.read(entry)) {
    if (isFirst) decoder = utf16Decoder(block);
    isFirst = false;
    yield decoder === null ? block : decoded(decoder, block, entry.name);
  }
  if (decoder !== null) yield decoded(decoder, null, entry.name);
}

function utf16Decoder(head: Uint8Array): TextDecoder | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  return head[0] === 0xfe && head[1] === 0xff ? new TextDecoder('utf-16be', { fatal: true }) : null;
}

function decoded(decoder: TextDecoder, block: Uint8Array | null, part: string): Uint8Array {
  try {
    return Buffer.from(block === null ? decoder.decode() : decoder.decode(block, { stream: true }), 'utf8');
  } catch {
    throw damaged(part, 'broken UTF-16');
  }
}

/** What a reader of a part does with it; given the scanner, to ask for attributes and depth. */
export type PartReader = (scanner: () => XmlScanner) => XmlHandler;

/** Scans a small part whole. */
export async function scanPart(
  archive: ZipArchive,
  entry: ZipEntry,
  names: readonly string[],
  reader: PartReader,
): Promise<void> {
  if (entry.uncompressedSize > LARGEST_SMALL_PART) throw new WorkbookFailure('workbook-too-large', { part: entry.name });
  const scanner: XmlScanner = new XmlScanner(
    entry.name,
    names,
    reader(() => scanner),
  );
  for await (const block of partBlocks(archive, entry)) scanner.push(block);
  scanner.finish();
}

/** For parts of which only elements with their attributes count. */
export async function forEachElement(
  archive: ZipArchive,
  entry: ZipEntry,
  names: readonly string[],
  found: (name: string, attribute: (local: string) => string | null) => void,
): Promise<void> {
  await scanPart(archive, entry, names, (scanner) => ({
    open: (index) => {
      const name = names[index];
      if (name !== undefined) found(name, (local) => unescaped(scanner().attribute(local)));
    },
    close: () => undefined,
    text: () => undefined,
  }));
}

/** An attribute's value with its references resolved; one that is none is left as it stands. */
export function unescaped(value: string | null): string | null {
  if (value?.includes('&') !== true) return value;
  const bytes = Buffer.from(value, 'utf8');
  const text = new ByteText(bytes.length);
  return text.appendXml(bytes, 0, bytes.length, false) ? text.toString() : value;
}
