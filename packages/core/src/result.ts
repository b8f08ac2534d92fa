/** An expected outcome: a value, or an error from a closed union. Bugs throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value as success. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps an error as expected failure. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

/** Ends every `switch` on a closed union: the compiler complains when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
