/** PostgreSQL's COPY text format: tabs between columns, \N for null, backslash escapes. */

const NEEDS_ESCAPE = /[\\\t\n\r]/u;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text value for a COPY line. */
export function copyText(value: string): string {
  return NEEDS_ESCAPE.test(value) ? value.replace(/[\\\t\n\r]/gu, (sign) => ESCAPES[sign] ?? sign) : value;
}

/** A text value or null. */
export function copyNullable(value: string | null | undefined): string {
  return value === null || value === undefined ? '\\N' : copyText(value);
}

// eslint-disable-next-line no-control-regex -- JSON must escape control characters
const JSON_PLAIN = /^[^"\\\u0000-\u001f]*$/u;

/** True for texts that stand in JSON as they are; then they hold nothing that COPY would escape either. */
export function isPlainJson(value: string): boolean {
  return JSON_PLAIN.test(value);
}
