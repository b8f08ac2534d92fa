/**
 * The closures an expression runs as. Each assert runs for every row, so what most of them hold, a value of the row beside
 * constants, is read in place instead of by a call of its own.
 */
import type { FunctionDefinition } from './functions.ts';
import type { Frame, Value } from './values.ts';

export type Run = (frame: Frame) => Value;

/** A part of an expression, ready to run. */
export interface Operand {
  readonly run: Run;
  /** Its value, where that is known without a row. */
  readonly constant?: Value;
  /** Where its value lies in the frame, when it is nothing but a name. */
  readonly at?: number;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

const COMPARISONS: Readonly<Record<Comparison, (a: NonNullable<Value>, b: NonNullable<Value>) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** A constant as an operand. */
export function constantOperand(constant: Value): Operand {
  return { run: () => constant, constant };
}

/** Compares two values of one type; null on either side gives null. */
export function compared(operator: Comparison, left: Operand, right: Operand): Operand {
  const compare = COMPARISONS[operator];
  const of = (a: Value, b: Value): Value => (a === null || b === null ? null : compare(a, b));
  const { at } = left;
  const { constant: fixed } = right;
  if (left.constant !== undefined && fixed !== undefined) return constantOperand(of(left.constant, fixed));
  if (at !== undefined && fixed !== undefined) return { run: (frame) => of(frame.values[at] ?? null, fixed) };
  const { at: other } = right;
  if (at !== undefined && other !== undefined)
    return { run: (frame) => of(frame.values[at] ?? null, frame.values[other] ?? null) };
  return { run: (frame) => of(left.run(frame), right.run(frame)) };
}

/** `or` is settled by true, `and` by false, whatever the other side; otherwise null wins. */
export function joined(settles: boolean, left: Operand, right: Operand): Operand {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (one.constant === settles) return constantOperand(settles);
    if (one.constant === !settles) return other;
  }
  return {
    run: (frame) => {
      const a = left.run(frame);
      if (a === settles) return settles;
      const b = right.run(frame);
      if (b === settles) return settles;
      return a === null || b === null ? null : !settles;
    },
  };
}

/** True becomes false and false true; null stays. */
export function negated(operand: Operand): Operand {
  const of = (value: Value): Value => (value === null ? null : value !== true);
  return operand.constant === undefined ? { run: (frame) => of(operand.run(frame)) } : constantOperand(of(operand.constant));
}

/** Whether a text is one of a few. */
export function inSet(left: Operand, list: readonly string[]): Operand {
  const members = new Set(list);
  const of = (value: Value): Value => (typeof value === 'string' ? members.has(value) : null);
  return left.constant === undefined ? { run: (frame) => of(left.run(frame)) } : constantOperand(of(left.constant));
}

const NOTHING: Operand = constantOperand(null);

/** Calls a function with its arguments; without `takesNull` a null argument gives null. */
export function called({ run, bind, parameters, takesNull = false }: FunctionDefinition, args: readonly Operand[]): Operand {
  const [first = NOTHING, second = NOTHING, third = NOTHING] = args;
  const { at } = first;
  const { constant: b } = second;
  if (!takesNull && args.some(({ constant }) => constant === null)) return NOTHING;
  if (bind !== undefined && b !== undefined && b !== null) {
    const bound = bind(b);
    const read = at === undefined ? first.run : (frame: Frame) => frame.values[at] ?? null;
    return { run: (frame) => unlessNull(read(frame), bound) };
  }
  switch (parameters.length) {
    case 0:
      return { run: (frame) => run(frame, null, null, null) };
    case 1:
      return { run: at === undefined ? oneArgument(run, first.run, takesNull) : oneValue(run, at, takesNull) };
    case 2:
      return { run: twoArguments(run, first.run, second.run, takesNull) };
    default:
      return {
        run: (frame) => {
          const [x, y, z] = [first.run(frame), second.run(frame), third.run(frame)];
          return !takesNull && (x === null || y === null || z === null) ? null : run(frame, x, y, z);
        },
      };
  }
}

function unlessNull(value: Value, bound: (a: NonNullable<Value>) => Value): Value {
  return value === null ? null : bound(value);
}

function oneValue(run: FunctionDefinition['run'], at: number, takesNull: boolean): Run {
  return (frame) => {
    const a = frame.values[at] ?? null;
    return a === null && !takesNull ? null : run(frame, a, null, null);
  };
}

function oneArgument(run: FunctionDefinition['run'], first: Run, takesNull: boolean): Run {
  return (frame) => {
    const a = first(frame);
    return a === null && !takesNull ? null : run(frame, a, null, null);
  };
}

function twoArguments(run: FunctionDefinition['run'], first: Run, second: Run, takesNull: boolean): Run {
  return (frame) => {
    const a = first(frame);
    if (a === null && !takesNull) return null;
    const b = second(frame);
    return b === null && !takesNull ? null : run(frame, a, b, null);
  };
}
