/** Attachments: adding, listing, giving back. */
import { ATTACHMENT_KINDS } from '@xincheng/core/standards';
import { z } from 'zod';
import { daySchema, instantSchema, uuidSchema } from './common.ts';

const ownerSchema = z.object({
  ownerKind: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/u, { error: '应为小写英文词，以连字符相连' })
    .max(50)
    .meta({ description: '附在什么上，如 plan-progress' }),
  ownerId: z.string().min(1).max(200).meta({ description: '它的编号' }),
});

export const attachmentListQuerySchema = ownerSchema;
export const attachmentUploadQuerySchema = ownerSchema.extend({
  unit: z.string().meta({ description: '以哪个单位的名义' }),
  ownerVersion: z.coerce.number().int().min(1).optional().meta({ description: '它的哪一版' }),
});
export const attachmentParamsSchema = z.object({ id: uuidSchema.meta({ description: '附件编号' }) });

export const attachmentSchema = z
  .object({
    id: uuidSchema,
    ownerKind: z.string(),
    ownerId: z.string(),
    ownerVersion: z.number().int().nullable(),
    unit: z.string(),
    fileName: z.string(),
    kind: z.enum(ATTACHMENT_KINDS).meta({ description: '按内容识别' }),
    bytes: z.number().int(),
    sha256: z.string().meta({ description: '去掉元数据之后的内容' }),
    scan: z.enum(['clean', 'not-scanned']).meta({ description: 'clean 扫描未见病毒；not-scanned 未扫描' }),
    addedAt: instantSchema,
    addedBy: z.string(),
    keepUntil: daySchema.meta({ description: '保管到哪一天' }),
    keepBasis: z.string(),
  })
  .meta({ id: 'Attachment' });
export type AttachmentBody = z.infer<typeof attachmentSchema>;
