/** Text as UTF-8 bytes, gathered piece by piece out of XML: never decoded, so no character is ever cut or replaced. */

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const HASH = 0x23;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;
/** The longest reference is `&#x10FFFF;`. Some writers pad with zeros. */
export const LONGEST_REFERENCE = 16;

const NAMED = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
]);

/** A growing run of bytes. */
export class ByteText {
  bytes: Uint8Array;
  length = 0;
  #mayHoldEscapes = false;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  clear(): void {
    this.length = 0;
    this.#mayHoldEscapes = false;
  }

  /** Makes room for so many more bytes. */
  ensure(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  push(byte: number): void {
    this.ensure(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  append(from: Uint8Array, start: number, end: number): void {
    this.ensure(end - start);
    const { bytes } = this;
    let to = this.length;
    if (end - start > 64) {
      bytes.set(from.subarray(start, end), to);
      to += end - start;
    } else for (let at = start; at < end; at += 1, to += 1) bytes[to] = from[at] ?? 0;
    this.length = to;
  }

  appendText(text: string): void {
    const encoded = Buffer.from(text, 'utf8');
    this.append(encoded, 0, encoded.length);
  }

  /** Appends a run of XML text: line ends become line feeds; unless it is raw (CDATA), references are resolved. False: a reference is none. */
  appendXml(from: Uint8Array, start: number, end: number, isRaw: boolean): boolean {
    this.ensure(end - start);
    const { bytes } = this;
    let to = this.length;
    for (let at = start; at < end; at += 1) {
      const byte = from[at] ?? 0;
      if (byte === AMPERSAND && !isRaw) {
        const close = from.indexOf(SEMICOLON, at);
        const point = close < 0 || close >= end || close - at > LONGEST_REFERENCE ? -1 : referred(from, at + 1, close);
        if (point < 0) return false;
        to = putPoint(bytes, to, point);
        at = close;
      } else if (byte === CARRIAGE_RETURN) {
        if (from[at + 1] === LINE_FEED && at + 1 < end) at += 1;
        bytes[to] = LINE_FEED;
        to += 1;
      } else {
        if (byte === UNDERSCORE) this.#mayHoldEscapes = true;
        bytes[to] = byte;
        to += 1;
      }
    }
    this.length = to;
    return true;
  }

  /** Resolves what spreadsheets write for characters XML has no place for: `_x000D_` is a carriage return, `_x005F_` an underscore. */
  resolveEscapes(start: number): void {
    if (!this.#mayHoldEscapes) return;
    this.#mayHoldEscapes = false;
    const { bytes } = this;
    let to = start;
    for (let at = start; at < this.length; at += 1, to += 1) {
      const unit = bytes[at] === UNDERSCORE ? escapedUnit(bytes, at, this.length) : -1;
      if (unit < 0) {
        bytes[to] = bytes[at] ?? 0;
        continue;
      }
      to = putPoint(bytes, to, unit) - 1;
      at += ESCAPE_LENGTH - 1;
    }
    this.length = to;
  }

  toString(): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.length).toString('utf8');
  }
}

const ESCAPE_LENGTH = 7;

/** The unit of an escape `_xHHHH_` at this place; -1 where there is none, or one that stands for no character by itself. */
function escapedUnit(bytes: Uint8Array, at: number, end: number): number {
  if (at + ESCAPE_LENGTH > end || bytes[at + 1] !== SMALL_X || bytes[at + ESCAPE_LENGTH - 1] !== UNDERSCORE) return -1;
  const unit = numberIn(bytes, at + 2, at + 6, 16);
  return unit === 0 || (unit >= 0xd800 && unit <= 0xdfff) || unit >= 0xfffe ? -1 : unit;
}

/** The code point of a reference, between `&` and `;`; -1 where it is none, or none XML may hold. */
function referred(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== HASH) {
    let name = '';
    for (let at = start; at < end; at += 1) name += String.fromCharCode(bytes[at] ?? 0);
    return NAMED.get(name) ?? -1;
  }
  const isHex = bytes[start + 1] === SMALL_X;
  const from = isHex ? start + 2 : start + 1;
  const point = from < end ? numberIn(bytes, from, end, isHex ? 16 : 10) : -1;
  const isControl = point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d;
  return isControl || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point === 0xfffe || point === 0xffff
    ? -1
    : point;
}

function numberIn(bytes: Uint8Array, start: number, end: number, base: 10 | 16): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit =
      byte >= 0x30 && byte <= 0x39
        ? byte - 0x30
        : base === 16
          ? (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
            ? (byte | 0x20) - 0x57
            : -1
          : -1;
    if (digit < 0) return -1;
    value = value * base + digit;
  }
  return value;
}

/** Writes a code point and says where it ends. A reference is never shorter than what it stands for, so there is always room. */
function putPoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    bytes[at] = 0xc0 | (point >> 6);
    bytes[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    bytes[at] = 0xe0 | (point >> 12);
    bytes[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (point >> 18);
  bytes[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
