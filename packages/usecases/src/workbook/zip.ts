/** Reading ZIP archives part by part, bounded: what an archive unpacks to is limited before and while it is unpacked. */
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, Options, ZipFile } from 'yauzl';

/** What an archive may at most be. All have defaults. */
export interface ZipLimits {
  /** Most parts. Default 4,096: a workbook has a handful a sheet. */
  readonly maxEntries?: number;
  /** Largest part, unpacked. Default 4 GiB: a full sheet of text is one. */
  readonly maxEntryBytes?: number;
  /** All parts together, unpacked. Default 6 GiB. */
  readonly maxTotalBytes?: number;
  /** Most times a part of more than `RATIO_FREE_BYTES` may grow. Default 400; deflate reaches 1,032, sheets of equal rows some 100. */
  readonly maxRatio?: number;
}

/** Parts up to this size, unpacked, may have any ratio: they do no harm, and small uniform ones are common. */
export const RATIO_FREE_BYTES = 16 << 20;

/** Why an archive, or one part of it, cannot be read. `zip-bomb` is one that would unpack to more than the limits. */
export const ZIP_FAULTS = ['zip-damaged', 'zip-bomb', 'zip-encrypted', 'zip-method'] as const;
export type ZipFault = (typeof ZIP_FAULTS)[number];

/** Thrown by everything here when the archive is at fault; other errors are bugs or the disk's. */
export class ZipFailure extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault, reason: string) {
    super(`${fault}: ${reason}`);
    this.name = 'ZipFailure';
    this.fault = fault;
  }
}

/** One part as the central directory describes it. */
export interface ZipEntry {
  /** With `/` between folders and none at the beginning, whoever wrote it. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly isEncrypted: boolean;
  /** As stored: DOS date and time, for copying the part unchanged. */
  readonly dosDate: number;
  readonly dosTime: number;
}

/** An open archive. Parts may be read in any order, again, and several at a time. */
export interface ZipArchive {
  /** In the order of the central directory; folders left out. */
  readonly entries: readonly ZipEntry[];
  /** The part of a name, by its exact spelling or else in any case, as Office finds parts. */
  readonly find: (name: string) => ZipEntry | null;
  /** Unpacked bytes; their number and their CRC are checked by the time the last one is given. */
  readonly read: (entry: ZipEntry) => AsyncGenerator<Uint8Array>;
  /** Bytes as they lie in the archive, for copying a part without unpacking it. */
  readonly readRaw: (entry: ZipEntry) => AsyncGenerator<Uint8Array>;
  readonly close: () => void;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens an archive by its path or from memory and reads its directory. Throws `ZipFailure` when that is damaged, when a name is there
 * twice, or when the archive would unpack to more than the limits.
 */
export async function openZip(input: string | Uint8Array, limits: ZipLimits = {}): Promise<ZipArchive> {
  const options: Options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  const file = await blamed(() =>
    typeof input === 'string' ? openPromise(input, options) : fromBufferPromise(asBuffer(input), options),
  );
  try {
    const found = await directoryOf(file, limits.maxEntries ?? 4096);
    checkSizes([...found.keys()], file.fileSize, limits);
    return archiveOf(file, found);
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

function archiveOf(file: ZipFile, found: ReadonlyMap<ZipEntry, Entry>): ZipArchive {
  const entries = [...found.keys()];
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const byAnyCase = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const original = (entry: ZipEntry): Entry => {
    const known = found.get(entry);
    if (known === undefined) throw new Error(`${entry.name} is not a part of this archive`);
    return known;
  };
  return {
    entries,
    find: (name) => byName.get(name) ?? byAnyCase.get(name.toLowerCase()) ?? null,
    read: (entry) => unpacked(file, entry, original(entry)),
    readRaw: (entry) => raw(file, original(entry)),
    close: () => {
      file.close();
    },
  };
}

async function directoryOf(file: ZipFile, maxEntries: number): Promise<Map<ZipEntry, Entry>> {
  if (file.entryCount > maxEntries) throw new ZipFailure('zip-bomb', `${String(file.entryCount)} parts`);
  const found = new Map<ZipEntry, Entry>();
  const names = new Set<string>();
  await blamed(async () => {
    for await (const entry of file.eachEntry()) {
      const described = describe(entry);
      if (described.name.endsWith('/')) continue;
      // Two parts of one name: which of them a program takes differs, so what was checked need not be what is read elsewhere.
      if (names.has(described.name)) throw new ZipFailure('zip-damaged', `two parts are named ${described.name}`);
      names.add(described.name);
      found.set(described, entry);
    }
  });
  return found;
}

function describe(entry: Entry): ZipEntry {
  return {
    // Undecoded, a name is bytes, whatever the types say. Nothing is ever written under it, so any name is harmless.
    name: Buffer.from(entry.fileName).toString('utf8').replaceAll('\\', '/').replace(/^\/+/u, ''),
    method: entry.compressionMethod,
    compressedSize: entry.compressedSize,
    uncompressedSize: entry.uncompressedSize,
    crc32: entry.crc32,
    isEncrypted: entry.isEncrypted(),
    dosDate: entry.lastModFileDate,
    dosTime: entry.lastModFileTime,
  };
}

/** The sizes are those declared: reading stops where a part turns out larger than it says. */
function checkSizes(entries: readonly ZipEntry[], fileSize: number, limits: ZipLimits): void {
  const { maxEntryBytes = 4 * 2 ** 30, maxTotalBytes = 6 * 2 ** 30, maxRatio = 400 } = limits;
  let packed = 0;
  let total = 0;
  for (const { name, compressedSize, uncompressedSize } of entries) {
    packed += compressedSize;
    total += uncompressedSize;
    if (uncompressedSize > maxEntryBytes || total > maxTotalBytes) throw new ZipFailure('zip-bomb', `${name} is too large`);
    if (uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * maxRatio)
      throw new ZipFailure('zip-bomb', `${name} grows more than ${String(maxRatio)} times`);
  }
  // Parts that share their bytes are how a small archive unpacks to a huge one without a suspicious ratio.
  if (packed > fileSize) throw new ZipFailure('zip-bomb', 'parts overlap');
}

async function* unpacked(file: ZipFile, entry: ZipEntry, original: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new ZipFailure('zip-encrypted', entry.name);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ZipFailure('zip-method', `${entry.name} is packed by method ${String(entry.method)}`);
  let sum = 0;
  const stream = await blamed(() => file.openReadStreamPromise(original));
  for await (const block of blocksOf(stream)) {
    sum = crc32(block, sum);
    yield block;
  }
  // Deflate seldom notices a flipped bit by itself: the sum does.
  if (sum !== entry.crc32) throw new ZipFailure('zip-damaged', `${entry.name} has another checksum than it says`);
}

async function* raw(file: ZipFile, original: Entry): AsyncGenerator<Uint8Array> {
  yield* blocksOf(await blamed(() => file.openReadStreamPromise(original, { decodeFileData: false })));
}

async function* blocksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const blocks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await blamed(() => blocks.next());
      if (next.done === true) return;
      yield next.value as Uint8Array;
    }
  } finally {
    await blocks.return?.();
  }
}

/** Errors of the operating system have a `code` in capitals and go on; of all others the archive is the cause. */
async function blamed<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof ZipFailure || !(thrown instanceof Error)) throw thrown;
    if ('syscall' in thrown) throw thrown;
    throw new ZipFailure('zip-damaged', thrown.message);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
