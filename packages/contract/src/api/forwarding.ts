/** Forwarding to the city platform: batches, answers, what is open, refused and due. */
import { z } from 'zod';
import { daySchema, instantSchema, pageQuerySchema, signatureSchema, uuidSchema } from './common.ts';

const operationSchema = z.enum(['add', 'change', 'withdraw']).meta({ description: '新增、修改、撤销' });

export const forwardBatchSchema = z
  .object({
    id: uuidSchema,
    number: z.string().meta({ description: '批次号，市平台的回执以它相认', examples: ['licheng-licence-20210507-001'] }),
    dataset: z.string(),
    templateVersion: z.string(),
    madeAt: instantSchema,
    madeBy: z.string(),
    rows: z.number().int(),
    fileName: z.string(),
    fileSha256: z.string(),
    state: z.enum(['made', 'handed', 'answered']).meta({ description: 'made 未移交；handed 已移交、未回完；answered 已回' }),
    handedAt: instantSchema.nullable(),
    handedBy: z.string().nullable(),
    cityNumber: z.string().nullable().meta({ description: '市平台的接收编号' }),
    answeredAt: instantSchema.nullable(),
  })
  .meta({ id: 'ForwardBatch' });
export type ForwardBatch = z.infer<typeof forwardBatchSchema>;

export const makeForwardBatchesSchema = z.object({ dataset: z.string().meta({ examples: ['licence'] }) });

export const handedBatchSchema = z.object({
  batch: forwardBatchSchema,
  isRepeat: z.boolean().meta({ description: '以前已移交：送出同样的文件，移交时刻不变' }),
});

export const takenAnswerSchema = z
  .object({
    batch: forwardBatchSchema,
    isRepeat: z.boolean().meta({ description: '同一文件此前已导入，本次未写入' }),
    rows: z.number().int(),
    accepted: z.number().int(),
    refused: z.number().int(),
    unchanged: z.number().int().meta({ description: '此前已有同样结论的行' }),
    differingRows: z.array(z.number().int()).meta({ description: '与先前的回执不同的行，仍以先前为准' }),
    unknownLines: z.array(z.number().int()).meta({ description: '文件中不属于该批次的行' }),
  })
  .meta({ id: 'ForwardAnswer' });
export type TakenForwardAnswer = z.infer<typeof takenAnswerSchema>;

const itemSchema = z.object({
  batch: uuidSchema,
  batchNumber: z.string(),
  row: z.number().int(),
  recordId: uuidSchema,
  dataset: z.string(),
  unit: z.string(),
  number: z.string(),
  subjectName: z.string(),
  decidedOn: daySchema,
  version: z.number().int(),
  operation: operationSchema,
  handedAt: instantSchema.nullable(),
});

export const unansweredItemSchema = itemSchema
  .extend({ workingDays: z.number().int().meta({ description: '移交以来的工作日' }) })
  .meta({ id: 'UnansweredForwarding' });

export const refusedItemSchema = itemSchema
  .extend({
    code: z.string().nullable().meta({ description: '市平台的错误代码' }),
    message: z.string().nullable().meta({ description: '市平台的原话' }),
    answeredAt: instantSchema.nullable(),
    isToResend: z.boolean().meta({ description: '已决定不改内容再报' }),
  })
  .meta({ id: 'RefusedForwarding' });

export const dueForwardingSchema = z
  .object({
    recordId: uuidSchema,
    dataset: z.string(),
    unit: z.string(),
    number: z.string(),
    subjectName: z.string(),
    decidedOn: daySchema,
    dueOn: daySchema.nullable(),
    daysLeft: z.number().int().nullable().meta({ description: '剩余天数，负数为已逾期' }),
  })
  .meta({ id: 'DueForwarding' });

export const forwardingCountSchema = z
  .object({
    dataset: z.string(),
    unit: z.string(),
    records: z.number().int().meta({ description: '应上传' }),
    forwarded: z.number().int(),
    unanswered: z.number().int(),
    accepted: z.number().int(),
    refused: z.number().int(),
    cityReceived: z.number().int().meta({ description: '及时率的分母：市平台已收' }),
    cityTimely: z.number().int().meta({ description: '及时率的分子：期限内收到' }),
  })
  .meta({ id: 'ForwardingCount' });

export const resendSchema = z.object({
  records: z.array(uuidSchema).min(1).max(1000),
  name: signatureSchema,
  reason: z.string().regex(/\S/u, { error: '须写明理由' }).max(500),
});
export const resentSchema = z.object({
  records: z.array(uuidSchema).meta({ description: '将再报的记录；不是“未通过”的不在其中' }),
});

export const forwardBatchParamsSchema = z.object({ id: uuidSchema.meta({ description: '上传批次编号' }) });
export const forwardBatchQuerySchema = z.object({
  dataset: z.string().optional(),
  state: z.enum(['made', 'handed', 'answered']).optional(),
  ...pageQuerySchema.shape,
});
export const forwardItemQuerySchema = z.object({
  dataset: z.string().optional(),
  unit: z.string().optional(),
  ...pageQuerySchema.shape,
});
export const unansweredQuerySchema = forwardItemQuerySchema.extend({
  days: z.coerce.number().int().min(0).max(1000).default(0).meta({ description: '至少已过几个工作日' }),
});
export const dueForwardingQuerySchema = z.object({
  days: z.coerce.number().int().min(0).max(1000).default(5).meta({ description: '几天之内到期；已逾期的总在其中' }),
  limit: pageQuerySchema.shape.limit,
});
export const answerQuerySchema = z.object({
  batch: z.string().max(200).optional().meta({ description: '文件里没有批次号时，指明批次' }),
});
