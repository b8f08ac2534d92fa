/** Records: reading one, its versions, lists. */
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, labelSchema, uuidSchema } from './common.ts';
import { markSchema } from './publicity.ts';

const timelinessSchema = z.object({
  deadline: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: labelSchema,
  dueOn: daySchema.nullable(),
  isProvisional: z.boolean().meta({ description: '超出已公布的节假日安排，按双休估算' }),
  receivedOn: daySchema,
  isLate: z.boolean(),
  lateDays: z.number().int(),
  certainty: z.enum(['seen', 'known', 'choice', 'uncertain']),
  city: z
    .object({ receivedOn: daySchema.nullable(), isLate: z.boolean(), lateDays: z.number().int() })
    .nullable()
    .meta({ description: '按市平台回执计；尚无回执的按今天计。不上传市平台的为 null' }),
});

const forwardingSchema = z
  .object({
    forwardedAt: instantSchema.nullable(),
    cityReceiptAt: instantSchema.nullable(),
    state: z.enum(['sent', 'accepted', 'refused']).meta({ description: '最近一次上传：未回、通过、未通过' }),
    operation: z.enum(['add', 'change', 'withdraw']),
    version: z.number().int().meta({ description: '最近一次放入批次的版本' }),
    isAtCity: z.boolean().meta({ description: '市平台现在有这条记录' }),
    batch: uuidSchema,
  })
  .meta({ description: '上传市平台的情况；从未放入批次的为 null' });

export const recordSchema = z
  .object({
    recordId: uuidSchema,
    dataset: z.string(),
    datasetVersion: z.string(),
    unit: z.string(),
    subject: z.object({ key: z.string(), kind: z.enum(['legal', 'soleTrader', 'natural']), name: z.string() }),
    authority: z.string(),
    number: z.string(),
    decidedOn: daySchema,
    receivedAt: instantSchema,
    state: z.enum(['held', 'published', 'ended', 'withdrawn', 'suspended']),
    stateReason: z.string().nullable(),
    shownUntil: daySchema.nullable().meta({ description: '公示的最后一天；不公示的、已被后来版本取代的为 null' }),
    marks: z
      .array(z.object({ mark: markSchema, since: daySchema, words: z.string().nullable() }))
      .meta({ description: '当时有效的标注：异议处理中、主体声明' }),
    version: z.number().int(),
    writtenAt: instantSchema,
    writtenBy: z.string(),
    reason: z.string(),
    lineage: z.object({ batch: uuidSchema, row: z.number().int() }),
    parent: uuidSchema.nullable(),
    sameNumberAs: uuidSchema.nullable(),
    values: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .meta({ description: '字段代码 → 值；敏感字段已遮蔽' }),
    timeliness: z.array(timelinessSchema),
    forwarding: forwardingSchema.nullable(),
    rollups: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CreditRecord' });
export type RecordView = z.infer<typeof recordSchema>;

export const recordQuerySchema = z.object({
  dataset: z.string().optional(),
  unit: z.string().optional(),
  subject: z.string().optional(),
  parent: uuidSchema.optional(),
  state: z.enum(['held', 'published', 'ended', 'withdrawn', 'suspended']).optional(),
  text: z.string().trim().min(1).max(100).optional().meta({ description: '文号或主体名称的一部分；文号的括号与空格不计' }),
  decidedFrom: askedDaySchema.optional(),
  decidedTo: askedDaySchema.optional(),
});
