/** Pieces every route shares. */
import { isDay } from '@xincheng/core/calendar';
import { CERTAINTIES } from '@xincheng/core/standards';
import { z } from 'zod';

const DAY_NOTE = { description: '日期，YYYY-MM-DD', examples: ['2021-04-23'] };
const DAY_FORM = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, { error: '日期应写成 YYYY-MM-DD' });

/** A day in an answer. */
export const daySchema = DAY_FORM.meta(DAY_NOTE);
/** A day in a request: 30 February is refused here and not by the database. */
export const askedDaySchema = DAY_FORM.refine(isDay, { error: '日历上没有这一天' }).meta(DAY_NOTE);
export const instantSchema = z.iso.datetime({ offset: true }).meta({ description: '时刻，ISO 8601' });
export const uuidSchema = z.uuid();
/** Who answers for an act. */
export const signatureSchema = z
  .string()
  .trim()
  .max(200)
  .optional()
  .meta({ description: '经办人：登录的人不必填，填写的须是本人姓名；用令牌的程序须填办理人姓名' });
export const severitySchema = z.enum(['error', 'confirm', 'warning']);

/** A version that somebody else wrote while one was at it. */
const newerVersionSchema = z
  .object({
    record: uuidSchema,
    version: z.number().int(),
    writtenAt: instantSchema,
    writtenBy: z.string(),
    name: z.string().meta({ description: '写这一版的人' }),
    unit: z.string().meta({ description: '其单位的编号' }),
    fields: z.array(z.string()).meta({ description: '与所据版本不同的字段代码' }),
  })
  .meta({ id: 'NewerVersion' });
export type NewerVersion = z.infer<typeof newerVersionSchema>;

/** RFC 9457, with our stable `code` and a number to quote. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: '稳定的错误代码' }),
    detail: z.string().meta({ description: '一句话：发生了什么、保留了什么、下一步怎么做' }),
    instance: z.string().optional().meta({ description: '本次请求的编号，询问管理员时请报此号' }),
    batch: uuidSchema.optional().meta({ description: '文件中途无法使用时，已登记的批次' }),
    newer: z.array(newerVersionSchema).optional().meta({ description: '所据版本之后的新版本：何人、何时、改了哪些字段' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** A page of a list: `next` is handed back as `cursor`; null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: '下一页的 cursor；没有下一页时为 null' }),
  });
}

/** A list given whole. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item) });
}

export const pageQuerySchema = z.object({
  cursor: z.string().max(200).optional().meta({ description: '上一页给出的 next，原样交回' }),
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: '一页最多几条' }),
});

export const labelSchema = z.object({ zh: z.string(), en: z.string() });
export const certaintySchema = z
  .enum(CERTAINTIES)
  .meta({ description: 'seen 见过原文；known 已知；choice 平台约定；uncertain 待核' });
export const citationSchema = z
  .object({ instrument: z.string(), clause: z.string().optional(), certainty: certaintySchema.optional() })
  .meta({ description: '依据：文件编号与条款' });
