/** PNG and JPEG without what they tell of camera, place, program and person; and nothing behind their end. */
import { crc32 } from 'node:zlib';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { contentFault } from './problem.ts';
import type { ContentFault } from './problem.ts';

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that carry words, times or EXIF; what shows the picture stays. */
const TELLING_CHUNKS = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];
/** A picture of more points would not open everywhere: a page of A3 at 600 dpi has 70 million. */
const MOST_POINTS = 100_000_000;

/** True for the first bytes of a PNG. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, PNG_MAGIC.length).equals(PNG_MAGIC);
}

/** True for the first bytes of a JPEG. */
export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** A PNG with its pictorial chunks alone. */
export function cleanPng(bytes: Buffer): Result<Buffer, ContentFault> {
  const kept: Buffer[] = [PNG_MAGIC];
  for (let at = PNG_MAGIC.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return contentFault('attachment-damaged', 'PNG');
    if (at === PNG_MAGIC.length) {
      if (type !== 'IHDR' || length !== 13) break;
      const tooLarge = pointsFault(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
      if (tooLarge !== null) return tooLarge;
    }
    if (!TELLING_CHUNKS.includes(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return ok(Buffer.concat(kept));
    at = end;
  }
  return contentFault('attachment-damaged', 'PNG');
}

function pointsFault(width: number, height: number): Result<never, ContentFault> | null {
  return width * height > MOST_POINTS ? contentFault('attachment-bomb', `${String(width)}×${String(height)} 点`) : null;
}

const [START_OF_IMAGE, END_OF_IMAGE, START_OF_SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe] as const;
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef] as const;

/** A JPEG with its tables and scans alone; colour profile and the way up of a photograph stay. */
export function cleanJpeg(bytes: Buffer): Result<Buffer, ContentFault> {
  const kept: Buffer[] = [Buffer.from([0xff, START_OF_IMAGE])];
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes before a marker are allowed.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) return ok(Buffer.concat([...kept, Buffer.from([0xff, END_OF_IMAGE])]));
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) break;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && segment.length >= 9) {
      const tooLarge = pointsFault(segment.readUInt16BE(7), segment.readUInt16BE(5));
      if (tooLarge !== null) return tooLarge;
    }
    kept.push(cleanSegment(marker, segment));
    at = end;
    if (marker !== START_OF_SCAN) continue;
    const scanEnd = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  return contentFault('attachment-damaged', 'JPEG');
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** JFIF, Adobe's colours and an ICC profile are needed to show the picture; of EXIF only which side is up. */
function cleanSegment(marker: number, segment: Buffer): Buffer {
  const nothing = Buffer.alloc(0);
  if (marker === APP1) return uprightOnly(segment);
  if (marker === COMMENT) return nothing;
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE' ? segment : nothing;
  if (marker === APP0 || marker === APP14 || marker < APP0 || marker > APP15) return segment;
  return nothing;
}

/** Scanned data end at the first marker that is no restart; a stuffed zero follows every byte 255 that is data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;

/** An EXIF segment that holds the orientation and nothing else; empty where there was none. */
function uprightOnly(segment: Buffer): Buffer {
  const orientation = segment.subarray(4, 10).equals(EXIF) ? orientationIn(segment.subarray(10)) : 0;
  if (orientation < 2 || orientation > 8) return Buffer.alloc(0);
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, EXIF, tiff]);
}

/** 0 where it is not said, or the block is not well formed. */
function orientationIn(tiff: Buffer): number {
  if (tiff.length < 10) return 0;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 0;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return 0;
    if (short(at) === ORIENTATION) return short(at + 8);
  }
  return 0;
}
