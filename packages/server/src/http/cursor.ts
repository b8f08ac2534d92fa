/** Cursors of lists: opaque to clients, checked when they come back. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { z } from 'zod';
import { httpProblem } from './problems.ts';
import type { Refusal } from './problems.ts';

/** A page as it is answered. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** Reads a cursor; null stands for the first page. */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): Result<T | null, Refusal> {
  if (cursor === undefined) return ok(null);
  const parsed = schema.safeParse(decoded(cursor));
  return parsed.success ? ok(parsed.data) : err(httpProblem('bad-cursor'));
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A page and the cursor behind its last item. A full page names a next one even when that will be empty: reading one row more to
 * know would be a look at a record that was never shown.
 */
export function pageUpTo<T>(items: readonly T[], limit: number, positionOf: (item: T) => unknown): Page<T> {
  const last = items.length < limit ? undefined : items.at(-1);
  return {
    items: [...items],
    next: last === undefined ? null : Buffer.from(JSON.stringify(positionOf(last))).toString('base64url'),
  };
}
