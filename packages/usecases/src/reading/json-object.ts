/**
 * Reads one JSON value strictly and without loss: numbers keep every digit as written, and a member that comes twice is told.
 * The built-in parser rounds the one and drops the other.
 */
import { DEEPEST } from './json-walk.ts';

/** A JSON value whose scalars are texts: 0.500000 stays `0.500000`, true is `true`, null is ''. */
export type JsonValue = string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export interface ParsedJson {
  readonly value: JsonValue;
  /** First member name that an object had twice. */
  readonly duplicate: string | null;
}

/** The value, or null when the text is not exactly one JSON value. */
export function parseJson(text: string): ParsedJson | null {
  try {
    return PARSER.parse(text);
  } catch (thrown) {
    if (thrown instanceof NotJson) return null;
    throw thrown;
  }
}

class NotJson extends Error {}

const LITERALS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', ''],
]);
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** A name that is written as it is; one with an escape could be taken for another. */
const PLAIN_NAME = /^[^"\\\p{Cc}]{1,100}$/u;
const MOST_NAMES = 1000;

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

class JsonParser {
  /** Names of members in the order of the last text: records have the same names in the same order, and comparing is cheaper than cutting out. */
  #names: string[] = [];
  #nextName = 0;
  #text = '';
  #at = 0;
  #depth = 0;
  #duplicate: string | null = null;

  parse(text: string): ParsedJson {
    this.#text = text;
    this.#at = 0;
    this.#depth = 0;
    this.#nextName = 0;
    this.#duplicate = null;
    const value = this.#value();
    this.#skipSpace();
    if (this.#at !== this.#text.length) throw new NotJson();
    return { value, duplicate: this.#duplicate };
  }

  #value(): JsonValue {
    this.#skipSpace();
    switch (this.#text.charCodeAt(this.#at)) {
      case QUOTE:
        return this.#string();
      case OPEN_BRACE:
        return this.#object();
      case OPEN_BRACKET:
        return this.#list();
      default:
        return this.#scalar();
    }
  }

  #object(): JsonObject {
    this.#enter();
    const members: Record<string, JsonValue> = {};
    if (this.#leaves(CLOSE_BRACE)) return members;
    do {
      this.#skipSpace();
      const name = this.#name();
      if (!this.#skip(COLON)) throw new NotJson();
      const value = this.#value();
      if (Object.hasOwn(members, name)) this.#duplicate ??= name;
      // Assigning to __proto__ would set the prototype and lose the member.
      if (name === '__proto__')
        Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
      else members[name] = value;
    } while (this.#skip(COMMA));
    if (!this.#leaves(CLOSE_BRACE)) throw new NotJson();
    return members;
  }

  #list(): JsonValue[] {
    this.#enter();
    const items: JsonValue[] = [];
    if (this.#leaves(CLOSE_BRACKET)) return items;
    do items.push(this.#value());
    while (this.#skip(COMMA));
    if (!this.#leaves(CLOSE_BRACKET)) throw new NotJson();
    return items;
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotJson();
    this.#at += 1;
  }

  #leaves(close: number): boolean {
    if (!this.#skip(close)) return false;
    this.#depth -= 1;
    return true;
  }

  #name(): string {
    const guess = this.#names[this.#nextName];
    const end = this.#at + 1 + (guess?.length ?? 0);
    if (
      guess !== undefined &&
      this.#text.charCodeAt(this.#at) === QUOTE &&
      this.#text.charCodeAt(end) === QUOTE &&
      this.#text.startsWith(guess, this.#at + 1)
    ) {
      this.#at = end + 1;
      this.#nextName += 1;
      return guess;
    }
    const name = this.#string();
    if (this.#nextName < MOST_NAMES && PLAIN_NAME.test(name)) {
      this.#names[this.#nextName] = name;
      this.#nextName += 1;
    }
    return name;
  }

  #scalar(): string {
    SCALAR.lastIndex = this.#at;
    if (!SCALAR.test(this.#text)) throw new NotJson();
    const token = this.#text.slice(this.#at, SCALAR.lastIndex);
    this.#at = SCALAR.lastIndex;
    return LITERALS.get(token) ?? plainDigits(token);
  }

  #string(): string {
    const text = this.#text;
    if (text.charCodeAt(this.#at) !== QUOTE) throw new NotJson();
    let start = this.#at + 1;
    let value = '';
    for (let at = start; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return value === '' ? text.slice(start, at) : value + text.slice(start, at);
      }
      if (code === BACKSLASH) {
        this.#at = at + 1;
        value += text.slice(start, at) + this.#escaped();
        start = this.#at;
        at = start - 1;
        // Control characters may not stand in a text, and NaN is its end.
      } else if (!(code >= SPACE)) throw new NotJson();
    }
  }

  #escaped(): string {
    const letter = this.#text.charAt(this.#at);
    this.#at += 1;
    if (letter !== 'u') {
      const character = ESCAPES.get(letter);
      if (character === undefined) throw new NotJson();
      return character;
    }
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[\da-f]{4}$/iu.test(digits)) throw new NotJson();
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #skip(character: number): boolean {
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    const text = this.#text;
    let at = this.#at;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      at += 1;
    }
    this.#at = at;
  }
}

const PARSER = new JsonParser();

const LONGEST_NUMBER = 60;

/** A number as plain digits: 1.5e3 is 1500. One that would become absurdly long stays as written, and its check refuses it. */
function plainDigits(token: string): string {
  if (!/e/iu.test(token)) return token;
  const parts = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/u.exec(token);
  if (parts === null) return token;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = parts;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) + whole.length + fraction.length > LONGEST_NUMBER) return token;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/u, '');
  const rest = padded.slice(at);
  return sign + integer + (rest === '' ? '' : `.${rest}`);
}
