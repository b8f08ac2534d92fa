/** `indicators/<id>.yaml`, a number; `expected/<id>.yaml`, what ought to come; `monitoring/<id>.yaml`, a tree of points. */
import { DAY_COLUMNS, ENGINES, PERIOD_KINDS, ROW_OUTCOMES, TARGET_BOUNDS, VALUE_FORMATS } from '@xincheng/core/indicators';
import type {
  ActMeasure, AsOf, ExpectedMeasure, ExpectedSetDefinition, IndicatorDefinition, IndicatorMeasure, IndicatorTarget, Measure, MonitoringGroup, MonitoringLeaf, MonitoringTree, RecordMeasure, RowMeasure,
} from '@xincheng/core/indicators';
import { z } from 'zod';
import { basisSchema, certaintySchema, citationSchema, daySchema, definitionHead, dottedIdSchema, expressionSchema, idSchema, labelSchema, wordsSchema } from './common.ts';

/** A decimal as the expression language keeps it. */
const decimalSchema = z.string().regex(/^\d{1,18}(?:\.\d{1,6})?$/u, 'decimal');
const datasetsSchema = z.array(dottedIdSchema).min(1);
const needsSchema = z.array(z.enum(ENGINES)).min(1);

const asOfSchema = z.strictObject({
  day: z.enum(['by', 'due']),
  is: z.enum(['before', 'on-or-before', 'after', 'on-or-after']),
}) satisfies z.ZodType<AsOf>;

const recordMeasureSchema = z.strictObject({
  source: z.literal('record'),
  datasets: datasetsSchema,
  where: expressionSchema.exactOptional(),
  value: z.union([z.literal('rows'), z.strictObject({ sum: wordsSchema }), z.strictObject({ distinct: wordsSchema })]).exactOptional(),
  by: z.union([z.enum(DAY_COLUMNS), z.strictObject({ field: wordsSchema })]),
  asOf: asOfSchema.exactOptional(),
}) satisfies z.ZodType<RecordMeasure>;

const rowMeasureSchema = z.strictObject({
  source: z.literal('row'),
  datasets: datasetsSchema,
  outcomes: z.array(z.enum(ROW_OUTCOMES)).min(1),
}) satisfies z.ZodType<RowMeasure>;

const expectedMeasureSchema = z.strictObject({
  source: z.literal('expected'),
  set: idSchema,
  count: z.enum(['expected', 'met']),
}) satisfies z.ZodType<ExpectedMeasure>;

const actMeasureSchema = z.strictObject({
  source: z.literal('act'),
  acts: z.array(dottedIdSchema).min(1),
}) satisfies z.ZodType<ActMeasure>;

const indicatorMeasureSchema = z.strictObject({
  source: z.literal('indicator'),
  indicator: idSchema,
  part: z.enum(['numerator', 'denominator']),
}) satisfies z.ZodType<IndicatorMeasure>;

const measureSchema = z.discriminatedUnion('source', [
  recordMeasureSchema,
  rowMeasureSchema,
  expectedMeasureSchema,
  actMeasureSchema,
  indicatorMeasureSchema,
]) satisfies z.ZodType<Measure>;

const targetSchema = z.strictObject({
  is: z.enum(TARGET_BOUNDS),
  value: decimalSchema.exactOptional(),
  from: daySchema,
  to: daySchema.exactOptional(),
  basis: citationSchema,
}) satisfies z.ZodType<IndicatorTarget>;

/** An indicator. */
export const indicatorSchema = z.strictObject({
  ...definitionHead,
  says: labelSchema,
  owner: idSchema.exactOptional(),
  period: z.enum(PERIOD_KINDS),
  format: z.enum(VALUE_FORMATS),
  better: z.enum(['higher', 'lower']).exactOptional(),
  numerator: measureSchema.exactOptional(),
  denominator: measureSchema.exactOptional(),
  needs: needsSchema.exactOptional(),
  targets: z.array(targetSchema).min(1).exactOptional(),
}) satisfies z.ZodType<IndicatorDefinition>;

/** An expected set. */
export const expectedSetSchema = z.strictObject({
  ...definitionHead,
  period: z.enum(PERIOD_KINDS),
  from: z.enum(['declared', 'provisions', 'bound-units']),
  datasets: datasetsSchema.exactOptional(),
  reasons: z.array(z.enum(['statutory', 'expected', 'encouraged'])).min(1).exactOptional(),
  task: wordsSchema.exactOptional(),
  metBy: z.strictObject({ dataset: dottedIdSchema, where: expressionSchema.exactOptional() }).exactOptional(),
}) satisfies z.ZodType<ExpectedSetDefinition>;

const leafSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  points: decimalSchema.exactOptional(),
  indicator: idSchema.exactOptional(),
  needs: needsSchema.exactOptional(),
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<MonitoringLeaf>;

const groupSchema: z.ZodType<MonitoringGroup> = z.strictObject({
  id: idSchema,
  name: labelSchema,
  points: decimalSchema.exactOptional(),
  get groups() {
    return z.array(groupSchema).min(1).exactOptional();
  },
  leaves: z.array(leafSchema).min(1).exactOptional(),
});

/** A tree of points. */
export const monitoringTreeSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  groups: z.array(groupSchema).min(1),
  gates: z.array(leafSchema),
}) satisfies z.ZodType<MonitoringTree>;
