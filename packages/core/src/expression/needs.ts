/** Which values an expression cannot do without: worked out once, so that asserts about blank fields need not be run for every row. */
export interface Needs {
  /** Must be there for any result but null. */
  readonly whenKnown: ReadonlySet<number>;
  readonly whenTrue: ReadonlySet<number>;
  readonly whenFalse: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Of constants, and of functions that take null. */
export const needsNothing: Needs = { whenKnown: NONE, whenTrue: NONE, whenFalse: NONE };

/** Any of these null gives null. */
export function strict(indices: readonly number[]): Needs {
  const all = new Set(indices);
  return { whenKnown: all, whenTrue: all, whenFalse: all };
}

/** `not a` */
export function negated(a: Needs): Needs {
  return { whenKnown: a.whenKnown, whenTrue: a.whenFalse, whenFalse: a.whenTrue };
}

/** `a or b`: false only when both are. */
export function either(a: Needs, b: Needs): Needs {
  const whenTrue = shared(a.whenTrue, b.whenTrue);
  const whenFalse = joined(a.whenFalse, b.whenFalse);
  return { whenKnown: shared(whenTrue, whenFalse), whenTrue, whenFalse };
}

/** `a and b`: true only when both are. */
export function both(a: Needs, b: Needs): Needs {
  return negated(either(negated(a), negated(b)));
}

/** `blank(a)` is false only for a value. */
export function onBlank(a: Needs): Needs {
  return { whenKnown: NONE, whenTrue: NONE, whenFalse: a.whenKnown };
}

/** `filled(a)` is true only for a value. */
export function onFilled(a: Needs): Needs {
  return negated(onBlank(a));
}

function joined(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a, ...b]);
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a].filter((index) => b.has(index)));
}
