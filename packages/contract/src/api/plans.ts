/** Plans: read from a document, confirmed by another person, given out; and how their tasks stand. */
import { ABSENCES, ENGINES, TARGET_BOUNDS } from '@xincheng/core/indicators';
import { CONDITION_OUTCOMES, DUE_KINDS, PLAN_TARGET_KINDS, TASK_STATES, UNREAD_REASONS } from '@xincheng/core/plans';
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, labelSchema, signatureSchema } from './common.ts';

const words = z.string().trim().min(1).max(5000);
const name = signatureSchema;
const reasoned = { name, reason: words.meta({ description: '理由' }) };
const idSchema = z
  .string()
  .max(100)
  .meta({ description: '方案编号', examples: ['licheng-2021'] });
const numberSchema = z
  .string()
  .max(20)
  .meta({ description: '任务编号', examples: ['十1'] });
const unitNames = z.array(z.string().trim().min(1).max(200)).max(200).meta({ description: '单位或单位组，写名称或编号' });
const targetSchema = z.object({
  kind: z.enum(PLAN_TARGET_KINDS),
  is: z.enum(['at-least', 'at-most', 'below', 'above', 'equal']),
  value: z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u, { error: '应为数字' })
    .max(30)
    .exactOptional(),
  words: z.string().trim().min(1).max(500).meta({ description: '原文的写法' }),
});
const instrumentSchema = z.object({
  title: z.string().trim().min(1).max(500),
  number: z.string().trim().min(1).max(200).exactOptional(),
});
const areaSchema = z.object({ number: z.string(), title: z.string() });
const linesSchema = z
  .object({ first: z.number().int(), last: z.number().int() })
  .meta({ description: '在文件的第几行到第几行（段、表格的行），从 1 数起' });

/** A plan in effect or ended. */
const planHead = {
  id: idSchema,
  title: z.string(),
  issuedOn: daySchema.nullable(),
  state: z.enum(['confirmed', 'closed']),
  importedBy: z.string(),
  confirmedBy: z.string(),
  confirmedAt: instantSchema,
  confirmedOn: daySchema,
  closedAt: instantSchema.nullable(),
};

const planHeadSchema = z.object(planHead).meta({ id: 'PlanHead' });

const draftHead = {
  id: idSchema,
  title: z.string(),
  issuedOn: daySchema.nullable(),
  fileName: z.string(),
  fileSha256: z.string().nullable(),
  importedBy: z.string(),
  importedAt: instantSchema,
  amendedBy: z.array(z.string()).meta({ description: '改正过任务或处理过未读懂内容的人；他们和导入人不能确认' }),
};

export const planListSchema = z.object({
  plans: z.array(planHeadSchema),
  drafts: z.array(z.object(draftHead).meta({ id: 'PlanDraftHead' })).meta({ description: '待确认的；只有区信用办看得到' }),
});

export const planDraftSchema = z
  .object({
    ...draftHead,
    headings: z
      .array(z.object({ text: z.string(), lines: linesSchema }))
      .meta({ description: '标题、章节等读懂了而不是任务的内容' }),
    areas: z.array(areaSchema.extend({ lines: linesSchema.nullable() })),
    tasks: z.array(
      z.object({
        number: numberSchema,
        area: z.string(),
        text: z.string(),
        leads: z.array(z.string()),
        responsible: z.array(z.string()),
        supporting: z.array(z.string()),
        due: daySchema.nullable(),
        dueKind: z.enum(DUE_KINDS),
        targets: z.array(targetSchema),
        instruments: z.array(instrumentSchema),
        assignment: z.string().meta({ description: '原文里分派任务的那些话；没有的为空' }),
        isOpenEnded: z.boolean().meta({ description: '单位写到“等有关单位”为止' }),
        lines: linesSchema,
      }),
    ),
    unread: z
      .array(
        z.object({
          ordinal: z.number().int(),
          reason: z.enum(UNREAD_REASONS),
          line: z.number().int(),
          text: z.string(),
          task: z.string().nullable(),
          settledAs: z.enum(['resolved', 'irrelevant']).nullable(),
          settledWords: z.string().nullable(),
          settledBy: z.string().nullable(),
        }),
      )
      .meta({ description: '没有读懂的内容；全部处理后才能确认' }),
    unknownUnits: z.array(z.object({ number: numberSchema, name: z.string() })).meta({ description: '没有认出的单位' }),
  })
  .meta({ id: 'PlanDraft' });

