/** `plans/<plan>.yaml`: what proves the tasks of a plan. */
import { ENGINES } from '@xincheng/core/indicators';
import { PROOF_PERIODS } from '@xincheng/core/plans';
import type { PlanProof, ProofCondition, RecordsProof, TaskProof } from '@xincheng/core/plans';
import { z } from 'zod';
import { definitionHead, dottedIdSchema, expressionSchema, idSchema, labelSchema, wordsSchema } from './common.ts';

/** More than any unit files of one register. */
const MOST_RECORDS = 1_000_000;

const recordsProofSchema = z.strictObject({
  dataset: dottedIdSchema,
  where: expressionSchema.exactOptional(),
  atLeast: z.int().min(1).max(MOST_RECORDS),
  perBoundUnit: z.boolean().exactOptional(),
}) satisfies z.ZodType<RecordsProof>;

const conditionSchema = z.strictObject({
  id: idSchema,
  says: labelSchema,
  indicator: dottedIdSchema.exactOptional(),
  expected: dottedIdSchema.exactOptional(),
  period: z.enum(PROOF_PERIODS).exactOptional(),
  records: recordsProofSchema.exactOptional(),
  needs: z.array(z.enum(ENGINES)).min(1).exactOptional(),
}) satisfies z.ZodType<ProofCondition>;

const taskProofSchema = z.strictObject({
  number: wordsSchema,
  short: labelSchema,
  note: wordsSchema.exactOptional(),
  all: z.array(conditionSchema).min(1),
}) satisfies z.ZodType<TaskProof>;

/** The file of one plan; it bears the plan's id. */
export const planProofSchema = z.strictObject({
  ...definitionHead,
  tasks: z.array(taskProofSchema).min(1),
}) satisfies z.ZodType<PlanProof>;
