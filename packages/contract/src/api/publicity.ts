/** Publicity: how a record stands, acts upon it, the public view, open data. */
import { PUBLICITY_STATES, WITHDRAWAL_REASONS } from '@xincheng/core/publicity';
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, labelSchema, signatureSchema, uuidSchema } from './common.ts';

const stateSchema = z.enum(PUBLICITY_STATES);
const words = z.string().trim().min(1).max(500);
const answerable = { name: signatureSchema, reason: words.meta({ description: '理由' }) };
const seen = {
  seen: z.int().min(0).optional().meta({ description: '看到的经过有几条；期间又有新的办理时不办（409 changed-meanwhile）' }),
};
const document = { document: words.optional().meta({ description: '依据文书的文号' }) };
/** Disputed since a day, or the words of the firm itself. */
export const markSchema = z.enum(['disputed', 'statement']);

const clockSchema = z.object({
  changedOn: daySchema,
  dueOn: daySchema.nullable(),
  isProvisional: z.boolean(),
  withdrawnOn: daySchema,
  isLate: z.boolean(),
  proof: z.array(z.object({ day: daySchema, counted: z.boolean(), reason: z.string() })),
});

export const publicitySchema = z
  .object({
    recordId: uuidSchema,
    state: stateSchema,
    stateReason: z.string().nullable(),
    classId: z.string().nullable().meta({ description: '认定等级' }),
    classes: z.array(z.object({ id: z.string(), name: labelSchema })).meta({ description: '可以认定的等级' }),
    regime: z.string().nullable().meta({ description: '适用的规定' }),
    shownUntil: daySchema.nullable().meta({ description: '公示的最后一天' }),
    comesDownOn: daySchema.nullable().meta({ description: '这一天零时停止公示' }),
    repairFrom: daySchema.nullable().meta({ description: '从这一天起可以申请信用修复' }),
    explanation: z.array(z.string()),
    marks: z.array(
      z.object({
        mark: markSchema,
        since: daySchema,
        until: daySchema.nullable(),
        words: z.string().nullable(),
        name: z.string(),
      }),
    ),
    events: z.array(
      z.object({
        recordId: uuidSchema,
        ordinal: z.number().int(),
        at: instantSchema,
        day: daySchema,
        from: stateSchema,
        to: stateSchema,
        reason: z.string(),
        words: z.string().nullable(),
        actor: z.string(),
        changedOn: daySchema.nullable(),
        document: z.string().nullable(),
        clock: clockSchema.nullable().meta({ description: '撤回期限，逐日列出依据' }),
      }),
    ),
  })
  .meta({ id: 'Publicity' });

export const publicityActSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('withdraw'),
    because: z.enum(WITHDRAWAL_REASONS),
    changedOn: askedDaySchema.optional(),
    ...answerable,
    ...document,
    ...seen,
  }),
  z.object({ act: z.literal('suspend'), ...answerable, ...document, ...seen }),
  z.object({ act: z.literal('resume'), ...answerable, ...document, ...seen }),
  z.object({ act: z.literal('set-class'), class: words, ...answerable, ...seen }),
  z.object({ act: z.literal('set-mark'), mark: markSchema, words: words.optional(), name: signatureSchema, ...seen }),
  z.object({ act: z.literal('clear-mark'), mark: markSchema, ...answerable, ...seen }),
  z.object({ act: z.literal('set-text'), field: words, text: z.string().trim().min(1).max(5000), ...answerable, ...seen }),
]);
export type PublicityActBody = z.infer<typeof publicityActSchema>;

export const heldSchema = z
  .object({
    recordId: uuidSchema,
    dataset: z.string(),
    unit: z.string(),
    subjectName: z.string(),
    number: z.string(),
    decidedOn: daySchema,
    reason: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'HeldRecord' });

export const repairNoticeSchema = z
  .object({
    recordId: uuidSchema,
    regime: z.string(),
    repairFrom: daySchema.nullable(),
    comesDownOn: daySchema,
    text: z.string().meta({ description: '告知书全文' }),
  })
  .meta({ id: 'RepairNotice' });

export const publicRecordSchema = z
  .object({
    recordId: uuidSchema,
    dataset: z.string(),
    datasetName: z.string(),
    subject: z.object({ name: z.string(), uscc: z.string().nullable() }),
    number: z.string(),
    decidedOn: daySchema,
    fields: z.array(z.object({ code: z.string(), label: z.string(), value: z.union([z.string(), z.array(z.string())]) })),
    shownUntil: daySchema,
    comesDownOn: daySchema,
    repairFrom: daySchema.nullable(),
    explanation: z.array(z.string()),
    disputedSince: daySchema.nullable().meta({ description: '自这一天起标注异议处理中' }),
    statement: z.string().nullable().meta({ description: '信用主体自己的说明' }),
  })
  .meta({ id: 'PublicRecord' });

export const openIndexSchema = z
  .object({
    day: daySchema,
    files: z.array(
      z.object({
        name: z.string(),
        dataset: z.string(),
        title: z.string(),
        format: z.enum(['csv', 'json']),
        records: z.number().int(),
        bytes: z.number().int(),
        sha256: z.string(),
      }),
    ),
  })
  .meta({ id: 'OpenDataIndex' });

export const openDatasetSchema = z.object({ dataset: z.string(), records: z.array(publicRecordSchema) });

export const publicChangeSchema = z
  .object({
    at: z.string(),
    recordId: uuidSchema,
    dataset: z.string(),
    what: z.enum(['published', 'changed', 'ended', 'withdrawn']),
    day: daySchema,
  })
  .meta({ id: 'PublicChange' });

export const changesQuerySchema = z.object({
  after: z.string().max(200).optional().meta({ description: '上一页给出的 next，原样交回' }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export const openCsvParamsSchema = z.object({ dataset: z.string().meta({ description: '数据集编号' }) });
