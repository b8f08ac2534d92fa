/** `checks/<id>.yaml`: one check with the ways it can fail and examples that do and do not fire it. */
import { CLAUSE_KINDS, DIMENSIONS, NEEDS, SEVERITIES, SUM_BOUNDS } from '@xincheng/core/standards';
import type { CheckClause, CheckDefinition, CheckExample, SumRule } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, idSchema, labelSchema, subjectKindSchema, wordsSchema } from './common.ts';

/** `R09`, `KEY-OTHER-UNIT`: quoted to submitters, so never renamed. */
const checkIdSchema = z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/u);
const datasetIdSchema = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u);

/** A share of something, as a decimal below one. */
const shareSchema = z.string().regex(/^0(?:\.\d{1,6})?$/u);

const sumSchema = z.strictObject({
  child: datasetIdSchema,
  field: wordsSchema,
  parentField: wordsSchema,
  is: z.enum(SUM_BOUNDS),
  tolerance: shareSchema.exactOptional(),
}) satisfies z.ZodType<SumRule>;

const clauseSchema = z.strictObject({
  id: idSchema.exactOptional(),
  kind: z.enum(CLAUSE_KINDS).exactOptional(),
  assert: wordsSchema.exactOptional(),
  sum: sumSchema.exactOptional(),
  previous: wordsSchema.exactOptional(),
  blame: wordsSchema.exactOptional(),
  severity: z.enum(SEVERITIES).exactOptional(),
  needs: z.enum(NEEDS).exactOptional(),
  message: wordsSchema,
  expected: wordsSchema.exactOptional(),
  fix: wordsSchema,
}) satisfies z.ZodType<CheckClause>;

const exampleSchema = z.strictObject({
  dataset: datasetIdSchema,
  kind: subjectKindSchema,
  set: z.record(z.string(), z.string()),
  fires: z.boolean(),
  code: wordsSchema.exactOptional(),
}) satisfies z.ZodType<CheckExample>;

export const checkSchema = z.strictObject({
  id: checkIdSchema,
  name: labelSchema,
  severity: z.enum(SEVERITIES),
  dimension: z.enum(DIMENSIONS),
  needs: z.enum(NEEDS),
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  datasets: z.array(datasetIdSchema).min(1).exactOptional(),
  except: z.array(datasetIdSchema).min(1).exactOptional(),
  also: z.array(checkIdSchema).min(1).exactOptional(),
  clauses: z.array(clauseSchema).min(1),
  examples: z.array(exampleSchema),
}) satisfies z.ZodType<CheckDefinition>;
