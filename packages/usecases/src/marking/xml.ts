/** XML of small parts as text: what a workbook says of itself is changed in place, so that everything else stays as it was. */

// XML cannot hold these, not even as references; a spreadsheet writes them as _x0007_.
/* eslint-disable no-control-regex -- they are what is looked for */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const SPECIAL = /[&<>"]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What would be read as one of the escapes above. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
/** Text that can be written as it is. */
const SIMPLE = /^[^&<>"_\r\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/u;
/* eslint-enable no-control-regex */

/** Text of a cell or an attribute. */
export function xmlText(text: string): string {
  if (SIMPLE.test(text)) return text;
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(ESCAPE_LIKE, '_x005F_')
    .replace(UNWRITABLE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(SPECIAL, (character) => ENTITIES[character] ?? character);
}

/** The text that an attribute's value, or an element without children, stands for. */
export function plainText(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9A-Fa-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gu,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? '';
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

/** The raw value of an attribute in a start tag, or null. */
export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag);
  return found === null ? null : (found[1] ?? found[2] ?? '');
}

/** A start tag with an attribute set; null takes it away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'u');
  const text = value === null ? '' : ` ${name}="${value}"`;
  if (pattern.test(tag)) return tag.replace(pattern, () => text);
  return tag.replace(/\s*\/?>$/u, (end) => `${text}${end.trimStart()}`);
}

/** Where the tag that begins here ends: behind its `>`; -1 when the text ends first. A `>` in quotes ends nothing. */
export function tagEnd(text: string, start: number): number {
  let close = text.indexOf('>', start);
  for (let from = start; close >= 0;) {
    const quote = firstQuote(text, from, close);
    if (quote < 0) return close + 1;
    const end = text.indexOf(text.charAt(quote), quote + 1);
    if (end < 0) return -1;
    from = end + 1;
    if (end > close) close = text.indexOf('>', from);
  }
  return -1;
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22 || unit === 0x27) return at;
  }
  return -1;
}

/** One element as it stands in a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  /** Between the tags; '' for an element that closes itself. */
  readonly inner: string;
}

/** The first element of a name from a place on, or null; elements of the same name are not expected inside it. */
export function elementAt(text: string, name: string, from = 0): Found | null {
  const pattern = new RegExp(`<${name}(?=[\\s/>])`, 'gu');
  pattern.lastIndex = from;
  const start = pattern.exec(text)?.index ?? -1;
  if (start < 0) return null;
  const open = tagEnd(text, start);
  if (open < 0) return null;
  const tag = text.slice(start, open);
  if (tag.endsWith('/>')) return { start, end: open, tag, inner: '' };
  const close = text.indexOf(`</${name}`, open);
  if (close < 0) return null;
  return { start, end: tagEnd(text, close), tag, inner: text.slice(open, close) };
}

/** All elements of a name, in their order. */
export function elementsOf(text: string, name: string): Found[] {
  const all: Found[] = [];
  for (let found = elementAt(text, name); found !== null; found = elementAt(text, name, found.end)) all.push(found);
  return all;
}

/** The text with one element replaced. */
export function replaced(text: string, { start, end }: Found, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
