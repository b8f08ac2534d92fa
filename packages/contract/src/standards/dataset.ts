/** `datasets/<id>.yaml`: one dataset of the information catalogue with its fields, children and example rows; `fields/<id>.yaml`: fields that datasets share. */
import { FIELD_ROLES, FIELD_TYPES, GROUP_PLACES, REQUIREMENTS } from '@xincheng/core/standards';
import type { ChildDefinition, DatasetDefinition, ExampleRow, FieldDefinition, FieldGroup, Rollup, ShownDefinition } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, daySchema, dottedIdSchema, expressionSchema, idSchema, labelSchema, subjectKindSchema, wordsSchema } from './common.ts';

/** Longest text a field may allow: narratives of decisions stay far below it. */
const MOST_CHARACTERS = 20_000;
/** What a number of the expression language keeps: six places, eighteen digits before the point. */
const MOST_DECIMALS = 6;
const MOST_INTEGER_DIGITS = 18;

const fieldTypeSchema = z.enum(FIELD_TYPES);
const requirementSchema = z.enum(REQUIREMENTS);

/** A field code is a name of the expression language, so it starts with a letter and has no hyphen. */
const fieldCodeSchema = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u);

const fieldSchema = z.strictObject({
  code: fieldCodeSchema,
  name: labelSchema,
  aliases: z.array(wordsSchema).min(1).exactOptional(),
  role: z.enum(FIELD_ROLES).exactOptional(),
  alsoRoles: z.array(z.enum(FIELD_ROLES)).min(1).exactOptional(),
  type: z.union([fieldTypeSchema, z.strictObject({ legal: fieldTypeSchema, soleTrader: fieldTypeSchema, natural: fieldTypeSchema })]),
  maxLength: z.int().min(1).max(MOST_CHARACTERS).exactOptional(),
  codeList: idSchema.exactOptional(),
  ref: dottedIdSchema.exactOptional(),
  cites: z.literal('instrument').exactOptional(),
  unit: z.enum(['wan-yuan', 'yuan']).exactOptional(),
  decimals: z.int().min(0).max(MOST_DECIMALS).exactOptional(),
  integerDigits: z.int().min(1).max(MOST_INTEGER_DIGITS).exactOptional(),
  require: z.union([requirementSchema, z.strictObject({ legal: requirementSchema, soleTrader: requirementSchema, natural: requirementSchema })]),
  requiredIf: expressionSchema.exactOptional(),
  blankIf: expressionSchema.exactOptional(),
  sensitive: z.boolean().exactOptional(),
  isPublic: z.union([z.boolean(), z.strictObject({ legal: z.boolean(), soleTrader: z.boolean() })]).exactOptional(),
  computed: expressionSchema.exactOptional(),
  guidance: labelSchema.exactOptional(),
  example: wordsSchema.exactOptional(),
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<FieldDefinition>;

export const fieldGroupSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  stands: z.enum(GROUP_PLACES),
  fields: z.array(fieldSchema).min(1),
}) satisfies z.ZodType<FieldGroup>;

const exampleRowSchema = z.strictObject({
  kind: subjectKindSchema,
  values: z.record(z.string(), z.string()),
}) satisfies z.ZodType<ExampleRow>;

const childSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  number: fieldCodeSchema,
  decidedOn: fieldCodeSchema,
  fields: z.array(fieldSchema).min(1),
  examples: z.array(exampleRowSchema).min(1),
}) satisfies z.ZodType<ChildDefinition>;

const rollupSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  child: idSchema,
  sum: fieldCodeSchema,
}) satisfies z.ZodType<Rollup>;

const catalogSchema = z.strictObject({
  item: wordsSchema,
  basis: basisSchema,
  publicity: z.enum(['public', 'conditional', 'private']),
  sharing: z.enum(['shared', 'conditional', 'private']),
  isNegative: z.boolean(),
  retention: labelSchema,
}) satisfies z.ZodType<DatasetDefinition['catalog']>;

const shownSchema = z.strictObject({
  until: z.union([z.literal('always'), z.strictObject({ field: fieldCodeSchema }), z.strictObject({ terms: idSchema })]),
  onlyIf: expressionSchema.exactOptional(),
}) satisfies z.ZodType<ShownDefinition>;

/** `parent` is not among the keys: only the loader sets it, when it expands a child. */
export const datasetSchema = z.strictObject({
  id: idSchema,
  version: wordsSchema,
  from: daySchema,
  name: labelSchema,
  catalog: catalogSchema,
  categories: z.record(wordsSchema, subjectKindSchema).exactOptional(),
  numberForm: z.enum(['decision', 'plain']),
  registers: z.literal('subject').exactOptional(),
  deadline: dottedIdSchema.exactOptional(),
  shown: shownSchema.exactOptional(),
  fieldGroups: z.array(idSchema).min(1).exactOptional(),
  fields: z.array(fieldSchema).min(1),
  children: z.array(childSchema).min(1).exactOptional(),
  rollups: z.array(rollupSchema).min(1).exactOptional(),
  examples: z.array(exampleRowSchema).min(1),
}) satisfies z.ZodType<DatasetDefinition>;
