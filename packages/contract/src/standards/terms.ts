/** `terms/<id>.yaml`: how long records stay on public show. */
import type { ClassifyRule, Regime, Term, TermSet } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, daySchema, expressionSchema, idSchema, labelSchema, wordsSchema } from './common.ts';

/** Longest term: thirty years, so that a slip of the pen is seen. */
const MOST_MONTHS = 360;

const termSchema = z.strictObject({
  minMonths: z.int().min(0).max(MOST_MONTHS),
  maxMonths: z.int().min(0).max(MOST_MONTHS),
  mayEndEarly: z.boolean().exactOptional(),
  isShown: z.boolean().exactOptional(),
}) satisfies z.ZodType<Term>;

const classifyRuleSchema = z.strictObject({
  when: expressionSchema,
  class: idSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<ClassifyRule>;

const regimeSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  from: daySchema,
  to: daySchema.exactOptional(),
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  terms: z.record(idSchema, termSchema),
  classify: z.array(classifyRuleSchema),
  otherwise: idSchema,
}) satisfies z.ZodType<Regime>;

/** A set of terms. */
export const termSetSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  classes: z.array(z.strictObject({ id: idSchema, name: labelSchema })).min(1),
  regimes: z.array(regimeSchema).min(1),
}) satisfies z.ZodType<TermSet>;
