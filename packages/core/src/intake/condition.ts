/**
 * Conditions over two versions of a record, for the database: the part of the expression language that SQL says in the same way,
 * nulls included. It leaves here as data; the database makes SQL of it and knows no other words.
 */
import { parseExpression } from '../expression/index.ts';
import type { Node } from '../expression/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { CompiledField } from './dataset.ts';

/** Days are texts there: `YYYY-MM-DD` sorts as they do. */
type StoredType = 'number' | 'text';

export type Condition =
  | {
      readonly op: 'and' | 'or' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*';
      readonly left: Condition;
      readonly right: Condition;
    }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'value'; readonly as: StoredType; readonly value: string }
  | StoredField;

/** A field of the version that stands or of the one before. Without a code it is the column of the deciding day. */
export interface StoredField {
  readonly op: 'now' | 'before';
  readonly as: StoredType;
  readonly code: string | null;
  /** What a stored figure is divided by. */
  readonly scale: string;
}

type ConditionType = 'number' | 'day' | 'text' | 'bool';

interface Typed {
  readonly type: ConditionType;
  readonly condition: Condition;
}

/** Only fields of these types stand in the open and in one form. */
const TYPES: Readonly<Record<string, ConditionType>> = {
  money: 'number',
  number: 'number',
  integer: 'number',
  day: 'day',
  code: 'text',
};

/** Stored figures are whole fen or millionths; the language counts money in yuan. */
const FEN_IN_YUAN = '100';
const MILLIONTHS = '1000000';

class ConditionFault extends Error {}

/** The type under which a field can be compared; null for one that cannot. */
export function comparableType({ definition }: CompiledField): ConditionType | null {
  if (typeof definition.type !== 'string' || definition.sensitive === true) return null;
  return TYPES[definition.type] ?? null;
}

/** A field as it is stored. */
export function storedField(op: StoredField['op'], field: CompiledField, scale?: string): StoredField {
  const { code, role, type } = field.definition;
  return {
    op,
    as: comparableType(field) === 'number' ? 'number' : 'text',
    code: role === 'decidedOn' ? null : code,
    scale: scale ?? (type === 'money' ? FEN_IN_YUAN : MILLIONTHS),
  };
}

/** Reads a condition; the names are those of a dataset's fields and roles. */
export function compileCondition(
  source: string,
  fieldOf: (name: string) => CompiledField | undefined,
): Result<Condition, string> {
  const parsed = parseExpression(source);
  if (!parsed.ok) return err(parsed.error.message);
  try {
    const { type, condition } = typed(parsed.value, fieldOf);
    return type === 'bool' ? ok(condition) : err(`is ${type}, must be bool`);
  } catch (thrown) {
    if (thrown instanceof ConditionFault) return err(thrown.message);
    throw thrown;
  }
}

function typed(node: Node, fieldOf: (name: string) => CompiledField | undefined): Typed {
  switch (node.kind) {
    case 'number':
      return { type: 'number', condition: { op: 'value', as: 'number', value: node.value } };
    case 'text':
    case 'day':
      return { type: node.kind, condition: { op: 'value', as: 'text', value: node.value } };
    case 'name':
      return stored('now', node.name, fieldOf);
    case 'call': {
      const [argument, ...others] = node.args;
      if (node.name !== 'before' || argument?.kind !== 'name' || others.length > 0)
        throw new ConditionFault('only before(name) can be called here');
      return stored('before', argument.name, fieldOf);
    }
    case 'not':
      return { type: 'bool', condition: { op: 'not', of: typedAs('bool', node.operand, fieldOf) } };
    case 'binary':
      return binary(node, fieldOf);
    default:
      throw new ConditionFault(`${node.kind} cannot be said to the database`);
  }
}

function binary(node: Node & { kind: 'binary' }, fieldOf: (name: string) => CompiledField | undefined): Typed {
  const { operator } = node;
  if (operator === 'and' || operator === 'or' || operator === '+' || operator === '-' || operator === '*') {
    const type = operator === 'and' || operator === 'or' ? 'bool' : 'number';
    const [left, right] = [typedAs(type, node.left, fieldOf), typedAs(type, node.right, fieldOf)];
    return { type, condition: { op: operator, left, right } };
  }
  const [left, right] = [typed(node.left, fieldOf), typed(node.right, fieldOf)];
  if (left.type !== right.type) throw new ConditionFault(`cannot compare ${left.type} with ${right.type}`);
  return { type: 'bool', condition: { op: operator === '!=' ? '<>' : operator, left: left.condition, right: right.condition } };
}

function typedAs(type: ConditionType, node: Node, fieldOf: (name: string) => CompiledField | undefined): Condition {
  const found = typed(node, fieldOf);
  if (found.type !== type) throw new ConditionFault(`must be ${type}, is ${found.type}`);
  return found.condition;
}

function stored(op: StoredField['op'], name: string, fieldOf: (name: string) => CompiledField | undefined): Typed {
  const field = fieldOf(name);
  if (field === undefined) throw new ConditionFault(`unknown name ${name}`);
  const type = comparableType(field);
  if (type === null) throw new ConditionFault(`${name} cannot be compared: only amounts, numbers, days and codes can`);
  return { type, condition: storedField(op, field) };
}
