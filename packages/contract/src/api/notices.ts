/** Notices: the inbox, what a unit was told, and how it went out. */
import { NOTICE_CHANNELS } from '@xincheng/core/standards';
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, pageQuerySchema, signatureSchema, uuidSchema } from './common.ts';

const deliverySchema = z.object({
  channel: z.enum(NOTICE_CHANNELS),
  state: z
    .enum(['queued', 'sending', 'sent', 'failed', 'given-up'])
    .meta({ description: 'queued 待送；sending 正在送；sent 已送达；failed 未成、将再试；given-up 放弃' }),
  attempts: z.number().int(),
  nextAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  proof: z.string().nullable().meta({ description: '送达凭据，如邮件服务器的答复' }),
  problem: z
    .string()
    .nullable()
    .meta({ description: 'no-address 单位没有登记地址；too-old 过期；unsure 不知是否送到；或对方的答复' }),
});

export const noticeSchema = z
  .object({
    id: uuidSchema,
    template: z.string(),
    unit: z.string(),
    toRole: z.string(),
    fromUnit: z.string().nullable().meta({ description: '发送单位；空为区信用办或系统' }),
    about: z.object({ kind: z.string(), id: z.string() }),
    title: z.string(),
    body: z.string(),
    sentAt: instantSchema,
    sentBy: z.string(),
    answerDueOn: daySchema.nullable(),
    readAt: instantSchema.nullable(),
    readBy: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
    answeredBy: z.string().nullable(),
    answer: z.string().nullable(),
    deliveries: z.array(deliverySchema),
  })
  .meta({ id: 'Notice' });
export type NoticeBody = z.infer<typeof noticeSchema>;

export const noticeParamsSchema = z.object({ id: uuidSchema.meta({ description: '通知编号' }) });
export const noticeListQuerySchema = z.object({
  unit: z.string().optional(),
  only: z.enum(['unread', 'unanswered']).optional().meta({ description: 'unread 未签收；unanswered 待答复' }),
  ...pageQuerySchema.shape,
});
export const freeNoticeSchema = z.object({
  unit: z.string(),
  title: z.string().regex(/\S/u, { error: '须有标题' }).max(200),
  text: z.string().regex(/\S/u, { error: '须有内容' }).max(5000),
  answerDueOn: askedDaySchema.optional(),
});
export const noticeReadingSchema = z.object({ name: signatureSchema });
export const noticeAnswerSchema = z.object({ name: signatureSchema, text: z.string().trim().min(1).max(5000) });
