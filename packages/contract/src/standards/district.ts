/** What one district decides: itself, its units and groups, and who must provide what. */
import { isUscc } from '@xincheng/core/subjects';
import { TRANSITIONS } from '@xincheng/core/standards';
import type { DistrictDefinition, Provision, UnitDefinition, UnitGroup } from '@xincheng/core/standards';
import { z } from 'zod';
import { certaintySchema, citationSchema, daySchema, idSchema, labelSchema, wordsSchema } from './common.ts';

/** `district.yaml`. */
export const districtSchema = z.strictObject({
  id: idSchema,
  name: labelSchema,
  regionCode: z.string().regex(/^\d{6}$/u),
  jurisdictions: z.array(idSchema).min(1),
  isDemo: z.boolean(),
  platformName: labelSchema,
  creditOffice: idSchema,
  correctionWindow: z
    .array(z.strictObject({ from: daySchema, days: z.int().min(0).max(366), certainty: certaintySchema, note: wordsSchema.exactOptional() }))
    .min(1)
    .exactOptional(),
  publicity: z.strictObject({ transition: z.enum(TRANSITIONS) }).exactOptional(),
}) satisfies z.ZodType<DistrictDefinition>;

const unitKindSchema = z.enum(['department', 'subdistrict', 'party', 'court', 'city-branch', 'institution', 'utility', 'state-owned-firm', 'association']);

const unitSchema = z.strictObject({
  id: idSchema,
  name: wordsSchema,
  aliases: z.array(wordsSchema).min(1).exactOptional(),
  documentWord: wordsSchema.exactOptional(),
  kind: unitKindSchema,
  uscc: z.string().length(18).refine(isUscc, 'uscc'),
  isSyntheticCode: z.boolean(),
  from: daySchema.exactOptional(),
  to: daySchema.exactOptional(),
  note: wordsSchema.exactOptional(),
}) satisfies z.ZodType<UnitDefinition>;

/** `units.yaml`. */
export const unitsSchema = z.array(unitSchema).min(1) satisfies z.ZodType<readonly UnitDefinition[]>;

/** `groups.yaml`. */
export const groupsSchema = z.array(
  z.strictObject({
    id: idSchema,
    name: wordsSchema,
    aliases: z.array(wordsSchema).min(1).exactOptional(),
    members: z.array(idSchema).min(1),
    certainty: certaintySchema,
    note: wordsSchema.exactOptional(),
  }),
) satisfies z.ZodType<readonly UnitGroup[]>;

/** `provisions.yaml`. */
export const provisionsSchema = z.array(
  z.strictObject({
    unit: idSchema,
    dataset: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u),
    since: daySchema,
    to: daySchema.exactOptional(),
    reason: z.enum(['statutory', 'expected', 'encouraged']),
    basis: citationSchema,
  }),
) satisfies z.ZodType<readonly Provision[]>;
