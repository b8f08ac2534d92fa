/** `forwarding/<dataset>.yaml`: the city's form for one dataset, and the forms of its answers. */
import { FORWARD_DAY_FORMS, FORWARD_ENCODINGS, OWN_VALUES, UNNAMED_ROWS } from '@xincheng/core/standards';
import type { AnswerForm, ForwardColumn, ForwardTemplate } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, citationSchema, dottedIdSchema, idSchema, labelSchema, subjectKindSchema, wordsSchema } from './common.ts';

/** More rows than any portal takes in one file. */
const MOST_ROWS = 1_000_000;

const columnSchema = z.strictObject({
  header: wordsSchema,
  field: wordsSchema.exactOptional(),
  own: z.enum(OWN_VALUES).exactOptional(),
  constant: z.string().exactOptional(),
}) satisfies z.ZodType<ForwardColumn>;

const headersSchema = z.array(wordsSchema).min(1);

const answerFormSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  columns: z.strictObject({
    batch: headersSchema.exactOptional(),
    row: headersSchema.exactOptional(),
    number: headersSchema.exactOptional(),
    subject: headersSchema.exactOptional(),
    state: headersSchema.exactOptional(),
    code: headersSchema.exactOptional(),
    message: headersSchema.exactOptional(),
    cityNumber: headersSchema.exactOptional(),
    receivedAt: headersSchema.exactOptional(),
  }),
  accepted: z.array(wordsSchema),
  refused: z.array(wordsSchema),
  unnamed: z.enum(UNNAMED_ROWS),
}) satisfies z.ZodType<AnswerForm>;

export const forwardTemplateSchema = z.strictObject({
  id: dottedIdSchema,
  version: wordsSchema,
  platform: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  kinds: z.array(subjectKindSchema).min(1),
  naturalBasis: citationSchema.exactOptional(),
  file: z.strictObject({
    format: z.literal('csv'),
    encoding: z.enum(FORWARD_ENCODINGS),
    name: z.string().regex(/^(?:[^/\\{}\s]|\{(?:number|dataset|day)\})+\.csv$/u),
    mostRows: z.int().min(1).max(MOST_ROWS),
  }),
  days: z.enum(FORWARD_DAY_FORMS),
  amounts: z.enum(['wan-yuan', 'yuan']),
  joinedBy: wordsSchema,
  operations: z.strictObject({ add: wordsSchema, change: wordsSchema, withdraw: wordsSchema }),
  columns: z.array(columnSchema).min(1),
  answers: z.array(answerFormSchema).min(1),
}) satisfies z.ZodType<ForwardTemplate>;
