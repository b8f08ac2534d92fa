/** Types of an expression, checked once; then a closure that runs it on any row. No code is generated, so a strict CSP holds. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { FUNCTIONS } from './functions.ts';
import type { FunctionDefinition } from './functions.ts';
import { parseExpression } from './parse.ts';
import type { BinaryOperator, ExpressionProblem, Node } from './parse.ts';
import { both, either, needsNothing, negated, onBlank, onFilled, strict } from './needs.ts';
import type { Needs } from './needs.ts';
import { MILLION, fenToNumber, numberFromText } from './values.ts';
import type { Binding, Frame, Value, ValueType } from './values.ts';

/** An expression ready to run. It never throws: blank or unreadable input gives null. */
export interface Expression {
  readonly source: string;
  readonly type: ValueType;
  /** Indices of the values it reads, ascending. */
  readonly reads: readonly number[];
  /** Of a condition: values without which it cannot be false. An assert on blank fields is passed by without being run. */
  readonly falseNeeds: readonly number[];
  readonly run: (frame: Frame) => Value;
}

interface Typed {
  readonly type: ValueType;
  readonly run: (frame: Frame) => Value;
  readonly needs: Needs;
}

class TypeFault extends Error {
  readonly code: ExpressionProblem['code'];
  readonly at: number;
  constructor(code: ExpressionProblem['code'], message: string, at: number) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

/** Names an expression reads, in order of appearance; none when it does not parse. */
export function namesIn(source: string): readonly string[] {
  const parsed = parseExpression(source);
  const names: string[] = [];
  if (parsed.ok) collectNames(parsed.value, names);
  return names;
}

/** Parses, checks and compiles an expression against the names it may use. */
export function compileExpression(
  source: string,
  bindings: ReadonlyMap<string, Binding>,
  expected?: ValueType,
): Result<Expression, ExpressionProblem> {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const reads = new Set<number>();
  try {
    const typed = compileNode(parsed.value, bindings, reads);
    if (expected !== undefined && typed.type !== expected) {
      return err({ code: 'type', message: `is ${typed.type}, must be ${expected}`, at: 0 });
    }
    return ok({
      source,
      type: typed.type,
      reads: [...reads].sort((a, b) => a - b),
      falseNeeds: [...typed.needs.whenFalse],
      run: typed.run,
    });
  } catch (thrown) {
    if (thrown instanceof TypeFault) return err({ code: thrown.code, message: thrown.message, at: thrown.at });
    throw thrown;
  }
}

function collectNames(node: Node, names: string[]): void {
  switch (node.kind) {
    case 'name':
      names.push(node.name);
      return;
    case 'call':
      for (const arg of node.args) collectNames(arg, names);
      return;
    case 'not':
      collectNames(node.operand, names);
      return;
    case 'binary':
      collectNames(node.left, names);
      collectNames(node.right, names);
      return;
    case 'in':
      collectNames(node.left, names);
      return;
    default:
  }
}

function compileNode(node: Node, bindings: ReadonlyMap<string, Binding>, reads: Set<number>): Typed {
  switch (node.kind) {
    case 'text':
    case 'day':
    case 'bool':
      return constant(node.kind, node.value);
    case 'number':
      return constant('number', numberFromText(node.value));
    case 'list':
      return constant('list', node.items);
    case 'name':
      return compileName(node.name, node.at, bindings, reads);
    case 'call':
      return compileCall(node, bindings, reads);
    case 'not': {
      const operand = typedAs(node.operand, 'bool', bindings, reads);
      return { type: 'bool', run: (frame) => negate(operand.run(frame)), needs: negated(operand.needs) };
    }
    case 'binary':
      return compileBinary(node.operator, node, bindings, reads);
    case 'in': {
      const left = typedAs(node.left, 'text', bindings, reads);
      const members = new Set(node.list);
      return { type: 'bool', run: (frame) => inSet(left.run(frame), members), needs: left.needs };
    }
  }
}

function constant(type: ValueType, value: Value): Typed {
  return { type, run: () => value, needs: needsNothing };
}

function negate(value: Value): Value {
  return value === null ? null : value !== true;
}

function inSet(value: Value, members: ReadonlySet<string>): Value {
  return typeof value === 'string' ? members.has(value) : null;
}

function compileName(name: string, at: number, bindings: ReadonlyMap<string, Binding>, reads: Set<number>): Typed {
  const binding = bindings.get(name);
  if (binding === undefined) throw new TypeFault('unknown-name', `unknown name ${name}`, at);
  const { index, type } = binding;
  reads.add(index);
  const needs = strict([index]);
  if (binding.isMoney) {
    return {
      type,
      needs,
      run: (frame) => {
        const fen = frame.values[index];
        return typeof fen === 'bigint' ? fenToNumber(fen) : null;
      },
    };
  }
  return { type, needs, run: (frame) => frame.values[index] ?? null };
}

function typedAs(node: Node, type: ValueType, bindings: ReadonlyMap<string, Binding>, reads: Set<number>): Typed {
  const typed = compileNode(node, bindings, reads);
  if (typed.type !== type) throw new TypeFault('type', `must be ${type}, is ${typed.type}`, node.at);
  return typed;
}

function compileCall(node: Node & { kind: 'call' }, bindings: ReadonlyMap<string, Binding>, reads: Set<number>): Typed {
  const definition = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined;
  if (definition === undefined) throw new TypeFault('unknown-function', `unknown function ${node.name}()`, node.at);
  if (node.args.length !== definition.parameters.length) {
    throw new TypeFault(
      'type',
      `${node.name}() takes ${String(definition.parameters.length)} arguments, has ${String(node.args.length)}`,
      node.at,
    );
  }
  const args = node.args.map((arg) => compileNode(arg, bindings, reads));
  const same = checkArguments(node, definition, args);
  return {
    type: definition.result === 'same' ? same : definition.result,
    run: runner(definition, args),
    needs: needsOfCall(node.name, definition, args),
  };
}

function checkArguments(node: Node & { kind: 'call' }, definition: FunctionDefinition, args: readonly Typed[]): ValueType {
  let same: ValueType | undefined;
  definition.parameters.forEach((parameter, position) => {
    const arg = args[position];
    if (arg === undefined) return;
    const fits =
      parameter === 'any' ||
      parameter === arg.type ||
      (parameter === 'text-or-list' && (arg.type === 'text' || arg.type === 'list')) ||
      (parameter === 'same' && (same === undefined || same === arg.type));
    if (!fits) {
      throw new TypeFault(
        'type',
        `argument ${String(position + 1)} of ${node.name}() is ${arg.type}, must be ${same ?? parameter}`,
        node.at,
      );
    }
    if (parameter === 'same') same = arg.type;
  });
  return same ?? 'bool';
}

function needsOfCall(name: string, { takesNull = false }: FunctionDefinition, args: readonly Typed[]): Needs {
  const [first] = args;
  if (first !== undefined && name === 'blank') return onBlank(first.needs);
  if (first !== undefined && name === 'filled') return onFilled(first.needs);
  return takesNull ? needsNothing : strict(args.flatMap(({ needs }) => [...needs.whenKnown]));
}

const NOTHING: Typed = { type: 'text', run: () => null, needs: needsNothing };

/** One closure for each number of arguments: this runs for every row. */
function runner({ run, parameters, takesNull = false }: FunctionDefinition, args: readonly Typed[]): (frame: Frame) => Value {
  const [first = NOTHING, second = NOTHING, third = NOTHING] = args;
  switch (parameters.length) {
    case 0:
      return (frame) => run(frame, null, null, null);
    case 1:
      return (frame) => {
        const a = first.run(frame);
        return a === null && !takesNull ? null : run(frame, a, null, null);
      };
    case 2:
      return (frame) => {
        const a = first.run(frame);
        if (a === null && !takesNull) return null;
        const b = second.run(frame);
        return b === null && !takesNull ? null : run(frame, a, b, null);
      };
    default:
      return (frame) => {
        const a = first.run(frame);
        const b = second.run(frame);
        const c = third.run(frame);
        return !takesNull && (a === null || b === null || c === null) ? null : run(frame, a, b, c);
      };
  }
}

function compileBinary(
  operator: BinaryOperator,
  node: Node & { kind: 'binary' },
  bindings: ReadonlyMap<string, Binding>,
  reads: Set<number>,
): Typed {
  if (operator === 'and' || operator === 'or') {
    const left = typedAs(node.left, 'bool', bindings, reads);
    const right = typedAs(node.right, 'bool', bindings, reads);
    const settles = operator === 'or';
    const needs = operator === 'or' ? either(left.needs, right.needs) : both(left.needs, right.needs);
    return { type: 'bool', run: (frame) => kleene(left, right, settles, frame), needs };
  }
  if (operator === '+' || operator === '-' || operator === '*') {
    const left = typedAs(node.left, 'number', bindings, reads);
    const right = typedAs(node.right, 'number', bindings, reads);
    return {
      type: 'number',
      run: (frame) => calculate(operator, left.run(frame), right.run(frame)),
      needs: strictOf(left, right),
    };
  }
  const left = compileNode(node.left, bindings, reads);
  const right = compileNode(node.right, bindings, reads);
  if (left.type !== right.type || left.type === 'list') {
    throw new TypeFault('type', `cannot compare ${left.type} with ${right.type}`, node.at);
  }
  const compare = COMPARISONS[operator];
  return {
    type: 'bool',
    needs: strictOf(left, right),
    run: (frame) => {
      const a = left.run(frame);
      if (a === null) return null;
      const b = right.run(frame);
      return b === null ? null : compare(a, b);
    },
  };
}

function strictOf(left: Typed, right: Typed): Needs {
  return strict([...left.needs.whenKnown, ...right.needs.whenKnown]);
}

/** `or` is settled by true, `and` by false, whatever the other side; otherwise null wins. */
function kleene(left: Typed, right: Typed, settles: boolean, frame: Frame): Value {
  const a = left.run(frame);
  if (a === settles) return settles;
  const b = right.run(frame);
  if (b === settles) return settles;
  return a === null || b === null ? null : !settles;
}

function calculate(operator: '+' | '-' | '*', a: Value, b: Value): Value {
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return null;
  if (operator === '+') return a + b;
  return operator === '-' ? a - b : (a * b) / MILLION;
}

const COMPARISONS: Readonly<
  Record<'=' | '!=' | '<' | '<=' | '>' | '>=', (a: NonNullable<Value>, b: NonNullable<Value>) => boolean>
> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
