/** The information catalogue: what is collected on what basis, who provides it, and how far it may go. */
import { z } from 'zod';
import { certaintySchema, daySchema, labelSchema } from './common.ts';

const catalogBasisSchema = z
  .object({
    instrument: z.string(),
    title: labelSchema,
    number: z.string().nullable().meta({ description: '文号' }),
    clause: z.string().nullable(),
    certainty: certaintySchema,
  })
  .meta({ id: 'CatalogBasis' });

const providerSchema = z
  .object({
    unit: z.string().meta({ description: '单位或者单位组的编号' }),
    name: z.string(),
    members: z.array(z.string()).readonly().meta({ description: '单位组所含的单位；是单位的，即其本身' }),
    since: daySchema,
    to: daySchema.nullable(),
    reason: z.enum(['statutory', 'expected', 'encouraged']).meta({ description: '法定、应当、鼓励' }),
    basis: catalogBasisSchema,
  })
  .meta({ id: 'CatalogProvider' });

/** One entry of the catalogue. */
export const catalogEntrySchema = z
  .object({
    dataset: z.string(),
    version: z.string(),
    name: labelSchema,
    item: z.string().meta({ description: '目录事项' }),
    basis: z.array(catalogBasisSchema).readonly(),
    publicity: z.enum(['public', 'conditional', 'private']).meta({ description: '公开属性' }),
    isShown: z.boolean().meta({ description: '平台按规定的期限公示；没有公示规则的从不公示' }),
    sharing: z.enum(['shared', 'conditional', 'private']).meta({ description: '共享属性' }),
    isNegative: z.boolean().meta({ description: '是否失信信息' }),
    retention: labelSchema,
    children: z.array(z.string()).readonly(),
    providers: z.array(providerSchema).readonly(),
  })
  .meta({ id: 'CatalogEntry' });
