/** Alarms of concealment: what seems to be missing, what the unit answered, what the credit office made of it. */
import { ALARM_ANSWERS, ALARM_KINDS, ALARM_STATES, ALARM_STEPS } from '@xincheng/core/concealment';
import { z } from 'zod';
import { daySchema, instantSchema, pageQuerySchema, signatureSchema, uuidSchema } from './common.ts';

const wordsSchema = z.string().trim().min(1).max(1000).meta({ description: '说明' });
const documentSchema = z.string().trim().min(1).max(200).optional().meta({ description: '依据的文件或登记簿' });
const said = { name: signatureSchema, words: wordsSchema, document: documentSchema };

export const alarmSchema = z
  .object({
    id: uuidSchema,
    unit: z.string(),
    kind: z.enum(ALARM_KINDS).meta({ description: 'gap 文号缺号；drop 报送骤减；seen 别处见到而未报送' }),
    dataset: z.string(),
    sentence: z.string().meta({ description: '一句话：缺了什么' }),
    numbers: z.array(z.string()).meta({ description: '缺少的文号；骤减没有文号' }),
    evidence: z.record(z.string(), z.unknown()).meta({ description: '依据：前后文号、件数与往常、见于何处' }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: '把握：按该单位以往缺号核实的结果，这条缺号确为漏报的可能；只用于排序' }),
    foundOn: daySchema,
    dueOn: daySchema.nullable().meta({ description: '答复期限' }),
    state: z
      .enum(ALARM_STATES)
      .meta({ description: 'open 待答复；answered 待审核；returned 已退回；closed 已销号；filed 已补报' }),
    isOverdue: z.boolean(),
    steps: z.array(
      z.object({
        ordinal: z.number().int(),
        step: z.enum(ALARM_STEPS),
        answer: z.enum(ALARM_ANSWERS).nullable(),
        words: z.string(),
        document: z.string().nullable(),
        name: z.string(),
        at: instantSchema,
      }),
    ),
  })
  .meta({ id: 'ConcealmentAlarm' });

export const alarmQuerySchema = pageQuerySchema.extend({
  unit: z.string().optional().meta({ description: '只看某一单位' }),
  state: z
    .enum(['open', 'answered', 'returned', 'closed'])
    .optional()
    .meta({ description: '按办理的最后一步；已补报而未答复的仍在 open、returned 里' }),
});
export const alarmParamsSchema = z.object({ id: uuidSchema });

export const alarmActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('answer'), answer: z.enum(ALARM_ANSWERS), ...said }),
  z.object({ act: z.literal('accept'), ...said }),
  z.object({ act: z.literal('return'), ...said }),
]);

export const voidNumbersSchema = z.object({
  unit: z.string(),
  numbers: z.array(z.string().trim().min(1).max(100)).min(1).max(1000).meta({ description: '依法没有使用的文号' }),
  ...said,
});
export const voidQuerySchema = z.object({
  unit: z.string().optional().meta({ description: '只看某一单位' }),
  month: z
    .string()
    .max(20)
    .optional()
    .meta({ description: '只看某一月份登记的', examples: ['2021-05'] }),
  limit: pageQuerySchema.shape.limit,
  // Holds a whole series, which may be long.
  cursor: z.string().max(1000).optional().meta({ description: '上一页给出的 next，原样交回' }),
});
export const voidNumberSchema = z
  .object({
    unit: z.string(),
    series: z.string().meta({ description: '号段，# 为顺序号', examples: ['济历城市监罚〔2021〕#号'] }),
    serial: z.number().int(),
    number: z.string(),
    notedOn: daySchema.meta({ description: '登记日期' }),
    reason: z.string(),
    document: z.string().nullable().meta({ description: '依据的文件或登记簿' }),
    name: z.string(),
    alarm: uuidSchema.nullable().meta({ description: '区信用办在哪条线索上认可的；null 为单位自行登记、未经审核' }),
    isFiled: z.boolean().meta({ description: '该单位在这一文号下另有报送' }),
    isSeen: z.boolean().meta({ description: '这一文号的决定在别处见到过' }),
  })
  .meta({ id: 'VoidNumber' });
export const notedSchema = z.object({ noted: z.number().int().meta({ description: '新登记的个数' }) });

export const sightingSchema = z.object({
  unit: z.string().meta({ description: '作出决定的单位' }),
  dataset: z.string(),
  number: z.string().trim().min(1).max(100),
  seenIn: z.enum(['repair', 'objection', 'credit-check', 'inspection', 'complaint', 'publication']),
  ...said,
});

export const scannedSchema = z
  .object({
    raised: z.number().int().meta({ description: '新增线索' }),
    gaps: z.number().int(),
    drops: z.number().int(),
    seen: z.number().int(),
    judged: z.number().int().meta({ description: '查了几个号段' }),
    unjudged: z.number().int().meta({ description: '太短或空号太多、看不出问题的号段' }),
  })
  .meta({ id: 'ConcealmentScan' });
