/** The standards an installation runs on, as a form, a template or a client needs them. */
import { DAY_UNITS, DIMENSIONS, FIELD_TYPES, NEEDS, REQUIREMENTS, STANDINGS, SUBJECT_KINDS } from '@xincheng/core/standards';
import { z } from 'zod';
import { certaintySchema, citationSchema, daySchema, labelSchema, severitySchema } from './common.ts';

/** Open to everyone: whether the service answers, and on which standards it runs. */
export const healthSchema = z
  .object({
    status: z.enum(['ok', 'failing']),
    isDemo: z.boolean().meta({ description: '演示区：数据与代码均为虚构' }),
    standardsDigest: z.string().meta({ description: '标准与区县数据包的摘要' }),
    database: z.enum(['ok', 'unreachable']),
  })
  .meta({ id: 'Health' });

const codeValueSchema = z.object({
  value: z.string(),
  name: labelSchema.optional(),
  aliases: z.array(z.string()).readonly().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  kinds: z.array(z.enum(SUBJECT_KINDS)).readonly().optional(),
  group: z.string().optional(),
  freeSuffix: z.boolean().optional().meta({ description: '后面可以接“-具体种类”' }),
  numberedAs: z.literal('citizen-id').optional().meta({ description: '这种证件的号码是公民身份号码' }),
  standing: z.enum(STANDINGS).optional().meta({ description: '登记状态的含义：living 存续，ended 已经终止' }),
  note: z.string().optional(),
});

/** One thing for each kind of subject. */
function byKind<T extends z.ZodType>(item: T) {
  return z.object({ legal: item, soleTrader: item, natural: item });
}

const fieldFormSchema = z
  .object({
    code: z.string(),
    name: labelSchema,
    aliases: z.array(z.string()).readonly(),
    role: z.string().nullable(),
    alsoRoles: z.array(z.string()).readonly().meta({ description: '同一列兼任的其他角色' }),
    types: byKind(z.enum(FIELD_TYPES)),
    requirements: byKind(z.enum(REQUIREMENTS)),
    requiredIf: z.string().nullable().meta({ description: '表达式：为真时必填' }),
    blankIf: z.string().nullable().meta({ description: '表达式：为真时须留空' }),
    maxLength: z.number().int().nullable(),
    unit: z.enum(['wan-yuan', 'yuan']).nullable(),
    codes: z.array(codeValueSchema).readonly(),
    hasFreeSuffix: z.boolean(),
    cites: z.literal('instrument').nullable().meta({ description: '引用依据：文号、编号或者全称，几个用分号隔开' }),
    ref: z
      .string()
      .nullable()
      .meta({ description: '填另一数据集某条记录的编号：该数据集的编号；机关、主体相同，同属一个上级记录的，上级也相同' }),
    guidance: labelSchema.nullable(),
    example: z.string().nullable(),
    isSensitive: z.boolean(),
    isPublic: z.boolean(),
    certainty: certaintySchema,
    note: z.string().nullable(),
  })
  .meta({ id: 'FieldForm' });

const checkFormSchema = z
  .object({
    code: z.string(),
    name: labelSchema,
    severity: severitySchema,
    needs: z.enum(NEEDS),
    column: z.string().nullable(),
    message: z.string(),
    fix: z.string(),
    certainty: certaintySchema,
    basis: z.array(citationSchema).readonly(),
  })
  .meta({ id: 'CheckForm' });

const catalogSchema = z.object({
  item: z.string(),
  basis: z.array(citationSchema).readonly(),
  publicity: z.enum(['public', 'conditional', 'private']),
  sharing: z.enum(['shared', 'conditional', 'private']),
  isNegative: z.boolean(),
  retention: labelSchema,
});

/** Everything a sender must know of a dataset. */
export const datasetFormSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    name: labelSchema,
    catalog: catalogSchema,
    deadline: z.string().nullable(),
    parent: z.string().nullable(),
    categories: z.record(z.string(), z.enum(SUBJECT_KINDS)),
    fields: z.array(fieldFormSchema).readonly(),
    checks: z.array(checkFormSchema).readonly(),
    children: z.array(z.string()).readonly(),
    rollups: z.array(z.object({ id: z.string(), name: labelSchema, child: z.string(), sum: z.string() })).readonly(),
  })
  .meta({ id: 'DatasetForm' });

/** Things of the standards as they are written; `core` knows their shapes and compiles them. */
const writtenSchema = z.array(z.record(z.string(), z.unknown()));

/** What the row checker of a dataset is compiled from: so a browser runs the very rules of the service. */
export const datasetRulesSchema = z
  .object({
    definition: z.record(z.string(), z.unknown()),
    codeLists: writtenSchema,
    checks: writtenSchema,
    instruments: writtenSchema,
    regionCode: z.string(),
  })
  .meta({ id: 'DatasetRules' });

/** One line of the list of datasets. */
export const datasetSummarySchema = z
  .object({
    id: z.string(),
    version: z.string(),
    name: labelSchema,
    parent: z.string().nullable(),
    children: z.array(z.string()),
    fields: z.number().int(),
    deadline: z.string().nullable(),
  })
  .meta({ id: 'DatasetSummary' });

export const unitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()).readonly(),
    kind: z.string(),
    uscc: z.string(),
    isSyntheticCode: z.boolean().meta({ description: '代码为虚构' }),
    from: daySchema.nullable(),
    to: daySchema.nullable(),
    isCreditOffice: z.boolean().meta({ description: '本区信用办所在的单位' }),
    contact: z
      .object({ mail: z.string().nullable(), sms: z.string().nullable() })
      .nullable()
      .meta({ description: '通知发往的单位邮箱和值班手机；没有的只在收件箱里' }),
  })
  .meta({ id: 'Unit' });

export const checkSchema = z
  .object({
    id: z.string(),
    name: labelSchema,
    severity: severitySchema,
    dimension: z.enum(DIMENSIONS),
    needs: z.enum(NEEDS),
    basis: z.array(citationSchema).readonly(),
    certainty: certaintySchema,
    note: z.string().nullable(),
    datasets: z.array(z.string()).readonly().nullable().meta({ description: '适用的数据集；null 表示凡有相关字段者皆适用' }),
    clauses: z.array(
      z.object({ code: z.string(), severity: severitySchema, needs: z.enum(NEEDS), message: z.string(), fix: z.string() }),
    ),
  })
  .meta({ id: 'Check' });

export const deadlineSchema = z
  .object({
    id: z.string(),
    name: labelSchema,
    starts: z.string().meta({ description: '起算的事件' }),
    values: z
      .array(
        z.object({
          jurisdiction: z.string(),
          unit: z.enum(DAY_UNITS),
          days: z.number().int(),
          mostDays: z.number().int().optional(),
          rolls: z.boolean(),
          from: daySchema,
          to: daySchema.optional(),
          basis: citationSchema,
          certainty: certaintySchema,
          note: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Deadline' });
