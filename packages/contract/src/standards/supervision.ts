/** `supervision.yaml`: how a district follows its tasks. */
import { REMINDED } from '@xincheng/core/standards';
import type { SupervisionRules } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, dottedIdSchema, idSchema, wordsSchema } from './common.ts';

/** Nobody is reminded more than a year ahead. */
const MOST_DAYS = 366;

export const supervisionSchema = z.strictObject({
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  reports: z.strictObject({ period: z.enum(['month', 'quarter', 'year']), deadline: dottedIdSchema }),
  orders: z.strictObject({ issuer: wordsSchema, word: wordsSchema, deadline: dottedIdSchema }),
  extensions: z.strictObject({ until: z.enum(['last-due-day', 'end-of-year']) }),
  notices: z.strictObject({ told: idSchema, urging: idSchema, order: idSchema }),
  reminders: z.array(
    z.strictObject({
      about: z.enum(REMINDED),
      to: z.enum(['leads', 'bound']),
      daysAhead: z.array(z.int().min(-MOST_DAYS).max(MOST_DAYS)).min(1),
      notice: idSchema,
    }),
  ),
}) satisfies z.ZodType<SupervisionRules>;
