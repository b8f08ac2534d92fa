/** The audit log: events and the end of the chain over them. */
import { z } from 'zod';
import { instantSchema, pageQuerySchema, uuidSchema } from './common.ts';

export const auditEventSchema = z
  .object({
    id: uuidSchema,
    at: instantSchema,
    actor: z.string().meta({ description: '账号、命令行用户或平台自身' }),
    unit: z.string().nullable().meta({ description: '涉及的单位编号' }),
    act: z.string().meta({ description: '做了什么', examples: ['record.look', 'batch.merge'] }),
    objectKind: z.string(),
    objectId: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEvent' });

export const auditHeadSchema = z
  .object({
    head: z
      .object({
        block: z.number().int().meta({ description: '最后一个区块的序号' }),
        events: z.number().int().meta({ description: '链上共有多少事件' }),
        hash: z.string().meta({ description: '链头，64 个十六进制数字；抄录在别处，日后可用来核对' }),
        sealedAt: instantSchema,
      })
      .nullable()
      .meta({ description: '还没有封存任何事件时为 null' }),
  })
  .meta({ id: 'AuditHead' });

export const auditQuerySchema = z.object({
  objectKind: z.string().max(100).optional().meta({ description: '对象的种类，如 record、batch' }),
  objectId: z.string().max(200).optional(),
  actor: z.string().max(200).optional(),
  act: z.string().max(100).optional(),
  from: instantSchema.optional().meta({ description: '从这一刻起' }),
  before: instantSchema.optional().meta({ description: '到这一刻之前' }),
  ...pageQuerySchema.shape,
});