export const planParamsSchema = z.object({ id: idSchema });
export const taskParamsSchema = z.object({ id: idSchema, number: numberSchema });
export const planImportQuerySchema = z.object({ id: idSchema, name });

export const draftAmendmentSchema = z.object({
  number: numberSchema,
  leads: unitNames.optional(),
  responsible: unitNames.optional(),
  supporting: unitNames.optional(),
  due: z.object({ kind: z.enum(DUE_KINDS), on: askedDaySchema.nullable() }).optional(),
  targets: z.array(targetSchema).max(50).optional(),
  instruments: z.array(instrumentSchema).max(50).optional(),
  acceptsEarlyDue: z.boolean().optional().meta({ description: '时限早于方案日期属实' }),
  ...reasoned,
});
export const draftSettlementSchema = z.object({
  ordinals: z.array(z.number().int().min(1)).min(1).max(1000),
  as: z.enum(['resolved', 'irrelevant']).meta({ description: 'resolved 已据以改正任务；irrelevant 与任务无关' }),
  ...reasoned,
});
export const reasonedSchema = z.object(reasoned);
export const namedSchema = z.object({ name });
export const planDoneSchema = z.object({ id: idSchema });

export const dispatchedSchema = z
  .object({
    id: idSchema,
    title: z.string(),
    tasks: z.number().int(),
    units: z.number().int(),
    withoutProof: z.array(numberSchema).readonly().meta({ description: '没有写明完成依据的任务' }),
  })
  .meta({ id: 'DispatchedPlan' });

export const planAmendmentSchema = z.object({
  number: numberSchema,
  document: words.meta({ description: '文号或文件名称' }),
  dueOn: askedDaySchema.optional(),
  units: z
    .object({ leads: unitNames, responsible: unitNames, supporting: unitNames })
    .optional()
    .meta({ description: '任务今后的全部单位' }),
  preparedBy: z.string().trim().min(1).max(200).meta({ description: '拟办人：登录的人写拟办人的用户名或姓名' }),
  ...reasoned,
});

const boundSchema = z.object({
  number: numberSchema,
  unit: z.string(),
  role: z.enum(['lead', 'responsible', 'supporting']),
  namedAs: z.string(),
  viaGroup: z.string().nullable(),
  since: daySchema,
});

export const planAmendedSchema = z
  .object({
    number: numberSchema,
    dueOn: z.object({ from: daySchema.nullable(), to: daySchema }).nullable(),
    bound: z.array(boundSchema),
    released: z.array(boundSchema),
  })
  .meta({ id: 'AmendedTask' });

const partSchema = z.object({
  unit: z.string(),
  roles: z.array(boundSchema.shape.role),
  measured: z.number().int(),
  fulfilled: z.number().int(),
});

const taskHead = {
  number: numberSchema,
  area: z.string(),
  short: labelSchema.nullable(),
  text: z.string(),
  dueOn: daySchema.nullable(),
  plannedDueOn: daySchema.nullable(),
  dueKind: z.enum(DUE_KINDS),
  state: z.enum(TASK_STATES).meta({ description: '未开始、进行中、已证明、逾期、倒退；读时按数据算出' }),
  isProvenLate: z.boolean(),
  firstProvenOn: daySchema.nullable(),
  hasProof: z.boolean().meta({ description: '是否写明怎样算完成' }),
  conditions: z.number().int(),
  holding: z.number().int(),
  needs: z.array(z.enum(ENGINES)).meta({ description: '尚不能测算的，还缺平台的哪些部分' }),
  isDeclared: z.boolean().meta({ description: '有单位申报完成；申报不等于证明' }),
  bound: z.array(boundSchema),
  mine: z.array(partSchema).meta({ description: '本单位的部分' }),
};
const taskSchema = z.object(taskHead).meta({ id: 'PlanTask' });

