/**
 * Conditions for the database, over two versions of a record or over one record with its columns: the part of the expression language
 * that SQL says in the same way, nulls included. It leaves here as data; the database makes SQL of it and knows no other words.
 */
import { parseExpression } from '../expression/index.ts';
import type { Node } from '../expression/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { rolesOf } from '../standards/index.ts';
import type { FieldRole } from '../standards/index.ts';
import type { CompiledField } from './dataset.ts';

/** As much of a field as a condition asks. */
type NamedField = Pick<CompiledField, 'definition'>;
type FieldOf = (name: string) => NamedField | undefined;

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
  | { readonly op: 'blank'; readonly of: StoredField | StoredColumn }
  | StoredField
  | StoredColumn;

/** A field of the version that stands or of the one before. Without a code it is the column of the deciding day. */
export interface StoredField {
  readonly op: 'now' | 'before';
  readonly as: StoredType;
  readonly code: string | null;
  /** What a stored figure is divided by. */
  readonly scale: string;
}

/** Columns that every record has beside its fields. Only conditions of indicators know them, and `blank`. */
export const RECORD_COLUMNS = {
  receivedOn: { type: 'day', isAlwaysThere: true },
  cityReceiptOn: { type: 'day', isAlwaysThere: false },
  dueOn: { type: 'day', isAlwaysThere: false },
  shownUntil: { type: 'day', isAlwaysThere: false },
  state: { type: 'text', isAlwaysThere: true },
  stateReason: { type: 'text', isAlwaysThere: false },
  subjectKind: { type: 'text', isAlwaysThere: true },
} as const;
export type RecordColumn = keyof typeof RECORD_COLUMNS;

