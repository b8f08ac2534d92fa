/** Pieces that every kind of YAML shares. Objects are strict: a key that means nothing here is a slip of the pen. */
import { asDay, isDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { CERTAINTIES, SUBJECT_KINDS } from '@xincheng/core/standards';
import type { Citation, Label } from '@xincheng/core/standards';
import { z } from 'zod';

/** A text that says something. */
export const wordsSchema = z.string().regex(/\S/u, 'blank');

/** Lower-case words joined by hyphens: ids that also appear in file names, routes and table rows. */
export const idSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** The same with dots between parts, as in `objection.close`. */
export const dottedIdSchema = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u);

export const expressionSchema = wordsSchema.meta({ description: 'An expression over field codes and roles' });

/** A day of the calendar, `YYYY-MM-DD`; YAML 1.2 reads it as text without quotes. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine(isDay, 'no-such-day')
  .transform((text): Day => asDay(text));

export const labelSchema = z.strictObject({ zh: wordsSchema, en: wordsSchema }) satisfies z.ZodType<Label>;

export const certaintySchema = z.enum(CERTAINTIES);
export const subjectKindSchema = z.enum(SUBJECT_KINDS);

export const citationSchema = z.strictObject({
  instrument: wordsSchema,
  clause: wordsSchema.exactOptional(),
  certainty: certaintySchema.exactOptional(),
}) satisfies z.ZodType<Citation>;

/** Never empty: nothing is collected, checked or counted without an instrument behind it. */
export const basisSchema = z.array(citationSchema).min(1);

/** What a definition with a version says of itself. */
export const definitionHead = {
  id: idSchema,
  version: wordsSchema,
  name: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
};