const asOfSchema = instantSchema.meta({ description: '状态是按这一时刻的数据算出的' });

export const planSchema = z
  .object({ ...planHead, asOf: asOfSchema, areas: z.array(areaSchema), tasks: z.array(taskSchema) })
  .meta({ id: 'Plan' });

const counts = {
  'not-started': z.number().int(),
  'in-progress': z.number().int(),
  proven: z.number().int(),
  late: z.number().int(),
  regressed: z.number().int(),
} satisfies Record<(typeof TASK_STATES)[number], z.ZodType>;

export const planBoardSchema = z
  .object({
    plan: planHeadSchema,
    asOf: asOfSchema,
    counts: z.object(counts),
    areas: z.array(areaSchema.extend(counts)),
    next: z.array(taskSchema).meta({ description: '将到期而未证明的，先到期的在前' }),
    troubled: z.array(taskSchema).meta({ description: '逾期或倒退的' }),
    units: z.array(
      z.object({
        unit: z.string(),
        tasks: z.number().int(),
        measured: z.number().int(),
        fulfilled: z.number().int(),
        ...counts,
      }),
    ),
  })
  .meta({ id: 'PlanBoard' });

const cell = {
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  absence: z.enum(ABSENCES).nullable(),
};

export const declarationSchema = z
  .object({ number: numberSchema, unit: z.string(), words: z.string(), name: z.string(), at: instantSchema, day: daySchema })
  .meta({ id: 'TaskDeclaration' });

export const taskDetailSchema = z
  .object({
    ...taskHead,
    asOf: asOfSchema,
    targets: z.array(targetSchema),
    instruments: z.array(instrumentSchema),
    proof: z.array(
      z.object({
        id: z.string(),
        says: labelSchema,
        outcome: z.enum(CONDITION_OUTCOMES),
        source: z.object({ kind: z.enum(['indicator', 'expected', 'records', 'needs']), id: z.string().nullable() }),
        period: z.string().nullable(),
        shown: z.string(),
        total: z.object(cell),
        target: z.object({ is: z.enum(TARGET_BOUNDS), value: z.string().optional() }).nullable(),
        needs: z.array(z.enum(ENGINES)),
        version: z.string().nullable(),
        parts: z.array(z.object({ unit: z.string(), ...cell, shown: z.string(), isMet: z.boolean().nullable() })),
      }),
    ),
    parts: z.array(partSchema).meta({ description: '各单位的部分：本单位的；牵头单位和区信用办看到全部' }),
    declarations: z.array(declarationSchema),
    dueChanges: z.array(
      z.object({
        dueOn: daySchema,
        reason: z.string(),
        document: z.string().nullable(),
        askedBy: z.string().meta({ description: '申请延期或拟办调整的人' }),
        approvedBy: z.string(),
        at: instantSchema,
      }),
    ),
    amendments: z
      .array(
        z.object({
          document: z.string(),
          reason: z.string(),
          preparedBy: z.string(),
          approvedBy: z.string(),
          at: instantSchema,
        }),
      )
      .meta({ description: '凭文件作出的调整：时限或单位' }),
    history: z
      .array(
        z.object({
          condition: z.string(),
          from: z.enum(CONDITION_OUTCOMES).nullable(),
          to: z.enum(CONDITION_OUTCOMES),
          at: instantSchema,
          day: daySchema,
          version: z.string(),
        }),
      )
      .meta({ description: '各项依据何时成立、何时不再成立；all 是全部依据一起' }),
  })
  .meta({ id: 'PlanTaskDetail' });

export const declareSchema = z.object({ unit: z.string().max(100), words: words.meta({ description: '完成了什么' }), name });

export type PlanDraftAnswer = z.infer<typeof planDraftSchema>;
export type PlanAnswer = z.infer<typeof planSchema>;
export type PlanBoardAnswer = z.infer<typeof planBoardSchema>;
export type TaskAnswer = z.infer<typeof taskSchema>;
export type TaskDetailAnswer = z.infer<typeof taskDetailSchema>;
export type BoundAnswer = z.infer<typeof boundSchema>;
