/** `notices/<id>.yaml`, what is told; `contacts.yaml`, by which addresses; `attachments.yaml`, what may be attached. */
import { ATTACHMENT_KINDS, NOTICE_CHANNELS } from '@xincheng/core/standards';
import type { AttachmentRules, NoticeTemplate, UnitContact } from '@xincheng/core/standards';
import { z } from 'zod';
import { basisSchema, certaintySchema, idSchema, labelSchema, wordsSchema } from './common.ts';

/** A gigabyte: more belongs on a disk that is handed over. */
const MOST_BYTES = 2 ** 30;
const MOST_YEARS = 100;

/** A notice. */
export const noticeSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  title: wordsSchema,
  placeholders: z.array(wordsSchema),
  channels: z.array(z.enum(NOTICE_CHANNELS)).min(1).exactOptional(),
  paragraphs: z.array(z.strictObject({ text: wordsSchema, only: z.enum(['early', 'never-early']).exactOptional() })).min(1),
  regimes: z.array(z.strictObject({ id: idSchema, materials: wordsSchema })),
}) satisfies z.ZodType<NoticeTemplate>;

/** Plain addresses alone: a name with an address, or two addresses, would not be one recipient. */
const mailSchema = z.string().regex(/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u).max(254);
const smsSchema = z.string().regex(/^1\d{10}$/u);

/** `contacts.yaml`. */
export const contactsSchema = z.array(
  z.strictObject({ id: idSchema, mail: mailSchema.exactOptional(), sms: smsSchema.exactOptional() }),
) satisfies z.ZodType<readonly UnitContact[]>;

/** `attachments.yaml`. */
export const attachmentRulesSchema = z.strictObject({
  mostBytes: z.int().min(1).max(MOST_BYTES),
  kinds: z.array(z.enum(ATTACHMENT_KINDS)).min(1),
  keepYears: z.int().min(1).max(MOST_YEARS),
  basis: basisSchema,
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<AttachmentRules>;
