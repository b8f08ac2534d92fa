/** Indicators: definitions, numbers by period and unit, the rows behind them, and what people say of expected sets. */
import { ABSENCES, ENGINES, PERIOD_KINDS, TARGET_BOUNDS, VALUE_FORMATS } from '@xincheng/core/indicators';
import { z } from 'zod';
import {
  certaintySchema,
  citationSchema,
  daySchema,
  instantSchema,
  labelSchema,
  pageQuerySchema,
  signatureSchema,
  uuidSchema,
} from './common.ts';
import { recordSchema } from './records.ts';

const wholeSchema = z
  .string()
  .regex(/^-?\d+$/u)
  .meta({ description: '整数，写成文本以免丢失精度；金额单位为分' });

const cellSchema = z
  .object({
    numerator: wholeSchema.nullable(),
    denominator: wholeSchema.nullable().meta({ description: '不是比率的指标没有分母' }),
    absence: z.enum(ABSENCES).nullable().meta({ description: '没有数字的原因：无数据、零报告、已豁免、尚不能测算' }),
    shown: z.string().meta({ description: '给人看的写法；比率截断到两位小数，从不进位' }),
  })
  .meta({ id: 'IndicatorCell' });
export type CellView = z.infer<typeof cellSchema>;

const unitCellSchema = cellSchema.extend({ unit: z.string(), name: z.string() }).meta({ id: 'IndicatorUnitCell' });

const targetSchema = z
  .object({
    is: z.enum(TARGET_BOUNDS),
    value: z.string().nullable(),
    from: daySchema,
    to: daySchema.nullable(),
    basis: citationSchema,
  })
  .meta({ id: 'IndicatorTarget' });

const definitionShape = {
  id: z.string(),
  version: z.string(),
  name: labelSchema,
  says: labelSchema.meta({ description: '一句话：这个数字说的是什么' }),
  basis: z.array(citationSchema).readonly(),
  certainty: certaintySchema,
  note: z.string().nullable(),
  owner: z.string().meta({ description: '负责这一数字的单位' }),
  format: z.enum(VALUE_FORMATS),
  better: z.enum(['higher', 'lower']).nullable(),
  needs: z.array(z.enum(ENGINES)).readonly().meta({ description: '尚不能测算的，还缺平台的哪些部分' }),
};

export const indicatorSchema = z
  .object({
    ...definitionShape,
    periodKind: z.enum(PERIOD_KINDS),
    isMeasured: z.boolean(),
    targets: z.array(targetSchema).readonly(),
  })
  .meta({ id: 'Indicator' });
export type IndicatorView = z.infer<typeof indicatorSchema>;

const periodSchema = z
  .object({ id: z.string().meta({ examples: ['2021-05'] }), kind: z.enum(PERIOD_KINDS), from: daySchema, to: daySchema })
  .meta({ id: 'Period' });

const numbersSchema = z.object({ total: cellSchema, units: z.array(unitCellSchema).readonly() });

export const indicatorReadingSchema = z
  .object({
    ...definitionShape,
    period: periodSchema,
    ...numbersSchema.shape,
    target: targetSchema.nullable(),
    isMet: z.boolean().nullable().meta({ description: '全区合计是否达到目标；没有数字或没有目标时为 null' }),
    frozenAt: instantSchema.nullable().meta({ description: '已冻结：上面是冻结时的数字，restated 是按今天所知重算的' }),
    restated: numbersSchema.nullable(),
  })
  .meta({ id: 'IndicatorReading' });
export type ReadingView = z.infer<typeof indicatorReadingSchema>;

export const boardSchema = z
  .object({ period: periodSchema, readings: z.array(indicatorReadingSchema).readonly() })
  .meta({ id: 'Board' });

