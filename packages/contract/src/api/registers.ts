/** What registers say when they are read together: decisions in hand, money planned and spent. */
import { z } from 'zod';
import { daySchema, uuidSchema } from './common.ts';

export const openDecisionQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: '最多几项' }),
});

export const openDecisionSchema = z
  .object({
    recordId: uuidSchema,
    unitId: z.string(),
    meeting: z.string().meta({ description: '会议编号' }),
    number: z.string().meta({ description: '会上第几项' }),
    decision: z.string(),
    responsibleUnit: z.string(),
    agreedOn: daySchema,
    dueOn: daySchema.nullable(),
    isLate: z.boolean(),
  })
  .meta({ id: 'OpenDecision' });

const moneySchema = z.string().meta({ description: '万元' });

export const fundsSchema = z
  .object({ year: z.string(), purpose: z.string(), planned: moneySchema, spent: moneySchema, left: moneySchema })
  .meta({ id: 'Funds' });
