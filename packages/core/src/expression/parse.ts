/**
 * The small expression language of `standards/`: closed, total, typed, without side effects.
 * This file turns text into a tree; `compile.ts` checks types and makes it run.
 */
import { isDay } from '../calendar/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { numberFromText } from './values.ts';

export const BINARY_OPERATORS = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*'] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** A parsed expression; `at` is the offset in the source, for messages. */
export type Node =
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: string; readonly at: number }
  | { readonly kind: 'day'; readonly value: string; readonly at: number }
  | { readonly kind: 'bool'; readonly value: boolean; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | { readonly kind: 'not'; readonly operand: Node; readonly at: number }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node; readonly at: number }
  | { readonly kind: 'in'; readonly left: Node; readonly list: readonly string[]; readonly at: number };

/** Why a text is not an expression, and where. */
export interface ExpressionProblem {
  readonly code: 'syntax' | 'type' | 'unknown-name' | 'unknown-function';
  readonly message: string;
  readonly at: number;
}

interface Token {
  readonly kind: 'text' | 'number' | 'day' | 'name' | 'sign' | 'end';
  readonly value: string;
  readonly at: number;
}

const TOKEN = /\s*(?:(d'\d{4}-\d{2}-\d{2}')|('[^']*')|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(!=|<=|>=|[=<>+\-*(),[\]]))/uy;

/** Binding power of binary operators; a higher number binds tighter. */
const POWER: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
};
const NOT_POWER = 3;
/** Five times the longest rule there is. Trees are walked by recursion: without an end one line of YAML could exhaust the stack. */
const MOST_TOKENS = 1000;

/** Parses one expression. Errors name the offset and what was expected there. */
export function parseExpression(source: string): Result<Node, ExpressionProblem> {
  try {
    const parser = new Parser(tokenise(source));
    return ok(parser.whole());
  } catch (thrown) {
    if (thrown instanceof SyntaxFault) return err({ code: 'syntax', message: thrown.message, at: thrown.at });
    throw thrown;
  }
}

class SyntaxFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new SyntaxFault(`unreadable here: ${source.slice(at, at + 12)}`, at);
    at = TOKEN.lastIndex;
    const [, day, text, number, name, sign] = match;
    if (tokens.length === MOST_TOKENS) throw new SyntaxFault(`longer than ${String(MOST_TOKENS)} words and signs`, at);
    if (day !== undefined) tokens.push({ kind: 'day', value: realDay(day.slice(2, -1), at), at });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.slice(1, -1), at });
    else if (number !== undefined) tokens.push({ kind: 'number', value: exactNumber(number, at), at });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, at });
    else tokens.push({ kind: 'sign', value: sign ?? '', at });
  }
  tokens.push({ kind: 'end', value: 'the end', at: source.length });
  return tokens;
}

/** A day that no calendar has would compare as text and never be noticed. */
function realDay(text: string, at: number): string {
  if (!isDay(text)) throw new SyntaxFault(`no such day: ${text}`, at);
  return text;
}

/** A number that cannot be kept would be null, and a rule with it could never fire. */
function exactNumber(text: string, at: number): string {
  if (numberFromText(text) === null) throw new SyntaxFault(`more than 18 digits or six decimals: ${text}`, at);
  return text;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Node {
    const node = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind !== 'end') throw new SyntaxFault(`unexpected ${rest.value}`, rest.at);
    return node;
  }

  #peek(): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Error('read past the end token');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #expect(sign: string): void {
    const token = this.#take();
    if (token.kind !== 'sign' || token.value !== sign) throw new SyntaxFault(`expected ${sign}, found ${token.value}`, token.at);
  }

  #isSign(sign: string): boolean {
    const token = this.#peek();
    return token.kind === 'sign' && token.value === sign;
  }

  #expression(least: number): Node {
    let left = this.#prefix();
    for (;;) {
      const token = this.#peek();
      const power = token.kind === 'text' || token.kind === 'end' ? undefined : POWER[token.value];
      if (power === undefined || power <= least) return left;
      this.#take();
      left =
        token.value === 'in'
          ? { kind: 'in', left, list: this.#list(), at: token.at }
          : { kind: 'binary', operator: token.value as BinaryOperator, left, right: this.#expression(power), at: token.at };
    }
  }

  #prefix(): Node {
    const token = this.#take();
    switch (token.kind) {
      case 'text':
      case 'number':
      case 'day':
        return { kind: token.kind, value: token.value, at: token.at };
      case 'name':
        return this.#named(token);
      case 'sign':
        if (token.value === '(') {
          const inner = this.#expression(0);
          this.#expect(')');
          return inner;
        }
        if (token.value === '[') {
          this.#next -= 1;
          return { kind: 'list', items: this.#list(), at: token.at };
        }
        throw new SyntaxFault(`unexpected ${token.value}`, token.at);
      case 'end':
        throw new SyntaxFault('the expression breaks off', token.at);
    }
  }

  #named(token: Token): Node {
    if (token.value === 'not') return { kind: 'not', operand: this.#expression(NOT_POWER), at: token.at };
    if (token.value === 'true' || token.value === 'false') return { kind: 'bool', value: token.value === 'true', at: token.at };
    if (!this.#isSign('(')) return { kind: 'name', name: token.value, at: token.at };
    this.#take();
    const args: Node[] = [];
    while (!this.#isSign(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#expression(0));
    }
    this.#take();
    return { kind: 'call', name: token.value, args, at: token.at };
  }

  #list(): string[] {
    this.#expect('[');
    const items: string[] = [];
    while (!this.#isSign(']')) {
      if (items.length > 0) this.#expect(',');
      const token = this.#take();
      if (token.kind !== 'text') throw new SyntaxFault(`a list holds texts, found ${token.value}`, token.at);
      items.push(token.value);
    }
    this.#take();
    return items;
  }
}