/** A column of the record, as text; days `YYYY-MM-DD`. */
export interface StoredColumn {
  readonly op: 'column';
  readonly as: 'text';
  readonly name: RecordColumn;
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
export function comparableType({ definition }: NamedField): ConditionType | null {
  if (typeof definition.type !== 'string' || definition.sensitive === true) return null;
  return TYPES[definition.type] ?? null;
}

/** A field as it is stored. */
export function storedField(op: StoredField['op'], field: NamedField, scale?: string): StoredField {
  const { code, role, type } = field.definition;
  return {
    op,
    as: comparableType(field) === 'number' ? 'number' : 'text',
    code: role === 'decidedOn' ? null : code,
    scale: scale ?? (type === 'money' ? FEN_IN_YUAN : MILLIONTHS),
  };
}

/** Reads a condition over two versions; the names are those of a dataset's fields and roles. */
export function compileCondition(source: string, fieldOf: FieldOf): Result<Condition, string> {
  return compile(source, { fieldOf, of: 'versions' });
}

/** Reads a condition over one record; the names are those of fields, roles and columns. */
export function compileRecordCondition(source: string, fieldOf: FieldOf): Result<Condition, string> {
  return compile(source, { fieldOf, of: 'record' });
}

/** True for the name of a column of every record. */
export function isRecordColumn(name: string): name is RecordColumn {
  return Object.hasOwn(RECORD_COLUMNS, name);
}

/** What a condition may speak of. */
interface Words {
  readonly fieldOf: FieldOf;
  readonly of: 'versions' | 'record';
}

function compile(source: string, words: Words): Result<Condition, string> {
  const parsed = parseExpression(source);
  if (!parsed.ok) return err(parsed.error.message);
  try {
    const { type, condition } = typed(parsed.value, words);
    return type === 'bool' ? ok(condition) : err(`is ${type}, must be bool`);
  } catch (thrown) {
    if (thrown instanceof ConditionFault) return err(thrown.message);
    throw thrown;
  }
}

function typed(node: Node, words: Words): Typed {
  switch (node.kind) {
    case 'number':
      return { type: 'number', condition: { op: 'value', as: 'number', value: node.value } };
    case 'text':
    case 'day':
      return { type: node.kind, condition: { op: 'value', as: 'text', value: node.value } };
    case 'name':
      return named(node.name, words);
    case 'call':
      return called(node, words);
    case 'not':
      return { type: 'bool', condition: { op: 'not', of: typedAs('bool', node.operand, words) } };
    case 'binary':
      return binary(node, words);
    case 'in':
      return amongTexts(node, words);
    default:
      throw new ConditionFault(`${node.kind} cannot be said to the database`);
  }
}

function called(node: Node & { kind: 'call' }, words: Words): Typed {
  const [argument, ...others] = node.args;
  if (words.of === 'record' && node.name === 'kind' && argument === undefined) return named('subjectKind', words);
  const name = argument?.kind === 'name' && others.length === 0 ? argument.name : null;
  if (words.of === 'versions') {
    if (node.name !== 'before' || name === null) throw new ConditionFault('only before(name) can be called here');
    return stored('before', name, words);
  }
  if ((node.name !== 'blank' && node.name !== 'filled') || name === null)
    throw new ConditionFault('only blank(name), filled(name) and kind() can be called here');
  const blank: Condition = { op: 'blank', of: blankable(name, words) };
  return { type: 'bool', condition: node.name === 'blank' ? blank : { op: 'not', of: blank } };
}

/** Roles whose fields lie in columns of the record, or in its key: they are always there, and not where other fields are. */
const NEVER_BLANK = [
  'subjectName',
  'subjectUscc',
  'number',
  'authorityUscc',
  'decidedOn',
] as const satisfies readonly FieldRole[];

function blankable(name: string, { fieldOf }: Words): StoredField | StoredColumn {
  const field = fieldOf(name);
  const isColumn = field === undefined && isRecordColumn(name);
  const isThere = isColumn
    ? RECORD_COLUMNS[name].isAlwaysThere
    : field !== undefined && rolesOf(field.definition).some((role) => NEVER_BLANK.some((one) => one === role));
  if (isThere) throw new ConditionFault(`${name} is never blank`);
  if (isColumn) return { op: 'column', as: 'text', name };
  if (field === undefined) throw new ConditionFault(`unknown name ${name}`);
  return storedField('now', field);
}

function binary(node: Node & { kind: 'binary' }, words: Words): Typed {
  const { operator } = node;
  if (operator === 'and' || operator === 'or' || operator === '+' || operator === '-' || operator === '*') {
    const type = operator === 'and' || operator === 'or' ? 'bool' : 'number';
    const [left, right] = [typedAs(type, node.left, words), typedAs(type, node.right, words)];
    return { type, condition: { op: operator, left, right } };
  }
  const [left, right] = [typed(node.left, words), typed(node.right, words)];
  if (left.type !== right.type) throw new ConditionFault(`cannot compare ${left.type} with ${right.type}`);
  return { type: 'bool', condition: { op: operator === '!=' ? '<>' : operator, left: left.condition, right: right.condition } };
}

/** One of several texts: each of them compared, for nothing is neither in a list nor outside it. */
function amongTexts(node: Node & { kind: 'in' }, words: Words): Typed {
  const left = typedAs('text', node.left, words);
  const [first, ...others] = node.list.map((value): Condition => ({ op: '=', left, right: { op: 'value', as: 'text', value } }));
  if (first === undefined) throw new ConditionFault('the list is empty');
  return { type: 'bool', condition: others.reduce((all, one) => ({ op: 'or', left: all, right: one }), first) };
}

function typedAs(type: ConditionType, node: Node, words: Words): Condition {
  const found = typed(node, words);
  if (found.type !== type) throw new ConditionFault(`must be ${type}, is ${found.type}`);
  return found.condition;
}

/** A field of the dataset, or else a column: `dueOn` is the day agreed on where a dataset has a field of that name. */
function named(name: string, words: Words): Typed {
  const isColumn = words.of === 'record' && isRecordColumn(name) && words.fieldOf(name) === undefined;
  return isColumn
    ? { type: RECORD_COLUMNS[name].type, condition: { op: 'column', as: 'text', name } }
    : stored('now', name, words);
}

function stored(op: StoredField['op'], name: string, { fieldOf }: Words): Typed {
  const field = fieldOf(name);
  if (field === undefined) throw new ConditionFault(`unknown name ${name}`);
  const type = comparableType(field);
  if (type === null) throw new ConditionFault(`${name} cannot be compared: only amounts, numbers, days and codes can`);
  return { type, condition: storedField(op, field) };
}
