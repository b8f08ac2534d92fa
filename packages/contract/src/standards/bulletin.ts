/** `bulletin.yaml` of a district: what the monthly bulletin holds, whom it praises and names, and how it reads. */
import { BULLETIN_OCCASIONS } from '@xincheng/core/bulletins';
import type { BulletinDefinition } from '@xincheng/core/bulletins';
import { z } from 'zod';
import { basisSchema, certaintySchema, daySchema, idSchema, labelSchema } from './common.ts';

const condition = {
  column: idSchema,
  is: z.enum(['at-least', 'above', 'at-most', 'below', 'equal']),
  value: z.string().regex(/^\d+(?:\.\d+)?$/u),
};

/** The bulletin of a district. */
export const bulletinSchema = z.strictObject({
  title: labelSchema,
  issuer: labelSchema,
  serial: labelSchema,
  addressees: labelSchema,
  signature: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  columns: z
    .array(
      z.strictObject({
        id: idSchema,
        name: labelSchema,
        indicator: idSchema,
        part: z.enum(['value', 'numerator', 'denominator']),
        isCharted: z.boolean().exactOptional(),
      }),
    )
    .min(1),
  rules: z
    .array(
      z.strictObject({
        from: daySchema,
        praise: z.array(z.strictObject(condition)),
        name: z.array(z.strictObject({ ...condition, reason: labelSchema })),
      }),
    )
    .min(1),
  paragraphs: z
    .array(
      z.strictObject({
        heading: labelSchema.exactOptional(),
        text: labelSchema,
        when: z.enum(BULLETIN_OCCASIONS).exactOptional(),
      }),
    )
    .min(1),
}) satisfies z.ZodType<BulletinDefinition>;
