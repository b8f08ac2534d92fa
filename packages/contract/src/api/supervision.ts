/** The work around tasks: matters, the acts upon them, reports owed. */
import { DECISIONS, MATTER_ACTS, MATTER_KINDS, MATTER_STATES } from '@xincheng/core/supervision';
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, pageQuerySchema, signatureSchema, uuidSchema } from './common.ts';

const kindSchema = z.enum(MATTER_KINDS).meta({ description: '进展报告、工作推进方案、督办单、延期、移交、退回任务、催办' });
const stateSchema = z.enum(MATTER_STATES);
const actSchema = z.enum(MATTER_ACTS);
const words = z.string().trim().min(1).max(5000);
const figureSchema = z.object({ name: z.string().trim().min(1).max(100), value: z.string().max(30) });
const filesSchema = z.array(uuidSchema).max(50).meta({ description: '先作为附件上传，再在这里写编号' });

export const matterSchema = z
  .object({
    id: uuidSchema,
    kind: kindSchema,
    plan: z.string(),
    number: z.string().nullable().meta({ description: '任务编号；推进方案为 null' }),
    unit: z.string(),
    period: z.string().nullable(),
    otherUnit: z.string().nullable().meta({ description: '移交的接收单位' }),
    openedAt: instantSchema,
    state: stateSchema,
    next: z.array(actSchema).meta({ description: '现在可以办理的下一步' }),
    dueOn: daySchema.nullable(),
    document: z.string().nullable().meta({ description: '督办单文号' }),
    acts: z.array(
      z.object({
        ordinal: z.number().int(),
        act: actSchema,
        byUnit: z.string().nullable().meta({ description: '办理的单位；区信用办为 null' }),
        name: z.string(),
        at: instantSchema,
        day: daySchema,
        words: z.string().nullable(),
        figures: z.array(z.object({ name: z.string(), value: z.string() })),
        attachments: z.array(uuidSchema),
        sinceOn: daySchema.nullable(),
        dueOn: daySchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'Matter' });
export type MatterAnswer = z.infer<typeof matterSchema>;

const part = {
  plan: z.string().max(100),
  number: z
    .string()
    .max(20)
    .meta({ examples: ['十1'] }),
  unit: z.string().max(100),
};
const said = { name: signatureSchema, words };

/** The first act of a matter. */
export const openMatterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report'),
    ...part,
    ...said,
    period: z
      .string()
      .max(10)
      .meta({ examples: ['2021-05'] }),
    figures: z.array(figureSchema).max(100).optional(),
    attachments: filesSchema.optional(),
  }),
  z.object({ kind: z.literal('report-call'), ...part, ...said, period: z.string().max(10), dueOn: askedDaySchema }),
  z.object({ kind: z.literal('action-plan'), plan: part.plan, unit: part.unit, ...said, attachments: filesSchema.min(1) }),
  z.object({ kind: z.literal('order'), ...part, ...said, sinceOn: askedDaySchema.meta({ description: '自这一天起未落实' }) }),
  z.object({ kind: z.literal('urging'), ...part, ...said }),
  z.object({ kind: z.literal('extension'), ...part, ...said, dueOn: askedDaySchema }),
  z.object({ kind: z.literal('hand-over'), ...part, ...said, to: z.string().max(100).meta({ description: '接收单位' }) }),
  z.object({ kind: z.literal('release'), ...part, ...said }),
]);
export type OpenMatter = z.infer<typeof openMatterSchema>;

export const matterActSchema = z.object({
  act: z.enum(DECISIONS),
  name: signatureSchema,
  words: words.optional().meta({ description: '内容或理由；审核通过、批准、签发、办结可以不写' }),
  attachments: filesSchema.optional(),
});

export const matterParamsSchema = z.object({ id: uuidSchema.meta({ description: '事项编号' }) });
export const matterQuerySchema = z.object({
  kind: kindSchema.optional(),
  plan: z.string().optional(),
  number: z.string().optional(),
  unit: z.string().optional(),
  open: z.enum(['true', 'false']).default('false').meta({ description: 'true：只列没有办完的' }),
  ...pageQuerySchema.shape,
});

export const owedReportSchema = z
  .object({
    plan: z.string(),
    number: z.string(),
    unit: z.string(),
    period: z.string(),
    dueOn: daySchema.nullable(),
    matter: uuidSchema.nullable(),
    firstFiledOn: daySchema.nullable(),
    isMissing: z.boolean().meta({ description: '还没有报，或被退回未重报' }),
    isLate: z.boolean().meta({ description: '逾期报送，或逾期未报' }),
  })
  .meta({ id: 'OwedReport' });

export const owedReportQuerySchema = z.object({ plan: z.string() });
