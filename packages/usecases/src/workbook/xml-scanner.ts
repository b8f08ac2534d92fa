/**
 * Walks over the XML of a workbook's parts as bytes, block by block. No document type, no entity but the five of XML, no decoding:
 * text is handed on as the bytes it is. Elements are told by their local names; that prefixes mean what they should is left to
 * where an element stands, which the readers check by depth.
 */
import { LONGEST_REFERENCE } from './byte-text.ts';
import { damaged } from './failure.ts';
import type { WorkbookFailure } from './failure.ts';

/** Told what is found. `name` is the index among the names the scanner was made with, -1 for every other element. */
export interface XmlHandler {
  /** The element's attributes can be asked for until this returns. Its children have a depth one greater. */
  readonly open: (name: number) => void;
  readonly close: (name: number) => void;
  /** A run of text; one text may come in several. Raw: CDATA, in which nothing is a reference. */
  readonly text: (bytes: Uint8Array, start: number, end: number, isRaw: boolean) => void;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;

/** Deeper than any workbook nests. */
const DEEPEST = 128;
/** Longest tag, comment or CDATA section. A cell holds 32,767 characters. */
const LONGEST_MARKUP = 1 << 20;

const COMMENT_END = [0x2d, 0x2d, GREATER];
const CDATA_START = [...'<![CDATA['].map((character) => character.charCodeAt(0));
const COMMENT_START = [LESS, EXCLAMATION, 0x2d, 0x2d];
const CDATA_END = [0x5d, 0x5d, GREATER];
const INSTRUCTION_END = [QUESTION, GREATER];

/** Walks over one part. Throws `WorkbookFailure` where it is no XML, or more of it than a workbook has. */
export class XmlScanner {
  /** How many elements are open. */
  depth = 0;
  /** The bytes attributes lie in. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Places of the attributes of the element just opened: start and end of the name, start and end of the value. */
  readonly attributes: number[] = [];
  /** Where they end in the list, which is not cleared: of earlier elements there may be more. */
  attributesEnd = 0;
  readonly #part: string;
  readonly #handler: XmlHandler;
  readonly #names = new Map<number, { readonly index: number; readonly bytes: Uint8Array }>();
  /** Of the open elements: index among the names, and the full name in short. */
  readonly #openNames = new Int32Array(DEEPEST);
  readonly #openKeys = new Int32Array(DEEPEST);
  #carry: Uint8Array = new Uint8Array(0);
  #hasRoot = false;

  constructor(part: string, names: readonly string[], handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
    names.forEach((name, index) => {
      const bytes = Buffer.from(name);
      this.#names.set(keyOf(bytes, 0, bytes.length), { index, bytes });
    });
    if (this.#names.size !== names.length) throw new Error('two names with one key');
  }

  push(block: Uint8Array): void {
    const bytes = this.#carry.length === 0 ? block : Buffer.concat([this.#carry, block]);
    const rest = this.#walk(bytes);
    if (bytes.length - rest > LONGEST_MARKUP) throw this.#fault('markup without an end');
    this.#carry = Uint8Array.from(bytes.subarray(rest));
  }

  /** Throws unless the part ended where its root element did. */
  finish(): void {
    if (this.depth > 0 || !this.#hasRoot || !isSpace(this.#carry, 0, this.#carry.length)) throw this.#fault('unfinished');
  }

  /**
   * The value of an attribute by its local name; null where there is none. One without a prefix goes before all others: it is the format's
   * own. References in it are left as they are.
   */
  attribute(local: string): string | null {
    const { attributes, attributesEnd, bytes } = this;
    let prefixed: string | null = null;
    for (let at = 0; at < attributesEnd; at += 4) {
      const [start = 0, end = 0, from = 0, to = 0] = attributes.slice(at, at + 4);
      const name = textOf(bytes, start, end);
      if (name === local) return textOf(bytes, from, to);
      if (name.endsWith(`:${local}`)) prefixed ??= textOf(bytes, from, to);
    }
    return prefixed;
  }

  /** Goes as far as whole pieces of markup and text are there; answers with where the rest begins. */
  #walk(bytes: Uint8Array): number {
    const { length } = bytes;
    this.bytes = bytes;
    let at = 0;
    for (;;) {
      let less = at;
      while (less < length && bytes[less] !== LESS) less += 1;
      if (less === length) return this.#lastText(bytes, at);
      if (less > at) this.#text(bytes, at, less, false);
      const kind = bytes[less + 1];
      let end: number;
      if (kind === SLASH) end = this.#closeTag(bytes, less);
      else if (kind === EXCLAMATION) end = this.#declaration(bytes, less);
      else if (kind === QUESTION) end = after(bytes, INSTRUCTION_END, less + 2);
      else if (kind === undefined) end = -1;
      else end = this.#openTag(bytes, less);
      if (end < 0) return less;
      at = end;
    }
  }

  /** Text at the end of a block goes on in the next; what may be the first part of a reference or a line end waits for it. */
  #lastText(bytes: Uint8Array, start: number): number {
    let end = bytes.length;
    const reference = bytes.lastIndexOf(AMPERSAND);
    if (reference >= Math.max(start, end - LONGEST_REFERENCE) && !bytes.subarray(reference).includes(0x3b)) end = reference;
    else if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
    if (end > start) this.#text(bytes, start, end, false);
    return end;
  }

