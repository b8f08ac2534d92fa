/** Types of an expression, checked once; then a closure that runs it on any row. No code is generated, so a strict CSP holds. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { FUNCTIONS } from './functions.ts';
import type { FunctionDefinition } from './functions.ts';
import { parseExpression } from './parse.ts';
import type { BinaryOperator, ExpressionProblem, Node } from './parse.ts';
import * as needs from './needs.ts';
import type { Needs } from './needs.ts';
import { called, compared, constantOperand, inSet, joined, negated } from './run.ts';
import type { Operand } from './run.ts';
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
  /** Its value, where that is the same for every row. */
  readonly constant?: Value;
}

interface Typed extends Operand {
  readonly type: ValueType;
  readonly needs: Needs;
}

/** What the names of one expression mean, and which of them it was seen to read. */
interface Scope {
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly reads: Set<number>;
  /** The row's kind where it is known beforehand. */
  readonly kind: string | undefined;
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

/**
 * Parses, checks and compiles an expression against the names it may use. For rows of one `kind` alone, what hangs on the kind is
 * settled here: `constant` then tells an expression that says the same of every such row.
 */
export function compileExpression(
  source: string,
  bindings: ReadonlyMap<string, Binding>,
  expected?: ValueType,
  kind?: string,
): Result<Expression, ExpressionProblem> {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const reads = new Set<number>();
  try {
    const typed = compileNode(parsed.value, { bindings, reads, kind });
    if (expected !== undefined && typed.type !== expected) {
      return err({ code: 'type', message: `is ${typed.type}, must be ${expected}`, at: 0 });
    }
    return ok({
      source,
      type: typed.type,
      reads: [...reads].sort((a, b) => a - b),
      falseNeeds: [...typed.needs.whenFalse],
      run: typed.run,
      ...(typed.constant === undefined ? {} : { constant: typed.constant }),
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

function compileNode(node: Node, scope: Scope): Typed {
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
      return compileName(node.name, node.at, scope);
    case 'call':
      return compileCall(node, scope);
    case 'not': {
      const operand = typedAs(node.operand, 'bool', scope);
      return { type: 'bool', needs: needs.negated(operand.needs), ...negated(operand) };
    }
    case 'binary':
      return compileBinary(node.operator, node, scope);
    case 'in': {
      const left = typedAs(node.left, 'text', scope);
      return { type: 'bool', needs: left.needs, ...inSet(left, node.list) };
    }
  }
}

function constant(type: ValueType, value: Value): Typed {
  return { type, needs: needs.needsNothing, ...constantOperand(value) };
}

function compileName(name: string, at: number, { bindings, reads }: Scope): Typed {
  const binding = bindings.get(name);
  if (binding === undefined) throw new TypeFault('unknown-name', `unknown name ${name}`, at);
  const { index, type } = binding;
  reads.add(index);
  const needed = needs.strict([index]);
  if (binding.isMoney) {
    return {
      type,
      needs: needed,
      run: (frame) => {
        const fen = frame.values[index];
        return typeof fen === 'bigint' ? fenToNumber(fen) : null;
      },
    };
  }
  return { type, needs: needed, at: index, run: (frame) => frame.values[index] ?? null };
}

function typedAs(node: Node, type: ValueType, scope: Scope): Typed {
  const typed = compileNode(node, scope);
  if (typed.type !== type) throw new TypeFault('type', `must be ${type}, is ${typed.type}`, node.at);
  return typed;
}

function compileCall(node: Node & { kind: 'call' }, scope: Scope): Typed {
  const definition = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined;
  if (definition === undefined) throw new TypeFault('unknown-function', `unknown function ${node.name}()`, node.at);
  if (node.args.length !== definition.parameters.length) {
    throw new TypeFault(
      'type',
      `${node.name}() takes ${String(definition.parameters.length)} arguments, has ${String(node.args.length)}`,
      node.at,
    );
  }
  if (node.name === 'kind' && scope.kind !== undefined) return constant('text', scope.kind);
  const args = node.args.map((arg) => compileNode(arg, scope));
  const same = checkArguments(node, definition, args);
  return {
    type: definition.result === 'same' ? same : definition.result,
    needs: needsOfCall(node.name, definition, args),
    ...called(definition, args),
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
  if (first !== undefined && name === 'blank') return needs.onBlank(first.needs);
  if (first !== undefined && name === 'filled') return needs.onFilled(first.needs);
  return takesNull ? needs.needsNothing : needs.strict(args.flatMap((arg) => [...arg.needs.whenKnown]));
}

function compileBinary(operator: BinaryOperator, node: Node & { kind: 'binary' }, scope: Scope): Typed {
  if (operator === 'and' || operator === 'or') {
    const left = typedAs(node.left, 'bool', scope);
    const right = typedAs(node.right, 'bool', scope);
    const needed = operator === 'or' ? needs.either(left.needs, right.needs) : needs.both(left.needs, right.needs);
    return { type: 'bool', needs: needed, ...joined(operator === 'or', left, right) };
  }
  if (operator === '+' || operator === '-' || operator === '*') {
    const left = typedAs(node.left, 'number', scope);
    const right = typedAs(node.right, 'number', scope);
    return {
      type: 'number',
      needs: strictOf(left, right),
      run: (frame) => calculate(operator, left.run(frame), right.run(frame)),
    };
  }
  const left = compileNode(node.left, scope);
  const right = compileNode(node.right, scope);
  if (left.type !== right.type || left.type === 'list') {
    throw new TypeFault('type', `cannot compare ${left.type} with ${right.type}`, node.at);
  }
  return { type: 'bool', needs: strictOf(left, right), ...compared(operator, left, right) };
}

function strictOf(left: Typed, right: Typed): Needs {
  return needs.strict([...left.needs.whenKnown, ...right.needs.whenKnown]);
}

function calculate(operator: '+' | '-' | '*', a: Value, b: Value): Value {
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return null;
  if (operator === '+') return a + b;
  return operator === '-' ? a - b : (a * b) / MILLION;
}
