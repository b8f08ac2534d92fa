/** Writing ZIP archives as a stream: parts are packed while they are made, and parts of another archive are taken over as they lie. */
import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';

/** A part to be packed: all of it, or as it is made. */
export interface NewPart {
  readonly name: string;
  readonly data: string | AsyncIterable<string | Uint8Array>;
}

/** A part of another archive, taken over without unpacking it. */
export interface KeptPart {
  readonly archive: ZipArchive;
  readonly entry: ZipEntry;
}

export type OutPart = NewPart | KeptPart;

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** Names are UTF-8; sizes and sum stand behind the data, because they are not known before. */
const STREAMED_FLAGS = 0x0808;
const NAME_FLAG = 0x0800;
/** 1980-01-01 00:00: the same content makes the same bytes. */
const FIRST_DATE = 0x21;
/** What a field of 32 bits cannot hold would need ZIP64, which no workbook that can be opened needs. */
const MOST_BYTES = 0xffff_ffff;
/** Sheets shrink to a tenth at the lowest levels already; higher ones take twice the time for a sixth less. */
const LEVEL = 3;

interface Written {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly date: number;
  readonly time: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Yields an archive of these parts, in their order. A part is only asked for when the one before it is written. */
export async function* zipOf(parts: Iterable<OutPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const pieces = 'entry' in part ? keptPart(part, offset) : newPart(part, offset);
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) {
        written.push(next.value);
        break;
      }
      offset += next.value.length;
      yield next.value;
    }
    if (offset > MOST_BYTES) throw new Error('an archive of more than 4 GiB');
  }
  const directory = Buffer.concat(written.map(centralHeader));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* keptPart({ archive, entry }: KeptPart, offset: number): AsyncGenerator<Uint8Array, Written> {
  const written: Written = {
    name: Buffer.from(entry.name),
    flags: NAME_FLAG,
    method: entry.method,
    date: entry.dosDate,
    time: entry.dosTime,
    sum: entry.crc32,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    offset,
  };
  yield localHeader(written);
  yield* archive.readRaw(entry);
  return written;
}

async function* newPart({ name, data }: NewPart, offset: number): AsyncGenerator<Uint8Array, Written> {
  const begun = {
    name: Buffer.from(name),
    flags: STREAMED_FLAGS,
    method: DEFLATED,
    date: FIRST_DATE,
    time: 0,
    sum: 0,
    packed: 0,
    size: 0,
    offset,
  };
  yield localHeader(begun);
  let [sum, size, packed] = [0, 0, 0];
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of typeof data === 'string' ? [data] : data) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      if (bytes.length === 0) continue;
      sum = crc32(bytes, sum);
      size += bytes.length;
      yield bytes;
    }
  };
  for await (const block of deflated(counted())) {
    packed += block.length;
    yield block;
  }
  if (size > MOST_BYTES) throw new Error(`${name} has more than 4 GiB`);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(DESCRIPTOR, 0);
  descriptor.writeUInt32LE(sum, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  yield descriptor;
  return { ...begun, sum, packed, size };
}

async function* deflated(data: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(data, { objectMode: false });
  const packer = createDeflateRaw({ level: LEVEL });
  source.once('error', (error) => packer.destroy(error));
  source.pipe(packer);
  try {
    for await (const block of packer) yield block as Uint8Array;
  } finally {
    // Whoever stops reading half-way must not leave the source, and the file behind it, open.
    if (!source.destroyed) {
      source.destroy();
      await finished(source).catch(() => undefined);
    }
  }
}

function localHeader({ name, flags, method, date, time, sum, packed, size }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(sum, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, flags, method, date, time, sum, packed, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(time, 12);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(sum, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endRecord(parts: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
