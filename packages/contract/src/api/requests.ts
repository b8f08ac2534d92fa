/** Paths, queries and headers of requests. */
import { z } from 'zod';
import { askedDaySchema, instantSchema, pageQuerySchema, uuidSchema } from './common.ts';
import { recordQuerySchema } from './records.ts';

/** Headers every guarded route knows. */
export const guardedHeadersSchema = z.object({
  'xincheng-unit': z.string().optional().meta({ description: '单位编号：开发令牌只以这一个单位的身份办理' }),
  'xincheng-csrf': z.string().optional().meta({ description: '以 Cookie 访问并改动内容时必填，值见会话的 csrf' }),
  'xincheng-acting-for': z.string().optional().meta({ description: '代这位外出的同事办理：其用户名' }),
});

/** The key under which a client may repeat a request. No slash: behind one stands the name of a child batch. */
const idempotencyKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,200}$/u, { error: '须为 1 到 200 个字母、数字或 . _ : -' })
  .meta({ description: '由客户端生成，每份内容一个，如 UUID', examples: ['0b5f1d3e-6a54-4c0e-9d7e-2f9c1f6f7a10'] });

export const pushHeadersSchema = guardedHeadersSchema.extend({ 'idempotency-key': idempotencyKeySchema });

export const uploadHeadersSchema = guardedHeadersSchema.extend({
  'idempotency-key': idempotencyKeySchema.optional(),
  prefer: z.string().optional().meta({ description: 'respond-async：收下即答复，在后台处理' }),
});

export const uploadQuerySchema = z.object({
  dataset: z.string().meta({ description: '数据集编号', examples: ['licence'] }),
  unit: z.string().meta({ description: '报送单位的编号' }),
  sheet: z.string().min(1).max(31).optional().meta({ description: '工作簿里要读的工作表；不写则读表头相符的那一张' }),
});
export type UploadQuery = z.infer<typeof uploadQuerySchema>;

export const datasetParamsSchema = z.object({
  dataset: z.string().meta({ description: '数据集编号，如 licence', examples: ['licence'] }),
});
export const batchParamsSchema = z.object({ id: uuidSchema.meta({ description: '批次编号' }) });
export const waitingParamsSchema = z.object({ id: uuidSchema.meta({ description: '待确认行的编号' }) });
export const recordParamsSchema = z.object({ id: uuidSchema.meta({ description: '记录编号' }) });

/** In which form a file is wanted. */
export const formatQuerySchema = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv').meta({ description: 'csv，或 xlsx：Excel 工作簿' }),
});

export const batchListQuerySchema = z.object({
  dataset: z.string().optional(),
  unit: z.string().optional(),
  state: z.enum(['received', 'done', 'refused']).optional(),
  from: askedDaySchema.optional().meta({ description: '这一天起收到的' }),
  until: askedDaySchema.optional().meta({ description: '到这一天为止收到的' }),
  ...pageQuerySchema.shape,
});
export const recordListQuerySchema = z.object({ ...recordQuerySchema.shape, ...pageQuerySchema.shape });
export const asOfQuerySchema = z.object({
  asOf: instantSchema.optional().meta({ description: '看当时的版本：这一刻本平台所知' }),
});
