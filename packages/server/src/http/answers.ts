/** Answers of a route as OpenAPI states them. */
import { problemSchema } from '@xincheng/contract/api';
import type { z } from 'zod';
import { TITLES } from './problem-status.ts';
import type { ProblemStatus } from './problem-status.ts';

interface JsonAnswer<S extends z.ZodType> {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: S } };
}

interface ProblemAnswer {
  readonly description: string;
  readonly content: { readonly 'application/problem+json': { readonly schema: typeof problemSchema } };
}

/** A JSON answer. */
export function answer<S extends z.ZodType>(description: string, schema: S): JsonAnswer<S> {
  return { description, content: { 'application/json': { schema } } };
}

/** The problems a guarded route can answer with: those named, and what any such route may say. */
export function problems<const S extends ProblemStatus>(
  ...statuses: readonly S[]
): Readonly<Record<S | 400 | 401 | 403 | 429 | 500, ProblemAnswer>> {
  return openProblems<S | 400 | 401 | 403>(400, 401, 403, ...statuses);
}

/** The problems an open route can answer with. */
export function openProblems<const S extends ProblemStatus>(
  ...statuses: readonly S[]
): Readonly<Record<S | 429 | 500, ProblemAnswer>> {
  const all = [...new Set<ProblemStatus>([...statuses, 429, 500])];
  const entries = all.map((status) => [
    status,
    { description: TITLES[status], content: { 'application/problem+json': { schema: problemSchema } } },
  ]);
  return Object.fromEntries(entries) as Record<S | 429 | 500, ProblemAnswer>;
}
