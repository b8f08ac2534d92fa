/** What datasets and checks lean on: instruments, code lists, deadlines, the calendar. */
import { DAY_UNITS, STANDINGS } from '@xincheng/core/standards';
import type { CalendarYear, CodeListDefinition, CodeValue, DeadlineDefinition, DeadlineValue, Instrument, Jurisdiction } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, citationSchema, daySchema, dottedIdSchema, idSchema, labelSchema, subjectKindSchema, wordsSchema } from './common.ts';

/** Longest budget of a clock: ten years in days, so that a slip of the pen is seen. */
const MOST_DAYS = 3660;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const instrumentSchema = z.strictObject({
  id: idSchema,
  number: wordsSchema.exactOptional(),
  issuer: wordsSchema,
  title: labelSchema,
  from: daySchema.exactOptional(),
  to: daySchema.exactOptional(),
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<Instrument>;

/** `instruments.yaml`. */
export const instrumentsSchema = z.array(instrumentSchema).min(1) satisfies z.ZodType<readonly Instrument[]>;

/** `jurisdictions.yaml`. */
export const jurisdictionsSchema = z.array(z.strictObject({ id: idSchema, name: labelSchema })).min(1) satisfies z.ZodType<readonly Jurisdiction[]>;

const codeValueSchema = z.strictObject({
  value: wordsSchema,
  name: labelSchema.exactOptional(),
  aliases: z.array(wordsSchema).min(1).exactOptional(),
  from: daySchema.exactOptional(),
  to: daySchema.exactOptional(),
  kinds: z.array(subjectKindSchema).min(1).exactOptional(),
  group: wordsSchema.exactOptional(),
  freeSuffix: z.boolean().exactOptional(),
  numberedAs: z.literal('citizen-id').exactOptional(),
  standing: z.enum(STANDINGS).exactOptional(),
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<CodeValue>;

/** `codes/<id>.yaml`. */
export const codeListSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  values: z.array(codeValueSchema).min(1),
}) satisfies z.ZodType<CodeListDefinition>;

const deadlineValueSchema = z.strictObject({
  jurisdiction: idSchema,
  unit: z.enum(DAY_UNITS),
  days: z.int().min(1).max(MOST_DAYS),
  mostDays: z.int().min(1).max(MOST_DAYS).exactOptional(),
  rolls: z.boolean(),
  from: daySchema,
  to: daySchema.exactOptional(),
  basis: citationSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<DeadlineValue>;

/** `deadlines/<id>.yaml`. */
export const deadlineSchema = z.strictObject({
  id: dottedIdSchema,
  name: labelSchema,
  starts: z.string().regex(/^[a-z][A-Za-z0-9]*$/u),
  values: z.array(deadlineValueSchema).min(1),
}) satisfies z.ZodType<DeadlineDefinition>;

/** `calendar/<year>.yaml`. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
  papers: basisSchema,
  holidays: z.array(z.strictObject({ name: wordsSchema, from: daySchema, to: daySchema })),
  makeUpDays: z.array(z.strictObject({ day: daySchema, for: wordsSchema })),
}) satisfies z.ZodType<CalendarYear>;