const entrySchema = z.object({
  unit: z.string(),
  name: z.string(),
  item: z.string(),
  period: z.string(),
  expected: wholeSchema,
  actual: wholeSchema,
  met: wholeSchema.meta({ description: '计入的数，不超过应报数' }),
  state: z.enum(['met', 'missing', 'surplus', 'zero-report', 'waived']).meta({ description: 'surplus：报来的多于申报的' }),
  reason: z.string().nullable(),
});
export type EntryView = z.infer<typeof entrySchema>;

/** What lies behind a number; only the list that `kind` names is filled. */
export const indicatorRowsSchema = z
  .object({
    kind: z.enum(['records', 'submissions', 'acts', 'entries']),
    records: z.array(recordSchema).readonly(),
    submissions: z
      .array(
        z.object({
          batch: uuidSchema,
          receiptNo: z.string(),
          unit: z.string(),
          dataset: z.string(),
          at: instantSchema,
          rows: z.number().int(),
        }),
      )
      .readonly(),
    acts: z
      .array(
        z.object({
          id: uuidSchema,
          act: z.string(),
          unit: z.string().nullable(),
          at: instantSchema,
          objectKind: z.string(),
          objectId: z.string(),
        }),
      )
      .readonly(),
    entries: z.array(entrySchema).readonly(),
    next: z.string().nullable().meta({ description: '下一页的 cursor；只有记录分页' }),
  })
  .meta({ id: 'IndicatorRows' });
export type RowsView = z.infer<typeof indicatorRowsSchema>;

export const expectedSetSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    name: labelSchema,
    from: z.enum(['declared', 'provisions', 'bound-units']),
    basis: z.array(citationSchema).readonly(),
    certainty: certaintySchema,
    period: periodSchema,
    entries: z.array(entrySchema).readonly(),
  })
  .meta({ id: 'ExpectedSet' });

/** A word on one entry: a declared total, a zero report, a waiver, or taking any of them back. */
export const expectedWordSchema = z.object({
  kind: z.enum(['declared', 'zero', 'waived', 'revoked']),
  unit: z.string(),
  item: z.string().meta({ description: '数据集', examples: ['licence'] }),
  period: z.string().meta({ examples: ['2021-05'] }),
  count: z.number().int().optional().meta({ description: '申报总数；只在 declared 时写' }),
  name: signatureSchema,
  reason: z.string().max(500).optional().meta({ description: '豁免、撤销，以及申报少于已报数时必填' }),
});
export type ExpectedWordBody = z.infer<typeof expectedWordSchema>;

export const saidSchema = z
  .object({
    set: z.string(),
    unit: z.string(),
    item: z.string(),
    period: z.string(),
    kind: z.enum(['declared', 'zero', 'waived', 'revoked']),
    expected: wholeSchema.nullable(),
    filed: wholeSchema.meta({ description: '这一期间已受理的记录' }),
    reason: z.string().nullable(),
    name: z.string(),
    at: instantSchema,
  })
  .meta({ id: 'ExpectedWord' });

export const freezeSchema = z.object({ period: z.string().meta({ examples: ['2021-05'] }) });
export const frozenSchema = z
  .object({
    period: z.string(),
    indicators: z.array(z.string()).readonly().meta({ description: '这次冻结的；以前冻结过的不在其中' }),
  })
  .meta({ id: 'FrozenPeriod' });

const periodQuery = {
  period: z.string().max(20).optional().meta({ description: '2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间' }),
};
const unitQuery = { unit: z.string().max(100).optional().meta({ description: '只看这个单位；合计仍是全区的' }) };
export const indicatorParamsSchema = z.object({ id: z.string().max(100).meta({ description: '指标编号' }) });
export const expectedParamsSchema = z.object({ set: z.string().max(100).meta({ description: '应报清单编号' }) });
export const indicatorQuerySchema = z.object({ ...periodQuery, ...unitQuery });
export const indicatorRowsQuerySchema = z.object({
  ...periodQuery,
  ...unitQuery,
  part: z.enum(['numerator', 'denominator']).default('numerator').meta({ description: '分子或分母' }),
  ...pageQuerySchema.shape,
});
