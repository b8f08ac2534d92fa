/** Monthly bulletins: drafts, what was issued, and what reads otherwise since. */
import { ABSENCES } from '@xincheng/core/indicators';
import { z } from 'zod';
import { daySchema, instantSchema, labelSchema, signatureSchema, uuidSchema } from './common.ts';

const paragraphLabel = z.object({ zh: z.string().max(5000), en: z.string().max(5000) });
const paragraphSchema = z.object({ heading: paragraphLabel.nullable(), text: paragraphLabel });

const cellSchema = z
  .object({
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    absence: z.enum(ABSENCES).nullable(),
    shown: labelSchema,
  })
  .meta({ id: 'BulletinCell' });

export const bulletinSchema = z
  .object({
    id: uuidSchema,
    month: z.string().meta({ examples: ['2021-05'] }),
    title: labelSchema,
    corrects: labelSchema.nullable().meta({ description: '所更正的那一期' }),
    columns: z.array(z.object({ id: z.string(), name: labelSchema, indicator: z.string() })).readonly(),
    rows: z
      .array(
        z.object({
          unit: z.string(),
          name: z.string(),
          cells: z.array(cellSchema).readonly(),
          alarms: z.object({ open: z.number().int(), overdue: z.number().int() }),
        }),
      )
      .readonly(),
    total: z.array(cellSchema).readonly().meta({ description: '各单位之和' }),
    before: z.array(cellSchema).readonly().nullable().meta({ description: '上月合计；上月没有冻结的为 null' }),
    praised: z.array(z.string()).readonly(),
    named: z.array(z.object({ unit: z.string(), name: z.string(), reasons: z.array(labelSchema).readonly() })).readonly(),
    paragraphs: z.array(paragraphSchema).readonly(),
    sources: z
      .array(z.object({ indicator: z.string(), version: z.string(), rowsHash: z.string(), frozenAt: instantSchema }))
      .readonly()
      .meta({ description: '所用指标的版本和冻结' }),
    rowsHash: z.string(),
    standards: z.string().meta({ description: '标准包的校验值' }),
    writers: z.array(z.string()).readonly().meta({ description: '起草、修改过的人，不能由他们签发；只有区信用办看得到' }),
    issued: z
      .object({
        serial: labelSchema,
        issuedOn: daySchema,
        snapshotSha256: z.string(),
        pdfSha256: z.string(),
      })
      .nullable()
      .meta({ description: '尚未签发的为 null' }),
    dropped: z
      .object({ reason: z.string(), name: z.string(), at: instantSchema })
      .nullable()
      .meta({ description: '撤销的草稿：谁、为什么；其他的为 null' }),
  })
  .meta({ id: 'Bulletin' });
export type BulletinBody = z.infer<typeof bulletinSchema>;

export const bulletinParamsSchema = z.object({ id: uuidSchema });
export const bulletinPageQuerySchema = z.object({ language: z.enum(['zh', 'en']).default('zh') });

export const bulletinDraftSchema = z.object({
  month: z
    .string()
    .max(20)
    .meta({ examples: ['2021-05'] }),
  isCorrection: z.boolean().default(false).meta({ description: '更正已签发的那一期' }),
  name: signatureSchema,
});

export const bulletinActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('edit'), paragraphs: z.array(paragraphSchema).max(50), name: signatureSchema }),
  z.object({ act: z.literal('issue'), name: signatureSchema }),
  z.object({ act: z.literal('drop'), reason: z.string().trim().min(1).max(1000), name: signatureSchema }),
]);

export const bulletinChangeSchema = z
  .object({ unit: z.string(), name: z.string(), column: z.string(), issued: cellSchema, now: cellSchema })
  .meta({ id: 'BulletinChange' });
