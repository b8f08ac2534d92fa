/** Subjects: one organisation with its names, codes, joined keys and records; joins by hand. */
import { z } from 'zod';
import { daySchema, instantSchema, signatureSchema, uuidSchema } from './common.ts';

const aliasSchema = z.object({
  kind: z.enum(['name', 'code', 'registration-no']),
  value: z.string(),
  source: z.enum(['stated', 'change']).meta({ description: 'stated 登记信息里写明；change 登记信息变更留下' }),
  knownAt: instantSchema,
  endedAt: instantSchema.nullable(),
});

const subjectJoinSchema = z
  .object({
    id: uuidSchema,
    from: z.string(),
    into: z.string(),
    joinedAt: instantSchema,
    joinedBy: z.string(),
    reason: z.string(),
    document: z.string().nullable().meta({ description: '更正所依据文件的文号；不是更正的为空' }),
    undoneAt: instantSchema.nullable(),
    undoneBy: z.string().nullable(),
    undoneReason: z.string().nullable(),
  })
  .meta({ id: 'SubjectJoin' });

export const subjectSchema = z
  .object({
    key: z.string(),
    state: z.enum(['registered', 'provisional']).meta({ description: 'registered 法人库中有；provisional 暂定，库中还没有' }),
    asked: z
      .object({ key: z.string(), state: z.enum(['registered', 'provisional', 'merged']) })
      .meta({ description: '所问的主体编号；merged 已并入本主体' }),
    kind: z.enum(['legal', 'soleTrader']).nullable(),
    body: z.string().nullable().meta({ description: '主体类型，如企业、社会团体' }),
    name: z.string().nullable(),
    standing: z.string().nullable().meta({ description: '登记状态，如存续、注销' }),
    standingOn: daySchema.nullable().meta({ description: '登记状态日期' }),
    registration: uuidSchema.nullable().meta({ description: '登记信息的记录编号' }),
    registeredAt: instantSchema.nullable(),
    aliases: z.array(aliasSchema),
    keys: z.array(z.string()).meta({ description: '归到本主体的全部主体编号，本主体的在前' }),
    joins: z.array(subjectJoinSchema),
    records: z.record(z.string(), z.number().int()).meta({ description: '数据集编号 → 记录条数，撤回的不算' }),
  })
  .meta({ id: 'Subject' });
export type SubjectView = z.infer<typeof subjectSchema>;

export const subjectParamsSchema = z.object({
  key: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: '主体编号：统一社会信用代码，没有代码的为 R注册号|名称', examples: ['91370112MA0000015R'] }),
});

const byWhom = {
  name: signatureSchema,
  reason: z.string().trim().min(2).max(500).meta({ description: '理由' }),
};
export const joinRequestSchema = z.object({
  into: z.string().min(1).max(300).meta({ description: '并入哪个主体' }),
  rectification: z
    .object({ document: z.string().trim().min(2).max(100).meta({ description: '依据文件的文号' }) })
    .nullable()
    .default(null)
    .meta({ description: '重错码更正：两个主体在法人库中都存续的，只有更正才能合并' }),
  ...byWhom,
});
export const undoRequestSchema = z.object(byWhom);
