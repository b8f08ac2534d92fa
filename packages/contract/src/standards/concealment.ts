/** `concealment.yaml` of a district: from where on the finder of concealment says something. */
import type { ConcealmentDefinition } from '@xincheng/core/concealment';
import { z } from 'zod';
import { basisSchema, certaintySchema, dottedIdSchema, idSchema, wordsSchema } from './common.ts';

const countSchema = z.int().min(1).max(1000);

const outcomesSchema = z.strictObject({ found: countSchema, answered: countSchema });

/** The finder's rules. */
export const concealmentSchema = z.strictObject({
  datasets: z.array(dottedIdSchema).min(1),
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  answerWithin: dottedIdSchema,
  years: z.int().min(1).max(5),
  gaps: z.strictObject({ leastDensity: z.number().min(0).max(1), longestRun: countSchema, leastEntries: countSchema, prior: outcomesSchema }),
  drops: z.strictObject({
    months: z.int().min(2).max(36),
    leastMonths: z.int().min(2).max(36),
    leastExpected: countSchema,
    deviations: z.number().min(1).max(10),
  }),
  notices: z.strictObject({ found: idSchema, returned: idSchema }),
}) satisfies z.ZodType<ConcealmentDefinition>;
