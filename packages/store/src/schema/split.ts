/** One SQL statement of a file. */
export interface Statement {
  readonly text: string;
  /** Line in the file on which it starts, from 1. */
  readonly line: number;
}

/**
 * Cuts a file of plain SQL into statements at the semicolons that end them: not those in quotes, comments or dollar-quoted bodies.
 * Bodies written `begin atomic … end` are not understood and throw.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  for (let at = 0; at < sql.length;) {
    if (sql[at] === ';') {
      push(statements, sql, start, at);
      start = at += 1;
    } else {
      at = skip(sql, at);
    }
  }
  push(statements, sql, start, sql.length);
  return statements;
}

function push(statements: Statement[], sql: string, from: number, to: number): void {
  const first = firstWord(sql, from, to);
  if (first === to) return;
  const text = sql.slice(first, to).trimEnd();
  if (/\bbegin\s+atomic\b/i.test(withoutQuoted(text))) throw new Error('begin atomic: write the body in dollar quotes');
  statements.push({ text, line: sql.slice(0, first).split('\n').length });
}

/** Position of the first thing that is neither blank nor comment, so that a statement's line is its own and not its comment's. */
function firstWord(sql: string, from: number, to: number): number {
  let at = from;
  while (at < to && (/\s/.test(sql.charAt(at)) || sql.startsWith('--', at) || sql.startsWith('/*', at))) at = skip(sql, at);
  return Math.min(at, to);
}

/** The position after the token that starts here. */
function skip(sql: string, at: number): number {
  const char = sql.charAt(at);
  if (char === "'") return endOfQuoted(sql, at, "'", isEscapeString(sql, at));
  if (char === '"') return endOfQuoted(sql, at, '"', false);
  if (sql.startsWith('--', at)) return endOr(sql, sql.indexOf('\n', at), 1);
  if (sql.startsWith('/*', at)) return endOfComment(sql, at);
  if (char === '$') {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(at, at + 64))?.[0];
    const isInsideName = /[\w$\u0080-\uffff]/.test(sql.charAt(at - 1));
    if (tag !== undefined && !isInsideName) return endOr(sql, sql.indexOf(tag, at + tag.length), tag.length);
  }
  return at + 1;
}

function endOr(sql: string, found: number, length: number): number {
  return found === -1 ? sql.length : found + length;
}

/** E'it\'s': only after an E that is not the end of a longer word. */
function isEscapeString(sql: string, at: number): boolean {
  return /[eE]/.test(sql.charAt(at - 1)) && !/[\w$\u0080-\uffff]/.test(sql.charAt(at - 2));
}

function endOfQuoted(sql: string, at: number, quote: string, escapes: boolean): number {
  for (let next = at + 1; next < sql.length; next += 1) {
    if (escapes && sql[next] === '\\') next += 1;
    else if (sql[next] === quote) {
      if (sql[next + 1] !== quote) return next + 1;
      next += 1;
    }
  }
  return sql.length;
}

/** Comments nest in PostgreSQL. */
function endOfComment(sql: string, at: number): number {
  let depth = 0;
  for (let next = at; next < sql.length; next += 1) {
    if (sql.startsWith('/*', next)) {
      depth += 1;
      next += 1;
    } else if (sql.startsWith('*/', next)) {
      depth -= 1;
      next += 1;
      if (depth === 0) return next + 1;
    }
  }
  return sql.length;
}

function withoutQuoted(text: string): string {
  let kept = '';
  for (let at = 0; at < text.length;) {
    const next = skip(text, at);
    kept += next === at + 1 ? text.charAt(at) : ' ';
    at = next;
  }
  return kept;
}