  #text(bytes: Uint8Array, start: number, end: number, isRaw: boolean): void {
    if (this.depth > 0) this.#handler.text(bytes, start, end, isRaw);
    else if (!isSpace(bytes, start, end) && !isMark(bytes, start, end)) throw this.#fault('text outside the root');
  }

  #openTag(bytes: Uint8Array, less: number): number {
    const { attributes } = this;
    this.attributesEnd = 0;
    const { length } = bytes;
    const nameEnd = endOfName(bytes, less + 1);
    let at = nameEnd;
    for (;;) {
      while (at < length && (bytes[at] ?? 0) <= 0x20) at += 1;
      const byte = bytes[at];
      if (at >= length) return -1;
      if (byte === GREATER) {
        this.#open(bytes, less + 1, nameEnd);
        return at + 1;
      }
      if (byte === SLASH) {
        if (at + 1 >= length) return -1;
        if (bytes[at + 1] !== GREATER) throw this.#fault('a stray slash');
        this.#open(bytes, less + 1, nameEnd);
        this.#close();
        return at + 2;
      }
      const start = at;
      while (at < length && bytes[at] !== EQUALS && (bytes[at] ?? 0) > 0x20 && bytes[at] !== GREATER && bytes[at] !== LESS)
        at += 1;
      const end = at;
      while (at < length && (bytes[at] ?? 0) <= 0x20) at += 1;
      if (at >= length) return -1;
      if (bytes[at] !== EQUALS || end === start) throw this.#fault('an attribute without a value');
      at += 1;
      while (at < length && (bytes[at] ?? 0) <= 0x20) at += 1;
      if (at >= length) return -1;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.#fault('an attribute without quotes');
      const from = at + 1;
      at = from;
      while (at < length && bytes[at] !== quote) {
        if (bytes[at] === LESS) throw this.#fault('a tag within an attribute');
        at += 1;
      }
      if (at >= length) return -1;
      const next = this.attributesEnd;
      attributes[next] = start;
      attributes[next + 1] = end;
      attributes[next + 2] = from;
      attributes[next + 3] = at;
      this.attributesEnd = next + 4;
      at += 1;
    }
  }

  #open(bytes: Uint8Array, start: number, end: number): void {
    const { depth } = this;
    if (end === start) throw this.#fault('an element without a name');
    if (depth === DEEPEST) throw this.#fault('nested too deep');
    if (depth === 0 && this.#hasRoot) throw this.#fault('two roots');
    this.#hasRoot = true;
    let local = start;
    for (let at = start; at < end; at += 1) if (bytes[at] === COLON) local = at + 1;
    const found = this.#names.get(keyOf(bytes, local, end));
    const name = found !== undefined && isEqual(found.bytes, bytes, local) ? found.index : -1;
    this.#openNames[depth] = name;
    this.#openKeys[depth] = keyOf(bytes, start, end);
    this.depth = depth + 1;
    this.#handler.open(name);
  }

  #closeTag(bytes: Uint8Array, less: number): number {
    const nameEnd = endOfName(bytes, less + 2);
    let at = nameEnd;
    while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at += 1;
    if (at >= bytes.length) return -1;
    if (bytes[at] !== GREATER || this.depth === 0 || this.#openKeys[this.depth - 1] !== keyOf(bytes, less + 2, nameEnd))
      throw this.#fault('an end tag that fits no start tag');
    this.#close();
    return at + 1;
  }

  #close(): void {
    this.depth -= 1;
    this.#handler.close(this.#openNames[this.depth] ?? -1);
  }

  #declaration(bytes: Uint8Array, less: number): number {
    if (startsWith(bytes, COMMENT_START, less)) return after(bytes, COMMENT_END, less + 4);
    if (startsWith(bytes, CDATA_START, less)) {
      const start = less + CDATA_START.length;
      const end = after(bytes, CDATA_END, start);
      if (end > 0) this.#text(bytes, start, end - CDATA_END.length, true);
      return end;
    }
    if (bytes.length - less < CDATA_START.length) return -1;
    // A document type can make entities that expand without end, or name files of ours.
    throw this.#fault('a document type');
  }

  #fault(reason: string): WorkbookFailure {
    return damaged(this.#part, reason);
  }
}

/** Bytes as text, for names and short values. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

/** Length, first, middle and last byte of a name: equal for equal names, and told apart for all that occur. */
function keyOf(bytes: Uint8Array, start: number, end: number): number {
  return ((end - start) << 24) ^ ((bytes[start] ?? 0) << 16) ^ ((bytes[(start + end) >> 1] ?? 0) << 8) ^ (bytes[end - 1] ?? 0);
}

function endOfName(bytes: Uint8Array, start: number): number {
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte <= 0x20 || byte === GREATER || byte === SLASH) break;
  }
  return at;
}

function isEqual(name: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[start + at]) return false;
  return true;
}

function startsWith(bytes: Uint8Array, start: readonly number[], at: number): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

/** Where the first end mark behind a place ends, or -1. */
function after(bytes: Uint8Array, mark: readonly number[], from: number): number {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, mark, at)) return at + mark.length;
  return -1;
}

function isSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > 0x20) return false;
  return true;
}

function isMark(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start >= 3 &&
    bytes[start] === 0xef &&
    bytes[start + 1] === 0xbb &&
    bytes[start + 2] === 0xbf &&
    isSpace(bytes, start + 3, end)
  );
}
